import './fake-browser.ts';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  awaitPolicy,
  POLICY_ALARM,
  refreshPolicy,
  takePolicy,
  takePolicyAtLast,
} from '../../src/background/policy.ts';
import { publish } from '../../src/background/publish.ts';
import { LOG_LEVELS, RETENTION } from '../../src/core/log/log.ts';
import { EMBEDDED } from '../../src/core/pack/pack-source.ts';
import { POLICY_KEYS, readPolicy } from '../../src/core/settings/policy.ts';
import { applyPolicy, type PolicyFaultReason } from '../../src/core/settings/policy-ratchet.ts';
import { defaultSettings, type Settings } from '../../src/core/settings/settings.ts';
import { browser } from '../../src/shared/browser.ts';
import type { StoredPolicy } from '../../src/shared/storage.ts';
import { eventually } from '../eventually.ts';
import { triesOf } from '../extent.ts';
import { fakeBrowser, resetBrowser } from './fake-browser.ts';

/** The compiler asks for each of them. */
const REASONS: Readonly<Record<PolicyFaultReason, true>> = {
  unknown: true,
  type: true,
  missing: true,
  range: true,
  address: true,
  key: true,
  duplicate: true,
  space: true,
  invalid: true,
};
const KEY = `B${'A'.repeat(86)}`;
const OTHER_KEY = `B${'B'.repeat(85)}A`;
const source = (packId: string, change: object = {}) => ({
  url: `https://paket.rekaan.go.id/${packId}.jpack`,
  packId,
  signingKeys: [KEY],
  recoveryKey: OTHER_KEY,
  ...change,
});
/** One value for each key, as an agency would set them. */
const VALID = {
  maxLogLevel: 1,
  maxRetentionDays: 14,
  disableExport: true,
  disableUserPacks: true,
  agencyName: 'BKPSDM Rekaan',
  packSources: [source('kabupaten-rekaan'), source('provinsi-rekaan', { url: `${EMBEDDED}e30=` })],
  revokedKeys: [OTHER_KEY],
};

