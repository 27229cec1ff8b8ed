/**
 * Selectors of X (x.com, twitter.com). Evidence: pages seen and code of other projects; the date is that of the page
 * or of the project's code. X renames test ids by cohort and takes renames back, so every hook is a list and old
 * names stay. No label decides anything here except where a line says so.
 */

export const HOSTS = [
  'x.com',
  'www.x.com',
  'mobile.x.com',
  'twitter.com',
  'www.twitter.com',
  'mobile.twitter.com',
];

// 3.1 seen 2025-11, 2026-02. An unavailable quote is a nested article without a user name. Fixture feed.en.html
export const POST_TEST_ID = 'tweet';
export const ARTICLE = 'article';
// 3.1 seen 2025-11. The quoted author has the same test id later in the tree. Fixture feed.en.html
export const USER_NAME = '[data-testid="User-Name"]';
// 3.1 inferred 2025-11 (handle is part of the id); used where the name row is missing. Fixture cohort.en.html
export const AVATAR_PREFIX = 'UserAvatar-Container-';
// 3.1 seen 2025-11
export const TEXT = '[data-testid="tweetText"]';
// 3.1 seen 2026-02, code CPFT 2026-08: the quote is a div with role=link, never an anchor. Fixture feed.en.html
export const QUOTE = '[role="link"]:not(a)';
// 3.1 seen 2025-11
export const PHOTO = '[data-testid="tweetPhoto"]';
// 3.1 EN seen 2025-11, ID unverified 2026-08: the description that stands for "there is none"
export const NO_DESCRIPTION = ['image', 'gambar'];
// 3.1 code CPFT 2026-08
export const CARD = '[data-testid="card.wrapper"]';
// 3.1 seen 2025-11. "Pinned" has no link around it, a repost or a community has. Fixture feed.en.html
export const SOCIAL_CONTEXT = '[data-testid="socialContext"]';
// 3.1 seen 2025-11; the link with the time is the permalink. Fixture feed.en.html
export const STATUS_LINK = 'a[href*="/status/"]';
// 3.1 code CPFT 2026-08: the focused post of a status page. Fixture feed.en.html
export const FOCUSED = '[tabindex="-1"]';

// 3.2 seen 2025-11, code CPFT 2026-08
export const LIKE_IDS = ['like', 'unlike'];
export const LIKED_IDS = ['unlike'];
// 3.2 seen 2025-11; logged-out pages have no aria-haspopup here, so the id alone decides. Fixture logged-out.en.html
export const REPOST_MENU_IDS = ['retweet', 'unretweet', 'repost', 'unrepost'];
// 3.2 code CPFT 2023-08 to 2026-08: both names are live. Fixture menu.en.html
export const REPOST_CONFIRM_IDS = ['retweetConfirm', 'repostConfirm'];
// 3.2 code CPFT 2026-08
export const REPOST_UNDO_IDS = ['unretweetConfirm', 'unrepostConfirm'];
// 3.2 seen 2025-11
export const REPLY_IDS = ['reply'];
// 3.2 code AISMO 2026-08: dialog, and inline box. Fixtures feed.en.html, reply-dialog.id.html
export const SUBMIT_IDS = ['tweetButton', 'tweetButtonInline'];
export const INLINE_SUBMIT_ID = 'tweetButtonInline';
// 3.2 seen 2025-11; code CPFT 2026-08 (mobile)
export const NEW_POST_IDS = ['SideNav_NewTweet_Button', 'FloatingActionButtons_Tweet_Button'];
// 3.2 seen 2025-11: `<digits>-follow`; the hyphen keeps `-unfollow` out
export const FOLLOW_SUFFIX = '-follow';
// 3.2 code AISMO 2026-08, SafA 2026-03; old name doc. In a dialog it sends a shared post. Fixture menu.en.html
export const CHAT_SEND_IDS = ['dm-composer-send-button', 'dmComposerSendButton'];
// 3.2 doc: commits an intent page; elsewhere it also confirms an unfollow. Fixture intent.en.html
export const SHEET_CONFIRM_ID = 'confirmationSheetConfirm';

// 3.2 code CPFT 2026-08: Draft.js on desktop (a content-editable), a real textarea on mobile. Two helper elements
// share the prefix, so the editable one is asked for. Fixtures feed.en.html, reply-dialog.id.html
export const EDITOR =
  '[data-testid^="tweetTextarea_"]:is(textarea, [contenteditable="true"]), [data-testid^="tweetTextarea_"] :is(textarea, [contenteditable="true"])';
// 3.2 code AISMO 2026-08
export const SUBMIT = '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]';

// 3.2 seen 2025-11: the share button has no test id; it is the last menu button of the action group
export const ACTION_GROUP = '[role="group"]';
export const GROUP_ACTION =
  '[data-testid="reply"], [data-testid="retweet"], [data-testid="unretweet"], [data-testid="like"], [data-testid="unlike"], [data-testid="bookmark"]';
export const SHARE_BUTTON = ':is(button, [role="button"])[aria-haspopup="menu"]:not([data-testid])';
// 3.2 seen 2025-11 (wrapper), code CPFT 2026-08: the button inside the wrapper, where aria-haspopup is missing.
// The id `share` is doc (XActions 2026-02) and did not occur in a real page. Fixture logged-out.en.html
export const SHARE_FALLBACK =
  'div[style*="inline-grid"] :is(button, [role="button"]):not([data-testid]), [data-testid="share"]';

// 3.2 code CPFT 2026-08: desktop Dropdown, mobile sheet. Fixture menu.en.html
export const MENU = '[role="menu"], [data-testid="Dropdown"], [data-testid="sheetDialog"]';
export const MENU_ITEM = '[role="menuitem"]';
// 3.2 unverified 2026-08: the address of the item tells it in every language. Fixture menu.en.html
export const SEND_BY_CHAT = '[href*="/messages/compose"], [href*="/i/chat"]';
// 3.2 unverified 2026-08, last resort; Indonesian guessed from the words "Pesan Langsung" and "Chat"
export const SEND_BY_CHAT_LABELS = [
  'send via chat',
  'send via direct message',
  'kirim via chat',
  'kirim melalui chat',
  'kirim via pesan langsung',
  'kirim melalui pesan langsung',
];
// 3.2 code AISMO 2026-08
export const DIALOG = '[role="dialog"]';

// 5, doc about 2021: keys that act on the post that has the focus. t and r only open a layer. Fixture feed.en.html
export const LIKE_KEY = 'l';
export const REPOST_KEY = 't';
export const REPLY_KEY = 'r';

// 3.2 doc: /intent/... of links on other sites. Fixture intent.en.html
export const INTENT_LIKE = ['like', 'favorite'];
export const INTENT_REPOST = ['retweet', 'repost'];
export const INTENT_FOLLOW = ['follow', 'user'];
export const INTENT_POST = ['post', 'tweet'];
