import { LOG_LEVELS } from '../../core/log/log.ts';
import { usePage } from '../parts/frame.tsx';
import { LogLevelChoice } from '../parts/log-level-choice.tsx';
import type { Save } from '../settings/page.tsx';
import { RegionsSection } from '../settings/regions.tsx';
import { Section } from '../settings/section.tsx';
import { StatusSection } from '../settings/status.tsx';
import type { ScreenProps } from './screen-props.ts';

interface ChoicesScreenProps extends ScreenProps {
  onFailed(): void;
}

/** The sections of the settings that matter from the first day. Each choice is saved at once, as there. */
export function ChoicesScreen({ title, onFailed }: ChoicesScreenProps) {
  const { texts, change } = usePage();
  const save: Save = (_, edit) => {
    change(edit).then((isSaved) => {
      if (!isSaved) onFailed();
    });
  };
  return (
    <>
      {title}
      <p class="lead">{texts.say('welcome.choices.lead')}</p>
      <LogLevelCards save={save} />
      <StatusSection save={save} />
      <RegionsSection save={save} />
    </>
  );
}

/** Three equal cards: none is harder to choose, and *Ringkas* is where they begin. */
function LogLevelCards({ save }: { readonly save: Save }) {
  const { texts } = usePage();
  const title = 'welcome.choices.log';
  return (
    <Section title={texts.say(title)} lead={texts.say('welcome.choices.log-lead')}>
      <div class="levels">
        {LOG_LEVELS.map((log) => {
          const name = `settings.log.${log}` as const;
          return (
            <div class="card level" key={log}>
              <LogLevelChoice
                log={log}
                onChoose={() => save({ name: title, choice: name }, (old) => ({ ...old, log }))}
              />
            </div>
          );
        })}
      </div>
    </Section>
  );
}
