interface FileFieldProps {
  readonly id: string;
  readonly class?: string;
  readonly describedBy?: string;
  /** JSON and signed packs, unless it says otherwise. */
  readonly accept?: string;
  readonly disabled?: boolean;
  onPick(file: File): void;
}

/** Takes a file that is picked, or dropped on the field itself. The same file again is a new choice: it may be mended. */
export function FileField({
  id,
  class: name,
  describedBy,
  accept = 'application/json,.json,.jpack',
  disabled,
  onPick,
}: FileFieldProps) {
  return (
    <input
      class={name}
      id={id}
      type="file"
      accept={accept}
      disabled={disabled}
      aria-describedby={describedBy}
      onChange={({ currentTarget }) => {
        const file = currentTarget.files?.[0];
        if (file) onPick(file);
        currentTarget.value = '';
      }}
    />
  );
}
