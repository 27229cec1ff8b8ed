import { CONFIDENCES, type Pack, PHRASE_KINDS } from '../../core/pack/pack.ts';
import { ExamplesFields } from './examples-fields.tsx';
import { RowForm } from './row-form.tsx';
import { SelectField } from './select-field.tsx';
import { TextField } from './text-field.tsx';
import { useWords } from './words.ts';

type Phrase = Pack['phrases'][number];
type Exception = Pack['exceptions'][number];

interface TextFormProps {
  readonly id: string;
  /** A phrase has a strength, an exception has none. */
  readonly entry: Phrase | Exception;
  change(part: Partial<Phrase>): void;
  remove(): void;
}

const STRENGTHS = ['weak', 'strong'] as const;
const NO_EXAMPLES = { match: [], ignore: [] };

/** Everything of one phrase or one exception. */
export function TextForm({ id, entry, change, remove }: TextFormProps) {
  const { say } = useWords();
  const isPhrase = 'strength' in entry;
  return (
    <RowForm id={id} name={entry.text || say('page.text.empty')}>
      <div class="fields">
        <TextField
          label={say('page.text.text')}
          value={entry.text}
          note={say(isPhrase ? 'page.phrase.textNote' : 'page.exception.textNote')}
          onChange={(text) => change({ text })}
        />
        {isPhrase ? (
          <>
            <SelectField
              label={say('page.phrase.strength')}
              value={entry.strength}
              choices={STRENGTHS}
              wordsOf={(strength) => say(`page.strength.${strength}`)}
              onChange={(strength) => change({ strength })}
            />
            <SelectField
              label={say('page.phrase.kind')}
              value={entry.kind}
              choices={PHRASE_KINDS}
              wordsOf={(kind) => say(`page.phrase.${kind}`)}
              onChange={(kind) => change({ kind })}
            />
            <TextField
              label={say('page.phrase.language')}
              value={entry.language}
              note={say('page.phrase.languageNote')}
              onChange={(language) => change({ language: language.trim() })}
            />
          </>
        ) : null}
        <ExamplesFields
          examples={entry.examples ?? NO_EXAMPLES}
          change={(examples) => change({ examples })}
        />
        <TextField
          label={say('page.head.source')}
          value={entry.source}
          onChange={(source) => change({ source })}
        />
        {isPhrase ? (
          <SelectField
            label={say('page.entry.confidence')}
            value={entry.confidence}
            choices={CONFIDENCES}
            wordsOf={(confidence) => say(`page.confidence.${confidence}`)}
            onChange={(confidence) => change({ confidence })}
          />
        ) : null}
      </div>
      <button type="button" class="button button-grave" onClick={remove}>
        {say('page.entry.remove')}
      </button>
    </RowForm>
  );
}
