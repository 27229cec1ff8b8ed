import { useState } from 'preact/hooks';
import { usePage } from '../parts/frame.tsx';
import { Notice } from '../parts/notice.tsx';
import { DayField } from './filters.tsx';

export type FileKind = 'csv' | 'json';
export interface DayRange {
  /** Local days, both inclusive. */
  readonly first: string;
  readonly last: string;
}

interface FilesProps {
  /** Rows that would be written: those that the filter lets through. */
  readonly rows: number;
  readonly filtered: boolean;
  readonly busy: boolean;
  onExport(kind: FileKind): void;
  onDeleteRange(range: DayRange): void;
  onClear(): void;
  onReset(): void;
}

/** What goes out of the log: into a file, or for ever. */
export function Files({ rows, filtered, busy, onExport, ...deletions }: FilesProps) {
  const { texts, policy } = usePage();
  if (policy.policy.disableExport) {
    return (
      <>
        <Notice kind="remark" text={texts.say('settings.agency.export')} />
        <Deletions {...deletions} />
      </>
    );
  }
  return (
    <>
      <section class="card block" aria-labelledby="export-title">
        <h2 id="export-title">{texts.say('log.export.title')}</h2>
        <p>{texts.say('log.export.lead')}</p>
        <Notice kind="remark" text={texts.say('log.export.cloud')} />
        <p>{texts.count(filtered ? 'log.export.filtered' : 'log.export.all', rows)}</p>
        <div class="buttons">
          {(['csv', 'json'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              class="button"
              aria-disabled={busy || rows === 0}
              onClick={() => {
                if (!busy && rows > 0) onExport(kind);
              }}
            >
              {texts.say(`log.export.${kind}`)}
            </button>
          ))}
        </div>
      </section>
      <Deletions {...deletions} />
    </>
  );
}

type DeletionsProps = Pick<FilesProps, 'onDeleteRange' | 'onClear' | 'onReset'>;

function Deletions({ onDeleteRange, onClear, onReset }: DeletionsProps) {
  const { texts } = usePage();
  return (
    <section class="card block" aria-labelledby="delete-title">
      <h2 id="delete-title">{texts.say('log.delete.title')}</h2>
      <RangeForm onDeleteRange={onDeleteRange} />
      <div class="deletion">
        <p>{texts.say('log.clear.note')}</p>
        <button type="button" class="button button-grave" onClick={onClear}>
          {texts.say('log.clear.button')}
        </button>
      </div>
      <div class="deletion">
        <p>{texts.say('log.reset.note')}</p>
        <button type="button" class="button button-grave" onClick={onReset}>
          {texts.say('log.reset.button')}
        </button>
      </div>
    </section>
  );
}

function RangeForm({ onDeleteRange }: Pick<FilesProps, 'onDeleteRange'>) {
  const { texts } = usePage();
  const [first, setFirst] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const [faulty, setFaulty] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    const isRange = first !== null && last !== null && first <= last;
    setFaulty(!isRange);
    if (isRange) onDeleteRange({ first, last });
  };
  return (
    <form class="deletion" noValidate onSubmit={submit}>
      <p>{texts.say('log.range.note')}</p>
      <div class="range">
        <DayField name={texts.say('log.filter.from')} day={first} onChange={setFirst} />
        <DayField name={texts.say('log.filter.to')} day={last} onChange={setLast} />
        <button type="submit" class="button button-grave">
          {texts.say('log.range.button')}
        </button>
      </div>
      <p role="alert" class="fault">
        {faulty ? texts.say('log.range.fault') : ''}
      </p>
    </form>
  );
}
