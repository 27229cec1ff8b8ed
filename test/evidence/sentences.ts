import { readdirSync, readFileSync } from 'node:fs';
import type { Level } from '../../src/core/types.ts';

/**
 * What a cue lacks that nobody but its writer can tell is one:
 * - `bare`: a digit, a number word or a finger with no campaign signal beside it
 * - `alike`: shops, queues, schools and the language say the same ("squad 02")
 * - `common`: a common first name or surname with no second signal
 * - `unsourced`: a short name, nickname or programme that no source of a pack documents
 * - `nobody`: names nobody, only an office, an election or a camp
 */
export const APART = ['bare', 'alike', 'common', 'unsourced', 'nobody'] as const;
export type Apart = (typeof APART)[number];

/** One line of a `*.jsonl` file beside this one: a sentence written for this project, never a real post. */
export interface Sentence {
  readonly text: string;
  /** The user's own words, where the sentence is about a comment. */
  readonly own?: string;
  /** The least that must be found; `none` marks a trap, in which nothing may be found. */
  readonly level: Level;
  /** True: this level and no higher. */
  readonly exact?: boolean;
  /** What gives the sentence away, or what a trap imitates. */
  readonly cue: string;
  readonly language: string;
  readonly obfuscation?: string;
  /** Contest and ballot number of whom the sentence names, so that the spread over tickets can be counted. */
  readonly contest?: string;
  readonly ticket?: number;
  /** Why it is not counted among those that must be found; judged of missed sentences only. */
  readonly apart?: Apart;
  /** `file:line`. */
  readonly place: string;
}

export function readSentences(): Sentence[] {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((file) => {
    const lines = readFileSync(`${import.meta.dirname}/${file}`, 'utf8')
      .trimEnd()
      .split('\n');
    return lines.map(
      (line, index): Sentence => ({
        ...(JSON.parse(line) as Omit<Sentence, 'place'>),
        place: `${file}:${index + 1}`,
      }),
    );
  });
}
