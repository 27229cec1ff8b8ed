import { extname } from 'node:path';
import { lintPack } from '../../core/pack-lint/pack-lint.ts';
import { tablePlace } from '../../core/pack-lint/pack-lint-text.ts';
import { readArguments } from '../arguments.ts';
import { EXIT_INVALID, type Io, write } from '../io.ts';
import { loadPacks } from '../packs.ts';
import type { Speech } from '../speech.ts';
import { tableFaultLines } from './issue-lines.ts';
import { lintPackFile, tellIssues } from './lint-pack-file.ts';
import { lintContextOf } from './pack-file.ts';
import { IMPORT_OPTIONS, importTable } from './pack-import.ts';
import { wordsOf } from './pack-words.ts';

export async function run(args: readonly string[], io: Io, speech: Speech): Promise<number> {
  const { values, positionals } = readArguments(
    args,
    { ...IMPORT_OPTIONS, beside: { type: 'string', multiple: true } },
    1,
  );
  const [file = ''] = positionals;
  const words = wordsOf(speech.language);
  const beside = values.beside ? loadPacks(values.beside) : [];
  if (/^\.(?:csv|xlsx|tsv|txt)$/i.test(extname(file))) {
    const result = await importTable(file, values, io, speech);
    for (const fault of result.faults) await write(io.stdout, tableFaultLines(fault, words));
    const hasErrors = result.faults.some(({ severity }) => severity === 'error');
    if (result.pack === null || hasErrors) return tellEnd(result.faults, io, speech);
    const { places, pack } = result;
    const placeOf = (entry: string) => {
      const place = places.get(entry);
      return place ? tablePlace({ ...place, heading: '' }, words) : '';
    };
    const issues = lintPack(pack, lintContextOf(pack.id, false, beside));
    await tellIssues(issues, { placeOf }, io.stdout, speech);
    return tellEnd(issues, io, speech);
  }
  const { json, issues } = lintPackFile(file, beside);
  await tellIssues(issues, { json }, io.stdout, speech);
  return tellEnd(issues, io, speech);
}

async function tellEnd(
  issues: readonly { readonly severity: string }[],
  io: Io,
  { say }: Speech,
): Promise<number> {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  await write(io.stderr, `${say('lint.count', { errors, advice: issues.length - errors })}\n`);
  return errors > 0 ? EXIT_INVALID : 0;
}
