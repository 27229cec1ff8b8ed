import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EMBEDDED } from '../../src/core/pack/pack-source.ts';
import type { SourceState } from '../../src/shared/messages.ts';
import { IS_FULL } from '../extent.ts';
import { createPublisher, inventedPack, PACK_ID, type Publisher, signedFile } from '../unit/publisher.ts';
import { startChromium } from './driver/chromium.ts';
import { type Tab, type TestBrowser, until } from './driver/driver.ts';
import { EXTENSION_ID, type FirefoxProfile, firefoxProfile, startFirefox } from './driver/firefox.ts';
import { chromiumPolicies, firefoxPolicies, type Policies } from './driver/policies.ts';
import { copyWithoutKey } from './driver/self-hosted.ts';
import { setLanguage } from './own-page.ts';
import { PACK_HOST, type PackHost, startPackHost } from './pack-host.ts';
import { ask } from './pack-kills.ts';

const DAY_MS = 86_400_000;
const SOURCE = '.source';
const OLD = 'Sudah lama: seharusnya diganti sebelum';
const OLD_IN_POPUP = '1 daftar sudah lama dan menunggu pembaruan.';

/** How a policy comes to a browser: Chromium reads a changed one while it runs, Firefox at its start. */
interface Way {
  start(packHost: { readonly name: string; readonly port: number }): Promise<TestBrowser>;
  /** Resolves to the browser that has the policy. */
  setPolicy(browser: TestBrowser, values: object): Promise<TestBrowser>;
  end(): void;
}

function inChromium(): Way {
  const policies: Policies = chromiumPolicies();
  const folder = mkdtempSync(join(tmpdir(), 'jaga-renewed-'));
  return {
    // With an id of its own: on some machines every Chromium reads the policy.
    start: (packHost) => {
      const extension = join(folder, 'extension');
      copyWithoutKey(extension);
      return startChromium({ program: policies.program, extension, packHost });
    },
    setPolicy: async (browser, values) => {
      policies.write({ '3rdparty': { extensions: { [browser.extensionHost]: values } } });
      return browser;
    },
    end: () => {
      policies.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function inFirefox(): Way {
  const policies: Policies = firefoxPolicies();
  let again: FirefoxProfile;
  let start: (firstRun: boolean) => Promise<TestBrowser>;
  return {
    start: async (packHost) => {
      again = await firefoxProfile();
      start = (firstRun) => startFirefox({ program: policies.program, again, packHost, firstRun });
      return start(false);
    },
    setPolicy: async (browser, values) => {
      policies.write({ '3rdparty': { Extensions: { [EXTENSION_ID]: values } } });
      await browser.close();
      return start(true);
    },
    end: () => {
      policies.remove();
      rmSync(again.folder, { recursive: true, force: true });
    },
  };
}

const WAYS = [
  ['Chromium', inChromium],
  ['Firefox', inFirefox],
] as const;

// Where policies lie in the registry or in the settings of the system, a test cannot give a browser its own.
describe.skipIf(process.platform !== 'linux').each(IS_FULL ? WAYS : WAYS.slice(0, 1))(
  'a list of an agency that ran out, in %s',
  (_name, wayOf) => {
    let way: Way;
    let host: PackHost;
    let publisher: Publisher;
    let browser: TestBrowser;
    let settings: Tab;
    let popup: Tab;
    const release = (seq: number, expiresAt: string) =>
      signedFile(publisher, {
        pack: inventedPack(seq + 1),
        payload: { seq, issuedAt: '2026-01-01T00:00:00Z', expiresAt },
        envelope: { keys: publisher.keys },
      });
    const policyWith = (url: string) => ({
      agencyName: 'BKPSDM Kabupaten Rekaan',
      packSources: [{ url, packId: PACK_ID, ...publisher.keys }],
    });
    const embedded = (file: Uint8Array) => EMBEDDED + Buffer.from(file).toString('base64');
    const openPages = async () => {
      popup = await browser.openExtensionPage('pages/popup/index.html');
      settings = await browser.openExtensionPage('pages/settings/index.html');
    };
    const isInUse = (number: string) =>
      until(settings, `document.querySelector('${SOURCE}')?.textContent.includes('1.0.0 (${number})')`);
    /** What the settings, the popup and the report for the IT officer say; all three or none say that it is old. */
    const saysOld = async (isOld: boolean) => {
      const says = (selector: string, words: string) =>
        `Boolean(document.querySelector('${selector}')?.textContent.includes(${JSON.stringify(words)})) === ${isOld}`;
      await until(settings, says(SOURCE, OLD));
      await until(popup, says('body', OLD_IN_POPUP));
      await settings.evaluate(`(() => {
      window.report = undefined;
      Object.defineProperty(navigator.clipboard, 'writeText', { configurable: true, value: async (text) => { window.report = text; } });
      [...document.querySelectorAll('button')].find((one) => one.textContent === 'Salin laporan untuk petugas TI').click();
    })()`);
      await until(settings, 'window.report !== undefined');
      const report = await settings.evaluate<string>('window.report');
      expect(report).toContain(PACK_ID);
      expect(report.includes(OLD)).toBe(isOld);
    };
    const source = async () => (await settings.evaluate<readonly SourceState[]>(ask('sources.list')))[0];

    beforeAll(async () => {
      way = wayOf();
      host = await startPackHost();
      publisher = await createPublisher();
      browser = await way.start({ name: PACK_HOST, port: host.port });
      await setLanguage(browser, 'id');
    });
    afterAll(async () => {
      await browser?.close();
      await host?.close();
      way?.end();
    });

    test('stays in use, and popup, settings and report say that it is old', async () => {
      host.serve(await release(1, '2026-06-30T00:00:00Z'));
      browser = await way.setPolicy(browser, policyWith(`https://${PACK_HOST}/daftar/rekaan.jpack`));
      await openPages();
      if (wayOf === inFirefox) {
        // It fetches nothing before the person allows it.
        await until(settings, `document.querySelector('${SOURCE} .notice .button-main')`);
        await settings.click(`${SOURCE} .notice .button-main`);
      }
      await isInUse('1.1');
      await saysOld(true);
      // The next look comes by itself within a day and a fifth.
      const next = ((await source())?.next ?? 0) - Date.now();
      expect(next).toBeGreaterThan(0.7 * DAY_MS);
      expect(next).toBeLessThan(1.3 * DAY_MS);
    });

    test('is replaced by its renewal at the next look, and no page that is open says that it is old', async () => {
      host.serve(await release(2, '2999-06-30T00:00:00Z'));
      await settings.toFront();
      await settings.click(`${SOURCE} + div .button`);
      await isInUse('1.2');
      await saysOld(false);
    });

    test('is replaced inside the policy too', async () => {
      browser = await way.setPolicy(browser, policyWith(embedded(await release(3, '2026-06-30T00:00:00Z'))));
      if (wayOf === inFirefox) await openPages();
      await isInUse('1.3');
      await saysOld(true);
      browser = await way.setPolicy(browser, policyWith(embedded(await release(4, '2999-06-30T00:00:00Z'))));
      if (wayOf === inFirefox) await openPages();
      await isInUse('1.4');
      await saysOld(false);
    });
  },
);
