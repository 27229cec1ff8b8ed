/** `inspect`: run a site adapter on a saved page and say what it finds. */

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ACTION_KINDS, type ActionKind, type Post } from '../core/types.ts';
import { type Health, healthOf } from '../sites/health.ts';
import { siteFor, sites } from '../sites/index.ts';
import type { Site } from '../sites/site.ts';
import { useSavedStyles } from './saved-styles.ts';
import { pageOfStructure, StructureFault } from './structure-document.ts';

export const INSPECT_USAGE = 'Usage: jaga-netral inspect --url URL page.html|report.json';

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

/** Everything an adapter reads on a page. Controls whose action is done already are left out. */
export function inspectDocument(site: Site, document: Document): Inspection {
  const containers = site.findPosts(document);
  const posts = containers.map((container) => site.readPost(container));
  const controls = site
    .findControls(document)
    .filter((control) => !site.isDone(control))
    .map(({ action, role, label, post }) => {
      // The like of a comment has the comment as its post: the post around it counts here.
      const key = posts[containers.findIndex((container) => post && container.contains(post))]?.key;
      return { action, role, label, post: key ?? null };
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

/** The saved page as a document: no script runs, nothing is fetched, and its style sheets are read by us. */
export async function loadPage(html: string, url: string): Promise<Document> {
  const { JSDOM, VirtualConsole } = await import('jsdom');
  // With an unknown type jsdom keeps the text of a style sheet and does not parse it, which takes seconds.
  const quiet = html.replace(/<style\b/gi, '<style type="text/saved"');
  const { window } = new JSDOM(quiet, { url, virtualConsole: new VirtualConsole() });
  useSavedStyles(window.document);
  return window.document;
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
  const url = URL.canParse(call.url) ? new URL(call.url) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    return fail(`inspect: --url is not a web address: ${call.url}`);
  }
  const site = siteFor(url.hostname);
  if (site === undefined) {
    const known = sites.flatMap((one) => one.hosts).join(', ');
    return fail(`inspect: no site is known for ${url.hostname}. Known: ${known}`);
  }
  let html: string;
  try {
    html = await readFile(call.file, 'utf8');
  } catch (error) {
    return fail(
      `inspect: cannot read ${call.file}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  try {
    // No page begins with a brace; a structure report of the popup does.
    if (/^\s*\{/.test(html) || /\.json$/i.test(call.file)) html = pageOfStructure(html, site.id);
  } catch (error) {
    if (error instanceof StructureFault) {
      return fail(`inspect: cannot use ${call.file} as a structure report: ${error.message}`);
    }
    throw error;
  }
  const document = await loadPage(html, url.href);
  io.stdout.write(`${JSON.stringify(inspectDocument(site, document), null, 2)}\n`);
  return 0;
}

function readCall(args: readonly string[]): { readonly url: string; readonly file: string } | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { url: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (values.url === undefined) {
      return '--url is missing';
    }
    if (file === undefined || more.length > 0) {
      return 'exactly one saved page is needed';
    }
    return { url: values.url, file };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
