import type { ActionKind, Post } from '../core/types.ts';
import type { Control, Site } from '../sites/site.ts';

/** A share sheet is rarely open longer; after this the memory would name a post the person has forgotten. */
const OPENER_MS = 5 * 60_000;

/** Actions that are committed in a layer outside the post. Following or joining somebody is not about a post. */
const IN_LAYERS: readonly ActionKind[] = ['react', 'share', 'repost', 'quote', 'comment', 'reply'];

/**
 * Remembers the post whose control opened a layer (share sheet, repost menu), because the control that commits
 * stands outside the post. The post is read when the layer opens: its cell may be recycled before the commit.
 */
export interface Openers {
  remember(control: Control): void;
  postFor(control: Control): Post | undefined;
}

export function createOpeners(site: Site, now: () => number): Openers {
  let last: { post: Post; at: number } | undefined;
  return {
    remember(control) {
      if (control.post) last = { post: site.readPost(control.post), at: now() };
    },
    postFor(control) {
      if (control.post) return site.readPost(control.post);
      if (!IN_LAYERS.includes(control.action)) return undefined;
      // A reaction palette opens on hover, without a press to remember: it floats beside its own like button.
      if (control.action === 'react') return nearestPost(site, control.element);
      if (last && now() - last.at <= OPENER_MS) return last.post;
      return nearestPost(site, control.element);
    },
  };
}

function nearestPost(site: Site, element: Element): Post | undefined {
  const from = centre(element);
  let best: { control: Control; distance: number } | undefined;
  for (const control of site.findControls(element.ownerDocument)) {
    if (!control.post || (control.action !== 'like' && control.action !== 'share')) continue;
    const to = centre(control.element);
    const distance = Math.hypot(to.x - from.x, to.y - from.y);
    if (!best || distance < best.distance) best = { control, distance };
  }
  return best?.control.post && site.readPost(best.control.post);
}

function centre(element: Element): { x: number; y: number } {
  const box = element.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
