/** Follow, join, add friend: which button it is, and whom it is about. */

import type { Post } from '../../core/types.ts';
import { isShown, queryAll, visibleText } from '../dom.ts';
import type { Control } from '../site.ts';
import * as S from './facebook.selectors.ts';
import { accountOf, groupOf, handleOf, urlOf } from './facebook-address.ts';
import { type Meaning, saysAny } from './facebook-meaning.ts';
import { withoutGlyphs } from './facebook-mobile.ts';
import { isPressable, lineOf, titleOf } from './facebook-parts.ts';
import { isPluginPage, readPlugin } from './facebook-plugin.ts';

const { follow, join, friend, done, postOpen, upload } = S.LABELS;
/** How far from a button the name of its account may stand. */
const CARD_LEVELS = 9;
/** Longest description that is read. */
const DESCRIPTION_LIMIT = 1_000;
const PLAIN =
  '[role="button"]:not([aria-haspopup]):not([aria-expanded]), button:not([aria-haspopup]):not([aria-expanded])';
/** A card in a list of results is an article itself. */
const BEYOND_CARD = `${S.BOUNDARY}, ${S.LAYER}`;
const CARD_EDGE = `${BEYOND_CARD}, ${S.FEED_POST}`;
const NO_CARD = `[role="banner"], [role="navigation"], [role="tablist"], [role="complementary"], form, ${S.MOBILE_BAR}`;

const NO_DESCRIPTION = `${S.DECOY}, ${S.FEED_POST}, ${S.MOBILE_POST}, form`;

interface Subject {
  readonly path: string;
  readonly link: Element;
  readonly isGroup: boolean;
}

/** One after the other, from a live list: around a button beside a long feed the first one is enough. */
function* subjectsIn(root: Element): Generator<Subject> {
  for (const link of root.getElementsByTagName('a')) {
    const url = link.hasAttribute('href') ? urlOf(link) : undefined;
    const group = groupOf(url);
    const path = group ?? accountOf(url);
    if (path !== undefined && lineOf(link) !== '' && !S.isDecoy(link)) {
      yield { path, link, isGroup: group !== undefined };
    }
  }
}

function plainButtons(root: Element): Element[] {
  return queryAll(root, PLAIN).filter((button) => {
    const text = withoutGlyphs(visibleText(button, { limit: 60 }));
    return text !== '' && !/\p{Nd}/u.test(text) && !S.isDecoy(button) && isShown(button);
  });
}

/** The line of a name in which the button stands behind the heading, without a picture (inferred 2026-11). */
function lineOfHeading(button: Element): Element | null {
  const line = [button.parentElement, button.parentElement?.parentElement].find(
    (node) => node?.querySelector(S.HEADING) != null,
  );
  const isLine = line?.querySelector(`${S.MESSAGE}, ${S.COMMENT}, ${S.EDITOR}, ${S.ANY_MARKER}`) === null;
  return isLine && button.querySelector('i, svg, img') === null ? line : null;
}

/** A plain button beside the name in the header of a post follows or joins, in every language (CMF; seen 2025-11). */
function headerMeaning(button: Element, labels: readonly string[], post: Element): Meaning | undefined {
  const heading = button.closest(S.HEADING) ?? button.closest(S.PROFILE_NAME) ?? lineOfHeading(button);
  const isPlain = button.matches(PLAIN) && !labels.some((label) => /\p{Nd}/u.test(label));
  if (heading === null || !post.contains(heading) || !isPlain || saysAny(labels, done)) {
    return undefined;
  }
  const [subject] = subjectsIn(heading);
  // "with 3 others" stands in the header too: the button that follows or joins is the last thing in it.
  const isLast = plainButtons(heading).pop() === button;
  return subject === undefined || !isLast
    ? undefined
    : { action: subject.isGroup ? 'join' : 'follow', role: 'commit', post };
}

