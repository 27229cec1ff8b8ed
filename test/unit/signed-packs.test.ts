import './fake-browser.ts';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  acceptHeld,
  CHECK_ALARM,
  checkSources,
  noteEquivocationSeen,
} from '../../src/background/packs/check-sources.ts';
import { currentPacks } from '../../src/background/packs/installed-packs.ts';
import {
  PACK_DATABASE,
  type PackRecord,
  putFile,
  putRecord,
  readFile,
  readRecord,
} from '../../src/background/packs/pack-database.ts';
import {
  addFile,
  addLink,
  previewFile,
  previewLink,
  removeLink,
} from '../../src/background/packs/pack-links.ts';
import { restatedSources } from '../../src/background/packs/pack-sources.ts';
import { readSignedPacks } from '../../src/background/packs/signed-packs.ts';
import { sourceStates } from '../../src/background/packs/source-states.ts';
import { publish } from '../../src/background/publish.ts';
import { createKeyPair, type KeyPair } from '../../src/cli/pack/signing.ts';
import { fingerprintWords } from '../../src/core/format/proquint.ts';
import { HOUR_MS } from '../../src/core/log/log-id.ts';
import { CATCH_UP_MS, ON_TIME_MS, pauseBefore } from '../../src/core/pack/check-times.ts';
import type { Pack } from '../../src/core/pack/pack.ts';
import { readEnvelope, SIGNED_FILE_BYTES } from '../../src/core/pack/signed-pack.ts';
import { keyFingerprint, packCryptography } from '../../src/shared/pack-cryptography.ts';
import { eventually } from '../eventually.ts';
import { triesOf } from '../extent.ts';
import { fakeBrowser, resetBrowser } from './fake-browser.ts';
import {
  createPublisher,
  inventedPack,
  PACK_ID,
  type Parts,
  type Publisher,
  signedFile,
  statementOf,
} from './publisher.ts';

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

const URL_OF_PACK = 'https://paket.rekaan.example/rekaan.jpack';
const START = Date.UTC(2031, 1, 2);
const DAY_MS = 24 * HOUR_MS;

let publisher: Publisher;
let spare: KeyPair;
beforeAll(async () => {
  [publisher, spare] = await Promise.all([createPublisher(), createKeyPair()]);
});

let time = START;
const now = () => time;

/** What the host answers; `served` counts how often it was asked. */
let answer: (() => Promise<Response> | Response) | undefined;
let served: [string, RequestInit | undefined][] = [];

