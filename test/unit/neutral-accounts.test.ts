import { describe, expect, it } from 'vitest';
import { neutralAccountsOf, neutralSourceOf } from '../../src/core/pack/neutral-accounts.ts';
import type { Pack } from '../../src/core/pack/pack.ts';
import { testPack } from './test-pack.ts';

const accounts = neutralAccountsOf([
  {
    ...testPack(),
    neutralAccounts: [
      {
        id: 'demo:panitia',
        kind: 'official',
        names: ['Panitia', 'Komisi Contoh'],
        accounts: [{ site: 'x', handle: 'Panitia_Resmi' }],
        regional: true,
        source: 'invented',
        confidence: 'in_use',
        examples: { match: [], ignore: [] },
      },
      {
        id: 'demo:koran',
        kind: 'press',
        names: ['Koran.contoh'],
        accounts: [],
        regional: false,
        source: 'invented',
        confidence: 'in_use',
        examples: { match: [], ignore: [] },
      },
    ],
  } satisfies Pack,
]);
const byName = (author: string) => neutralSourceOf({ author }, accounts);
const byHandle = (handle: string, author = '') => neutralSourceOf({ handle, author }, accounts);

describe('accounts that report or explain', () => {
  it.each([
    ['PANITIA', 'official'],
    ['Panitia Kota Contoh', 'official'],
    ['Komisi  Contoh Provinsi Anu', 'official'],
    ['Koran.contoh', 'press'],
    ['koran contoh', 'press'],
  ])('%s is %s', (author, kind) => {
    expect(byName(author)).toBe(kind);
  });

  it.each([
    'Relawan Panitia',
    'Panitiawan',
    'Koran.contoh Fans',
    'Komisi',
    '',
    'Panitia satu dua tiga empat lima enam tujuh delapan',
  ])('"%s" is neither', (author) => {
    expect(byName(author)).toBeNull();
  });

  it('where there is a handle, the name says nothing', () => {
    expect(byHandle('panitia_resmi', 'Budi')).toBe('official');
    expect(byHandle('@PANITIA_RESMI')).toBe('official');
    expect(byHandle('komisi.tandingan', 'Panitia')).toBeNull();
  });

  it('an office of a region adds its name to the handle, a paper does not', () => {
    expect(byHandle('panitia_kotacontoh')).toBe('official');
    expect(byHandle('panitia2')).toBeNull();
    expect(byHandle('korancontohfans')).toBeNull();
  });
});
