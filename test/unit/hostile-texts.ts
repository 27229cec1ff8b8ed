import type { Random } from '../bench/random.ts';

const letter = (random: Random) => String.fromCharCode(97 + random.below(26));

function filled(length: number, next: () => string): string {
  const parts: string[] = [];
  let units = 0;
  while (units < length) {
    const part = next();
    parts.push(part);
    units += part.length;
  }
  // Cut wherever the length falls, also inside a pair of surrogates.
  return parts.join('').slice(0, length);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Texts that are made to be slow or to break something, `length` UTF-16 units of each kind. Other numbers of `random` give
 * other letters, so that no memory of words met before can help.
 */
export const HOSTILE_TEXTS: Readonly<
  Record<string, (length: number, random: Random, names: readonly string[]) => string>
> = {
  'combining marks': (length) => `a${'\u0301'.repeat(length - 1)}`,
  'marks between letters': (length, random, names) =>
    filled(length, () => [...random.oneOf(names)].map((sign) => sign + '\u0336\u0489'.repeat(5)).join('')),
  'zero-width signs': (length) => `a${'\u200b\u200d\ufeff'.repeat(length / 3 + 1)}`.slice(0, length),
  'one endless word': (length, random) => filled(length, () => letter(random)),
  'one letter held': (length, random) => letter(random).repeat(length),
  'a.b.c.': (length, random) => filled(length, () => `${letter(random)}.`),
  'a b c': (length, random) => filled(length, () => `${letter(random)} `),
  'one endless hashtag': (length, random) => `#${filled(length - 1, () => letter(random))}`,
  'hashtag of names': (length, random, names) =>
    `#${filled(length - 1, () => random.oneOf(names).replaceAll(' ', ''))}`,
  'hashtags of 80 letters': (length, random, names) =>
    filled(length, () => `#${filled(78, () => random.oneOf(names).replaceAll(' ', ''))} `),
  'words of 40 letters': (length, random, names) =>
    filled(length, () => `${filled(39, () => random.oneOf(names).replaceAll(' ', '').toLowerCase())} `),
  CamelCase: (length, random) =>
    filled(length, () => capital(letter(random) + letter(random) + letter(random))),
  'endless digits': (length, random) => filled(length, () => String(random.below(10))),
  'numbers and full stops': (length, random) => filled(length, () => `${random.below(100)}. `),
  'regional indicators': (length, random) =>
    filled(length, () => String.fromCodePoint(0x1f1e6 + random.below(26))),
  'lone surrogates': (length, random) =>
    filled(length, () => String.fromCharCode(0xd800 + random.below(0x800))),
  'nested pairs of names': (length, random, names) =>
    filled(length, () => `${random.oneOf(names)} & ${random.oneOf(names)} - `),
  'slips in names': (length, random, names) =>
    filled(length, () => {
      const name = random.oneOf(names).toLowerCase();
      const at = 1 + random.below(name.length - 1);
      return `${name.slice(0, at)}${letter(random)}${name.slice(at + 1)} `;
    }),
  'digits for letters': (length, random, names) =>
    filled(length, () => `${random.oneOf(names).toLowerCase().replaceAll('a', '4').replaceAll('i', '1')} `),
  'signs of markup': (length, random) =>
    filled(length, () => random.oneOf(['<', '>', '&', '"', '\\', '$', '@', '#', '_'])),
  'rare letters': (length, random) =>
    filled(length, () => String.fromCodePoint(0x1d400 + random.below(0x3ff))),
};
