import './fake-browser.ts';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkSources } from '../../src/background/packs/check-sources.ts';
import { fetchPack } from '../../src/background/packs/fetch-pack.ts';
import { readRecord } from '../../src/background/packs/pack-database.ts';
import { readSignedPacks } from '../../src/background/packs/signed-packs.ts';
import { judgeSignedPack } from '../../src/core/pack/pack-trust.ts';
import { SIGNED_FILE_BYTES } from '../../src/core/pack/signed-pack.ts';
import { packCryptography } from '../../src/shared/pack-cryptography.ts';
import { agencyServer, type Nginx, startNginx } from '../practice/nginx.ts';
import { trust } from '../practice/trusted-certificate.ts';
import { fakeBrowser, resetBrowser } from './fake-browser.ts';
import { createPublisher, PACK_ID, type Publisher, signedFile } from './publisher.ts';

// Compiling rules takes longer than everything else here; what is published and what the gate sees have tests of their own.
vi.mock('../../src/background/publish.ts', () => ({ publish: vi.fn(async () => undefined) }));
vi.mock('../../src/core/matching/match.ts', () => ({ match: () => ({ findings: [] }) }));
vi.mock('../../src/core/compile/compile.ts', async (original) => ({
  ...((await original()) as object),
  compile: () => null,
}));
vi.mock('../../src/core/matching/rule-index.ts', () => ({ createRuleIndex: () => null }));
vi.mock('../../src/background/packs/built-in.ts', async () => ({
  builtIn: [(await import('../../rules/general.json')).default],
}));

const NOW = Date.UTC(2031, 2, 2);
/** What a test waits for a slow host, instead of half a minute. */
const SHORT_MS = 400;

const site = mkdtempSync(join(tmpdir(), 'jaga-netral-site-'));
let publisher: Publisher;
let nginx: Nginx;
let good: Uint8Array<ArrayBuffer>;
let distrust: () => void;

/** Spaces at its end leave a file valid: so it can be as long as one wants. */
function padded(file: Uint8Array, length: number): Uint8Array {
  const bytes = new Uint8Array(length).fill(0x20);
  bytes.set(file);
  return bytes;
}

/** `^~`, or lines for the ending would come first. */
const ODD_HOST = `
  root ${site};
  default_type application/json;
  gzip off;
  location ^~ /plain/ { alias ${site}/; }
  location ^~ /gzip/ { alias ${site}/; gzip on; gzip_types application/json; }
  location ^~ /precompressed/ { alias ${site}/precompressed/; gzip_static on; }
  location ^~ /as-page/ { alias ${site}/; default_type text/html; types { } }
  location ^~ /as-download/ { alias ${site}/; default_type application/octet-stream; types { } }
  location ^~ /as-nothing/ { alias ${site}/; default_type ''; types { } }
  location ^~ /slow/ { alias ${site}/; limit_rate 200; }
  location ^~ /not-really-gzip/ { alias ${site}/; add_header Content-Encoding gzip; }
  location ^~ /cut-gzip/ { alias ${site}/cut-gzip/; add_header Content-Encoding gzip; }
  location ^~ /forbidden/ { alias ${site}/; deny all; }
  ${[204, 304, 401, 404, 410, 429, 500, 503].map((code) => `location = /${code}.jpack { return ${code}; }`).join('\n')}
  ${[301, 302, 303, 307, 308].map((code) => `location = /${code}.jpack { return ${code} /plain/good.jpack; }`).join('\n')}
  location = /error-with-file.jpack { error_page 404 /plain/good.jpack; return 404; }
  location = /closes.jpack { return 444; }
`;

beforeAll(async () => {
  publisher = await createPublisher();
  good = await signedFile(publisher, { payload: { seq: 2 } });
  const put = (name: string, body: Uint8Array | string) => writeFileSync(join(site, name), body);
  put('good.jpack', good);
  put('first.jpack', await signedFile(publisher));
  put('half.jpack', good.slice(0, good.length / 2));
  put('less.jpack', good.slice(0, -1));
  put('empty.jpack', '');
  put('portal.jpack', '<!doctype html><title>Masuk ke Wi-Fi</title><form action="/masuk"></form>');
  put('longest.jpack', padded(good, SIGNED_FILE_BYTES));
  put('too-long.jpack', padded(good, SIGNED_FILE_BYTES + 1));
  put('stranger.jpack', await signedFile(await createPublisher(), { payload: { seq: 2 } }));
  for (const name of ['rekaan.crx', 'rekaan.xpi', 'update.xml', 'updates.json']) put(name, 'invented');
  for (const folder of ['precompressed', 'cut-gzip']) mkdirSync(join(site, folder));
  put('precompressed/good.jpack', good);
  put('precompressed/good.jpack.gz', gzipSync(good));
  put('cut-gzip/good.jpack', gzipSync(good).subarray(0, -40));
  nginx = await startNginx([agencyServer(site), ODD_HOST]);
});
afterAll(async () => {
  await nginx?.stop();
  rmSync(site, { recursive: true });
});

