import { type CaseFault, type CorpusCase, readCase } from '../../core/trial/pack-corpus.ts';
import {
  addOutcome,
  createTally,
  type Outcome,
  outcomeOf,
  type PackReader,
  type Reason,
  reasonsOf,
  type Tally,
} from '../../core/trial/pack-trial.ts';

export interface CorpusMiss {
  /** From 1. */
  readonly line: number;
  readonly outcome: Extract<Outcome, 'missed' | 'alarm' | 'sign' | 'flagged'>;
  readonly text: string;
  readonly reasons: readonly Reason[];
}

export interface CorpusResult {
  readonly tally: Readonly<Tally>;
  /** The first ones; `hidden` counts the others. */
  readonly misses: readonly CorpusMiss[];
  readonly hidden: number;
  /** Lines that are no posts, the first ones. */
  readonly faults: readonly { readonly line: number; readonly fault: CaseFault }[];
  readonly invalid: number;
}

/** Misses, alarms and lines without an expectation that are written out, as on the command line. */
export const MOST_SHOWN = 50;
/** Posts that are read before the page may do something else: about a tenth of a second. */
const AT_ONCE = 200;
/** Characters of a post that are shown. */
const SHOWN = 160;

/** Lines of a file: posts as JSON, or plain texts about which nothing is said. */
export function casesIn(
  text: string,
  isJson: boolean,
): readonly (readonly [number, CorpusCase | CaseFault])[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const read = isJson ? readCase(line) : { content: { text: line }, expected: null };
      return [[index + 1, read] as const];
    });
}

/** Whether a file holds JSON lines: by its first sign, since names of files say little. */
export function isJsonLines(text: string): boolean {
  return /^\uFEFF?\s*\{/.test(text);
}

/** Reads each post as a tab would with the pack. `pause` lets the page breathe, and is told how many were read. */
export async function runCorpus(
  cases: ReturnType<typeof casesIn>,
  reader: PackReader,
  pause: (done: number) => Promise<unknown>,
): Promise<CorpusResult> {
  const tally = createTally();
  const misses: CorpusMiss[] = [];
  const faults: { line: number; fault: CaseFault }[] = [];
  let hidden = 0;
  let invalid = 0;
  for (const [index, [line, read]] of cases.entries()) {
    if (index > 0 && index % AT_ONCE === 0) await pause(index);
    if (typeof read === 'string') {
      invalid += 1;
      if (faults.length < MOST_SHOWN) faults.push({ line, fault: read });
      continue;
    }
    const found = reader.read(read.content);
    const outcome = outcomeOf(found.level, read.expected);
    addOutcome(tally, outcome, read.expected);
    if (outcome === 'right' || outcome === 'quiet') continue;
    if (misses.length >= MOST_SHOWN) hidden += 1;
    else {
      const text = (read.content.text || read.content.own || '').slice(0, SHOWN);
      misses.push({ line, outcome, text, reasons: reasonsOf(found, reader) });
    }
  }
  return { tally, misses, hidden, faults, invalid };
}
