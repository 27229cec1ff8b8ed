import { compile } from '../../src/core/compile/compile.ts';
import { match } from '../../src/core/matching/match.ts';
import { createRuleIndex } from '../../src/core/matching/rule-index.ts';
import { startChromium } from '../browser/driver/chromium.ts';
import { flat, generateFeed } from './feed.ts';
import { pressRows } from './feed-presses.ts';
import { NAMES, POSTS } from './long-feed.ts';
import { generateNames, packOfNames } from './names.ts';
import { openLongFeed } from './open-long-feed.ts';
import { type Press, type Target, traced } from './pressing.ts';
import type { Row } from './report.ts';
import { THROTTLE, throttled } from './scrolling.ts';

/** As much as is seen without "See more", in every place. */
const USUAL = { length: 600, presses: 20, slow: 10 };
/** A long text, in the places where most of what people write is sent. */
const LONG = { length: 5_000, presses: 100, slow: 30 };
const LONG_PLACES: readonly string[] = ['new post', 'comment'];
/** So long it is looked at before. */
const BEFORE_MS = 3_000;

interface Place {
  readonly name: string;
  /** What is pressed before, so that the extension knows what the layer is about. */
  readonly opener?: string;
  /** Page code that shows it, once. */
  readonly show: string;
  readonly editor: string;
  readonly button: string;
}

/** A long text scrolls inside, as on the site, so that the button stays in sight. */
const EDITOR =
  '<div contenteditable="true" role="textbox" aria-label="LABEL" style="max-height: 120px; overflow: auto"><p><br></p></div>';
const editor = (label: string) => EDITOR.replace('LABEL', label);
const button = (label: string) =>
  `<div role="button" tabindex="0" aria-label="${label}"><span>${label}</span></div>`;
const portal = (name: string, inside: string) =>
  `{ const dialog = document.createElement('div');
    dialog.id = 'bench-dialog'; dialog.setAttribute('role', 'dialog'); dialog.setAttribute('aria-label', ${JSON.stringify(name)});
    dialog.innerHTML = ${JSON.stringify(inside)}; document.body.append(dialog); }`;

const SHEET = portal(
  'Bagikan',
  `${button('Tutup')}<form role="presentation">${editor('Katakan sesuatu tentang ini')}</form>${button('Bagikan sekarang')}${button('Salin tautan')}`,
);

/** In the markup of `test/fixtures/facebook`; the last one is a page of its own, so that nothing comes behind it. */
const PLACES: readonly Place[] = [
  {
    name: 'new post',
    show: portal(
      'Buat postingan',
      `<form method="POST">${editor('Apa yang Anda pikirkan, Tari?')}<input type="file">${button('Posting')}</form>`,
    ),
    editor: '#bench-dialog [contenteditable]',
    button: '#bench-dialog [aria-label=Posting]',
  },
  {
    name: 'new post with ten photos',
    show: portal(
      'Buat postingan',
      `<form method="POST">${editor('Katakan sesuatu tentang foto ini')}<input type="file">${'<div><img alt="Mungkin gambar hujan dan jembatan" src="data:,"></div>'.repeat(10)}${button('Posting')}</form>`,
    ),
    editor: '#bench-dialog [contenteditable]',
    button: '#bench-dialog [aria-label=Posting]',
  },
  {
    name: 'share sheet whose opener nobody knows',
    show: SHEET,
    editor: '#bench-dialog [contenteditable]',
    button: '#bench-dialog [aria-label="Bagikan sekarang"]',
  },
  {
    name: 'share sheet with words',
    opener: '[data-test-id=copy-500] [role=button]:has([data-ad-rendering-role=share_button])',
    show: SHEET,
    editor: '#bench-dialog [contenteditable]',
    button: '#bench-dialog [aria-label="Bagikan sekarang"]',
  },
  {
    name: 'comment',
    show: '',
    editor: '[data-test-id=copy-700] [contenteditable]',
    button: '[data-test-id=copy-700] [aria-label=Komentari][data-bench]',
  },
  {
    name: 'new story',
    show: `history.replaceState(null, '', '/stories/create');
      document.querySelector('[id^=mount_0_0_]').innerHTML =
        ${JSON.stringify(`<div role="complementary"><textarea placeholder="Mulai mengetik"></textarea>${button('Buang')}${button('Bagikan ke cerita')}</div>`)}`,
    editor: 'textarea',
    button: '[aria-label="Bagikan ke cerita"]',
  },
];

