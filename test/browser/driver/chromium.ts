import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright';
import { PATIENCE_MS } from '../../patience.ts';
import {
  endFirstRun,
  FIRST_RUN_PAGE,
  type StartOptions,
  TAB_SIZE,
  type Tab,
  type TestBrowser,
} from './driver.ts';
import { fixtureResponse } from './fixture-site.ts';
import { browserPath, PICTURE, root, WITNESS } from './installed.ts';

export interface ChromiumBrowser extends TestBrowser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  worker(): Promise<Worker>;
}

export interface ChromiumOptions extends StartOptions {
  readonly headless?: boolean;
  readonly language?: string;
  /** 2 with half the viewport is what a page sees at 200 % zoom. */
  readonly scale?: number;
  /** Folder of a profile for several starts, one after the other, empty at first; the caller removes it. */
  readonly again?: string;
}

export async function startChromium(options: ChromiumOptions = {}): Promise<ChromiumBrowser> {
  const profile = options.again ?? (await mkdtemp(join(tmpdir(), 'jaga-chromium-')));
  if (!existsSync(join(profile, 'Default'))) {
    // Without developer mode Chromium does not load an unpacked extension again after it reloads itself.
    await mkdir(join(profile, 'Default'));
    await writeFile(
      join(profile, 'Default/Preferences'),
      JSON.stringify({ extensions: { ui: { developer_mode: true } } }),
    );
  }
  const extension = options.extension ?? join(root, 'dist/chromium');
  const netLog = join(profile, 'network.json');
  const extensions = options.witness ? `${extension},${WITNESS}` : extension;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.program ?? browserPath('chromium'),
    headless: options.headless ?? true,
    chromiumSandbox: false,
    hasTouch: true,
    viewport: options.headless === false ? null : TAB_SIZE,
    ...(options.headless === false ? {} : { deviceScaleFactor: options.scale ?? 1 }),
    // Playwright switches extensions off; the test is about one. Without networking none is fetched by policy.
    ignoreDefaultArgs: ['--disable-extensions', '--disable-background-networking'],
    args: [
      ...(options.byPolicy
        ? []
        : [
            `--disable-extensions-except=${extensions}`,
            `--load-extension=${extensions}`,
            '--disable-background-networking',
          ]),
      `--lang=${options.language ?? 'id'}`,
      '--disable-gpu',
      '--disable-features=Translate',
      '--disable-quic',
      '--no-first-run',
      '--disable-component-update',
      '--disable-sync',
      ...(options.packHost
        ? [
            `--host-resolver-rules=MAP ${options.packHost.name} 127.0.0.1:${options.packHost.port}`,
            '--ignore-certificate-errors',
          ]
        : []),
      ...(options.listens ? [`--log-net-log=${netLog}`, '--net-log-capture-mode=Everything'] : []),
    ],
  });
  await context.route(/^https?:/, async (route) => {
    if (new URL(route.request().url()).hostname === options.packHost?.name) return route.continue();
    const response = fixtureResponse(route.request().url());
    await route.fulfill({
      ...response,
      headers: { 'content-type': response.contentType, ...response.headers },
    });
  });
  const worker = async () => context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL((await worker()).url()).host;
  const said: string[] = [];
  const asked: string[] = [];
  if (options.listens)
    context.on('request', (request) =>
      asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
    );
  const listenTo = async (page: Page) => {
    const session = await context.newCDPSession(page);
    // Playwright tells of the page's own world only.
    session.on('Runtime.consoleAPICalled', ({ args }) => said.push(JSON.stringify(args)));
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
      said.push(JSON.stringify(exceptionDetails)),
    );
    session.on('Log.entryAdded', ({ entry }) => said.push(JSON.stringify(entry)));
    await Promise.all([session.send('Runtime.enable'), session.send('Log.enable')]);
  };
  if (options.listens) (await worker()).on('console', (message) => said.push(message.text()));
  const newTab = async (address: string) => {
    const page = await context.newPage();
    if (options.listens) await listenTo(page);
    await page.goto(address);
    return tabOf(page);
  };
  const browser: ChromiumBrowser = {
    name: 'chromium',
    profile,
    extensionHost: extensionId,
    context,
    extensionId,
    worker,
    open: newTab,
    openPrivate: async (address) => {
      const opened = context.waitForEvent('page');
      await (await worker()).evaluate('chrome.windows.create({ incognito: true, url: "about:blank" })');
      const page = await opened;
      await page.goto(address);
      return tabOf(page);
    },
    // What pages ask for never reaches the network, and what the background does is seen there only.
    heard: async () => ({
      console: said.join('\n'),
      network: [...asked, await readFile(netLog, 'utf8')].join('\n'),
    }),
    openExtensionPage: (path) => newTab(`chrome-extension://${extensionId}/${path}`),
    openedExtensionPage: async (path) => {
      const isIt = (page: Page) => page.url().startsWith(`chrome-extension://${extensionId}/${path}`);
      // A tab is there before it has its address.
      for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
        const there = context.pages().find(isIt);
        if (there) return tabOf(there);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error(`${path} was not opened`);
    },
    stopBackground: async () => {
      const page = context.pages()[0] ?? (await context.newPage());
      const session = await context.newCDPSession(page);
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
    },
    close: async () => {
      await context.close();
      if (!options.again) await rm(profile, { recursive: true, force: true });
    },
  };
  // Benches compare with an extension that has no pages.
  if (!options.firstRun && existsSync(join(extension, FIRST_RUN_PAGE)))
    await endFirstRun(await browser.openedExtensionPage(FIRST_RUN_PAGE));
  if (options.privateWindows) await allowPrivateWindows(context, extensionId);
  return browser;
}

