/** Addresses of Facebook: which post, account or group a link leads to. */

import { oncePerMoment } from '../moment.ts';

/** Address of a link on Facebook, or undefined when it cannot be parsed. */
export const urlOf = oncePerMoment((link: Element): URL | undefined => {
  try {
    return new URL(link.getAttribute('href') ?? '', 'https://www.facebook.com/');
  } catch {
    return undefined;
  }
});

export function isFacebook(url: URL): boolean {
  return /(^|\.)facebook\.com$/.test(url.hostname);
}

/** Canonical address of a post without tracking, or undefined when the link leads to no post. */
export function permalinkOf(url: URL): string | undefined {
  if (!isFacebook(url)) {
    return undefined;
  }
  const path = url.pathname.replace(/\/+$/, '');
  const group = /^\/groups\/([^/]+)\/(?:posts|permalink)\/([^/]+)$/.exec(path);
  if (group !== null) {
    return `/groups/${group[1]}/posts/${group[2]}`;
  }
  const parameter = (name: string) => url.searchParams.get(name);
  if (/^\/groups\/[^/]+$/.test(path) && parameter('multi_permalinks') !== null) {
    return `${path}/posts/${parameter('multi_permalinks')}`;
  }
  if (/^\/[^/]+\/(?:posts|videos|photos)\/[^/]+(?:\/[^/]+)?$/.test(path) || /^\/reel\/[^/]+$/.test(path)) {
    return path;
  }
  const story = parameter('story_fbid');
  if (/^\/(?:permalink|story)\.php$/.test(path) && story !== null) {
    return `/permalink.php?id=${parameter('id') ?? ''}&story_fbid=${story}`;
  }
  const photo = parameter('fbid');
  if (/^\/photo(?:\.php)?$/.test(path) && photo !== null) {
    return `/photo?fbid=${photo}`;
  }
  const video = parameter('v');
  return path === '/watch' && video !== null ? `/watch?v=${video}` : undefined;
}

/** First parts of an address that name no account. */
const RESERVED =
  /^(groups|people|profile\.php|pages|hashtag|watch|reel|reels|photo|photo\.php|permalink\.php|story\.php|stories|events|friends|messages|notifications|search|marketplace|gaming|help|policies|settings|login|login\.php|plugins|sharer|sharer\.php|dialog|home\.php|business|privacy|recover|reg|r\.php|l\.php|bookmarks|memories|saved|live|media|share)$/;

/** Vanity name in a profile address, lower case, or ''. */
export function handleOf(url: URL | undefined): string {
  const [, name = ''] = /^\/([A-Za-z0-9.]+)\/?$/.exec(url?.pathname ?? '') ?? [];
  return url !== undefined && isFacebook(url) && !RESERVED.test(name) ? name.toLowerCase() : '';
}

/** Canonical path of a group, or undefined. */
export function groupOf(url: URL | undefined): string | undefined {
  const [, id] = /^\/groups\/([^/]+)\/?$/.exec(url?.pathname ?? '') ?? [];
  return url !== undefined && isFacebook(url) && id !== undefined && !/^(feed|discover|joins)$/.test(id)
    ? `/groups/${id}`
    : undefined;
}

/** Canonical path of a person or page, or undefined. */
export function accountOf(url: URL | undefined): string | undefined {
  if (url === undefined || !isFacebook(url)) {
    return undefined;
  }
  const id = url.pathname === '/profile.php' ? url.searchParams.get('id') : null;
  const [, number] = /^\/(?:people|pages|p)\/[^/]+?[/-](\d+)\/?$/.exec(url.pathname) ?? [];
  const [, member] = /^\/groups\/[^/]+\/user\/(\d+)\/?$/.exec(url.pathname) ?? [];
  const found = id ?? number ?? member;
  return found === null || found === undefined
    ? handleOf(url) === ''
      ? undefined
      : `/${handleOf(url)}`
    : `/profile.php?id=${found}`;
}
