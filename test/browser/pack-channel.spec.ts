import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readKeyFile } from '../../src/cli/pack/key-file.ts';
import { PASSPHRASE_VARIABLE } from '../../src/cli/pack/passphrase.ts';
import { textsFor } from '../../src/pages/texts.ts';
import type { Language } from '../../src/shared/locale.ts';
import type { SourceCheck } from '../../src/shared/messages.ts';
import { keyFingerprint } from '../../src/shared/pack-cryptography.ts';
import { agencyServer, type Nginx, startNginx } from '../practice/nginx.ts';
import { runCommand } from '../unit/command-line.ts';
import {
  createPublisher,
  inventedPack,
  PACK_ID,
  type Parts,
  type Publisher,
  signedFile,
} from '../unit/publisher.ts';
import { browsersFor } from './browsers.ts';
import { type Tab, type TestBrowser, until, untilResolved } from './driver/driver.ts';
import { ALLOWED, PACK_HOST, type PackHost, startPackHost } from './pack-host.ts';

// The gate of `pack sign` has tests of its own; the built extension looks at all the posts.
vi.mock('../../src/core/trial/neutral-posts.json', () => ({ default: ['Selamat pagi', 'Hujan sejak sore'] }));

const PATH = '/daftar/rekaan.jpack';
const SOURCE = '.source';
const ask = (name: string, payload: unknown = null) =>
  `(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify({ name, payload })})`;

let publisher: Publisher;
let link = '';
const release = (seq: number, parts: Parts = {}) =>
  signedFile(publisher, {
    ...parts,
    payload: { seq, issuedAt: '2026-11-01T00:00:00Z', expiresAt: '2099-01-01T00:00:00Z', ...parts.payload },
    envelope: { keys: publisher.keys },
  });
beforeAll(async () => {
  publisher = await createPublisher();
  const fingerprint = await keyFingerprint(publisher.keys);
  link = `https://${PACK_HOST}${PATH}#k=${fingerprint}`;
});

