/**
 * Hooks of Instagram (www.instagram.com) that hold in every interface language: addresses, attributes, structure and
 * drawings. Evidence: code and documents of other projects, the date is that of the project's code; "seen" is markup of the
 * site itself that others have published (two pages of a post, logged in, and parts of others: docs/coverage.md). The
 * other lines are hypotheses until a pilot user confirms them. Words are in instagram.labels.ts.
 */

export const HOSTS = ['www.instagram.com', 'instagram.com'];

// 2.1 code Instafn 2026-01, BTX 2026-04 (dialog: article[role=presentation]). Fixtures feed.en.html, modal.en.html
export const ARTICLE = 'article';
// 2.1 code BTX 2026-04: a single page has no article. Fixtures post.id.html, logged-out.th.html
export const MAIN = 'main, [role="main"]';
export const POST_PATHS = ['p', 'reel', 'tv'];
// 2.1 code Instafn 2026-01: the reels feed has no article. Fixture reels.en.html
export const REELS_PATH = 'reels';
export const STORIES_PATH = 'stories';
// unverified 2026-11, from memory: `/<account>/live/`. Fixture live.id.html
export const LIVE_PATH = 'live';
// code of several projects 2025-2026: `/p/<code>/embed/` and `/p/<code>/embed/captioned/`. Fixture embed.en.html
export const EMBED_PATH = 'embed';
export const MESSAGES_PATH = 'direct';
// unverified 2026-11, from memory: phones make posts and stories on pages of their own
export const CREATE_PATH = 'create';
export const VIDEO = 'video';
export const MEDIA = 'img, video';
// 2.2 code Instafn 2026-01: a story is a section of the viewer. Fixture story.id.html
export const STORY = 'section';
export const PAGE_PARTS = 'main, nav, a[href="/"], a[href="https://www.instagram.com/"]';
export const HEADER = 'header';
export const NAVIGATION = 'nav, [role="navigation"]';

// 2.1 code SafA 2026-03: first segments of paths that are not an account
export const RESERVED_PATHS = [
  'p',
  'reel',
  'reels',
  'tv',
  'stories',
  'explore',
  'direct',
  'accounts',
  'about',
  'legal',
  'web',
  'create',
  'your_activity',
  'popular',
  'notifications',
];

// 2.1 doc: caption on a single page and in the dialog, then in the feed. Fixtures modal.en.html, feed.en.html
export const CAPTION_HEADING = 'h1';
export const CAPTION_TEXT = 'span[dir="auto"], div[dir="auto"]';
// 2.1 inferred 2026-08: places in which a span is never the caption. Fixture feed.en.html
export const NOT_CAPTION = 'a, button, header, h2, h3, h4, form, time, [role="menu"]';
// 2.1 unverified 2026-08; saved pages have absolute addresses
export const HASHTAG_LINK = 'a[href*="/explore/tags/"]';
export const IMAGE = 'img[alt]';
// seen 2026-11-29 in public saved markup (pages of 2023-09 to 2026-05): the picture of somebody with a story, of the
// authors of a joint post and beside the comment box is a link without an address. Fixture saved-page.pt.html
export const AVATAR = '[role="link"]:not(a)';

// code of several projects 2025-2026: class names of an embedded post are words. Fixture embed.en.html
export const EMBED = '.Embed';
export const EMBED_CAPTION = '.Caption';
export const EMBED_NOT_CAPTION = '.CaptionUsername, .CaptionComments';
export const EMBED_IMAGE = '.EmbeddedMediaImage';

// 2.2 code Instafn 2026-01 and an Indonesian bot: action icons are 24 px high, the like of a comment is 16 or 12.
// Fixtures feed.en.html, modal.en.html
export const ICON = 'svg[height]';
export const ACTION_ICON_HEIGHT = 20;
// 2.1 code 2026-01: the section with the 24 px icons
export const ACTION_BAR = 'section';
// inferred 2026-11: what can be pressed keeps its place in the tab order when its role is dropped
export const PRESSABLE =
  'button, [role="button"], a[href], [tabindex="0"]:not(textarea, input, [contenteditable])';
