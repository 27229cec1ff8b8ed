import { useId, useState } from 'preact/hooks';
import type { LintIssue } from '../../core/pack-lint/pack-lint-issue.ts';
import { type Draft, rowsOf, withEntity, withNumber, withoutEntity, withTicket } from './draft.ts';
import { EntryForm } from './entry-form.tsx';
import { EntryRow } from './entry-row.tsx';
import { RowSearch } from './row-search.tsx';
import { errorsByIndex, ROWS_AT_ONCE, shownRows } from './rows.ts';
import { useWords } from './words.ts';

interface EntriesProps {
  readonly draft: Draft;
  readonly issues: readonly LintIssue[];
  /** Index of the entity whose form is open, or undefined. */
  readonly opened: number | undefined;
  open(index: number | undefined): void;
  change(draft: Draft): void;
}

/** The candidates as a table; each row opens the form of its entry below it. */
export function Entries({ draft, issues, opened, open, change }: EntriesProps) {
  const { say } = useWords();
  const id = useId();
  const [sought, setSought] = useState('');
  const wanted = sought.trim().toLowerCase();
  const all = rowsOf(draft);
  const found = wanted === '' ? all : all.filter(({ entity }) => entity.name.toLowerCase().includes(wanted));
  const shown = shownRows(all, found, opened);
  const errors = errorsByIndex(issues, 'entities');
  return (
    <section class="card entries" aria-label={say('page.entries.title')}>
      <h2>{say('page.entries.title')}</h2>
      {all.length > ROWS_AT_ONCE ? (
        <RowSearch id={`${id}-search`} label={say('page.entries.search')} value={sought} change={setSought} />
      ) : null}
      <p role="status" class="soft">
        {say('page.entries.shown', { shown: shown.length, all: all.length })}
      </p>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{say('page.entries.number')}</th>
            <th scope="col">{say('page.entry.name')}</th>
            <th scope="col">{say('page.entries.errors')}</th>
          </tr>
        </thead>
        {shown.map(({ entity, index, isMember }) => {
          const isOpen = index === opened;
          return (
            <EntryRow
              key={entity.id}
              name={entity.name || say('page.entry.unnamed')}
              form={`${id}-form`}
              isOpen={isOpen}
              isMember={isMember}
              errors={errors.get(index) ?? 0}
              before={<td>{entity.ballotNumber ?? ''}</td>}
              columns={3}
              toggle={() => open(isOpen ? undefined : index)}
            >
              <EntryForm
                id={`${id}-form`}
                entity={entity}
                change={(part) => change(withEntity(draft, index, part))}
                setNumber={(number) => change(withNumber(draft, index, number))}
                remove={() => {
                  open(undefined);
                  change(withoutEntity(draft, index));
                }}
              />
            </EntryRow>
          );
        })}
      </table>
      <p class="buttons">
        {draft.contests.slice(0, 5).map((contest) => (
          <button
            key={contest.id}
            type="button"
            class="button"
            onClick={() => change(withTicket(draft, contest.id))}
          >
            {say('page.entries.add', { contest: contest.name })}
          </button>
        ))}
      </p>
    </section>
  );
}
