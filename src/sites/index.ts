/** The sites that the extension knows. */

import { facebook } from './facebook/facebook.ts';
import { instagram } from './instagram/instagram.ts';
import type { Site } from './site.ts';
import { x } from './x/x.ts';

export const sites: readonly Site[] = [facebook, instagram, x];

/** The site that serves this host name, or one below it (`id-id.facebook.com`), or undefined. */
export function siteFor(hostname: string): Site | undefined {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  return sites.find((site) => site.hosts.some((known) => host === known || host.endsWith(`.${known}`)));
}
