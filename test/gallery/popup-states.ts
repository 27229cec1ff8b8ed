import type { TabHealth, TabState } from '../../src/shared/messages.ts';
import { source, staleRelease } from './signed-list.ts';
import type { Answers, GalleryPage, GalleryState } from './state.ts';

const NO_LISTS: Answers = { 'sources.list': [{ value: [] }] };

const HEALTH: TabHealth = {
  page: 'understood',
  watched: ['like', 'comment', 'repost', 'follow'],
  unknown: [],
  unknownControls: 0,
};
const ON: TabState = {
  site: 'x',
  protection: 'on',
  actions: ['like', 'comment', 'reply', 'repost', 'quote', 'follow', 'post', 'upload'],
  unsentRows: 0,
  health: HEALTH,
};

/** The tab in front is this, and says this of itself; null: it does not answer. */
function front(url: string, state: TabState | null): string {
  return `(() => {
    chrome.tabs.query = async () => [{ id: 1, url: ${JSON.stringify(url)}, status: 'complete' }];
    chrome.tabs.sendMessage = async () => {
      const state = ${JSON.stringify(state)};
      if (state === null) throw new Error('Could not establish connection. Receiving end does not exist.');
      return state;
    };
  })()`;
}

interface Shown {
  readonly name: string;
  readonly shows: string;
  readonly ready: string;
  readonly state?: Partial<TabState>;
  /** In place of a tab of X that answers. */
  readonly before?: string;
  readonly answers?: Answers;
}

const popup = ({ name, shows, ready, state = {}, before, answers = NO_LISTS }: Shown): GalleryState => ({
  name: `popup-${name}`,
  shows,
  address: 'popup/index.html',
  answers,
  before: before ?? front('https://x.com/home', { ...ON, ...state }),
  ready,
  width: 360,
});

export const POPUP_PAGE: GalleryPage = {
  title: 'Popup',
  states: [
    popup({ name: 'on', shows: 'On, with what is watched', ready: '.watched-watched' }),
    popup({
      name: 'partly-watched',
      shows: 'On, and an action that is not recognised in this view',
      ready: '.watched-watched',
      state: { health: { ...HEALTH, watched: ['like', 'follow'], unknown: ['repost'] } },
    }),
    popup({
      name: 'unknown',
      shows: 'The page is not understood',
      ready: '.state-partly',
      state: { health: { page: 'unknown-page', watched: [], unknown: [], unknownControls: 0 } },
    }),
    popup({
      name: 'partly',
      shows: 'The rules did not arrive in this tab',
      ready: '.state-partly',
      state: { protection: 'partly' },
    }),
    popup({
      name: 'off',
      shows: 'Switched off for this site',
      ready: '.state-off',
      state: { protection: 'off' },
    }),
    popup({
      name: 'paused',
      shows: 'Paused for an hour',
      ready: '.state-paused',
      state: { protection: 'paused' },
    }),
    popup({
      name: 'starting',
      shows: 'A tab that is loading',
      ready: '.state-starting',
      state: { protection: 'starting', health: null },
    }),
    popup({
      name: 'reload',
      shows: 'A tab from before an update',
      ready: '.state-reload-needed',
      before: front('https://x.com/home', null),
    }),
    popup({
      name: 'elsewhere',
      shows: 'A page of no site of ours',
      ready: '.state-unsupported',
      before: front('https://contoh.id/', null),
    }),
    popup({
      name: 'unsent',
      shows: 'Rows that wait to be stored',
      ready: '.popup-note',
      state: { unsentRows: 2 },
    }),
    popup({
      name: 'stale',
      shows: 'A signed list past its day, which stays in use',
      ready: '.watched-watched',
      answers: {
        'sources.list': [
          {
            value: [source({ active: staleRelease() })],
          },
        ],
      },
    }),
  ],
};
