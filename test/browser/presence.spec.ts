import { beforeAll, describe, expect, test } from 'vitest';
import { until } from './driver/driver.ts';
import { inBoth, type Lane, startLanes } from './lanes.ts';
import { answer, performed, protectedTab, REMINDER_OPEN } from './scenario.ts';
import { look } from './witness.ts';

const X = 'https://x.com/feed.id.html';
const LIKE = '[data-test-id=campaign] [data-testid=like]';

async function load({ tab, pages }: Lane, before = '0'): Promise<void> {
  await tab.goto(X);
  await protectedTab(pages, 'x.com');
  await tab.evaluate(before);
}

async function press({ tab }: Lane): Promise<void> {
  await tab.click(LIKE);
  await until(tab, REMINDER_OPEN);
}

/** A silent tone, and moving pictures that are drawn here: one plays in the page, one in an open root, two do not play. */
const MEDIA = `(async () => {
  const canvas = document.createElement('canvas');
  const paint = canvas.getContext('2d');
  window.drawing = setInterval(() => paint.fillRect(Math.random() * 200, 0, 9, 9), 40);
  const video = () => {
    const element = document.createElement('video');
    element.muted = true;
    element.srcObject = canvas.captureStream(25);
    return element;
  };
  const samples = new Uint8Array(44 + 80000);
  const view = new DataView(samples.buffer);
  const words = [0x52494646, 80036, 0x57415645, 0x666d7420, 16, 0x00010001, 8000, 8000, 0x00080001, 0x64617461, 80000];
  const isText = [1, 0, 1, 1, 0, 0, 0, 0, 0, 1, 0];
  words.forEach((word, index) => view.setUint32(4 * index, word, !isText[index]));
  samples.fill(128, 44);
  view.setUint32(20, 0x00010001, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  const audio = document.createElement('audio');
  audio.loop = true;
  audio.src = 'data:audio/wav;base64,' + btoa(Array.from(samples, (byte) => String.fromCharCode(byte)).join(''));
  audio.muted = true;
  const [page, root, paused, removed] = [video(), video(), video(), video()];
  const owner = document.createElement('section');
  document.body.append(page, owner, paused, removed, audio);
  owner.attachShadow({ mode: 'open' }).append(root);
  window.media = { page, root, paused, removed, audio };
  await Promise.all([page, root, removed, audio].map((element) => element.play()));
  window.calls = [];
  for (const [name, element] of Object.entries(media))
    for (const type of ['play', 'pause']) element.addEventListener(type, () => calls.push(name + ' ' + type));
})()`;
const PLAYING = `Object.entries(media).filter(([, { paused }]) => !paused).map(([name]) => name).join(' ')`;

/** Everything of the page that a person or a script could find changed. */
const STATE = `JSON.stringify({
  html: [...document.documentElement.children].filter(({ localName }) => /^(head|body)$/.test(localName)).map(({ outerHTML }) => outerHTML),
  attributes: document.documentElement.getAttributeNames(),
  styles: [document.documentElement, document.body].map((element) => [...getComputedStyle(element)].map((name) =>
    getComputedStyle(element).getPropertyValue(name))),
  scroll: [scrollX, scrollY],
  globals: Object.keys(window).filter((name) => !['before', 'after', 'changed'].includes(name)),
  sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
  title: document.title,
  history: history.length,
})`;

