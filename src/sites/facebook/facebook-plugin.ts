/**
 * Pages of Facebook inside or beside other sites: the sharer page and the plugins (like, page, follow, share, comments).
 * Their markup is unverified (2026-11): paths and parameters are public, the rest is told by the form alone.
 */

import type { ActionKind, Post } from '../../core/types.ts';
import { isShown, labelOf, queryAll, textKey, visibleText } from '../dom.ts';
import * as S from './facebook.selectors.ts';
import { accountOf, handleOf, isFacebook } from './facebook-address.ts';
import { composerAround, submitButton } from './facebook-editors.ts';
import type { Meaning } from './facebook-meaning.ts';

const BUTTON = 'button, [role="button"], input[type="submit"]';

/** What the one button of a page does, by the beginning of its path. */
const PAGES: readonly (readonly [RegExp, ActionKind, 'commit' | 'open'])[] = [
  [/^\/(?:sharer(?:\/sharer)?\.php|sharer\/?|share\.php|dialog\/(?:share|feed))$/, 'share', 'commit'],
  [/^\/plugins\/like\.php$/, 'like', 'commit'],
  [/^\/plugins\/(?:page|likebox|fan)\.php$/, 'page', 'commit'],
  [/^\/plugins\/(?:follow|subscribe)\.php$/, 'follow', 'commit'],
  [/^\/plugins\/share_button\.php$/, 'share', 'open'],
  [/^\/plugins\/(?:comments|feedback)(?:\.php)?\/?$/, 'comment', 'commit'],
];

/** Facebook serves some pages below its version: /v19.0/plugins/like.php (doc). */
function pathOf(document: Document): string {
  return (document.defaultView?.location.pathname ?? '').replace(/^\/v\d+\.\d+(?=\/)/, '');
}

function pageOf(document: Document) {
  const path = pathOf(document);
  return PAGES.find(([pattern]) => pattern.test(path));
}

export function isPluginPage(document: Document): boolean {
  return pageOf(document) !== undefined;
}

export function isSharer(document: Document): boolean {
  return pageOf(document)?.[0] === PAGES[0]?.[0];
}

/** Address that the page was made for (`href`, or `u` of the sharer), or undefined. */
function subjectOf(document: Document): URL | undefined {
  const search = new URLSearchParams(document.defaultView?.location.search ?? '');
  const address = search.get('u') ?? search.get('href') ?? search.get('link') ?? '';
  return URL.canParse(address) ? new URL(address) : undefined;
}

function buttonsOf(document: Document): Element[] {
  return queryAll(document, BUTTON).filter(
    (button) => isShown(button) && !S.isDecoy(button) && !button.hasAttribute('aria-haspopup'),
  );
}

/** The button that commits: by its label, its name or type (doc), else the first of a plugin or the last of a form. */
function mainButton(document: Document, action: ActionKind): Element | undefined {
  const buttons = buttonsOf(document);
  const table = action === 'share' ? S.LABELS.sharer : S.LABELS[action === 'follow' ? 'follow' : 'like'];
  const byLabel = buttons.find((button) => S.matches(table, labelOf(button)));
  const typed = buttons.find((button) => button.matches('[name="__CONFIRM__"], form [type="submit"]'));
  const plain = buttons.filter((button) => button.closest('a[href]') === null);
  return byLabel ?? typed ?? (isSharer(document) ? plain[plain.length - 1] : plain[0]);
}

/** Comments on a page of another site. Enter makes a new line there; only the button sends (unverified 2026-11). */
export function isCommentsPlugin(document: Document): boolean {
  return pageOf(document)?.[1] === 'comment';
}

/** Action of a button of such a page; its post is the body, which `readPost` reads. */
export function pluginMeaning(button: Element): Meaning | undefined {
  const { ownerDocument } = button;
  const page = pageOf(ownerDocument);
  if (page === undefined) {
    return undefined;
  }
  const [, action, role] = page;
  const post = ownerDocument.body;
  if (action === 'comment') {
    // There is a box for each comment that is answered.
    const editor = composerAround(button, S.EDITOR)?.querySelector(S.EDITOR) ?? undefined;
    return editor && submitButton(editor) === button ? { action, role, post, editor } : undefined;
  }
  const editor = post.querySelector(S.EDITOR) ?? undefined;
  return mainButton(ownerDocument, action) === button ? { action, role, post, editor } : undefined;
}

/** What is shared or liked: address, words of the preview and, for an account, its name and handle. */
export function readPlugin(container: Element): Post {
  const document = container.ownerDocument;
  const subject = subjectOf(document);
  const isAccount = subject !== undefined && isFacebook(subject) && accountOf(subject) !== undefined;
  // What others wrote under the page is not what one comments on.
  const text = isCommentsPlugin(document)
    ? ''
    : visibleText(container, {
        limit: 2000,
        skip: (part) => part.matches(`${BUTTON}, ${S.EDITOR}, select, ${S.DECOY}`),
      });
  const quote = new URLSearchParams(document.defaultView?.location.search ?? '').get('quote') ?? '';
  const [name = ''] = text.split('\n');
  return {
    key: subject === undefined ? textKey(text) : `link:${subject.href}`,
    author: isAccount ? name : '',
    handle: handleOf(subject),
    text: [quote, text].filter((part) => part !== '').join('\n'),
    hashtags: [],
    alts: [],
    link: subject === undefined ? '' : subject.pathname.replace(/[-_/]+/g, ' ').trim(),
    quoted: null,
    group: null,
  };
}
