import { existsSync, type FSWatcher, mkdtempSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceState } from '../../src/shared/messages.ts';
import { keyFingerprint, packCryptography } from '../../src/shared/pack-cryptography.ts';
import type { Random } from '../bench/random.ts';
import { createPublisher, inventedPack, PACK_ID, payloadOf, signText } from '../unit/publisher.ts';
import { type ChromiumBrowser, startChromium } from './driver/chromium.ts';
import { type Tab, type TestBrowser, untilResolved } from './driver/driver.ts';
import { type FirefoxProfile, firefoxProfile, startFirefox } from './driver/firefox.ts';
import { killBrowser } from './driver/kill.ts';
import { PACK_HOST, type PackHost, startPackHost } from './pack-host.ts';

/** What is killed: the background alone, as the browser ends it, or the whole browser by SIGKILL. */
export type Killed = 'background' | 'browser';

/** What is in use after the next start of what was killed while it took a new release. */
export interface Kill {
  /** `none`: nothing; `other`: neither of the two, or not these very bytes. */
  readonly found: 'old' | 'new' | 'none' | 'other';
  /** Milliseconds from the beginning of the activation, or of its first write of the file. */
  readonly after: number;
}

export interface Kills {
  readonly kills: readonly Kill[];
  /** How long one activation takes that nobody disturbs, from the request; milliseconds. */
  readonly whole: number;
}

const SETTINGS = 'pages/settings/index.html';
/** Spaces at its end leave a file valid. Long ones are longer on their way to the disk, so that more kills meet it there. */
const LENGTHS = { chromium: 4_000_000, firefox: 1_500_000 } as const;
const PATIENT_MS = 90_000;
/** So long after its first write an activation is over, also on a busy machine. */
const AIM_MS = 120;

/** A message to the background, as an expression of a page. */
export const ask = (name: string, payload: unknown = null) =>
  `(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify({ name, payload })})`;

interface Signed {
  readonly seq: number;
  readonly file: Uint8Array<ArrayBuffer>;
  readonly hash: string;
}

/** Signed releases of one publisher, each with a new candidate or one less. */
export async function releases(length: number) {
  const publisher = await createPublisher();
  const pack = [inventedPack(3), inventedPack(4)];
  const make = async (seq: number): Promise<Signed> => {
    const dates = { issuedAt: '2026-11-01T00:00:00Z', expiresAt: '2099-01-01T00:00:00Z' };
    const text = JSON.stringify(payloadOf({ seq, ...dates }, pack[seq % 2]));
    const signed = await signText(publisher, text, { envelope: { keys: publisher.keys } });
    const file = new Uint8Array(length).fill(0x20);
    file.set(signed);
    return { seq, file, hash: await packCryptography.digest(new TextEncoder().encode(text)) };
  };
  return { make, fingerprint: await keyFingerprint(publisher.keys) };
}

/** One of the two ways in which a release reaches a browser: from a host, or as a file that a person picks. */
interface Way {
  start(first: boolean): Promise<TestBrowser>;
  readonly profile: string;
  /** The very first release. */
  begin(page: Tab, release: Signed): Promise<void>;
  /** Sets the activation going and resolves when it began. */
  activate(page: Tab, release: Signed): Promise<void>;
  /** Resolves when the release was taken. */
  whole(page: Tab, release: Signed): Promise<void>;
  /** Resolves at the first write of the file, after `activate`; undefined where that cannot be seen. */
  firstWrite?(): Promise<void>;
  end(): Promise<void>;
}

