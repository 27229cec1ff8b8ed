import { useId, useMemo, useState } from 'preact/hooks';
import type { Pack } from '../../core/pack/pack.ts';
import {
  type EntryName,
  type FieldChange,
  packDifference,
  SILENT_FIELDS,
} from '../../core/pack/pack-difference.ts';
import { NEUTRAL_SENTENCES } from '../../core/pack-lint/pack-lint-examples.ts';
import { createPackReader, flaggedBy, type PackReader } from '../../core/trial/pack-trial.ts';
import { FileField } from '../parts/file-field.tsx';
import { packOfFile } from './pack-of-file.ts';
import { useWords } from './words.ts';

/** Names and changes that are listed of each kind; the rest are counted. */
const MOST = 100;
/** Characters of a value that are shown. */
const SHOWN = 100;

interface CompareProps {
  /** Null while the draft is no valid pack. */
  readonly reader: PackReader | null;
  /** Packs that stand beside it. */
  readonly beside: readonly Pack[];
}

/** What this version adds, removes and says otherwise than an earlier one. */
export function Compare({ reader, beside }: CompareProps) {
  const { say } = useWords();
  const id = useId();
  const [before, setBefore] = useState<Pack | 'bad'>();
  const read = async (file: File) => {
    setBefore((await packOfFile(file)) ?? 'bad');
  };
  return (
    <section class="card compare" aria-label={say('page.compare.title')}>
      <h2>{say('page.compare.title')}</h2>
      <div class="field">
        <label for={id}>{say('page.compare.file')}</label>
        <FileField id={id} describedBy={`${id}-note`} onPick={read} />
        <p class="field-note" id={`${id}-note`}>
          {say('page.compare.note')}
        </p>
      </div>
      <p role="status" class={before === 'bad' ? 'fault' : undefined}>
        {before === 'bad'
          ? say('page.compare.bad')
          : before !== undefined && reader === null
            ? say('page.compare.waiting')
            : ''}
      </p>
      {typeof before === 'object' && reader !== null ? (
        <Difference before={before} reader={reader} beside={beside} />
      ) : null}
    </section>
  );
}

interface DifferenceProps extends CompareProps {
  readonly before: Pack;
  readonly reader: PackReader;
}

function Difference({ before, reader, beside }: DifferenceProps) {
  const { say } = useWords();
  const after = reader.pack;
  const { added, removed, changed, head } = useMemo(() => packDifference(before, after), [before, after]);
  const was = useMemo(() => flaggedOf(before, beside), [before, beside]);
  const is = useMemo(() => flaggedBy(reader, NEUTRAL_SENTENCES), [reader]);
  const isSameVersion =
    before.version === after.version && added.length + removed.length + changed.length > 0;
  return (
    <div class="difference">
      <p class="verdict">
        {say('page.compare.count', {
          added: added.length,
          removed: removed.length,
          changed: changed.length,
        })}
      </p>
      {isSameVersion ? (
        <p class="has-errors">{say('page.compare.sameVersion', { version: after.version })}</p>
      ) : null}
      {head.length > 0 ? <Fields changes={head} /> : null}
      <Names title={say('page.compare.added')} entries={added} />
      <Names title={say('page.compare.removed')} entries={removed} />
      {changed.length > 0 ? (
        <>
          <h3>{say('page.compare.changed')}</h3>
          <ul>
            {changed.slice(0, MOST).map(({ id, name, fields }) => (
              <li key={id}>
                {name} <span class="soft">({id})</span>
                <Fields changes={fields} />
              </li>
            ))}
          </ul>
          <More count={changed.length - MOST} />
        </>
      ) : null}
      <p>
        {say('page.compare.flagged', {
          before: was === null ? '–' : was.length,
          after: is.length,
          all: NEUTRAL_SENTENCES.length,
        })}
      </p>
      <ul>
        {is.slice(0, MOST).map(({ text, reason }) => (
          <li key={text} class="soft">
            {text}: “{reason.text}” → {reason.title}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Null where an earlier version uses an id of another pack, so that nobody could have read it. */
function flaggedOf(pack: Pack, beside: readonly Pack[]) {
  try {
    return flaggedBy(createPackReader(pack, beside), NEUTRAL_SENTENCES);
  } catch {
    return null;
  }
}

function Names({ title, entries }: { readonly title: string; readonly entries: readonly EntryName[] }) {
  if (entries.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {entries.slice(0, MOST).map(({ id, name }) => (
          <li key={id}>
            {name} <span class="soft">({id})</span>
          </li>
        ))}
      </ul>
      <More count={entries.length - MOST} />
    </>
  );
}

function More({ count }: { readonly count: number }) {
  const { say } = useWords();
  return count > 0 ? <p class="soft">{say('page.issues.more', { count })}</p> : null;
}

function Fields({ changes }: { readonly changes: readonly FieldChange[] }) {
  const { say } = useWords();
  return (
    <ul class="changes">
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {field}
          {SILENT_FIELDS.has(field) ? ` ${say('page.compare.silent')}` : ''}: {shortened(before)} →{' '}
          {shortened(after)}
        </li>
      ))}
    </ul>
  );
}

function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}
