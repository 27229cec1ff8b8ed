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

// 3.1 seen 2025-11, 2026-02; code (another extension's notes of live pages) 2026-10: test ids survive builds and
// languages. An unavailable quote is a nested article without a user name. The role and the id stand for the tag
// where a cohort drops it (inferred 2026-11). Fixtures feed.en.html, cohort.en.html
export const ARTICLE = 'article, [role="article"], [data-testid="tweet"]';
// 3.1 inferred 2026-11: a row of the notifications page that tells of a like is an article and no post
export const NO_POST_IDS = ['notification'];
// 3.1 seen 2025-11; the plural code (many projects) 2022. The quoted author has the same test id later in the tree.
// Fixtures feed.en.html, saved-buttons.es.html
export const USER_NAME = '[data-testid="User-Name"], [data-testid="User-Names"]';
// 3.1 inferred 2025-11 (handle is part of the id); used where the name row is missing. Fixture cohort.en.html
export const AVATAR_PREFIX = 'UserAvatar-Container-';
// 3.1 seen 2025-11; X's own code 2025: `immersive-tweet-text-<id>` in the video reel; code (several) 2026: title and
// body of a long article. Fixtures feed.en.html, reels.th.html
export const TEXT =
  '[data-testid="tweetText"], [data-testid^="immersive-tweet-text-"], [data-testid="twitter-article-title"], [data-testid="twitterArticleRichTextView"]';
// 3.1 seen 2025-11: the text carries its language. Only where no id names a text. Fixture mutated feed.en.html
export const TEXT_FALLBACK = '[lang]';
// seen 2026-11-29 in public saved markup (pages of 2026-03 and 2026-05): a long article is an article element with a row of
// its own; posts between its paragraphs are article elements too, each with its row. Fixture saved-article.zh.html
export const EMBEDDED = '[data-testid="twitterArticleRichTextView"] :is(article, [role="article"])';
// X's own code 2025: ids of the video reel end in the id of the post. Fixture reels.th.html
export const IMMERSIVE = '[data-testid^="immersive-tweet-"]';
// 3.1 seen 2026-02, code CPFT 2026-08: the quote is a div with role=link, never an anchor. Fixture feed.en.html
export const QUOTE = '[role="link"]:not(a)';
// 3.1 seen 2025-11; the link around it is the same in every cohort
export const PHOTO = '[data-testid="tweetPhoto"], a[href*="/photo/"] img[alt]';
// 3.1 EN seen 2025-11, ZH seen 2026-11-29 in public saved markup, the others unverified 2026-11 (ID, MS, TL, TH, AR, JA, ES, PT, FR, DE, TR, VI): the description that stands for "there is
// none". A miss only adds one harmless word.
export const NO_DESCRIPTION = [
  'image',
  'gambar',
  'imej',
  'larawan',
  'รูปภาพ',
  'صورة',
  '画像',
  '图像',
  'imagen',
  'imagem',
  'bild',
  'resim',
  'hình ảnh',
];
// 3.1 code CPFT 2026-08
export const CARD = '[data-testid="card.wrapper"]';
// 3.1 seen 2025-11. "Pinned" has no link around it, a repost or a community has. Fixture feed.en.html
export const SOCIAL_CONTEXT = '[data-testid="socialContext"]';
// X's own code 2025: the address of a community in every language. Fixture community.tl.html
export const COMMUNITY_LINK = 'a[href*="/i/communities/"]';
// 3.1 seen 2025-11; the link with the time is the permalink. Fixture feed.en.html. The address of a long article ends in
// the id of its post: seen 2026-11-29 in public saved markup (2026-03). Fixture saved-article.zh.html
export const STATUS_LINK = 'a[href*="/status/"], a[href*="/article/"]';
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
// 3.2 seen 2025-11, X's own code 2025: `<digits>-follow`, `-subscribe`; beside them `-unfollow`, `-cancel`, `-block`,
// `-unblock`, `-manageSubscription`, which the hyphen keeps out. Fixtures feed.en.html, profile.ar.html
export const FOLLOW_SUFFIXES = ['-follow', '-subscribe'];
// X's own code 2025: the state after it
export const FOLLOWING_SUFFIXES = ['-unfollow', '-cancel', '-block', '-unblock', '-manageSubscription'];
// 3.2 code AISMO 2026-08, SafA 2026-03; old name doc. In a dialog it sends a shared post. Fixture menu.en.html
export const CHAT_SEND_IDS = ['dm-composer-send-button', 'dmComposerSendButton', 'chatComposerSendButton'];
export const CHAT_SEND =
  '[data-testid="dm-composer-send-button"], [data-testid="dmComposerSendButton"], [data-testid="chatComposerSendButton"]';
