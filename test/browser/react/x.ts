import { type About, ownWords, plainWords, press, type ReactScenario, within, write } from './scenario.ts';

/** X enforces such policies; no page of it may need inline styles or markup in strings. */
const POLICY =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self'; require-trusted-types-for 'script'; trusted-types p";
const HOME = {
  site: 'x',
  address: (language: string) => `https://x.com/home?react=${language}&policy=${encodeURIComponent(POLICY)}`,
} as const;
const inPost = (id: string) => press((about) => `article${within(about)} [data-testid=${id}]`);
const DIALOG_BOX = '[role=dialog] [data-testid=tweetTextarea_0]';
const COMPOSER_BOX = 'main [data-testid=tweetTextarea_0]';

const inDialog = (name: string, opener: readonly ReturnType<typeof press>[]) =>
  ({
    ...HOME,
    action: name === 'reply' ? 'comment' : name,
    prepare: async (tab, about) => {
      for (const step of opener) await step(tab, about);
      await write(() => DIALOG_BOX, plainWords)(tab, about);
    },
    words: plainWords,
    draft: () => name,
  }) satisfies Omit<ReactScenario, 'name' | 'commit'>;
const reply = inDialog('reply', [inPost('reply')]);
const quote = inDialog('quote', [inPost('retweet'), press(() => '[data-opens=quote]')]);
const newPost = {
  ...HOME,
  action: 'post',
  isAlone: true,
  prepare: write(() => COMPOSER_BOX, ownWords),
  words: ownWords,
  draft: () => 'composer',
} as const;
const submit = press(() => '[role=dialog] [data-testid=tweetButton]');
const FOLLOW = (about: About) => `[data-person=${about}] [data-testid$="-follow"]`;

export const xReact: readonly ReactScenario[] = [
  { ...HOME, name: 'like', action: 'like', commit: inPost('like') },
  {
    ...reply,
    name: 'reply by Ctrl+Enter (Draft.js)',
    isAlways: true,
    commit: (tab) => tab.press('Enter', 'Control'),
  },
  { ...reply, name: 'reply by button (Draft.js)', commit: submit },
  {
    ...HOME,
    name: 'repost in a menu',
    isAlways: true,
    action: 'repost',
    prepare: inPost('retweet'),
    commit: press(() => '#layers [data-testid=retweetConfirm]'),
  },
  { ...quote, name: 'quote by button (Draft.js)', commit: submit },
  { ...HOME, name: 'follow', action: 'follow', commit: press(FOLLOW) },
  { ...newPost, name: 'new post by Ctrl+Enter (Draft.js)', commit: (tab) => tab.press('Enter', 'Control') },
  {
    ...newPost,
    name: 'new post by button (Draft.js)',
    commit: press(() => 'main [data-testid=tweetButtonInline]'),
  },
];
