/** `npm run gallery [-- NAME...]`: pictures of every page in every state, or of those whose names begin so, and their document. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import { type ChromiumBrowser, startChromium } from '../browser/driver/chromium.ts';
import type { Tab } from '../browser/driver/driver.ts';
import { root } from '../browser/driver/installed.ts';
import { ask } from '../browser/scenario.ts';
import { readText } from '../house/repository.ts';
import { galleryDocument, PICTURES, pictureOf } from './document.ts';
import { GALLERY } from './pages.ts';
import { writeSheet } from './sheet.ts';
import type { Answers, GalleryState } from './state.ts';

const LANGUAGES = ['id', 'en'] as const;
const SCHEMES = ['light', 'dark'] as const;
const WIDTH = 640;
const HEIGHT = 800;
/** A browser makes a popup as tall as it is. */
const POPUP_HEIGHT = 200;
/** Of a long page, CSS pixels. */
const MOST_HEIGHT = 1_500;

/** Answers some questions of the page in place of the background. */
function standIn(answers: Answers): void {
  const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage: Ask } } }).chrome;
  type Ask = (message: { name: keyof Answers }, ...rest: unknown[]) => Promise<unknown>;
  const real = runtime.sendMessage.bind(runtime);
  const asked = new Map<string, number>();
  runtime.sendMessage = async (message, ...rest) => {
    const known = answers[message.name];
    if (!known) return real(message, ...rest);
    const turn = asked.get(message.name) ?? 0;
    asked.set(message.name, turn + 1);
    const answer = known[Math.min(turn, known.length - 1)];
    if (!answer || 'never' in answer) return new Promise(() => undefined);
    if ('nobody' in answer) throw new Error('Could not establish connection. Receiving end does not exist.');
    return 'failure' in answer ? answer : answer.value;
  };
}

async function openState(
  browser: ChromiumBrowser,
  state: GalleryState,
  language: 'id' | 'en',
): Promise<Page> {
  const page = await browser.context.newPage();
  await page.setViewportSize({
    width: state.width ?? WIDTH,
    height: state.width === undefined ? HEIGHT : POPUP_HEIGHT,
  });
  if (state.answers) await page.addInitScript(standIn, state.answers);
  if (state.before) await page.addInitScript(state.before);
  await page.goto(`chrome-extension://${browser.extensionId}/pages/${state.address}`);
  await page.locator(state.ready).first().waitFor();
  if (!state.isWithoutSettings) await page.locator(`html[lang=${language}]`).waitFor();
  await state.act?.(page);
  return page;
}

async function take(page: Page, state: GalleryState, texts: Record<string, string>): Promise<Buffer> {
  const { part } = state;
  if (part === 'window') return page.screenshot();
  if (part !== undefined) {
    const selector =
      'selector' in part ? part.selector : `fieldset.section:has(h2:text-is("${texts[part.section]}"))`;
    return page.locator(selector).first().screenshot();
  }
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const { width } = page.viewportSize() ?? { width: WIDTH };
  return page.screenshot({
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, MOST_HEIGHT) },
  });
}

async function takeState(
  browser: ChromiumBrowser,
  pages: Tab,
  state: GalleryState,
): Promise<readonly Buffer[]> {
  const pictures: Buffer[] = [];
  for (const language of state.isWithoutSettings ? LANGUAGES.slice(0, 1) : LANGUAGES) {
    const texts = JSON.parse(readText(`src/locales/pages.${language}.json`)) as Record<string, string>;
    await ask(pages, 'settings.save', { ...defaultSettings(), ...state.settings, language });
    const page = await openState(browser, state, language);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      pictures.push(await take(page, state, texts));
    }
    await page.close();
  }
  return pictures;
}

const wanted = process.argv.slice(2);
const states = GALLERY.flatMap((page) => page.states).filter(
  ({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)),
);
mkdirSync(join(root, 'docs', PICTURES), { recursive: true });
const browser = await startChromium();
try {
  const pages = await browser.openExtensionPage('pages/rules/index.html');
  const drawing = await browser.context.newPage();
  for (const state of states) {
    const path = join(root, 'docs', pictureOf(state));
    await writeSheet(drawing, await takeState(browser, pages, state), path);
    console.log(path);
  }
} finally {
  await browser.close();
}
writeFileSync(join(root, 'docs/gallery.md'), galleryDocument());
