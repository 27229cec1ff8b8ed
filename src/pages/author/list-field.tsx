import { useId, useState } from 'preact/hooks';
import { tableText } from '../../core/pack-lint/pack-lint-text.ts';
import type { CellFault, Read } from '../../core/pack-table/pack-table-cells.ts';
import { useWords } from './words.ts';

interface ListFieldProps<Value> {
  readonly label: string;
  readonly note?: string;
  readonly values: readonly Value[];
  /** Lines instead of parts of one line: for texts that may hold ";". */
  readonly isLines?: boolean;
  write(value: Value): string;
  read(part: string): Read<Value>;
  split(text: string): readonly string[];
  onChange(values: Value[]): void;
}

/**
 * A list as people write it in a cell. What is typed stays as it is, and what cannot be read is told below it; only
 * what can be read goes into the draft.
 */
export function ListField<Value>({
  label,
  note,
  values,
  isLines = false,
  write,
  read,
  split,
  onChange,
}: ListFieldProps<Value>) {
  const { say, dictionary } = useWords();
  const id = useId();
  const [text, setText] = useState(() => values.map(write).join(isLines ? '\n' : '; '));
  const results = split(text).map(read);
  const faults = results.flatMap((result): CellFault[] => ('fault' in result ? [result.fault] : []));
  return (
    <div class="field field-wide">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={isLines ? 3 : 1}
        aria-describedby={`${id}-note ${id}-fault`}
        aria-invalid={faults.length > 0}
        value={text}
        onInput={({ currentTarget: { value } }) => {
          setText(value);
          onChange(
            split(value)
              .map(read)
              .flatMap((result) => ('value' in result ? [result.value] : [])),
          );
        }}
      />
      <p class="field-note" id={`${id}-note`}>
        {note ?? say(isLines ? 'page.list.lines' : 'page.list.parts')}
      </p>
      <p class="fault" id={`${id}-fault`} role="status">
        {faults
          .map(({ code, text: part }) => {
            const { text: wrong, fix } = tableText({ code, parameters: { text: part } }, dictionary);
            return `${wrong} ${fix}`;
          })
          .join(' ')}
      </p>
    </div>
  );
}
