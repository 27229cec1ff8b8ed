import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Browser, type ElementHandle, type KeyInput, launch, type Page } from 'puppeteer-core';
import { PATIENCE_MS } from '../../patience.ts';
import {
  endFirstRun,
  FIRST_RUN_PAGE,
  type StartOptions,
  TAB_SIZE,
  type Tab,
  type TestBrowser,
} from './driver.ts';
import { dispatchTrusted } from './firefox-events.ts';
import { DEAD_PROXY, fillProfile } from './firefox-profile.ts';
import { announceTab, inFirefoxWindow } from './firefox-window.ts';
import { fixtureResponse } from './fixture-site.ts';
import { browserPath, PICTURE, root, WITNESS } from './installed.ts';

export const EXTENSION_ID = 'jaga-netral@jaganetral.org';

export interface FirefoxOptions extends StartOptions {
  /** A profile of an earlier start and what the extension stored there: neither is removed at the end. */
  readonly again?: FirefoxProfile;
}

export interface FirefoxProfile {
  readonly folder: string;
  /** Host of the pages of the extension. */
  readonly host: string;
}

/** A profile for several starts, one after the other; the caller removes its folder. */
export async function firefoxProfile(): Promise<FirefoxProfile> {
  return { folder: await mkdtemp(join(tmpdir(), 'jaga-firefox-')), host: randomUUID() };
}

