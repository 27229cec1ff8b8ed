import { usePage } from '../parts/frame.tsx';
import type { Texts } from '../texts.ts';
import type { Address } from './address.ts';
import { FORM_ACTIONS, FORM_SANCTIONS, FORM_STAGES, FORMS, type Form, type FormAction } from './forms.ts';
import { type LibraryText, useLibraryText } from './library-text.ts';
import { contains, fits } from './search.ts';
import { SearchField, Select, Shown } from './search-fields.tsx';
import { Sentence, Sentences, SourceNote } from './sentence.tsx';
import { SOURCES } from './sources.ts';

/** Spread, not written out: they are redundant until the narrow layout changes `display`. */
const as = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;
const COLUMNS = ['form', 'actions', 'stage', 'sanction', 'basis'] as const;

function actionName(action: FormAction, texts: Texts, text: LibraryText): string {
  return action === 'attend' || action === 'message' || action === 'offline'
    ? text.say(`action.${action}`)
    : texts.say(`action.${action}.name`);
}

/** What a search looks through: all words of the row, and those of its source. */
function wordsOf(form: Form, texts: Texts, text: LibraryText): string {
  const { basis, sources } = SOURCES[form.text];
  return [
    form.id,
    text.sentence(form.text),
    ...form.actions.map((action) => actionName(action, texts, text)),
    text.say(`stage.${form.stage}`),
    text.say(`sanction.${form.sanction}`),
    basis,
    ...sources,
  ].join(' ');
}

interface FormsProps {
  readonly address: Address;
  change(change: Partial<Address>): void;
}

export function FormsPart({ address, change }: FormsProps) {
  const { texts } = usePage();
  const text = useLibraryText();
  const shown = FORMS.filter(
    (form) => fits(form, address) && contains(wordsOf(form, texts, text), address.query),
  );
  return (
    <>
      <Sentence of="fact.forms.decree" />
      <Sentence of="fact.forms.stage" />
      <search class="search">
        <SearchField query={address.query} change={(query) => change({ query })} />
        <Select
          label={text.say('filter.action')}
          value={address.action}
          options={FORM_ACTIONS.map((action) => [action, actionName(action, texts, text)] as const)}
          change={(action) => change({ action })}
        />
        <Select
          label={text.say('filter.stage')}
          value={address.stage}
          options={FORM_STAGES.map((stage) => [stage, text.say(`stage.${stage}`)] as const)}
          change={(stage) => change({ stage })}
        />
        <Select
          label={text.say('filter.sanction')}
          value={address.sanction}
          options={FORM_SANCTIONS.map((sanction) => [sanction, text.say(`sanction.${sanction}`)] as const)}
          change={(sanction) => change({ sanction })}
        />
      </search>
      <Shown
        count={shown.length}
        total={FORMS.length}
        clear={() => change({ query: '', action: '', stage: '', sanction: '' })}
      />
      {shown.length > 0 ? <FormsTable forms={shown} /> : null}
      <h3>{text.say('forms.notes')}</h3>
      <Sentences
        of={[
          'fact.forms.object',
          'why.sanction.moral',
          'why.sanction.severe-discipline',
          'fact.law.medium',
          'reminder.sanction.pppk',
          'reminder.sanction.honorer',
          'fact.forms.force',
          'fact.forms.copies',
        ]}
      />
    </>
  );
}

/** On narrow screens the style sheet lays each row out as a card, and `data-label` repeats the name of the column. */
function FormsTable({ forms }: { readonly forms: readonly Form[] }) {
  const { texts } = usePage();
  const text = useLibraryText();
  const label = (column: (typeof COLUMNS)[number]) => text.say(`forms.column.${column}`);
  return (
    <table class="forms" {...as.table}>
      <caption class="hidden">{text.say('forms.caption')}</caption>
      <thead {...as.rowgroup}>
        <tr {...as.row}>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" {...as.columnheader}>
              {label(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as.rowgroup}>
        {forms.map((form) => (
          <tr key={form.id} {...as.row}>
            <th scope="row" {...as.rowheader} id={form.id}>
              {text.sentence(form.text)}
            </th>
            <td {...as.cell} data-label={label('actions')}>
              {form.actions.map((action) => actionName(action, texts, text)).join(', ')}
            </td>
            <td {...as.cell} data-label={label('stage')}>
              {text.say(`stage.${form.stage}`)}
            </td>
            <td {...as.cell} data-label={label('sanction')}>
              <span class={`sanction sanction-${form.sanction}`}>
                {text.say(`sanction.${form.sanction}`)}
              </span>
            </td>
            <td {...as.cell} data-label={label('basis')}>
              <span class="basis">{SOURCES[form.text].basis}</span>
              <SourceNote source={SOURCES[form.text]} about={form.id} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
