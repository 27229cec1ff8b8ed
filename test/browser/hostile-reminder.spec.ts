import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { seeded } from '../bench/random.ts';
import { IS_FULL, inTurn } from '../extent.ts';
import { hostileMarkup } from '../unit/hostile-markup.ts';
import { until } from './driver/driver.ts';
import { root } from './driver/installed.ts';
import { inBoth, type Lane, load, startLanes } from './lanes.ts';
import { answer, forgetReminders, REMINDER_OPEN } from './scenario.ts';
import { look } from './witness.ts';

const STRINGS = IS_FULL ? 2_000 : 400;
/** Strings that one reminder shows. */
const AT_ONCE = 19;
/** Posts of the built extension, each with four hostile texts. */
const POSTS = IS_FULL ? 40 : 4;

/** Opens reminders in the page's own world and says what differs from one with plain words. */
const SHOW_ALL = `
  import { openReminder } from './src/reminder/reminder.ts';
  let shown;
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) { return (shown = attach.call(this, init)); };
  const show = ([title, foundLabel, one, two, three, more, rule, sanction, local, proceed, advice, why, wordsLabel,
    before, word, behind, label, text, wrong]) => {
    const { host } = openReminder({ language: 'id', title, foundLabel, found: [one, two, three], more, rule,
      sanctions: [sanction], advice, local, cancel: 'Batalkan', proceed, holdHelp: '', wrong, mutePost: wrong, look: 0,
      why: { title: why, wordsLabel, words: { before, word, behind }, rows: [{ label, text }] } });
    const elements = [...shown.querySelectorAll('*')];
    const seen = elements.map(({ localName }) => localName) + ' ' + new Set(elements.flatMap((element) => element.getAttributeNames()));
    host.remove();
    return seen;
  };
  window.faultsOf = (lists) => {
    const plain = show(Array(${AT_ONCE}).fill('kata'));
    return lists.map(show).filter((seen) => seen !== plain);
  };`;

describe('hostile strings in the reminder of a browser', () => {
  let lanes: readonly Lane[] = [];
  let bundle = '';
  beforeAll(async () => {
    const options = { bundle: true, write: false, format: 'iife', loader: { '.css': 'text' } } as const;
    const result = await build({ stdin: { contents: SHOW_ALL, resolveDir: root, loader: 'ts' }, ...options });
    bundle = result.outputFiles[0]?.text ?? '';
    lanes = await startLanes({ witness: true });
  });

  test(`${STRINGS} strings: no element, no attribute, no script`, () =>
    inBoth(inTurn(lanes, 0), async ({ browser }) => {
      const tab = await browser.open('about:blank');
      await tab.evaluate(`${bundle}\n;0`);
      const random = seeded(3);
      for (let done = 0; done < STRINGS; done += 20 * AT_ONCE) {
        const lists = Array.from({ length: 20 }, () =>
          Array.from({ length: AT_ONCE }, () => hostileMarkup(random, 200)),
        );
        expect(await tab.evaluate(`faultsOf(${JSON.stringify(lists)})`)).toEqual([]);
      }
      await until(tab, 'new Promise((resolve) => setTimeout(() => resolve(true), 50))');
      expect(await tab.evaluate('document.title')).toBe('');
      expect(await tab.evaluate('document.documentElement.children.length')).toBe(2);
      await tab.close();
    }));

  test(`${POSTS} posts of hostile texts before the built extension`, () =>
    inBoth(inTurn(lanes, 1), async (lane) => {
      const { tab, pages } = lane;
      const random = seeded(5);
      await load(lane, 'https://x.com/feed.id.html');
      const title = await tab.evaluate<string>('document.title');
      for (let count = 0; count < POSTS; count += 1) {
        // The same post again would pass.
        await forgetReminders(pages);
        const [author, text, own, picture] = Array.from({ length: 4 }, () => hostileMarkup(random, 120));
        await tab.evaluate(`((author, text, picture) => {
          const post = document.querySelector('[data-test-id=campaign]');
          post.querySelector('[data-testid=User-Name] span span').textContent = author;
          post.querySelector('[data-testid=tweetText] span').textContent = text;
          post.querySelector('[data-testid=tweetPhoto] img').alt = picture;
        })(${JSON.stringify(`${author} #ArunikaWulandaru`)}, ${JSON.stringify(`${text} Coblos nomor 2 ${own}`)}, ${JSON.stringify(`${picture} coblos nomor 2`)})`);
        await tab.click('[data-test-id=campaign] [data-testid=like]');
        await until(tab, REMINDER_OPEN);
        expect((await look(tab))?.elements).toMatch(
          /^section svg path h1 div p( q)+( p)+ details summary dl( dt| dd| q)+ button button p div button button p$/,
        );
        await answer(tab, 'escape');
      }
      expect(await tab.evaluate('document.title')).toBe(title);
    }));
});