/** Chromium, and a release that comes from a host. `end` closes the host. */
export async function fromHost(fingerprint: string): Promise<Way> {
  const host: PackHost = await startPackHost();
  const profile = mkdtempSync(join(tmpdir(), 'jaga-kills-'));
  let extensionId = '';
  const activate = async (page: Tab, { file }: Signed) => {
    host.serve(file);
    const before = host.asked.length;
    await page.evaluate(`void ${ask('sources.check')}`);
    while (host.asked.length === before) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return {
    profile,
    start: async (first) => {
      const packHost = { name: PACK_HOST, port: host.port };
      const browser: ChromiumBrowser = await startChromium({ again: profile, packHost, firstRun: !first });
      extensionId = browser.extensionId;
      return browser;
    },
    begin: async (page, { file }) => {
      host.serve(file);
      await page.evaluate(ask('sources.add', { link: `https://${PACK_HOST}/rekaan.jpack#k=${fingerprint}` }));
    },
    activate,
    whole: async (page, { file }) => {
      host.serve(file);
      await page.evaluate(ask('sources.check'));
    },
    firstWrite: () => {
      // Values of this length are written beside the database.
      const folder = join(profile, `Default/IndexedDB/chrome-extension_${extensionId}_0.indexeddb.blob`);
      return new Promise((resolve) => {
        const watcher: FSWatcher = watch(folder, { recursive: true }, () => {
          watcher.close();
          resolve();
        });
      });
    },
    end: () => host.close(),
  };
}

/** Firefox loads an extension of the tests anew at each start, and the access to a host that the person gave is gone then. */
async function fromFile(): Promise<Way> {
  const again: FirefoxProfile = await firefoxProfile();
  const add = ({ file }: Signed) => ask('sources.addFile', { text: new TextDecoder().decode(file) });
  const whole = async (page: Tab, release: Signed) => {
    await page.evaluate(add(release));
  };
  return {
    profile: again.folder,
    start: async (first) => {
      // Puppeteer puts the settings of the profile back when its browser has ended, and would meet itself there.
      while (existsSync(join(again.folder, 'prefs.js.puppeteer')))
        await new Promise((resolve) => setTimeout(resolve, 5));
      return startFirefox({ again, firstRun: !first });
    },
    begin: whole,
    activate: async (page, release) => {
      await page.evaluate(`void ${add(release)}`);
    },
    whole,
    end: async () => undefined,
  };
}

/** What is in use, as the background reads it from the disk and verifies it. */
async function inUse(page: Tab): Promise<{ readonly seq: number; readonly hash: string } | undefined> {
  const [source] = await page.evaluate<readonly SourceState[]>(ask('sources.list'));
  const found = source?.active;
  if (!found) return undefined;
  // And it is among the lists that reminders are made of.
  const isListed = `${ask('packs.list')}.then((packs) => packs.some(({ id }) => id === '${PACK_ID}'))`;
  await untilResolved(page, isListed, PATIENT_MS);
  return found;
}

/**
 * Kills a real browser, or its background, while it takes a new release, starts it again on the same profile and asks what
 * is in use, time after time. The moments are random: where the system tells of the first write in the time in which the
 * release is read back, verified and pointed to, else over a whole activation.
 *
 * @throws when a browser does not start again, or a release is not taken while nobody disturbs
 */
export async function killWhileActivating(
  name: 'chromium' | 'firefox',
  killed: Killed,
  count: number,
  random: Random,
  told: (kill: Kill) => void = () => undefined,
): Promise<Kills> {
  const { make, fingerprint } = await releases(LENGTHS[name]);
  const way = await (name === 'chromium' ? fromHost(fingerprint) : fromFile());
  let browser: TestBrowser | undefined;
  const kills: Kill[] = [];
  try {
    browser = await way.start(true);
    let page = await browser.openExtensionPage(SETTINGS);
    let old = await make(1);
    await way.begin(page, old);
    old = await make(2);
    const began = performance.now();
    await way.whole(page, old);
    const whole = performance.now() - began;
    if ((await inUse(page))?.hash !== old.hash) throw new Error('the release was not taken');
    for (let number = 0; number < count; number += 1) {
      const next = await make(old.seq + 1);
      await way.activate(page, next);
      const after = random.next() * (way.firstWrite ? AIM_MS : whole * 1.1);
      await way.firstWrite?.();
      await new Promise((resolve) => setTimeout(resolve, after));
      if (killed === 'background') await browser.stopBackground();
      else {
        await killBrowser(name, way.profile);
        await browser.close().catch(() => undefined);
        browser = await way.start(false);
        page = await browser.openExtensionPage(SETTINGS);
      }
      const active = await inUse(page);
      const found = !active
        ? 'none'
        : active.hash === old.hash && active.seq === old.seq
          ? 'old'
          : active.hash === next.hash && active.seq === next.seq
            ? 'new'
            : 'other';
      kills.push({ found, after });
      told({ found, after });
      // Where nothing is left the next look brings it back, and the kills go on.
      if (found === 'none' || found === 'other') await way.whole(page, next);
      if (found !== 'old') old = next;
    }
    return { kills, whole };
  } finally {
    await browser?.close().catch(() => undefined);
    await way.end();
    rmSync(way.profile, { recursive: true, force: true });
  }
}
