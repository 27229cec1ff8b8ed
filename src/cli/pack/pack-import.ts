import { basename } from 'node:path';
import { isId } from '../../core/pack/pack.ts';
import { packOfTable, type TableResult } from '../../core/pack-table/pack-table.ts';
import { readKind } from '../../core/pack-table/pack-table-cells.ts';
import { slugOf } from '../../core/pack-table/pack-table-names.ts';
import type { TableFault } from '../../core/pack-table/pack-table-rows.ts';
import { readArguments } from '../arguments.ts';
import { readBytes, writeFile } from '../files.ts';
import { EXIT_INVALID, type Io, write } from '../io.ts';
import { type Speech, WrongCall } from '../speech.ts';
import { tableFaultLines } from './issue-lines.ts';
import { stemOf } from './pack-file.ts';
import { readSheets } from './pack-sheets.ts';
import { wordsOf } from './pack-words.ts';

/** So many faults and collisions are written out; then only their number. */
const MOST_FAULTS = 100;
const MOST_COLLISIONS = 200;

export const IMPORT_OPTIONS = {
  id: { type: 'string' },
  title: { type: 'string' },
  version: { type: 'string' },
  kind: { type: 'string' },
  year: { type: 'string' },
  region: { type: 'string' },
  source: { type: 'string' },
} as const;
export type ImportValues = { readonly [Name in keyof typeof IMPORT_OPTIONS]?: string | undefined };

export async function run(args: readonly string[], io: Io, speech: Speech): Promise<number> {
  const { say } = speech;
  const { values, positionals } = readArguments(args, { ...IMPORT_OPTIONS, out: { type: 'string' } }, 1);
  const { out } = values;
  if (out === undefined) throw new WrongCall('call.missing-option', { option: '--out' });
  const [file = ''] = positionals;
  const result = await importTable(file, values, io, speech);
  await tellFaults(result.faults, io, speech);
  await tellCollisions(result, io, speech);
  if (result.pack === null || result.faults.some(({ severity }) => severity === 'error')) {
    await write(io.stderr, `${say('import.nothing', { file })}\n`);
    return EXIT_INVALID;
  }
  writeFile(out, `${JSON.stringify(result.pack, null, 2)}\n`);
  const { contests, entities } = result.pack;
  const counts = { rows: result.rows, contests: contests.length, entries: entities.length };
  await write(io.stderr, `${say('import.done', { out, ...counts })}\n`);
  return 0;
}

/** Reads a spreadsheet, with progress on stderr. @throws UsageError when it cannot be read or an option is wrong. */
export async function importTable(
  file: string,
  values: ImportValues,
  io: Io,
  { say }: Speech,
): Promise<TableResult> {
  const name = basename(file);
  const options = optionsOf(file, values);
  io.stderr.write(`${say('import.reading', { name })}\n`);
  if (values.year === undefined && options.year !== undefined) {
    io.stderr.write(`${say('import.year', { name, year: options.year })}\n`);
  }
  const { sheets, faults } = await readSheets(readBytes(file), name);
  if (sheets === null) return { pack: null, faults, collisions: [], places: new Map(), rows: 0 };
  const result = packOfTable(sheets, {
    ...options,
    onProgress: (done, total) => {
      if (total > 1_000) io.stderr.write(`${say('import.row', { name, done, total })}\n`);
    },
  });
  return { ...result, faults: [...faults, ...result.faults] };
}

function optionsOf(file: string, values: ImportValues) {
  const stem = stemOf(file);
  const kind = values.kind === undefined ? undefined : readKind(values.kind);
  if (kind && 'fault' in kind) {
    throw new WrongCall('import.kind');
  }
  const year = values.year === undefined ? yearIn(stem) : Number(values.year);
  if (year !== undefined && !(Number.isInteger(year) && year >= 1955 && year <= 2100)) {
    throw new WrongCall('call.year');
  }
  const id = values.id ?? (slugOf(stem) || 'pack');
  if (!isId(id)) {
    throw new WrongCall('call.id', { id });
  }
  return {
    id,
    title: values.title ?? (plain(stem).length >= 3 ? plain(stem) : id.padEnd(3, '-')),
    version: values.version,
    source: values.source ?? `file ${plain(basename(file))}`,
    kind: kind?.value,
    isCity: values.kind !== undefined && /mayor|wali\s?kota/i.test(values.kind),
    year,
    region: values.region,
  };
}

/** The one year that a name such as "dct_dpr_2024" holds, or undefined. */
function yearIn(name: string): number | undefined {
  const years = [...new Set(name.match(/(?<!\d)20\d\d(?!\d)/g))];
  return years.length === 1 ? Number(years[0]) : undefined;
}

/** A file may have any name, a pack may not. */
function plain(text: string): string {
  return text
    .replace(/[^\p{L}\p{N} .,()-]+/gu, ' ')
    .trim()
    .slice(0, 100);
}

async function tellFaults(faults: readonly TableFault[], io: Io, { language, say }: Speech): Promise<void> {
  const words = wordsOf(language);
  // Errors first: they are what has to be mended.
  const ordered = [...faults].sort(
    (one, other) => Number(other.severity === 'error') - Number(one.severity === 'error'),
  );
  for (const fault of ordered.slice(0, MOST_FAULTS)) await write(io.stderr, tableFaultLines(fault, words));
  if (ordered.length > MOST_FAULTS)
    await write(io.stderr, `${say('list.more', { count: ordered.length - MOST_FAULTS })}\n`);
}

async function tellCollisions({ collisions, places }: TableResult, io: Io, { say }: Speech): Promise<void> {
  if (collisions.length === 0) return;
  await write(io.stderr, `${say('import.collisions', { count: collisions.length })}\n`);
  for (const { text, entries, isSameContest } of collisions.slice(0, MOST_COLLISIONS)) {
    const rows = entries.flatMap((id) => places.get(id) ?? []).map(({ row }) => row);
    const key = isSameContest ? 'import.collision-here' : 'import.collision';
    await write(io.stderr, `  ${say(key, { text, rows: rows.join(', ') })}\n`);
  }
  if (collisions.length > MOST_COLLISIONS)
    await write(io.stderr, `  ${say('list.more', { count: collisions.length - MOST_COLLISIONS })}\n`);
}
