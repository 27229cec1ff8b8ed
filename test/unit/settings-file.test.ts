import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { defaultSettings, type Settings, settingsSchema } from '../../src/core/settings/settings.ts';
import {
  LARGEST_SETTINGS_FILE,
  readSettingsFile,
  SETTINGS_FILE_FORMAT,
  settingsChanges,
  settingsFileText,
} from '../../src/core/settings/settings-file.ts';
import type { Edit } from '../../src/pages/parts/settings-keeper.ts';
import { changeWords } from '../../src/pages/settings/change-words.ts';
import {
  type ChosenFile,
  createSettingsImport,
  type ImportState,
} from '../../src/pages/settings/settings-import.ts';
import { textsFor } from '../../src/pages/texts.ts';
import { triesOf } from '../extent.ts';

const own: Settings = {
  ...defaultSettings(),
  language: 'en',
  sites: { facebook: true, instagram: false, x: true },
  disabledPacks: ['general'],
  log: 'detailed',
  retention: { brief: 10, detailed: 2 },
  status: 'pppk',
  spouse: true,
  regions: ['Bali', 'Papua'],
  strictness: 'strict',
  exceptions: ['a:b'],
};
const ALL_SITES = { facebook: true, instagram: true, x: true };
const fileOf = (settings: unknown) => JSON.stringify({ format: SETTINGS_FILE_FORMAT, settings });
const chosen = (text: string): ChosenFile => ({ size: text.length, text: async () => text });

