import './fake-browser.ts';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { refreshPolicy } from '../../src/background/policy.ts';
import { LOG_LEVELS, RETENTION } from '../../src/core/log.ts';
import { POLICY_KEYS, readPolicy } from '../../src/core/policy.ts';
import { applyPolicy } from '../../src/core/policy-ratchet.ts';
import { defaultSettings, type Settings } from '../../src/core/settings.ts';
import { fakeBrowser, resetBrowser } from './fake-browser.ts';

describe('readPolicy', () => {
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
        { key: 'maxRetentionDays', reason: 'invalid' },
        { key: 'sendLogTo', reason: 'unknown' },
        { key: 'disableExport', reason: 'invalid' },
      ],
    });
  });

  it.each([
    ['no policy', undefined, []],
    ['an empty one', {}, []],
    ['a text', 'x', [{ key: '', reason: 'invalid' }]],
    ['a list', [], [{ key: '', reason: 'invalid' }]],
    ['null', null, [{ key: '', reason: 'invalid' }]],
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
    ['a name of blanks', { agencyName: '   ' }, [{ key: 'agencyName', reason: 'invalid' }]],
    ['a long name', { agencyName: 'a'.repeat(61) }, [{ key: 'agencyName', reason: 'invalid' }]],
    ['a level that is no number', { maxLogLevel: '0' }, [{ key: 'maxLogLevel', reason: 'invalid' }]],
    ['a level that is none', { maxLogLevel: 3 }, [{ key: 'maxLogLevel', reason: 'invalid' }]],
  ])('%s', (_name, value, faults) => {
    expect(readPolicy(value)).toEqual({ policy: {}, faults });
  });

  it('knows the keys that the schema tells administrators of, and no more', () => {
    const schema = JSON.parse(readFileSync('src/managed-schema.json', 'utf8'));
    expect(Object.keys(schema.properties).sort()).toEqual([...POLICY_KEYS].sort());
    for (const { title, description } of Object.values<Record<string, string>>(schema.properties)) {
      expect([title, description].every((text) => text !== undefined && text !== '')).toBe(true);
    }
  });
});

describe('the ratchet', () => {
  const key = fc.oneof(fc.constantFrom(...POLICY_KEYS), fc.string());
  const anything = fc.oneof(
    fc.integer({ min: -1, max: 100 }),
    fc.boolean(),
    fc.constantFrom('none', 'brief', 'detailed', 0, 1, 2, 90, 1e9, null),
    fc.anything({ maxDepth: 1 }),
  );
  const settings = fc.record({
    log: fc.constantFrom(...LOG_LEVELS),
    brief: fc.integer({ min: RETENTION.brief.least, max: RETENTION.brief.most }),
    detailed: fc.integer({ min: RETENTION.detailed.least, max: RETENTION.detailed.most }),
  });

  it('never raises what is collected: 100,000 random policies and settings', () => {
    const levelOf = ({ log }: Settings) => LOG_LEVELS.indexOf(log);
    fc.assert(
      fc.property(
        fc.dictionary(key, anything, { maxKeys: 6 }),
        settings,
        (given, { log, brief, detailed }) => {
          const chosen: Settings = { ...defaultSettings(), log, retention: { brief, detailed } };
          const applied = applyPolicy(chosen, readPolicy(given).policy);
          const { retention } = applied;
          return (
            levelOf(applied) <= levelOf(chosen) &&
            levelOf(applied) >= 0 &&
            retention.brief <= brief &&
            retention.detailed <= detailed &&
            retention.detailed >= 1
          );
        },
      ),
      { numRuns: 100_000 },
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

describe('refreshPolicy', () => {
  beforeEach(resetBrowser);
  const manage = (answer: () => Promise<unknown>) => {
    fakeBrowser.storage.managed.get = vi.fn(answer) as never;
  };
  const stored = async () => (await fakeBrowser.storage.local.get('policy')).policy;

  it('copies what came, once', async () => {
    manage(async () => ({ maxLogLevel: 0, wrong: 1 }));
    expect(await refreshPolicy()).toBe(true);
    expect(await stored()).toEqual({
      policy: { maxLogLevel: 0 },
      faults: [{ key: 'wrong', reason: 'unknown' }],
    });
    expect(await refreshPolicy()).toBe(false);
  });

  it('forgets a policy that was taken back', async () => {
    manage(async () => ({ maxLogLevel: 0 }));
    await refreshPolicy();
    manage(async () => {
      throw new Error('Managed storage manifest not found');
    });
    expect(await refreshPolicy()).toBe(true);
    expect(await stored()).toBeUndefined();
  });

  it('keeps what it knew when the managed storage cannot be read', async () => {
    manage(async () => ({ maxLogLevel: 0 }));
    await refreshPolicy();
    manage(async () => {
      throw new Error('disk failure');
    });
    expect(await refreshPolicy()).toBe(false);
    expect(await stored()).toMatchObject({ policy: { maxLogLevel: 0 } });
  });
});
