import type { Token } from '../text/normalize.ts';
import type { Signal } from '../types.ts';
import stances from './stances.json';
import { formsOf } from './word-forms.ts';

/**
 * Patterns of support, attack and mobilisation, kept as data in `stances.json`. A pattern is a signal, a colon and steps
 * with spaces between them:
 * - `word|<class>`: one of these words or of the words of a class; `?` behind it: may be missing; `*`: up to four times
 * - `~3`: up to three words of any kind; a name counts as one
 * - `@`: a name, slogan or ballot number of a candidate, ticket, team or party
 *
 * No pattern can tell whose name it is.
 */
export interface Stance {
  /** Token range, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly signal: Signal;
}

interface Step {
  /** Undefined: any word (`~`), or a name when `name` is set. */
  readonly words: ReadonlySet<string> | undefined;
  readonly name: boolean;
  readonly least: number;
  readonly most: number;
}

interface Pattern {
  readonly signal: Signal;
  readonly steps: readonly Step[];
  /** One of these stands right behind the one word or name that it opens with; undefined: anything may. */
  readonly second: ReadonlySet<string> | undefined;
}

const REPEATS = 4;
const classes = new Map<string, ReadonlySet<string>>();

/** Words of a class of `stances.json`; empty for an unknown name. */
export function wordsOfClass(name: string): ReadonlySet<string> {
  const known = classes.get(name);
  if (known) return known;
  const lists: Readonly<Record<string, string>> = stances.classes;
  const words = new Set((lists[name]?.split(' ') ?? []).flatMap(expanded));
  classes.set(name, words);
  return words;
}

function expanded(word: string): readonly string[] {
  if (word.startsWith('<')) return [...wordsOfClass(word.slice(1, -1))];
  return word.startsWith('~') ? formsOf(word.slice(1)) : [word];
}

function stepOf(written: string): Step {
  if (written.startsWith('~'))
    return { words: undefined, name: false, least: 0, most: Number(written.slice(1)) };
  if (written === '@') return { words: undefined, name: true, least: 1, most: 1 };
  const [, body = '', sign] = /^(.*?)([?*])?$/.exec(written) ?? [];
  const words = new Set(body.split('|').flatMap(expanded));
  return { words, name: false, least: sign === undefined ? 1 : 0, most: sign === '*' ? REPEATS : 1 };
}

const patterns = stances.patterns.map((line): Pattern => {
  const [signal = '', ...written] = line.split(/:? /);
  const steps = written.map(stepOf);
  return { signal: signal as Signal, steps, second: secondOf(steps) };
});

function secondOf([first, ...rest]: readonly Step[]): ReadonlySet<string> | undefined {
  const second = new Set<string>();
  if (first?.least !== 1 || first.most !== 1) return undefined;
  for (const { words, least } of rest) {
    if (!words) return undefined;
    for (const word of words) second.add(word);
    if (least > 0) return second;
  }
  return undefined;
}

/** Patterns by the words they can open with, so that an ordinary word costs one look-up. */
const byWord = new Map<string, Pattern[]>();
const byName: Pattern[] = [];
for (const pattern of patterns) {
  const [first] = pattern.steps;
  if (first?.name) byName.push(pattern);
  for (const word of first?.words ?? []) {
    const list = byWord.get(word);
    if (list) list.push(pattern);
    else byWord.set(word, [pattern]);
  }
}

/**
 * Words of which one stands in every stance that needs no name: of each such pattern the words of the step that
 * `commonness` (of a list of words) finds rarest. `weak` asks for the stances that count beside a finding only.
 */
export function stanceTriggers(weak: boolean, commonness: (words: readonly string[]) => number): Set<string> {
  const triggers = new Set<string>();
  for (const { signal, steps } of patterns) {
    if ((signal === 'supporting') !== weak) continue;
    const needed = steps.flatMap(({ words, least }) => (words && least > 0 ? [[...words]] : []));
    const [rarest = []] = needed.sort((one, other) => commonness(one) - commonness(other));
    for (const word of rarest) triggers.add(word);
  }
  return triggers;
}

/**
 * Every stance in `tokens`. `names` holds the end (exclusive) of the longest name that opens at a token. The work for
 * one token is bounded, so the whole is linear.
 */
export function findStances(tokens: readonly Token[], names: ReadonlyMap<number, number>): Stance[] {
  const found: Stance[] = [];
  const tryAll = (list: readonly Pattern[], from: number, behind: number) => {
    const next = tokens[behind];
    const word = next === undefined || next.breaks ? '' : next.text;
    for (const { steps, signal, second } of list) {
      if (second !== undefined && !second.has(word)) continue;
      const to = endOf(steps, 0, from, from, tokens, names);
      if (to !== undefined) found.push({ from, to, signal });
    }
  };
  for (let from = 0; from < tokens.length; from += 1) {
    const list = byWord.get(tokens[from]?.text ?? '');
    if (list) tryAll(list, from, from + 1);
    const named = names.get(from);
    if (named !== undefined) tryAll(byName, from, named);
  }
  return found;
}

/** Where `steps` end that are matched from `at` on, or undefined. A stance does not reach across a sentence. */
function endOf(
  steps: readonly Step[],
  index: number,
  at: number,
  from: number,
  tokens: readonly Token[],
  names: ReadonlyMap<number, number>,
): number | undefined {
  const step = steps[index];
  if (!step) return at;
  let here = at;
  let end: number | undefined;
  for (let times = 0; ; times += 1) {
    // The shortest gap and the shortest run that let the rest match.
    if (times >= step.least) end = endOf(steps, index + 1, here, from, tokens, names);
    if (end !== undefined || times === step.most) return end;
    const token = tokens[here];
    if (!token || (here > from && token.breaks)) return undefined;
    // A name counts as one word of a gap, so that a longer name reaches as far as a shorter one.
    if (step.name) here = names.get(here) ?? -1;
    else if (!step.words) here = names.get(here) ?? here + 1;
    else if (!step.words.has(token.text)) return undefined;
    else here += 1;
    if (here < 0) return undefined;
  }
}