describe('a settings file', () => {
  it('gives back what was exported, and holds nothing else', () => {
    const text = settingsFileText(own);
    expect(readSettingsFile(text)).toEqual({ ok: true, parts: own, broken: [] });
    expect(Object.keys(JSON.parse(text))).toEqual(['format', 'settings']);
    expect(text.length).toBeLessThan(LARGEST_SETTINGS_FILE / 4);
  });

  it.each([
    ['', 'not-json'],
    ['{"format"', 'not-json'],
    ['null', 'not-settings'],
    ['[]', 'not-settings'],
    [JSON.stringify(own), 'not-settings'],
    [JSON.stringify({ format: 'jaga-netral-settings-2', settings: own }), 'not-settings'],
    [`{"__proto__":{"format":"${SETTINGS_FILE_FORMAT}","settings":{"log":"none"}}}`, 'not-settings'],
    [fileOf(null), 'nothing'],
    [fileOf({ log: 'everything', rows: [] }), 'nothing'],
    [fileOf({ log: 'none' }).padEnd(LARGEST_SETTINGS_FILE + 1), 'too-large'],
  ])('%.60s: %s', (text, problem) => {
    expect(readSettingsFile(text)).toEqual({ ok: false, problem });
  });

  it('is read part by part: a broken one is named and left out, a foreign one is not seen', () => {
    const text = fileOf({ log: 'none', retention: { brief: 91, detailed: 7 }, rows: [1], sites: null });
    expect(readSettingsFile(text)).toEqual({
      ok: true,
      parts: { log: 'none' },
      broken: ['sites', 'retention'],
    });
  });

  it('with __proto__ and constructor in it changes no prototype and no part', () => {
    const evil = '{"__proto__":{"log":"none","polluted":1},"constructor":{"prototype":{"polluted":1}}';
    const inner = `"sites":{"facebook":true,"instagram":true,"x":true,"__proto__":{"x":false}}`;
    const read = readSettingsFile(`{"format":"${SETTINGS_FILE_FORMAT}","settings":${evil},${inner}}}`);
    expect(read).toEqual({ ok: true, parts: { sites: ALL_SITES }, broken: [] });
    const merged = { ...defaultSettings(), ...(read.ok ? read.parts : {}) };
    expect(Object.keys(merged)).toEqual(Object.keys(defaultSettings()));
    expect(Object.getPrototypeOf(merged.sites)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('what would change', () => {
  it('is nothing for the same settings in another order', () => {
    const parts = {
      sites: { x: true, instagram: false, facebook: true },
      regions: [...own.regions].reverse(),
    };
    expect(settingsChanges(own, parts)).toEqual([]);
  });

  it('is said in words, a line for each thing', () => {
    const before = defaultSettings();
    const parts = { ...own, fatigue: { dailyBudget: 3, coolDown: 60 }, finishedContests: true };
    const actions = { ...before.actions, like: false };
    const words = (language: 'id' | 'en') =>
      settingsChanges(before, { ...parts, actions }).flatMap((change) =>
        changeWords(change, textsFor(language)),
      );
    expect(words('id').map(({ name, before, after }) => `${name}: ${before} → ${after}`)).toEqual([
      'Bahasa: Ikuti bahasa peramban → English',
      'Instagram: menyala → mati',
      'Suka: menyala → mati',
      'Daftar general: menyala → mati',
      'Ingatkan juga untuk pemilihan yang sudah selesai: mati → menyala',
      'Catatan pengingat: Ringkas → Rinci',
      'Hari menyimpan baris ringkas: 30 → 10',
      'Hari menyimpan kutipan dan tautan: 7 → 2',
      'Status Anda: Tidak disebutkan → PPPK',
      'Suami atau istri saya calon: mati → menyala',
      'Wilayah Anda: semua wilayah → Bali, Papua',
      'Seberapa ketat: Biasa → Ketat',
      'Pengecualian Anda: tidak ada → a:b',
      'Paling banyak dalam sehari: 10 → 3',
      'Jeda untuk calon atau akun yang sama: 15 → 60',
    ]);
    // A text that is missing would show its key.
    expect(
      words('en').filter(({ name, before, after }) =>
        /settings\.|site\.|action\./.test(name + before + after),
      ),
    ).toEqual([]);
  });

  it('counts the names of a long list', () => {
    const exceptions = Array.from({ length: 500 }, (_, index) => `entri-${index}`);
    const [line] = settingsChanges(own, { exceptions }).flatMap((change) =>
      changeWords(change, textsFor('id')),
    );
    expect(line?.after).toBe('entri-0, entri-1, entri-2, entri-3, entri-4, dan 495 lagi');
  });
});

/** A store that counts what is written to it. */
function setUp(stored = defaultSettings()) {
  const disk = { settings: stored };
  const change = vi.fn(async (edit: Edit) => {
    disk.settings = edit(disk.settings);
    return true;
  });
  const states: ImportState[] = [];
  const transfer = createSettingsImport(change, (state) => states.push(state));
  return { disk, change, transfer, kind: () => states.at(-1)?.kind, states };
}

describe('an import', () => {
  it('stores what was shown, after the confirmation, once', async () => {
    const { disk, change, transfer, kind } = setUp();
    await transfer.take(chosen(settingsFileText(own)));
    expect([kind(), change.mock.calls.length]).toEqual(['asking', 0]);
    await transfer.confirm();
    await transfer.confirm();
    expect([kind(), change.mock.calls.length]).toEqual(['done', 1]);
    expect(disk.settings).toEqual(own);
  });

  it('leaves what the file does not name as it is by then', async () => {
    const { disk, transfer } = setUp(own);
    await transfer.take(chosen(fileOf({ strictness: 'gentle' })));
    disk.settings = { ...disk.settings, spouse: false };
    await transfer.confirm();
    expect(disk.settings).toEqual({ ...own, spouse: false, strictness: 'gentle' });
  });

  it('stores nothing after Batal, after a refused file, and of the first of two files', async () => {
    const { change, transfer, kind } = setUp();
    await transfer.take(chosen(settingsFileText(own)));
    transfer.cancel();
    await transfer.confirm();
    expect(kind()).toBe('cancelled');
    await transfer.take(chosen(settingsFileText(own)));
    await transfer.take(chosen('{'));
    await transfer.confirm();
    expect(kind()).toBe('refused');
    expect(change).not.toHaveBeenCalled();
    let finish: (text: string) => void = () => undefined;
    const slow = new Promise<string>((resolve) => {
      finish = resolve;
    });
    const first = transfer.take({ size: 1, text: () => slow });
    await transfer.take(chosen(fileOf({ log: 'none' })));
    finish(settingsFileText(own));
    await first;
    await transfer.confirm();
    expect(change.mock.calls[0]?.[0](defaultSettings())).toEqual({ ...defaultSettings(), log: 'none' });
  });

  it('does not read a file that is too large, and says so of one that cannot be read', async () => {
    const { transfer, states } = setUp();
    const text = vi.fn(async () => '');
    await transfer.take({ size: LARGEST_SETTINGS_FILE + 1, text });
    expect(text).not.toHaveBeenCalled();
    await transfer.take({ size: 1, text: () => Promise.reject(new DOMException('', 'NotFoundError')) });
    expect(states).toEqual([
      { kind: 'refused', problem: 'too-large' },
      { kind: 'refused', problem: 'unreadable' },
    ]);
  });

  it('says that it failed when the settings were not stored', async () => {
    const states: ImportState[] = [];
    const transfer = createSettingsImport(
      async () => false,
      (state) => states.push(state),
    );
    await transfer.take(chosen(settingsFileText(own)));
    await transfer.confirm();
    expect(states.at(-1)).toEqual({ kind: 'failed' });
  });

  const tries = triesOf(10_000);
  it(`of ${tries} made-up files writes nothing without confirmation, and nothing invalid with it`, async () => {
    const part = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(...Object.values(own), 91, -1, 'none'));
    const key = fc.oneof(
      { arbitrary: fc.constantFrom(...Object.keys(own)), weight: 4 },
      { arbitrary: fc.constantFrom('__proto__', 'constructor', 'rows', 'log.add', ''), weight: 1 },
      { arbitrary: fc.string(), weight: 1 },
    );
    const settings = fc
      .array(fc.oneof(fc.tuple(key, part), fc.constantFrom<[string, unknown]>(...Object.entries(own))), {
        maxLength: 20,
      })
      .map(
        (entries) =>
          `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join()}}`,
      );
    const whole = settings.map((text) => `{"format":"${SETTINGS_FILE_FORMAT}","settings":${text}}`);
    const spoilt = fc
      .tuple(fc.oneof(whole, fc.constant(settingsFileText(own))), fc.nat(), fc.string())
      .map(([text, at, piece]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + piece + text.slice(place + piece.length);
      });
    const file = fc.oneof(
      { arbitrary: whole, weight: 400 },
      { arbitrary: spoilt, weight: 300 },
      { arbitrary: fc.json(), weight: 100 },
      { arbitrary: fc.string({ unit: 'binary' }), weight: 100 },
    );
    const { disk, change, transfer, kind } = setUp();
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(file, async (text) => {
        await transfer.take(chosen(text));
        expect(change).not.toHaveBeenCalled();
        expect(disk.settings).toEqual(defaultSettings());
        if (kind() !== 'asking') return;
        asked += 1;
        await transfer.confirm();
        expect(change).toHaveBeenCalledTimes(1);
        expect(settingsSchema.safeParse(disk.settings).data).toEqual(disk.settings);
        change.mockClear();
        disk.settings = defaultSettings();
      }),
      { numRuns: tries, examples: [['['.repeat(200_000)]] },
    );
    expect(asked).toBeGreaterThan(tries / 5);
  });
});
