import { useId } from 'preact/hooks';

interface ChoiceProps {
  /** Name of the radio group. */
  readonly group: string;
  readonly name: string;
  readonly lang?: string;
  readonly notes?: readonly string[];
  readonly chosen: boolean;
  readonly isForbidden?: boolean;
  onChoose(): void;
}

/** One radio button with its explanation; lies in a fieldset that asks the question. */
export function Choice({
  group,
  name,
  lang,
  notes = [],
  chosen,
  isForbidden = false,
  onChoose,
}: ChoiceProps) {
  const id = useId();
  return (
    <label class="choice" for={id}>
      <input
        class="radio"
        type="radio"
        name={group}
        id={id}
        checked={chosen}
        disabled={isForbidden}
        aria-labelledby={`${id}-name`}
        aria-describedby={notes.length > 0 ? `${id}-notes` : undefined}
        onChange={onChoose}
      />
      <span class="row-words">
        <span class="row-name" id={`${id}-name`} lang={lang}>
          {name}
        </span>
        {notes.length > 0 ? (
          <span id={`${id}-notes`}>
            {notes.map((note) => (
              <span class="row-note" key={note}>
                {`${note} `}
              </span>
            ))}
          </span>
        ) : null}
      </span>
    </label>
  );
}
