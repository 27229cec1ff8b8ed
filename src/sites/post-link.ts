import type { SiteId } from '../core/types.ts';

/** One part of an address: nothing that could end it, or begin a query. */
const PART = '[A-Za-z0-9._-]{1,100}';

interface LinkForm {
  readonly key: RegExp;
  /** Address with the parts of the key, in the order of their groups. */
  link(...parts: readonly string[]): string;
}

const FACEBOOK = 'https://www.facebook.com';

/**
 * From the key of a post, which adapters make of its number or code, to its address. Everything else that the page's
 * own link carried (trackers, tokens of the session) was left out of the key already, and is refused here again.
 */
const FORMS: Readonly<Record<SiteId, readonly LinkForm[]>> = {
  facebook: [
    {
      key: new RegExp(`^/groups/(${PART})/posts/(${PART})$`),
      link: (group, post) => `${FACEBOOK}/groups/${group}/posts/${post}/`,
    },
    {
      key: new RegExp(`^/(${PART})/(posts|videos)/(${PART})$`),
      link: (account, kind, post) => `${FACEBOOK}/${account}/${kind}/${post}/`,
    },
    { key: new RegExp(`^/reel/(${PART})$`), link: (reel) => `${FACEBOOK}/reel/${reel}/` },
    {
      key: new RegExp(`^/permalink\\.php\\?id=(${PART})&story_fbid=(${PART})$`),
      link: (account, story) => `${FACEBOOK}/permalink.php?story_fbid=${story}&id=${account}`,
    },
    { key: new RegExp(`^/photo\\?fbid=(${PART})$`), link: (photo) => `${FACEBOOK}/photo/?fbid=${photo}` },
    { key: new RegExp(`^/watch\\?v=(${PART})$`), link: (video) => `${FACEBOOK}/watch/?v=${video}` },
    { key: new RegExp(`^/groups/(${PART})$`), link: (group) => `${FACEBOOK}/groups/${group}/` },
  ],
  instagram: [
    {
      key: new RegExp(`^/(p|reel|reels|tv)/(${PART})/$`),
      link: (kind, code) => `https://www.instagram.com/${kind}/${code}/`,
    },
  ],
  x: [
    // X opens a post by its number alone, whoever wrote it: the account need not be kept.
    { key: /^\/\w{1,30}\/status\/(\d{1,25})$/, link: (post) => `https://x.com/i/status/${post}` },
  ],
};

/**
 * Address of a post or group, made anew of its key; null where the key is no address, and for accounts: whom a person
 * follows is never kept.
 */
export function postLink(site: SiteId, key: string): string | null {
  for (const { key: form, link } of FORMS[site]) {
    const found = form.exec(key);
    if (found) return link(...found.slice(1));
  }
  return null;
}
