import { loadPacks } from '../../src/cli/packs.ts';
import { compile } from '../../src/core/compile.ts';
import { match } from '../../src/core/match.ts';
import { normalize } from '../../src/core/normalize.ts';
import { createRuleIndex } from '../../src/core/rule-index.ts';
import type { CompiledRules } from '../../src/core/rules.ts';
import { median, milliseconds, type Row } from './report.ts';
import { generateTexts } from './texts.ts';

const TEXTS = 400;
const ROUNDS = 25;

/** What a simple matcher would do: every term in one expression, at word borders. It knows no numbers and no levels. */
function alternation(rules: CompiledRules): RegExp {
  const quoted = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const terms = rules.terms
    .filter(({ kind }) => kind !== 'number')
    .map(({ tokens }) => tokens.map(quoted).join('\\s+'));
  const longestFirst = [...new Set(terms)].sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

function millisecondsOf(task: () => unknown): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}

/**
 * Nanoseconds per UTF-16 unit for each way to go through the same texts; the ways take turns. The best round counts:
 * whatever else the machine does only makes a round slower.
 */
function measure(
  texts: readonly string[],
  ways: Readonly<Record<string, (text: string) => number>>,
): Map<string, number> {
  const units = texts.reduce((sum, text) => sum + text.length, 0);
  const times = new Map(Object.keys(ways).map((name) => [name, [] as number[]]));
  let sink = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, way] of Object.entries(ways)) {
      const time = millisecondsOf(() => {
        for (const text of texts) sink += way(text);
      });
      // The first rounds compile.
      if (round >= 5) times.get(name)?.push((time * 1e6) / units);
    }
  }
  if (sink === Number.POSITIVE_INFINITY) throw new Error('never: keeps the loops from being optimised away');
  return new Map([...times].map(([name, list]) => [name, Math.min(...list)]));
}

export function benchMatching(): Row[] {
  const packs = loadPacks([]);
  const compileTimes = Array.from({ length: 15 }, () => millisecondsOf(() => compile(packs)));
  const compiled = compile(packs);
  const indexTimes = Array.from({ length: 15 }, () => millisecondsOf(() => createRuleIndex(compiled)));
  const rules = createRuleIndex(compiled);
  const expression = alternation(compiled);
  const ways: Record<string, (text: string) => number> = {
    'charCodeAt loop': (text) => {
      let sum = 0;
      for (let index = 0; index < text.length; index += 1) sum += text.charCodeAt(index);
      return sum;
    },
    "normalize('NFKC').toLowerCase()": (text) => text.normalize('NFKC').toLowerCase().length,
    'RegExp alternation': (text) => text.match(expression)?.length ?? 0,
    'core normalize()': (text) => normalize(text).tokens.length,
    'match()': (text) => match({ text }, rules, () => true).findings.length,
  };
  const rows: Row[] = [];
  for (const kind of ['ordinary', 'campaign'] as const) {
    const texts = generateTexts(kind, TEXTS);
    const found = texts.filter((text) => match({ text }, rules, () => true).level === 'remind').length;
    const part = `match, ${kind} (${found} of ${TEXTS} remind)`;
    const results = measure(texts, ways);
    const loop = results.get('charCodeAt loop') ?? Number.NaN;
    for (const [what, value] of results) {
      rows.push({
        part,
        what,
        value: `${value.toFixed(2)} ns/char`,
        ratio: value / loop,
        against: 'charCodeAt loop',
      });
    }
    const ours = results.get('match()') ?? Number.NaN;
    for (const other of ['RegExp alternation', "normalize('NFKC').toLowerCase()"]) {
      const ratio = ours / (results.get(other) ?? Number.NaN);
      rows.push({ part, what: 'match()', value: `${ours.toFixed(2)} ns/char`, ratio, against: other });
    }
  }
  const part = `rules (${compiled.entries.length} entries, ${compiled.terms.length} terms)`;
  const index = median(indexTimes);
  rows.push({ part, what: 'compile(), median of 15', value: milliseconds(median(compileTimes)) });
  rows.push({
    part,
    what: 'createRuleIndex(), median of 15',
    value: milliseconds(index),
    ratio: index / median(compileTimes),
    against: 'compile()',
  });
  const cold = indexTimes[0] ?? Number.NaN;
  rows.push({
    part,
    what: 'createRuleIndex(), first',
    value: milliseconds(cold),
    ratio: cold / index,
    against: 'its median',
  });
  return rows;
}