beforeEach(() => {
  resetBrowser();
  distrust = trust(nginx.certificate);
});
afterEach(() => {
  distrust();
  vi.restoreAllMocks();
});

const agency = (name: string) => `${nginx.origins[0]}/${name}`;
const odd = (path: string) => `${nginx.origins[1]}/${path}`;

/** Looks at this address as a worker does, and tells how it went. */
async function look(url: string): Promise<string | undefined> {
  const source = { url, packId: PACK_ID, ...publisher.keys };
  await fakeBrowser.storage.local.set({ policy: { policy: { packSources: [source] }, faults: [] } });
  await checkSources(() => NOW, 'all');
  return (await readRecord(PACK_ID)).check?.result;
}
const active = async () => (await readSignedPacks()).map(({ note }) => `${note.epoch}.${note.seq}`);

describe('a host with the settings of the kit', () => {
  it('gives the very bytes, and they are judged as new', async () => {
    const file = await fetchPack(agency('good.jpack'));
    expect(file).toEqual(good);
    const question = { packId: PACK_ID, configured: publisher.keys, known: null, revoked: [] };
    const judgement = await judgeSignedPack(
      file as Uint8Array<ArrayBuffer>,
      { ...question, appVersion: '0.1.0' },
      packCryptography,
    );
    expect(judgement.result).toBe('new');
  });

  it('says what a browser needs to hear, packed or not, and nothing that would be kept', async () => {
    for (const [packing, encoding] of [
      ['gzip', 'gzip'],
      ['identity', null],
    ] as const) {
      const { status, headers } = await fetch(agency('good.jpack'), {
        headers: { 'Accept-Encoding': packing, Origin: 'chrome-extension://rekaan' },
      });
      expect(status).toBe(200);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('cache-control')).toBe('no-cache');
      expect(headers.get('content-type')).toBe('application/json');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-encoding')).toBe(encoding);
      expect(headers.get('set-cookie')).toBeNull();
      // Or a cache on the way would give the packed one to whoever asked for the plain one.
      expect(headers.get('vary')).toBe('Accept-Encoding');
    }
  });

  it('gives the packed file to a cache on the way too, which can ask whether it is still the one', async () => {
    const asks = (more: Record<string, string> = {}) =>
      fetch(agency('good.jpack'), { headers: { 'Accept-Encoding': 'gzip', Via: '1.1 cdn.rekaan', ...more } });
    const { headers } = await asks();
    expect(headers.get('content-encoding')).toBe('gzip');
    expect(headers.get('cache-control')).toBe('no-cache');
    const mark = headers.get('etag') ?? '';
    expect(mark).toMatch(/^W\/"/);
    expect((await asks({ 'If-None-Match': mark })).status).toBe(304);
    writeFileSync(join(site, 'good.jpack'), `${new TextDecoder().decode(good)} `);
    try {
      expect((await asks({ 'If-None-Match': mark })).status).toBe(200);
    } finally {
      writeFileSync(join(site, 'good.jpack'), good);
    }
  });

  it('lets nobody keep that a file is not there', async () => {
    const { status, headers } = await fetch(agency('absent.jpack'));
    expect([status, headers.get('cache-control')]).toEqual([404, 'no-cache']);
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });

  it.each([
    ['rekaan.crx', 'application/x-chrome-extension'],
    ['rekaan.xpi', 'application/x-xpinstall'],
    ['update.xml', null],
    ['updates.json', null],
  ])('gives %s as browsers want it', async (name, type) => {
    const { status, headers } = await fetch(agency(name));
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-cache']);
    if (type) expect(headers.get('content-type')).toBe(type);
  });

  it('sees nothing that tells one client from another, nor whether it came before', async () => {
    for (const _ of [1, 2]) await look(agency('first.jpack'));
    const asked = () => {
      const lines = readFileSync(join(nginx.folder, 'access.log'), 'utf8').split('\n');
      return lines.filter((line) => line.startsWith('GET /first.jpack '));
    };
    // It writes its log after the answer.
    await expect.poll(asked).toHaveLength(2);
    const [one, other] = asked();
    expect(other).toBe(one);
    const [request, status, , language, , cookie, referrer, validators] = one?.split('|') ?? [];
    expect([request, status, language]).toEqual(['GET /first.jpack HTTP/1.1', '200', 'id']);
    expect([cookie, referrer, validators]).toEqual(['--', '-', '--']);
  });

  it('is not believed where its certificate is of somebody else, or for another name', async () => {
    const servers = [`root ${site};`];
    const stranger = await startNginx(servers);
    const other = await startNginx(servers, 'lain.rekaan.example');
    try {
      const url = `${stranger.origins[0]}/good.jpack`;
      expect(await fetchPack(url)).toBeUndefined();
      distrust();
      distrust = trust(stranger.certificate);
      expect(await fetchPack(url)).toEqual(good);
      distrust();
      distrust = trust(other.certificate);
      expect(await fetchPack(`${other.origins[0]}/good.jpack`)).toBeUndefined();
    } finally {
      await Promise.all([stranger.stop(), other.stop()]);
    }
  });
});

