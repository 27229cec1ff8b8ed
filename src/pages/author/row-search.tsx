interface RowSearchProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  change(sought: string): void;
}

/** Narrows a table that is too long to show whole. */
export function RowSearch({ id, label, value, change }: RowSearchProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="search"
        value={value}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
    </div>
  );
}
