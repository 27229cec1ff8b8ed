import { loadPacks } from '../../src/cli/packs.ts';
import { compile } from '../../src/core/compile/compile.ts';
import { match } from '../../src/core/matching/match.ts';
import { createRuleIndex } from '../../src/core/matching/rule-index.ts';
import { normalize } from '../../src/core/text/normalize.ts';
import { median, milliseconds, type Row } from './report.ts';
import { generateTexts } from './texts.ts';

const TEXTS = 400;
const ROUNDS = 25;

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
  const compileTimes = Array.from({ length: 5 }, () => millisecondsOf(() => compile(packs)));
  const compiled = compile(packs);
  const indexTimes = Array.from({ length: 5 }, () => millisecondsOf(() => createRuleIndex(compiled)));
  const rules = createRuleIndex(compiled);
  const ways: Record<string, (text: string) => number> = {
    'charCodeAt loop': (text) => {
      let sum = 0;
      for (let index = 0; index < text.length; index += 1) sum += text.charCodeAt(index);
      return sum;
    },
    "normalize('NFKC').toLowerCase()": (text) => text.normalize('NFKC').toLowerCase().length,
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
    for (const other of ["normalize('NFKC').toLowerCase()"]) {
      const ratio = ours / (results.get(other) ?? Number.NaN);
      rows.push({ part, what: 'match()', value: `${ours.toFixed(2)} ns/char`, ratio, against: other });
    }
  }
  const part = `rules (${compiled.entries.length} entries, ${compiled.terms.length} terms)`;
  const index = median(indexTimes);
  rows.push({ part, what: 'compile(), median of 5', value: milliseconds(median(compileTimes)) });
  rows.push({
    part,
    what: 'createRuleIndex(), median of 5',
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