describe('readPolicy', () => {
  it('keeps every key of a valid policy', () => {
    expect(readPolicy(VALID)).toEqual({ policy: VALID, faults: [] });
    expect(Object.keys(VALID).sort()).toEqual([...POLICY_KEYS].sort());
  });

  it('keeps what is valid and names the rest with its reason', () => {
    expect(
      readPolicy({
        maxLogLevel: 1,
        maxRetentionDays: 91,
        agencyName: 'BKPSDM Rekaan',
        sendLogTo: 'x',
        disableExport: 'ya',
      }),
    ).toEqual({
      policy: { maxLogLevel: 1, agencyName: 'BKPSDM Rekaan' },
      faults: [
        { key: 'maxRetentionDays', reason: 'range' },
        { key: 'sendLogTo', reason: 'unknown' },
        { key: 'disableExport', reason: 'type' },
      ],
    });
  });

  it.each([
    ['no policy', undefined, []],
    ['an empty one', {}, []],
    ['a text', 'x', [{ key: '', reason: 'type' }]],
    ['a list', [], [{ key: '', reason: 'type' }]],
    ['null', null, [{ key: '', reason: 'type' }]],
    [
      'a prototype',
      JSON.parse('{"__proto__": {"maxLogLevel": 2}}'),
      [{ key: '__proto__', reason: 'unknown' }],
    ],
    [
      'a name that turns the direction',
      { agencyName: 'a\u202eb' },
      [{ key: 'agencyName', reason: 'invalid' }],
    ],
    ['a name of two lines', { agencyName: 'a\u2028b' }, [{ key: 'agencyName', reason: 'invalid' }]],
    ['a name of blanks', { agencyName: '   ' }, [{ key: 'agencyName', reason: 'invalid' }]],
    ['no name', { agencyName: '' }, [{ key: 'agencyName', reason: 'range' }]],
    ['a long name', { agencyName: 'a'.repeat(61) }, [{ key: 'agencyName', reason: 'range' }]],
    ['a level that is no number', { maxLogLevel: '0' }, [{ key: 'maxLogLevel', reason: 'type' }]],
    ['half a level', { maxLogLevel: 0.5 }, [{ key: 'maxLogLevel', reason: 'type' }]],
    ['a level that is none', { maxLogLevel: 3 }, [{ key: 'maxLogLevel', reason: 'range' }]],
    ['no days', { maxRetentionDays: 0 }, [{ key: 'maxRetentionDays', reason: 'range' }]],
    ['null for a switch', { disableUserPacks: null }, [{ key: 'disableUserPacks', reason: 'type' }]],
    ['one source without its list', { packSources: source('a') }, [{ key: 'packSources', reason: 'type' }]],
    ['keys that are no list', { revokedKeys: KEY }, [{ key: 'revokedKeys', reason: 'type' }]],
  ])('%s', (_name, value, faults) => {
    expect(readPolicy(value)).toEqual({ policy: {}, faults });
  });

  it.each([
    ['http', { url: 'http://paket.rekaan.go.id/a.jpack' }, { reason: 'address', part: 'url' }],
    ['a query', { url: 'https://paket.rekaan.go.id/a.jpack?u=1' }, { reason: 'address', part: 'url' }],
    ['a name in it', { url: 'https://siti@paket.rekaan.go.id/a.jpack' }, { reason: 'address', part: 'url' }],
    ['a long one', { url: `https://rekaan.go.id/${'a'.repeat(500)}` }, { reason: 'range', part: 'url' }],
    ['no address', { url: undefined }, { reason: 'missing', part: 'url' }],
    ['a number', { url: 7 }, { reason: 'type', part: 'url' }],
    ['no id', { packId: undefined }, { reason: 'missing', part: 'packId' }],
    ['an id with a blank', { packId: 'a b' }, { reason: 'invalid', part: 'packId' }],
    ['no keys', { signingKeys: [] }, { reason: 'range', part: 'signingKeys' }],
    ['nine keys', { signingKeys: Array(9).fill(KEY) }, { reason: 'range', part: 'signingKeys' }],
    ['a key of hex', { signingKeys: [KEY, 'ab12'] }, { reason: 'key', part: 'signingKeys[1]' }],
    ['a key that is a number', { signingKeys: [7] }, { reason: 'type', part: 'signingKeys[0]' }],
    ['no recovery key', { recoveryKey: undefined }, { reason: 'missing', part: 'recoveryKey' }],
    ['a bad recovery key', { recoveryKey: KEY.slice(1) }, { reason: 'key', part: 'recoveryKey' }],
    ['more than it may say', { sendTo: 'x' }, { reason: 'unknown', part: 'sendTo' }],
  ])('names a source with %s, and the others work', (_name, change, fault) => {
    const [first, bad, last] = [source('satu'), source('dua', change), source('tiga')];
    expect(readPolicy({ packSources: [first, bad, last] })).toEqual({
      policy: { packSources: [first, last] },
      faults: [{ key: 'packSources[1]', ...fault }],
    });
  });

  it('keeps the first of two sources of one list, and no list of bad ones only', () => {
    const [first, second] = [source('satu'), source('satu', { url: 'https://lain.rekaan.go.id/a' })];
    expect(readPolicy({ packSources: [first, second, null] })).toEqual({
      policy: { packSources: [first] },
      faults: [
        { key: 'packSources[1]', reason: 'duplicate' },
        { key: 'packSources[2]', reason: 'type' },
      ],
    });
    expect(readPolicy({ packSources: [7] }).policy).toEqual({});
    expect(readPolicy({ packSources: [] })).toEqual({ policy: { packSources: [] }, faults: [] });
  });

  it('revokes each valid key, whatever the others are, and the first hundred of too many', () => {
    expect(readPolicy({ revokedKeys: [KEY, 'x', OTHER_KEY, KEY, 7] })).toEqual({
      policy: { revokedKeys: [KEY, OTHER_KEY] },
      faults: [
        { key: 'revokedKeys[1]', reason: 'key' },
        { key: 'revokedKeys[3]', reason: 'duplicate' },
        { key: 'revokedKeys[4]', reason: 'type' },
      ],
    });
    const many = Array.from(
      { length: 101 },
      (_, place) => `B${String(place).padStart(3, '0')}${'A'.repeat(83)}`,
    );
    expect(readPolicy({ revokedKeys: many })).toEqual({
      policy: { revokedKeys: many.slice(0, 100) },
      faults: [{ key: 'revokedKeys', reason: 'range' }],
    });
  });

  it('takes no more embedded lists than can be held while the log is wiped', () => {
    const embedded = (packId: string, length: number) =>
      source(packId, { url: EMBEDDED.padEnd(length, 'A') });
    const [large, second, small] = [
      embedded('satu', 2_000_000),
      embedded('dua', 1_000_001),
      embedded('tiga', 900_000),
    ];
    expect(readPolicy({ packSources: [large, second, small] })).toEqual({
      policy: { packSources: [large, small] },
      faults: [{ key: 'packSources[1]', reason: 'space' }],
    });
  });

  it('names no more than twenty unknown keys, each by its beginning', () => {
    const nonsense = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, place) => [`${place}-`.padEnd(999, 'x'), 1]),
    );
    const { faults } = readPolicy({ ...nonsense, maxLogLevel: 0 });
    expect(faults).toHaveLength(20);
    expect(faults.every(({ key }) => key.length === 60)).toBe(true);
    expect(readPolicy({ ...nonsense, maxLogLevel: 0 }).policy).toEqual({ maxLogLevel: 0 });
  });

  it('has a text for each reason, in both languages', () => {
    for (const language of ['id', 'en']) {
      const texts = JSON.parse(readFileSync(`src/locales/pages.${language}.json`, 'utf8'));
      const keys = Object.keys(texts).filter((key) => key.startsWith('settings.agency.fault.'));
      expect(keys.map((key) => key.split('.').at(-1)).sort()).toEqual(Object.keys(REASONS).sort());
    }
  });

  it('knows the keys that the schema tells administrators of, and no more', () => {
    const schema = JSON.parse(readFileSync('src/managed-schema.json', 'utf8'));
    expect(Object.keys(schema.properties).sort()).toEqual([...POLICY_KEYS].sort());
    for (const { title, description } of Object.values<Record<string, string>>(schema.properties)) {
      expect([title, description].every((text) => text !== undefined && text !== '')).toBe(true);
    }
  });
});

