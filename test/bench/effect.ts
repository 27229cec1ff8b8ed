import { defaultSettings, type Settings } from '../../src/core/settings/settings.ts';
import { startChromium } from '../browser/driver/chromium.ts';
import { type Tab, type TestBrowser, until } from '../browser/driver/driver.ts';
import { startFirefox } from '../browser/driver/firefox.ts';
import {
  answer,
  ask,
  forgetReminders,
  openProtected,
  performed,
  REMINDER_OPEN,
} from '../browser/scenario.ts';
import { milliseconds, quantile, type Row } from './report.ts';

const ROUNDS = 4;
/** Issue of the pages: every change takes effect in open tabs within a second. */
const GOAL_MS = 1_000;
const PATIENCE_MS = 15_000;
const POST = '[data-test-id=rain]';
const LIKE = `${POST} [data-testid=like]`;
const UNLIKE = `${POST} [data-testid=unlike]`;
const WORDS = 'kapur barus';

const watching: Settings = { ...defaultSettings(), words: { watched: [WORDS], ignored: [] } };
const LIST = {
  id: 'bench-kapur',
  title: 'Daftar rekaan',
  version: '1.0.0',
  source: 'invented',
  contests: [],
  entities: [],
  phrases: [
    {
      id: 'kapur',
      text: WORDS,
      strength: 'strong',
      kind: 'support',
      language: 'id',
      source: 'invented',
      confidence: 'in_use',
    },
  ],
  exceptions: [],
};

/** A change that makes a post be reminded of, and the one that takes it back. */
interface Change {
  readonly what: string;
  /** The rules change: asked of a background that has just started, too, as is usual. */
  readonly compiles: boolean;
  readonly make: (page: Tab) => Promise<unknown>;
  readonly takeBack: (page: Tab) => Promise<unknown>;
}
const save = (settings: Settings) => (page: Tab) => ask(page, 'settings.save', settings);
const CHANGES: readonly Change[] = [
  {
    what: 'a site',
    compiles: false,
    make: save(watching),
    takeBack: save({ ...watching, sites: { ...watching.sites, x: false } }),
  },
  {
    what: 'an action',
    compiles: false,
    make: save(watching),
    takeBack: save({ ...watching, actions: { ...watching.actions, like: false } }),
  },
  { what: 'own words', compiles: true, make: save(watching), takeBack: save(defaultSettings()) },
  {
    what: 'a list from a file',
    compiles: true,
    make: (page) => ask(page, 'packs.import', { text: JSON.stringify(LIST) }),
    takeBack: (page) => ask(page, 'packs.remove', { id: LIST.id }),
  },
  {
    what: 'own words and a list of the extension',
    compiles: true,
    make: save({ ...watching, disabledPacks: ['pilpres-2019'] }),
    takeBack: save(defaultSettings()),
  },
];

/** Likes the post; `at`: when it was seen whether that was held. Nothing is liked or remembered afterwards. */
async function press(page: Tab, tab: Tab): Promise<{ readonly isHeld: boolean; readonly at: number }> {
  const before = (await performed(tab)).length;
  await tab.click(LIKE);
  await until(tab, `${REMINDER_OPEN} || window.performed.length > ${before}`);
  const isHeld = await tab.evaluate<boolean>(REMINDER_OPEN);
  const at = performance.now();
  if (isHeld) {
    await answer(tab, 'escape');
    await forgetReminders(page);
  } else {
    await tab.click(UNLIKE);
    await until(tab, `document.querySelector('${LIKE}')`);
  }
  return { isHeld, at };
}

/** Milliseconds until a press has found the change, the press included. */
async function timeUntil(
  expected: boolean,
  page: Tab,
  tab: Tab,
  change: () => Promise<unknown>,
): Promise<number> {
  const start = performance.now();
  const changing = change();
  for (;;) {
    const { isHeld, at } = await press(page, tab);
    if (isHeld === expected) {
      await changing;
      return at - start;
    }
    if (at - start > PATIENCE_MS) throw new Error(`the change took no effect within ${PATIENCE_MS} ms`);
  }
}

async function benchIn(name: string, start: () => Promise<TestBrowser>): Promise<Row[]> {
  const browser = await start();
  try {
    const page = await browser.openExtensionPage('pages/practice/index.html');
    await ask(page, 'settings.save', defaultSettings());
    const tab = await openProtected(browser, page, 'https://x.com/feed.id.html');
    await tab.evaluate(
      `void (document.querySelector('${POST} [data-testid=tweetText] span').textContent = 'Tim ${WORDS} berkumpul')`,
    );
    const rows: Row[] = [];
    const cases = CHANGES.flatMap((change) => [
      { ...change, isFresh: false },
      ...(change.compiles
        ? [{ ...change, isFresh: true, what: `${change.what}, with a new background,` }]
        : []),
    ]);
    for (const { what, make, takeBack, isFresh } of cases) {
      const times: number[] = [];
      const time = async (expected: boolean, change: () => Promise<unknown>) => {
        if (isFresh) await browser.stopBackground();
        times.push(await timeUntil(expected, page, tab, change));
      };
      await timeUntil(false, page, tab, () => takeBack(page));
      for (let round = 0; round < ROUNDS; round += 1) {
        await time(true, () => make(page));
        await time(false, () => takeBack(page));
      }
      const longest = Math.max(...times);
      rows.push({
        part: name,
        what: `${what} changed, until a press in an open tab has found it: longest of ${times.length}, median ${milliseconds(quantile(times, 0.5))}`,
        value: milliseconds(longest),
        goal: { text: `at most ${GOAL_MS} ms`, isReached: longest <= GOAL_MS },
      });
      await ask(page, 'settings.save', defaultSettings());
    }
    return rows;
  } finally {
    await browser.close();
  }
}

/** How soon what is changed in the settings works in open tabs; both presses and answers are those of a person. */
export const benchEffect = () => benchIn('effect', startChromium);
export const benchFirefoxEffect = () => benchIn('firefox-effect', startFirefox);
