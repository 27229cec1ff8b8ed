import type { Activity, ActivityPath } from '../../../src/sites/coverage.ts';
import type { Surface } from '../../../src/sites/surface.ts';
import { type Tab, until } from '../driver/driver.ts';
import type { CoverageScenario } from './scenario.ts';

const HOST = 'https://x.com';
const PHONE = { width: 390, height: 800 };
type Target = 'campaign' | 'rain';

/** A page of fixtures on which something is done. */
interface Place {
  readonly surface: Surface;
  readonly fixture: string;
  /** Shows the place of this post, account or group; by default both of them are there. */
  readonly show?: (tab: Tab, target: Target) => Promise<void>;
}

/** Leaves one of the two cases of the page, with its own address. */
const choose = (tab: Tab, target: Target) => tab.evaluate<void>(`window.choose('${target}')`);
const at = (path: string) => (tab: Tab) =>
  tab.evaluate<void>(`history.replaceState(null, '', ${JSON.stringify(path)})`);
const phone = (tab: Tab) => tab.resize(PHONE);

const HOME: Place = { surface: 'feed', fixture: 'home.id.html' };
const PERMALINK: Place = {
  surface: 'permalink',
  fixture: 'feed.id.html',
  show: (tab, target) =>
    at(
      target === 'campaign'
        ? '/relawan_arunika/status/1900000000000000001'
        : '/warung_melati/status/1900000000000000002',
    )(tab),
};
const REPLIES: Place = {
  surface: 'permalink',
  fixture: 'search.en.html',
  show: at('/sdkenanga7/status/1900000000000000199'),
};
const PHOTO: Place = { surface: 'photo viewer', fixture: 'photo.en.html', show: choose };
const REELS: Place = { surface: 'reels', fixture: 'reels.th.html' };
const PHOTO_REPLIES: Place = { surface: 'photo viewer', fixture: 'photo-replies.en.html' };
const PHONE_REPLIES: Place = {
  surface: 'mobile',
  fixture: 'search.en.html',
  show: async (tab) => {
    await REPLIES.show?.(tab, 'campaign');
    await phone(tab);
  },
};
const STATUS: Place = { surface: 'permalink', fixture: 'status.id.html', show: choose };
const SEARCH: Place = { surface: 'search', fixture: 'search.en.html' };
const NOTIFICATIONS: Place = { surface: 'notifications', fixture: 'notifications.id.html' };
const PROFILE_POSTS: Place = { surface: 'profile', fixture: 'icons.tl.html', show: at('/relawan_arunika') };
const GROUP_POSTS: Place = { surface: 'group', fixture: 'home.id.html', show: at('/i/communities/17001') };
const MOBILE: Place = { surface: 'mobile', fixture: 'mobile.id.html', show: phone };
const INTENT_LIKE: Place = { surface: 'intent', fixture: 'intent-like.id.html', show: choose };
const INTENT_REPOST: Place = { surface: 'intent', fixture: 'intent-retweet.id.html', show: choose };
const INTENT_FOLLOW: Place = { surface: 'intent', fixture: 'intent-follow.id.html', show: choose };
const INTENT_POST: Place = { surface: 'intent', fixture: 'intent-post.id.html' };
const INTENT_REPLY: Place = { surface: 'intent', fixture: 'intent-reply.id.html', show: choose };
const DIALOG: Place = { surface: 'dialog', fixture: 'home.id.html' };
const THREAD: Place = { surface: 'dialog', fixture: 'thread.id.html' };
const PROFILE: Place = { surface: 'profile', fixture: 'profile.ar.html', show: choose };
const HOVER: Place = { surface: 'hover card', fixture: 'hover.en.html' };
const PEOPLE: Place = { surface: 'suggestions', fixture: 'people.en.html' };
const PEOPLE_SEARCH: Place = { surface: 'search', fixture: 'people.id.html' };
const PHONE_PEOPLE: Place = {
  surface: 'mobile',
  fixture: 'people.en.html',
  show: phone,
};
const GROUP: Place = { surface: 'group', fixture: 'community.tl.html', show: choose };
const GROUPS: Place = { surface: 'suggestions', fixture: 'communities.tl.html' };
const GROUP_SEARCH: Place = {
  surface: 'search',
  fixture: 'communities.tl.html',
  show: at('/search?q=relawan'),
};
const MESSAGES: Place = { surface: 'messages', fixture: 'messages.en.html', show: choose };
const PHONE_POST: Place = { surface: 'mobile', fixture: 'mobile-compose.id.html', show: phone };
const PHONE_QUOTE: Place = {
  surface: 'mobile',
  fixture: 'phone-quote.id.html',
  show: async (tab, target) => {
    await choose(tab, target);
    await phone(tab);
  },
};

