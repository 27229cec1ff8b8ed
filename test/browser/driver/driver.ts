import { PATIENCE_MS } from '../../patience.ts';

/** How a browser is started, in either of them. */
export interface StartOptions {
  readonly extension?: string;
  /** With the extension that looks into the closed root of the reminder (`witness/`). */
  readonly witness?: boolean;
  /** Leaves the page of the first run open, and the log without rows until it ends. */
  readonly firstRun?: boolean;
  /** The extension may work in private windows. */
  readonly privateWindows?: boolean;
  /** Notes what consoles say and what is asked of the network. */
  readonly listens?: boolean;
  /** A host on this machine that the extension may ask for signed packs. */
  readonly packHost?: { readonly name: string; readonly port: number };
  /** Started instead of the browser that was found, see `policies.ts`. */
  readonly program?: string;
  /** A policy installs the extension. */
  readonly byPolicy?: boolean;
}

/** What the tests need of a browser, so that one set of tests runs in both. */
export interface TestBrowser {
  readonly name: 'chromium' | 'firefox';
  /** Folder of its files. */
  readonly profile: string;
  /** Host of the pages of the extension; the files of its storages lie in folders of this name. */
  readonly extensionHost: string;
  /** A new tab on a fixture page of a true host name. */
  open(address: string): Promise<Tab>;
  /** A tab in a private window, of a browser that was started with `privateWindows`. */
  openPrivate(address: string): Promise<Tab>;
  /** What its consoles said and its network was asked for, of a browser that was started with `listens`. */
  heard(): Promise<Heard>;
  /** A page of the extension, such as `pages/log/index.html`. */
  openExtensionPage(path: string): Promise<Tab>;
  /** A page of the extension that it opened itself, once it is there. */
  openedExtensionPage(path: string): Promise<Tab>;
  /** Ends the background as the browser does after half a minute without work: the next event starts it anew. */
  stopBackground(): Promise<void>;
  close(): Promise<void>;
}

/** As text, to be searched. */
export interface Heard {
  /** Of pages, content scripts and the background. */
  readonly console: string;
  readonly network: string;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** What a tab has until it is resized. */
export const TAB_SIZE: Size = { width: 1000, height: 800 };

export interface Tab {
  /** Value of a JavaScript expression in the page's own world; promises are awaited. */
  evaluate<Value>(expression: string): Promise<Value>;
  /** A trusted press in the middle of the element, after scrolling it into view. */
  click(selector: string, options?: { readonly count?: number }): Promise<void>;
  /** The same by a place in the viewport, in CSS pixels: for frames, whose elements a selector does not reach. */
  clickAt(x: number, y: number, count?: number): Promise<void>;
  /** Presses the button of the mouse at a place in the viewport and keeps it down, until `mouseUp`. */
  mouseDown(x: number, y: number): Promise<void>;
  /** Lets go at this place. */
  mouseUp(x: number, y: number): Promise<void>;
  /** Moves the pointer onto the element, after scrolling it into view. */
  hover(selector: string): Promise<void>;
  /** A trusted tap of a finger. */
  tap(selector: string): Promise<void>;
  /** Picks a file, a small picture unless it is named, in an `input[type=file]`: the browser sends trusted events. */
  pickFile(selector: string, path?: string): Promise<void>;
  /** Pastes a small picture into what has the focus. In Firefox the event is made, but trusted. */
  pasteFile(): Promise<void>;
  /** Drops a file, a small picture unless it is named, on the element. In Firefox the events are made, but trusted. */
  dropFile(selector: string, path?: string): Promise<void>;
  focus(selector: string): Promise<void>;
  /** Trusted key strokes into the focused element. */
  type(text: string): Promise<void>;
  /** An input method puts these words together in the focused element, and Enter ends it. */
  compose(words: string): Promise<void>;
  press(key: string, modifier?: 'Control' | 'Shift'): Promise<void>;
  keyDown(key: string): Promise<void>;
  keyUp(key: string): Promise<void>;
  goto(address: string): Promise<void>;
  /** `scale`: 2 with half the size is what a page sees at 200 % zoom. */
  resize(size: Size, scale?: number): Promise<void>;
  colourScheme(scheme: 'light' | 'dark'): Promise<void>;
  /** Media features by their CSS names; those that are not named are as they were at first. */
  media(features: Readonly<Record<string, string>>): Promise<void>;
  screenshot(path: string): Promise<void>;
  /** What is painted in a part of the viewport, as a PNG in base64: equal when every pixel is. */
  pictureOf(box: Box): Promise<string>;
  /** Into the foreground, also of another window: keys go nowhere else. */
  toFront(): Promise<void>;
  close(): Promise<void>;
}

/** What `openedExtensionPage` finds after the installation, unless a test asks for it. */
export const FIRST_RUN_PAGE = 'pages/welcome/index.html';

/** Skips the first run, so that rows are stored, and closes its page. */
export async function endFirstRun(page: Tab): Promise<void> {
  // A tab is there before its document.
  await until(page, '(globalThis.browser ?? globalThis.chrome)?.runtime?.id');
  await page.evaluate(
    `(globalThis.browser ?? chrome).runtime.sendMessage({ name: 'welcome.done', payload: null })`,
  );
  await page.close();
}

/** Polls an expression until it is truthy; says what it waited for when it never is. */
export function until(tab: Tab, expression: string, limit?: number): Promise<void> {
  return untilResolved(tab, `Boolean(${expression})`, limit);
}

/** The same for an expression that gives a promise. */
export async function untilResolved(tab: Tab, expression: string, limit = PATIENCE_MS): Promise<void> {
  const start = Date.now();
  for (;;) {
    if (await tab.evaluate<boolean>(expression)) return;
    if (Date.now() > start + limit) throw new Error(`still not true after ${limit} ms: ${expression}`);
    await untilNextLook(start);
  }
}

/**
 * Looks follow each other more slowly the longer something takes: each costs several milliseconds of the browser and of the
 * driver, which looking forty times a second took most of a second from what was waited for.
 */
export function untilNextLook(start: number): Promise<void> {
  const pause = Math.min(200, Math.max(25, (Date.now() - start) / 8));
  return new Promise((resolve) => setTimeout(resolve, pause));
}