/** Anything at all, and often enough what a key takes. */
const anyPolicy = (() => {
  const anything = fc.oneof(
    fc.integer({ min: -1, max: 100 }),
    fc.boolean(),
    fc.constantFrom('none', 'brief', 'detailed', 'https://rekaan.go.id/a', KEY, 1e9, null, [], [KEY]),
    fc.anything({ maxDepth: 1 }),
  );
  const anySource = fc.oneof(
    anything,
    fc.record(
      {
        url: fc.oneof(fc.constant(`${EMBEDDED}e30=`), fc.webUrl({ withQueryParameters: true }), anything),
        packId: fc.oneof(fc.constantFrom('satu', 'dua'), anything),
        signingKeys: fc.oneof(fc.constant([KEY]), anything),
        recoveryKey: fc.oneof(fc.constant(OTHER_KEY), anything),
      },
      { requiredKeys: [] },
    ),
  );
  const known = fc.record(
    {
      maxLogLevel: fc.oneof(fc.integer({ min: 0, max: 2 }), anything),
      maxRetentionDays: fc.oneof(fc.integer({ min: 1, max: 90 }), anything),
      disableExport: fc.oneof(fc.boolean(), anything),
      disableUserPacks: fc.oneof(fc.boolean(), anything),
      agencyName: fc.oneof(fc.string(), anything),
      packSources: fc.oneof(fc.array(anySource, { maxLength: 3 }), anything),
      revokedKeys: fc.oneof(fc.array(fc.oneof(fc.constant(KEY), anything), { maxLength: 3 }), anything),
    },
    { requiredKeys: [] },
  );
  return fc
    .tuple(known, fc.dictionary(fc.string(), anything, { maxKeys: 2 }))
    .map(([one, other]) => ({ ...other, ...one }));
})();

