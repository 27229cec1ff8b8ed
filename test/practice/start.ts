/**
 * `npm start`: the main job, to be tried by hand on a practice feed, or shown by a headless run where there is no
 * display. The pages are fixtures on the true host names; nothing is fetched from the network.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type ChromiumBrowser, startChromium } from '../browser/driver/chromium.ts';
import { until } from '../browser/driver/driver.ts';
import { root } from '../browser/driver/installed.ts';
import {
  answer,
  logRows,
  type Path,
  performed,
  protectedTab,
  REMINDER_OPEN,
  SCENARIOS,
} from '../browser/scenario.ts';

const SHOWN: readonly Path[] = ['like', 'comment by key', 'share'];
const pictures = join(root, '.cache/practice');

function hasDisplay(): boolean {
  if (process.env.CI) return false;
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function tryByHand(): Promise<void> {
  const browser = await startChromium({ headless: false });
  const [blank] = browser.context.pages();
  for (const site of SCENARIOS) await browser.open(site.address('id'));
  await blank?.close();
  console.log(`
A browser with Jaga Netral is open, with a practice feed for Facebook, Instagram and X (no network, invented people).
Try it: press Like, comment or share on the post that says "Coblos nomor 2". The reminder appears first:
"Batalkan" and nothing happens, "Lanjutkan" and it happens once. On any other post nothing appears.
The state of this tab, the log and the settings are behind Jaga Netral in the toolbar's puzzle menu.
Close the browser to end.`);
  await new Promise<void>((resolve) => browser.context.once('close', () => resolve()));
}

/** Cancels and continues each action once on each site, and says what reached the page. True when all is right. */
async function showHeadless(): Promise<boolean> {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  console.log('There is no display: a headless browser goes through the main job on each site.\n');
  const browser = await startChromium();
  try {
    let isRight = true;
    for (const site of SCENARIOS) {
      for (const path of SHOWN) isRight = (await showOne(browser, site, path)) && isRight;
    }
    const pages = await browser.openExtensionPage('pages/log/index.html');
    await pages.screenshot(join(pictures, 'log.png'));
    const rows = await logRows(pages);
    const expected = SCENARIOS.length * SHOWN.length * 2;
    console.log(`\nwarning log: ${rows.length} rows (expected ${expected})`);
    console.log(`screenshots: ${relative(process.cwd(), pictures) || '.'}/`);
    return isRight && rows.length === expected;
  } finally {
    await browser.close();
  }
}

async function showOne(
  browser: ChromiumBrowser,
  site: (typeof SCENARIOS)[number],
  path: Path,
): Promise<boolean> {
  const pages = await browser.openExtensionPage('pages/log/index.html');
  const tab = await browser.open(site.address('id'));
  await protectedTab(pages, new URL(site.address('id')).host);
  await site.perform(tab, path, 'campaign', 'Semangat');
  await until(tab, REMINDER_OPEN);
  const picture = `${site.id}-${path.replaceAll(' ', '-')}.png`;
  await tab.screenshot(join(pictures, picture));
  await answer(tab, 'cancel');
  const afterCancel = (await performed(tab)).length;

  await tab.goto(site.address('id'));
  await protectedTab(pages, new URL(site.address('id')).host);
  await site.perform(tab, path, 'campaign', 'Semangat');
  await answer(tab, 'continue');
  await until(tab, 'window.performed.length > 0');
  const afterContinue = (await performed(tab)).length;
  await tab.close();
  await pages.close();
  const isRight = afterCancel === 0 && afterContinue === 1;
  console.log(
    `${isRight ? 'ok   ' : 'FAULT'} ${site.id.padEnd(10)} ${path.padEnd(16)} ` +
      `cancelled: ${afterCancel} reached the page, continued: ${afterContinue}   ${picture}`,
  );
  return isRight;
}

try {
  if (hasDisplay()) await tryByHand();
  else if (!(await showHeadless())) process.exitCode = 1;
} catch (error) {
  console.error(`npm start failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
