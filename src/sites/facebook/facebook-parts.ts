/** The parts of one post: header, messages, what is described, what is shared. */

import { isShown, outermost, queryAll, visibleText } from '../dom.ts';
import { oncePerMoment } from '../moment.ts';
import * as S from './facebook.selectors.ts';
import { accountOf, groupOf, urlOf } from './facebook-address.ts';
import { resolve } from './facebook-find.ts';

export const LABEL_LIMIT = 200;

/** The parts of one post. `described` is timestamp, message, attachment, reactions, comment count. */
export interface Parts {
  readonly container: Element;
  readonly header: Element | undefined;
  readonly described: readonly (Element | undefined)[];
  readonly sharedHeader: Element | undefined;
  readonly messages: readonly Element[];
}

const FOREIGN = `${S.DECOY}, ${S.COMMENT}, form, [hidden], ${S.LAYER}`;

/** True for what stands in the container without being the post: comments, forms, decoys, hidden things. */
function isForeign(element: Element, container: Element): boolean {
  const around = element.closest(FOREIGN);
  const isInside = around !== null && around !== container && container.contains(around);
  return isInside || !isShown(element);
}

export function ownParts(container: Element, selector: string): Element[] {
  return queryAll(container, selector).filter((element) => !isForeign(element, container));
}

export function partsOf(container: Element): Parts {
  const described = resolve(container, 'aria-describedby');
  const names = outermost(ownParts(container, S.PROFILE_NAME));
  const labelled = resolve(container, 'aria-labelledby').find((part) => part !== undefined);
  const headings = ownParts(container, S.HEADING).filter(
    (heading) => heading.querySelector('a[href]') !== null && heading.closest(S.PREVIEW_TEXT) === null,
  );
  const messages = messagesOf(container, described[1]);
  const header =
    labelled ??
    names[0] ??
    headings[0] ??
    // A page without headings and markers: the first link to an account.
    ownParts(container, 'a[href]').find(
      (link) => (accountOf(urlOf(link)) ?? groupOf(urlOf(link))) !== undefined && lineOf(link) !== '',
    );
  const isOther = (element: Element) =>
    header !== undefined &&
    !header.contains(element) &&
    !element.contains(header) &&
    isAfter(element, header);
  const others = names.some(isOther) ? names.filter(isOther) : headings.filter(isOther);
  const [first] = others;
  // Of the friends who have shared it, the one who says something.
  const said = first && messages.find((message) => isAfter(message, first));
  const sharedHeader = (said && others.findLast((other) => isAfter(said, other))) ?? first;
  return { container, header, described, sharedHeader, messages };
}

/**
 * What is described as the message comes first: in large letters it has no marker, and those of the cards below would
 * stand for it (seen 2026-11-29, a feed of 2022).
 */
function messagesOf(container: Element, described: Element | undefined): Element[] {
  const marked = outermost(ownParts(container, S.MESSAGE));
  const isApart =
    described !== undefined &&
    marked.length > 0 &&
    !marked.some((message) => message.contains(described) || described.contains(message)) &&
    !isForeign(described, container);
  return isApart ? [described, ...marked] : marked;
}

export function isAfter(element: Element, other: Element): boolean {
  return (other.compareDocumentPosition(element) & 4) !== 0;
}

export function isPressable(element: Element): boolean {
  return element.matches('[role="button"], button, [role="menu"]');
}

/** One line of text, without buttons ("Follow", "Join", "See more") and decoys. */
export const lineOf = oncePerMoment((element: Element): string => {
  const text = visibleText(element, {
    limit: LABEL_LIMIT,
    skip: (part) => isPressable(part) || part.matches(S.DECOY),
  });
  return (text.split('\n')[0] ?? '').trim();
});

/** The name of the page. The first heading of the mobile renderer is a hidden warning (seen 2026-11-29). */
export const titleOf = oncePerMoment((document: Document): Element | undefined =>
  queryAll(document, S.TITLE).find((title) => isShown(title) && lineOf(title) !== ''),
);

export function linksIn(root: Element): Element[] {
  return queryAll(root, 'a[href]').filter((link) => !isPressable(link) && lineOf(link) !== '');
}
