import {
  type EntryName,
  type FieldChange,
  packDifference,
  SILENT_FIELDS,
} from '../../core/pack/pack-difference.ts';
import { NEUTRAL_SENTENCES } from '../../core/pack-lint/pack-lint-examples.ts';
import { createPackReader, flaggedBy } from '../../core/trial/pack-trial.ts';
import { readArguments } from '../arguments.ts';
import { type Io, write } from '../io.ts';
import { loadPack } from '../packs.ts';
import type { Speech } from '../speech.ts';
import { packsBeside } from './pack-file.ts';

/** Characters of a value that are shown. */
const SHOWN = 100;

export async function run(args: readonly string[], io: Io, speech: Speech): Promise<number> {
  const { say } = speech;
  const { positionals } = readArguments(args, {}, 2);
  const [before, after] = [loadPack(positionals[0] ?? ''), loadPack(positionals[1] ?? '')];
  const { added, removed, changed, head } = packDifference(before, after);
  const counts = { added: added.length, removed: removed.length, changed: changed.length };
  await write(io.stdout, `${say('diff.counts', counts)}\n`);
  for (const change of head) await write(io.stdout, fieldLine('', change, speech));
  await tellNames('+', added, io);
  await tellNames('−', removed, io);
  for (const { name, id, fields } of changed) {
    await write(io.stdout, `~ ${name} (${id})\n`);
    for (const change of fields) await write(io.stdout, fieldLine('    ', change, speech));
  }
  if (after.version === before.version && added.length + removed.length + changed.length > 0) {
    await write(io.stdout, `${say('diff.same-version', { version: after.version })}\n`);
  }
  const [was, is] = [before, after].map((pack) =>
    flaggedBy(createPackReader(pack, packsBeside(pack.id)), NEUTRAL_SENTENCES),
  );
  const flagged = { before: was?.length ?? 0, after: is?.length ?? 0, all: NEUTRAL_SENTENCES.length };
  await write(io.stdout, `${say('diff.flagged', flagged)}\n`);
  for (const { text, reason } of is ?? []) {
    await write(io.stdout, `  ${JSON.stringify(text)}: ${JSON.stringify(reason.text)} → ${reason.title}\n`);
  }
  return 0;
}

async function tellNames(sign: string, entries: readonly EntryName[], io: Io): Promise<void> {
  for (const { name, id } of entries) await write(io.stdout, `${sign} ${name} (${id})\n`);
}

function fieldLine(indent: string, { field, before, after }: FieldChange, { say }: Speech): string {
  const name = SILENT_FIELDS.has(field) ? say('diff.silent', { field }) : field;
  return `${indent}${name}: ${shortened(before)} → ${shortened(after)}\n`;
}

function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}
