/** Instagram: what addresses say, of the page and of the links in it. */

import { oncePerMoment } from '../moment.ts';
import type { Surface } from '../surface.ts';
import * as on from './instagram.selectors.ts';

const SITE = 'https://www.instagram.com';
/** Nothing that parsing would change: no escapes, no other host, no dots that lead upwards. */
const PLAIN_PATH = /^(?!\/\/|.*\/\.)\/[\w./-]*$/;

function parts(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

/** Path segments of an address on this site, empty for any other; saved pages have absolute addresses. */
export function segmentsOf(address: string): string[] {
  // Nearly every link of the site is a plain path, and each press asks dozens of them.
  if (PLAIN_PATH.test(address)) {
    return parts(address);
  }
  if (!URL.canParse(address, SITE)) {
    return [];
  }
  const url = new URL(address, SITE);
  return on.HOSTS.includes(url.hostname) ? parts(url.pathname) : [];
}

/** Segments of the address of the page that the element stands in. */
export function pageSegments(node: Node): readonly string[] {
  return addressOf(node.ownerDocument ?? (node as Document));
}

const addressOf = oncePerMoment((page: Document): readonly string[] => segmentsOf(page.URL));

function isAccountName(name: string): boolean {
  return /^[\w.]+$/.test(name) && !on.RESERVED_PATHS.includes(name);
}

/** Account name that a link leads to, '' where it leads elsewhere. Reels link to `/<account>/reels/`. */
export const accountOf = oncePerMoment((link: Element): string => {
  const [name = '', tab, ...rest] = linkSegments(link);
  const isProfile = rest.length === 0 && (tab === undefined || tab === on.REELS_PATH);
  return isProfile && isAccountName(name) ? name.toLowerCase() : '';
});

/** Segments of the address that a link leads to, empty where it leads elsewhere. */
export const linkSegments = oncePerMoment((link: Element): readonly string[] =>
  segmentsOf(link.getAttribute('href') ?? ''),
);

export const accountLinks = oncePerMoment((root: ParentNode): readonly Element[] =>
  [...root.querySelectorAll('a[href]')].filter((link) => accountOf(link) !== ''),
);

/** Account whose profile the page is, or ''. */
export function pageAccount(node: Node): string {
  const [name = ''] = pageSegments(node);
  return isAccountName(name) ? name.toLowerCase() : '';
}

/** Code of the post in `/p/<code>/`, `/reel/<code>/` or `/<account>/p/<code>/`, as the path that is its key. */
export function permalinkIn(segments: readonly string[]): string | undefined {
  const at = segments.slice(0, 2).findIndex((part) => on.POST_PATHS.includes(part));
  const code = segments[at + 1];
  return at < 0 || code === undefined || code === 'audio' ? undefined : `/${segments[at]}/${code}/`;
}

export function permalinkOf(link: Element): string | undefined {
  return permalinkIn(linkSegments(link));
}

const BY_FIRST_SEGMENT: Readonly<Record<string, Surface>> = {
  [on.REELS_PATH]: 'reels',
  [on.STORIES_PATH]: 'story',
  [on.MESSAGES_PATH]: 'messages',
  explore: 'search',
  popular: 'search',
  notifications: 'notifications',
};

/**
 * Surface by the address alone. A phone gets the same pages, so its width is no surface of its own, and a hover card
 * is a layer over any of them.
 */
export const surfaceByAddress = oncePerMoment((page: Document): Surface => {
  const segments = pageSegments(page);
  const [first, second] = segments;
  if (first === undefined) {
    return 'feed';
  }
  if (permalinkIn(segments) !== undefined) {
    return segments.includes(on.EMBED_PATH) ? 'plugin' : 'permalink';
  }
  if (first === 'explore' && second === 'people') {
    return 'suggestions';
  }
  if (first === 'accounts' && second === 'activity') {
    return 'notifications';
  }
  const known = BY_FIRST_SEGMENT[first];
  if (known !== undefined) {
    return known;
  }
  return isAccountName(first) ? (second === on.LIVE_PATH ? 'live' : 'profile') : 'other';
});