beforeEach(() => {
  resetBrowser();
  time = START;
  served = [];
  answer = undefined;
  vi.mocked(publish).mockClear();
  vi.stubGlobal('fetch', async (url: string, options?: RequestInit) => {
    served.push([url, options]);
    if (!answer) throw new TypeError('Failed to fetch');
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

async function configure(changes: object = {}): Promise<void> {
  const source = { url: URL_OF_PACK, packId: PACK_ID, ...publisher.keys, ...changes };
  await fakeBrowser.storage.local.set({ policy: { policy: { packSources: [source] }, faults: [] } });
}

const serve = (file: Uint8Array<ArrayBuffer>) => {
  answer = () => new Response(file.slice());
};
const release = (seq: number, parts: Parts = {}) =>
  signedFile(publisher, { ...parts, payload: { seq, ...parts.payload } });

/** Asks now, whatever the calendar says, and tells how it went. */
async function look(file?: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  if (file) serve(file);
  await checkSources(now, 'all');
  return (await readRecord(PACK_ID)).check?.result;
}

const active = async () => (await readSignedPacks()).map(({ note }) => `${note.epoch}.${note.seq}`);

describe('the channel', () => {
  it('asks nobody where nothing is configured', async () => {
    await checkSources(now);
    expect(served).toEqual([]);
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('tells the open pages once it has looked, and says nothing where it had no reason to look', async () => {
    const told: unknown[] = [];
    fakeBrowser.runtime.sendMessage = vi.fn(async (message) => void told.push(message)) as never;
    await configure();
    await checkSources(now);
    expect(told).toEqual([{ name: 'sources.changed', payload: null }]);
    await checkSources(now);
    expect(told).toHaveLength(1);
    // The policy took the list away.
    await fakeBrowser.storage.local.set({ policy: { policy: {}, faults: [] } });
    await checkSources(now, new Set());
    expect(told).toHaveLength(2);
  });

  it('brings a release into the rules, and a newer one takes its place', async () => {
    await configure();
    expect(await look(await release(1))).toBe('new');
    expect((await currentPacks()).map(({ id }) => id)).toContain(PACK_ID);
    expect(publish).toHaveBeenCalledTimes(1);
    expect(await look()).toBe('unchanged');
    expect(publish).toHaveBeenCalledTimes(1);
    expect(await look(await release(2, { pack: inventedPack(3) }))).toBe('new');
    expect(await active()).toEqual(['1.2']);
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it('asks as everybody else does', async () => {
    await configure();
    await look(await release(1));
    const [[url, { signal, ...options } = {}] = []] = served;
    expect(url).toBe(URL_OF_PACK);
    expect(options).toEqual({
      method: 'GET',
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      headers: { 'Accept-Language': 'id' },
    });
    expect(signal).toBeInstanceOf(AbortSignal);
  });

  it('takes a pack out of the policy itself without asking anybody', async () => {
    const url = `data:application/json;base64,${Buffer.from(await release(1)).toString('base64')}`;
    await configure({ url });
    expect(await look()).toBe('new');
    expect(served).toEqual([]);
    expect((await sourceStates(now()))[0]?.url).toBeNull();
  });

  it('comes again after about a day, and after failures later and later, up to a week', async () => {
    await configure();
    await look(await release(1));
    const { next } = await readRecord(PACK_ID);
    expect(next - START).toBeGreaterThanOrEqual(0.8 * DAY_MS);
    expect(next - START).toBeLessThanOrEqual(1.2 * DAY_MS);
    expect((await fakeBrowser.alarms.get(CHECK_ALARM))?.scheduledTime).toBe(next);
    served = [];
    await checkSources(now);
    expect(served).toEqual([]);
    time = next;
    answer = undefined;
    await checkSources(now);
    expect(served).toHaveLength(1);
    expect(await readRecord(PACK_ID)).toMatchObject({ failures: 1, check: { result: 'unreachable' } });
    const pauses = [0, 1, 2, 3, 5, 8, 9, 60].map((failures) => pauseBefore(failures, 0.5) / HOUR_MS);
    expect(pauses).toEqual([24, 1, 2, 4, 16, 128, 168, 168]);
    expect(pauseBefore(0, 0)).toBe(0.8 * DAY_MS);
  });

  it('a look that a machine slept through is put off by a moment of its own, once, and then comes', async () => {
    await configure();
    await look(await release(1));
    const { next } = await readRecord(PACK_ID);
    served = [];
    time = next + ON_TIME_MS + 1;
    const chance = vi.spyOn(Math, 'random').mockReturnValue(0.3);
    await checkSources(now);
    const moment = time + 0.3 * CATCH_UP_MS;
    expect((await readRecord(PACK_ID)).next).toBe(moment);
    expect((await fakeBrowser.alarms.get(CHECK_ALARM))?.scheduledTime).toBe(moment);
    // Each message of a tab may start a worker, and none draws again.
    chance.mockReturnValue(0.9);
    time += 60_000;
    await checkSources(now);
    expect((await readRecord(PACK_ID)).next).toBe(moment);
    expect(served).toEqual([]);
    vi.restoreAllMocks();
    time = moment + ON_TIME_MS;
    await checkSources(now);
    expect(served).toHaveLength(1);
  });

  it('the first look and a look that the person asks for are at once, and so is what asks nobody', async () => {
    await configure();
    serve(await release(1));
    await checkSources(now);
    expect(served).toHaveLength(1);
    time += 3 * DAY_MS;
    expect(await look()).toBe('unchanged');
    expect(served).toHaveLength(2);
    const url = `data:application/json;base64,${Buffer.from(await release(2)).toString('base64')}`;
    await configure({ url });
    time += 3 * DAY_MS;
    await checkSources(now);
    expect(await active()).toEqual(['1.2']);
  });

  it('a list that the policy states anew is looked for at once: another file in it, another address, other keys', async () => {
    const embed = async (seq: number) =>
      `data:application/json;base64,${Buffer.from(await release(seq)).toString('base64')}`;
    const policyWith = async (...sources: readonly object[]) => {
      const { policy: oldValue } = await fakeBrowser.storage.local.get('policy');
      const packSources = sources.map((changes) => ({
        url: '',
        packId: PACK_ID,
        ...publisher.keys,
        ...changes,
      }));
      const newValue = { policy: { packSources }, faults: [] };
      await fakeBrowser.storage.local.set({ policy: newValue });
      return restatedSources({ oldValue, newValue });
    };
    expect(await policyWith({ url: await embed(1) })).toEqual(new Set());
    await checkSources(now);
    expect(await active()).toEqual(['1.1']);
    const restated = await policyWith({ url: await embed(2) }, { packId: 'lain-2031', url: URL_OF_PACK });
    expect(restated).toEqual(new Set([PACK_ID]));
    await checkSources(now, restated);
    expect(await active()).toEqual(['1.2']);
    expect(await policyWith({ url: await embed(2) })).toEqual(new Set([PACK_ID]));
    expect(await policyWith({ url: URL_OF_PACK })).toEqual(new Set([PACK_ID]));
    expect(await policyWith({ url: URL_OF_PACK })).toEqual(new Set());
    const other = { url: URL_OF_PACK, signingKeys: [spare.publicKey] };
    expect(await policyWith(other)).toEqual(new Set([PACK_ID]));
    // What a wipe takes away and puts back is no news: a request would tell the host of it.
    await fakeBrowser.storage.local.remove('policy');
    expect(await policyWith(other)).toEqual(new Set());
  });

  it('the worker is told so by its storage', async () => {
    await configure();
    serve(await release(1));
    fakeBrowser.storage.managed.get = (async () => ({})) as never;
    vi.resetModules();
    await import('../../src/background/main.ts');
    await eventually(async () => expect((await readRecord(PACK_ID)).check?.result).toBe('new'));
    expect(served).toHaveLength(1);
    await configure({ url: 'https://lain.rekaan.example/rekaan.jpack' });
    await eventually(() => expect(served).toHaveLength(2));
    expect(served[1]?.[0]).toBe('https://lain.rekaan.example/rekaan.jpack');
    // What the worker still does would else end in the storage of the next test.
    await eventually(async () => expect((await readRecord(PACK_ID)).check?.result).toBe('unchanged'));
  });

  it('forgets a source that is configured no more, and begins where it was when it comes back', async () => {
    await configure();
    await look(await release(5));
    await fakeBrowser.storage.local.remove('policy');
    expect(await active()).toEqual([]);
    await configure();
    expect(await look(await release(4))).toBe('older');
    expect(await active()).toEqual(['1.5']);
  });
});

describe('hosts that behave badly: the last good release stays', () => {
  const stream = (next: (controller: ReadableStreamDefaultController<Uint8Array>) => void) =>
    new Response(new ReadableStream({ pull: next }));
  const text = (body: string, init?: ResponseInit) => () => new Response(body, init);
  const hosts: readonly (readonly [
    string,
    (file: Uint8Array<ArrayBuffer>) => () => Promise<Response> | Response,
  ])[] = [
    ['is not there', () => () => Promise.reject(new TypeError('Failed to fetch'))],
    ['never answers', () => () => Promise.reject(new DOMException('timed out', 'TimeoutError'))],
    ['redirects', () => () => Promise.reject(new TypeError('redirect'))],
    ['says 404', () => text('not found', { status: 404 })],
    ['says 500', () => text('', { status: 500 })],
    ['says 304', () => () => new Response(null, { status: 304 })],
    ['says 403 with a whole file', (file) => () => new Response(file.slice(), { status: 403 })],
    ['gives nothing', () => text('')],
    ['gives a page of a portal', () => text('<!doctype html><title>Masuk ke Wi-Fi</title>')],
    [
      'gives a page as JSON',
      () => text('<html></html>', { headers: { 'content-type': 'application/json' } }),
    ],
    ['gives other JSON', () => text('{"hello":1}')],
    ['gives null', () => text('null')],
    ['gives half', (file) => () => new Response(file.slice(0, file.length / 2))],
    ['gives one byte less', (file) => () => new Response(file.slice(0, -1))],
    ['gives one byte more', (file) => () => new Response(Uint8Array.from([...file, 0x7d]))],
    [
      'gives another bit',
      (file) => () => new Response(file.map((byte, at) => (at === 40 ? byte ^ 1 : byte))),
    ],
    [
      'never ends',
      () => () => stream((controller) => controller.enqueue(new Uint8Array(1024 * 1024).fill(0x20))),
    ],
    ['is one byte too long', () => () => new Response(new Uint8Array(SIGNED_FILE_BYTES + 1).fill(0x20))],
    [
      'breaks off',
      (file) => {
        let sent = false;
        return () =>
          stream((controller) => {
            if (sent) controller.error(new TypeError('connection lost'));
            else controller.enqueue(file.slice(0, 50));
            sent = true;
          });
      },
    ],
    ['gives what is no UTF-8', () => () => new Response(new Uint8Array(200).fill(0xff))],
  ];

  it('has 20 of them', () => expect(hosts).toHaveLength(20));

  describe.each([
    ['at the first look', 0],
    ['after one release', 1],
    ['after two', 2],
  ] as const)('%s', (_name, releases) => {
    it.each(hosts)('the host %s', async (_host, make) => {
      await configure();
      for (let seq = 1; seq <= releases; seq += 1) expect(await look(await release(seq))).toBe('new');
      vi.mocked(publish).mockClear();
      answer = make(await release(9));
      expect(['unreachable', 'no-signed-pack', 'unsigned']).toContain(await look());
      expect(await active()).toEqual(releases === 0 ? [] : [`1.${releases}`]);
      expect(publish).not.toHaveBeenCalled();
      expect(await look(await release(9))).toBe('new');
    });
  });

  it('an endless answer is cut off', async () => {
    await configure();
    let megabytes = 0;
    answer = () =>
      stream((controller) => {
        megabytes += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      });
    expect(await look()).toBe('unreachable');
    expect(megabytes).toBeLessThan(12);
  });
});

describe('what was stored', () => {
  it('is verified again: a damaged slot gives way to the release before it, and is mended', async () => {
    await configure();
    await look(await release(1));
    const file = await release(2);
    await look(file);
    const { active: slot } = await readRecord(PACK_ID);
    const stored = await readFile(PACK_ID, slot ?? 'a');
    if (!stored) throw new Error('nothing stored');
    stored[60] = (stored[60] ?? 0) ^ 1;
    await putFile(PACK_ID, slot ?? 'a', stored);
    await fakeBrowser.storage.local.remove('packCopies');
    vi.resetModules();
    const fresh = await import('../../src/background/packs/signed-packs.ts');
    expect((await fresh.readSignedPacks()).map(({ note }) => note.seq)).toEqual([1]);
    serve(file);
    const { checkSources: lookAgain } = await import('../../src/background/packs/check-sources.ts');
    await lookAgain(now, 'all');
    expect((await fresh.readSignedPacks()).map(({ note }) => note.seq)).toEqual([2]);
  });

  it('a key that the policy revokes takes its release with it', async () => {
    const both = { keys: [publisher.signing.publicKey, spare.publicKey], threshold: 1 };
    await configure();
    await look(await release(1, { payload: { signing: both } }));
    await look(await release(2, { signers: [spare] }));
    const packSources = [{ url: URL_OF_PACK, packId: PACK_ID, ...publisher.keys }];
    const policy = { packSources, revokedKeys: [spare.publicKey] };
    await fakeBrowser.storage.local.set({ policy: { policy, faults: [] } });
    expect(await active()).toEqual(['1.1']);
  });

  it('a release that hands over to another key alone is still the one in use when it is met again', async () => {
    const alone = { keys: [spare.publicKey], threshold: 1 };
    await configure();
    expect(await look(await release(1, { payload: { signing: alone } }))).toBe('new');
    expect(await look()).toBe('unchanged');
    expect(await look(await release(2))).toBe('unsigned');
    expect(await look(await release(2, { signers: [spare] }))).toBe('new');
  });

  it.each(['the database', 'storage.local'])('an old release is refused after %s was lost', async (lost) => {
    await configure();
    const old = await release(3);
    await look(old);
    await look(await release(5));
    if (lost === 'the database') globalThis.indexedDB = new (await import('fake-indexeddb')).IDBFactory();
    else await fakeBrowser.storage.local.remove('packTrust');
    expect(await look(old)).toBe('older');
    // The known one is installed again where it was lost.
    expect(await look(await release(5))).toMatch(/^(new|unchanged)$/);
    expect(await active()).toEqual(['1.5']);
  });

  it('a release that is too large for what is left changes nothing, and says so', async () => {
    await configure();
    await look(await release(1));
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'files') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    expect(await look(await release(2))).toBe('no-room');
    vi.restoreAllMocks();
    expect(await active()).toEqual(['1.1']);
  });

  it('survives kills while a release is activated: the old one or the new one, never none', async () => {
    await configure();
    const [first, second] = await Promise.all([release(1), release(2, { pack: inventedPack(3) })]);
    const seen = new Map<string, number>();
    for (let kill = 0; kill < triesOf(200); kill += 1) {
      resetBrowser();
      await configure();
      expect(await look(first)).toBe('new');
      // Each write of the activation may be the last one that happens; which, differs from round to round.
      let writes = 0;
      const last = kill % 7;
      const dies = () => {
        writes += 1;
        if (writes > last) throw new Error('killed');
      };
      const { put } = IDBObjectStore.prototype;
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
        dies();
        return put.apply(this, args);
      });
      const { set } = fakeBrowser.storage.local;
      vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation((...args) => {
        dies();
        return set.apply(fakeBrowser.storage.local, args);
      });
      serve(second);
      await checkSources(now, 'all').catch(() => undefined);
      vi.restoreAllMocks();
      const [found] = await active();
      expect(['1.1', '1.2']).toContain(found);
      seen.set(found ?? '', (seen.get(found ?? '') ?? 0) + 1);
      expect(await look(second)).toMatch(/^(new|unchanged)$/);
      expect(await active()).toEqual(['1.2']);
    }
    expect([...seen.keys()].sort()).toEqual(['1.1', '1.2']);
  });
});

describe('age', () => {
  it('an expired release stays in use and is called stale, whatever the clock says later', async () => {
    await configure();
    await look(await release(1));
    for (const [days, stale] of [
      [0, false],
      [87, false],
      [89, true],
      [400, true],
      [-800, false],
    ] as const) {
      time = START + days * DAY_MS;
      expect(await active()).toEqual(['1.1']);
      expect((await sourceStates(now()))[0]?.active?.stale, `${days}`).toBe(stale);
    }
    time = START + 89 * DAY_MS;
    expect(
      await look(
        await release(2, {
          payload: { issuedAt: '2031-04-01T00:00:00Z', expiresAt: '2031-09-01T00:00:00Z' },
        }),
      ),
    ).toBe('new');
    expect((await sourceStates(now()))[0]?.active?.stale).toBe(false);
  });

  it('a clock that is years off brings no old release back and keeps no new one out', async () => {
    await configure();
    const [old, current] = await Promise.all([release(3), release(5)]);
    await look(old);
    await look(current);
    for (const [years, seq] of [
      [-30, 6],
      [30, 7],
    ] as const) {
      time = START + years * 365 * DAY_MS;
      expect(await look(old)).toBe('older');
      expect(await look(await release(seq))).toBe('new');
      expect(await active()).toEqual([`1.${seq}`]);
    }
  });

  it('a host that serves the same old file for 40 days: stale, and on', async () => {
    await configure();
    const file = await release(1, { payload: { expiresAt: '2031-02-20T00:00:00Z' } });
    serve(file);
    for (let day = 0; day < 40; day += 1) {
      time = START + day * DAY_MS;
      await checkSources(now, 'all');
      expect(await active()).toEqual(['1.1']);
      expect((await sourceStates(now()))[0]?.active?.stale).toBe(day >= 19);
    }
  });
});

describe('poison', () => {
  const withPhrases = (texts: readonly string[]): Pack => {
    const pack = inventedPack();
    const phrases = texts.map((text, at) => ({
      id: `racun-${at}`,
      text,
      strength: 'strong' as const,
      kind: 'support' as const,
      language: 'id',
      source: 'invented for tests',
      confidence: 'in_use' as const,
    }));
    return { ...pack, phrases };
  };
  it('an emptied list, and one that loses more than half', async () => {
    await configure();
    await look(await release(1, { pack: inventedPack(20) }));
    for (const [seq, candidates] of [
      [2, 0],
      [3, 1],
      [4, 5],
      [5, 9],
    ] as const) {
      expect(await look(await release(seq, { pack: inventedPack(candidates) }))).toBe('held');
      expect(await active()).toEqual(['1.1']);
    }
    expect(await look(await release(6, { pack: inventedPack(10) }))).toBe('new');
  });

  it('an empty first release waits too', async () => {
    await configure();
    expect(await look(await release(1, { pack: inventedPack(0) }))).toBe('held');
    expect(await active()).toEqual([]);
  });

  it('what no schema allows is refused outright', async () => {
    await configure();
    const pack = inventedPack();
    for (const change of [
      { title: 'https://jahat.example' },
      { source: '<script>a()</script>' },
      { id: 'DROP TABLE' },
      { phrases: withPhrases(['ya']).phrases },
      { entities: [...pack.entities, ...pack.entities] },
      { exceptions: 'none' },
    ]) {
      expect(await look(await release(1, { pack: { ...pack, ...change } }))).toMatch(
        /^(invalid|other-pack)$/,
      );
    }
  });

  it('20 ordinary updates pass', async () => {
    await configure();
    for (let seq = 1; seq <= 20; seq += 1)
      expect(await look(await release(seq, { pack: inventedPack(2 + seq) }))).toBe('new');
  });

  it('the person may accept what waits: that very release, once it was looked at', async () => {
    await configure();
    await look(await release(1, { pack: inventedPack(20) }));
    expect(await look(await release(2, { pack: inventedPack(3) }))).toBe('held');
    const held = (await sourceStates(now()))[0]?.held;
    expect(held).toMatchObject({ reasons: ['drops'], dropped: 17 / 20 });
    expect(await acceptHeld(PACK_ID, 'f'.repeat(64), now)).toBe(false);
    expect(await acceptHeld(PACK_ID, held?.hash ?? '', now)).toBe(true);
    expect(await active()).toEqual(['1.2']);
    expect((await sourceStates(now()))[0]?.held).toBeNull();
    expect(await readFile(PACK_ID, 'held')).toBeUndefined();
  });

  it('ids of another list are refused', async () => {
    const packId = 'general';
    await configure({ packId });
    await look(await signedFile(publisher, { pack: inventedPack(2, packId) }));
    expect((await readRecord(packId)).check?.result).toBe('clash');
    expect(await readSignedPacks()).toEqual([]);
  });
});

describe('a stolen key', () => {
  it('fast-forward, then recovery: every simulated client is restored and the old key is dead', async () => {
    const [good, far, recovery, next] = await Promise.all([
      release(1),
      release(Number.MAX_SAFE_INTEGER, { pack: inventedPack(3) }),
      recovered(1),
      recovered(2),
    ]);
    for (const seen of [[], [good], [far], [good, far]]) {
      resetBrowser();
      await configure();
      for (const file of seen) expect(await look(file)).toBe('new');
      expect((await sourceStates(now()))[0]?.changedKeyWords).toBeNull();
      expect(await look(recovery)).toBe('new');
      // And the settings tell the words of the key that counts now.
      const key = { ...publisher.keys, signingKeys: [spare.publicKey] };
      expect((await sourceStates(now()))[0]?.changedKeyWords).toBe(
        fingerprintWords(await keyFingerprint(key)),
      );
      expect(await active()).toEqual(['2.1']);
      expect(await look(far)).toBe('revoked');
      expect(await look(next)).toBe('new');
    }
  });

  it('two releases with one number: the first stays, and both hashes are shown', async () => {
    await configure();
    await look(await release(4));
    const first = (await sourceStates(now()))[0]?.active?.hash;
    expect(await look(await release(4, { pack: inventedPack(3) }))).toBe('equivocation');
    const state = (await sourceStates(now()))[0];
    expect(state?.active?.hash).toBe(first);
    expect(state?.check?.details).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(state?.check?.details[0]).not.toBe(first);
  });

  it('and that is told until the person saw it, whatever comes meanwhile, and stays in the history', async () => {
    await configure();
    const [good, second, third] = await Promise.all([
      release(4),
      release(4, { pack: inventedPack(3) }),
      release(4, { pack: inventedPack(4) }),
    ]);
    const told = async () =>
      (await sourceStates(now()))[0]?.equivocations.map(({ epoch, seq, seen }) => `${epoch}.${seq} ${seen}`);
    await look(good);
    expect(await told()).toEqual([]);
    for (const file of [second, second]) expect(await look(file)).toBe('equivocation');
    time += DAY_MS;
    expect(await look(good)).toBe('unchanged');
    expect(await look(await release(5))).toBe('new');
    answer = undefined;
    expect(await look()).toBe('unreachable');
    expect(await told()).toEqual(['1.4 false']);
    const [first] = (await sourceStates(now()))[0]?.equivocations ?? [];
    expect(first).toMatchObject({ time: START, kept: await hashOf(good), refused: await hashOf(second) });
    expect(first?.keptWords).not.toBe(first?.refusedWords);
    expect(await noteEquivocationSeen(PACK_ID, first?.kept ?? '')).toBe(false);
    expect(await noteEquivocationSeen(PACK_ID, first?.refused ?? '')).toBe(true);
    expect(await told()).toEqual(['1.4 true']);
    // A second one is told anew; the first, which the host may give out for months, is not.
    await fakeBrowser.storage.local.remove('packTrust');
    await putRecord({ ...(await readRecord(PACK_ID)), state: null, active: null });
    await look(good);
    expect(await look(second)).toBe('equivocation');
    expect(await look(third)).toBe('equivocation');
    expect(await told()).toEqual(['1.4 false', '1.4 true']);
  });

  it('two of those that wait are told too, and neither takes effect by itself', async () => {
    await configure();
    const [first, second, small, harmless] = await Promise.all([
      release(5, { pack: inventedPack(1) }),
      release(5, { pack: inventedPack(2) }),
      release(6, { pack: inventedPack(1) }),
      release(5, { pack: inventedPack(19) }),
    ]);
    await look(await release(4, { pack: inventedPack(20) }));
    const told = async () => (await sourceStates(now()))[0]?.equivocations ?? [];
    expect(await look(first)).toBe('held');
    expect(await look(first)).toBe('held');
    expect(await told()).toEqual([]);
    for (const file of [second, second]) expect(await look(file)).toBe('equivocation');
    const kept = await hashOf(first);
    expect(await told()).toMatchObject([
      { epoch: 1, seq: 5, kept, refused: await hashOf(second), seen: false },
    ]);
    expect((await sourceStates(now()))[0]).toMatchObject({ held: { hash: kept }, active: { seq: 4 } });
    // Also where the first one waits no more, and where the second would pass the gate.
    expect(await look(small)).toBe('held');
    for (const file of [second, harmless]) expect(await look(file)).toBe('equivocation');
    expect(await active()).toEqual(['1.4']);
    expect(await told()).toMatchObject([
      { refused: await hashOf(harmless) },
      { refused: await hashOf(second) },
    ]);
    // The publisher's next number is no riddle, and what the person accepts is the very first one.
    expect(await look(await release(7, { pack: inventedPack(18) }))).toBe('new');
  });

  it('the first of two that wait can still be accepted', async () => {
    await configure();
    const first = await release(5, { pack: inventedPack(1) });
    await look(await release(4, { pack: inventedPack(20) }));
    await look(first);
    await look(await release(5, { pack: inventedPack(2) }));
    expect(await acceptHeld(PACK_ID, await hashOf(await release(5, { pack: inventedPack(2) })), now)).toBe(
      false,
    );
    expect(await acceptHeld(PACK_ID, await hashOf(first), now)).toBe(true);
    expect(await active()).toEqual(['1.5']);
  });

  const hashOf = async (file: Uint8Array<ArrayBuffer>) =>
    packCryptography.digest(readEnvelope(new TextDecoder().decode(file))?.payload ?? new Uint8Array());

  const recovered = (seq: number) =>
    signedFile(publisher, {
      signers: [spare],
      payload: { epoch: 2, seq },
      statement: {
        text: statementOf({ keys: [spare.publicKey], revoked: publisher.keys.signingKeys }),
        by: publisher.recovery,
      },
    });
});

describe('a link', () => {
  const linkTo = async (keys = publisher.keys) => `${URL_OF_PACK}#k=${await keyFingerprint(keys)}`;
  const withKeys = (parts: Parts = {}) => release(1, { ...parts, envelope: { keys: publisher.keys } });

  it('is shown first, and added with its release', async () => {
    serve(await withKeys());
    const preview = await previewLink(await linkTo());
    expect(preview).toMatchObject({ ok: true, packId: PACK_ID, entries: 2 });
    expect(await fakeBrowser.storage.local.get('packLinks')).toEqual({});
    expect(await addLink(await linkTo())).toEqual(preview);
    expect(await look()).toBe('new');
    expect((await sourceStates(now()))[0]).toMatchObject({ origin: 'link', url: URL_OF_PACK });
    await removeLink(PACK_ID);
    expect(await active()).toEqual([]);
  });

  it('of other keys than the file names leads nowhere', async () => {
    serve(await withKeys());
    const stranger = await createPublisher();
    expect(await addLink(await linkTo(stranger.keys))).toEqual({ ok: false, fault: 'keys' });
    expect(await fakeBrowser.storage.local.get('packLinks')).toEqual({});
  });

  it('to a file that a stranger signed leads nowhere', async () => {
    const stranger = await createPublisher();
    serve(await signedFile(stranger, { envelope: { keys: publisher.keys } }));
    expect(await addLink(await linkTo())).toEqual({ ok: false, fault: 'unsigned' });
  });

  it.each([
    'http://paket.rekaan.example/a.jpack#k=',
    'https://paket.rekaan.example/a.jpack?who=me#k=',
    'https://paket.rekaan.example/a.jpack',
    'javascript:alert(1)#k=',
  ])('%s is no link', async (start) => {
    expect(await previewLink(start.endsWith('=') ? start + 'a'.repeat(64) : start)).toEqual({
      ok: false,
      fault: 'link',
    });
    expect(served).toEqual([]);
  });

  it('is refused where the agency allows none, and one that was there does nothing any more', async () => {
    serve(await withKeys());
    await addLink(await linkTo());
    await look();
    await fakeBrowser.storage.local.set({ policy: { policy: { disableUserPacks: true }, faults: [] } });
    expect(await active()).toEqual([]);
    expect(await previewLink(await linkTo())).toEqual({ ok: false, fault: 'link' });
  });

  it('to the id of another list is refused', async () => {
    serve(
      await signedFile(publisher, { pack: inventedPack(2, 'general'), envelope: { keys: publisher.keys } }),
    );
    expect(await addLink(await linkTo())).toEqual({ ok: false, fault: 'taken' });
  });
});

describe('a signed file', () => {
  const fileOf = async (seq: number, pack = inventedPack()) =>
    new TextDecoder().decode(await release(seq, { pack, envelope: { keys: publisher.keys } }));

  it('is shown with its keys, added, and a newer one takes its place; nobody is asked', async () => {
    const file = await fileOf(1);
    const preview = await previewFile(file);
    expect(preview).toMatchObject({ ok: true, packId: PACK_ID });
    expect(await fakeBrowser.storage.local.get('packLinks')).toEqual({});
    await addFile(file);
    await checkSources(now, 'all');
    expect(await active()).toEqual(['1.1']);
    await addFile(await fileOf(2, inventedPack(3)));
    await checkSources(now, 'all');
    expect(await active()).toEqual(['1.2']);
    // An old file that somebody keeps handing out is refused by its number.
    await addFile(file);
    await checkSources(now, 'all');
    expect(await active()).toEqual(['1.2']);
    expect((await readRecord(PACK_ID)).check?.result).toBe('older');
    expect(served).toEqual([]);
  });

  it('of a pack that an agency configured, of a stranger, or none at all is refused', async () => {
    await configure();
    expect(await addFile(await fileOf(1))).toEqual({ ok: false, fault: 'taken' });
    await fakeBrowser.storage.local.clear();
    const stranger = await createPublisher();
    const forged = await signedFile(stranger, { envelope: { keys: publisher.keys } });
    expect(await addFile(new TextDecoder().decode(forged))).toEqual({ ok: false, fault: 'unsigned' });
    for (const text of ['', '{}', '<html>', JSON.stringify(inventedPack())])
      expect(await addFile(text)).toEqual({ ok: false, fault: 'no-signed-pack' });
    expect(await fakeBrowser.storage.local.get('packLinks')).toEqual({});
  });
});

it('a record of an earlier version is read with what it had not', async () => {
  const { equivocations: _, ...earlier } = await readRecord('x');
  await putRecord({ ...earlier, failures: 3 } as PackRecord);
  expect(await readRecord('x')).toEqual({ ...earlier, failures: 3, equivocations: [] });
});

it('the records can be written and read as they are', async () => {
  const record = { ...(await readRecord('x')), failures: 3 };
  await putRecord(record);
  expect(await readRecord('x')).toEqual(record);
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([PACK_DATABASE]);
});
