/** Latin letters in other clothes, for `obfuscate.ts`. All are code points of Unicode, none comes from a real post. */

/** Maps the letters A-Z and a-z of a text; everything else, and letters without a counterpart, stays. */
export type Alphabet = (letter: string) => string;

const A = 65;
const a = 97;

/** An alphabet of 26 capitals and 26 small letters in a row, with the letters that Unicode put elsewhere. */
function block(capital: number, small: number, holes: Readonly<Record<string, number>> = {}): Alphabet {
  return (letter) => {
    const hole = holes[letter];
    if (hole !== undefined) return String.fromCodePoint(hole);
    const code = letter.charCodeAt(0);
    return String.fromCodePoint(code >= a ? small + code - a : capital + code - A);
  };
}

const mathematical = (start: number, holes?: Readonly<Record<string, number>>): Alphabet =>
  block(start, start + 26, holes);

const SCRIPT_HOLES = {
  B: 0x212c,
  E: 0x2130,
  F: 0x2131,
  H: 0x210b,
  I: 0x2110,
  L: 0x2112,
  M: 0x2133,
  R: 0x211b,
  e: 0x212f,
  g: 0x210a,
  o: 0x2134,
};
const FRAKTUR_HOLES = { C: 0x212d, H: 0x210c, I: 0x2111, R: 0x211c, Z: 0x2128 };
const DOUBLE_STRUCK_HOLES = {
  C: 0x2102,
  H: 0x210d,
  N: 0x2115,
  P: 0x2119,
  Q: 0x211a,
  R: 0x211d,
  Z: 0x2124,
};

/** Bold, italic, script, fraktur, double-struck, sans-serif and monospace letters. */
export const MATHEMATICAL: readonly Alphabet[] = [
  mathematical(0x1d400),
  mathematical(0x1d434, { h: 0x210e }),
  mathematical(0x1d468),
  mathematical(0x1d49c, SCRIPT_HOLES),
  mathematical(0x1d4d0),
  mathematical(0x1d504, FRAKTUR_HOLES),
  mathematical(0x1d538, DOUBLE_STRUCK_HOLES),
  mathematical(0x1d56c),
  mathematical(0x1d5a0),
  mathematical(0x1d5d4),
  mathematical(0x1d608),
  mathematical(0x1d63c),
  mathematical(0x1d670),
];

/** In circles, in black circles, in squares, in black squares, in brackets. */
export const ENCLOSED: readonly Alphabet[] = [
  block(0x24b6, 0x24d0),
  block(0x1f150, 0x1f150),
  block(0x1f130, 0x1f130),
  block(0x1f170, 0x1f170),
  block(0x249c, 0x249c),
];

export const FULL_WIDTH = block(0xff21, 0xff41);
export const REGIONAL_INDICATORS = block(0x1f1e6, 0x1f1e6);

function table(pairs: string): Alphabet {
  const map = new Map(pairs.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]));
  return (letter) => map.get(letter) ?? letter;
}

const small = table('aᴀ bʙ cᴄ dᴅ eᴇ fꜰ gɢ hʜ iɪ jᴊ kᴋ lʟ mᴍ nɴ oᴏ pᴘ qǫ rʀ sꜱ tᴛ uᴜ vᴠ wᴡ yʏ zᴢ');
export const SMALL_CAPITALS: Alphabet = (letter) => small(letter.toLowerCase());

/** Cyrillic, then Greek letters that look like Latin ones. */
export const LOOK_ALIKES: readonly Alphabet[] = [
  table('aа cс eе iі jј oо pр sѕ xх yу hһ dԁ AА BВ CС EЕ HН IІ JЈ KК MМ OО PР SЅ TТ XХ YУ'),
  table('oο vν AΑ BΒ EΕ HΗ IΙ KΚ MΜ NΝ OΟ PΡ TΤ XΧ YΥ ZΖ aα iι kκ pρ uυ'),
];

/** Digits that people write for letters. */
export const DIGITS: readonly Alphabet[] = [
  table('a4 A4 e3 E3'),
  table('i1 I1 o0 O0'),
  table('a4 A4 e3 E3 i1 I1 o0 O0 s5 S5'),
];

/** `text` with every Latin letter put through `alphabet`. */
export function dress(text: string, alphabet: Alphabet): string {
  return text.replace(/[A-Za-z]/g, alphabet);
}
