import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../shared/browser.ts';
import { sendToTab, type TabState } from '../../shared/messages.ts';
import { useMessage } from '../parts/use-message.ts';
import { isCovered } from './covered.ts';

export type TabView =
  | { readonly kind: 'waiting' | 'starting' | 'reload-needed' | 'unsupported' }
  | { readonly kind: 'answered'; readonly state: TabState };

/** How soon the popup asks again while a tab is on its way. */
const againMs = 400;

export interface TabControl {
  readonly view: TabView;
  /** Rejects when the browser does not reload the tab. */
  reload(): Promise<void>;
}

export function useTab(): TabControl {
  const [view, setView] = useState<TabView>({ kind: 'waiting' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let open = true;
    askTab().then((next) => {
      if (!open) return;
      setView(next);
      const starting =
        next.kind === 'answered' ? next.state.protection === 'starting' : next.kind === 'starting';
      if (starting) timer = setTimeout(() => setRound(round + 1), againMs);
    });
    return () => {
      open = false;
      clearTimeout(timer);
    };
  }, [round]);
  // What a tab tells the background about itself reaches this page as well.
  useMessage('tab.state', () => setRound((known) => known + 1));
  const reload = async () => {
    const tab = await activeTab();
    if (tab?.id === undefined) throw new Error('There is no active tab.');
    await browser.tabs.reload(tab.id);
    setView({ kind: 'starting' });
    setRound(round + 1);
  };
  return { view, reload };
}

async function activeTab() {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/** A covered tab that does not answer has no live content script: it must be reloaded, unless it is loading. */
async function askTab(): Promise<TabView> {
  const tab = await activeTab().catch(() => undefined);
  if (tab?.id === undefined) return { kind: 'unsupported' };
  const state = await sendToTab(tab.id, 'tab.query', null).catch(() => undefined);
  if (state) return { kind: 'answered', state };
  const patterns = (browser.runtime.getManifest().content_scripts ?? []).flatMap(
    (script) => script.matches ?? [],
  );
  if (!isCovered(tab.url, patterns)) return { kind: 'unsupported' };
  return { kind: tab.status === 'loading' ? 'starting' : 'reload-needed' };
}
