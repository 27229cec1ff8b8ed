/**
 * Selectors and labels of Instagram (www.instagram.com). Evidence: code and documents of other projects; the
 * date is that of the project's code. No logged-in page has been seen: every line is a hypothesis until a pilot user
 * confirms it. Labels are in lower case, compared whole, and asked last.
 */

export const HOSTS = ['www.instagram.com', 'instagram.com'];

// 2.1 code Instafn 2026-01, BTX 2026-04 (dialog: article[role=presentation]). Fixtures feed.en.html, modal.en.html
export const ARTICLE = 'article';
// 2.1 code BTX 2026-04: a single page has no article. Fixture post.id.html
export const MAIN = 'main, [role="main"]';
export const POST_PATHS = ['p', 'reel', 'tv'];
// 2.1 code Instafn 2026-01: the reels feed has no article. Fixture reels.en.html
export const REELS_PATH = 'reels';
export const STORIES_PATH = 'stories';
export const VIDEO = 'video';
// 2.2 code Instafn 2026-01: a story is a section of the viewer. Fixture story.id.html
export const STORY = 'section';
export const PAGE_PARTS = 'main, nav';
export const HEADER = 'header';

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
// 2.1 unverified 2026-08, last resort after the structure: alt text of avatars
export const AVATAR_LABELS = ['profile picture', 'foto profil'];

// 2.2 code Instafn 2026-01 and an Indonesian bot: the label is on the svg. Action icons are 24 px high, the like of a
// comment is 16 or 12. Fixtures feed.en.html, modal.en.html
export const ICON = 'svg[height]';
export const ACTION_ICON_HEIGHT = 20;
// 2.1 code 2026-01: the section with the 24 px icons
export const ACTION_BAR = 'section';
export const PRESSABLE = 'button, [role="button"], a[href]';
export const TEXT_BUTTON = 'button, [role="button"]';

// 2.2, 10: EN code Instafn 2026-01, ID code and doc 2025-2026
export const LIKE_LABELS = ['like', 'suka'];
export const UNLIKE_LABELS = ['unlike', 'batal suka', 'tidak suka', 'batalkan suka'];
// unverified 2026-08, from memory: the filled heart is drawn on another grid; asked only where the label is unknown
export const FILLED_HEART = '[viewBox="0 0 48 48"]';
// 2.2, 10: EN code, ID code 2026-01
export const COMMENT_LABELS = ['comment', 'komentar', 'komentari'];
// 2.2, 10: EN code Instafn 2026-01, ID unverified
export const REPOST_LABELS = ['repost', 'posting ulang'];
export const UNREPOST_LABELS = ['unrepost', 'batalkan posting ulang', 'batal posting ulang'];
// 2.2 code Instafn 2026-01: a circle, or a third stroke, is the check mark of a repost that is done
export const REPOST_DONE = 'circle';
export const REPOST_STROKES = 'path, polyline, polygon, line';
// 2.2, 10: "Share" code SafA 2026-03, the others unverified
export const SHARE_LABELS = [
  'share',
  'share post',
  'send post',
  'bagikan',
  'bagikan postingan',
  'kirim postingan',
];
// 2.2 unverified 2026-08: icons of the same size that are none of our business
export const OTHER_ICON_LABELS = [
  'save',
  'remove',
  'simpan',
  'hapus',
  'more',
  'more options',
  'opsi lainnya',
  'lainnya',
];

// 2.2 code 2026-01: the comment box; a content-editable in the same place is unverified. Fixture feed.id.html
export const COMMENT_EDITOR = 'form textarea, form [contenteditable="true"][role="textbox"]';
export const FORM = 'form';
// 2.2 code Instafn 2026-01, ID unverified. Fixture story.id.html
export const STORY_EDITOR = 'textarea, [contenteditable="true"][role="textbox"]';

// 2.2, 10: EN code, ID code; compared whole, since "Following" and "Mengikuti" contain them. Fixture feed.id.html
export const FOLLOW_LABELS = ['follow', 'follow back', 'ikuti', 'ikuti balik'];

// 2.2 doc 2026-01: the share sheet is a dialog outside the post. Fixture share-dialog.id.html
export const DIALOG = '[role="dialog"]';
export const SEND_LABELS = ['send', 'send separately', 'kirim', 'kirim terpisah'];
// unverified 2026-08, from memory: search box of the person picker, the same in every language
export const PERSON_PICKER = 'input[name="queryBox"]';
// inferred 2026-11: a row of the picker carries its state; the send button has none. Fixture share-dialog.id.html
export const CHOICE = '[aria-pressed], [aria-checked], [aria-selected]';
export const MESSAGE_EDITOR = 'textarea, [contenteditable="true"], input[name="shareCommentText"]';

// 2.2 doc: last step of a new post. Fixture new-post.en.html
export const NEW_POST_LABELS = ['share', 'bagikan'];
export const DRAFT_EDITOR = '[contenteditable="true"][role="textbox"], textarea';