// 3.2 code AISMO 2026-08 (a textarea), others 2025-26: Enter sends, Shift+Enter is a new line. Fixture messages.en.html
export const CHAT_EDITOR =
  ':is([data-testid="dm-composer-textarea"], [data-testid="dmComposerTextInput"], [data-testid="chatComposerTextInput"]):is(textarea, [contenteditable="true"]), :is([data-testid="dm-composer-textarea"], [data-testid="dmComposerTextInput"], [data-testid="chatComposerTextInput"]) :is(textarea, [contenteditable="true"])';
// 3.2 doc: commits an intent page; elsewhere it also confirms an unfollow. Fixture intent.en.html
export const SHEET_CONFIRM_ID = 'confirmationSheetConfirm';
// X's own code 2025: where X proposes to read a linked article first, Confirm is a link to the article and Cancel is
// the button that likes or reposts. Fixture intent-nudge.en.html
export const SHEET_CANCEL_ID = 'confirmationSheetCancel';
export const SHEET = '[data-testid="confirmationSheetDialog"], [role="alertdialog"]';

// 3.2 code CPFT 2026-08: Draft.js on desktop (a content-editable), a real textarea on mobile. Two helper elements
// share the prefix, so the editable one is asked for. The class is Draft.js's own (library, 2020) and stands for the
// id where it is renamed; the old message box is Draft.js too. Fixtures feed.en.html, reply-dialog.id.html
export const EDITOR =
  '[data-testid^="tweetTextarea_"]:is(textarea, [contenteditable="true"]), [data-testid^="tweetTextarea_"] :is(textarea, [contenteditable="true"]), .public-DraftEditor-content[contenteditable="true"]:not([data-testid^="dm"], [data-testid^="chat"])';
// 3.2 code AISMO 2026-08
export const SUBMIT = '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]';
// 3.2 code CPFT 2026-08: the picker of a composer. Fixture composer.en.html
export const FILE_INPUT = 'input[type="file"]';
// 3.2 seen 2025-11: address of the composer
export const COMPOSE_LINK = 'a[href*="/compose/post"], a[href*="/compose/tweet"]';

// 3.2 seen 2025-11: reply, repost, like, views, bookmark, share. The share button has no test id.
export const ACTION_GROUP = '[role="group"]';
export const GROUP_ACTION =
  '[data-testid="reply"], [data-testid="retweet"], [data-testid="unretweet"], [data-testid="repost"], [data-testid="unrepost"], [data-testid="like"], [data-testid="unlike"], [data-testid="bookmark"], [data-testid="removeBookmark"]';
export const BAR_BUTTON = 'button, [role="button"]';
// 3.2 seen 2025-11 (bookmark), code CPFT 2026-08 (removeBookmark): recognised, and out of scope
export const OTHER_BAR_IDS = ['bookmark', 'removeBookmark'];
// Doc (XActions 2026-02); did not occur in a real page
export const SHARE_IDS = ['share'];
// Buttons of the player are a group too (seen 2025-11). Fixture cohort.en.html
export const PLAYER =
  '[data-testid="videoPlayer"], [data-testid="videoComponent"], [data-testid="previewInterstitial"]';

/**
 * Drawings of the icons, as parts of the `d` of a path: the same in every language and independent of test ids. Code
 * (copies of X's markup in many projects) 2022 to 2026-10. The drawing of the repost line above a post is another one
 * than that of the button. Fixtures icons.tl.html, profile.ar.html
 */