const within = (target: Target) => `[data-test-id=${target}]`;
/** Button of a row by its place: reply, repost, like, share; test ids are not on every page. */
const inRow = (target: Target, place: 1 | 2 | 3) =>
  `${within(target)} [role=group] > div:nth-child(${place}) button`;
const shareOf = (target: Target) => `${within(target)} [role=group] > div:last-child button`;
const FOLLOW = (target: Target) => `${within(target)} [data-testid$="-follow"]`;
const CONFIRM = '[data-testid=confirmationSheetConfirm]';
const MENU_ITEM = '[role=menu] [role=menuitem]';
const EDITOR = '[data-testid=tweetTextarea_0]:is([contenteditable=true], textarea)';
const DIALOG_EDITOR = `[role=dialog] ${EDITOR}`;
const SUBMIT = '[data-testid^=tweetButton]';

/** Presses a control by the way of the path. */
async function press(tab: Tab, selector: string, path: ActivityPath): Promise<void> {
  if (path === 'touch') return tab.tap(selector);
  if (path === 'Enter' || path === 'Space') {
    await tab.focus(selector);
    return tab.press(path === 'Space' ? ' ' : 'Enter');
  }
  return tab.click(selector);
}

const words = (target: Target) => (target === 'campaign' ? 'Coblos nomor 2' : 'Hati-hati di jalan');

/** Sends what stands in the editor that has the focus. */
async function send(tab: Tab, path: ActivityPath, scope = ''): Promise<void> {
  if (path === 'click' || path === 'touch') return press(tab, `${scope} ${SUBMIT}:not([disabled])`, path);
  return tab.press('Enter', 'Control');
}

type Perform = (tab: Tab, target: Target, path: ActivityPath) => Promise<void>;

function scenarios(
  activity: Activity,
  action: string,
  post: 'campaign' | null,
  cells: readonly (readonly [Place, readonly ActivityPath[], Perform])[],
): CoverageScenario[] {
  return cells.flatMap(([{ surface, fixture, show }, paths, perform]) =>
    paths.map((path) => ({
      site: 'x' as const,
      activity,
      surface,
      path,
      address: `${HOST}/${fixture}`,
      expected: { action, post },
      perform: async (tab: Tab, target: Target) => {
        await show?.(tab, target);
        await perform(tab, target, path);
      },
    })),
  );
}

const like: Perform = async (tab, target, path) => {
  if (path !== 'shortcut key') return press(tab, inRow(target, 3), path);
  await tab.focus(`article${within(target)}`);
  return tab.press('l');
};

const confirm: Perform = (tab, _target, path) => press(tab, CONFIRM, path);

const comment: Perform = async (tab, target, path) => {
  if (path === 'shortcut key') {
    await tab.focus(`article${within(target)}`);
    await tab.press('r');
  } else {
    await press(tab, inRow(target, 1), path === 'touch' ? 'touch' : 'click');
  }
  await tab.click(DIALOG_EDITOR);
  await tab.type('Semangat');
  await send(tab, path, '[role=dialog]');
};

const inlineComment: Perform = async (tab, _target, path) => {
  await tab.click(EDITOR);
  await tab.type('Semangat');
  await send(tab, path);
};

const gif: Perform = async (tab, target, path) => {
  await press(tab, inRow(target, 1), path);
  await press(tab, '[role=dialog] [data-testid=gifSearchButton]', path);
  await send(tab, path, '[role=dialog]');
};

