/** `inspect`: run a site adapter on a saved page and say what it finds. */

import { ACTION_KINDS, type ActionKind, type Post } from '../../core/types.ts';
import { type Health, healthOf } from '../../sites/health.ts';
import { siteFor, sites } from '../../sites/index.ts';
import type { Site } from '../../sites/site.ts';
import { STRUCTURE_FORMAT } from '../../sites/structure-report.ts';
import { readArguments } from '../arguments.ts';
import type { Io } from '../io.ts';
import { CommandFault, WrongCall } from '../speech.ts';
import { loadPage, readSavedPage } from './saved-page.ts';
import { pageOfStructure, StructureFault } from './structure-document.ts';

export interface InspectedControl {
  readonly action: ActionKind;
  readonly role: 'commit' | 'open';
  readonly label: string;
  /** Key of the post that the control belongs to, or null in a layer outside the posts. */
  readonly post: string | null;
}

export interface Inspection {
  readonly site: Site['id'];
  readonly posts: readonly Post[];
  readonly controls: readonly InspectedControl[];
  readonly health: {
    readonly posts: number;
    readonly controls: Partial<Record<ActionKind, number>>;
    /** `no-controls`: posts are found but none of their like, comment or share controls. */
    readonly state: 'ok' | 'no-posts' | 'no-controls';
  };
  /** What the popup of the extension would say of the page. */
  readonly view: Health;
}

/** Index of the innermost post that holds the element, else of the only post in its dialog or on the page; else -1. */
function placeOf(element: Element, containers: readonly Element[]): number {
  const around = containers.findLastIndex((container) => container.contains(element));
  const layer = element.closest('[role="dialog"]');
  const near = containers.filter((container) => layer === null || layer.contains(container));
  return around >= 0 || near[0] === undefined || near.length > 1 ? around : containers.indexOf(near[0]);
}

/** Posts and controls that an adapter finds on a page. Controls whose action is done already are left out. */
export function findOnPage(site: Site, document: Document): Pick<Inspection, 'posts' | 'controls'> {
  const containers = site.findPosts(document);
  const posts = containers.map((container) => site.readPost(container));
  const found = site.findControls(document).filter((control) => !site.isDone(control));
  const controls = found.map(({ action, role, label, post }) => {
    // The like of a comment has the comment as its post: the post around or beside it counts here, or that of its reply.
    const at = post === undefined ? -1 : placeOf(post, containers);
    const reply =
      at < 0 ? found.find((other) => other.action === 'reply' && post?.contains(other.element)) : undefined;
    const place = reply?.post === undefined ? at : containers.indexOf(reply.post);
    return { action, role, label, post: posts[place]?.key ?? null };
  });
  return { posts, controls };
}

/** Everything an adapter reads on a page, with what the popup would say of it. */
export function inspectDocument(site: Site, document: Document): Inspection {
  const { posts, controls } = findOnPage(site, document);
  const counts: Partial<Record<ActionKind, number>> = {};
  for (const action of ACTION_KINDS) {
    const count = controls.filter((control) => control.action === action).length;
    if (count > 0) {
      counts[action] = count;
    }
  }
  const hasControl = controls.some((control) => control.post !== null);
  const state = posts.length === 0 ? 'no-posts' : hasControl ? 'ok' : 'no-controls';
  return {
    site: site.id,
    posts,
    controls,
    health: { posts: posts.length, controls: counts, state },
    view: healthOf(site, document),
  };
}

/**
 * Runs the command with the arguments after `inspect`. Resolves to the exit code.
 *
 * @throws UsageError for a wrong call, a file that cannot be read or a host that no adapter knows
 */
export async function inspect(args: readonly string[], io: Pick<Io, 'stdout'>): Promise<number> {
  const { values, positionals } = readArguments(args, { url: { type: 'string' } }, 1);
  const { url } = values;
  const [file = ''] = positionals;
  if (url !== undefined && !isWebAddress(url)) throw new WrongCall('inspect.address', { url });
  const asked = url === undefined ? undefined : siteOf(url);
  let page = readSavedPage(file);
  // No page begins with a brace; a structure report of the popup does.
  if (/^\s*\{/.test(page.html) || /\.json$/i.test(file)) {
    if (asked === undefined) throw new WrongCall('inspect.report-address');
    page = { html: structureIn(page.html, asked.id, file) };
  }
  const document = await loadPage(page, url);
  if (!isWebAddress(document.URL)) throw new WrongCall('inspect.no-address');
  io.stdout.write(`${JSON.stringify(inspectDocument(siteOf(document.URL), document), null, 2)}\n`);
  return 0;
}

function structureIn(text: string, site: Site['id'], path: string): string {
  try {
    return pageOfStructure(text, site);
  } catch (error) {
    if (!(error instanceof StructureFault)) throw error;
    throw new CommandFault(`report.${error.reason}`, { path, site, format: STRUCTURE_FORMAT });
  }
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

function siteOf(url: string): Site {
  const { hostname } = new URL(url);
  const site = siteFor(hostname);
  if (site !== undefined) return site;
  const known = sites.flatMap((one) => one.hosts).join(', ');
  throw new CommandFault('inspect.unknown-site', { host: hostname, known });
}
