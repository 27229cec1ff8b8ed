import { useId } from 'preact/hooks';

interface SwitchProps {
  readonly name: string;
  readonly note?: string;
  readonly on: boolean;
  onChange(on: boolean): void;
}

/** One line with a switch; the whole line can be pressed. The name alone is its label, the note describes it. */
export function Switch({ name, note, on, onChange }: SwitchProps) {
  const id = useId();
  return (
    <label class="row" for={id}>
      <span class="row-words">
        <span class="row-name" id={`${id}-name`}>
          {name}
        </span>
        {note === undefined ? null : (
          <span class="row-note" id={`${id}-note`}>
            {note}
          </span>
        )}
      </span>
      <input
        class="switch"
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox carries its own state; aria-checked is forbidden on it.
        role="switch"
        id={id}
        checked={on}
        aria-labelledby={`${id}-name`}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
