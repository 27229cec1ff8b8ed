import { parentAcross } from '../sites/dom.ts';
import type { Site } from '../sites/site.ts';

/** Presses outside of posts do not choose another post, so a few earlier ones are asked too. */
const REMEMBERED = 4;

/** The post that a shortcut key of the site acts on. */
export interface CurrentPost {
  /** Remembers what was pressed, or what a key gave the focus to. Constant work: nothing is looked up. */
  choose(element: Element | null | undefined): void;
  /** The post around the focus, else the last one chosen, else the one in the middle of the viewport. */
  find(): Element | undefined;
}

export function createCurrentPost(site: Site): CurrentPost {
  let chosen: Element[] = [];
  return {
    choose(element) {
      if (!element || element === chosen[0] || element === document.body) return;
      chosen = [element, ...chosen].slice(0, REMEMBERED);
    },
    find() {
      const posts = new Set(site.findPosts(document));
      const around = (from: Element | null): Element | undefined => {
        for (let node = from; node; node = parentAcross(node)) if (posts.has(node)) return node;
        return undefined;
      };
      const recent = [document.activeElement, ...chosen];
      for (const element of recent) {
        const post = element?.isConnected ? around(element) : undefined;
        if (post) return post;
      }
      return around(document.elementFromPoint(innerWidth / 2, innerHeight / 2));
    },
  };
}
