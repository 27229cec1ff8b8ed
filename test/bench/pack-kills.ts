import { type Kill, killWhileActivating } from '../browser/pack-kills.ts';
import { seeded } from './random.ts';
import { quantile, type Row } from './report.ts';

const PART = 'pack-kills';
const COUNTS = { chromium: 200, firefox: 100 } as const;
/** One line on the way, because a run takes about ten minutes in each browser. */
const TOLD_EVERY = 20;

/** Real browsers, killed while they take a new release: what is in use after the next start. */
export async function benchPackKills(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const name of ['chromium', 'firefox'] as const) {
    let number = 0;
    const { kills, whole } = await killWhileActivating(name, COUNTS[name], seeded(7), () => {
      number += 1;
      if (number % TOLD_EVERY === 0) console.error(`${name}: ${number} kills`);
    });
    const row = (what: string, value: string): Row => ({ part: PART, what: `${name}: ${what}`, value });
    const found = (which: Kill['found']) => String(kills.filter((kill) => kill.found === which).length);
    const delays = kills.map(({ after }) => after);
    rows.push(
      row('kills by SIGKILL while a release is taken', String(kills.length)),
      row('the old release in use after the next start', found('old')),
      row('the new one', found('new')),
      row('none', found('none')),
      row('another, or not its very bytes', found('other')),
      row('one activation that nobody disturbs', `${whole.toFixed(0)} ms`),
      row(
        'killed after, 10, 50 and 90 %',
        [0.1, 0.5, 0.9].map((q) => quantile(delays, q).toFixed(0)).join(', '),
      ),
    );
  }
  return rows;
}
