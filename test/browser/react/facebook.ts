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

const FEED = {
  site: 'facebook',
  address: (language: string) => `https://www.facebook.com/?react=${language}`,
} as const;
const does = (action: string) => press((about) => `${within(about)} [data-does="${action}"]`);
const inLayer = (action: string) =>
  press(() => `body > :is([role=dialog], [role=menu]) [data-does="${action}"]`);
const COMMENT_BOX = (about: About) => `${within(about)} form [contenteditable]`;
const comment = {
  ...FEED,
  action: 'comment',
  prepare: write(COMMENT_BOX, plainWords),
  words: plainWords,
  draft: (about: About) => about,
} as const;

const openShare = (form: 'sheet' | 'menu') => async (tab: Tab, about: About) => {
  await tab.evaluate(`window.shareForm = '${form}'`);
  await tab.click(`${within(about)} [data-opens=share]`);
};

export const facebookReact: readonly ReactScenario[] = [
  { ...FEED, name: 'like', action: 'like', commit: does('like') },
  {
    ...FEED,
    name: 'like by Enter',
    action: 'like',
    prepare: (tab, about) => tab.focus(`${within(about)} [data-does=like]`),
    commit: (tab) => tab.press('Enter'),
  },
  { ...comment, name: 'comment by Enter (Lexical)', commit: (tab) => tab.press('Enter') },
  {
    ...comment,
    name: 'comment by Enter without a button (Lexical)',
    isAlways: true,
    prepare: withoutButton(comment.prepare),
    commit: (tab) => tab.press('Enter'),
  },
  {
    ...comment,
    name: 'comment by button (Lexical)',
    commit: press((about) => `${within(about)} [data-send]`),
  },
  {
    ...FEED,
    name: 'share with words in a sheet (Lexical)',
    action: 'share',
    prepare: async (tab, about) => {
      await openShare('sheet')(tab, about);
      await write(() => 'body > [role=dialog] [contenteditable]', plainWords)(tab, about);
    },
    words: plainWords,
    draft: () => 'caption',
    commit: inLayer('share'),
  },
  {
    ...FEED,
    name: 'share in a menu',
    isAlways: true,
    action: 'share',
    prepare: openShare('menu'),
    commit: inLayer('share'),
  },
  { ...FEED, name: 'follow', action: 'follow', commit: does('follow') },
  {
    ...FEED,
    name: 'new post (Lexical)',
    isAlways: true,
    action: 'post',
    isAlone: true,
    prepare: async (tab, about) => {
      await tab.click('[data-opens=composer]');
      await write(() => 'body > [role=dialog] [contenteditable]', ownWords)(tab, about);
    },
    words: ownWords,
    draft: () => 'composer',
    commit: inLayer('post'),
  },
];
