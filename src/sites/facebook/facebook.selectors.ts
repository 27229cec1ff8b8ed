/**
 * Selectors of Facebook, nothing else: a repair of this site begins here. Label tables, in `facebook.labels.json`,
 * are used only where no attribute and no structure tells a control apart.
 * Evidence: seen (in a real page, with its date) > code (of another project) > doc > inferred > unverified.
 */

import { BUTTON } from '../dom.ts';
import tables from './facebook.labels.json';

/** Hosts of the desktop page and of the mobile renderer (seen 2025-11). */
export const HOSTS = ['www.facebook.com', 'web.facebook.com', 'm.facebook.com', 'facebook.com'] as const;

// --- Post containers, in the order of the ladder -------------------------------------------

/** Logged in, seen 2025-11 (two pages); the number alone: BTX, code 2026-06. Items of menus and lists have roles. */
export const POSINSET_POST = '[aria-posinset][aria-labelledby], [aria-posinset]:not([role])';
/**
 * Logged out, seen 2025-11; comments have an aria-label, posts have none (BTX, code 2026-06) or an empty one (code of two
 * projects 2026-08. Fixture saved-articles.ro.html).
 */
export const ARTICLE_POST =
  '[role="article"]:not([aria-label]), [role="article"][aria-label=""], [role="article"][aria-labelledby]';
/** Mobile renderer (CMFm, code 2026-01; seen 2026-11-29 in public saved markup of 2025 and 2026-01). */
export const MOBILE_NUMBER = 'data-tracking-duration-id';
export const MOBILE_POST = `[${MOBILE_NUMBER}]`;
export const FEED_POST = `${POSINSET_POST}, ${ARTICLE_POST}`;
/** Comments and replies (seen, logged out, 2025-11). What is named by its header is a post, whatever its label. */
export const COMMENT = '[role="article"][aria-label]:not([aria-label=""]):not([aria-labelledby])';
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
/** Name of a profile, page or group (desktop: seen 2025-11; the role: mobile renderer, seen 2026-11-29). */
export const TITLE = 'h1, [role="heading"][aria-level="1"]';

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
export const MOBILE_TEXT_BOX = '[data-mcomponent="ServerTextArea"], [data-mcomponent="TextArea"]';
export const MOBILE_TEXT =
  '[data-mcomponent="ServerTextArea"] .native-text, [data-mcomponent="TextArea"] .native-text';
export const MOBILE_AUTHOR = 'span.f2';
/** Names and picture in the header of a post (seen 2026-11-29 in public saved markup of 2025 and 2026-01). */
export const MOBILE_LINK = '[role="link"]';
export const MOBILE_AVATAR = '[data-testid^="post-profile-image"]';
/** Box of the renderer, and the lists and screens that hold the posts (CMFm, code 2026-01). */
export const MOBILE_BOX = '[data-mcomponent="MContainer"]';
export const MOBILE_SCREEN =
  '#screen-root, [data-screen-id], [data-pull-to-refresh-action-id], [data-type="vscroller"], body';
export const MOBILE_BUTTON = '[data-action-id]';
/** Bars at the top and bottom of the screen: ways in, the app, sheets (seen 2026-11-29). */
export const MOBILE_BAR = '.fixed-container';
/**
 * The Like control can be pressed long, for the palette (CMFm, code 2026-01; seen 2026-11-29, signed in). Comments can
 * be too (code of three Indonesian scripts, 2026), and have no icon in front.
 */
export const MOBILE_LIKE = '[data-action-id][data-long-click-action-id]';
/** Box that words are typed into, and its send button (code of eleven projects in three languages, 2024 to 2026). */
export const MOBILE_EDITOR = '.multi-line-floating-textbox';
export const MOBILE_SUBMIT = '.textbox-submit-button';

// --- Controls --------------------------------------------------------------------------------------------------

export const POST_MENU = '[role="button"][aria-haspopup="menu"][aria-label]';
/** Comment box (seen 2025-11); a textarea is the form of older and mobile pages (doc). */
export const EDITOR = '[contenteditable="true"], textarea';
export const ANY_BUTTON = `${BUTTON}, ${MOBILE_BUTTON}`;
/** Form of a plugin for what is liked already: its button keeps the word (seen 2026-11-29, a like plugin of 2023). */
export const PLUGIN_TAKEN = 'form[action$="/disconnect"]';
export const TOOLBAR = '[role="toolbar"]';
/** Reels and videos: the player, and the viewer around it (doc; code 2026, another project's fixture of a viewer). */
export const VIDEO = '[data-video-id]';
/** The address says which reel is shown; beside its region stands the pane of its comments (code). Fixture reel-pane.mk.html */
export const REEL_PATH = /^\/reels?\/(\d+)/;
export const REEL_BOUNDARY = `body, [role="feed"], :has(> [role="banner"])`;
/** Reactions and the box below a story send to its author (code, partly marked to-do there). */
export const STORY_PATH = /^\/stories\//;
// 1.2 unverified 2026-11: buttons of reactions stand under a live video, with the labels of the palette. Fixture surfaces.js
export const LIVE_PATH = /^\/(?:watch\/live|live)(?:\/|$)/;
/** Panel beside a photo in its viewer (BTX, code). */
export const PANEL = '[role="complementary"]';
/** The photo in its viewer (BTX, code). */
export const VIEWED_PHOTO = '[data-name="media-viewer-nav-container"] img[alt]';
/** A comment's own address; a post has none of it. */
export const COMMENT_LINK = 'a[href*="comment_id="]';
/** Chat tabs (code). */
export const CHAT = '[style*="--mwp-"]';

/** Whole labels and beginnings of labels, lower case, with their evidence. */
export interface Labels {
  readonly exact?: readonly string[];
  readonly prefix?: readonly string[];
}

export const LABELS = tables satisfies Readonly<Record<string, Labels>>;

/**
 * Languages whose tables hold every label of follow, join, friend and composer that is known. Elsewhere the place of
 * a button is asked, which is less certain.
 */
const KNOWN_LANGUAGES = /^(en|id)\b/i;

/** True when the page says in `html[lang]` that it is in one of them (correct in all real pages, seen 2025-11). */
export function isKnownLanguage(element: Element): boolean {
  return KNOWN_LANGUAGES.test(element.ownerDocument.documentElement.lang);
}

/**
 * What a page that lies below a dialog holds; Facebook marks it `aria-hidden` as a whole, and people see it still (on the
 * mobile renderer inferred 2026-11. Fixture mobile.id.html).
 */
const PAGE = `[role="main"], main, [role="feed"], [role="dialog"], [role="article"], [aria-posinset], ${MOBILE_SCREEN}`;

/** True inside a decoy of a post. */
export function isDecoy(element: Element): boolean {
  const hidden = element.closest(DECOY);
  return hidden !== null && !hidden.matches(PAGE) && hidden.querySelector(PAGE) === null;
}

/** True when the path of the page begins so. */
export function isAt(element: Element, path: RegExp): boolean {
  return path.test(element.ownerDocument.defaultView?.location.pathname ?? '');
}

/** True when the table holds the label, or its beginning, without regard to case. */
export function matches(labels: Labels, label: string): boolean {
  const value = label.toLowerCase();
  return (
    labels.exact?.includes(value) === true ||
    labels.prefix?.some((prefix) => value.startsWith(prefix)) === true
  );
}