describe('hosts that give the file', () => {
  it.each([
    'plain/good.jpack',
    'gzip/good.jpack',
    'precompressed/good.jpack',
    // The signature tells what a file is, not what the host calls it.
    'as-page/good.jpack',
    'as-download/good.jpack',
    'as-nothing/good.jpack',
    // As long as it may be.
    'plain/longest.jpack',
    'gzip/longest.jpack',
  ])('%s', async (path) => {
    expect(await look(agency('first.jpack'))).toBe('new');
    expect(await look(odd(path))).toBe('new');
    expect(await active()).toEqual(['1.2']);
  });
});

describe('hosts that behave badly: the last good release stays', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['301.jpack', 'unreachable'],
    ['302.jpack', 'unreachable'],
    ['303.jpack', 'unreachable'],
    ['307.jpack', 'unreachable'],
    ['308.jpack', 'unreachable'],
    ['204.jpack', 'unreachable'],
    ['304.jpack', 'unreachable'],
    ['401.jpack', 'unreachable'],
    ['404.jpack', 'unreachable'],
    ['410.jpack', 'unreachable'],
    ['429.jpack', 'unreachable'],
    ['500.jpack', 'unreachable'],
    ['503.jpack', 'unreachable'],
    ['plain/absent.jpack', 'unreachable'],
    ['forbidden/good.jpack', 'unreachable'],
    ['error-with-file.jpack', 'unreachable'],
    ['closes.jpack', 'unreachable'],
    ['not-really-gzip/good.jpack', 'unreachable'],
    ['plain/too-long.jpack', 'unreachable'],
    ['gzip/too-long.jpack', 'unreachable'],
    ['plain/half.jpack', 'no-signed-pack'],
    ['gzip/half.jpack', 'no-signed-pack'],
    ['plain/less.jpack', 'no-signed-pack'],
    // Node hands on what it could unpack.
    ['cut-gzip/good.jpack', 'no-signed-pack'],
    ['plain/empty.jpack', 'no-signed-pack'],
    ['gzip/empty.jpack', 'no-signed-pack'],
    ['plain/portal.jpack', 'no-signed-pack'],
    ['as-page/portal.jpack', 'no-signed-pack'],
    ['plain/stranger.jpack', 'unsigned'],
  ];

  it.each(cases)('%s: %s', async (path, result) => {
    expect(await look(agency('first.jpack'))).toBe('new');
    expect(await look(odd(path))).toBe(result);
    expect(await active()).toEqual(['1.1']);
    expect(await look(agency('good.jpack'))).toBe('new');
  });

  it('a slow one is given up after half a minute, also in the middle of the file', async () => {
    expect(await look(agency('first.jpack'))).toBe('new');
    const after = AbortSignal.timeout.bind(AbortSignal);
    const limit = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => after(SHORT_MS));
    const began = performance.now();
    expect(await look(odd('slow/good.jpack'))).toBe('unreachable');
    expect(performance.now() - began).toBeGreaterThan(SHORT_MS * 0.9);
    expect(limit.mock.calls).toEqual([[30_000]]);
    expect(await active()).toEqual(['1.1']);
  });

  it('one that answers is asked again the next day, one that does not later and later', async () => {
    const pauses: number[] = [];
    for (const path of ['plain/stranger.jpack', '404.jpack']) {
      for (let time = 0; time < 5; time += 1) await look(odd(path));
      pauses.push(((await readRecord(PACK_ID)).next - NOW) / (60 * 60_000));
    }
    const [answered = 0, unreachable = 0] = pauses;
    expect(answered).toBeGreaterThanOrEqual(0.8 * 24);
    expect(answered).toBeLessThanOrEqual(1.2 * 24);
    // The fifth time in a row.
    expect(unreachable).toBeGreaterThanOrEqual(0.8 * 16);
    expect(unreachable).toBeLessThanOrEqual(1.2 * 16);
  });

  it('one that is gone', async () => {
    expect(await look(agency('first.jpack'))).toBe('new');
    const gone = await startNginx([`root ${site};`]);
    await gone.stop();
    expect(await look(`${gone.origins[0]}/good.jpack`)).toBe('unreachable');
    expect(await active()).toEqual(['1.1']);
  });
});
