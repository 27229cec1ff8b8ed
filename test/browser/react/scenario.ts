import type { SiteId } from '../../../src/core/types.ts';
import type { Tab } from '../driver/driver.ts';

export type About = 'campaign' | 'rain';
/** Languages of the interface; no adapter has a table of Hungarian, and Arabic is written from right to left. */
export const LANGUAGES = ['id', 'en', 'hu', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How a person does one thing on a page of `test/fixtures/react`. */
export interface ReactScenario {
  readonly site: SiteId;
  readonly name: string;
  readonly address: (language: Language) => string;
  /** Everything before the event that commits. */
  readonly prepare?: (tab: Tab, about: About) => Promise<void>;
  readonly commit: (tab: Tab, about: About) => Promise<void>;
  /** Name in `window.drafts` of the editor that holds the words, for what is written. */
  readonly draft?: (about: About) => string;
  readonly words?: (about: About) => string;
  /** Words of the fixture; `about` is the post, or null for something that is in no post. */
  readonly action: string;
  readonly isAlone?: boolean;
  /** Performed by `npm test` too, which has no time for all of them. */
  readonly isAlways?: boolean;
}

export const within = (about: About) => `[data-test-id=${about}]`;
/** The post decides, or the user's own words do. */
export const plainWords = () => 'Semangat terus ya';
export const ownWords = (about: About) =>
  about === 'campaign' ? 'Ayo coblos nomor 2' : 'Hati-hati di jalan';

/** Puts the caret into an editor and types. */
export const write =
  (selector: (about: About) => string, words: (about: About) => string) =>
  async (tab: Tab, about: About): Promise<void> => {
    await tab.click(selector(about));
    await tab.type(words(about));
  };

export const press =
  (selector: (about: About) => string) =>
  (tab: Tab, about: About): Promise<void> =>
    tab.click(selector(about));

/** Older pages have no button that sends: then only Enter does, and the replay must press it. */
export const withoutButton =
  (prepare: (tab: Tab, about: About) => Promise<void>) =>
  async (tab: Tab, about: About): Promise<void> => {
    await tab.evaluate('window.hasNoSend = true');
    await prepare(tab, about);
  };
