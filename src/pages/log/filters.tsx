import { useId, useState } from 'preact/hooks';
import {
  FILTER_FIELDS,
  FILTER_VALUES,
  type FilterField,
  isFiltered,
  type LogFilter,
  NO_FILTER,
} from '../../core/log/log-view.ts';
import { usePage } from '../parts/frame.tsx';
import { isDay } from './address.ts';
import { valueName } from './words.ts';

interface FiltersProps {
  readonly filter: LogFilter;
  onChange(filter: LogFilter): void;
}

/** Closed until it is wanted; a page that comes with a filter in its address shows it. */
export function Filters({ filter, onChange }: FiltersProps) {
  const { texts } = usePage();
  const [openAtFirst] = useState(isFiltered(filter));
  return (
    <details class="filters" open={openAtFirst}>
      <summary>{texts.say('log.filter.title')}</summary>
      <div class="filter-fields">
        {(['from', 'to'] as const).map((end) => (
          <DayField
            key={end}
            name={texts.say(`log.filter.${end}`)}
            day={filter[end]}
            onChange={(day) => onChange({ ...filter, [end]: day })}
          />
        ))}
        {FILTER_FIELDS.map((field) => (
          <ValueField
            key={field}
            field={field}
            value={filter[field]}
            onChange={(value) => onChange({ ...filter, [field]: value })}
          />
        ))}
        {isFiltered(filter) ? (
          <button type="button" class="button" onClick={() => onChange(NO_FILTER)}>
            {texts.say('log.filter.clear')}
          </button>
        ) : null}
      </div>
    </details>
  );
}

interface DayFieldProps {
  readonly name: string;
  readonly day: string | null;
  onChange(day: string | null): void;
}

export function DayField({ name, day, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{name}</label>
      <input
        type="date"
        id={id}
        value={day ?? ''}
        onChange={({ currentTarget: { value } }) => onChange(isDay(value) ? value : null)}
      />
    </div>
  );
}

interface ValueFieldProps {
  readonly field: FilterField;
  readonly value: string | null;
  onChange(value: string | null): void;
}

function ValueField({ field, value, onChange }: ValueFieldProps) {
  const { texts } = usePage();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{texts.say(`log.field.${field}`)}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ currentTarget: { value: chosen } }) => onChange(chosen === '' ? null : chosen)}
      >
        <option value="">{texts.say('log.filter.any')}</option>
        {FILTER_VALUES[field].map((one) => (
          <option key={one} value={one}>
            {valueName(field, one, texts)}
          </option>
        ))}
      </select>
    </div>
  );
}
