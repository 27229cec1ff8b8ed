/** X: accounts and communities that a follow, a join or a new post is about. */

import type { Post } from '../../core/types.ts';
import { hashtagsIn, labelOf, visibleText } from '../dom.ts';
import type { Control } from '../site.ts';
import * as on from './x.selectors.ts';
import { testId } from './x-bar.ts';
import { articleAround, pagePath, pathOf, personIn, profileOf, readPost } from './x-post.ts';

const GROUP_PATH = /^\/i\/communities\/(\d+)/;

function account(fields: Partial<Post> & Pick<Post, 'key'>): Post {
  const text = fields.text ?? '';
  return {
    author: '',
    handle: '',
    alts: [],
    link: '',
    quoted: null,
    group: null,
    ...fields,
    text,
    hashtags: hashtagsIn(text),
  };
}

function textOf(element: Element | null | undefined): string {
  return element == null ? '' : visibleText(element);
}

/** Part of a link, a button, a heading, a post or a draft; a row of people is a button as a whole. */
function isNamed(element: Element, part: Element): boolean {
  const named = element.closest(`a, ${on.BAR_BUTTON}, h1, h2, ${on.ARTICLE}, ${on.EDITOR}`);
  return named !== null && named !== part && part.contains(named);
}

/** Words of a row or card that are neither name, button nor link list: the description. */
function descriptionIn(part: Element): string {
  const named = part.querySelector(on.PROFILE_DESCRIPTION);
  if (named !== null) {
    return textOf(named);
  }
  const texts = [...part.querySelectorAll('[dir="auto"]')].filter(
    (element) => !isNamed(element, part) && element.querySelector('[dir="auto"]') === null,
  );
  return texts
    .map(textOf)
    .filter((text) => text !== '' && !/^@\w+$/.test(text))
    .join('\n');
}

/** A button that says the handle ("Follow @name") does so in every language (EN seen 2025-11, others inferred). */
function handleInLabel(element: Element): string {
  return /@(\w+)/.exec(labelOf(element))?.[1]?.toLowerCase() ?? '';
}

/** Nearest part around the button that links to an account; the head of a profile has no such link. */
function partAround(element: Element, handle: string): Element | undefined {
  const known = element.closest(`${on.USER_CELL}, ${on.HOVER_CARD}`);
  if (known !== null) {
    return known;
  }
  for (let node = element.parentElement; node !== null; node = node.parentElement) {
    if (node.querySelector(`${on.ARTICLE}, ${on.PROFILE_NAME}`) !== null || node.matches('main, body')) {
      return undefined;
    }
    const names = linksIn(node).map(profileOf);
    if (names.length > 0) {
      return handle === '' || names.includes(handle) ? node : undefined;
    }
  }
  return undefined;
}

/** Links to accounts; the tabs of a profile lead to it as well, and do not name it. */
function linksIn(part: Element): Element[] {
  return [...part.querySelectorAll('a[href]:not([role="tab"])')].filter((link) => profileOf(link) !== '');
}

function readPart(part: Element, handle: string): Post | undefined {
  const links = linksIn(part);
  const found = handle || links.map(profileOf)[0] || personIn(part).handle;
  const names = links
    .filter((link) => profileOf(link) === found)
    .map((link) => textOf(link).split('\n')[0] ?? '');
  const author = names.find((name) => name !== '' && !name.startsWith('@')) ?? '';
  return found === ''
    ? undefined
    : account({ key: `/${found}`, author: author || found, handle: found, text: descriptionIn(part) });
}

function readProfile(element: Element, handle: string): Post | undefined {
  const document = element.ownerDocument;
  const column = document.querySelector(on.PRIMARY_COLUMN);
  const own = /^\/(\w+)/.exec(pagePath(element))?.[1]?.toLowerCase() ?? '';
  const found = handle || (on.PAGES.includes(own) ? '' : own);
  if (found === '' || column === null) {
    return undefined;
  }
  const person = personIn(column.querySelector(on.PROFILE_NAME) ?? undefined);
  const heading = [...column.querySelectorAll('h1, h2')].map(textOf).find((text) => text !== '');
  const isOwn = found === own || found === person.handle;
  return account({
    key: `/${found}`,
    author: (isOwn ? person.name || heading : '') || found,
    handle: found,
    text: isOwn ? textOf(column.querySelector(on.PROFILE_DESCRIPTION)) : '',
  });
}

/** Author of a post, without what the post says: the follow is about the account. */
function authorOfPost(post: Element, handle: string): Post | undefined {
  const { author, handle: written } = readPost(post);
  const found = handle || written;
  return found === ''
    ? undefined
    : account({ key: `/${found}`, author: written === found ? author : found, handle: found });
}

function readGroup(element: Element): Post | undefined {
  const card = groupCard(element);
  const link = card?.querySelector(on.COMMUNITY_LINK) ?? undefined;
  const path = link === undefined ? pagePath(element) : pathOf(link);
  const id = GROUP_PATH.exec(path)?.[1];
  const part = card ?? element.ownerDocument.querySelector(on.PRIMARY_COLUMN) ?? undefined;
  if (id === undefined || part === undefined) {
    return undefined;
  }
  const heading = [...part.querySelectorAll('h1, h2, [role="heading"]')]
    .map(textOf)
    .find((text) => text !== '');
  const name = heading ?? textOf(link).split('\n')[0] ?? '';
  const text = descriptionIn(part);
  return name === ''
    ? undefined
    : account({ key: `/i/communities/${id}`, group: name, text: text === name ? '' : text });
}

/** A row of a list of communities; on the page of a community there is none. */
function groupCard(element: Element): Element | undefined {
  if (GROUP_PATH.test(pagePath(element))) {
    return undefined;
  }
  for (
    let node = element.parentElement;
    node !== null && !node.matches('main, body');
    node = node.parentElement
  ) {
    if (node.querySelector(on.COMMUNITY_LINK) !== null) {
      return node;
    }
  }
  return undefined;
}

/** @see Site.readAccount */
export function readAccount(control: Control): Post | undefined {
  const { action, element, post } = control;
  if (action === 'join' || action === 'post' || action === 'upload') {
    return readGroup(element);
  }
  if (action !== 'follow') {
    return undefined;
  }
  const query = new URL(element.ownerDocument.URL).searchParams.get('screen_name');
  const handle = (handleInLabel(element) || (query ?? '')).toLowerCase();
  const article = articleAround(element) ?? post;
  if (article !== undefined) {
    return authorOfPost(article, handle);
  }
  const part = partAround(element, handle);
  return (part && readPart(part, handle)) ?? readProfile(element, handle);
}

/** True for the button that joins: by id, else by words where a community is shown. */
export function joins(button: Element): boolean {
  if (on.JOIN_IDS.includes(testId(button))) {
    return true;
  }
  if (testId(button) !== '' || button.matches('a') || !isGroupPlace(button)) {
    return false;
  }
  const label = labelOf(button).toLowerCase();
  const group = readGroup(button)?.group?.toLowerCase() ?? '';
  return on.JOIN_LABELS.some((words) => label === words || (group !== '' && label === `${words} ${group}`));
}

function isGroupPlace(element: Element): boolean {
  return /^\/(?:\w+\/communities|i\/communities)\b/.test(pagePath(element));
}
