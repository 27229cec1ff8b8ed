/** Text of a template that nobody has replaced yet: "ISI NAMA CALON 1", "FILL IN SOURCE", "Pemilihan Bupati ISI NAMA DAERAH". */
export const PLACEHOLDER =
  /^\s*(?:ISI|FILL IN)\b|\b(?:NAMA CALON|CANDIDATE NAME|ISI NAMA DAERAH|FILL IN NAME OF THE REGION)\b|^(?:todo|tbd|xxx+|lorem ipsum)\b/;

/** Titles before a name as ballots print them; behind a comma stand degrees. */
const TITLES = new Set(
  'h hj k kh tgk tgkh dr dra drs drg ir prof apt ustad ustadz ust ns letjen mayjen brigjen jenderal kombes irjen komjen laksda marsda purn'.split(
    ' ',
  ),
);
const TWO_PARTS = /\s+(?:-|–|—|&|\/|dan)\s+|\s*\/\s*/u;

/**
 * A name as people write it: without titles and degrees, and not all in capitals. "H. ARIF WIDADI, S.E., M.M." is
 * "Arif Widadi". A name of titles only stays as it is.
 */
export function plainName(written: string): string {
  if (PLACEHOLDER.test(written)) return written.trim();
  const [before = ''] = written.trim().split(',');
  const words = before.split(/\s+/).filter((word) => word !== '');
  let first = 0;
  while (first < words.length - 1 && isTitle(words[first] ?? '')) first += 1;
  const name = words.slice(first);
  const spoken = name.length > 0 ? name : words;
  const text = spoken.join(' ').replace(/\s*\(purn\.?\)/i, '');
  // Small letters of a title before it ("Dr. ARIF") say nothing of the name.
  const isShouted = text === text.toUpperCase() && /\p{Lu}{3}/u.test(text);
  return isShouted ? text.split(' ').map(inUsualCase).join(' ') : text;
}

function isTitle(word: string): boolean {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  // "Dr. H. Nama": only with its full stop is one letter a title and not an initial that belongs to the name.
  return TITLES.has(letters) && (word.includes('.') || letters.length > 2 || /^(?:hj|ir)$/.test(letters));
}

function inUsualCase(word: string): string {
  // "MS", "AH" behind a name are letters, not a word.
  if (/^[A-Z]{1,2}$/.test(word) || /^[^AEIOUY]{1,3}$/.test(word)) return word;
  return word.toLowerCase().replace(/(^|[-'’.])(\p{L})/gu, (_whole, before: string, letter: string) => {
    return before + letter.toUpperCase();
  });
}

/** Both persons of a pair that stands in one cell, or undefined. */
export function splitPair(written: string): readonly [string, string] | undefined {
  const parts = written.split(TWO_PARTS).map((part) => part.trim());
  const [first, second] = parts;
  return parts.length === 2 && first && second ? [first, second] : undefined;
}

/** Longest id that a pack takes is 80; what comes behind a slug needs room too. */
const SLUG = 48;

/** Lower-case letters and digits joined by "-", for ids; '' when nothing of it is left. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+|['’.]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG)
    .replace(/^-+|-+$/g, '');
}
