import { type EntryName, type FieldChange, packDifference, SILENT_FIELDS } from '../core/pack-difference.ts';
import { NEUTRAL_SENTENCES } from '../core/pack-lint-examples.ts';
import { createPackReader, flaggedBy } from '../core/pack-trial.ts';
import { type Io, write } from './io.ts';
import { packsBeside, readArguments, readPackFile } from './pack-file.ts';

const USAGE = 'usage: jaga-netral pack diff OLD NEW';
/** Characters of a value that are shown. */
const SHOWN = 100;

export const help = `pack diff OLD NEW
  What a new version adds, removes and says otherwise, by name, and how many sentences of ordinary life each of
  the two would flag.
`;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { positionals } = readArguments(args, {}, { least: 2, most: 2, usage: USAGE });
  const [before, after] = [readPackFile(positionals[0] ?? ''), readPackFile(positionals[1] ?? '')];
  const { added, removed, changed, head } = packDifference(before, after);
  await write(io.stdout, `+${added.length} / −${removed.length} entries, ${changed.length} changed\n`);
  for (const { field, before: was, after: is } of head) await write(io.stdout, fieldLine('', field, was, is));
  await tellNames('+', added, io);
  await tellNames('−', removed, io);
  for (const { name, id, fields } of changed) {
    await write(io.stdout, `~ ${name} (${id})\n`);
    for (const change of fields) await write(io.stdout, lineOf(change));
  }
  if (after.version === before.version && added.length + removed.length + changed.length > 0) {
    await write(io.stdout, `the version is the same (${after.version}): raise it, the log names it\n`);
  }
  const [was, is] = [before, after].map((pack) =>
    flaggedBy(createPackReader(pack, packsBeside(pack.id)), NEUTRAL_SENTENCES),
  );
  const all = NEUTRAL_SENTENCES.length;
  await write(
    io.stdout,
    `ordinary sentences that are flagged: ${was?.length ?? 0} of ${all} before, ${is?.length ?? 0} of ${all} after\n`,
  );
  for (const { text, reason } of is ?? []) {
    await write(io.stdout, `  ${JSON.stringify(text)}: ${JSON.stringify(reason.text)} → ${reason.title}\n`);
  }
  return 0;
}

async function tellNames(sign: string, entries: readonly EntryName[], io: Io): Promise<void> {
  for (const { name, id } of entries) await write(io.stdout, `${sign} ${name} (${id})\n`);
}

function lineOf({ field, before, after }: FieldChange): string {
  return fieldLine('    ', field, before, after);
}

function fieldLine(indent: string, field: string, before: string, after: string): string {
  const note = SILENT_FIELDS.has(field) ? ' (not read by matching)' : '';
  return `${indent}${field}${note}: ${shortened(before)} → ${shortened(after)}\n`;
}

function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}
