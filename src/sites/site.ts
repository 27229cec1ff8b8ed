import type { ActionKind, Post, SiteId } from '../core/types.ts';
import type { Steps } from './steps.ts';
import type { Surface } from './surface.ts';

/** One thing the user did, as an adapter needs to see it. `path` is innermost first, elements only. */
export type Trigger =
  | { readonly type: 'press'; readonly path: readonly Element[] }
  | {
      readonly type: 'key';
      readonly path: readonly Element[];
      readonly key: string;
      readonly shift: boolean;
      readonly alt: boolean;
      /** Ctrl, or Command on macOS. */
      readonly command: boolean;
      /** Bare key that went down within a second before this one, outside of fields; '' for none. */
      readonly before: string;
      /**
       * Post that a shortcut key of the site means: around the focus, else the last one that a press or key chose,
       * else in the middle of the viewport. Asked only when a key is a shortcut.
       */
      readonly current: () => Element | undefined;
    }
  /** Second click of a double click, or second tap, on a picture or video. */
  | { readonly type: 'double'; readonly path: readonly Element[] }
  /** Files that were picked (`path` begins with the input), pasted or dropped. */
  | { readonly type: 'files'; readonly path: readonly Element[] };

/**
 * A control of the page that performs an action (`commit`) or opens the layer in which it is performed (`open`,
 * such as Facebook's share button or X's repost menu).
 */
export interface Control {
  readonly action: ActionKind;
  readonly role: 'commit' | 'open';
  /** The element that is pressed, or the editor in which Enter sends. */
  readonly element: Element;
  /** Accessible name or visible text, for people. */
  readonly label: string;
  /** Post container, or undefined in a layer outside the post: then the post of the opener counts. */
  readonly post: Element | undefined;
  /** Where the user's own words stand, for comments, replies and drafts. */
  readonly editor: Element | undefined;
}

/** How a confirmed action is performed on this site (measured, `docs/architecture.md`). */
export type ReplayForm =
  /** `element.click()`: the site acts on click. */
  | 'click'
  /** The whole sequence pointerdown, mousedown, pointerup, mouseup, click. */
  | 'pointer'
  /** A synthetic Enter on the editor; used only where no submit button exists. */
  | 'enter'
  /** A whole double click on an element that has no button for it, such as a message. */
  | 'double';

/** Everything that is known about one site. Adapters hold no state beyond a moment (`moment.ts`) and touch no browser API. */
export interface Site {
  readonly id: SiteId;
  readonly hosts: readonly string[];
  /** Post containers below `root`, in document order, outermost only. */
  findPosts(root: ParentNode): Element[];
  /** Reads what a person sees of a post; bounded, without layout. */
  readPost(container: Element): Post;
  /** The control that this trigger uses, or undefined when the event is none of our business. */
  findControl(trigger: Trigger): Control | undefined;
  /** Every control below `root` that is recognised, for replay, health and `inspect`. */
  findControls(root: ParentNode): Control[];
  /**
   * The account, page or group that a follow, friend request, join or new post is about, read from what stands around
   * the control: name as `author`, or as `group` for a group, `handle`, description as `text`. Undefined when nothing
   * names it.
   */
  readAccount(control: Control): Post | undefined;
  /** Where the page is, by its address and landmarks. */
  surfaceOf(document: Document): Surface;
  /** Actions whose controls a surface always shows once it has loaded; health compares. */
  readonly expected: Readonly<Partial<Record<Surface, readonly ActionKind[]>>>;
  /** Controls inside posts that look like actions and are not recognised: a sign that the page has changed. */
  countUnknown(root: ParentNode): number;
  readOwnWords(editor: Element): string;
  /** True when the action is done already (a post that is liked): performing it again would undo it. */
  isDone(control: Control): boolean;
  /** The site's own send button beside an editor, if it exists at this moment. */
  submitButton(editor: Element): Element | undefined;
  replayForm(control: Control): ReplayForm;
  /** For a page that is in use; without it a look at one does the whole of each question at once. */
  readonly inSteps?: SiteInSteps;
}

/** What health asks, the same answers in steps that are short on a slow machine. */
export interface SiteInSteps {
  surfaceOf(document: Document): Steps<Surface>;
  /** So many posts of the end of a long page, in document order; all posts of a page that has fewer. */
  lastPosts(document: Document, most: number): Steps<readonly Element[]>;
  findControls(roots: readonly ParentNode[]): Steps<readonly Control[]>;
  /** `controls`: what was found below `root` a moment ago. */
  countUnknown(root: ParentNode, controls: readonly Control[]): Steps<number>;
}
