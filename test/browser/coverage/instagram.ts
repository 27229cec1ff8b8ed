import { DOUBLE_MS } from '../../../src/content/press.ts';
import type { Activity, ActivityPath } from '../../../src/sites/coverage.ts';
import type { Surface } from '../../../src/sites/surface.ts';
import { PATIENCE_MS } from '../../patience.ts';
import type { Tab } from '../driver/driver.ts';
import type { CoverageScenario } from './scenario.ts';

const HOST = 'https://www.instagram.com';
const PHONE = { width: 390, height: 800 };
type Target = 'campaign' | 'rain';

/** A page of fixtures on which something is done. */
interface Place {
  readonly surface: Surface;
  readonly address: string;
  /** Brings the post, account or list to the screen; by default all of them are there. */
  readonly show?: (tab: Tab, target: Target) => Promise<void>;
}

/** Shows the page of the other post, as the site does when one goes there: no action of the person is tested by it. */
async function showOther(tab: Tab, target: Target): Promise<void> {
  if (target === 'rain') await tab.evaluate(`document.querySelector('[data-show=rain]').click()`);
}

const FEED: Place = { surface: 'feed', address: `${HOST}/feed.id.html` };
const THAI_FEED: Place = { surface: 'feed', address: `${HOST}/feed.th.html` };
const ARABIC_FEED: Place = { surface: 'feed', address: `${HOST}/feed.ar.html` };
const PERMALINK: Place = { surface: 'permalink', address: `${HOST}/permalink.id.html`, show: showOther };
const DIALOG: Place = { surface: 'dialog', address: `${HOST}/dialog.id.html`, show: showOther };
const REELS: Place = { surface: 'reels', address: `${HOST}/reels-feed.id.html` };
const STORY: Place = { surface: 'story', address: `${HOST}/stories.id.html` };
const LIVE: Place = { surface: 'live', address: `${HOST}/live.id.html`, show: showOther };
const SEARCH: Place = { surface: 'search', address: `${HOST}/feed.tl.html?at=/explore/search/keyword/` };
const PHONE_FEED: Place = {
  surface: 'mobile',
  address: `${HOST}/feed.id.html`,
  show: (tab) => tab.resize(PHONE),
};
const PHONE_THAI_FEED: Place = {
  surface: 'mobile',
  address: THAI_FEED.address,
  show: (tab) => tab.resize(PHONE),
};
const MESSAGES: Place = { surface: 'messages', address: `${HOST}/messages.id.html` };
const PROFILE: Place = { surface: 'profile', address: `${HOST}/profile.id.html`, show: showOther };
const HOVER_CARD: Place = { surface: 'hover card', address: `${HOST}/hover-card.id.html` };
const PEOPLE: Place = { surface: 'suggestions', address: `${HOST}/people.id.html` };
const NOTIFICATIONS: Place = {
  surface: 'notifications',
  address: `${HOST}/people.id.html?at=/notifications/`,
};
const PHONE_PEOPLE: Place = { surface: 'mobile', address: PEOPLE.address, show: (tab) => tab.resize(PHONE) };
const NEW_POST: Place = { surface: 'feed', address: `${HOST}/create.id.html` };
const PHONE_POST: Place = {
  surface: 'mobile',
  address: `${HOST}/create-details.id.html`,
  show: (tab) => tab.resize(PHONE),
};
const PHONE_STORY: Place = {
  surface: 'mobile',
  address: `${HOST}/create-story.id.html`,
  show: (tab) => tab.resize(PHONE),
};

const within = (target: Target) => `[data-test-id=${target}]`;
const SEND_COMMENT = '[data-send-comment]';
const BOX = ':is(textarea, [contenteditable=true])';

/** The button of an icon: `data-do` where the fixture says it, else the label of the icon. */
function iconButton(deed: string, label: string): (target: Target) => string {
  return (target) =>
    `${within(target)} :is([data-do=${deed}], section [role=button]:has(> div svg[height="24"][aria-label="${label}"]))`;
}
const HEART = iconButton('like', 'Suka');
const REPOST = iconButton('repost', 'Posting ulang');
const SHARE = iconButton('open-share', 'Bagikan');
const FOLLOW = (target: Target) => `${within(target)} :is([data-do=follow], article > div button)`;

/** A way to press something. */
async function press(tab: Tab, selector: string, path: ActivityPath): Promise<void> {
  switch (path) {
    case 'touch':
      return tab.tap(selector);
    case 'Enter':
    case 'Space':
      await tab.focus(selector);
      // Firefox knows this key by its character only.
      return tab.press(path === 'Space' ? ' ' : path);
    case 'double click':
      return tab.click(selector, { count: 2 });
    default:
      return tab.click(selector);
  }
}

type Act = (tab: Tab, target: Target, path: ActivityPath) => Promise<void>;

const pressing =
  (selector: (target: Target) => string): Act =>
  (tab, target, path) =>
    press(tab, selector(target), path);

