import { type Dictionary, translate } from '../core/format/translate.ts';
import en from '../locales/state.en.json';
import id from '../locales/state.id.json';
import { browser } from '../shared/browser.ts';
import { chooseLanguage, type Language } from '../shared/locale.ts';
import type { TabState } from '../shared/messages.ts';
import { readStoredSettings } from '../shared/stored-settings.ts';

const dictionaries: Record<Language, Dictionary> = { id, en };

const SIGNS: Record<TabState['protection'], string> = {
  on: '',
  starting: '',
  off: '–',
  paused: 'II',
  'reload-needed': '↻',
  partly: '?',
};
const UNKNOWN_SIGN = '?';
const UNSENT_SIGN = '…';

/** Grey and white: a state of the tool, never an alarm about what the person does. */
const BACKGROUND = '#5f6368';
const FOREGROUND = '#ffffff';

/** Shows the state of one tab on the toolbar button. Names the state only, nothing of the page. */
export async function showState(tabId: number, state: TabState): Promise<void> {
  const { language: chosen } = await readStoredSettings();
  const language = chooseLanguage(chosen, browser.i18n.getUILanguage());
  const title = badgeTitle(state, dictionaries[language]);
  const text =
    SIGNS[state.protection] || (isUnknown(state) ? UNKNOWN_SIGN : state.unsentRows > 0 ? UNSENT_SIGN : '');
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setBadgeBackgroundColor({ tabId, color: BACKGROUND }),
      browser.action.setBadgeTextColor({ tabId, color: FOREGROUND }),
      browser.action.setTitle({ tabId, title }),
    ]);
  } catch {
    // The tab was closed meanwhile: there is nothing left to show the state of.
  }
}

/** Only where the tab is covered otherwise: a stronger state says more. */
function isUnknown({ protection, health }: TabState): boolean {
  return (
    protection === 'on' && health !== null && (health.page !== 'understood' || health.unknown.length > 0)
  );
}

function badgeTitle(state: TabState, dictionary: Dictionary): string {
  const shown = isUnknown(state)
    ? `popup.health.${state.health?.page}`
    : `popup.state.${state.protection}.title`;
  const parts = [translate(dictionary, shown)];
  if (state.unsentRows > 0) {
    const form = state.unsentRows === 1 ? 'one' : 'other';
    parts.push(translate(dictionary, `popup.unsent.${form}`, { count: state.unsentRows }));
  }
  return `${translate(dictionary, 'frame.product.name')}: ${parts.join('. ')}`;
}