describe('while the reminder is open', () => {
  let lanes: readonly Lane[] = [];
  beforeAll(async () => {
    lanes = await startLanes({ witness: true });
  });

  test('what plays is paused, also in an open root, and goes on afterwards; what did not play stays as it is', () =>
    inBoth(lanes, async (lane) => {
      const { tab } = lane;
      await load(lane, MEDIA);
      expect(await tab.evaluate(PLAYING)).toBe('page root removed audio');
      await press(lane);
      // At once in the document; its roots are searched behind the first picture of the reminder.
      expect(await tab.evaluate(PLAYING)).toMatch(/^(root)?$/);
      await until(tab, `(${PLAYING}) === ''`);
      await tab.evaluate('media.removed.remove()');
      await answer(tab, 'escape');
      await until(tab, `(${PLAYING}) === 'page root audio'`);
      expect(await tab.evaluate<string[]>('calls').then((calls) => calls.sort())).toEqual(
        ['page', 'root', 'audio']
          .flatMap((name) => [`${name} pause`, `${name} play`])
          .concat('removed pause')
          .sort(),
      );
    }));

  test('what the page plays meanwhile is its own affair', () =>
    inBoth(lanes, async (lane) => {
      const { tab } = lane;
      await load(lane, MEDIA);
      await press(lane);
      await until(tab, `(${PLAYING}) === ''`);
      await tab.evaluate('media.page.play()');
      expect(await tab.evaluate(PLAYING)).toBe('page');
      await answer(tab, 'escape');
      await until(tab, `(${PLAYING}) === 'page root removed audio'`);
    }));

  test('media go on when the reminder was taken away', () =>
    inBoth(lanes, async (lane) => {
      const { tab } = lane;
      await load(lane, MEDIA);
      await press(lane);
      await until(tab, `(${PLAYING}) === ''`);
      await tab.evaluate('window.probe.hosts[0].node.remove()');
      await until(tab, `(${PLAYING}) === 'page root removed audio'`);
      expect(await performed(tab)).toEqual([]);
    }));

  test('Tab and Shift+Tab stay inside, and Escape cancels', () =>
    inBoth(lanes, async (lane) => {
      const { tab } = lane;
      await load(lane);
      await press(lane);
      const visited = [(await look(tab))?.focus];
      await tab.evaluate(`(() => {
        window.strayed = [];
        document.addEventListener('focusin', ({ target }) => {
          if (target !== window.probe.hosts[0].node) strayed.push(target.localName);
        }, true);
      })()`);
      for (const modifier of [undefined, undefined, undefined, undefined, 'Shift', 'Shift'] as const) {
        await tab.press('Tab', modifier);
        visited.push((await look(tab))?.focus);
      }
      expect(visited[0]).toBe('cancel');
      expect(new Set(visited).has('continue')).toBe(true);
      expect(await tab.evaluate('strayed')).toEqual([]);
      await tab.press('Escape');
      await until(tab, `!(${REMINDER_OPEN})`);
      expect(await performed(tab)).toEqual([]);
    }));

  test('the focus returns to the control, also into an open root, and the caret to its place in a draft', () =>
    inBoth(lanes, async (lane) => {
      const { tab } = lane;
      await load(lane);
      await press(lane);
      await answer(tab, 'escape');
      expect(await tab.evaluate(`document.activeElement === document.querySelector('${LIKE}')`)).toBe(true);

      // The site's key for a like, while the focus is in a root of the page.
      await load(
        lane,
        `(() => {
          const owner = document.createElement('section');
          document.querySelector('[data-test-id=campaign]').append(owner);
          const button = document.createElement('button');
          owner.attachShadow({ mode: 'open' }).append(button);
          button.focus();
          window.inner = button;
        })()`,
      );
      await tab.press('l');
      await until(tab, REMINDER_OPEN);
      await answer(tab, 'escape');
      expect(await tab.evaluate('inner.getRootNode().activeElement === inner')).toBe(true);

      await tab.goto('https://www.instagram.com/feed.id.html');
      await protectedTab(lane.pages, 'www.instagram.com');
      await tab.click('[data-test-id=campaign] textarea');
      await tab.type('Semangat');
      await tab.evaluate('document.activeElement.setSelectionRange(3, 5)');
      await tab.press('Enter');
      await until(tab, REMINDER_OPEN);
      await answer(tab, 'escape');
      expect(
        await tab.evaluate(`(({ localName, value, selectionStart, selectionEnd }) =>
          [localName, value, selectionStart, selectionEnd])(document.activeElement)`),
      ).toEqual(['textarea', 'Semangat', 3, 5]);
    }));

  test('nothing else of the page is changed, then or afterwards', () =>
    inBoth(lanes, async (lane) => {
      const { tab } = lane;
      await load(lane);
      await tab.evaluate(`(() => {
        document.querySelector('${LIKE}').scrollIntoView({ block: 'center', behavior: 'instant' });
        document.querySelector('${LIKE}').focus();
        window.before = ${STATE};
        window.changed = [];
        new MutationObserver((records) => changed.push(...records.map(({ type, target }) => type + ' ' + target.nodeName)))
          .observe(document.body, { attributes: true, childList: true, characterData: true, subtree: true });
      })()`);
      await tab.press('Enter');
      await until(tab, REMINDER_OPEN);
      expect(await tab.evaluate(`(${STATE}) === before`)).toBe(true);
      await answer(tab, 'escape');
      expect(await tab.evaluate(`(${STATE}) === before`)).toBe(true);
      expect(await tab.evaluate('changed')).toEqual([]);
      expect(await tab.evaluate('window.probe.hosts.filter(({ node }) => node.isConnected).length')).toBe(0);
    }));
});