export const TEXT_BUTTON =
  'button, [role="button"], [tabindex="0"]:not(a, textarea, input, [contenteditable], [role="link"])';

export type IconAction = 'like' | 'comment' | 'repost' | 'share' | 'other';
/** What an icon stands for; `done` for the drawing of a like that is given. */
export interface IconMeaning {
  readonly action: IconAction;
  readonly done?: boolean;
}

/**
 * Beginning of the first `path` or `polygon` of an icon, the same in every language.
 * code 2022-2026: each in copies of real pages or in extensions by several authors. Fixtures feed.th.html, feed.ar.html
 */
export const SHAPES: readonly (readonly [string, IconMeaning])[] = [
  ['M16.792 3.904', { action: 'like' }],
  ['M34.6 6.1', { action: 'like' }],
  ['M34.6 3.1', { action: 'like', done: true }],
  ['M20.656 17.008', { action: 'comment' }],
  ['M47.5 46.1', { action: 'comment' }],
  ['M19.998 9.497', { action: 'repost' }],
  ['M13.973 20.046', { action: 'share' }],
  ['11.698 20.334', { action: 'share' }],
  ['M47.8 3.8', { action: 'share' }],
  ['20 21 12 13.44', { action: 'other' }],
  ['M20 22a.999', { action: 'other' }],
  ['M43.5 48', { action: 'other' }],
];
// code 2025: "more" is three dots
export const DOTS = 'circle';
// seen 2026-11-29 in public saved markup (pages of 2025-11 and 2026-05): a heart is one path; the cross that closes a
// dialog is lines. Fixture saved-followers.es.html
export const NO_HEART = 'circle, line, polyline, polygon, rect';
// code 2022-2026: the filled heart is drawn on another grid than the icons beside it, in a red of its own
export const FILLED_HEART_GRID = '0 0 48 48';
export const FILLED_HEART_COLOURS = ['#ed4956', '#ff3040', 'rgb(237, 73, 86)', 'rgb(255, 48, 64)'];
// 2.2 code Instafn 2026-01: a circle, or a third stroke, is the check mark of a repost that is done
export const REPOST_DONE = 'circle';
export const REPOST_STROKES = 'path, polyline, polygon, line';

// 2.2 code 2026-01: the comment box is a textarea in a form; a content-editable in the same place is unverified.
// Fixtures feed.id.html, reels.ar.html
export const FORM = 'form';
export const EDITOR = 'textarea, [contenteditable="true"]';
// unverified 2026-11, from memory: pictures of the GIF list come from these hosts. Fixture comments.id.html
export const GIF = 'img[src*="giphy"], img[src*="tenor"], video[src*="giphy"], video[src*="tenor"]';

// 2.2 doc 2026-01: the share sheet is a dialog outside the post. Fixture share-dialog.id.html
export const DIALOG = '[role="dialog"]';
// unverified 2026-08, from memory: search box of the person picker, the same in every language
export const PERSON_PICKER = 'input[name="queryBox"]';
// inferred 2026-11: a row of the picker carries its state; the send button has none. Fixture share-dialog.id.html
export const CHOICE = '[aria-pressed], [aria-checked], [aria-selected]';
export const MESSAGE_EDITOR = 'textarea, [contenteditable="true"], input[name="shareCommentText"]';

// 2.2 doc, code 2026-04 (a Chinese page): the caption of a new post is a textbox. Fixture new-post.en.html
export const DRAFT_EDITOR = '[contenteditable="true"][role="textbox"], textarea';
// code 2026 (a Chinese page): a form of its own in the dialog. Fixture new-post.th.html
export const FILE_INPUT = 'input[type="file"]';

// 2.2 code Instafn 2026-01, inferred: a message that can be liked by a double click stands in a row. Fixture
// messages.id.html
export const MESSAGE = '[role="row"], [role="listitem"], [aria-roledescription]';
