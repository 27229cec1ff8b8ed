import type { ActionKind, SiteId } from '../../src/core/types.ts';
import { unpackLogPage } from '../../src/shared/log-page-text.ts';
import type { LogPageText, SharedMemory } from '../../src/shared/messages.ts';
import { PATIENCE_MS } from '../patience.ts';
import { type Tab, type TestBrowser, until, untilNextLook, untilResolved } from './driver/driver.ts';

export type Path = 'like' | 'comment by key' | 'comment by button' | 'share';
export const PATHS: readonly Path[] = ['like', 'comment by key', 'comment by button', 'share'];

/** How a person does the four things of the main job on a fixture of one site. */
export interface SiteScenario {
  readonly id: SiteId;
  readonly address: (language: 'id' | 'en') => string;
  /** What the page counts for each path, in the words of the fixture and of the log. */
  readonly action: Readonly<Record<Path, ActionKind>>;
  /** Everything before the event that commits, then that event. */
  readonly perform: (tab: Tab, path: Path, post: string, words: string) => Promise<void>;
}

async function commitComment(
  tab: Tab,
  editor: string,
  words: string,
  send: () => Promise<void>,
): Promise<void> {
  await tab.click(editor);
  await tab.type(words);
  await send();
}

export const SCENARIOS: readonly SiteScenario[] = [
  {
    id: 'facebook',
    address: (language) => `https://www.facebook.com/feed.${language}.html`,
    action: { like: 'like', 'comment by key': 'comment', 'comment by button': 'comment', share: 'share' },
    perform: async (tab, path, post, words) => {
      const within = `[data-test-id=${post}]`;
      const button = (role: string) => `${within} [role=button]:has([data-ad-rendering-role=${role}])`;
      if (path === 'like') return tab.click(button('like_button'));
      if (path === 'share') {
        await tab.click(button('share_button'));
        // The last of the sheet: close, copy link, share now.
        return tab.click('[role=dialog] [role=button]:last-of-type');
      }
      const editor = `${within} [contenteditable=true]`;
      await commitComment(tab, editor, words, () =>
        path === 'comment by key' ? tab.press('Enter') : tab.click(`${within} [data-send]`),
      );
    },
  },
  {
    id: 'instagram',
    address: (language) => `https://www.instagram.com/feed.${language}.html`,
    action: { like: 'like', 'comment by key': 'comment', 'comment by button': 'comment', share: 'share' },
    perform: async (tab, path, post, words) => {
      const within = `[data-test-id=${post}]`;
      const button = (...labels: readonly string[]) =>
        `${within} section [role=button]:has(${labels.map((label) => `svg[aria-label="${label}"][height="24"]`).join()})`;
      if (path === 'like') return tab.click(button('Suka', 'Like'));
      if (path === 'share') {
        await tab.click(button('Bagikan', 'Share'));
        await tab.click('[role=dialog] [data-person]');
        return tab.click('[role=dialog] [data-send]');
      }
      await commitComment(tab, `${within} textarea`, words, () =>
        path === 'comment by key' ? tab.press('Enter') : tab.click(`${within} [data-send-comment]`),
      );
    },
  },
  {
    id: 'x',
    address: (language) => `https://x.com/feed.${language}.html`,
    action: { like: 'like', 'comment by key': 'comment', 'comment by button': 'comment', share: 'repost' },
    perform: async (tab, path, post, words) => {
      const within = `[data-test-id=${post}]`;
      if (path === 'like') return tab.click(`${within} [data-testid=like]`);
      if (path === 'share') {
        await tab.click(`${within} [data-testid=retweet]`);
        return tab.click('[data-testid=retweetConfirm]');
      }
      await tab.click(`${within} [data-testid=reply]`);
      await commitComment(tab, '[role=dialog] [contenteditable=true]', words, () =>
        path === 'comment by key'
          ? tab.press('Enter', 'Control')
          : tab.click('[role=dialog] [data-testid=tweetButton]'),
      );
    },
  },
];

export interface Performed {
  readonly action: string;
  readonly post: string | null;
}

export const performed = (tab: Tab) => tab.evaluate<readonly Performed[]>('window.performed');

/** The content script has loaded its rules and remembers no reminder: the next one is as the first. */
export async function protectedTab(extensionPage: Tab, host: string): Promise<void> {
  await readyTab(extensionPage, host);
  await forgetReminders(extensionPage);
}

/** A new tab on a page that is protected so. */
export async function openProtected(browser: TestBrowser, extensionPage: Tab, address: string): Promise<Tab> {
  const tab = await browser.open(address);
  await protectedTab(extensionPage, new URL(address).host);
  return tab;
}

export async function forgetReminders(extensionPage: Tab): Promise<void> {
  await ask(extensionPage, 'memory.forget', null);
}