describe.each(browsersFor('Firefox'))('signed lists from a host, in %s', (_name, start) => {
  let host: PackHost;
  let browser: TestBrowser;
  let page: Tab;
  let language: Language;
  const launch = () => start({ packHost: { name: PACK_HOST, port: host.port } });
  const text = (selector: string) =>
    page.evaluate<string>(`document.querySelector('${selector}')?.textContent ?? ''`);
  const says = (words: string) =>
    until(page, `document.querySelector('${SOURCE}')?.textContent.includes(${JSON.stringify(words)})`);
  /** The result before must have been another one. */
  const lookNow = async (result: SourceCheck) => {
    const before = host.asked.length;
    await page.click(`${SOURCE} + div .button`);
    await expect.poll(() => host.asked.length).toBe(before + 1);
    await until(page, `!document.querySelector('${SOURCE} + div .button').disabled`);
    await says(textsFor(language).say(`settings.sources.result.${result}`));
  };

  beforeAll(async () => {
    host = await startPackHost();
    browser = await launch();
    page = await browser.openExtensionPage('pages/settings/index.html');
    await until(page, `document.querySelector('form.import')`);
    language = (await page.evaluate<string>('document.documentElement.lang')) === 'id' ? 'id' : 'en';
  });
  afterAll(async () => {
    await browser?.close();
    await host?.close();
  });

  test('a link is shown with the words of its keys, and added by the person', async () => {
    host.serve(await release(1));
    await page.focus('form.import .text-input');
    await page.type(link);
    await page.press('Enter');
    await until(page, `document.querySelector('form.import .pack-preview')`);
    expect(await text('form.import .pack-preview')).toMatch(
      /Pemilihan Bupati Rekaan 2031.*([a-z]{5}-){5}[a-z]{5}/s,
    );
    expect(await page.evaluate(ask('sources.list'))).toEqual([]);
    await page.click('form.import .button-main');
    await until(page, `document.querySelector('${SOURCE}')`);
    await untilResolved(
      page,
      `${ask('packs.list')}.then((packs) => packs.some(({ id, origin }) => id === 'rekaan-2031' && origin === 'link'))`,
    );
  });

  test('a newer release comes in, and the history tells of it', async () => {
    host.serve(await release(2, { pack: inventedPack(3) }));
    // Another page that is open shows it too, without a reload.
    const other = await browser.openExtensionPage('pages/settings/index.html');
    await until(other, `document.querySelector('${SOURCE}')?.textContent.includes('1.0.0 (1.1)')`);
    await page.toFront();
    await lookNow('new');
    await says('1.0.0 (1.2)');
    await until(other, `document.querySelector('${SOURCE}').textContent.includes('1.0.0 (1.2)')`);
    await other.close();
    await page.toFront();
    await page.click(`${SOURCE} details:last-of-type summary`);
    expect(await text(`${SOURCE} details:last-of-type`)).toContain('+1 / −0');
  });

  test('what is no list, older, redirected or not allowed changes nothing, and is said', async () => {
    host.serve('<!doctype html><title>Masuk</title>', { ...ALLOWED, 'content-type': 'text/html' });
    await lookNow('no-signed-pack');
    host.serve(await release(1));
    await lookNow('older');
    host.serve('', { ...ALLOWED, location: PATH }, 302);
    await lookNow('unreachable');
    expect(await text(SOURCE)).toContain('1.0.0 (1.2)');
    host.serve(await release(3, { pack: inventedPack(5) }));
    await lookNow('new');
    await says('1.0.0 (1.3)');
    // The host forgot to allow it. In Firefox the person did.
    if (browser.name === 'firefox') return;
    host.serve(await release(4), { 'content-type': 'application/json' });
    await lookNow('unreachable');
    expect(await text(SOURCE)).toContain('1.0.0 (1.3)');
  });

  test('two releases with one number are told until the person saw it, in the popup too', async () => {
    const { say } = textsFor(language);
    const twice = say('settings.sources.twice', { number: '1.3' });
    host.serve(await release(3, { pack: inventedPack(4) }));
    await lookNow('equivocation');
    host.serve(await release(3, { pack: inventedPack(5) }));
    await lookNow('unchanged');
    expect(await text(`${SOURCE} .notice`)).toContain(twice);
    const popup = await browser.openExtensionPage('pages/popup/index.html');
    await until(popup, `document.body.textContent.includes(${JSON.stringify(say('popup.twice'))})`);
    await popup.close();
    await page.toFront();
    await page.click(`${SOURCE} .notice .button`);
    await until(page, `!document.querySelector('${SOURCE} .notice')`);
    expect(await text(`${SOURCE} details:last-of-type`)).toMatch(/1\.3.*([a-z]{5}-){5}[a-z]{5}/s);
  });

  test('a release that looks like a mistake waits for the person', async () => {
    host.serve(await release(5, { pack: inventedPack(1) }));
    await lookNow('held');
    expect(await text(SOURCE)).toContain('1.0.0 (1.3)');
    await page.click(`${SOURCE} .notice .button`);
    await says('1.0.0 (1.5)');
  });

  test('two profiles ask for the very same, and tell nothing of themselves', async () => {
    host.asked.length = 0;
    await page.evaluate(ask('sources.check'));
    const other = await launch();
    try {
      const pages = await other.openExtensionPage('pages/settings/index.html');
      await until(pages, `document.querySelector('form.import')`);
      await pages.focus('form.import .text-input');
      await pages.type(link);
      await pages.press('Enter');
      await until(pages, `document.querySelector('form.import .pack-preview')`);
    } finally {
      await other.close();
    }
    const [first, second] = host.asked;
    expect(second).toEqual(first);
    expect(first).toMatchObject({ method: 'GET', path: PATH, body: '' });
    const names = (first?.headers ?? []).filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
    for (const name of ['cookie', 'referer', 'authorization', 'if-none-match', 'if-modified-since'])
      expect(names).not.toContain(name);
    expect(first?.headers.join(' ')).not.toContain(
      browser.name === 'firefox' ? browser.extensionHost : ' en',
    );
  });

  test('is removed by the person, and the rules go with it', async () => {
    await page.click(`${SOURCE} > .button`);
    await page.click(`${SOURCE} .button-grave`);
    await until(page, `!document.querySelector('${SOURCE}')`);
    expect(
      await page.evaluate(`${ask('packs.list')}.then((packs) => packs.map(({ origin }) => origin))`),
    ).not.toContain('link');
  });
});

