import type { Tab } from '../driver/driver.ts';
import {
  type About,
  ownWords,
  plainWords,
  press,
  type ReactScenario,
  within,
  withoutButton,
  write,
} from './scenario.ts';

const HOST = 'https://www.instagram.com';
const FEED = { site: 'instagram', address: (language: string) => `${HOST}/?react=${language}` } as const;
const DIALOG = {
  site: 'instagram',
  address: (language: string) => `${HOST}/p/Dcampaign0000/?react=${language}`,
} as const;

/** The dialog shows the post of the address; another one comes as the site's own navigation brings it. */
const show = (tab: Tab, about: About) =>
  tab.evaluate<void>(`(() => {
    history.replaceState(null, '', '/p/D${about}0000/' + location.search);
    window.render({ shown: '${about}' });
  })()`);
const BOX = (about: About) => `${within(about)} textarea`;
const inDialog = {
  ...DIALOG,
  action: 'comment',
  prepare: async (tab: Tab, about: About) => {
    await show(tab, about);
    await write(BOX, plainWords)(tab, about);
  },
  words: plainWords,
  draft: (about: About) => about,
} as const;
const message = {
  action: 'share',
  prepare: async (tab: Tab, about: About) => {
    await tab.click(`${within(about)} [data-opens=share]`);
    await tab.click('[data-person]');
    await write(() => '[data-person] ~ [contenteditable]', plainWords)(tab, about);
  },
  words: plainWords,
  draft: () => 'message',
  commit: press(() => '[data-does=share]'),
} as const;

export const instagramReact: readonly ReactScenario[] = [
  {
    ...DIALOG,
    name: 'like in a dialog',
    action: 'like',
    prepare: show,
    commit: press((about) => `${within(about)} [data-does=like]`),
  },
  { ...FEED, name: 'like', action: 'like', commit: press((about) => `${within(about)} [data-does=like]`) },
  { ...inDialog, name: 'comment by Enter (controlled textarea)', commit: (tab) => tab.press('Enter') },
  {
    ...inDialog,
    name: 'comment by Enter without a button (controlled textarea)',
    prepare: withoutButton(inDialog.prepare),
    commit: (tab) => tab.press('Enter'),
  },
  {
    ...inDialog,
    name: 'comment by button (controlled textarea)',
    commit: press((about) => `${within(about)} [data-send]`),
  },
  { ...FEED, ...message, name: 'send with a message (Lexical)', isAlways: true },
  {
    ...DIALOG,
    name: 'follow in a dialog',
    action: 'follow',
    prepare: show,
    commit: press((about) => `${within(about)} [data-does=follow]`),
  },
  {
    ...FEED,
    name: 'new post (Lexical)',
    action: 'post',
    isAlone: true,
    prepare: async (tab, about) => {
      await tab.click('[data-opens=create]');
      await write(() => 'body > [role=dialog] [contenteditable]', ownWords)(tab, about);
    },
    words: ownWords,
    draft: () => 'caption',
    commit: press(() => '[data-does=post]'),
  },
];
