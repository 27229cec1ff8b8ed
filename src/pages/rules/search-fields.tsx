import { useId } from 'preact/hooks';
import { useLibraryText } from './library-text.ts';

interface SearchFieldProps {
  readonly query: string;
  change(query: string): void;
}

export function SearchField({ query, change }: SearchFieldProps) {
  const text = useLibraryText();
  const id = useId();
  return (
    <div class="field field-wide">
      <label for={id}>{text.say('filter.search')}</label>
      <input
        id={id}
        type="search"
        maxLength={100}
        value={query}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
    </div>
  );
}

interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value | '';
  /** Values with their names. */
  readonly options: readonly (readonly [Value, string])[];
  change(value: Value | ''): void;
}

export function Select<Value extends string>({ label, value, options, change }: SelectProps<Value>) {
  const text = useLibraryText();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) =>
          change(options.find(([option]) => option === currentTarget.value)?.[0] ?? '')
        }
      >
        <option value="">{text.say('filter.all')}</option>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ShownProps {
  readonly count: number;
  readonly total: number;
  clear(): void;
}

/** How many rows a search left; the way back where it left some out. */
export function Shown({ count, total, clear }: ShownProps) {
  const text = useLibraryText();
  return (
    <div class="shown">
      <p role="status">
        {count === 0 ? text.say('filter.none') : text.say('filter.shown', { count, total })}
      </p>
      {count < total ? (
        <button type="button" class="button" onClick={clear}>
          {text.say('filter.clear')}
        </button>
      ) : null}
    </div>
  );
}
