/**
 * Selectors and label tables of Facebook, nothing else: a repair of this site begins here.
 * Evidence: seen (in a real page, with its date) > code (of another project) > doc > inferred > unverified.
 */

/** Hosts of the desktop page and of the mobile renderer (seen 2025-11). */
export const HOSTS = ['www.facebook.com', 'web.facebook.com', 'm.facebook.com', 'facebook.com'] as const;

// --- Post containers, in the order of the ladder -------------------------------------------

/** Logged in, seen 2025-11 (two pages). */
export const POSINSET_POST = '[aria-posinset][aria-labelledby]';
/** Logged out, seen 2025-11; comments have an aria-label, posts have none (BTX, code 2026-06). */
export const ARTICLE_POST = '[role="article"]:not([aria-label])';
/** Mobile renderer (CMFm, code 2026-01). */
export const MOBILE_POST = '[data-tracking-duration-id]';
/** Comments and replies (seen, logged out, 2025-11). */
export const COMMENT = '[role="article"][aria-label]';
/** A container that is inferred from its contents never reaches beyond these. */
export const BOUNDARY = '[role="main"], [role="feed"], main, body';
export const LAYER = '[role="dialog"], [role="menu"]';
export const DIALOG = '[role="dialog"]';

// --- Parts of a post -------------------------------------------------------------------------------------------

/** Language-neutral markers (seen 2025-11 in English, Portuguese and Indonesian). */
export const PROFILE_NAME = '[data-ad-rendering-role="profile_name"]';
export const MESSAGE =
  '[data-ad-rendering-role="story_message"], [data-ad-comet-preview="message"], [data-ad-preview="message"]';
export const LIKE_MARKER = '[data-ad-rendering-role="like_button"]';
export const COMMENT_MARKER = '[data-ad-rendering-role="comment_button"]';
export const SHARE_MARKER = '[data-ad-rendering-role="share_button"]';
export const ANY_MARKER = '[data-ad-rendering-role]';
export const HEADING = 'h2, h3, h4, h5, [role="heading"]';

/** Link preview: real outbound links go through l.facebook.com (seen 2025-11). */
export const PREVIEW_TEXT = '[data-ad-rendering-role="title"], [data-ad-rendering-role="description"]';
export const OUTBOUND_LINK =
  'a[href^="https://l.facebook.com/l.php"], a[href^="https://lm.facebook.com/l.php"]';

/**
 * Decoys inside every post (seen 2025-11): a false link preview. `x1s85apg` is the StyleX hash of
 * `display:none`; a saved page without its style sheets shows only the class.
 */
export const DECOY =
  '[aria-hidden="true"], .x1s85apg, a[href^="?__cft__"][rel~="nofollow"][rel~="noreferrer"]';

/** Author inside a group, and the group itself (seen 2025-11). */
export const GROUP_MEMBER_LINK = 'a[href*="/groups/"][href*="/user/"]';
export const HASHTAG_LINK = 'a[href*="/hashtag/"]';
/** Photos carry their description on the image or on the link around it (seen and doc). */
export const PHOTO = 'img[alt], a[href*="/photo"][aria-label], div[role="img"][aria-label]';

/** Mobile renderer: text and author (CMFm, code 2026-01). */
export const MOBILE_TEXT =
  '[data-mcomponent="ServerTextArea"] .native-text, [data-mcomponent="TextArea"] .native-text';
export const MOBILE_AUTHOR = 'span.f2';
export const MOBILE_BUTTON = '[data-action-id]';
/** The Like control alone can be pressed long, for the palette (CMFm, code 2026-01). */
export const MOBILE_LIKE = '[data-action-id][data-long-click-action-id]';

// --- Controls --------------------------------------------------------------------------------------------------

export const POST_MENU = '[role="button"][aria-haspopup="menu"][aria-label]';
/** Comment box (seen 2025-11); a textarea is the form of older and mobile pages (doc). */
export const EDITOR = '[contenteditable="true"], textarea';
export const TOOLBAR = '[role="toolbar"]';
/** Chat tabs (code). */
export const CHAT = '[style*="--mwp-"]';
export const MAIN = '[role="main"], main';

/**
 * Labels in English and Indonesian, lower case. Used only where no attribute tells the control apart.
 * `exact` is the whole label, `prefix` its beginning.
 */
export interface Labels {
  readonly exact?: readonly string[];
  readonly prefix?: readonly string[];
}

/** Seen 2025-11; Indonesian: code AISMO 2026-08. "Curtir": seen, Portuguese. */
export const LIKE: Labels = { exact: ['like', 'suka', 'curtir'] };
/**
 * Label of the marked Like button once it is pressed. Code AISMO 2026-08; "Batal suka": doc. English
 * "Change … reaction": inferred from "Ubah tanggapan".
 */
