import { type ComponentChildren, createContext, render } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { applyPolicy } from '../../core/settings/policy-ratchet.ts';
import { defaultSettings, readSettings, type Settings } from '../../core/settings/settings.ts';
import { browser } from '../../shared/browser.ts';
import { chooseLanguage } from '../../shared/locale.ts';
import { send } from '../../shared/messages.ts';
import { readStored, type StoredPolicy, watchStored } from '../../shared/storage.ts';
import { readStoredSettings } from '../../shared/stored-settings.ts';
import { type TextKey, type Texts, textsFor } from '../texts.ts';
import { RetryNotice } from './retry-notice.tsx';
import { createSettingsKeeper, type Edit } from './settings-keeper.ts';

interface Page {
  readonly texts: Texts;
  /** As the person chose them. */
  readonly settings: Settings;
  /** As they take effect: an agency may have lowered them. */
  readonly effective: Settings;
  /** What an agency set. */
  readonly policy: StoredPolicy;
  /** Shows the change at once, saves it, and resolves to whether it is really stored. */
  change(edit: Edit): Promise<boolean>;
}

const NO_POLICY: StoredPolicy = { policy: {}, faults: [] };

const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('usePage() outside of <Frame>');
  return page;
}

/** Everything a page shows depends on the settings, if only for its language: they come first. */
function Frame({ title, children }: { readonly title: TextKey; readonly children: ComponentChildren }) {
  const [settings, setSettings] = useState<Settings>();
  const [policy, setPolicy] = useState(NO_POLICY);
  const [failed, setFailed] = useState(false);
  const keeper = useMemo(
    () =>
      createSettingsKeeper(
        {
          read: readStoredSettings,
          save: (next) => send('settings.save', next),
        },
        defaultSettings(),
        setSettings,
      ),
    [],
  );
  const language = chooseLanguage(settings?.language ?? 'auto', browser.i18n.getUILanguage());
  const texts = useMemo(() => textsFor(language), [language]);

  const load = () => {
    setFailed(false);
    keeper.load().catch(() => setFailed(true));
    readStored('policy').then(
      ({ policy: stored }) => stored && setPolicy(stored),
      () => undefined,
    );
  };
  useEffect(() => {
    const lifetime = new AbortController();
    watchStored((key, value) => {
      if (key === 'settings') keeper.accept(readSettings(value));
      if (key === 'policy') setPolicy((value as StoredPolicy | undefined) ?? NO_POLICY);
    }, lifetime.signal);
    load();
    return () => lifetime.abort();
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title =
      title === 'popup.page.title'
        ? texts.say(title)
        : `${texts.say(title)} · ${texts.say('frame.product.name')}`;
  }, [language, title]);

  if (failed) {
    return (
      <main class="page">
        <h1>{texts.say('frame.product.name')}</h1>
        <RetryNotice
          text={texts.say('frame.load.failed')}
          again={texts.say('frame.load.retry')}
          onRetry={load}
        />
      </main>
    );
  }
  if (!settings) {
    return (
      <main class="page">
        <p role="status">{texts.say('frame.load.waiting')}</p>
      </main>
    );
  }
  const effective = applyPolicy(settings, policy.policy);
  return (
    <PageContext.Provider value={{ texts, settings, effective, policy, change: keeper.change }}>
      {children}
    </PageContext.Provider>
  );
}

/** Starts a page in the element `app` of its document. */
export function startPage(title: TextKey, page: ComponentChildren): void {
  const root = document.getElementById('app');
  if (root) render(<Frame title={title}>{page}</Frame>, root);
}
