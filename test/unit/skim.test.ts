import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { skim } from '../../src/core/matching/skim.ts';
import { createEngine } from '../evidence/engine.ts';
import { OBFUSCATIONS, obfuscate } from '../evidence/obfuscate.ts';
import { readSentences } from '../evidence/sentences.ts';
import { IS_FULL, triesOf } from '../extent.ts';

const engine = createEngine();
const sentences = readSentences();
const texts = sentences.flatMap(({ text, own }) => (own === undefined ? [text] : [text, own]));

const mayMatter = (text: string) => skim(text, engine.rules).some(({ alone }) => alone);

/**
 * One seed in `npm test`, so that it judges a change and not its luck: of 6,000 texts thrown together one in some runs shows a gap
 * that was always there. `npm run test:full` draws a new one.
 */
const SEEDED = { numRuns: triesOf(6_000), ...(IS_FULL ? {} : { seed: 20_261_129 }) };

describe('the skim', () => {
  it('passes every text in which the matcher finds something', () => {
    const missed = texts.filter((text) => !mayMatter(text) && engine.readWhole({ text }).level !== 'none');
    expect(missed).toEqual([]);
  });

  it('passes every obfuscated name that the matcher finds', () => {
    const names = engine.packs.flatMap(({ entities }) => entities.map(({ name }) => name));
    const forms = names.flatMap((name) =>
      OBFUSCATIONS.flatMap((kind) => obfuscate(kind, { name, ballotNumber: 2, year: 2030 })),
    );
    const missed = forms.filter(
      (form) => !mayMatter(form) && engine.readWhole({ text: form }).level !== 'none',
    );
    expect(forms.length).toBeGreaterThan(5_000);
    expect(missed).toEqual([]);
  });

  it('changes no level, in whatever order words stand, with any sign and any end of a sentence between', () => {
    const words = texts.flatMap((text) => text.split(/\s+/u)).filter((word) => word !== '');
    const signs = [
      ' ',
      ' ',
      ' ',
      ' ',
      '',
      '\n',
      '\n\n',
      '. ',
      '… ',
      '‼ ',
      ', ',
      "'",
      '’',
      '-',
      '_',
      '@',
      '#',
      '$',
      '🇮🇩',
      '\u200b',
      '✌️',
      '😀',
    ];
    const piece = fc.tuple(fc.nat(words.length - 1), fc.constantFrom(...signs));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 40, size: 'max' }), (pieces) => {
        const text = pieces.map(([word, sign]) => `${words[word] ?? ''}${sign}`).join('');
        expect(engine.read({ text }), text).toEqual(engine.readWhole({ text }));
      }),
      SEEDED,
    );
  }, 120_000);

  it.each([
    // What stands beside a number that hangs on a word with signs in it.
    'Ihsan@Ihsan#03\n\nKatanya‼ paslon Ihsan',
    'DPRD Ihsan #O2',
    'dinasti#01010101010101 Ihsan',
    'Ihsan Ihsan Ihsan Ihsan Ihsan 2+0+2+4=8 Ihsan Ihsan Ihsan Ihsan',
  ])('finds in %j what the whole reading finds', (text) => {
    expect(engine.read({ text })).toEqual(engine.readWhole({ text }));
  });

  it('does not pass most of ordinary life', () => {
    const ordinary = sentences.filter(({ level }) => level === 'none');
    expect(ordinary.filter(({ text }) => !mayMatter(text)).length).toBeGreaterThan(100);
  });
});
