import { useId, useState } from 'preact/hooks';
import type { LintIssue } from '../../core/pack-lint/pack-lint-issue.ts';
import { type Draft, type TextPart, withNewText, withoutText, withText } from './draft.ts';
import { EntryRow } from './entry-row.tsx';
import { RowSearch } from './row-search.tsx';
import { errorsByIndex, ROWS_AT_ONCE, shownRows } from './rows.ts';
import { TextForm } from './text-form.tsx';
import { useWords } from './words.ts';

interface TextsProps {
  readonly part: TextPart;
  readonly draft: Draft;
  readonly issues: readonly LintIssue[];
  /** Index of the entry whose form is open, or undefined. */
  readonly opened: number | undefined;
  open(index: number | undefined): void;
  change(draft: Draft): void;
}

/** Phrases, or exceptions, as a table; each row opens its form below it. */
export function Texts({ part, draft, issues, opened, open, change }: TextsProps) {
  const { say } = useWords();
  const id = useId();
  const [sought, setSought] = useState('');
  const wanted = sought.trim().toLowerCase();
  const all = draft[part].map((entry, index) => ({ entry, index }));
  const found = wanted === '' ? all : all.filter(({ entry }) => entry.text.toLowerCase().includes(wanted));
  const shown = shownRows(all, found, opened);
  const errors = errorsByIndex(issues, part);
  return (
    <section class={`card ${part}`} aria-label={say(`page.${part}.title`)}>
      <h2>{say(`page.${part}.title`)}</h2>
      <p class="soft">{say(`page.${part}.note`)}</p>
      {all.length > ROWS_AT_ONCE ? (
        <RowSearch id={`${id}-search`} label={say('page.texts.search')} value={sought} change={setSought} />
      ) : null}
      {all.length === 0 ? null : (
        <>
          <p role="status" class="soft">
            {say('page.entries.shown', { shown: shown.length, all: all.length })}
          </p>
          <table class="rows rows-text">
            <thead>
              <tr>
                <th scope="col">{say('page.text.text')}</th>
                <th scope="col">{say('page.entries.errors')}</th>
              </tr>
            </thead>
            {shown.map(({ entry, index }) => {
              const isOpen = index === opened;
              return (
                <EntryRow
                  key={entry.id}
                  name={entry.text || say('page.text.empty')}
                  form={`${id}-form`}
                  isOpen={isOpen}
                  errors={errors.get(index) ?? 0}
                  columns={2}
                  toggle={() => open(isOpen ? undefined : index)}
                >
                  <TextForm
                    id={`${id}-form`}
                    entry={entry}
                    change={(fields) => change(withText(draft, part, index, fields))}
                    remove={() => {
                      open(undefined);
                      change(withoutText(draft, part, index));
                    }}
                  />
                </EntryRow>
              );
            })}
          </table>
        </>
      )}
      <p class="buttons">
        <button
          type="button"
          class="button"
          onClick={() => {
            open(draft[part].length);
            change(withNewText(draft, part));
          }}
        >
          {say(`page.${part}.add`)}
        </button>
      </p>
    </section>
  );
}