/** The arrow of a comment box stands there only while something is written. */
const SEND = `{ const form = document.querySelector('[data-test-id=copy-700] form');
  if (!form.querySelector('[data-bench]')) form.insertAdjacentHTML('beforeend', ${JSON.stringify(
    button('Komentari').replace('role', 'data-bench role'),
  )}); }`;

/** Writes the words, a paragraph for each line, and gives the middle of the button. */
function write({ name, editor: box, button: send }: Place, words: string): string {
  return `(() => {
    const box = document.querySelector(${JSON.stringify(box)});
    const words = ${JSON.stringify(words)};
    if (box.localName === 'textarea') box.value = words;
    else box.replaceChildren(...words.split('\\n').map((line) => Object.assign(document.createElement('p'), { textContent: line })));
    ${name === 'comment' ? SEND : ''}
    return ${middleOf(send)};
  })()`;
}

/** Brings the first such element into view and gives its middle. */
const middleOf = (selector: string) => `(() => {
    const button = document.querySelector(${JSON.stringify(selector)});
    button.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = button.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  })()`;

async function pressOnce({ tab, page }: Target, selector: string): Promise<void> {
  const { x, y } = await tab.evaluate<{ x: number; y: number }>(middleOf(selector));
  await page.mouse.click(x, y);
}

/** Only the press is slow: writing the words takes a second there. */
function pressAll(
  { tab, page, session }: Target,
  place: Place,
  texts: readonly string[],
  rate: number,
): Promise<Press[]> {
  return traced(session, async () => {
    for (const text of texts) {
      const { x, y } = await tab.evaluate<{ x: number; y: number }>(write(place, text));
      await throttled(session, rate, () => page.mouse.click(x, y));
    }
  });
}

/** Texts that pass: a reminder would lie above the button of the next press. Nobody writes one of them twice. */
function ordinaryTexts(length: number, count: number): string[] {
  const rules = createRuleIndex(compile([packOfNames(generateNames(NAMES))]));
  const texts: string[] = [];
  for (let seed = 1; texts.length < count; seed += 1) {
    const words = generateFeed(200, [], seed * length).join('\n');
    for (let at = 0; at + length <= words.length && texts.length < count; at += length) {
      const own = flat(words.slice(at, at + length));
      if (match({ text: '', own }, rules, () => true).level === 'none') texts.push(own);
    }
  }
  return texts;
}

/** What a press costs that sends the person's own words, long ones too, in a page with a long feed. */
export async function benchOwnWords(): Promise<Row[]> {
  const browser = await startChromium();
  const rows: Row[] = [];
  try {
    const target = await openLongFeed(browser, BEFORE_MS);
    const textsOf = ({ length, presses, slow }: typeof USUAL, places: number) =>
      ordinaryTexts(length, places * (presses + slow));
    const texts = new Map([
      [USUAL, textsOf(USUAL, PLACES.length)],
      [LONG, textsOf(LONG, LONG_PLACES.length)],
    ]);
    for (const place of PLACES) {
      await target.tab.evaluate(`document.getElementById('bench-dialog')?.remove()`);
      if (place.opener !== undefined) await pressOnce(target, place.opener);
      await target.tab.evaluate(`{ ${place.show} }`);
      for (const one of LONG_PLACES.includes(place.name) ? [USUAL, LONG] : [USUAL]) {
        const next = (count: number) => texts.get(one)?.splice(0, count) ?? [];
        const normal = await pressAll(target, place, next(one.presses), 1);
        const slow = await pressAll(target, place, next(one.slow), THROTTLE);
        const part = `press on ${place.name}, ${one.length} characters, feed of ${POSTS} posts`;
        rows.push(...pressRows(part, 'at once', normal, 4));
        rows.push(...pressRows(part, `at once, CPU ${THROTTLE} times slower`, slow, 16));
      }
    }
  } finally {
    await browser.close();
  }
  return rows;
}
