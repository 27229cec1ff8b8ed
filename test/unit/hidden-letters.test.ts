import { describe, expect, it } from 'vitest';
import { hiddenWord } from '../../src/core/matching/hidden-letters.ts';
import { skim } from '../../src/core/matching/skim.ts';
import { createEngine } from '../evidence/engine.ts';

const engine = createEngine();

describe('letters that stars stand for', () => {
  it.each([
    ['gan*ar', 'ganjar'],
    ['GAN*AR', 'ganjar'],
    ['jok*w*', 'jokowi'],
    ['pemil*', 'pemilu'],
    ['pil*res', 'pilpres'],
    // "pulih" too, but of a word of the grammar alone nothing follows.
    ['p*lih', 'pilih'],
  ])('%s is %s', (raw, word) => expect(hiddenWord(raw, engine.rules)).toBe(word));

  it.each([
    ['too few letters', 'a*in'],
    ['two of few', 'i*i*n'],
    ['two, of which one is no vowel', 'jo*o*i'],
    ['an ordinary word beside the name', 'gan*ang'],
    ['a curse', 'an*ing'],
    ['a sum', '123*456'],
    ['a star that opens', '*anies'],
    ['three', 'pr*b*w*'],
    ['an endless word', `${'a'.repeat(30)}*b`],
  ])('not %s: %s', (_what, raw) => expect(hiddenWord(raw, engine.rules)).toBeUndefined());

  it.each(['gan*ar lari pagi', 'jok*w* lagi', 'prabo*o pidato', '“p*lih nomor 2”', 'lihat:an*es!'])(
    'are found by skim and matcher alike: %s',
    (text) => {
      expect(engine.read({ text }).level).not.toBe('none');
      expect(engine.read({ text })).toEqual(engine.readWhole({ text }));
      expect(skim(text, engine.rules).some(({ alone }) => alone)).toBe(true);
    },
  );

  it('stay in the text that is shown', () => {
    const text = 'kata gan*ar';
    const [finding] = engine.read({ text }).findings;
    expect(finding?.text).toBe('gan*ar');
  });
});
