import lookAlikes from './look-alikes.json';

const IGNORABLE = /^[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
/** Costs a millisecond at its first use in a page: nothing that posts are full of may come here. */
const WORD = /^[\p{L}\p{N}]+$/u;

const letters = new Map<string, string>();
for (const [letter, signs] of Object.entries(lookAlikes.letters)) {
  for (const sign of signs) letters.set(sign, letter);
}

/** Enclosed letters and digits that NFKD leaves alone: first code point, last, and what the first stands for. */
const ENCLOSED: readonly (readonly [number, number, number])[] = [
  [0x1f150, 0x1f169, 0x61],
  [0x1f170, 0x1f189, 0x61],
  [0x1f1e6, 0x1f1ff, 0x61],
  [0x2776, 0x277e, 0x31],
  [0x2780, 0x2788, 0x31],
  [0x278a, 0x2792, 0x31],
  [0x24f5, 0x24fd, 0x31],
  [0x24ff, 0x24ff, 0x30],
  [0x1f51f, 0x1f51f, 0x31],
];

/**
 * Lower case, compatibility forms, no marks, look-alikes as Latin letters: `𝐏`, `Ｐ`, `ⓟ`, `🅿` and Cyrillic `р` are `p`.
 * Anything else is returned as it is. Slow: `characterAt` keeps what it found.
 */
export function fold(point: number): string {
  if (point < 128) return String.fromCharCode(point >= 65 && point <= 90 ? point + 32 : point);
  const character = String.fromCodePoint(point);
  const letter = letters.get(character);
  if (letter !== undefined) return letter;
  for (const [first, last, base] of ENCLOSED) {
    if (point >= first && point <= last) return String.fromCharCode(base + point - first);
  }
  // Compatibility forms can bring capitals (ℌ), and lower case can bring new marks (İ).
  const decomposed = character.normalize('NFKD');
  // A Greek capital looks like another Latin letter than its small one: Μ is "m", μ is "u".
  const latin = decomposed.replace(CAPITAL, (capital) => letters.get(capital) ?? capital);
  const lower = latin.toLowerCase();
  const plain = lower === decomposed ? lower : lower.normalize('NFKD');
  return plain === character ? (IGNORABLE.test(plain) ? '' : plain) : withoutDecoration(plain);
}

const CAPITAL = /\p{Lu}/gu;

/** "⒫" is "(p)", "⒉" is "2.": only its letters and digits count, if it has any. */
function withoutDecoration(plain: string): string {
  let word = '';
  let other = '';
  for (const part of plain) {
    if (isWord(part)) word += letters.get(part) ?? part;
    else if (!IGNORABLE.test(part)) other += part;
  }
  return word === '' ? other : word;
}

/** Letters and digits only; `folded` is what `fold` gave. */
export function isWord(folded: string): boolean {
  const code = folded.charCodeAt(0);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return WORD.test(folded);
}
