import type { Random } from '../bench/random.ts';

const BLOCKS: readonly ((random: Random) => string)[] = [
  (random) => String.fromCharCode(97 + random.below(26)),
  (random) => String.fromCharCode(32 + random.below(95)),
  (random) => random.oneOf([' ', '  ', '\n', '\n\n', '\t', '\u00a0', '\u2003']),
  (random) => random.oneOf(['.', '..', '!', '?', ',', '-', '&', '#', '@', '_', "'", '’', '$', '/', ':', '|']),
  (random) => String(random.below(100)),
  (random) =>
    random.oneOf([
      'nomor',
      'no.',
      'urut',
      'coblos',
      'pilih',
      'dukung',
      'paslon',
      'jari',
      'satu',
      'dua',
      'saya',
    ]),
  (random) =>
    random.oneOf(['sutrala', 'Wijaksa', 'MELODRA', 'kencani', 'Sutrala Wijaksa', 'SutralaMelodra', 'sulap']),
  (random) => random.oneOf(['☝️', '✌🏽', '🤟', '🤘', '🖐', '👆', '👍🏽', '🇮🇩', '👨‍👩‍👧', '1️⃣', '0️⃣2️⃣', '😂']),
  (random) => String.fromCodePoint(0x300 + random.below(0x70)),
  (random) => random.oneOf(['\u200b', '\u200d', '\ufe0f', '\u00ad', '\ufeff', '\u2066', '\u202e', '\u0489']),
  (random) => String.fromCharCode(0xd800 + random.below(0x800)),
  (random) => String.fromCodePoint(0x1f1e6 + random.below(26)),
  (random) => String.fromCodePoint(0x1d400 + random.below(0x400)),
  (random) => String.fromCodePoint(0x1f100 + random.below(0x100)),
  (random) => String.fromCodePoint(0x370 + random.below(0x190)),
  (random) => String.fromCodePoint(0x600 + random.below(0x100)),
  (random) => String.fromCodePoint(0x4e00 + random.below(0x100)),
  (random) => String.fromCodePoint(0x2460 + random.below(0xa0)),
  (random) => String.fromCodePoint(0xff01 + random.below(0x5e)),
  (random) => String.fromCodePoint(random.below(0x10ffff)),
];

/** A short text of letters, marks, emojis, half surrogates, names and numbers in any order, up to 16 pieces. */
export function randomText(random: Random): string {
  const pieces = 1 + random.below(16);
  let text = '';
  for (let count = 0; count < pieces; count += 1) text += random.oneOf(BLOCKS)(random);
  return text;
}

/** Would a cut at `offset` part the two halves of one sign? */
export function cutsPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}
