import './fake-browser.ts';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { COPIES_LENGTH, keepCopy, readCopy } from '../../src/background/packs/pack-copies.ts';
import { putFile, type Slot } from '../../src/background/packs/pack-database.ts';
import { wipe } from '../../src/background/wipe.ts';
import { createKeyPair, type KeyPair } from '../../src/cli/pack/signing.ts';
import { SIGNED_FILE_BYTES } from '../../src/core/pack/signed-pack.ts';
import type { SourceState } from '../../src/shared/messages.ts';
import type { StoredPackCopy } from '../../src/shared/storage.ts';
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
vi.mock('../../src/background/packs/built-in.ts', () => ({ builtIn: [] }));

const NOW = Date.UTC(2031, 1, 2);
const now = () => NOW;

let publisher: Publisher;
let spare: KeyPair;
let served: Uint8Array<ArrayBuffer> | undefined;
beforeAll(async () => {
  [publisher, spare] = await Promise.all([createPublisher(), createKeyPair()]);
});
beforeEach(async () => {
  resetBrowser();
  const source = { url: 'https://paket.rekaan.example/rekaan.jpack', packId: PACK_ID, ...publisher.keys };
  await fakeBrowser.storage.local.set({ policy: { policy: { packSources: [source] }, faults: [] } });
  vi.stubGlobal('fetch', async () => {
    if (!served) throw new TypeError('Failed to fetch');
    return new Response(served.slice());
  });
  vi.resetModules();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const release = (seq: number, parts: Parts = {}) =>
  signedFile(publisher, { pack: inventedPack(2 + seq), ...parts, payload: { seq, ...parts.payload } });

async function look(file?: Uint8Array<ArrayBuffer>): Promise<void> {
  served = file;
  const { checkSources } = await import('../../src/background/packs/check-sources.ts');
  await checkSources(now, 'all');
}

/** What a worker that starts anew has in use, and what it says of it. */
async function afterStart(): Promise<{ readonly seq: number | undefined; readonly state: SourceState }> {
  vi.resetModules();
  const { readSignedPacks } = await import('../../src/background/packs/signed-packs.ts');
  const { sourceStates } = await import('../../src/background/packs/source-states.ts');
  const [pack] = await readSignedPacks();
  const [state] = await sourceStates(NOW);
  if (!state) throw new Error('no source');
  expect(state.active?.seq).toBe(pack?.note.seq);
  return { seq: pack?.note.seq, state };
}

/** Chromium lost the files of large values, while the records that name them are whole; what is written anew can be read. */
function refuseFiles(...keys: readonly string[]): void {
  const refused = new Set(keys);
  const { get, put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    if (this.name === 'files' && refused.has(String(key)))
      throw new DOMException('Data lost due to missing file', 'NotReadableError');
    return get.call(this, key);
  });
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    if (this.name === 'files') refused.delete(String(key));
    return put.call(this, value, key);
  });
}

type Fate = 'whole' | 'damaged' | 'unreadable' | 'missing';
const FATES: readonly Fate[] = ['whole', 'damaged', 'unreadable', 'missing'];

async function bring(slot: Slot, fate: Fate): Promise<void> {
  const { readFile, dropFile } = await import('../../src/background/packs/pack-database.ts');
  if (fate === 'missing') await dropFile(PACK_ID, slot);
  if (fate !== 'damaged') return;
  const file = (await readFile(PACK_ID, slot)) ?? new Uint8Array();
  await putFile(
    PACK_ID,
    slot,
    file.map((byte, at) => (at === 60 ? byte ^ 1 : byte)),
  );
}

async function damageCopy(): Promise<void> {
  const { packCopies } = await fakeBrowser.storage.local.get('packCopies');
  const copy = (packCopies as Record<string, StoredPackCopy>)[PACK_ID];
  await fakeBrowser.storage.local.set({
    packCopies: { [PACK_ID]: { ...copy, file: copy?.file.slice(0, -40) } },
  });
}

