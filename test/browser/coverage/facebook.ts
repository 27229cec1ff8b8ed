import type { Activity, ActivityPath } from '../../../src/sites/coverage.ts';
import { facebookCoverage } from '../../../src/sites/facebook/facebook.coverage.ts';
import type { Surface } from '../../../src/sites/surface.ts';
import type { Tab } from '../driver/driver.ts';
import type { CoverageScenario } from './scenario.ts';

type About = 'campaign' | 'rain';
type Step = (tab: Tab, about: About) => Promise<void>;

/** Where a surface stands on the site; the page draws what the scenario asks for. */
const ADDRESSES: Readonly<Partial<Record<Surface, string>>> = {
  feed: '/',
  permalink: '/relawan.uji/posts/pfbid0uji',
  dialog: '/uji.dialog/posts/pfbid0uji',
  'photo viewer': '/photo/',
  reels: '/reel/1002',
  live: '/watch/live/',
  story: '/stories/123/',
  group: '/groups/77',
  page: '/pages/uji/123',
  profile: '/relawan.uji',
  search: '/search/top/',
  suggestions: '/friends/suggestions',
  'hover card': '/home.php',
  mobile: '/',
  sharer: '/sharer/sharer.php',
};
const PLUGINS: Readonly<Partial<Record<Activity, string>>> = {
  like: '/plugins/like.php',
  follow: '/plugins/follow.php',
  'like page': '/plugins/page.php',
  comment: '/plugins/comments.php',
};

const within = (about: About) => `[data-test-id=${about}]`;
const ownWords = (about: About) => (about === 'campaign' ? 'Ayo coblos nomor 2' : 'Hati-hati di jalan');

/** The n-th thing of the post that does so. */
const does = (action: string) => (tab: Tab, about: About) =>
  tab.click(`${within(about)} [data-does="${action}"]`);

const focusAndPress = (action: string, key: string) => async (tab: Tab, about: About) => {
  await tab.focus(`${within(about)} [data-does="${action}"]`);
  await tab.press(key);
};

/** Words of the comment say nothing: the post decides. */
function write(form: string, words: (about: About) => string, send: 'click' | 'Enter'): Step {
  return async (tab, about) => {
    await tab.click(`${within(about)} ${form} :is([contenteditable], textarea)`);
    await tab.type(words(about));
    if (send === 'Enter') await tab.press('Enter');
    else await tab.click(`${within(about)} ${form} [data-send]`);
  };
}

const plain = () => 'Semangat';
const COMMENT_FORM = '> form';
const REPLY_FORM = '[role=article] form';

/** The sheet or menu opens by the share button; then something in it is pressed. */
function share(form: 'sheet' | 'menu', action: string, words = ''): Step {
  return async (tab, about) => {
    await tab.evaluate(`window.shareForm = '${form}'`);
    await tab.click(`${within(about)} [data-opens=share]`);
    if (words !== '') {
      await tab.click('[data-portal] [contenteditable]');
      await tab.type(words);
    }
    await tab.click(`[data-portal] [data-does="${action}"]`);
  };
}

async function openComposer(tab: Tab): Promise<void> {
  await tab.click('[data-opens=composer]');
  await tab.click('#composer [contenteditable]');
}

const publish: Step = async (tab, about) => {
  await openComposer(tab);
  await tab.type(ownWords(about));
  await tab.click('#composer [data-does=post]');
};

interface Way {
  readonly step: Step;
  /** Word of the fixture. */
  readonly action: string;
  /** Performed in no post. */
  readonly isAlone?: boolean;
}

const WAYS: Readonly<Record<Activity, Readonly<Partial<Record<ActivityPath, Way>>>>> = {
  like: {
    click: { step: does('like'), action: 'like' },
    touch: { step: (tab, about) => tab.tap(`${within(about)} [data-does=like]`), action: 'like' },
    Enter: { step: focusAndPress('like', 'Enter'), action: 'like' },
    Space: { step: focusAndPress('like', ' '), action: 'like' },
    'shortcut key': {
      step: async (tab, about) => {
        await tab.focus(`${within(about)} h2 a, ${within(about)} h3 a`);
        await tab.press('l');
      },
      action: 'like',
    },
  },
  reaction: {
    palette: {
      step: async (tab, about) => {
        await tab.evaluate('window.hasPalette = true');
        await tab.hover(`${within(about)} [data-does=like]`);
        await tab.click('#palette [data-does=react]:nth-child(2)');
      },
      action: 'react',
    },
    click: { step: does('react'), action: 'react' },
  },
  'like of a comment': { click: { step: does('like comment'), action: 'like comment' } },
  comment: {
    click: { step: write(COMMENT_FORM, plain, 'click'), action: 'comment' },
    Enter: { step: write(COMMENT_FORM, plain, 'Enter'), action: 'comment' },
  },
  reply: {
    click: { step: write(REPLY_FORM, plain, 'click'), action: 'reply' },
    Enter: { step: write(REPLY_FORM, plain, 'Enter'), action: 'reply' },
  },
  'sticker or GIF comment': {
    click: {
      step: async (tab, about) => {
        await tab.click(`${within(about)} ${COMMENT_FORM} [data-opens=stickers]`);
        await tab.click('#stickers [data-does=comment]');
      },
      action: 'comment',
    },
  },
  'share now': {
    click: { step: share('sheet', 'share'), action: 'share' },
    'menu item': { step: share('menu', 'share'), action: 'share' },
  },
  'share with text': { click: { step: share('sheet', 'share', 'Baca ini'), action: 'share' } },
  'send to a person': { click: { step: share('sheet', 'send'), action: 'send' } },
  'share to story': {
    click: { step: share('sheet', 'share to story'), action: 'share to story' },
    'menu item': { step: share('menu', 'share to story'), action: 'share to story' },
  },
  follow: {
    click: { step: does('follow'), action: 'follow' },
    Enter: { step: focusAndPress('follow', 'Enter'), action: 'follow' },
  },
  'add friend': { click: { step: does('friend'), action: 'friend' } },
  'join group': { click: { step: does('join'), action: 'join' } },
  'like page': { click: { step: does('page'), action: 'page' } },
  'follow page': { click: { step: does('follow'), action: 'follow' } },
  'feed post': { click: { step: publish, action: 'post', isAlone: true } },
  'group post': {
    click: {
      step: async (tab) => {
        await openComposer(tab);
        await tab.type('Halo semua');
        await tab.click('#composer [data-does=post]');
      },
      action: 'post',
      isAlone: true,
    },
  },
  'story post': {
    click: {
      step: async (tab, about) => {
        await tab.click('textarea');
        await tab.type(ownWords(about));
        await tab.click('[data-does=post]');
      },
      action: 'post',
      isAlone: true,
    },
  },
  'picked photo': {
    'file input': {
      step: (tab, about) => tab.pickFile(`${within(about)} ${COMMENT_FORM} input[type=file]`),
      action: 'upload',
    },
  },
  'pasted photo': {
    paste: {
      step: async (tab, about) => {
        await tab.click(`${within(about)} ${COMMENT_FORM} [contenteditable]`);
        await tab.pasteFile();
      },
      action: 'upload',
    },
  },
  'dropped photo': {
    drop: {
      step: (tab, about) => tab.dropFile(`${within(about)} ${COMMENT_FORM} [contenteditable]`),
      action: 'upload',
    },
  },
  'double-tap like': {},
  repost: {},
  quote: {},
  subscribe: {},
  thread: {},
};

