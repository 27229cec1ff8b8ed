import { extname } from 'node:path';
import type { Pack } from '../core/pack.ts';
import { type LintIssue, lintFile, lintPack } from '../core/pack-lint.ts';
import { tablePlace } from '../core/pack-lint-text.ts';
import { readText } from './files.ts';
import { EXIT_INVALID, type Io, write } from './io.ts';
import { issueLines, lintContextOf, readArguments, tableFaultLines } from './pack-file.ts';
import { IMPORT_OPTIONS, importTable } from './pack-import.ts';
import { wordsOf } from './pack-words.ts';
import { builtInPackIds, loadPacks } from './packs.ts';
import type { Speech } from './speech.ts';

const USAGE = 'jaga-netral pack lint FILE.json|FILE.csv|FILE.xlsx [--beside PACK]... [--language id|en]';
/** So many issues of a kind are written out. */
const MOST_OF_A_KIND = 20;

export async function run(args: readonly string[], io: Io, speech: Speech): Promise<number> {
  const { values, positionals } = readArguments(
    args,
    { ...IMPORT_OPTIONS, beside: { type: 'string', multiple: true } },
    { least: 1, most: 1, usage: USAGE },
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
    return tell(lintPack(pack, lintContextOf(pack.id, false, beside)), { placeOf }, io, speech);
  }
  const json = readText(file);
  const isOurs = /(?:^|[\\/])rules[\\/][^\\/]+$/.test(file);
  const { issues } = lintFile(
    json,
    lintContextOf(idIn(json), isOurs && builtInPackIds().includes(idIn(json)), beside),
  );
  return tell(issues, { json }, io, speech);
}

/** Which packs it is compared with depends on its id, also before anything else of it is known to be right. */
function idIn(json: string): string {
  try {
    const { id } = JSON.parse(json.replace(/^\uFEFF/, '')) as Partial<Pack>;
    return typeof id === 'string' ? id : '';
  } catch {
    return '';
  }
}

async function tell(
  issues: readonly LintIssue[],
  where: Parameters<typeof issueLines>[2],
  io: Io,
  speech: Speech,
): Promise<number> {
  const words = wordsOf(speech.language);
  const counts = new Map<string, number>();
  for (const issue of issues) {
    const count = (counts.get(issue.code) ?? 0) + 1;
    counts.set(issue.code, count);
    if (count <= MOST_OF_A_KIND) await write(io.stdout, issueLines(issue, words, where));
  }
  for (const [code, count] of counts) {
    if (count > MOST_OF_A_KIND)
      await write(io.stdout, `${speech.say('lint.more', { code, count: count - MOST_OF_A_KIND })}\n`);
  }
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
