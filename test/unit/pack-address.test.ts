import './fake-browser.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkSources } from '../../src/background/packs/check-sources.ts';
import { fetchPack, isFetchable } from '../../src/background/packs/fetch-pack.ts';
import { readRecord } from '../../src/background/packs/pack-database.ts';
import { addLink, previewLink } from '../../src/background/packs/pack-links.ts';
import { isPackAddress, readPackLink } from '../../src/core/pack/pack-address.ts';
import { packSourceSchema } from '../../src/core/pack/pack-source.ts';
import { triesOf } from '../extent.ts';
import { fakeBrowser, resetBrowser } from './fake-browser.ts';

const KEY = `B${'A'.repeat(86)}`;
const FINGERPRINT = 'a'.repeat(64);
const LONG_LABEL = 'a'.repeat(63);

const good = [
  'https://paket.rekaan.go.id/kabupaten.jpack',
  'https://paket.rekaan.go.id:8443/kabupaten.jpack',
  'https://paket.rekaan.go.id:1/a',
  'https://paket.rekaan.go.id:65535/a',
  'https://localhost:8443/a.jpack',
  'https://server/daftar/2031/a.jpack',
  'https://3.server.2a/a.jpack',
  'https://a--b.rekaan.go.id/a',
  'https://xn--bcher-kva.example/a.jpack',
  `https://${LONG_LABEL}.id/a`,
  'https://rekaan.go.id/a..b/...jpack',
  'https://rekaan.go.id/daftar%20kita/a~b_c-d.jpack',
  'https://rekaan.go.id/daftar/',
];

/** Why it is none -> addresses. */
const bad: Readonly<Record<string, readonly string[]>> = {
  'is not https': [
    'http://rekaan.go.id/a',
    'ftp://rekaan.go.id/a',
    'HTTPS://rekaan.go.id/a',
    '//rekaan.go.id/a',
  ],
  'is none at all': [
    '',
    'https://',
    'https:///a',
    'https:rekaan.go.id/a',
    'javascript:alert(1)',
    'rekaan.go.id/a',
  ],
  'has no file': ['https://rekaan.go.id', 'https://rekaan.go.id/', 'https://rekaan.go.id:8443'],
  'names somebody': [
    'https://siti@rekaan.go.id/a',
    'https://siti:x@rekaan.go.id/a',
    'https://@rekaan.go.id/a',
  ],
  'has a query or fragment': [
    'https://rekaan.go.id/a?',
    'https://rekaan.go.id/a?u=1',
    'https://rekaan.go.id/a#',
    'https://rekaan.go.id/a#k=1',
  ],
  'has a port that is none, or the usual one': [
    'https://rekaan.go.id:/a',
    'https://rekaan.go.id:0/a',
    'https://rekaan.go.id:08443/a',
    'https://rekaan.go.id:65536/a',
    'https://rekaan.go.id:99999/a',
    'https://rekaan.go.id:443/a',
  ],
  'has a host that is no name': [
    'https://a..b/a',
    'https://.rekaan.go.id/a',
    'https://rekaan.go.id./a',
    'https://-rekaan.go.id/a',
    'https://rekaan-.go.id/a',
    'https://rekaan_kita.go.id/a',
    'https://Rekaan.go.id/a',
    'https://rekáan.go.id/a',
    'https://rekaan%2ego.id/a',
    `https://${LONG_LABEL}a.id/a`,
    `https://${`${LONG_LABEL}.`.repeat(4)}id/a`,
  ],
  'has a number for a host': [
    'https://10.0.0.5/a',
    'https://167772165/a',
    'https://rekaan.5/a',
    'https://0x7f.0x1/a',
    'https://rekaan.0x/a',
    'https://[::1]/a',
    'https://[fe80::1]:8443/a',
  ],
  'has dots to be resolved': [
    'https://rekaan.go.id/./a',
    'https://rekaan.go.id/..',
    'https://rekaan.go.id/a/../b',
    'https://rekaan.go.id/%2e%2E/b',
    'https://rekaan.go.id/a/.%2e/b',
    'https://rekaan.go.id/a/%2E',
  ],
  'has other characters in its path': [
    'https://rekaan.go.id/a b',
    'https://rekaan.go.id/a\\b',
    'https://rekaan.go.id\\a',
    'https://rekaan.go.id/a\tb',
    'https://rekaan.go.id/a\n',
    'https://rekaan.go.id/daftár',
    'https://rekaan.go.id/100%',
    'https://rekaan.go.id/%zz',
    'https://rekaan.go.id/%2',
    'https://rekaan.go.id/a;b',
  ],
  'is too long': [`https://rekaan.go.id/${'a'.repeat(480)}`],
};
const allBad = Object.entries(bad).flatMap(([why, addresses]) => addresses.map((address) => [why, address]));