export const ICONS = {
  like: ['M16.697 5.5c-1.222-.06'],
  liked: ['M20.884 13.19c-1.351 2.48'],
  repost: ['M4.5 3.88l4.432 4.14', 'M4.75 3.79l4.603 4.3'],
  reply: ['M1.751 10c0-4.42'],
  share: ['M12 2.59l5.7 5.7'],
  bookmark: ['M4 4.5C4 3.12'],
  views: ['M8.75 21V3h2v18'],
  chat: ['M1.998 5.5c0-1.381'],
  quote: ['M14.23 2.854c.98-.977'],
  follow: ['zm13 4v3h2v-3h3V8'],
} as const;

// 3.2 code CPFT 2026-08: desktop Dropdown, mobile sheet. Fixture menu.en.html
export const MENU = '[role="menu"], [data-testid="Dropdown"], [data-testid="sheetDialog"]';
export const MENU_ITEM = '[role="menuitem"]';
// 3.2 seen 2025-11 (false while closed), inferred 2026-11: the button of an open menu says so, whichever layer holds it
export const OPEN_MENU_BUTTON = '[aria-haspopup="menu"][aria-expanded="true"]';
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

// X's own code 2025 (n, Ctrl+Enter) and doc about 2021 (l, t, r): keys that act on the current post. t, r and n only
// open a layer. Others open or navigate (m, s, o, Enter) or are no action here (b, u, x). Fixture feed.en.html
export const LIKE_KEY = 'l';
export const REPOST_KEY = 't';
export const REPLY_KEY = 'r';
export const NEW_POST_KEY = 'n';
// unverified 2026-11, from memory: g begins a sequence that goes elsewhere (g l likes, g n notifications, g r mentions)
export const GO_KEY = 'g';
// X's own code 2025: a JSON of key to description, on a page where shortcuts are on
export const SHORTCUT_LIST = '[data-at-shortcutkeys]';

// X's own code 2025: addresses of /intent/, `post` with `in_reply_to` is a reply. Fixture intent.en.html
export const INTENT_LIKE = ['like', 'favorite'];
export const INTENT_REPOST = ['retweet', 'repost'];
export const INTENT_FOLLOW = ['follow', 'user'];
export const INTENT_POST = ['post', 'tweet'];

// Code (many projects) 2024 to 2026: rows of people, the card on hover and the head of a profile. Fixtures
// people.en.html, profile.ar.html
export const USER_CELL = '[data-testid="UserCell"]';
export const HOVER_CARD = '[data-testid="HoverCard"]';
export const PRIMARY_COLUMN = '[data-testid="primaryColumn"], main';
export const PROFILE_NAME = '[data-testid="UserName"]';
export const PROFILE_DESCRIPTION = '[data-testid="UserDescription"]';

// Last resort for buttons without an id, whole name or with the handle behind it. EN seen 2025-11; ID, MS, AR, TH, TL
// unverified 2026-11. "Following" begins with the same word. Fixture people.en.html
export const FOLLOW_LABELS = [
  'follow',
  'follow back',
  'ikuti',
  'ikuti balik',
  'ikut',
  'متابعة',
  'ติดตาม',
  'sundan',
];

// Doc (XActions 2026-02), not seen: the join button of a community. Fixture community.tl.html
export const JOIN_IDS = ['join', 'joinCommunity'];
// Last resort where a community's button has no id: whole name, or with the community behind it. EN doc (XActions
// 2026-02); the others unverified 2026-11 (ID, MS, JV, TL, AR, TH). Fixture community.tl.html
export const JOIN_LABELS = [
  'join',
  'gabung',
  'bergabung',
  'sertai',
  'melu',
  'sumali',
  'انضمام',
  'انضم',
  'เข้าร่วม',
];

// First part of an address that is a page of X and no account (code CPFT 2026-08 and X's own code 2025)
export const PAGES = [
  'home',
  'explore',
  'search',
  'hashtag',
  'notifications',
  'messages',
  'settings',
  'compose',
  'intent',
  'i',
  'login',
  'signup',
  'jobs',
  'tos',
  'privacy',
  'about',
  'who_to_follow',
  'account',
  'share',
];
// 3.2 code CPFT 2026-08: only at phone width. The bar at the bottom is no mark: logged-out pages of a wide screen have
// one too (unverified 2026-11)
export const MOBILE_MARK = '[data-testid="FloatingActionButtons_Tweet_Button"]';