describe('whatever the browser lost', () => {
  const cases = FATES.flatMap((active) =>
    FATES.flatMap((before) =>
      (['whole', 'damaged', 'missing'] as const).map((copy) => [active, before, copy] as const),
    ),
  );

  it.each(cases)('the active slot %s, the one before %s, the copy %s', async (active, before, copy) => {
    await look(await release(1));
    await look(await release(2));
    // The first release went into slot a, the second into b.
    await bring('b', active);
    await bring('a', before);
    if (copy === 'damaged') await damageCopy();
    if (copy === 'missing') await fakeBrowser.storage.local.remove('packCopies');
    const lost = [active === 'unreadable' ? 'b' : '', before === 'unreadable' ? 'a' : ''];
    refuseFiles(...lost.map((slot) => `${PACK_ID} ${slot}`));
    const left =
      active === 'whole'
        ? ([2, null] as const)
        : copy === 'whole'
          ? ([2, 'copy'] as const)
          : before === 'whole'
            ? ([1, 'before'] as const)
            : ([undefined, 'gone'] as const);
    const { seq, state } = await afterStart();
    expect([seq, state.damage]).toEqual(left);
    // The next look mends what it can, also where no host answers.
    await look();
    const mended = await afterStart();
    expect(mended.seq).toBe(seq);
    expect(mended.state.restored).toBe(left[1] === 'copy' ? NOW : null);
    expect(mended.state.damage).toBe(left[1] === 'copy' ? null : left[1]);
    if (left[1] === null || left[1] === 'copy')
      expect(await readCopy(PACK_ID)).toMatchObject({ note: { seq: 2 } });
    await look(await release(2));
    expect(await afterStart()).toMatchObject({ seq: 2, state: { damage: null } });
  });

  it.each(['empty', 'one that does not open'])(
    'a database that is %s: the copy stays in use',
    async (fate) => {
      const old = await release(1);
      await look(old);
      await look(await release(2));
      if (fate === 'empty') globalThis.indexedDB = new IDBFactory();
      else
        vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
          throw new DOMException('Internal error opening backing store', 'UnknownError');
        });
      expect(await afterStart()).toMatchObject({ seq: 2, state: { damage: 'copy' } });
      await look(old).catch(() => undefined);
      vi.restoreAllMocks();
      expect((await afterStart()).seq).toBe(2);
      await look(old);
      const { seq, state } = await afterStart();
      expect(seq).toBe(2);
      const restored = fate === 'empty' ? NOW : null;
      expect(state).toMatchObject({ damage: null, restored, check: { result: 'older' } });
      // From now on the slots are enough again, and so is a newer release.
      await fakeBrowser.storage.local.remove('packCopies');
      expect((await afterStart()).seq).toBe(2);
      await look(await release(3));
      expect((await afterStart()).seq).toBe(3);
    },
  );

  it('with everything lost but the mark nothing old comes back, and it is said', async () => {
    const [old, current] = await Promise.all([release(1), release(2)]);
    await look(old);
    await look(current);
    globalThis.indexedDB = new IDBFactory();
    await fakeBrowser.storage.local.remove('packCopies');
    expect(await afterStart()).toMatchObject({ seq: undefined, state: { damage: 'gone' } });
    await look(old);
    expect((await afterStart()).seq).toBeUndefined();
    await look(current);
    expect(await afterStart()).toMatchObject({ seq: 2, state: { damage: null } });
  });

  it('before the first release nothing is called lost', async () => {
    expect((await afterStart()).state).toMatchObject({ active: null, damage: null, restored: null });
  });
});