export const LIKED: Labels = {
  prefix: ['remove ', 'hapus ', 'batal', 'ubah tanggapan', 'change ', 'unlike', 'tidak suka'],
};
/** The same without a marker: whole phrases, because "Remove" alone begins other labels too. */
export const LIKED_ALONE: Labels = {
  prefix: [
    'remove like',
    'remove love',
    'hapus suka',
    'batal suka',
    'batalkan suka',
    'ubah tanggapan',
    'unlike',
  ],
};
/** English seen 2025-11; Indonesian doc. */
export const REACT: Labels = { exact: ['react', 'tanggapi', 'beri reaksi'] };
/** Code AISMO 2026-08. */
export const PALETTE: Labels = { exact: ['reactions', 'tanggapan', 'reaksi'] };
/** Seen 2025-11; Indonesian code (two projects). */
export const COMMENT_OPEN: Labels = {
  exact: ['leave a comment', 'comment', 'beri komentar', 'komentar', 'komentari'],
};
/** Unverified: text buttons under a comment. */
export const REPLY_OPEN: Labels = { exact: ['reply', 'balas'] };
/** English seen 2025-11; "Komentari sebagai": code AISMO 2026-08; "Tulis komentar": doc. */
export const COMMENT_EDITOR: Labels = {
  prefix: [
    'comment as ',
    'answer as ',
    'write a comment',
    'write an answer',
    'write a public comment',
    'komentari sebagai ',
    'tulis komentar',
    'jawab sebagai ',
    'tulis jawaban',
  ],
};
/** Unverified: the box under a comment. */
export const REPLY_EDITOR: Labels = {
  prefix: ['reply to ', 'reply as ', 'write a reply', 'balas ', 'tulis balasan'],
};
/** Code AISMO 2026-08, doc. Exact only: "Kirim ini…" is the share button. */
export const SUBMIT: Labels = {
  exact: [
    'post comment',
    'comment',
    'post',
    'send',
    'reply',
    'posting komentar',
    'kirim komentar',
    'komentari',
    'komentar',
    'kirim',
    'posting',
    'balas',
  ],
};
/** Buttons in the comment box that do not send (seen 2025-11, English; Indonesian inferred). */
export const ATTACHMENT: Labels = {
  prefix: [
    'comment with ',
    'insert an emoji',
    'attach a photo',
    'komentari dengan ',
    'beri komentar dengan ',
    'sisipkan emoji',
    'lampirkan foto',
    'gif',
    'emoji',
  ],
};
/** English seen 2025-11; Indonesian code (five projects); the second one is the older wording. */
export const SHARE_OPEN: Labels = {
  exact: ['share', 'bagikan'],
  prefix: ['send this to friends', 'kirim ini ke', 'kirimkan ini k'],
};
/** Code AISMO 2026-08; "(Friends)" and the story forms: doc. */
export const SHARE_NOW: Labels = {
  prefix: [
    'share now',
    'bagikan sekarang',
    'share to story',
    'share to your story',
    'bagikan ke cerita',
    'share to your feed now',
    'send in messenger',
    'kirim di messenger',
  ],
};
/** Send to one person, inside the share layer only. */
export const SHARE_SEND: Labels = { exact: ['send', 'kirim'] };
/** Places that ask more before they publish (doc). */
export const SHARE_PLACE: Labels = { prefix: ['share to ', 'share on ', 'bagikan ke ', 'bagikan di '] };
/** Says that a layer is the share sheet; never an action (code). */
export const COPY_LINK: Labels = { prefix: ['copy link', 'salin tautan'] };
/** Often text only (code). */
export const FOLLOW: Labels = { exact: ['follow', 'ikuti'] };
/** In-feed form seen 2025-11 (text only); "Join group": doc. */
export const JOIN: Labels = {
  exact: ['join', 'join group', 'gabung', 'gabung ke grup', 'bergabung ke grup'],
};
/** Doc (four sources). */
export const FRIEND: Labels = {
  prefix: ['add friend', 'tambahkan teman', 'tambah teman', 'tambahkan sebagai teman'],
};
/** Code; group form "Write something": code. */
export const POST_OPEN: Labels = {
  exact: ['create post', 'buat postingan', 'create a post'],
  prefix: [
    "what's on your mind",
    'what’s on your mind',
    'apa yang anda pikirkan',
    'write something',
    'tulis sesuatu',
  ],
};
/** Second step of the composer (AISMO, code 2026-08; "Posting": doc). */
export const POST_SUBMIT: Labels = { exact: ['post', 'posting', 'kirim', 'publish', 'terbitkan'] };
/** Unverified in Indonesian. */
export const UPLOAD: Labels = { exact: ['photo/video', 'foto/video'] };
/** English seen 2025-11; Indonesian code (eight files), doc. Comment menus share the pattern. */
export const MENU: Labels = {
  prefix: ['actions for this post', 'actions for post', 'tindakan untuk postingan', 'tindakan untuk kiriman'],
};
