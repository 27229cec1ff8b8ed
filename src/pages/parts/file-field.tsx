interface FileFieldProps {
  readonly id: string;
  readonly class?: string;
  readonly describedBy?: string;
  onPick(file: File): void;
}

/** Takes a file of JSON that is picked, or dropped on the field itself. The same file again is a new choice: it may be mended. */
export function FileField({ id, class: name, describedBy, onPick }: FileFieldProps) {
  return (
    <input
      class={name}
      id={id}
      type="file"
      accept="application/json,.json,.jpack"
      aria-describedby={describedBy}
      onChange={({ currentTarget }) => {
        const file = currentTarget.files?.[0];
        if (file) onPick(file);
        currentTarget.value = '';
      }}
    />
  );
}
