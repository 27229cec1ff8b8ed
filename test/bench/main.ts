/**
 * What the extension costs: `npm run bench`. Prints one table; the ratios compare things measured in the same run, so
 * that they mean the same on every machine. It asserts nothing.
 */
import { benchMatching } from './matching.ts';
import { benchPressing } from './pressing.ts';
import { benchReading } from './reading.ts';
import { printTable } from './report.ts';
import { benchSizes } from './sizes.ts';

const start = performance.now();
const rows = [...benchMatching(), ...benchSizes(), ...(await benchReading()), ...(await benchPressing())];
console.log();
printTable(rows);
console.log(`\nmeasured in ${((performance.now() - start) / 1000).toFixed(0)} s`);
