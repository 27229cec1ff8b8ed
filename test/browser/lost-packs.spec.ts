import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SourceState } from '../../src/shared/messages.ts';
import { type TestBrowser, until } from './driver/driver.ts';
import { killBrowser } from './driver/kill.ts';
import { ask, fromHost, releases } from './pack-kills.ts';

const SETTINGS = 'pages/settings/index.html';
/** Spaces at the end of a file are stored beside the database, as long lists are. */
const LENGTH = 4_000_000;

/**
 * What Chromium does by itself, about once in two hundred kills: the last record of its LevelDB log is cut off, the next start
 * writes on behind it, and the one after that finds the log damaged and clears every database of the extension. Whether it
 * does so depends on what else it wrote meanwhile, so the test clears them itself.
 */
describe('a list whose database Chromium loses', () => {
  let made: Awaited<ReturnType<typeof releases>>;
  let way: Awaited<ReturnType<typeof fromHost>>;
  let browser: TestBrowser | undefined;
  beforeAll(async () => {
    made = await releases(LENGTH);
    way = await fromHost(made.fingerprint);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(way.profile, { recursive: true, force: true });
  });

  const kill = async () => {
    await killBrowser('chromium', way.profile);
    await browser?.close().catch(() => undefined);
  };
  const start = async (first: boolean) => {
    browser = await way.start(first);
    const page = await browser.openExtensionPage(SETTINGS);
    const [state] = await page.evaluate<readonly SourceState[]>(ask('sources.list'));
    return { page, state };
  };
  test('stays in use from its copy, offline, and the settings say so', async () => {
    const release = await made.make(2);
    const { page } = await start(true);
    await way.begin(page, release);
    await way.whole(page, release);
    await kill();
    const databases = join(way.profile, 'Default/IndexedDB');
    expect(readdirSync(databases)).not.toEqual([]);
    rmSync(databases, { recursive: true });
    // Nobody answers from here on.
    await way.end();
    const lost = await start(false);
    expect(lost.state?.active).toMatchObject({ seq: 2, hash: release.hash });
    await until(lost.page, `document.querySelector('.source')?.textContent.includes('1.0.0 (1.2)')`);
    await lost.page.evaluate(ask('sources.check'));
    const [mended] = await lost.page.evaluate<readonly SourceState[]>(ask('sources.list'));
    // Only where neither slot was left.
    expect(mended).toMatchObject({ damage: null, restored: expect.any(Number), active: { seq: 2 } });
  });
});
