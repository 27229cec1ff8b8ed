import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, readSettings, settingsSchema } from '../../src/core/settings/settings.ts';

const custom = {
  ...defaultSettings(),
  language: 'en',
  log: 'none',
  disabledPacks: ['general'],
  finishedContests: true,
};

describe('readSettings', () => {
  it('keeps whole settings as they are', () => {
    expect(readSettings(custom)).toEqual(custom);
  });

  it.each([undefined, null, 1, 'settings', [], {}])('gives the defaults for %j', (value) => {
    expect(readSettings(value)).toEqual(defaultSettings());
  });

  it('repairs one broken part and keeps the others', () => {
    expect(readSettings({ ...custom, language: 'fr' })).toEqual({ ...custom, language: 'auto' });
    expect(readSettings({ ...custom, sites: { facebook: false } })).toEqual(custom);
    const { log: _log, ...withoutLog } = custom;
    expect(readSettings(withoutLog)).toEqual({ ...custom, log: 'brief' });
  });

  it('gives valid settings for any value, with nothing foreign in them', () => {
    const part = fc.oneof(fc.jsonValue(), fc.constantFrom(...Object.values(custom)));
    const keys = Object.keys(custom);
    const broken = fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), part);
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), broken), (value) => {
        const read = readSettings(value);
        expect(settingsSchema.safeParse(read).success).toBe(true);
        expect(Object.keys(read).sort()).toEqual([...keys].sort());
      }),
      { numRuns: 2_000 },
    );
  });
});
