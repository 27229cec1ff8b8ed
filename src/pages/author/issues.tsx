import type { ComponentChildren } from 'preact';
import type { LintIssue } from '../../core/pack-lint/pack-lint-issue.ts';
import { tablePlace, tableText } from '../../core/pack-lint/pack-lint-text.ts';
import type { TableFault } from '../../core/pack-table/pack-table-rows.ts';
import type { OpenedEntry } from './draft.ts';
import { groupsOf } from './issue-groups.ts';
import type { OpenCell } from './opening.ts';
import { entryOf } from './rows.ts';
import { useWords } from './words.ts';

/** More are counted and not listed: nobody mends hundreds at a time. */
const MOST = 60;

interface IssuesProps {
  readonly issues: readonly LintIssue[];
  /** Of the table that was opened, for what it still leaves open. */
  readonly cells?: readonly OpenCell[];
  readonly state: 'checking' | 'done' | 'asked';
  /** Shows the entry that an issue is about. */
  show(entry: OpenedEntry): void;
  check(): void;
}

/** What lint says, errors first. Each one that belongs to an entry leads to it. */
export function Issues({ issues, cells = [], state, show, check }: IssuesProps) {
  const { say, dictionary } = useWords();
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const groups = groupsOf(issues, cells, dictionary);
  return (
    <section class="card issues" aria-label={say('page.issues.title')}>
      <h2>{say('page.issues.title')}</h2>
      <p role="status" class={errors > 0 ? 'verdict has-errors' : 'verdict'}>
        {state === 'checking'
          ? say('page.issues.checking')
          : state === 'asked'
            ? say('page.issues.asked')
            : say('page.issues.count', { errors, advice: issues.length - errors })}
      </p>
      {state === 'asked' ? (
        <button type="button" class="button" onClick={check}>
          {say('page.issues.check')}
        </button>
      ) : null}
      <ul class="issue-list">
        {groups.slice(0, MOST).map(({ issue, place, text, fix, count }, number) => {
          const entry = entryOf(issue);
          return (
            <Issue
              key={`${issue.code} ${issue.path.join('.')} ${number}`}
              severity={issue.severity}
              place={place}
              count={count}
              text={text}
              fix={fix}
            >
              {entry ? (
                <button type="button" class="button" onClick={() => show(entry)}>
                  {say('page.issues.show')}
                  <span class="hidden">: {text}</span>
                </button>
              ) : null}
            </Issue>
          );
        })}
      </ul>
      {groups.length > MOST ? (
        <p class="soft">{say('page.issues.more', { count: groups.length - MOST })}</p>
      ) : null}
    </section>
  );
}

/** Faults of the file or of the cells that were pasted, with their cells. */
export function TableFaults({ faults }: { readonly faults: readonly TableFault[] }) {
  const { say, dictionary } = useWords();
  const ordered = [...faults].sort(
    (one, other) => Number(other.severity === 'error') - Number(one.severity === 'error'),
  );
  return (
    <section class="card issues" aria-label={say('page.faults.title')}>
      <h2>{say('page.faults.title')}</h2>
      <ul class="issue-list">
        {ordered.slice(0, MOST).map((fault, place) => {
          const { text, fix } = tableText(fault, dictionary);
          return (
            <Issue
              key={`${fault.code} ${fault.row} ${fault.column} ${place}`}
              severity={fault.severity}
              place={tablePlace(fault, dictionary)}
              text={text}
              fix={fix}
            />
          );
        })}
      </ul>
      {ordered.length > MOST ? (
        <p class="soft">{say('page.issues.more', { count: ordered.length - MOST })}</p>
      ) : null}
    </section>
  );
}

interface IssueProps {
  readonly severity: LintIssue['severity'];
  readonly place?: string;
  readonly count?: number;
  readonly text: string;
  readonly fix: string;
  readonly children?: ComponentChildren;
}

function Issue({ severity, place, count = 1, text, fix, children }: IssueProps) {
  const { say } = useWords();
  return (
    <li class={`issue issue-${severity}`}>
      <p>
        <strong class="severity">{say(`severity.${severity}`)}</strong>
        {place === undefined || place === '' ? null : <span class="soft"> {place}</span>}
        {count > 1 ? <span class="soft"> {say('page.issues.times', { count })}</span> : null}
      </p>
      <p>{text}</p>
      <p class="soft">{fix}</p>
      {children}
    </li>
  );
}