/** As the person switches it on in the browser's own page about extensions, which then loads the extension anew. */
async function allowPrivateWindows(context: BrowserContext, extensionId: string): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  const isAllowed = (wanted: boolean) =>
    `chrome.developerPrivate.getExtensionInfo('${extensionId}').then(({ incognitoAccess, state }) =>
      state === 'ENABLED' && incognitoAccess.isActive === ${wanted})`;
  const loaded = context.waitForEvent('serviceworker');
  await page.evaluate(
    `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${extensionId}', incognitoAccess: true })`,
  );
  await page.waitForFunction(isAllowed(true));
  await loaded;
  await page.close();
}

/** Puts a small picture on the clipboard, from the page. */
const COPY_PICTURE = `(async () => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 4;
  canvas.getContext('2d').fillRect(0, 0, 4, 4);
  const picture = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
})()`;

function tabOf(page: Page): Tab {
  let devtools: Promise<CDPSession> | undefined;
  /** Input is counted by the scale that Playwright started with, which was 1 (measured). */
  let pixels = 1;
  const session = () => {
    devtools ??= page.context().newCDPSession(page);
    return devtools;
  };
  return {
    evaluate: (expression) => page.evaluate(expression),
    click: async (selector, { count = 1 } = {}) => {
      const element = page.locator(selector).first();
      if (count === 1) return element.click();
      // Playwright looks again before each click of a double click and would wait for the reminder to go.
      await element.scrollIntoViewIfNeeded();
      const box = await element.boundingBox();
      if (!box) throw new Error(`${selector} has no box`);
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { clickCount: count });
    },
    clickAt: (x, y, count = 1) => page.mouse.click(x * pixels, y * pixels, { clickCount: count }),
    mouseDown: async (x, y) => {
      await page.mouse.move(x * pixels, y * pixels);
      await page.mouse.down();
    },
    mouseUp: async (x, y) => {
      await page.mouse.move(x * pixels, y * pixels);
      await page.mouse.up();
    },
    hover: (selector) => page.locator(selector).first().hover(),
    tap: (selector) => page.locator(selector).first().tap(),
    pasteFile: async () => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.evaluate(COPY_PICTURE);
      await page.keyboard.press('Control+V');
    },
    dropFile: async (selector, path = PICTURE) => {
      const element = page.locator(selector).first();
      await element.scrollIntoViewIfNeeded();
      const box = await element.boundingBox();
      if (!box) throw new Error(`${selector} has no box`);
      const session = await page.context().newCDPSession(page);
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await session.send('Input.dispatchDragEvent', {
          type,
          x: box.x + box.width / 2,
          y: box.y + box.height / 2,
          data: { items: [], files: [path], dragOperationsMask: 1 },
        });
      }
      await session.detach();
    },
    pickFile: (selector, path = PICTURE) => page.locator(selector).first().setInputFiles(path),
    focus: (selector) => page.locator(selector).first().focus(),
    type: (text) => page.keyboard.type(text),
    compose: async (words) => {
      const session = await page.context().newCDPSession(page);
      const end = words.length;
      await session.send('Input.imeSetComposition', { text: words, selectionStart: end, selectionEnd: end });
      // An input method that takes a key leaves its name, but the code 229.
      const enter = { key: 'Enter', code: 'Enter' };
      await session.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        ...enter,
        windowsVirtualKeyCode: 229,
      });
      await session.send('Input.insertText', { text: words });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter, windowsVirtualKeyCode: 13 });
      await session.detach();
    },
    press: (key, modifier) => page.keyboard.press(modifier ? `${modifier}+${key}` : key),
    keyDown: (key) => page.keyboard.down(key),
    keyUp: (key) => page.keyboard.up(key),
    goto: async (address) => {
      await page.goto(address);
    },
    resize: async (size, scale) => {
      await page.setViewportSize(size);
      if (scale === undefined) return;
      const metrics = { ...size, deviceScaleFactor: scale, mobile: false };
      await (await session()).send('Emulation.setDeviceMetricsOverride', metrics);
      pixels = scale;
    },
    colourScheme: (colorScheme) => page.emulateMedia({ colorScheme }),
    media: async (features) => {
      const list = Object.entries(features).map(([name, value]) => ({ name, value }));
      await (await session()).send('Emulation.setEmulatedMedia', { features: list });
    },
    screenshot: async (path) => {
      await page.screenshot({ path });
    },
    pictureOf: async (box) => {
      // Not `page.screenshot`: it puts a style of its own into the page.
      const clip = { ...box, scale: 1 };
      return (await (await session()).send('Page.captureScreenshot', { clip })).data;
    },
    toFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}
