import { type Killed, killWhileActivating } from '../browser/pack-kills.ts';
import { optionFor } from './options.ts';
import { seeded } from './random.ts';
import { quantile, type Row } from './report.ts';

const PART = 'pack-kills';
const BROWSERS = ['chromium', 'firefox'] as const;
const COUNTS: Readonly<Record<Killed, number>> = { background: 200, browser: 100 };
const SEED = 7;
/** One line on the way with what was seen so far, because all of them take an hour and a half. */
const TOLD_EVERY = 10;

/**
 * Real browsers that are killed, or whose background is, while they take a new release: what is in use after the next start.
 * All of them in one run, or a piece of them: `--kill=background --in=firefox --kills=50 --seed=2`, each of which may be left
 * out. Another seed gives other moments, so pieces with different seeds add up.
 */
export async function benchPackKills(): Promise<Row[]> {
  const seed = numberFor('seed') ?? SEED;
  const rows: Row[] = [];
  for (const killed of chosen('kill', ['background', 'browser'] as const)) {
    for (const name of chosen('in', BROWSERS))
      rows.push(...(await rowsOf(name, killed, numberFor('kills') ?? COUNTS[killed], seed)));
  }
  return rows;
}

async function rowsOf(
  name: (typeof BROWSERS)[number],
  killed: Killed,
  count: number,
  seed: number,
): Promise<Row[]> {
  const seen = { old: 0, new: 0, none: 0, other: 0 };
  let number = 0;
  const { kills, whole } = await killWhileActivating(name, killed, count, seeded(seed), ({ found }) => {
    number += 1;
    seen[found] += 1;
    if (number % TOLD_EVERY === 0)
      console.error(`${name}, ${killed}: ${number} kills ${JSON.stringify(seen)}`);
  });
  const row = (what: string, value: string): Row => ({ part: PART, what: `${name}: ${what}`, value });
  const delays = kills.map(({ after }) => after);
  const what = killed === 'background' ? 'stops of the background' : 'kills by SIGKILL';
  return [
    row(`${what} while a release is taken, seed ${seed}`, String(kills.length)),
    row('the old release in use after the next start', String(seen.old)),
    row('the new one', String(seen.new)),
    row('none', String(seen.none)),
    row('another, or not its very bytes', String(seen.other)),
    row('one activation that nobody disturbs', `${whole.toFixed(0)} ms`),
    row(
      'killed after, 10, 50 and 90 %',
      [0.1, 0.5, 0.9].map((q) => quantile(delays, q).toFixed(0)).join(', '),
    ),
  ];
}

/** All of them without the option. */
function chosen<Choice extends string>(name: string, choices: readonly Choice[]): readonly Choice[] {
  const option = optionFor(name);
  const found = choices.filter((choice) => option === undefined || choice === option);
  if (found.length === 0) throw new Error(`--${name} is one of ${choices.join(', ')}`);
  return found;
}

function numberFor(name: string): number | undefined {
  const option = optionFor(name);
  if (option !== undefined && !/^[1-9][0-9]{0,5}$/.test(option))
    throw new Error(`--${name} is a whole number`);
  return option === undefined ? undefined : Number(option);
}