const WORDS = { campaign: 'Coblos nomor 2', rain: 'Hati-hati di jalan' } as const;

async function comment(tab: Tab, target: Target, path: ActivityPath): Promise<void> {
  const box = `${within(target)} ${BOX}`;
  await press(tab, box, path === 'touch' ? path : 'click');
  await tab.type('Semangat');
  await (path === 'Enter' ? tab.press('Enter') : press(tab, `${within(target)} ${SEND_COMMENT}`, path));
}

/** The panel of a reel is a layer outside of it. */
async function commentInPanel(tab: Tab, target: Target, path: ActivityPath): Promise<void> {
  await tab.click(`${within(target)} [data-do=open-panel]`);
  await tab.type('Semangat');
  await (path === 'Enter' ? tab.press('Enter') : tab.click(`[role=dialog] ${SEND_COMMENT}`));
}

async function commentByGif(tab: Tab, target: Target): Promise<void> {
  await tab.click(`${within(target)} [data-do=open-gif]`);
  await tab.click('[role=dialog] [data-gif]');
}

async function commentByGifInPanel(tab: Tab, target: Target): Promise<void> {
  await tab.click(`${within(target)} [data-do=open-panel]`);
  await tab.click('[role=dialog] [data-do=open-gif]');
  await tab.click('[role=dialog] [data-gif]');
}

async function likeCommentInPanel(tab: Tab, target: Target): Promise<void> {
  await tab.click(`${within(target)} [data-do=open-panel]`);
  await tab.click('[role=dialog] [data-do=comment-like]');
}

async function sendToPerson(tab: Tab, target: Target, path: ActivityPath): Promise<void> {
  const way = path === 'touch' ? path : 'click';
  await press(tab, SHARE(target), way);
  await press(tab, '[role=dialog] [data-person]', way);
  await press(tab, '[role=dialog] [data-send]', path);
}

async function shareToStory(tab: Tab, target: Target): Promise<void> {
  await tab.click(SHARE(target));
  await tab.click('[role=dialog] [data-story]');
}

async function publish(tab: Tab, target: Target, path: ActivityPath): Promise<void> {
  await press(tab, BOX, path === 'touch' ? path : 'click');
  await tab.type(WORDS[target]);
  await press(tab, '[data-do=publish]', path);
}

async function giveFile(tab: Tab, target: Target, path: ActivityPath): Promise<void> {
  await tab.click(BOX);
  await tab.type(WORDS[target]);
  if (path === 'paste') await tab.pasteFile();
  else if (path === 'drop') await tab.dropFile('.preview');
  else await tab.pickFile('input[type=file]');
}

const POST = 'campaign';
type Row = readonly [Activity, Place, readonly ActivityPath[], Act, { action: string; post: string | null }];

const like = pressing(HEART);
const quickReaction = pressing((target) => `${within(target)} [data-do=quick]`);
const doubleClick = pressing((target) => `${within(target)} :is(._aagu, .overlay)`);
const doubleClickMessage = pressing((target) => `${within(target)} .bubble > div`);
/** By us or by the page. */
const IS_ANSWERED = 'window.probe.hosts.length + window.performed.length > 0';
const doubleTap: Act = async (tab, target) => {
  const picture = `${within(target)} ._aagu`;
  // On a busy machine two taps may come too far apart for a double one; then the next one is its second half.
  for (let last = Number.NEGATIVE_INFINITY, end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const start = Date.now();
    await tab.tap(picture);
    if (Date.now() - last <= DOUBLE_MS || (await tab.evaluate(IS_ANSWERED))) return;
    last = start;
  }
};
const commentLike = pressing(
  (target) =>
    `${within(target)} [role=button]:has(:is(svg[height="12"], svg[height="16"])):is([data-do], [tabindex])`,
);
const repost = pressing(REPOST);
const follow = pressing(FOLLOW);
const LIKED = { action: 'like', post: POST };
const SHARED = { action: 'share', post: POST };
const REPOSTED = { action: 'repost', post: POST };
const FOLLOWED = { action: 'follow', post: POST };
const COMMENTED = { action: 'comment', post: POST };
const COMMENT_LIKED = { action: 'comment-like', post: POST };
const PUBLISHED = { action: 'post', post: null };
const UPLOADED = { action: 'upload', post: null };