describe('the schema for administrators', () => {
  const schema = JSON.parse(readFileSync('src/managed-schema.json', 'utf8'));

  /** Chromium does not load an extension whose schema is not of its dialect, and drops values outside of bounds unsaid. */
  interface Part {
    readonly type?: string;
    readonly properties?: Readonly<Record<string, Part>>;
    readonly items?: Part;
  }
  const faultsOf = (part: Part, path: string): string[] => {
    const { type = '', properties = {}, items } = part;
    const allowed = ['type', 'title', 'description', 'properties', 'items'];
    const own = Object.keys(part).filter((key) => !allowed.includes(key));
    if (!['object', 'array', 'string', 'integer', 'boolean'].includes(type)) own.push('type');
    if ((type === 'array') !== (items !== undefined)) own.push('items');
    const parts = Object.entries({ ...properties, ...(items && { items }) });
    return [
      ...own.map((name) => `${path}: ${name}`),
      ...parts.flatMap(([name, child]) => faultsOf(child, `${path}.${name}`)),
    ];
  };

  it('is of the dialect of Chromium', () => {
    expect(faultsOf(schema, '')).toEqual([]);
    const wrong = { type: 'thing', additionalProperties: false, items: { type: 'object' } };
    expect(faultsOf(wrong, 'x')).toEqual(['x: additionalProperties', 'x: type', 'x: items']);
  });

  it('names the parts of a source', () => {
    expect(Object.keys(schema.properties.packSources.items.properties).sort()).toEqual(
      Object.keys(source('satu')).sort(),
    );
  });
});

