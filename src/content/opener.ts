import type { ActionKind, Post } from '../core/types.ts';
import { BUTTON, isShown, parentAcross } from '../sites/dom.ts';
import type { Control, Site } from '../sites/site.ts';
import type { SubjectKind } from './held-action.ts';
import { layersBeside } from './layers.ts';
import { nearParts, viewHeight } from './near-parts.ts';

/** A share sheet is rarely open longer; after this the memory would name a post the person has forgotten. */
const OPENER_MS = 5 * 60_000;
/** A palette closes soon after the pointer has left it. */
const HOVER_MS = 30_000;
/** Elements the pointer may cross between a like button and the reaction above it. */
const HOVERED = 24;

/** Actions that are committed in a layer outside the post. Following or joining somebody is not about a post. */
const IN_LAYERS: readonly ActionKind[] = ['react', 'share', 'repost', 'quote', 'comment', 'reply'];
const PALETTE: readonly ActionKind[] = ['like', 'react'];

export interface Subject {
  readonly subject: Post | undefined;
  readonly about: SubjectKind;
}

/**
 * Knows what an action is about. The control that commits often stands in a layer outside of the post (share sheet,
 * repost menu): then it is the post whose control opened the layer. That post is read when the layer opens, because
 * its cell may be recycled before the commit.
 */
export interface Openers {
  remember(control: Control): void;
  /** What the pointer came upon: reaction palettes open on hover. Constant work. */
  hover(element: Element | undefined): void;
  /** At the begin of every press and stroke: forgets the opener once its layer has been seen and is gone. */
  look(): void;
  subjectOf(control: Control): Subject;
}

interface Opener {
  readonly post: Post;
  readonly container: Element;
  readonly action: ActionKind;
  readonly at: number;
  /** Layers that were there before this one. */
  readonly before: WeakSet<Element>;
  wasSeen: boolean;
}

export function createOpeners(site: Site, now: () => number): Openers {
  let last: Opener | undefined;
  let hovered: { readonly element: Element; readonly at: number }[] = [];

  function postFor(control: Control): Post | undefined {
    if (control.action === 'react') {
      const hover = hoveredPost(control.element);
      if (hover && !(last && PALETTE.includes(last.action) && last.at > hover.at)) return hover.post;
      if (last && PALETTE.includes(last.action)) return last.post;
      // Neither hovered nor opened, as after a long press: a palette floats beside its own like button.
      return nearestPost(site, control.element);
    }
    return last?.post ?? nearestPost(site, control.element);
  }

  function hoveredPost(palette: Element): { readonly post: Post; readonly at: number } | undefined {
    for (const { element, at } of hovered) {
      if (now() - at > HOVER_MS) return undefined;
      if (!element.isConnected || palette.contains(element)) continue;
      const control = site.findControl({ type: 'press', path: pathTo(element) });
      if (control?.post && PALETTE.includes(control.action)) return { post: site.readPost(control.post), at };
    }
    return undefined;
  }

  return {
    remember(control) {
      if (!control.post) return;
      last = {
        post: site.readPost(control.post),
        container: control.post,
        action: control.action,
        at: now(),
        before: new WeakSet(layersBeside(control.post)),
        wasSeen: false,
      };
    },
    hover(element) {
      if (element) hovered = [{ element, at: now() }, ...hovered.slice(0, HOVERED - 1)];
    },
    look() {
      if (!last) return;
      const { before, at, container } = last;
      const isOpen = layersBeside(container).some((layer) => !before.has(layer) && isShown(layer));
      if ((last.wasSeen && !isOpen) || now() - at > OPENER_MS) last = undefined;
      else last.wasSeen ||= isOpen;
    },
    subjectOf(control) {
      if (control.post) return { subject: site.readPost(control.post), about: 'post' };
      if (IN_LAYERS.includes(control.action)) {
        if (last && now() - last.at > OPENER_MS) last = undefined;
        const subject = postFor(control);
        if (subject) return { subject, about: 'layer' };
      }
      return { subject: site.readAccount(control), about: 'account' };
    },
  };
}

/** Elements from this one outwards, as `composedPath()` gives them. */
export function pathTo(element: Element): Element[] {
  const path: Element[] = [];
  for (let node: Element | null = element; node; node = parentAcross(node)) path.push(node);
  return path;
}

/** In a long feed only what is near is searched, unless that holds none as near as what was left out may be. */
function nearestPost(site: Site, element: Element): Post | undefined {
  const { ownerDocument } = element;
  const parts = nearParts(ownerDocument);
  let best = nearestIn(site, element, parts);
  const isWhole = parts[0] === ownerDocument;
  if (!isWhole && (!best || best.distance > viewHeight(ownerDocument)))
    best = nearestIn(site, element, [ownerDocument]);
  return best && site.readPost(best.post);
}

function nearestIn(
  site: Site,
  element: Element,
  parts: readonly ParentNode[],
): { readonly post: Element; readonly distance: number } | undefined {
  const from = centre(element);
  let best: { post: Element; distance: number } | undefined;
  for (const { action, post, element: other } of parts.flatMap((part) => controlsOf(site, part))) {
    if (!post || (action !== 'like' && action !== 'share')) continue;
    const to = centre(other);
    const distance = Math.hypot(to.x - from.x, to.y - from.y);
    if (!best || distance < best.distance) best = { post, distance };
  }
  return best;
}

/** A part may be a button itself: that of the one post whose comments are the long list, or one to begin a new post. */
function controlsOf(site: Site, part: ParentNode): readonly Control[] {
  if (!(part instanceof Element && part.matches(BUTTON))) return site.findControls(part);
  const control = site.findControl({ type: 'press', path: pathTo(part) });
  return control ? [control] : [];
}

function centre(element: Element): { x: number; y: number } {
  const box = element.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
