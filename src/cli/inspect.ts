/** `inspect`: run a site adapter on a saved page and say what it finds. */

import { parseArgs } from 'node:util';
import { ACTION_KINDS, type ActionKind, type Post } from '../core/types.ts';
import { type Health, healthOf } from '../sites/health.ts';
import { siteFor, sites } from '../sites/index.ts';
import type { Site } from '../sites/site.ts';
import { reasonOf } from './io.ts';
import { loadPage, readSavedPage, type SavedPage } from './saved-page.ts';
import { pageOfStructure, StructureFault } from './structure-document.ts';

export const INSPECT_USAGE = 'Usage: jaga-netral inspect [--url URL] page.html|page.mhtml|report.json';

/** The part of a writable stream that is used. */
export interface Output {
  write(text: string): unknown;
}

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

/** Everything an adapter reads on a page. Controls whose action is done already are left out. */
export function inspectDocument(site: Site, document: Document): Inspection {
  const containers = site.findPosts(document);
  const posts = containers.map((container) => site.readPost(container));
  const controls = site
    .findControls(document)
    .filter((control) => !site.isDone(control))
    .map(({ action, role, label, post }) => {
      // The like of a comment has the comment as its post: the post around or beside it counts here.
      const at = post === undefined ? -1 : placeOf(post, containers);
      return { action, role, label, post: posts[at]?.key ?? null };
    });
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
 * Runs the command with the arguments after `inspect`.
 * @returns the exit code: 0, or 2 for a wrong call, a file that cannot be read or a host that no adapter knows.
 */
export async function inspect(
  args: readonly string[],
  io: { readonly stdout: Output; readonly stderr: Output },
): Promise<number> {
  const fail = (message: string) => {
    io.stderr.write(`${message}\n`);
    return 2;
  };
  const call = readCall(args);
  if (typeof call === 'string') {
    return fail(`inspect: ${call}\n${INSPECT_USAGE}`);
  }
  if (call.url !== undefined && !isWebAddress(call.url)) {
    return fail(`inspect: --url is not a web address: ${call.url}`);
  }
  const asked = call.url === undefined ? undefined : siteOf(call.url);
  if (call.url !== undefined && asked === undefined) {
    return fail(unknownSite(call.url));
  }
  let page: SavedPage;
  try {
    page = readSavedPage(call.file);
  } catch (error) {
    return fail(`inspect: cannot read ${call.file}: ${reasonOf(error)}`);
  }
  // No page begins with a brace; a structure report of the popup does.
  if (/^\s*\{/.test(page.html) || /\.json$/i.test(call.file)) {
    if (asked === undefined) {
      return fail(`inspect: --url is missing: a structure report names no address\n${INSPECT_USAGE}`);
    }
    try {
      page = { html: pageOfStructure(page.html, asked.id) };
    } catch (error) {
      if (error instanceof StructureFault) {
        return fail(`inspect: cannot use ${call.file} as a structure report: ${error.message}`);
      }
      throw error;
    }
  }
  const document = await loadPage(page, call.url);
  if (!isWebAddress(document.URL)) {
    return fail(`inspect: --url is missing, and the page names no address\n${INSPECT_USAGE}`);
  }
  const site = siteOf(document.URL);
  if (site === undefined) {
    return fail(unknownSite(document.URL));
  }
  io.stdout.write(`${JSON.stringify(inspectDocument(site, document), null, 2)}\n`);
  return 0;
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

function siteOf(url: string): Site | undefined {
  return siteFor(new URL(url).hostname);
}

function unknownSite(url: string): string {
  const known = sites.flatMap((one) => one.hosts).join(', ');
  return `inspect: no site is known for ${new URL(url).hostname}. Known: ${known}`;
}

interface Call {
  /** Where the page says nothing of its address, or to say another one. */
  readonly url: string | undefined;
  readonly file: string;
}

function readCall(args: readonly string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { url: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) {
      return 'exactly one saved page is needed';
    }
    return { url: values.url, file };
  } catch (error) {
    return reasonOf(error);
  }
}