describe('the ratchet', () => {
  const settings = fc.record({
    log: fc.constantFrom(...LOG_LEVELS),
    brief: fc.integer({ min: RETENTION.brief.least, max: RETENTION.brief.most }),
    detailed: fc.integer({ min: RETENTION.detailed.least, max: RETENTION.detailed.most }),
  });

  const tries = triesOf(100_000);
  it('never raises what is collected and changes nothing else, whatever the policy and the settings', () => {
    const levelOf = ({ log }: Settings) => LOG_LEVELS.indexOf(log);
    const untouched = defaultSettings();
    let lowered = 0;
    let sources = 0;
    fc.assert(
      fc.property(anyPolicy, settings, (given, { log, brief, detailed }) => {
        const chosen: Settings = { ...untouched, log, retention: { brief, detailed } };
        const { policy } = readPolicy(given);
        const applied = applyPolicy(chosen, policy);
        const { retention } = applied;
        if (levelOf(applied) < levelOf(chosen)) lowered += 1;
        if ((policy.packSources?.length ?? 0) > 0) sources += 1;
        return (
          levelOf(applied) <= levelOf(chosen) &&
          levelOf(applied) >= 0 &&
          retention.brief <= brief &&
          retention.detailed <= detailed &&
          retention.detailed >= 1 &&
          retention.brief >= 1 &&
          Object.keys(retention).length === 2 &&
          Object.entries({ ...applied, log: untouched.log, retention: untouched.retention }).every(
            ([key, value]) => untouched[key as keyof Settings] === value,
          ) &&
          Object.keys(policy).every((key) => (POLICY_KEYS as readonly string[]).includes(key))
        );
      }),
      { numRuns: tries },
    );
    // Not by taking nothing in.
    expect(lowered).toBeGreaterThan(tries / 20);
    expect(sources).toBeGreaterThan(tries / 200);
  });

  it('lets no address through that could tell one person from another', () => {
    const mutated = fc
      .tuple(fc.constantFrom('?', '#', '@', ':', ' ', '\\', '\t', '//', '%00', 'http:', '%3f'), fc.nat(40))
      .map(([sign, at]) => {
        const address = 'https://paket.rekaan.go.id/kabupaten.jpack';
        return address.slice(0, at) + sign + address.slice(at);
      });
    fc.assert(
      fc.property(fc.oneof(mutated, fc.webUrl({ withQueryParameters: true, withFragments: true })), (url) => {
        const [read] = readPolicy({ packSources: [source('satu', { url })] }).policy.packSources ?? [];
        if (!read) return true;
        const { protocol, search, hash, username, password, href } = new URL(read.url);
        return (
          protocol === 'https:' &&
          [search, hash, username, password].every((part) => part === '') &&
          !/[?#@\\\s]/.test(href)
        );
      }),
      { numRuns: triesOf(20_000) },
    );
  });

  it('changes nothing else', () => {
    const chosen = defaultSettings();
    const { log, retention } = chosen;
    const applied = applyPolicy(chosen, {
      maxLogLevel: 0,
      maxRetentionDays: 1,
      agencyName: 'x',
      disableExport: true,
    });
    expect({ ...applied, log, retention }).toEqual(chosen);
  });

  it('lowers what it may lower', () => {
    const chosen: Settings = { ...defaultSettings(), log: 'detailed' };
    expect(applyPolicy(chosen, { maxLogLevel: 0, maxRetentionDays: 3 })).toMatchObject({
      log: 'none',
      retention: { brief: 3, detailed: 3 },
    });
    expect(applyPolicy(chosen, { maxLogLevel: 1 }).log).toBe('brief');
    expect(applyPolicy(chosen, {})).toEqual(chosen);
  });
});

// All packs are compiled by it, which is tested elsewhere.
vi.mock('../../src/background/publish.ts', async (original) => ({
  ...(await original<typeof import('../../src/background/publish.ts')>()),
  publish: vi.fn(async () => undefined),
}));

const manage = (answer: () => Promise<unknown>) => {
  fakeBrowser.storage.managed.get = vi.fn(answer) as never;
};
const stored = async () => (await fakeBrowser.storage.local.get('policy')).policy as StoredPolicy | undefined;
const nothingSet = async () => {
  throw new Error('Managed storage manifest not found');
};
const unreadable = async () => {
  throw new Error('disk failure');
};
const log = { applyLevel: vi.fn(async () => undefined) };

beforeEach(() => {
  resetBrowser();
  log.applyLevel.mockClear();
  vi.mocked(publish).mockClear();
});

describe('refreshPolicy', () => {
  it('copies what came, once, and says since when', async () => {
    manage(async () => ({ maxLogLevel: 0, wrong: 1 }));
    expect(await refreshPolicy('doubted', 5_000)).toBe(true);
    const kept = {
      policy: { maxLogLevel: 0 },
      faults: [{ key: 'wrong', reason: 'unknown' }],
      received: 5_000,
    };
    expect(await stored()).toEqual(kept);
    const written = vi.spyOn(fakeBrowser.storage.local, 'set');
    expect(await refreshPolicy('doubted', 9_000)).toBe(false);
    expect(written).not.toHaveBeenCalled();
    expect(await stored()).toEqual(kept);
    manage(async () => ({ maxLogLevel: 1, wrong: 1 }));
    expect(await refreshPolicy('doubted', 9_000)).toBe(true);
    expect((await stored())?.received).toBe(9_000);
    written.mockRestore();
  });

  it('forgets a policy that was taken back', async () => {
    manage(async () => ({ maxLogLevel: 0 }));
    await refreshPolicy();
    manage(nothingSet);
    expect(await refreshPolicy()).toBe(true);
    expect(await stored()).toBeUndefined();
    expect(await refreshPolicy()).toBe(false);
  });

  it('keeps what it knew when the managed storage cannot be read', async () => {
    manage(async () => ({ maxLogLevel: 0 }));
    await refreshPolicy();
    manage(unreadable);
    expect(await refreshPolicy('believed')).toBe(false);
    expect(await stored()).toMatchObject({ policy: { maxLogLevel: 0 } });
  });

  it('doubts an empty answer of Chromium, which may only be early, and looks again by an alarm', async () => {
    manage(async () => ({ maxLogLevel: 0 }));
    await refreshPolicy();
    manage(async () => ({}));
    expect(await refreshPolicy()).toBe(false);
    expect(await stored()).toMatchObject({ policy: { maxLogLevel: 0 } });
    const alarm = await fakeBrowser.alarms.get(POLICY_ALARM);
    expect(alarm).toBeDefined();
    // Who asks again meanwhile does not put it off.
    const created = vi.spyOn(fakeBrowser.alarms, 'create');
    expect(await refreshPolicy()).toBe(false);
    expect(created).not.toHaveBeenCalled();
    created.mockRestore();
    expect(await refreshPolicy('believed')).toBe(true);
    expect(await stored()).toBeUndefined();
  });

  it('believes an empty answer of Firefox, which knows from its start', async () => {
    Object.assign(fakeBrowser.runtime, { getURL: () => 'moz-extension://0-0/' });
    manage(async () => ({ maxLogLevel: 0 }));
    await refreshPolicy();
    manage(async () => ({}));
    expect(await refreshPolicy()).toBe(true);
    expect(await stored()).toBeUndefined();
    Object.assign(fakeBrowser.runtime, { getURL: () => 'chrome-extension://test-extension-id/' });
  });

  it('leaves a machine without policy as it is', async () => {
    for (const answer of [async () => ({}), nothingSet, unreadable]) {
      manage(answer);
      for (const emptiness of ['doubted', 'believed'] as const)
        expect(await refreshPolicy(emptiness)).toBe(false);
    }
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it('does not put an answer that was slow over a later one', async () => {
    let answerLate: (values: unknown) => void = () => undefined;
    manage(
      () =>
        new Promise((resolve) => {
          answerLate = resolve;
        }),
    );
    const first = refreshPolicy();
    manage(async () => ({ maxLogLevel: 0 }));
    expect(await refreshPolicy()).toBe(true);
    answerLate({ maxLogLevel: 2 });
    expect(await first).toBe(false);
    expect(await stored()).toMatchObject({ policy: { maxLogLevel: 0 } });
  });

  it('keeps what is lowered where the lists of the agency find no room', async () => {
    const write = fakeBrowser.storage.local.set;
    fakeBrowser.storage.local.set = async (values) => {
      if (JSON.stringify(values).includes('signingKeys')) throw new Error('QUOTA_BYTES quota exceeded');
      await write(values);
    };
    manage(async () => VALID);
    expect(await refreshPolicy('doubted', 1)).toBe(true);
    const { packSources, ...rest } = VALID;
    const kept = { policy: rest, faults: [{ key: 'packSources', reason: 'space' }], received: 1 };
    expect(await stored()).toEqual(kept);
    expect(await refreshPolicy('doubted', 2)).toBe(false);
    expect(await stored()).toEqual(kept);
    fakeBrowser.storage.local.set = write;
  });

  it('blames no list when there is none: what was not written is written the next time', async () => {
    manage(async () => ({ maxLogLevel: 0 }));
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('disk failure'));
    await expect(refreshPolicy()).rejects.toThrow('disk failure');
    expect(await refreshPolicy()).toBe(true);
    expect(await stored()).toMatchObject({ policy: { maxLogLevel: 0 }, faults: [] });
    vi.restoreAllMocks();
  });
});

describe('a policy that comes late', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is found by looking again after the start, without the browser telling', async () => {
    const start = Date.now();
    manage(async () => (Date.now() - start < 5_000 ? {} : { maxLogLevel: 0 }));
    const waited = awaitPolicy(log);
    await vi.advanceTimersByTimeAsync(4_500);
    expect(await stored()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await stored()).toMatchObject({ policy: { maxLogLevel: 0 } });
    await vi.advanceTimersByTimeAsync(60_000);
    await waited;
    expect(log.applyLevel).toHaveBeenCalledOnce();
    expect(publish).toHaveBeenCalledOnce();
  });

  it('is looked for a bounded number of times, and once more by an alarm', async () => {
    manage(async () => ({}));
    const waited = awaitPolicy(log);
    await vi.advanceTimersByTimeAsync(17_000);
    await waited;
    expect(fakeBrowser.storage.managed.get).toHaveBeenCalledTimes(7);
    expect((await fakeBrowser.alarms.get(POLICY_ALARM))?.scheduledTime).toBeGreaterThan(Date.now() + 40_000);
  });

  it.each([
    ['one that is there', async () => ({ maxLogLevel: 0 })],
    ['Firefox, which knows that there is none', nothingSet],
  ])('is not looked for after %s', async (_name, answer) => {
    manage(answer);
    await awaitPolicy(log);
    expect(fakeBrowser.storage.managed.get).toHaveBeenCalledOnce();
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it('is taken back by the alarm of this session, not by one left from another', async () => {
    const now = Date.now();
    manage(async () => ({ maxLogLevel: 0 }));
    await takePolicy(log);
    manage(async () => ({}));
    await takePolicyAtLast(log, { scheduledTime: now - 31_000 }, now);
    expect(await stored()).toBeDefined();
    expect(await fakeBrowser.alarms.get(POLICY_ALARM)).toBeDefined();
    await takePolicyAtLast(log, { scheduledTime: now - 1_000 }, now);
    expect(await stored()).toBeUndefined();
  });
});

describe('the worker', () => {
  const changed = () => fakeBrowser.storage.onChanged.trigger({}, 'managed');
  const alarm = () =>
    fakeBrowser.alarms.onAlarm.trigger({
      name: POLICY_ALARM,
      scheduledTime: Date.now(),
      periodInMinutes: 0,
      persistAcrossSessions: true,
    });

  it.each([
    ['a word of the browser', changed],
    ['its alarm', alarm],
  ])('takes a policy, and takes it back, upon %s', async (_name, tell) => {
    manage(async () => ({}));
    vi.resetModules();
    await import('../../src/background/main.ts');
    // Its own first look.
    await eventually(() => expect(fakeBrowser.storage.managed.get).toHaveBeenCalled());
    manage(async () => ({ disableExport: true }));
    await tell();
    await eventually(async () => expect(await stored()).toMatchObject({ policy: { disableExport: true } }));
    manage(async () => ({}));
    await tell();
    await eventually(async () => expect(await stored()).toBeUndefined());
  });
});

describe('the start of the browser', () => {
  it.each(['onStartup', 'onInstalled'] as const)('looks again for a policy after %s', async (event) => {
    manage(async () => ({}));
    vi.resetModules();
    await import('../../src/background/main.ts');
    await fakeBrowser.runtime[event].trigger({ reason: 'browser_update' } as never);
    // And again while there is none: a machine that is busy in between has looked more often.
    await eventually(() =>
      expect(vi.mocked(fakeBrowser.storage.managed.get).mock.calls.length).toBeGreaterThanOrEqual(2),
    );
    manage(async () => ({ disableExport: true }));
    await eventually(async () => expect(await stored()).toMatchObject({ policy: { disableExport: true } }));
  });
});

describe('what a policy can do', () => {
  /** Where each key is read. A new place is a new effect: it must not read, raise, start or send anything of a person. */
  const EFFECTS: Readonly<Record<string, readonly string[]>> = {
    agencyName: [
      'core/settings/policy.ts',
      'core/settings/policy-ratchet.ts',
      'pages/parts/log-level-choice.tsx',
      'pages/settings/agency.tsx',
    ],
    disableExport: [
      'core/settings/policy.ts',
      'core/settings/policy-ratchet.ts',
      'pages/log/files.tsx',
      'pages/settings/agency.tsx',
    ],
    disableUserPacks: [
      'background/packs/installed-packs.ts',
      'background/packs/pack-links.ts',
      'background/packs/pack-sources.ts',
      'core/settings/policy.ts',
      'core/settings/policy-ratchet.ts',
      'pages/settings/agency.tsx',
      'pages/settings/packs.tsx',
      'pages/settings/sources.tsx',
    ],
    maxLogLevel: [
      'background/log/log-limits.ts',
      'core/settings/policy.ts',
      'core/settings/policy-ratchet.ts',
      'pages/parts/log-level-choice.tsx',
      'pages/settings/agency.tsx',
    ],
    maxRetentionDays: [
      'background/log/log-limits.ts',
      'core/settings/policy.ts',
      'core/settings/policy-ratchet.ts',
      'pages/settings/agency.tsx',
      'pages/settings/log.tsx',
    ],
    packSources: [
      'background/packs/pack-sources.ts',
      'background/policy.ts',
      'core/settings/policy.ts',
      'core/settings/policy-ratchet.ts',
    ],
    revokedKeys: [
      'background/packs/last-good.ts',
      'background/packs/pack-links.ts',
      'background/packs/pack-sources.ts',
      'background/packs/signed-packs.ts',
      'core/settings/policy.ts',
      'core/settings/policy-ratchet.ts',
    ],
  };

  it('stands in a closed list', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.tsx?$/.test(name),
    );
    const found = Object.fromEntries(
      POLICY_KEYS.map((key) => [
        key,
        files
          .filter(
            (name) =>
              // The command line and the kit write what an agency sets; they read no policy that is in force.
              !/^(?:cli|(?:core|pages)[\\/]kit)[\\/]/.test(name) &&
              new RegExp(`\\b${key}\\b`).test(readFileSync(`src/${name}`, 'utf8')),
          )
          .map((name) => name.replaceAll('\\', '/'))
          .sort(),
      ]),
    );
    expect(found).toEqual(
      Object.fromEntries(Object.entries(EFFECTS).map(([key, places]) => [key, [...places].sort()])),
    );
  });

  it('asks the browser for nothing but its own storage, whatever it says', async () => {
    const calls = new Set<string>();
    const watched = (value: object, path: string): object =>
      new Proxy(value, {
        get(target, name) {
          const part: unknown = Reflect.get(target, name);
          const at = `${path}.${String(name)}`;
          if (typeof part === 'function') {
            return (...given: unknown[]) => {
              calls.add(at);
              return part.apply(target, given);
            };
          }
          return typeof part === 'object' && part !== null ? watched(part, at) : part;
        },
      });
    const sent = vi.fn(() => {
      throw new Error('sent');
    });
    for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource']) vi.stubGlobal(name, sent);
    const real = { ...browser };
    for (const area of ['storage', 'runtime', 'tabs', 'scripting', 'alarms'] as const)
      Object.assign(browser, { [area]: watched(real[area], area) });
    try {
      await fc.assert(
        fc.asyncProperty(fc.oneof(anyPolicy, fc.constant({})), fc.boolean(), async (given, isBelieved) => {
          manage(async () => given);
          await refreshPolicy(isBelieved ? 'believed' : 'doubted');
        }),
        { numRuns: triesOf(2_000) },
      );
    } finally {
      Object.assign(browser, real);
      vi.unstubAllGlobals();
    }
    expect(sent).not.toHaveBeenCalled();
    expect([...calls].sort()).toEqual([
      'alarms.create',
      'alarms.get',
      'runtime.getURL',
      'storage.local.get',
      'storage.local.remove',
      'storage.local.set',
      'storage.managed.get',
    ]);
  });
});
