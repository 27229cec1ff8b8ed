import { legalStage } from '../../core/reminding/law.ts';
import { civilDate } from '../../core/reminding/stage.ts';
import { labelsOf } from '../../core/rule-file/rule-labels.ts';
import { usePage } from '../parts/frame.tsx';
import { RetryNotice } from '../parts/retry-notice.tsx';
import { useRuleFile } from '../parts/use-rule-file.ts';
import { type Election, electionsAt } from './calendar.ts';
import { type LibraryText, useLibraryText } from './library-text.ts';
import { Sentence, Sentences, SourceNote } from './sentence.tsx';

function isRunning({ stage }: Election): boolean {
  return stage !== 'coming' && stage !== 'over';
}

const contestsOf = (file: Uint8Array<ArrayBuffer>) => labelsOf(file).contests;

export function CalendarPart() {
  const text = useLibraryText();
  const { value: contests, load } = useRuleFile(contestsOf);
  const now = Date.now();
  return (
    <>
      {contests === 'waiting' ? <p role="status">{text.say('calendar.waiting')}</p> : null}
      {contests === 'failed' ? (
        <RetryNotice text={text.say('calendar.failed')} again={text.say('calendar.retry')} onRetry={load} />
      ) : null}
      {typeof contests === 'string' ? null : <Elections elections={electionsAt(contests, now)} now={now} />}
      <h3>{text.say('calendar.next')}</h3>
      <Sentences of={['fact.calendar.national', 'fact.calendar.local', 'fact.calendar.split']} />
    </>
  );
}

function Elections({ elections, now }: { readonly elections: readonly Election[]; readonly now: number }) {
  const text = useLibraryText();
  const running = elections.filter(isRunning);
  const stages = new Set(
    running.map(({ stage }) => (stage === 'coming' || stage === 'over' ? null : legalStage(stage))),
  );
  return (
    <>
      <div class="card today">
        <h3>{text.say('calendar.today', { date: text.day(civilDate(now)) })}</h3>
        {running.length === 0 ? <p>{text.say('calendar.none')}</p> : null}
        {running.map((election) => (
          <p key={election.key}>
            <ElectionName election={election} />: <StageName stage={election.stage} text={text} />
          </p>
        ))}
        {stages.has('prospective') ? <Sentence of="why.stage.prospective" /> : null}
        {stages.has('fixed') ? <Sentence of="why.stage.fixed" /> : null}
        <Sentence of="fact.calendar.always" />
      </div>
      <h3>{text.say('calendar.contests')}</h3>
      <p class="soft">{text.say('calendar.dates')}</p>
      <ul class="elections">
        {elections.map((election) => (
          <li key={election.key} class="card">
            <ElectionCard election={election} />
          </li>
        ))}
      </ul>
      <Sentence of="fact.calendar.rerun" />
    </>
  );
}

function ElectionName({ election }: { readonly election: Election }) {
  const { texts } = usePage();
  const text = useLibraryText();
  const [name, ...others] = election.names;
  if (others.length === 0) return <span lang="id">{name}</span>;
  const kind = texts.say(`contest.${election.kind}.name`, { year: election.year });
  return <>{`${kind} (${text.say('calendar.regions', { count: election.names.length })})`}</>;
}

function StageName({ stage, text }: { readonly stage: Election['stage']; readonly text: LibraryText }) {
  const { texts } = usePage();
  return (
    <strong>
      {stage === 'coming' || stage === 'over'
        ? text.say(`calendar.${stage}`)
        : texts.say(`phase.${stage}.name`)}
    </strong>
  );
}

function ElectionCard({ election }: { readonly election: Election }) {
  const { texts } = usePage();
  const text = useLibraryText();
  const { phases, stage, source } = election;
  return (
    <>
      <h4>
        <ElectionName election={election} />
      </h4>
      {isRunning(election) ? null : (
        <p class="soft">
          <StageName stage={stage} text={text} />
        </p>
      )}
      <ol class="phases">
        {phases.map(({ phase, start, end }) => (
          <li key={phase} aria-current={phase === stage ? 'step' : undefined}>
            <span class="phase-name">{texts.say(`phase.${phase}.name`)}</span>{' '}
            <span class="phase-days">
              {start === end ? text.day(start) : `${text.day(start)} – ${text.day(end)}`}
            </span>
            {phase === stage ? <strong class="phase-now">{` ${text.say('calendar.now')}`}</strong> : null}
          </li>
        ))}
      </ol>
      {source?.quietIsDerived ? <p class="soft">{text.say('calendar.quiet')}</p> : null}
      {source ? <SourceNote source={source} /> : <p class="soft">{text.say('calendar.packs')}</p>}
    </>
  );
}
