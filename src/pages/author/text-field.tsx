import { useId } from 'preact/hooks';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'number' | 'date';
  readonly note?: string;
  onChange(value: string): void;
}

export function TextField({ label, value, type = 'text', note, onChange }: TextFieldProps) {
  const id = useId();
  const kind = { type } as { readonly type: 'text' };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...kind}
        value={value}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {note === undefined ? null : (
        <p class="field-note" id={`${id}-note`}>
          {note}
        </p>
      )}
    </div>
  );
}
