import { browser } from '../shared/browser.ts';
import { readStored, writeStored } from '../shared/storage.ts';
import { alone } from './gate.ts';

const PAGE = 'pages/welcome/index.html';

/**
 * Opens the page of the first run unless it was opened before; a policy that installs the extension asks nobody, so it
 * opens then too. Where no window is open, it comes with the next start of the browser.
 */
export async function welcomeIfDue(): Promise<void> {
  // First the note, then the page: installation and start of the browser may come together, and must not open two.
  if (!(await alone(() => noteFirst(false)))) return;
  try {
    await browser.tabs.create({ url: browser.runtime.getURL(PAGE) });
  } catch {
    await alone(() => browser.storage.local.remove('welcomed'));
  }
}

/** Who used an earlier version has settings already and is not asked again. */
export async function skipWelcomeOnUpdate(): Promise<void> {
  await alone(() => noteFirst(true));
}

/** The person chose how much is logged, or skipped the choice. */
export function endWelcome(): Promise<void> {
  return alone(() => writeStored({ welcomed: true }));
}

/** No row is stored before the person could say how much of it. Asked inside the gate, by who adds a row. */
export async function isLogChosen(): Promise<boolean> {
  return (await readStored('welcomed')).welcomed === true;
}

/** Whether nothing was noted before. */
async function noteFirst(welcomed: boolean): Promise<boolean> {
  if ((await readStored('welcomed')).welcomed !== undefined) return false;
  await writeStored({ welcomed });
  return true;
}
