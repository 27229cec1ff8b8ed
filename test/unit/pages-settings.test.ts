import { describe, expect, it } from 'vitest';
import type { WrongDetection } from '../../src/core/decision/wrong-detection.ts';
import { DEFAULT_LIMITS } from '../../src/core/reminding/fatigue.ts';
import { defaultSettings, settingsSchema } from '../../src/core/settings/settings.ts';
import { COOL_DOWNS, choicesWith, DAILY_BUDGETS } from '../../src/pages/settings/limits.ts';
import { findRegions, MOST_REGIONS, regionsOf, withRegion } from '../../src/pages/settings/regions.ts';
import { wrongReport } from '../../src/pages/settings/wrong-report.ts';
import type { PackState } from '../../src/shared/messages.ts';

describe('amounts that can be chosen', () => {
  const isAllowed = (fatigue: object) =>
    settingsSchema.safeParse({ ...defaultSettings(), fatigue: { ...DEFAULT_LIMITS, ...fatigue } }).success;

  it('are allowed by the settings, in order, with the usual one among them', () => {
    expect(DAILY_BUDGETS.filter((dailyBudget) => !isAllowed({ dailyBudget }))).toEqual([]);
    expect(COOL_DOWNS.filter((coolDown) => !isAllowed({ coolDown }))).toEqual([]);
    for (const amounts of [DAILY_BUDGETS, COOL_DOWNS])
      expect(choicesWith(amounts, amounts[0])).toEqual(amounts);
    expect(DAILY_BUDGETS).toContain(DEFAULT_LIMITS.dailyBudget);
    expect(COOL_DOWNS).toContain(DEFAULT_LIMITS.coolDown);
  });

  it('never end reminders: one day has some, and a pause is shorter than a working day', () => {
    expect(Math.min(...DAILY_BUDGETS)).toBeGreaterThanOrEqual(3);
    expect(Math.max(...COOL_DOWNS)).toBeLessThanOrEqual(240);
  });

  it('show what is stored, also where it is another amount', () => {
    expect(choicesWith([3, 5, 10], 7)).toEqual([3, 5, 7, 10]);
    expect(choicesWith([3, 5, 10], 5)).toEqual([3, 5, 10]);
  });
});

describe('regions', () => {
  const pack = (...regions: readonly (string | null)[]): PackState => ({
    id: 'p',
    title: 'P',
    version: '1.0.0',
    enabled: false,
    origin: 'built-in',
    release: null,
    source: 'invented',
    entries: 1,
    contests: regions.map((region) => ({ name: 'Pemilihan', region, phase: null })),
  });

  it('are those of every contest, once and in order, with chosen ones that no pack has any more', () => {
    expect(regionsOf([pack('Riau', null), pack('Aceh', 'Riau')], ['Kota Lama'])).toEqual([
      'Aceh',
      'Kota Lama',
      'Riau',
    ]);
  });

  it('are found by the beginnings of their words, in any order and case', () => {
    const regions = ['Jawa Barat', 'Jawa Timur', 'Nusa Tenggara Barat', 'Papua'];
    expect(findRegions(regions, ' ')).toEqual(regions);
    expect(findRegions(regions, 'barat ja')).toEqual(['Jawa Barat']);
    expect(findRegions(regions, 'BAR')).toEqual(['Jawa Barat', 'Nusa Tenggara Barat']);
    expect(findRegions(regions, 'apua')).toEqual([]);
    expect(findRegions(regions, '.*')).toEqual(regions);
  });

  it('are added and taken away one by one, up to what the settings hold', () => {
    expect(withRegion(['Aceh'], 'Bali', true)).toEqual(['Aceh', 'Bali']);
    expect(withRegion(['Aceh', 'Bali'], 'Aceh', true)).toEqual(['Bali', 'Aceh']);
    expect(withRegion(['Aceh', 'Bali'], 'Aceh', false)).toEqual(['Bali']);
    const full = Array.from({ length: MOST_REGIONS }, (_, index) => `Kabupaten ${index}`);
    expect(withRegion(full, 'Bali', true)).toEqual(full);
    const parsed = settingsSchema.safeParse({ ...defaultSettings(), regions: full });
    expect(parsed.success).toBe(true);
  });
});

describe('report of wrong detections', () => {
  const detection: WrongDetection = {
    entry: 'alfa:satu',
    site: 'x',
    action: 'like',
    kind: 'alias',
    isOwn: false,
  };
  const name = {
    id: 'alfa:satu',
    title: 'Bima Arunika',
    pack: { id: 'alfa', title: 'Paket Alfa', version: '1.2.0' },
    contest: 'Pemilihan Alfa',
  };

  it('has what the author of a pack needs, and nothing else', () => {
    expect(JSON.parse(wrongReport([detection], [name], '0.1.0'))).toEqual({
      product: 'Jaga Netral',
      version: '0.1.0',
      wrongDetections: [
        {
          entry: 'alfa:satu',
          title: 'Bima Arunika',
          pack: { id: 'alfa', version: '1.2.0' },
          site: 'x',
          action: 'like',
          kind: 'alias',
          in: 'post',
          times: 1,
        },
      ],
    });
  });

  it('counts the same one, and tells others apart', () => {
    const own = { ...detection, isOwn: true };
    const { wrongDetections } = JSON.parse(wrongReport([detection, own, detection], [], '0.1.0'));
    expect(wrongDetections).toMatchObject([
      { in: 'post', times: 2, title: null, pack: null },
      { in: 'own words', times: 1 },
    ]);
  });
});
