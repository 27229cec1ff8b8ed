import type { SiteId } from '../../core/types.ts';

const DOMAINS: Readonly<Record<SiteId, readonly string[]>> = {
  facebook: ['facebook.com'],
  instagram: ['instagram.com'],
  x: ['x.com', 'twitter.com'],
};

/** The address of a post as it may be opened, or undefined: what was stored came from a page once. */
export function postLink(link: string | null | undefined, site: SiteId): string | undefined {
  if (link === null || link === undefined || !URL.canParse(link)) return undefined;
  const { href, protocol, hostname, port, username, password } = new URL(link);
  const isOfSite = DOMAINS[site].some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
  return protocol === 'https:' && isOfSite && `${port}${username}${password}` === '' ? href : undefined;
}
