/**
 * What the extension costs: `npm run bench`, or a part of it: `npm run bench -- --only=peers,recall`. Prints one table;
 * the ratios compare things measured in the same run, so that they mean the same on every machine. Goals stand beside
 * their figures, reached or missed. It asserts nothing.
 */
import { benchDialog, benchFirefoxDialog } from './dialog.ts';
import { benchEffect, benchFirefoxEffect } from './effect.ts';
import { benchFeedPresses } from './feed-presses.ts';
import { benchFreshPages } from './fresh-page/bench.ts';
import { benchHostile } from './hostile.ts';
import { benchImport } from './import.ts';
import { benchLog } from './log.ts';
import { benchMatching } from './matching.ts';
import { benchMonth } from './month-rows.ts';
import { optionFor } from './options.ts';
import { benchOwnWords } from './own-words.ts';
import { benchPackHost } from './pack-host.ts';
import { benchPackKills } from './pack-kills.ts';
import { benchPages } from './pages.ts';
import { benchPeers } from './peers.ts';
import { benchPressParts } from './press-parts.ts';
import { benchPressing } from './pressing.ts';
import { benchReading } from './reading.ts';
import { benchRecall } from './recall.ts';
import { printTable, type Row } from './report.ts';
import { benchScrolling } from './scrolling.ts';
import { benchSizes } from './sizes.ts';

const PARTS: Readonly<Record<string, () => Row[] | Promise<Row[]> | AsyncGenerator<Row>>> = {
  matching: benchMatching,
  peers: benchPeers,
  hostile: benchHostile,
  recall: benchRecall,
  fresh: benchFreshPages,
  sizes: benchSizes,
  reading: benchReading,
  pressing: benchPressing,
  parts: benchPressParts,
  'own-words': benchOwnWords,
  dialog: benchDialog,
  'firefox-dialog': benchFirefoxDialog,
  effect: benchEffect,
  'firefox-effect': benchFirefoxEffect,
  scrolling: benchScrolling,
  'feed-presses': benchFeedPresses,
  month: benchMonth,
  pages: benchPages,
  import: benchImport,
  'pack-host': benchPackHost,
  'pack-kills': benchPackKills,
  log: () => benchLog('chromium'),
  'firefox-log': () => benchLog('firefox'),
};

function chosenParts(): string[] {
  const list = optionFor('only');
  const names = list?.split(',') ?? Object.keys(PARTS);
  const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));
  if (unknown.length === 0) return names;
  throw new Error(`unknown part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
}

const start = performance.now();
const rows: Row[] = [];
for (const name of chosenParts()) {
  const began = performance.now();
  for await (const row of (await PARTS[name]?.()) ?? []) {
    rows.push(row);
    console.error(`${row.what}: ${row.value}`);
  }
  console.error(`${name}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
}
console.log();
printTable(rows);
console.log(`\nmeasured in ${((performance.now() - start) / 1000).toFixed(0)} s`);