const repost: Perform = async (tab, target, path) => {
  if (path === 'shortcut key') {
    await tab.focus(`article${within(target)}`);
    await tab.press('t');
    await until(tab, `document.activeElement?.matches('${MENU_ITEM}')`);
    return tab.press('Enter');
  }
  await press(tab, inRow(target, 2), path === 'touch' ? 'touch' : 'click');
  return press(tab, MENU_ITEM, path);
};

const quote: Perform = async (tab, target, path) => {
  await tab.click(inRow(target, 2));
  await tab.click(`${MENU_ITEM}:last-child`);
  await tab.click(DIALOG_EDITOR);
  await tab.type('Setuju');
  await send(tab, path, '[role=dialog]');
};

/** The quote stands on a page of its own. */
const quoteOnPage: Perform = async (tab, _target, path) => {
  await press(tab, EDITOR, path);
  await tab.type('Setuju');
  await send(tab, path);
};

const sendByChat: Perform = async (tab, target, path) => {
  await press(tab, shareOf(target), path);
  await press(tab, `${MENU_ITEM}:last-child`, path);
  await press(tab, '[role=dialog] [data-testid=dm-composer-send-button]', path);
};

const sendMessage: Perform = async (tab, target, path) => {
  await tab.click(`${within(target)} textarea`);
  await tab.type('Lihat ini');
  if (path === 'Enter') return tab.press('Enter');
  return tab.click(`${within(target)} [data-testid=dm-composer-send-button]`);
};

const follow: Perform = (tab, target, path) => press(tab, FOLLOW(target), path);

const subscribe: Perform = (tab, target, path) =>
  press(tab, `${within(target)} [data-testid$="-subscribe"]`, path);

const joinInList: Perform = (tab, target, path) => press(tab, `${within(target)} button`, path);

const followInMenu: Perform = async (tab, target) => {
  await tab.click(`${within(target)} [data-testid=caret]`);
  await tab.click(MENU_ITEM);
};

const draft: Perform = async (tab, target, path) => {
  await tab.click(EDITOR);
  await tab.type(words(target));
  await send(tab, path);
};

/** A draft that says nothing: the community does. */
const groupDraft: Perform = async (tab, _target, path) => {
  await tab.click(EDITOR);
  await tab.type('Halo semua');
  await send(tab, path);
};

const draftByKey: Perform = async (tab, target) => {
  await tab.press('n');
  await until(tab, `document.activeElement?.matches('${DIALOG_EDITOR}')`);
  await tab.type(words(target));
  await tab.press('Enter', 'Control');
};

const threadDraft: Perform = async (tab, target, path) => {
  await tab.click(EDITOR);
  await tab.type('Selamat pagi');
  await tab.click('[data-testid=tweetTextarea_1][contenteditable=true]');
  await tab.type(words(target));
  await send(tab, path, '[role=dialog]');
};

const files =
  (typed: (target: Target) => string): Perform =>
  async (tab, target, path) => {
    await tab.click(EDITOR);
    await tab.type(typed(target));
    if (path === 'paste') return tab.pasteFile();
    if (path === 'drop') return tab.dropFile(EDITOR);
    return tab.pickFile('[data-testid=fileInput]');
  };
const photo = files(words);
/** The post that is answered, or the community, is what counts. */
const quietPhoto = files(() => 'Halo');