const ROWS: readonly Row[] = [
  ['like', ARABIC_FEED, ['click'], like, LIKED],
  ['like', FEED, ['Enter', 'Space'], like, LIKED],
  ['like', PERMALINK, ['click'], like, LIKED],
  ['like', DIALOG, ['click'], like, LIKED],
  ['like', REELS, ['click', 'Enter'], like, LIKED],
  ['like', STORY, ['click'], like, LIKED],
  ['like', LIVE, ['click'], like, LIKED],
  ['like', SEARCH, ['click'], like, LIKED],
  ['like', PHONE_FEED, ['touch'], like, LIKED],
  ['reaction', STORY, ['click'], quickReaction, { action: 'react', post: POST }],
  ['double-tap like', THAI_FEED, ['double click'], doubleClick, LIKED],
  ['double-tap like', PERMALINK, ['double click'], doubleClick, LIKED],
  ['double-tap like', DIALOG, ['double click'], doubleClick, LIKED],
  ['double-tap like', REELS, ['double click'], doubleClick, LIKED],
  ['double-tap like', MESSAGES, ['double click'], doubleClickMessage, LIKED],
  ['double-tap like', PHONE_THAI_FEED, ['touch'], doubleTap, LIKED],
  ['like of a comment', THAI_FEED, ['click'], commentLike, COMMENT_LIKED],
  ['like of a comment', PERMALINK, ['click'], commentLike, COMMENT_LIKED],
  ['like of a comment', DIALOG, ['click'], commentLike, COMMENT_LIKED],
  ['like of a comment', REELS, ['click'], likeCommentInPanel, COMMENT_LIKED],
  ['like of a comment', PHONE_THAI_FEED, ['touch'], commentLike, COMMENT_LIKED],
  ['comment', THAI_FEED, ['Enter'], comment, COMMENTED],
  ['comment', ARABIC_FEED, ['click'], comment, COMMENTED],
  ['comment', PERMALINK, ['Enter', 'click'], comment, COMMENTED],
  ['comment', DIALOG, ['Enter', 'click'], comment, COMMENTED],
  ['comment', REELS, ['Enter', 'click'], commentInPanel, COMMENTED],
  ['comment', LIVE, ['Enter'], comment, COMMENTED],
  ['comment', PHONE_FEED, ['touch'], comment, COMMENTED],
  ['reply', STORY, ['Enter', 'click'], comment, { action: 'reply', post: POST }],
  ['sticker or GIF comment', THAI_FEED, ['click'], commentByGif, COMMENTED],
  ['sticker or GIF comment', PERMALINK, ['click'], commentByGif, COMMENTED],
  ['sticker or GIF comment', DIALOG, ['click'], commentByGif, COMMENTED],
  ['sticker or GIF comment', REELS, ['click'], commentByGifInPanel, COMMENTED],
  ['send to a person', FEED, ['click', 'Enter'], sendToPerson, SHARED],
  ['send to a person', PERMALINK, ['click'], sendToPerson, SHARED],
  ['send to a person', DIALOG, ['click'], sendToPerson, SHARED],
  ['send to a person', REELS, ['click'], sendToPerson, SHARED],
  ['send to a person', STORY, ['click'], sendToPerson, SHARED],
  ['send to a person', LIVE, ['click'], sendToPerson, SHARED],
  ['send to a person', PHONE_FEED, ['touch'], sendToPerson, SHARED],
  ['share to story', FEED, ['click'], shareToStory, SHARED],
  ['share to story', PERMALINK, ['click'], shareToStory, SHARED],
  ['share to story', REELS, ['click'], shareToStory, SHARED],
  ['repost', THAI_FEED, ['click'], repost, REPOSTED],
  ['repost', FEED, ['Enter'], repost, REPOSTED],
  ['repost', PERMALINK, ['click'], repost, REPOSTED],
  ['repost', DIALOG, ['click'], repost, REPOSTED],
  ['repost', REELS, ['click'], repost, REPOSTED],
  ['repost', PHONE_FEED, ['touch'], repost, REPOSTED],
  ['follow', THAI_FEED, ['click'], follow, FOLLOWED],
  ['follow', PERMALINK, ['click'], follow, FOLLOWED],
  ['follow', DIALOG, ['click'], follow, FOLLOWED],
  ['follow', REELS, ['click'], follow, FOLLOWED],
  ['follow', PROFILE, ['click', 'Enter', 'Space'], follow, FOLLOWED],
  ['follow', HOVER_CARD, ['click'], follow, FOLLOWED],
  ['follow', PEOPLE, ['click'], follow, FOLLOWED],
  ['follow', NOTIFICATIONS, ['click'], follow, FOLLOWED],
  ['follow', PHONE_PEOPLE, ['touch'], follow, FOLLOWED],
  ['feed post', NEW_POST, ['click', 'Enter'], publish, PUBLISHED],
  ['feed post', PHONE_POST, ['touch'], publish, PUBLISHED],
  ['story post', PHONE_STORY, ['touch'], publish, PUBLISHED],
  ['picked photo', NEW_POST, ['file input'], giveFile, UPLOADED],
  ['dropped photo', NEW_POST, ['drop'], giveFile, UPLOADED],
  ['pasted photo', NEW_POST, ['paste'], giveFile, UPLOADED],
];

/** Every covered cell and path of `instagramCoverage`. */
export const scenarios: readonly CoverageScenario[] = ROWS.flatMap(
  ([activity, { surface, address, show }, paths, act, expected]) =>
    paths.map((path) => ({
      site: 'instagram' as const,
      activity,
      surface,
      path,
      address,
      expected,
      perform: async (tab: Tab, target: Target) => {
        await show?.(tab, target);
        await act(tab, target, path);
      },
    })),
);
