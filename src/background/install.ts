import type { Runtime } from '../shared/browser.ts';
import { browser } from '../shared/browser.ts';
import type { LogStore } from './log/log-store.ts';
import { awaitPolicy } from './policy.ts';
import { publish } from './publish.ts';
import { skipWelcomeOnUpdate, welcomeIfDue } from './welcome.ts';

/** First run, update, or a new version of the browser. */
export async function onInstalled(details: Runtime.OnInstalledDetailsType, log: LogStore): Promise<void> {
  if (details.reason === 'update') await skipWelcomeOnUpdate();
  await onStartup(log);
  if (details.reason === 'install' || details.reason === 'update') await injectIntoOpenTabs();
}

export async function onStartup(log: LogStore): Promise<void> {
  // Not waited for: it goes on for a quarter of a minute where nothing is set.
  awaitPolicy(log).catch(() => undefined);
  // One failure must not keep the others from happening; the log page reports its own state when it is opened.
  await Promise.allSettled([welcomeIfDue(), publish(), log.pruneIfDue(), resealRows(log)]);
}

/** Goes on where the page that changed the lock was closed: rows must not stay as they were. */
async function resealRows(log: LogStore): Promise<void> {
  while ((await log.reseal()) > 0);
}

/**
 * Chromium leaves tabs that are open at install or update without our content script, or with an orphan of the old
 * version; Firefox injects by itself (measured). A script that comes this late reports `reload-needed`.
 */
async function injectIntoOpenTabs(): Promise<void> {
  if (!browser.runtime.getURL('').startsWith('chrome-extension:')) return;
  for (const script of browser.runtime.getManifest().content_scripts ?? []) {
    const tabs = await browser.tabs.query({ url: script.matches });
    await Promise.allSettled(tabs.map((tab) => inject(tab, script.js ?? [], script.all_frames ?? false)));
  }
}

async function inject(
  tab: { readonly id?: number | undefined; readonly discarded?: boolean | undefined },
  files: string[],
  allFrames: boolean,
): Promise<void> {
  // A discarded tab loads anew, with our script, when the person returns to it.
  if (tab.id === undefined || tab.discarded) return;
  await browser.scripting.executeScript({
    target: { tabId: tab.id, allFrames },
    files,
    injectImmediately: true,
  });
}
