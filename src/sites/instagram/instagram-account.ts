/** Instagram: follow buttons, and the account they are about. */

import type { Post } from '../../core/types.ts';
import { hashtagsIn, visibleText } from '../dom.ts';
import type { Control } from '../site.ts';
import * as words from './instagram.labels.ts';
import * as on from './instagram.selectors.ts';
import { postAround } from './instagram-container.ts';
import { actionIcons, isTextOnly, shortText } from './instagram-icon.ts';
import { accountLinks, accountOf, pageAccount } from './instagram-page.ts';

const ACCOUNT_TEXT_LIMIT = 2_000;

/** Smallest element around a button that links to an account. */
function rowAround(button: Element): Element | undefined {
  for (let node = button.parentElement; node !== null && !node.matches('body'); node = node.parentElement) {
    if (accountLinks(node).length > 0) {
      return node;
    }
  }
  return undefined;
}

function accountsIn(row: Element): Set<string> {
  return new Set(accountLinks(row).map(accountOf));
}

/** A button with words alone that is no link, no count, and no part of a longer text. */
function isPlainButton(button: Element): boolean {
  const text = shortText(button);
  const stands = [...(button.parentElement?.childNodes ?? [])].every(
    (node) => node.nodeType !== 3 || (node.nodeValue ?? '').trim() === '',
  );
  return (
    isTextOnly(button) &&
    stands &&
    !/\p{N}/u.test(text) &&
    button.closest(`a, ${on.FORM}, [role="menu"], ul[class], ${on.CAPTION_HEADING}, ${on.CAPTION_TEXT}`) ===
      null
  );
}

function firstPlainIn(root: Element): Element | undefined {
  const buttons = [...root.querySelectorAll(on.TEXT_BUTTON)];
  // The real button elements of a profile are "follow" and "message"; the others open lists and long texts.
  const plain = buttons.filter(isPlainButton);
  return plain.find((button) => button.localName === 'button') ?? plain[0];
}

/** While the dialog of a post is open over a profile, the address is that of the post. Fixture saved-modal.fi.html */
function isOfProfile(header: Element): boolean {
  return (
    pageAccount(header) !== '' || (header.querySelector('h1, h2') !== null && accountsIn(header).size === 1)
  );
}

/** Following shows a small arrow beside its word. */
function isFollowed(header: Element): boolean {
  return [...header.querySelectorAll('button')].some(
    (button) => button.querySelector('svg') !== null && shortText(button) !== '',
  );
}

/** Levels between a row of a list and the list: four in saved dialogs of followers. */
const LIST_LEVELS = 8;

/** Smallest element around a row that names other accounts too. */
function listAround(row: Element): Element | undefined {
  let node = row.parentElement;
  for (let level = 0; node !== null && level < LIST_LEVELS; level += 1, node = node.parentElement) {
    if (accountsIn(node).size > 1) {
      return node;
    }
  }
  return undefined;
}

/** A list of accounts repeats its button beside each of them; where one of them is known by its word, the others are not. */
function isInList(button: Element, row: Element): boolean {
  const text = shortText(button);
  const list = row.parentElement?.closest('ul, [role="list"]') ?? listAround(row);
  const others = [...(list?.querySelectorAll(on.TEXT_BUTTON) ?? [])].filter(
    (other) => other !== button && !row.contains(other) && isPlainButton(other),
  );
  return (
    others.some((other) => shortText(other) === text) &&
    !others.some((other) => words.FOLLOW.includes(shortText(other)))
  );
}

/** What is a follow in a language without a table: the first button beside the name of one account. */
function isFollowByPlace(button: Element): boolean {
  if (!isPlainButton(button)) {
    return false;
  }
  const post = postAround(button);
  const row = rowAround(button);
  const header = button.closest(on.HEADER);
  if (post === undefined && header !== null) {
    return isOfProfile(header) && firstPlainIn(header) === button && !isFollowed(header);
  }
  if (row === undefined || firstPlainIn(row) !== button) {
    return false;
  }
  if (post !== undefined) {
    // The head of a post comes before its picture and its actions.
    const isHead =
      row !== post && actionIcons(row).length <= 1 && row.querySelector(`${on.EDITOR}, ${on.VIDEO}`) === null;
    const [author] = accountLinks(post);
    const icons = actionIcons(post);
    const first = icons.find((icon) => !row.contains(icon));
    return (
      isHead &&
      author !== undefined &&
      accountsIn(row).has(accountOf(author)) &&
      (first === undefined || (button.compareDocumentPosition(first) & 4) !== 0)
    );
  }
  if (row.closest(on.NAVIGATION) !== null || accountsIn(row).size !== 1) {
    return false;
  }
  const isCard =
    row.closest(on.MAIN) === null && row.querySelectorAll('a[href*="/p/"], a[href*="/reel/"]').length > 0;
  return isCard || (row.querySelector('img') !== null && isInList(button, row));
}

function hasTable(element: Element): boolean {
  const [language = ''] = (element.ownerDocument.documentElement.getAttribute('lang') ?? '')
    .toLowerCase()
    .split('-');
  return words.LANGUAGES.includes(language);
}

/** True for a button that follows an account. Its words decide where they are known, since "Following" stands there too. */
export function isFollow(button: Element): boolean {
  if (button.matches('a[href]')) {
    return accountOf(button) === '' && words.FOLLOW.includes(shortText(button));
  }
  if (!button.matches(on.TEXT_BUTTON)) {
    return false;
  }
  return words.FOLLOW.includes(shortText(button)) || (!hasTable(button) && isFollowByPlace(button));
}

/** Name, handle and what else is written around a follow button. */
export function readAccount(control: Control): Post | undefined {
  if (control.action !== 'follow') {
    return undefined;
  }
  const { element } = control;
  const header = control.post === undefined ? element.closest(on.HEADER) : null;
  const row = header ?? rowAround(element);
  const inRow = row === undefined ? [] : accountLinks(row).map(accountOf);
  const handle = (header === null ? inRow[0] : pageAccount(element) || inRow[0]) ?? pageAccount(element);
  if (row === undefined && handle === '') {
    return undefined;
  }
  const lines = control.post === undefined && row !== undefined ? linesOf(row, element) : [];
  const [author, ...rest] = lines.filter((line) => line.toLowerCase() !== handle);
  const text = rest.join('\n');
  return {
    key: `/${handle}/`,
    author: author ?? handle,
    handle,
    text,
    hashtags: hashtagsIn(text),
    alts: [],
    link: '',
    quoted: null,
    group: null,
  };
}

/** What is written beside the button: name, description. In a post only the name counts, since the post is read as a whole. */
function linesOf(row: Element, button: Element): string[] {
  const text = visibleText(row, {
    // The description of a profile is a button as well: it unfolds.
    skip: (element) =>
      element === button || (element.matches(on.TEXT_BUTTON) && element.closest(on.CAPTION_TEXT) === null),
    limit: ACCOUNT_TEXT_LIMIT,
  });
  // Counts of posts and followers say nothing about the account.
  return text.split('\n').filter((line) => /\p{L}{2}/u.test(line) && !/^[\p{N}.,]+\s*\p{L}+/u.test(line));
}