let asked: string[] = [];
beforeEach(() => {
  resetBrowser();
  asked = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    throw new TypeError('Failed to fetch');
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('an address of a list', () => {
  it.each(good)('%s is one, in a policy too, and browsers read it as it stands', (address) => {
    expect(isPackAddress(address)).toBe(true);
    expect(new URL(address).href).toBe(address);
    const source = { url: address, packId: 'rekaan', signingKeys: [KEY], recoveryKey: KEY };
    expect(packSourceSchema.safeParse(source).success).toBe(true);
    expect(readPackLink(` ${address}#k=${FINGERPRINT}\n`)).toEqual({ address, fingerprint: FINGERPRINT });
  });

  it.each(allBad)('that %s is none: %j', async (_why, address = '') => {
    expect(isPackAddress(address)).toBe(false);
    const source = { url: address, packId: 'rekaan', signingKeys: [KEY], recoveryKey: KEY };
    expect(packSourceSchema.safeParse(source).success).toBe(false);
    for (const read of [previewLink, addLink])
      expect(await read(`${address}#k=${FINGERPRINT}`)).toEqual({ ok: false, fault: 'link' });
    expect(await fetchPack(address)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('that was stored all the same is not asked for, and nothing breaks', async () => {
    // The last is a label that no browser decodes.
    for (const url of ['https://rekaan.go.id/a/../b?siti', 'no address', 'https://xn--a.example/a']) {
      const source = { url, packId: 'rekaan', signingKeys: [KEY], recoveryKey: KEY };
      await fakeBrowser.storage.local.set({ packLinks: [source] });
      await checkSources(() => 0, 'all');
      expect((await readRecord('rekaan')).check?.result).toBe('unreachable');
    }
    expect(asked).toEqual([]);
  });

  it('is fetched where it is one', async () => {
    for (const address of good) {
      await previewLink(`${address}#k=${FINGERPRINT}`);
      await fetchPack(address);
    }
    expect(asked).toEqual(good.flatMap((address) => [address, address]));
  });
});

describe('whatever somebody writes', () => {
  const label = fc.oneof(
    fc.stringMatching(/^[a-z0-9-]{1,6}$/),
    fc.constantFrom('', 'xn--a', 'xn--bcher-kva', 'XN--A', '0x1f', '127', 'a_b', 'é', '%61', '１'),
  );
  const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
  const port = fc.oneof(
    fc.constant(''),
    fc.nat(70_000).map((number) => `:${number}`),
    fc.constantFrom(':', ':443', ':0443', ':8e3', ':-1'),
  );
  const part = fc.oneof(
    fc.stringMatching(/^[A-Za-z0-9._~-]{0,4}$/),
    fc.constantFrom(
      '.',
      '..',
      '%2e',
      '%2E.',
      '%',
      '%2',
      '%41',
      'a b',
      'ä',
      '\\',
      ';',
      '@',
      '?',
      '#',
      '[::1]',
      '\u0000',
    ),
  );
  const written = fc
    .tuple(
      fc.constantFrom('https://', 'https:/', 'http://', 'https://a@'),
      host,
      port,
      fc.array(part, { maxLength: 4 }),
    )
    .map(([start, name, at, parts]) => `${start}${name}${at}/${parts.join('/')}`);
  const mutated = fc
    .tuple(
      fc.constantFrom(...good),
      fc.nat(60),
      fc.oneof(part, fc.string({ unit: 'binary', maxLength: 3 })),
      fc.nat(2),
    )
    .map(([address, at, sign, cut]) => address.slice(0, at) + sign + address.slice(at + cut));

  it('what is accepted is the very text that a browser asks for, with nothing in it but host, port and path', () => {
    const tries = triesOf(20_000);
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(written, mutated, fc.webUrl()), (text) => {
        const isRead = URL.canParse(text) && new URL(text).href === text;
        // A browser may know that a punycode label is none; then it is not asked.
        const isName = isRead || !/\bxn--/.test(text);
        expect(isFetchable(text)).toBe(isPackAddress(text) && isName);
        if (!isFetchable(text)) return;
        accepted += 1;
        const { href, protocol, username, password, search, hash } = new URL(text);
        expect(href).toBe(text);
        expect([protocol, username, password, search, hash]).toEqual(['https:', '', '', '', '']);
      }),
      { numRuns: tries },
    );
    expect(accepted).toBeGreaterThan(tries / 10);
  });
});