/** The first button beside the name at the top of a profile, page or group. Members and friends have a menu there. */
function titleMeaning(button: Element): Meaning | undefined {
  const title = titleOf(button.ownerDocument);
  let node = title?.parentElement ?? null;
  while (node !== null && !node.contains(button) && !node.matches(S.BOUNDARY)) {
    node = node.parentElement;
  }
  if (node === null || node.matches(S.BOUNDARY) || title?.contains(button) === true) {
    return undefined;
  }
  const isOwn = node.querySelector('input[type="file"]') !== null;
  const menus = queryAll(node, '[aria-haspopup="menu"]').filter(
    (menu) => visibleText(menu, { limit: 60 }) !== '',
  );
  const isFirst = plainButtons(node).find((one) => one.closest(NO_CARD) === null) === button;
  const isGroup = S.isAt(button, /^\/groups\/[^/]+/);
  return isOwn || menus.length > 0 || !isFirst
    ? undefined
    : { action: isGroup ? 'join' : 'follow', role: 'commit', post: undefined };
}

function isAlways(subject: Subject, others: Iterable<Subject>): boolean {
  for (const other of others) {
    if (other.path !== subject.path) {
      return false;
    }
  }
  return true;
}

/** Cards of people and groups: a picture, a name, one to three buttons; the first one follows, befriends or joins. */
function cardMeaning(button: Element): Meaning | undefined {
  let node = button.parentElement;
  for (let level = 0; node !== null && level < CARD_LEVELS && !node.matches(BEYOND_CARD); level += 1) {
    const subjects = subjectsIn(node);
    const subject = subjects.next().value;
    if (subject !== undefined) {
      const buttons = plainButtons(node);
      if (!isAlways(subject, subjects) || buttons.length > 3 || buttons[0] !== button) {
        return undefined;
      }
      // The picture may stand beside name and button together (list of members, seen 2026-11-29, of 2024).
      if (node.querySelector('img, image') !== null) {
        const isPerson = buttons.length > 1 || subject.link.matches(S.GROUP_MEMBER_LINK);
        const action = subject.isGroup ? 'join' : isPerson ? 'friend' : 'follow';
        return { action, role: 'commit', post: undefined };
      }
    }
    node = node.parentElement;
  }
  return undefined;
}

