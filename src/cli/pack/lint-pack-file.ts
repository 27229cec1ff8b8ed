import type { Writable } from 'node:stream';
import type { Pack } from '../../core/pack/pack.ts';
import { type LintIssue, lintFile } from '../../core/pack-lint/pack-lint.ts';
import { readText } from '../files.ts';
import { write } from '../io.ts';
import { builtInPackIds, packPath } from '../packs.ts';
import type { Speech } from '../speech.ts';
import { issueLines } from './issue-lines.ts';
import { lintContextOf } from './pack-file.ts';
import { wordsOf } from './pack-words.ts';

/** So many issues of a kind are written out. */
const MOST_OF_A_KIND = 20;

export interface LintedFile {
  /** Text of the file: issues stand on its lines. */
  readonly json: string;
  readonly issues: readonly LintIssue[];
}

/**
 * What is wrong with a pack, by its file or built-in id.
 *
 * @param beside other packs that are to stand beside it
 * @throws UsageError for a file that cannot be read
 */
export function lintPackFile(name: string, beside: readonly Pack[] = []): LintedFile {
  const path = packPath(name);
  const json = readText(path);
  const isInRules = /(?:^|[\\/])rules[\\/][^\\/]+$/.test(path);
  const id = idIn(json);
  return { json, ...lintFile(json, lintContextOf(id, isInRules && builtInPackIds().includes(id), beside)) };
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

/** Each issue with its place and how to mend it; of one kind only the first ones. */
export async function tellIssues(
  issues: readonly LintIssue[],
  where: Parameters<typeof issueLines>[2],
  stream: Writable,
  { language, say }: Speech,
): Promise<void> {
  const words = wordsOf(language);
  const counts = new Map<string, number>();
  for (const issue of issues) {
    const count = (counts.get(issue.code) ?? 0) + 1;
    counts.set(issue.code, count);
    if (count <= MOST_OF_A_KIND) await write(stream, issueLines(issue, words, where));
  }
  for (const [code, count] of counts) {
    if (count > MOST_OF_A_KIND)
      await write(stream, `${say('lint.more', { code, count: count - MOST_OF_A_KIND })}\n`);
  }
}