export const xScenarios: readonly CoverageScenario[] = [
  ...scenarios('like', 'like', 'campaign', [
    [HOME, ['click', 'Enter', 'Space', 'shortcut key'], like],
    [PERMALINK, ['click'], like],
    [PHOTO, ['click'], like],
    [REELS, ['click', 'Enter'], like],
    [SEARCH, ['click'], like],
    [PROFILE_POSTS, ['click'], like],
    [GROUP_POSTS, ['click'], like],
    [NOTIFICATIONS, ['click'], like],
    [MOBILE, ['touch'], like],
    [INTENT_LIKE, ['click', 'Enter'], confirm],
  ]),
  ...scenarios('like of a comment', 'like', 'campaign', [
    [REPLIES, ['click', 'shortcut key'], like],
    [PHOTO_REPLIES, ['click'], like],
    [PHONE_REPLIES, ['touch'], like],
  ]),
  ...scenarios('comment', 'comment', 'campaign', [
    [DIALOG, ['click', 'Ctrl+Enter', 'shortcut key'], comment],
    [PERMALINK, ['click', 'Ctrl+Enter'], inlineComment],
    [PHOTO, ['click'], comment],
    [REELS, ['Ctrl+Enter'], comment],
    [MOBILE, ['touch'], comment],
    [INTENT_REPLY, ['click', 'Ctrl+Enter'], inlineComment],
  ]),
  ...scenarios('sticker or GIF comment', 'comment', 'campaign', [
    [DIALOG, ['click'], gif],
    [PERMALINK, ['click'], gif],
    [MOBILE, ['touch'], gif],
  ]),
  ...scenarios('send to a person', 'share', 'campaign', [
    [DIALOG, ['click'], sendByChat],
    [MESSAGES, ['click', 'Enter'], sendMessage],
    [MOBILE, ['touch'], sendByChat],
  ]),
  ...scenarios('repost', 'repost', 'campaign', [
    [HOME, ['menu item', 'Enter', 'shortcut key'], repost],
    [PERMALINK, ['menu item'], repost],
    [PHOTO, ['menu item'], repost],
    [REELS, ['menu item'], repost],
    [SEARCH, ['menu item'], repost],
    [PROFILE_POSTS, ['menu item'], repost],
    [GROUP_POSTS, ['menu item'], repost],
    [NOTIFICATIONS, ['menu item'], repost],
    [MOBILE, ['touch'], repost],
    [INTENT_REPOST, ['click'], confirm],
  ]),
  ...scenarios('quote', 'quote', 'campaign', [
    [DIALOG, ['click', 'Ctrl+Enter'], quote],
    [PHONE_QUOTE, ['touch'], quoteOnPage],
  ]),
  ...scenarios('follow', 'follow', 'campaign', [
    [HOME, ['menu item'], followInMenu],
    [STATUS, ['click'], follow],
    [PROFILE, ['click', 'Enter', 'Space'], follow],
    [HOVER, ['click'], follow],
    [PEOPLE, ['click'], follow],
    [PEOPLE_SEARCH, ['click'], follow],
    [REELS, ['click'], follow],
    [PHONE_PEOPLE, ['touch'], follow],
    [INTENT_FOLLOW, ['click'], confirm],
  ]),
  ...scenarios('subscribe', 'follow', 'campaign', [
    [PROFILE, ['click'], subscribe],
    [STATUS, ['click'], subscribe],
  ]),
  ...scenarios('join group', 'join', 'campaign', [
    [
      GROUP,
      ['click', 'Enter'],
      (tab, target, path) => press(tab, `${within(target)} button:not([aria-haspopup])`, path),
    ],
    [GROUP_SEARCH, ['click'], joinInList],
    [GROUPS, ['click'], joinInList],
  ]),
  ...scenarios('feed post', 'post', null, [
    [HOME, ['click', 'Ctrl+Enter'], draft],
    [DIALOG, ['shortcut key'], draftByKey],
    [PHONE_POST, ['touch'], draft],
    [INTENT_POST, ['click', 'Ctrl+Enter'], draft],
  ]),
  ...scenarios('group post', 'post', null, [[GROUP, ['click', 'Ctrl+Enter'], groupDraft]]),
  ...scenarios('thread', 'post', null, [[THREAD, ['click', 'Ctrl+Enter'], threadDraft]]),
  ...scenarios('picked photo', 'upload', null, [
    [HOME, ['file input'], photo],
    [THREAD, ['file input'], photo],
    [PERMALINK, ['file input'], quietPhoto],
    [GROUP, ['file input'], quietPhoto],
    [PHONE_POST, ['file input'], photo],
  ]),
  ...scenarios('pasted photo', 'upload', null, [
    [HOME, ['paste'], photo],
    [THREAD, ['paste'], photo],
    [PERMALINK, ['paste'], quietPhoto],
    [GROUP, ['paste'], quietPhoto],
  ]),
  ...scenarios('dropped photo', 'upload', null, [
    [HOME, ['drop'], photo],
    [THREAD, ['drop'], photo],
    [PERMALINK, ['drop'], quietPhoto],
    [GROUP, ['drop'], quietPhoto],
  ]),
];
