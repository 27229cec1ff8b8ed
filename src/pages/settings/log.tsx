import { useEffect, useState } from 'preact/hooks';
import { LOG_LEVELS, RETENTION } from '../../core/log/log.ts';
import { readStored, watchStored } from '../../shared/storage.ts';
import { usePage } from '../parts/frame.tsx';
import { LogLevelChoice } from '../parts/log-level-choice.tsx';
import { Notice } from '../parts/notice.tsx';
import { DaysField } from './days-field.tsx';
import type { Save } from './page.tsx';
import { Section } from './section.tsx';

export function LogSection({ save }: { readonly save: Save }) {
  const { texts, effective: settings } = usePage();
  const isChosen = useLogChosen();
  const title = 'settings.log.title';
  return (
    <Section title={texts.say(title)} lead={texts.say('settings.log.lead')}>
      {isChosen ? null : (
        <Notice kind="remark" text={texts.say('settings.log.pending')}>
          <a class="arrow-link" href="../welcome/index.html#choices">
            {texts.say('settings.log.choose')}
          </a>
        </Notice>
      )}
      <div class="card">
        {LOG_LEVELS.map((log) => {
          const name = `settings.log.${log}` as const;
          return (
            <LogLevelChoice
              key={log}
              log={log}
              notes={log === 'none' ? [texts.say('settings.log.none-old')] : []}
              onChoose={() => save({ name: title, choice: name }, (old) => ({ ...old, log }))}
            />
          );
        })}
      </div>
      {settings.log === 'detailed' ? (
        <Notice kind="remark" text={texts.say('settings.log.detailed-lowering')} />
      ) : null}
      {settings.log === 'none' ? null : <Retention save={save} />}
      <p>
        <a class="arrow-link" href="../log/index.html">
          {texts.say('settings.log.link')}
        </a>
      </p>
    </Section>
  );
}

function Retention({ save }: { readonly save: Save }) {
  const { texts, effective: settings, policy } = usePage();
  const { maxRetentionDays = RETENTION.brief.most } = policy.policy;
  const kinds = settings.log === 'detailed' ? (['brief', 'detailed'] as const) : (['brief'] as const);
  return (
    <fieldset class="card group">
      <legend>
        <h3>{texts.say('settings.log.retention-title')}</h3>
      </legend>
      {kinds.map((kind) => {
        const name = `settings.log.retention-${kind}` as const;
        return (
          <DaysField
            key={kind}
            name={texts.say(name)}
            days={settings.retention[kind]}
            bounds={{ ...RETENTION[kind], most: Math.min(RETENTION[kind].most, maxRetentionDays) }}
            onChange={(days) =>
              save({ name, choice: (spoken) => spoken.count('settings.log.days', days) }, (old) => ({
                ...old,
                retention: { ...old.retention, [kind]: days },
              }))
            }
          />
        );
      })}
    </fieldset>
  );
}

/** False while nothing is logged because the first run is not over. */
function useLogChosen(): boolean {
  const [isChosen, setChosen] = useState(true);
  useEffect(() => {
    const lifetime = new AbortController();
    watchStored((key, value) => {
      if (key === 'welcomed') setChosen(value === true);
    }, lifetime.signal);
    readStored('welcomed').then(
      ({ welcomed }) => setChosen(welcomed === true),
      () => undefined,
    );
    return () => lifetime.abort();
  }, []);
  return isChosen;
}