/** Where a surface differs from the usual way. */
const SPECIAL: Readonly<Partial<Record<string, Way>>> = {
  'reply, story, click': { step: write(COMMENT_FORM, plain, 'click'), action: 'reply' },
  'reply, story, Enter': { step: write(COMMENT_FORM, plain, 'Enter'), action: 'reply' },
  // The words decide: what others wrote below the page is campaign in both cases.
  'comment, plugin, click': {
    step: async (tab, about) => {
      await tab.click('textarea');
      await tab.type(ownWords(about));
      await tab.click('[data-send]');
    },
    action: 'comment',
  },
  'comment, mobile, click': {
    step: write('.textbox-container', plain, 'click'),
    action: 'comment',
  },
  'share now, sharer, click': { step: does('share'), action: 'share' },
  'share with text, sharer, click': {
    step: async (tab, about) => {
      await tab.click('[contenteditable]');
      await tab.type('Baca ini');
      await tab.click(`${within(about)} [data-does=share]`);
    },
    action: 'share',
  },
  'picked photo, group, file input': {
    step: async (tab) => {
      await openComposer(tab);
      await tab.pickFile('#composer input[type=file]');
    },
    action: 'upload',
    isAlone: true,
  },
};

function scenario(activity: Activity, surface: Surface, path: ActivityPath): CoverageScenario {
  const way = SPECIAL[`${activity}, ${surface}, ${path}`] ?? WAYS[activity][path];
  if (way === undefined) throw new Error(`no way to perform ${activity}, ${surface}, ${path}`);
  const host = surface === 'mobile' ? 'm.facebook.com' : 'www.facebook.com';
  const isStoryPost = activity === 'story post';
  const place = isStoryPost
    ? '/stories/create'
    : surface === 'plugin'
      ? PLUGINS[activity]
      : ADDRESSES[surface];
  const isPluginComment = activity === 'comment' && surface === 'plugin';
  const phone = surface === 'mobile' ? PHONES[activity] : undefined;
  const view = isStoryPost
    ? 'story composer'
    : isPluginComment
      ? 'comments plugin'
      : (phone?.view ?? surface);
  const query = `fixture=surfaces.html&u=${encodeURIComponent('https://berita.example/hari-ini')}`;
  return {
    site: 'facebook',
    activity,
    surface,
    path,
    address: `https://${host}${place}?${query}`,
    perform: async (tab, about) => {
      const path = surface === 'profile' ? PROFILES[about] : phone?.path(about);
      const shown = { plugin: way.action, ...(path === undefined ? {} : { path }) };
      await tab.evaluate(`show(${JSON.stringify(view)}, '${about}', ${JSON.stringify(shown)})`);
      await way.step(tab, about);
    },
    expected: { action: way.action, post: way.isAlone === true ? null : 'campaign' },
  };
}

/** Pages of the renderer for phones that stand elsewhere than the home feed. */
const PHONES: Readonly<
  Partial<Record<Activity, { readonly view: string; readonly path: (about: About) => string }>>
> = {
  follow: { view: 'phone profile', path: (about) => PROFILES[about] },
  'add friend': { view: 'phone profile', path: (about) => PROFILES[about] },
  'follow page': { view: 'phone profile', path: () => '/pages/uji/123' },
  'join group': { view: 'phone group', path: (about) => `/groups${PROFILES[about]}` },
};
const PROFILES: Readonly<Record<About, string>> = { campaign: '/relawan.uji', rain: '/dimas.uji' };

/** One scenario for each covered cell of the table and each of its paths. */
export const facebookScenarios: readonly CoverageScenario[] = facebookCoverage.lines.flatMap(
  ({ activity, covered }) =>
    Object.entries(covered).flatMap(([surface, paths]) =>
      paths.map((path) => scenario(activity, surface as Surface, path)),
    ),
);