describe('the copy', () => {
  it.each([
    ['other content than its note says', (copy: StoredPackCopy) => ({ ...copy, file: 'H4sIAAAAAAAA' })],
    [
      'signed by a key of nobody',
      (copy: StoredPackCopy) => ({
        ...copy,
        note: { ...copy.note, signed: { ...copy.note.signed, keys: [spare.publicKey] } },
      }),
    ],
    ['no file', ({ note }: StoredPackCopy) => ({ note })],
    ['no note', ({ file }: StoredPackCopy) => ({ file })],
    ['nothing', () => null],
    ['a number', () => 7],
  ] as const)('with %s is none', async (_name, change) => {
    await look(await release(1));
    const { packCopies } = await fakeBrowser.storage.local.get('packCopies');
    const copy = (packCopies as Record<string, StoredPackCopy>)[PACK_ID];
    if (!copy) throw new Error('no copy');
    globalThis.indexedDB = new IDBFactory();
    await fakeBrowser.storage.local.set({ packCopies: { [PACK_ID]: change(copy) } });
    expect(await afterStart()).toMatchObject({ seq: undefined, state: { damage: 'gone' } });
  });

  it('of another list does not stand in for this one', async () => {
    await look(await release(1));
    const { packCopies } = await fakeBrowser.storage.local.get('packCopies');
    const copy = (packCopies as Record<string, StoredPackCopy>)[PACK_ID];
    const { policy } = (await fakeBrowser.storage.local.get('policy')) as { policy: { policy: object } };
    const source = { url: 'https://paket.rekaan.example/x.jpack', packId: 'lain-2031', ...publisher.keys };
    await fakeBrowser.storage.local.set({
      policy: { ...policy, policy: { packSources: [source] } },
      packCopies: { 'lain-2031': copy },
    });
    expect((await afterStart()).seq).toBeUndefined();
  });

  it('gives way where its key is revoked by the policy', async () => {
    await look(await release(1));
    globalThis.indexedDB = new IDBFactory();
    const { policy } = (await fakeBrowser.storage.local.get('policy')) as { policy: { policy: object } };
    const revokedKeys = publisher.keys.signingKeys;
    await fakeBrowser.storage.local.set({ policy: { ...policy, policy: { ...policy.policy, revokedKeys } } });
    expect(await afterStart()).toMatchObject({ seq: undefined, state: { damage: 'gone' } });
  });

  it('and an earlier release that a stolen key signed do not come back after the recovery', async () => {
    await look(await release(9));
    const stolen = (await fakeBrowser.storage.local.get('packCopies')).packCopies;
    const statement = {
      text: statementOf({ keys: [spare.publicKey], revoked: publisher.keys.signingKeys }),
      by: publisher.recovery,
    };
    await look(
      await release(1, { signers: [spare], pack: inventedPack(11), payload: { epoch: 2 }, statement }),
    );
    expect((await afterStart()).seq).toBe(1);
    // The release of the new epoch is damaged, the thief's lies whole beside it and in the copy.
    await fakeBrowser.storage.local.set({ packCopies: stolen });
    await bring('b', 'damaged');
    expect(await afterStart()).toMatchObject({ seq: undefined, state: { damage: 'gone' } });
  });

  it('has a limit; a list that is too large for it keeps the copy it has', async () => {
    const noise = (length: number) => {
      const bytes = new Uint8Array(length);
      for (let at = 0; at < length; at += 65_536)
        crypto.getRandomValues(bytes.subarray(at, Math.min(at + 65_536, length)));
      return bytes;
    };
    const note = { signed: { hash: 'a', keys: [], threshold: 1 }, epoch: 1, seq: 1, received: NOW };
    await keepCopy('a', { note, file: noise(300_000) }, ['a', 'b']);
    await keepCopy('b', { note, file: noise(300_000) }, ['a', 'b']);
    await keepCopy('b', { note: { ...note, seq: 2 }, file: noise(900_000) }, ['a', 'b']);
    expect((await readCopy('b'))?.note.seq).toBe(1);
    // The list that is configured no more gives way.
    await keepCopy('b', { note: { ...note, seq: 2 }, file: noise(900_000) }, ['b']);
    expect((await readCopy('b'))?.note.seq).toBe(2);
    expect(await readCopy('a')).toBeUndefined();
    expect(JSON.stringify(await fakeBrowser.storage.local.get('packCopies')).length).toBeLessThan(
      COPIES_LENGTH + 100,
    );
    // Blanks are packed to nearly nothing, and unpacked no further than a signed file may be long.
    await keepCopy('b', { note, file: new Uint8Array(SIGNED_FILE_BYTES + 1) }, ['b']);
    expect(await readCopy('b')).toBeUndefined();
  });

  it('is made where storage is full or a wipe was cut off: at the next look, and the list is in use meanwhile', async () => {
    const { set } = fakeBrowser.storage.local;
    vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation(async (values) => {
      if ('packCopies' in values) throw new DOMException('full', 'QuotaExceededError');
      return set(values);
    });
    await look(await release(1));
    expect(await afterStart()).toMatchObject({ seq: 1, state: { damage: null, check: { result: 'new' } } });
    expect(await readCopy(PACK_ID)).toBeUndefined();
    vi.restoreAllMocks();
    await look();
    expect((await readCopy(PACK_ID))?.note.seq).toBe(1);
  });

  it('outlives a wipe of the log, and has no part in what the session holds meanwhile', async () => {
    await look(await release(1));
    const held = vi.spyOn(fakeBrowser.storage.session, 'set');
    await wipe(() => true, []);
    expect(JSON.stringify(held.mock.calls)).not.toContain('packCopies');
    expect(held).toHaveBeenCalled();
    expect((await readCopy(PACK_ID))?.note.seq).toBe(1);
  });
});