describe.each(browsersFor('Chromium'))(
  'a key that is changed and then stolen, the commands of the publisher and nginx, in %s',
  (_name, start) => {
    const SECRET = 'tiga ekor kuda hitam';
    const folder = mkdtempSync(join(tmpdir(), 'jaga-netral-drill-'));
    const at = (name: string) => join(folder, name);
    const publicKeys = () => JSON.parse(readFileSync(at('kunci/keys.public.json'), 'utf8'));
    const key = (name: string) => JSON.parse(readFileSync(at(`${name}/signing.key.json`), 'utf8')).publicKey;
    let nginx: Nginx;
    let browser: TestBrowser;
    let page: Tab;
    let language: Language;

    const pack = async (command: string, ...options: readonly string[]) => {
      const { code, error } = await runCommand(['pack', command, ...options]);
      expect([command, code, error]).toEqual([command, 0, '']);
    };
    /** Signs a release of as many candidates, with the key in a folder. */
    const sign = (candidates: number, by: string, out: string, ...options: readonly string[]) => {
      writeFileSync(at('pack.json'), JSON.stringify(inventedPack(candidates)));
      const keys = ['--keys', at('kunci/keys.public.json'), '--key', at(`${by}/signing.key.json`)];
      return pack('sign', at('pack.json'), ...keys, '--out', at(out), ...options);
    };
    const publish = (name: string) => writeFileSync(at('situs.jpack'), readFileSync(at(name)));
    /** What the browser is told by the person's own look, and what is in use then. */
    const look = async (result: SourceCheck, inUse: string) => {
      await page.click(`${SOURCE} + div .button`);
      for (const words of [textsFor(language).say(`settings.sources.result.${result}`), `(${inUse})`])
        await until(
          page,
          `document.querySelector('${SOURCE}')?.textContent.includes(${JSON.stringify(words)})`,
        );
      await until(page, `!document.querySelector('${SOURCE} + div .button').disabled`);
    };

    beforeAll(async () => {
      vi.stubEnv(PASSPHRASE_VARIABLE, SECRET);
      await pack('keys', '--id', PACK_ID, '--out', at('kunci'));
      nginx = await startNginx([agencyServer(folder)]);
      const port = Number(new URL(nginx.origins[0] ?? '').port);
      browser = await start({ packHost: { name: PACK_HOST, port } });
      page = await browser.openExtensionPage('pages/settings/index.html');
      await until(page, `document.querySelector('form.import')`);
      language = (await page.evaluate<string>('document.documentElement.lang')) === 'id' ? 'id' : 'en';
    });
    afterAll(async () => {
      vi.unstubAllEnvs();
      await browser?.close();
      await nginx?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    /** Steps of one story: each signs, and the browser compiles and tries what it finds. */
    test('the agency signs a list, and a browser shows its link', async () => {
      await sign(2, 'kunci', '1.jpack');
      publish('1.jpack');
      const { signingKeys, recoveryKey } = publicKeys();
      const fingerprint = await keyFingerprint({ signingKeys, recoveryKey });
      await page.focus('form.import .text-input');
      await page.type(`https://${PACK_HOST}/situs.jpack#k=${fingerprint}`);
      await page.press('Enter');
      await until(page, `document.querySelector('form.import .pack-preview')`);
    });

    test('the browser takes the list', async () => {
      await page.click('form.import .button-main');
      await until(page, `document.querySelector('${SOURCE}')`);
    });

    test('the agency changes its key as planned, and the browser follows', async () => {
      await pack('keys', '--id', PACK_ID, '--out', at('ganti'), '--signing-only');
      const both = ['--next-key', key('kunci'), '--next-key', key('ganti')];
      await sign(3, 'kunci', '2.jpack', '--previous', at('1.jpack'), ...both);
      publish('2.jpack');
      await look('new', '1.2');
      const last = ['--key', at('kunci/signing.key.json'), '--next-key', key('ganti')];
      await sign(4, 'ganti', '3.jpack', '--previous', at('2.jpack'), ...last);
      publish('3.jpack');
      await look('new', '1.3');
    });

    test('a thief signs the last number there is, and what the agency signs is older', async () => {
      const { signingKeys, recoveryKey } = publicKeys();
      const stolen = await readKeyFile(at('ganti/signing.key.json'), 'signing', SECRET);
      const last = await signedFile(
        { signing: stolen, recovery: stolen, keys: { signingKeys, recoveryKey } },
        {
          pack: inventedPack(3),
          payload: {
            seq: Number.MAX_SAFE_INTEGER,
            issuedAt: '2026-11-01T00:00:00Z',
            expiresAt: '2099-01-01T00:00:00Z',
            signing: { keys: [key('ganti')], threshold: 1 },
          },
        },
      );
      writeFileSync(at('thief.jpack'), last);
      publish('thief.jpack');
      await look('new', `1.${Number.MAX_SAFE_INTEGER}`);
      await sign(4, 'ganti', '4.jpack', '--previous', at('3.jpack'));
      publish('4.jpack');
      await look('older', `1.${Number.MAX_SAFE_INTEGER}`);
    });

    test('the recovery key brings the browser back', async () => {
      await pack('keys', '--id', PACK_ID, '--out', at('baru'), '--signing-only');
      const recovery = [
        '--key',
        at('kunci/recovery.key.json'),
        '--previous',
        at('4.jpack'),
        '--out',
        at('s.json'),
      ];
      await pack('recover', ...recovery, '--new-key', key('baru'), '--revoke', key('ganti'));
      await sign(4, 'baru', '5.jpack', '--previous', at('4.jpack'), '--recovery', at('s.json'));
      publish('5.jpack');
      await look('new', '2.1');
    });

    test('the stolen key is dead, and the new one goes on', async () => {
      publish('thief.jpack');
      await look('revoked', '2.1');
      await sign(2, 'baru', '6.jpack', '--previous', at('5.jpack'));
      publish('6.jpack');
      await look('new', '2.2');
    });
  },
);
