import { useState } from 'preact/hooks';
import { type SourceState, send } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import { RetryNotice } from '../parts/retry-notice.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import { useMessage } from '../parts/use-message.ts';
import { PackLink } from './pack-link.tsx';
import { PolicyReport } from './policy-report.tsx';
import { RemoveList } from './remove-list.tsx';
import { Section } from './section.tsx';
import { SourceAccess } from './source-access.tsx';
import { factsOf } from './source-facts.ts';
import { SourceHeld } from './source-held.tsx';
import { historyOf } from './source-history.ts';
import { SourceTwice } from './source-twice.tsx';

/** Signed lists: where they come from, whether they arrived, and a report for the IT officer. */
export function SourcesSection({ onChanged }: { onChanged(): void }) {
  const { texts, policy } = usePage();
  const { answer, load } = useAnswer('sources.list', null);
  const changed = () => {
    load();
    onChanged();
  };
  // A policy may arrive, and the background may look, while the page is open.
  useMessage('sources.changed', changed);
  return (
    <Section title={texts.say('settings.sources.title')} lead={texts.say('settings.sources.lead')}>
      {answer === 'waiting' ? <p role="status">{texts.say('settings.sources.waiting')}</p> : null}
      {answer === 'failed' ? (
        <RetryNotice
          text={texts.say('settings.sources.failed')}
          again={texts.say('settings.packs.retry')}
          onRetry={load}
        />
      ) : null}
      {typeof answer === 'string' ? null : (
        <>
          {answer.length === 0 ? <p class="rule">{texts.say('settings.sources.empty')}</p> : null}
          {answer.map((source) => (
            <Source key={source.packId} source={source} changed={changed} />
          ))}
          {answer.length > 0 ? <CheckNow checked={changed} /> : null}
        </>
      )}
      {policy.policy.disableUserPacks ? null : <PackLink onAdded={changed} />}
      <PolicyReport sources={typeof answer === 'string' ? [] : answer} />
    </Section>
  );
}

function Source({ source, changed }: { readonly source: SourceState; changed(): void }) {
  const { texts } = usePage();
  const { active, held, check, damage, equivocations, packId, origin } = source;
  const history = historyOf(source, texts);
  return (
    <section class="card source" aria-label={active?.title ?? packId}>
      <h3>{active?.title ?? packId}</h3>
      <p class="row-note">{texts.say(`settings.packs.origin.${origin}`)}</p>
      {active?.stale ? (
        <p class="source-stale">{texts.say('settings.sources.stale', { day: texts.date(active.expires) })}</p>
      ) : null}
      {equivocations
        .filter(({ seen }) => !seen)
        .map((equivocation) => (
          <SourceTwice
            key={equivocation.refused}
            packId={packId}
            equivocation={equivocation}
            changed={changed}
          />
        ))}
      {damage ? <p class="source-stale">{texts.say(`settings.sources.damage.${damage}`)}</p> : null}
      {active || damage ? null : <p>{texts.say('settings.sources.none')}</p>}
      <dl class="facts">
        {factsOf(source, texts).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {check && check.details.length > 0 ? (
        <details>
          <summary>{texts.say('settings.sources.details')}</summary>
          {/* For the publisher: places in the file, in the words of the command line. */}
          <ul class="problems" lang="en">
            {check.details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {check?.result === 'no-access' && source.url !== null ? (
        <SourceAccess url={source.url} changed={changed} />
      ) : null}
      {held ? <SourceHeld packId={packId} held={held} changed={changed} /> : null}
      {history.length > 0 ? (
        <details>
          <summary>{texts.say('settings.sources.history')}</summary>
          <ul>
            {history.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {origin === 'link' ? (
        <RemoveList
          button={texts.say('settings.sources.remove')}
          question={texts.say('settings.sources.removeAsk')}
          failure={texts.say('settings.sources.removeFailed')}
          remove={() => send('sources.remove', { packId })}
          removed={changed}
        />
      ) : null}
    </section>
  );
}

function CheckNow({ checked }: { checked(): void }) {
  const { texts } = usePage();
  const [state, setState] = useState<'idle' | 'checking' | 'done' | 'failed'>('idle');
  const check = () => {
    setState('checking');
    send('sources.check', null).then(
      () => {
        setState('done');
        checked();
      },
      () => setState('failed'),
    );
  };
  return (
    <div>
      <button type="button" class="button" disabled={state === 'checking'} onClick={check}>
        {texts.say('settings.sources.check')}
      </button>
      <p role="status">{state === 'idle' ? '' : texts.say(`settings.sources.check.${state}`)}</p>
    </div>
  );
}
