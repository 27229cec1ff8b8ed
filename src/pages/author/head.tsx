import { CONTEST_KINDS, CONTEST_PHASES } from '../../core/types.ts';
import { type Draft, type DraftContest, withContest, withPhaseDay } from './draft.ts';
import { TextField } from './text-field.tsx';
import { useWords } from './words.ts';

interface HeadProps {
  readonly draft: Draft;
  change(draft: Draft): void;
}

/** So many contests are shown with their fields; a list of constituencies has its dates in the spreadsheet. */
const MOST_CONTESTS = 12;

/** The pack as a whole, and its contests with their dates. */
export function Head({ draft, change }: HeadProps) {
  const { say } = useWords();
  return (
    <section class="card head" aria-label={say('page.head.title')}>
      <h2>{say('page.head.title')}</h2>
      <div class="fields">
        <TextField
          label={say('page.head.name')}
          value={draft.title}
          onChange={(title) => change({ ...draft, title })}
        />
        <TextField
          label={say('page.head.id')}
          value={draft.id}
          note={say('page.head.idNote')}
          onChange={(id) => change({ ...draft, id })}
        />
        <TextField
          label={say('page.head.version')}
          value={draft.version}
          note={say('page.head.versionNote')}
          onChange={(version) => change({ ...draft, version })}
        />
        <TextField
          label={say('page.head.source')}
          value={draft.source}
          onChange={(source) => change({ ...draft, source })}
        />
      </div>
      {draft.contests.slice(0, MOST_CONTESTS).map((contest, index) => (
        <Contest
          key={contest.id}
          contest={contest}
          isOpen={draft.contests.length === 1}
          change={(part) => change(withContest(draft, index, part))}
        />
      ))}
      {draft.contests.length > MOST_CONTESTS ? (
        <p class="soft">{say('page.head.moreContests', { count: draft.contests.length - MOST_CONTESTS })}</p>
      ) : null}
    </section>
  );
}

interface ContestProps {
  readonly contest: DraftContest;
  readonly isOpen: boolean;
  change(part: Partial<DraftContest>): void;
}

function Contest({ contest, isOpen, change }: ContestProps) {
  const { say } = useWords();
  return (
    <details class="contest" open={isOpen}>
      <summary class="opens">{contest.name || say('page.contest.unnamed')}</summary>
      <div class="fields">
        <TextField
          label={say('page.contest.name')}
          value={contest.name}
          onChange={(name) => change({ name })}
        />
        <label class="field">
          <span class="field-label">{say('page.contest.kind')}</span>
          <select
            value={contest.kind}
            onChange={({ currentTarget }) => change({ kind: currentTarget.value as DraftContest['kind'] })}
          >
            {CONTEST_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {say(`page.kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <TextField
          label={say('page.open.year')}
          type="number"
          value={String(contest.year)}
          onChange={(year) => change({ year: Number(year) })}
        />
        <TextField
          label={say('page.contest.region')}
          value={contest.region ?? ''}
          note={say('page.contest.regionNote')}
          onChange={(region) => change({ region: region === '' ? null : region })}
        />
        <TextField
          label={say('page.head.source')}
          value={contest.source}
          onChange={(source) => change({ source })}
        />
      </div>
      <h3>{say('page.contest.dates')}</h3>
      <p class="soft">{say('page.contest.datesNote')}</p>
      <ul class="phases">
        {CONTEST_PHASES.map((name) => {
          const phase = contest.phases.find((known) => known.phase === name);
          return (
            <li key={name}>
              <fieldset>
                <legend>{say(`phase.${name}`)}</legend>
                <div class="fields">
                  {(['start', 'end'] as const).map((side) => (
                    <TextField
                      key={side}
                      type="date"
                      label={say(`page.contest.${side}`)}
                      value={phase?.[side] ?? ''}
                      onChange={(day) => change({ phases: withPhaseDay(contest, name, side, day) })}
                    />
                  ))}
                </div>
              </fieldset>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