/** Firefox over WebDriver BiDi; Playwright cannot load an extension there. */
export async function startFirefox(options: FirefoxOptions = {}): Promise<TestBrowser> {
  // Fixing the host of moz-extension:// addresses is the only way to open our pages without a click.
  const { folder: profile, host } = options.again ?? (await firefoxProfile());
  // What begins with a new profile, or with a policy, has it really new.
  if (!options.again && !options.program) fillProfile(profile);
  const browser = await launch({
    browser: 'firefox',
    userDataDir: profile,
    executablePath: options.program ?? browserPath('firefox'),
    headless: true,
    // Without it BiDi refuses moz-extension:// pages (measured).
    args: ['--remote-allow-system-access'],
    defaultViewport: TAB_SIZE,
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: host }),
      'intl.locale.requested': 'id',
      // An extension that is loaded for a test goes with its storage when the browser ends.
      ...(options.again ? { 'extensions.webextensions.keepStorageOnUninstall': true } : {}),
      // The question for access to sites is a part of the browser that BiDi cannot press; as if it were answered with yes.
      'extensions.webextOptionalPermissionPrompts': false,
      ...DEAD_PROXY,
      ...(options.packHost
        ? {
            // Whatever is asked for goes to that host; pages are answered by fixtures before.
            'network.proxy.type': 0,
            'network.dns.forceResolve': '127.0.0.1',
            'network.socket.forcePort': `443=${options.packHost.port}`,
          }
        : {}),
      ...(options.listens
        ? { 'devtools.console.stdout.content': true, 'browser.dom.window.dump.enabled': true }
        : {}),
    },
    acceptInsecureCerts: options.packHost !== undefined,
  });
  const said: string[] = [];
  if (options.listens) {
    const { stdout, stderr } = browser.process() ?? {};
    for (const stream of [stdout, stderr]) stream?.on('data', (data) => said.push(String(data)));
    await inFirefoxWindow(browser, NOTE_REQUESTS);
  }
  if (!options.byPolicy) await browser.installExtension(options.extension ?? join(root, 'dist/firefox'));
  if (options.witness) await browser.installExtension(WITNESS);
  const testBrowser: TestBrowser = {
    name: 'firefox',
    profile,
    extensionHost: host,
    open: async (address) => openFixture(browser, await browser.newPage(), address),
    openPrivate: async (address) => {
      const known = await browser.pages();
      await inFirefoxWindow(browser, 'void OpenBrowserWindow({ private: true })');
      for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
        const page = (await browser.pages()).find((one) => !known.includes(one));
        // The page that such a window begins with comes in place of an empty one.
        const isThere = await page
          ?.evaluate(`location.href === 'about:privatebrowsing' && document.readyState === 'complete'`)
          .catch(() => false);
        if (page && isThere) {
          const tab = await openFixture(browser, page, address);
          await inFirefoxWindow(browser, FOCUS_PRIVATE_PAGE);
          return tab;
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error('no private window opened');
    },
    heard: async () => ({
      console: said.join(''),
      network: (await inFirefoxWindow<string[]>(browser, 'window.notedRequests')).join('\n'),
    }),
    openExtensionPage: async (path) => {
      const address = `moz-extension://${host}/${path}`;
      // The navigation of such a page is never reported as finished (measured); the page itself is asked instead.
      const begin = async () => {
        const begun = await browser.newPage();
        begun.goto(address).catch(() => undefined);
        return begun;
      };
      let page = await begin();
      const end = Date.now() + PATIENCE_MS;
      let [wait, again] = [LOST_MS, Date.now() + LOST_MS];
      for (;;) {
        const state = await page.evaluate(stateOf(address)).catch(() => 'loading');
        if (state === 'ready') return tabOf(browser, page);
        // Firefox closes the pages of an extension that is loaded anew, and has none while it is.
        if (state === 'refused' || page.isClosed()) throw new Error(`${address} is not there`);
        if (Date.now() > end) throw new Error(`${address} did not open`);
        if (Date.now() > again) {
          // In another page: what the first one was asked for may still come, and would come into the test.
          page.close().catch(() => undefined);
          page = await begin();
          wait *= 2;
          again = Date.now() + wait;
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    openedExtensionPage: async (path) => {
      const address = `moz-extension://${host}/${path}`;
      const end = Date.now() + PATIENCE_MS;
      const late = Date.now() + 3_000;
      for (;;) {
        // The navigation of such a page is never reported (see above), so its url is not known either.
        for (const page of await browser.pages()) {
          const here = await page.evaluate('location.href').catch(() => '');
          if (String(here).startsWith(address)) return tabOf(browser, page);
        }
        if (Date.now() > end) throw new Error(`${address} was not opened`);
        if (Date.now() > late) await announceTab(browser, address);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    stopBackground: async () => {
      // What its own tests call; in November 2026 there is no other way before the half minute is over.
      await inFirefoxWindow(
        browser,
        `Cu.getGlobalForObject(Services).WebExtensionPolicy.getByID('${EXTENSION_ID}').extension
          .terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
      );
    },
    close: async () => {
      await browser.close();
      if (!options.again) await rm(profile, { recursive: true, force: true });
    },
  };
  if (!options.firstRun) await endFirstRun(await testBrowser.openedExtensionPage(FIRST_RUN_PAGE));
  if (options.privateWindows) await inFirefoxWindow(browser, ALLOW_PRIVATE_WINDOWS);
  return testBrowser;
}

/** A navigation that meets an extension which is just loaded anew never ends: after so long it is begun again, then after twice as long. */
const LOST_MS = 5_000;

/** An error page has the address of the page that it stands for. */
const stateOf = (address: string) => `(() => {
  if (!location.href.startsWith(${JSON.stringify(address)})) return 'loading';
  if (document.documentURI.startsWith('about:')) return 'refused';
  return document.readyState === 'complete' ? 'ready' : 'loading';
})()`;

async function openFixture(browser: Browser, page: Page, address: string): Promise<Tab> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const response = fixtureResponse(request.url());
    request.respond({ ...response, headers: { ...response.headers } }).catch(() => undefined);
  });
  await page.goto(address);
  return tabOf(browser, page);
}

/** As the person allows it in the browser's own page about extensions, which then loads the extension anew. */
const ALLOW_PRIVATE_WINDOWS = `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const permissions = ['internal:privateBrowsingAllowed'];
  await ExtensionPermissions.add('${EXTENSION_ID}', { permissions, origins: [] });
  await (await AddonManager.getAddonByID('${EXTENSION_ID}')).reload();
})()`;

/** A new window has the focus in its address bar, where a press in the page does not take it from. */
const FOCUS_PRIVATE_PAGE = `(async () => {
  const windows = [...Services.wm.getEnumerator('navigator:browser')];
  const opened = windows.find((one) => PrivateBrowsingUtils.isWindowPrivate(one));
  opened.focus();
  opened.gBrowser.selectedBrowser.focus();
})()`;

/** Everything that any part of the browser asks of the network, with what it sends along. */
const NOTE_REQUESTS = `void (window.notedRequests = [], Services.obs.addObserver((subject) => {
  const channel = subject.QueryInterface(Ci.nsIHttpChannel);
  const stream = subject.QueryInterface(Ci.nsIUploadChannel).uploadStream;
  window.notedRequests.push([channel.requestMethod, channel.URI.spec, stream ? 'with a body' : ''].join(' '));
}, 'http-on-modify-request'))`;

/** Data of a paste or drop with a file, as an expression for the page. */
const dataOf = (path: string) => `(() => {
  const bytes = Uint8Array.from(atob('${readFileSync(path).toString('base64')}'), (sign) => sign.charCodeAt(0));
  const data = new DataTransfer();
  data.items.add(new File([bytes], ${JSON.stringify(basename(path))}, { type: '${path.endsWith('.png') ? 'image/png' : ''}' }));
  return data;
})()`;

/** As an input method of the system does it, which WebDriver BiDi has no command for: from the browser's own window. */
async function compose(browser: Browser, words: string): Promise<void> {
  await inFirefoxWindow(
    browser,
    `(() => {
      const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      processor.beginInputTransactionForTests(window, () => true);
      processor.setPendingCompositionString(${JSON.stringify(words)});
      processor.appendClauseToPendingComposition(${words.length}, processor.ATTR_RAW_CLAUSE);
      processor.setCaretInPendingComposition(${words.length});
      processor.flushPendingComposition();
      processor.commitComposition(new KeyboardEvent('', { key: 'Enter', code: 'Enter', keyCode: 13 }));
    })()`,
  );
}

function tabOf(browser: Browser, page: Page): Tab {
  // A person presses what is in front. Behind, Firefox draws twice as late each time, up to minutes, and a press waits for that.
  const inFront = async () => {
    if (await page.evaluate('document.hidden')) await page.bringToFront();
  };
  const inView = async (selector: string) => {
    await inFront();
    const element = await page.waitForSelector(selector);
    await element?.evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
    return element;
  };
  return {
    evaluate: async <Value>(expression: string) => (await page.evaluate(expression)) as Value,
    click: async (selector, { count = 1 } = {}) => {
      await (await inView(selector))?.click({ count });
    },
    clickAt: async (x, y, count = 1) => {
      await inFront();
      await page.mouse.click(x, y, { count });
    },
    mouseDown: async (x, y) => {
      await inFront();
      await page.mouse.move(x, y);
      await page.mouse.down();
    },
    mouseUp: async (x, y) => {
      await page.mouse.move(x, y);
      await page.mouse.up();
    },
    hover: async (selector) => {
      await inView(selector);
      await page.hover(selector);
    },
    tap: async (selector) => {
      await inView(selector);
      await page.tap(selector);
    },
    // The clipboard of a headless Firefox holds words only (tried 2026-11), so the event is made with its picture.
    pasteFile: () =>
      dispatchTrusted(
        browser,
        page,
        'document.activeElement',
        `((data) => {
          const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
          // The constructor leaves its data empty.
          for (const file of data.files) event.clipboardData.items.add(file);
          return [event];
        })(${dataOf(PICTURE)})`,
      ),
    dropFile: async (selector, path = PICTURE) => {
      await inView(selector);
      await dispatchTrusted(
        browser,
        page,
        `document.querySelector(${JSON.stringify(selector)})`,
        `((dataTransfer) => ['dragenter', 'dragover', 'drop'].map((type) =>
          new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer })
        ))(${dataOf(path)})`,
      );
    },
    pickFile: async (selector, path = PICTURE) => {
      const input = (await page.waitForSelector(selector)) as ElementHandle<HTMLInputElement> | null;
      await input?.uploadFile(path);
    },
    focus: (selector) => page.focus(selector),
    type: async (text) => {
      await inFront();
      await page.keyboard.type(text);
    },
    compose: (words) => compose(browser, words),
    press: async (key, modifier) => {
      await inFront();
      if (modifier) await page.keyboard.down(modifier);
      await page.keyboard.press(key as KeyInput);
      if (modifier) await page.keyboard.up(modifier);
    },
    keyDown: async (key) => {
      await inFront();
      await page.keyboard.down(key as KeyInput);
    },
    keyUp: (key) => page.keyboard.up(key as KeyInput),
    goto: async (address) => {
      await page.goto(address);
    },
    resize: async (size, scale) => {
      await page.setViewport({ ...size, ...(scale === undefined ? {} : { deviceScaleFactor: scale }) });
      // The page may learn of it later; a tap would then miss what it was meant for.
      const isDone = `innerWidth === ${size.width}`;
      for (const end = Date.now() + PATIENCE_MS; !(await page.evaluate(isDone)) && Date.now() < end; )
        await new Promise((resolve) => setTimeout(resolve, 25));
    },
    media: async (features) => {
      // WebDriver BiDi has no way to set the others.
      const value = features['prefers-color-scheme'] ?? 'light';
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]).catch(() => undefined);
    },
    colourScheme: (value) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]),
    screenshot: async (path) => {
      await page.screenshot({ path: path as `${string}.png` });
    },
    pictureOf: (clip) => page.screenshot({ clip, encoding: 'base64', captureBeyondViewport: false }),
    toFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}
