import { useState } from 'preact/hooks';
import type { SiteId } from '../../core/types.ts';
import type { TabState } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import { Brand, PrivacyLine } from '../parts/header.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { isUnderstood, StructureButton, UnknownPage, WatchedActions } from './health.tsx';
import { Pause, PauseEnd } from './pause.tsx';
import { StaleLists } from './stale.tsx';
import { Today } from './today.tsx';
import { type TabView, useTab } from './use-tab.ts';

type Shown = TabState['protection'] | 'unsupported' | 'waiting';
const icons: Record<Shown, IconName> = {
  on: 'check',
  off: 'off',
  paused: 'off',
  starting: 'wait',
  waiting: 'wait',
  'reload-needed': 'reload',
  partly: 'alert',
  unsupported: 'away',
};

/** State of protection on the tab in front. Never shows content of the page. */
export function PopupPage() {
  const { texts } = usePage();
  const { view, reload } = useTab();
  const shown: Shown = view.kind === 'answered' ? view.state.protection : view.kind;
  const state = view.kind === 'answered' ? view.state : undefined;
  // "This tab is covered" would contradict a page that is not understood.
  const unknown = state?.health && shown === 'on' && !isUnderstood(state.health) ? state.health : undefined;
  return (
    <>
      <header class="popup-header">
        <Brand />
      </header>
      <main class="popup">
        <div class={`state state-${unknown ? 'partly' : shown}`} aria-live="polite">
          <Icon name={unknown ? 'alert' : icons[shown]} />
          <div>
            {unknown ? (
              <UnknownPage health={unknown} />
            ) : (
              <>
                <h1>{texts.say(`popup.state.${shown}.title`)}</h1>
                <StateText shown={shown} site={state?.site} />
              </>
            )}
          </div>
        </div>
        {shown === 'reload-needed' || shown === 'partly' ? <ReloadButton reload={reload} /> : null}
        {state && (shown === 'on' || shown === 'starting') ? (
          <WatchedActions site={state.site} switchedOn={state.actions} health={state.health} />
        ) : null}
        {state && shown !== 'off' ? <StructureButton /> : null}
        <UnsentRows view={view} />
        <StaleLists />
        <Today />
        <Pause state={state} />
      </main>
      <footer class="popup-footer">
        <nav aria-label={texts.say('frame.nav.label')}>
          <ul>
            <li>
              <a href="../settings/index.html" target="_blank" rel="noreferrer">
                {texts.say('popup.link.settings')}
              </a>
            </li>
            <li>
              <a href="../log/index.html" target="_blank" rel="noreferrer">
                {texts.say('popup.link.log')}
              </a>
            </li>
          </ul>
        </nav>
        <PrivacyLine />
      </footer>
    </>
  );
}

function StateText({ shown, site }: { readonly shown: Shown; readonly site: SiteId | undefined }) {
  const { texts } = usePage();
  if (shown === 'waiting') return null;
  const name = site === undefined ? '' : texts.say(`site.${site}.name`);
  return (
    <p>
      {texts.say(`popup.state.${shown}.text`, { site: name })}
      {shown === 'paused' ? <PauseEnd /> : null}
    </p>
  );
}

function ReloadButton({ reload }: { reload(): Promise<void> }) {
  const { texts } = usePage();
  const [failed, setFailed] = useState(false);
  return (
    <div class="reload">
      <button
        type="button"
        class="button button-main"
        onClick={() => {
          setFailed(false);
          reload().catch(() => setFailed(true));
        }}
      >
        {texts.say('popup.reload.button')}
      </button>
      <p role="alert">{failed ? texts.say('popup.reload.failed') : ''}</p>
    </div>
  );
}

function UnsentRows({ view }: { readonly view: TabView }) {
  const { texts } = usePage();
  const unsent = view.kind === 'answered' ? view.state.unsentRows : 0;
  return unsent > 0 ? <p class="popup-note">{texts.count('popup.unsent', unsent)}</p> : null;
}
