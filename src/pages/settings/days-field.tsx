import { useId, useState } from 'preact/hooks';
import { usePage } from '../parts/frame.tsx';

interface DaysFieldProps {
  readonly name: string;
  readonly days: number;
  readonly bounds: { readonly least: number; readonly most: number };
  onChange(days: number): void;
}

/** A number of days. What is out of bounds is not taken over, and said; leaving it so changes nothing. */
export function DaysField({ name, days, bounds: { least, most }, onChange }: DaysFieldProps) {
  const { texts } = usePage();
  const id = useId();
  const [isRefused, setRefused] = useState(false);
  const bounds = { least: texts.number(least), most: texts.number(most) };
  const take = (input: HTMLInputElement) => {
    const next = input.valueAsNumber;
    const isValid = Number.isInteger(next) && next >= least && next <= most;
    setRefused(!isValid);
    if (!isValid) input.value = String(days);
    else if (next !== days) onChange(next);
  };
  return (
    <div class="row">
      <label class="row-words" for={id}>
        <span class="row-name">{name}</span>
        <span class="row-note" id={`${id}-bounds`}>
          {texts.say('settings.log.retention-bounds', bounds)}
        </span>
      </label>
      <input
        class="days"
        type="number"
        id={id}
        min={least}
        max={most}
        step={1}
        required
        value={days}
        aria-describedby={`${id}-bounds ${id}-fault`}
        onChange={({ currentTarget }) => take(currentTarget)}
      />
      <p class="fault" role="alert" id={`${id}-fault`}>
        {isRefused
          ? texts.say('settings.log.retention-refused', { ...bounds, days: texts.number(days) })
          : ''}
      </p>
    </div>
  );
}
