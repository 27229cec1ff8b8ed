import { CONFIDENCES, type PackEntity } from '../../core/pack/pack.ts';
import {
  partsOfCell,
  readAccount,
  readAlias,
  readHashtag,
  readSlogan,
  writeAccount,
  writeAlias,
  writeSlogan,
} from '../../core/pack-table/pack-table-cells.ts';
import { ExamplesFields } from './examples-fields.tsx';
import { ListField } from './list-field.tsx';
import { RowForm } from './row-form.tsx';
import { SelectField } from './select-field.tsx';
import { TextField } from './text-field.tsx';
import { useWords } from './words.ts';

interface EntryFormProps {
  readonly id: string;
  readonly entity: PackEntity;
  change(part: Partial<PackEntity>): void;
  setNumber(number: number | undefined): void;
  remove(): void;
}

/** Everything that an entry is found by. Lists are written as in a spreadsheet. */
export function EntryForm({ id, entity, change, setNumber, remove }: EntryFormProps) {
  const { say, language } = useWords();
  const isTicket = entity.role === 'ticket';
  const hasPersons = (entity.members?.length ?? 0) > 0;
  return (
    <RowForm id={id} name={entity.name || say('page.entry.unnamed')}>
      <div class="fields">
        {hasPersons ? (
          <p class="field">
            <span class="field-label">{say('page.entry.name')}</span>
            <span>{entity.name || say('page.entry.unnamed')}</span>
            <span class="field-note">{say('page.entry.nameOfTicket')}</span>
          </p>
        ) : (
          <TextField
            label={say('page.entry.name')}
            value={entity.name}
            onChange={(name) => change({ name })}
          />
        )}
        {entity.role === 'ticket' || entity.role === 'party' || entity.ballotNumber !== undefined ? (
          <TextField
            label={say('page.entry.number')}
            type="number"
            value={entity.ballotNumber === undefined ? '' : String(entity.ballotNumber)}
            onChange={(text) => setNumber(text.trim() === '' ? undefined : Number(text))}
          />
        ) : null}
        <ListField
          label={say('page.entry.aliases')}
          note={say('page.entry.aliasesNote')}
          values={entity.aliases}
          split={partsOfCell}
          read={(part) => readAlias(part, isTicket)}
          write={(alias) => writeAlias(alias, language, isTicket)}
          onChange={(aliases) => change({ aliases })}
        />
        <ListField
          label={say('page.entry.hashtags')}
          values={entity.hashtags}
          split={partsOfCell}
          read={readHashtag}
          write={(hashtag) => `#${hashtag.replace(/^#/, '')}`}
          onChange={(hashtags) => change({ hashtags })}
        />
        <ListField
          label={say('page.entry.slogans')}
          note={say('page.entry.slogansNote')}
          values={entity.slogans}
          split={partsOfCell}
          read={readSlogan}
          write={(slogan) => writeSlogan(slogan, language)}
          onChange={(slogans) => change({ slogans })}
        />
        <ListField
          label={say('page.entry.accounts')}
          note={say('page.entry.accountsNote')}
          values={entity.accounts}
          split={partsOfCell}
          read={readAccount}
          write={writeAccount}
          onChange={(accounts) => change({ accounts })}
        />
        <ExamplesFields examples={entity.examples} change={(examples) => change({ examples })} />
        <TextField
          label={say('page.head.source')}
          value={entity.source}
          onChange={(source) => change({ source })}
        />
        <SelectField
          label={say('page.entry.confidence')}
          value={entity.confidence}
          choices={CONFIDENCES}
          wordsOf={(confidence) => say(`page.confidence.${confidence}`)}
          onChange={(confidence) => change({ confidence })}
        />
      </div>
      <button type="button" class="button button-grave" onClick={remove}>
        {say(hasPersons ? 'page.entry.removeTicket' : 'page.entry.remove')}
      </button>
    </RowForm>
  );
}
