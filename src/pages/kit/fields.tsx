import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { FaultText } from './fault-text.tsx';
import { useValue } from './form-context.ts';
import { linesOf, type Place } from './form-value.ts';

interface FieldProps {
  readonly label: string;
  /** What it must look like, with an example. */
  readonly note: string;
  readonly place: Place;
}

interface TextProps extends FieldProps {
  /** For addresses and keys, which nobody can compare in a narrow field. */
  readonly isWide?: boolean;
  /** Value of the form for what was typed; the text itself when absent. */
  asValue?(text: string): unknown;
}

/** One line of text. An empty one takes the value away, unless `asValue` says otherwise. */
export function TextInput({
  label,
  note,
  place,
  isWide = false,
  asValue = (text) => text || undefined,
}: TextProps) {
  const { value, faults, set } = useValue(place);
  const id = useId();
  return (
    <div class={isWide ? 'field field-wide' : 'field'}>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        spellcheck={false}
        value={value === undefined ? '' : String(value)}
        aria-describedby={`${id}-note ${id}-fault`}
        aria-invalid={faults.length > 0}
        onInput={({ currentTarget }) => set(asValue(currentTarget.value))}
      />
      <p class="field-note" id={`${id}-note`}>
        {note}
      </p>
      <FaultText id={`${id}-fault`} faults={faults} />
    </div>
  );
}

interface LinesProps extends FieldProps {
  /** Whether a list of nothing is left out. */
  readonly isOptional?: boolean;
}

/** A list, one entry in each line. What is typed stays as it is, also empty lines. */
export function LinesInput({ label, note, place, isOptional = false }: LinesProps) {
  const { value, faults, set } = useValue(place);
  const id = useId();
  const lines = Array.isArray(value) ? value.map(String) : [];
  const [text, setText] = useState(lines.join('\n'));
  useEffect(() => {
    // Somebody else set it: a file of keys.
    if (String(linesOf(text)) !== String(lines)) setText(lines.join('\n'));
  }, [value]);
  return (
    <div class="field field-wide">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        spellcheck={false}
        value={text}
        aria-describedby={`${id}-note ${id}-fault`}
        aria-invalid={faults.length > 0}
        onInput={({ currentTarget }) => {
          const next = linesOf(currentTarget.value);
          setText(currentTarget.value);
          set(isOptional && next.length === 0 ? undefined : next);
        }}
      />
      <p class="field-note" id={`${id}-note`}>
        {note}
      </p>
      <FaultText id={`${id}-fault`} faults={faults} />
    </div>
  );
}

interface ChoiceProps extends FieldProps {
  /** Values with their words; `undefined` is not set at all. */
  readonly choices: readonly (readonly [unknown, string])[];
}

export function ChoiceInput({ label, note, place, choices }: ChoiceProps) {
  const { value, faults, set } = useValue(place);
  const id = useId();
  const chosen = choices.findIndex(([known]) => known === value);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={String(chosen)}
        aria-describedby={`${id}-note ${id}-fault`}
        aria-invalid={faults.length > 0}
        onChange={({ currentTarget }) => set(choices[Number(currentTarget.value)]?.[0])}
      >
        {chosen === -1 ? <option value="-1">{String(value)}</option> : null}
        {choices.map(([, words], index) => (
          <option key={words} value={String(index)}>
            {words}
          </option>
        ))}
      </select>
      <p class="field-note" id={`${id}-note`}>
        {note}
      </p>
      <FaultText id={`${id}-fault`} faults={faults} />
    </div>
  );
}

interface FileInputProps {
  readonly label: string;
  readonly note: string;
  readonly accept: string;
  /** What came of the last file, or ''. */
  readonly said: string;
  /** Whether that is a fault. */
  readonly isWrong?: boolean;
  pick(file: File): void;
  readonly children?: ComponentChildren;
}

/** A file that is read once and not kept. */
export function FileInput({ label, note, accept, said, isWrong = false, pick, children }: FileInputProps) {
  const id = useId();
  return (
    <div class="field field-wide">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={`${id}-note ${id}-said`}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) pick(file);
          // The same file again is a new choice: it may be mended.
          currentTarget.value = '';
        }}
      />
      <p class="field-note" id={`${id}-note`}>
        {note}
      </p>
      <p class={isWrong ? 'fault' : 'said-here'} id={`${id}-said`} role="status">
        {said}
      </p>
      {children}
    </div>
  );
}