/** follow, join, friend and the ways to begin a new post; structure first where it is certain, labels last. */
export function accountMeaning(
  button: Element,
  labels: readonly string[],
  post: Element | undefined,
): Meaning | undefined {
  if (button.matches('a[href]')) {
    return undefined;
  }
  const inHeader = post === undefined ? undefined : headerMeaning(button, labels, post);
  if (inHeader !== undefined) {
    return inHeader;
  }
  const named = withoutName(button, labels);
  if (saysAny(named, friend)) {
    return { action: 'friend', role: 'commit', post };
  }
  if (saysAny(named, follow)) {
    // Pages are followed as they are liked: one action of the settings.
    const isPage = post === undefined && S.isAt(button, /^\/(?:pages|p)\//);
    return { action: isPage ? 'page' : 'follow', role: 'commit', post };
  }
  if (saysAny(named, join)) {
    return { action: 'join', role: 'commit', post };
  }
  if (saysAny(labels, postOpen)) {
    return { action: 'post', role: 'open', post: undefined };
  }
  if (post === undefined && saysAny(labels, upload)) {
    return { action: 'upload', role: 'open', post };
  }
  // Less certain: only where no table can know the label.
  const isGuess = post === undefined && !S.isKnownLanguage(button) && button.closest(NO_CARD) === null;
  return isGuess && button.matches(PLAIN) ? (titleMeaning(button) ?? cardMeaning(button)) : undefined;
}

/** Words that stand before or after the name of an account. */
const BESIDE_NAME = [...follow.exact, ...join.exact];

/**
 * "Follow Kabar Uji": the label may name the account, which stands beside the button as well, with or without a space
 * (code of three projects, 2026; the name first: unverified 2026-11).
 */
function withoutName(button: Element, labels: readonly string[]): readonly string[] {
  const [label = '', ...more] = labels;
  const value = label.toLowerCase();
  const hasWord = BESIDE_NAME.some(
    (word) => value !== word && (value.startsWith(word) || value.endsWith(word)),
  );
  if (!hasWord || S.matches(follow, label) || S.matches(join, label)) {
    return labels;
  }
  // The mobile renderer has no links: there the name is that of the page.
  const title = button.matches(S.MOBILE_BUTTON) ? titleOf(button.ownerDocument) : undefined;
  const name = subjectAround(button)?.link ?? title;
  const text = name === undefined ? '' : lineOf(name);
  if (text === '') return labels;
  const word = label.endsWith(text)
    ? label.slice(0, -text.length)
    : label.startsWith(text)
      ? label.slice(text.length)
      : label;
  return [word.trim(), ...more];
}

/** Nearest account or group around the button, in its card or header. */
function subjectAround(
  button: Element,
  wantsGroup?: boolean,
): (Subject & { readonly card: Element }) | undefined {
  let node = button.parentElement;
  for (let level = 0; node !== null && level < CARD_LEVELS; level += 1) {
    for (const subject of subjectsIn(node)) {
      if (wantsGroup === undefined || subject.isGroup === wantsGroup) {
        return { ...subject, card: node };
      }
    }
    if (node.matches(CARD_EDGE) || node.querySelector('h1') !== null) {
      return undefined;
    }
    node = node.parentElement;
  }
  return undefined;
}

function description(card: Element, name: Element | null): string {
  const text = visibleText(card, {
    limit: DESCRIPTION_LIMIT,
    skip: (part) => part === name || isPressable(part) || part.matches(NO_DESCRIPTION),
  });
  return withoutGlyphs(text);
}

/** The group, page or profile of the page itself, from its title and address. */
function pageSubject(element: Element): Post | undefined {
  const document = element.ownerDocument;
  const title = titleOf(document);
  const name = title === undefined ? '' : visibleText(title, { limit: 200 }).split('\n')[0];
  const url = new URL(document.defaultView?.location.href ?? 'https://www.facebook.com/');
  const [, group] = /^(\/groups\/[^/]+)/.exec(url.pathname) ?? [];
  const [, first = ''] = /^(\/[^/]+)/.exec(url.pathname) ?? [];
  const path = group ?? accountOf(url) ?? accountOf(new URL(first, url));
  if (title === undefined || name === undefined || name === '' || path === undefined) {
    return undefined;
  }
  const card = title.parentElement?.parentElement ?? title;
  return account(
    path,
    name,
    group !== undefined,
    description(card, title),
    path.startsWith('/groups/') ? '' : handleOf(new URL(path, url)),
  );
}

function account(path: string, name: string, isGroup: boolean, text: string, handle: string): Post {
  return {
    key: `account:${path}`,
    author: isGroup ? '' : name,
    handle,
    text,
    hashtags: [],
    alts: [],
    link: '',
    quoted: null,
    group: isGroup ? name : null,
  };
}

/** What a follow, friend request, join, like of a page, new post or upload is about; undefined when nothing names it. */
export function readAccount(control: Control): Post | undefined {
  const { element, action, post } = control;
  if (isPluginPage(element.ownerDocument)) {
    return readPlugin(element.ownerDocument.body);
  }
  if (action === 'post' || action === 'upload') {
    return S.isAt(element, /^\/groups\/[^/]+/) ? pageSubject(element) : undefined;
  }
  const wantsGroup = action === 'join' ? true : action === 'friend' ? false : undefined;
  const found = subjectAround(element, wantsGroup);
  if (found === undefined) {
    return pageSubject(element) ?? titled(element);
  }
  const { card, link, isGroup, path } = found;
  // In the header of a post the description is the post, which is read as such.
  const text = post === undefined ? description(card, link) : '';
  return account(path, lineOf(link), isGroup, text, handleOf(urlOf(link)));
}

/** A card without a link: its heading names it. */
function titled(element: Element): Post | undefined {
  const card = element.closest(`${S.DIALOG}, [role="listitem"], [role="main"]`);
  const title = card?.querySelector(`h1, ${S.HEADING}`) ?? null;
  const name = title === null ? '' : lineOf(title);
  return card === null || name === ''
    ? undefined
    : account(`#${name}`, name, false, description(card, title), '');
}