/** Forgets a reminder that was answered just now, once the background has it: on its way it would be kept. */
export async function forgetAnswered(extensionPage: Tab, answered: number): Promise<void> {
  for (const start = Date.now(); ; ) {
    const { shown } = (await ask(extensionPage, 'memory.show', null)) as SharedMemory;
    if (shown >= answered) break;
    if (Date.now() > start + PATIENCE_MS) throw new Error(`${shown} of ${answered} answers are remembered`);
    await untilNextLook(start);
  }
  await forgetReminders(extensionPage);
}

/** Asked of the tab by an extension page, as the toolbar popup does. */
export async function readyTab(extensionPage: Tab, host: string): Promise<void> {
  const isReady = `(async () => {
    const api = globalThis.browser ?? chrome;
    const tabs = await api.tabs.query({ url: 'https://${host}/*' });
    const states = await Promise.all(tabs.map((tab) =>
      api.tabs.sendMessage(tab.id, { name: 'tab.query', payload: null }).catch(() => undefined)));
    return states.length > 0 && states.every((state) => state && state.protection !== 'starting');
  })()`;
  await untilResolved(extensionPage, isReady);
}

/** The reminder takes the focus; a notice does not. */
export const REMINDER_OPEN = 'window.probe.hosts.some(({ node }) => node === document.activeElement)';
const ARMED =
  'window.probe.hosts.some(({ node, at }) => node === document.activeElement && performance.now() - at > 650)';

/** Answers with the keyboard: the shadow root is closed to tests as it is to pages. The focus begins on Cancel. */
export async function answer(tab: Tab, choice: 'cancel' | 'continue' | 'escape'): Promise<void> {
  await until(tab, REMINDER_OPEN);
  if (choice === 'escape') {
    await tab.press('Escape');
  } else {
    await until(tab, ARMED);
    if (choice === 'continue') await tab.press('Tab');
    await tab.press('Enter');
    if (choice === 'continue') return pressUntilClosed(tab);
  }
  await until(tab, `!(${REMINDER_OPEN})`);
}

/** The gravest actions want a second press that is no half of a double one. */
async function pressUntilClosed(tab: Tab): Promise<void> {
  const pressed = await tab.evaluate<number>('performance.now()');
  await until(tab, `!(${REMINDER_OPEN}) || performance.now() - ${pressed} > 700`);
  if (await tab.evaluate<boolean>(REMINDER_OPEN)) await tab.press('Enter');
  await until(tab, `!(${REMINDER_OPEN})`);
}

interface LogRow {
  readonly id: string;
  readonly site: string;
  readonly action: string;
  readonly outcome: string;
}

/** As a page of ours asks the background, which may just go to sleep: see `send` of `src/shared/messages.ts`. */
export const ask = (extensionPage: Tab, name: string, payload: unknown) =>
  extensionPage.evaluate<unknown>(`(() => {
    const once = () => (globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify({ name, payload })});
    return once().catch((error) => {
      if (!/Receiving end does not exist/.test(String(error))) throw error;
      return once();
    });
  })()`);

/** Rows that tests before left, by the page that asks: they do not count. */
const leftRows = new WeakMap<Tab, ReadonlySet<string>>();
/** Of more the log is emptied, for a page of it holds only so many, and each is unpacked again and again. */
const MOST_LEFT = 40;

async function allRows(extensionPage: Tab): Promise<readonly LogRow[]> {
  const page = await ask(extensionPage, 'log.list', { limit: 500 });
  return unpackLogPage(page as LogPageText).rows;
}

export async function logRows(extensionPage: Tab): Promise<readonly LogRow[]> {
  const left = leftRows.get(extensionPage);
  return (await allRows(extensionPage)).filter(({ id }) => !left?.has(id));
}

/**
 * Waits for so many rows: they are delivered off the path of the click. Before a tab closes or the log is emptied for another
 * test this must be asked for each row that is due, or it may come too late, or not at all.
 */
export async function rowsOf(extensionPage: Tab, count: number): Promise<readonly LogRow[]> {
  for (const start = Date.now(); ; ) {
    const rows = await logRows(extensionPage);
    if (rows.length >= count) return rows;
    if (Date.now() > start + PATIENCE_MS) throw new Error(`${rows.length} of ${count} rows came`);
    await untilNextLook(start);
  }
}

export async function clearLog(extensionPage: Tab): Promise<void> {
  await ask(extensionPage, 'log.clear', null);
  leftRows.delete(extensionPage);
}

/**
 * From here on `logRows` and `rowsOf` of this page begin with none, as after `clearLog`, which destroys keys and databases
 * and so takes a browser nearly as long as the page of a test (0.4 s of a core; November 2026).
 */
export async function leaveRows(extensionPage: Tab): Promise<void> {
  const rows = await allRows(extensionPage);
  if (rows.length > MOST_LEFT) return clearLog(extensionPage);
  leftRows.set(extensionPage, new Set(rows.map(({ id }) => id)));
}
