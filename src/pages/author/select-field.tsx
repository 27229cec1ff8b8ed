interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Value[];
  wordsOf(value: Value): string;
  onChange(value: Value): void;
}

export function SelectField<Value extends string>({
  label,
  value,
  choices,
  wordsOf,
  onChange,
}: SelectFieldProps<Value>) {
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value as Value)}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {wordsOf(choice)}
          </option>
        ))}
      </select>
    </label>
  );
}
