import { keyFingerprint } from '../../src/shared/pack-cryptography.ts';
import { type ChromiumBrowser, startChromium } from '../browser/driver/chromium.ts';
import { untilResolved } from '../browser/driver/driver.ts';
import { PACK_HOST, startPackHost } from '../browser/pack-host.ts';
import { ask } from '../browser/scenario.ts';
import { createPublisher, inventedPack, signedFile } from '../unit/publisher.ts';
import { AGENCY_POLICY } from './agency-policy.ts';

const PATH = '/daftar/rekaan.jpack';

export interface ListBrowser {
  readonly browser: ChromiumBrowser;
  close(): Promise<void>;
}

/** Chromium with a signed list from a host on this machine, in its second release, and with a policy of an agency. */
export async function startListBrowser(scale: number): Promise<ListBrowser> {
  const host = await startPackHost();
  const publisher = await createPublisher();
  const release = (seq: number, entries: number) =>
    signedFile(publisher, {
      pack: inventedPack(entries),
      payload: { seq, issuedAt: '2026-11-01T00:00:00Z', expiresAt: '2099-01-01T00:00:00Z' },
      envelope: { keys: publisher.keys },
    });
  host.serve(await release(1, 2));
  const browser = await startChromium({ scale, packHost: { name: PACK_HOST, port: host.port } });
  const page = await browser.openExtensionPage('pages/settings/index.html');
  const link = `https://${PACK_HOST}${PATH}#k=${await keyFingerprint(publisher.keys)}`;
  await ask(page, 'sources.add', { link });
  host.serve(await release(2, 3));
  await ask(page, 'sources.check', null);
  await untilResolved(
    page,
    `chrome.runtime.sendMessage({ name: 'sources.list', payload: null }).then(([source]) => source.history.length === 2)`,
    60_000,
  );
  await page.evaluate(`chrome.storage.local.set({ policy: ${JSON.stringify(AGENCY_POLICY)} })`);
  await page.close();
  return {
    browser,
    close: async () => {
      await browser.close();
      await host.close();
    },
  };
}
