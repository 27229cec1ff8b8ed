import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/core/compile/compile.ts';
import { match } from '../../src/core/matching/match.ts';
import { createRuleIndex } from '../../src/core/matching/rule-index.ts';
import { readPack } from '../../src/core/pack/pack.ts';
import { personalPack, personalWordFault } from '../../src/core/settings/personal-pack.ts';
import { defaultSettings, settingsSchema } from '../../src/core/settings/settings.ts';

const levelOf = (watched: string[], ignored: string[], text: string) =>
  match({ text }, createRuleIndex(compile([personalPack({ watched, ignored }, 'Kata sendiri')])), () => true)
    .level;

describe('own words', () => {
  it('remind, and are left alone where the person said so', () => {
    expect(levelOf(['Sekarwangi'], [], 'Hidup Sekarwangi!')).toBe('remind');
    expect(levelOf(['Sekarwangi'], ['Toko Sekarwangi'], 'Buka lagi, Toko Sekarwangi')).toBe('none');
    expect(levelOf([], [], 'Hidup Sekarwangi!')).toBe('none');
  });

  it.each([
    ['pak', null],
    ['  pa ', 'short'],
    ['x'.repeat(121), 'long'],
    ['<b>calon</b>', 'unusable'],
    ['https://contoh.example', 'unusable'],
    ['!!!', 'unusable'],
  ] as const)('"%s": %s', (word, fault) => {
    expect(personalWordFault(word)).toBe(fault);
  });

  it('are always a valid pack, whatever is stored', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 130 }), { maxLength: 20 });
    fc.assert(
      fc.property(words, words, (watched, ignored) => {
        const result = readPack(personalPack({ watched, ignored }, 'Kata sendiri'));
        expect(result.ok).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('keep the id of a word when others are removed', () => {
    const ids = (watched: string[]) =>
      personalPack({ watched, ignored: [] }, 'x').phrases.map(({ id }) => id);
    expect(ids(['satu dua', 'tiga empat'])[1]).toBe(ids(['tiga empat'])[0]);
    expect(ids(['Satu Dua', 'satu dua '])).toHaveLength(1);
  });

  it('stand in the settings within limits', () => {
    const settings = (watched: string[]) => ({ ...defaultSettings(), words: { watched, ignored: [] } });
    expect(settingsSchema.safeParse(settings(['a'])).success).toBe(true);
    expect(settingsSchema.safeParse(settings(Array.from({ length: 201 }, () => 'abc'))).success).toBe(false);
  });
});
