import { useId } from 'preact/hooks';

interface PickProps {
  readonly name: string;
  readonly note: string;
  readonly options: readonly { readonly value: number; readonly name: string }[];
  readonly value: number;
  onPick(value: number): void;
}

/** One of several amounts, as a list that opens. */
export function Pick({ name, note, options, value, onPick }: PickProps) {
  const id = useId();
  return (
    <div class="pick">
      <span class="row-words">
        <label class="row-name" for={id}>
          {name}
        </label>
        <span class="row-note" id={`${id}-note`}>
          {note}
        </span>
      </span>
      <select
        class="select"
        id={id}
        value={value}
        aria-describedby={`${id}-note`}
        onChange={(event) => onPick(Number(event.currentTarget.value))}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}
