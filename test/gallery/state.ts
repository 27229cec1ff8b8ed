import type { Page } from 'playwright';
import type { Settings } from '../../src/core/settings/settings.ts';
import type { MessageName } from '../../src/shared/messages.ts';

/** What is answered in place of the background: a value, a fault as it tells one, nobody there, or nothing ever. */
export type Answer =
  | { readonly value: unknown }
  | { readonly failure: string }
  | { readonly nobody: true }
  | { readonly never: true };

/** The first for the first question, and so on; the last one for all that follow. */
export type Answers = Partial<Readonly<Record<MessageName, readonly Answer[]>>>;

/** Which part of the page is in the picture; the whole of it unless this says otherwise. */
export type Part =
  /** A group of the settings, by the key of its heading. */
  | { readonly section: string }
  | { readonly selector: string }
  /** What the window shows, for what lies above the page. */
  | 'window';

/** One state of a page of the extension that a person may see. */
export interface GalleryState {
  /** Name of its picture. */
  readonly name: string;
  /** In one line, for who looks at the picture. */
  readonly shows: string;
  /** Below `pages/`. */
  readonly address: string;
  /** Over the settings of a fresh install. */
  readonly settings?: Partial<Settings>;
  readonly answers?: Answers;
  /** Run in the page before its own scripts: JavaScript. */
  readonly before?: string;
  /** What is there once the state is. */
  readonly ready: string;
  act?(page: Page): Promise<void>;
  readonly part?: Part;
  /** The page cannot know the language that was chosen. */
  readonly isWithoutSettings?: true;
  /** CSS pixels, when it is not the usual one. */
  readonly width?: number;
}

export interface GalleryPage {
  readonly title: string;
  readonly states: readonly GalleryState[];
}
