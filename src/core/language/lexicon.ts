import lexicon from './lexicon.json';

const words = wordsOf(lexicon.words);
/** Regional, colloquial and English words, which take no affixes of Indonesian. */
const loose = wordsOf(lexicon.loose);
const names = wordsOf(lexicon.names);
const places = wordsOf(lexicon.places);

function wordsOf(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}

/** An ordinary word, a common personal name or a place: alone it does not name a candidate. */
export function isOrdinary(word: string): boolean {
  return isPlainWord(word) || names.has(word) || places.has(word);
}

/** A word of the language, whatever it names besides. */
export function isPlainWord(word: string): boolean {
  return words.has(word) || loose.has(word);
}

/** A name that many people bear, and no word of the language besides. */
export function isCommonName(word: string): boolean {
  return names.has(word) && !isPlainWord(word) && !places.has(word);
}

/** Every word, name and place as the lexicon writes it. */
export function* lexiconWords(): Iterable<string> {
  yield* words;
  yield* places;
  yield* names;
}

/** How a form is made of a root: what stands before it and behind it, and whether its first sound melts. */
interface Form {
  readonly before: string;
  readonly melts: boolean;
  readonly behind: string;
  /** The letters beside the root, as UTF-16 units. */
  readonly joins: number;
  readonly opens: number;
  /** What stands behind holds a letter twice in a row. */
  readonly isDoubled: boolean;
}

const form = (before: string, melts: boolean, behind: string): Form => ({
  before,
  melts,
  behind,
  joins: before.charCodeAt(before.length - 1),
  opens: behind.charCodeAt(0),
  isDoubled: holdsDouble(behind),
});

/** Forms of one root that people write every day; its first sound melts after "me" and "pe". */
const FORMS: readonly Form[] = [
  ...['an', 'kan', 'i', 'in', 'nya', 'lah', 'kah', 'ku', 'mu', 'annya'].map((behind) =>
    form('', false, behind),
  ),
  ...['di', 'ber', 'ter', 'se', 'ke'].map((before) => form(before, false, '')),
  ...['me', 'pe', ''].map((before) => form(before, true, '')),
  ...['kan', 'i'].map((behind) => form('me', true, behind)),
  ...['kan', 'i'].map((behind) => form('di', false, behind)),
  ...['ke', 'per', 'ber'].map((before) => form(before, false, 'an')),
  form('pe', true, 'an'),
  form('se', false, 'nya'),
  form('', true, 'in'),
];

/** Roots of other lengths are particles, or forms already. */
function hasForms(root: string): boolean {
  return root.length > 2 && root.length < 9;
}

function formsOf(root: string): string[] {
  const melted = nasalised(root);
  return FORMS.map(({ before, melts, behind }) => before + (melts ? melted : root) + behind);
}

function nasalised(root: string): string {
  const [first = ''] = root;
  if (first === 'p') return `m${root.slice(1)}`;
  if (first === 't') return `n${root.slice(1)}`;
  if (first === 's') return `ny${root.slice(1)}`;
  if (first === 'k') return `ng${root.slice(1)}`;
  if ('bfv'.includes(first)) return `m${root}`;
  if ('cdjz'.includes(first)) return `n${root}`;
  return 'aeiough'.includes(first) ? `ng${root}` : root;
}

/** Words and places as the lexicon writes them, without their forms. */
export function* plainWords(): Iterable<string> {
  yield* words;
  yield* loose;
  yield* places;
}

/** One of `plainWords()`. */
export function isWordOrPlace(word: string): boolean {
  return isPlainWord(word) || places.has(word);
}

/** Borne by many people, whatever else it is. */
export function isGivenName(word: string): boolean {
  return names.has(word);
}

let endings: ReadonlySet<string> | undefined;

/** As endings are compared: "y" is "i", and an "h" is hardly heard ("mersyah", "persia"). */
function heard(word: string): string {
  return word.replaceAll('h', '').replaceAll('y', 'i');
}

/**
 * Does no word, name or place of the lexicon end like this one, so that it is still itself with another first letter? By its last
 * five letters, and of six letters by the last four too: "bowo" ends many names.
 */
export function hasOwnEnding(word: string): boolean {
  endings ??= new Set(
    [...lexiconWords(), ...loose].map(heard).flatMap((other) => [other.slice(-4), other.slice(-5)]),
  );
  const sound = heard(word);
  return !endings.has(sound.slice(-5)) && (sound.length > 6 || !endings.has(sound.slice(-4)));
}

let letters: ReadonlySet<string> | undefined;

/** Does a word of the language have the same letters in another order ("arinal", "aliran")? */
export function sharesLetters(word: string): boolean {
  const sorted = (text: string) => [...text].sort().join('');
  letters ??= new Set([...words, ...loose].map(sorted));
  return letters.has(sorted(word));
}

/** Every word that must not be taken for a misspelt name, common names last. */
export function* everydayWords(): Iterable<string> {
  for (const word of words) {
    yield word;
    if (hasForms(word)) yield* formsOf(word);
  }
  yield* loose;
  for (const place of places) {
    yield place;
    yield `${place}nya`;
  }
  for (const name of names) yield name;
}

/** Is it one of `everydayWords()`? */
export function isEveryday(word: string): boolean {
  if (isOrdinary(word) || (word.endsWith('nya') && places.has(word.slice(0, -3)))) return true;
  return FORMS.some(({ before, melts, behind }) => {
    if (!word.startsWith(before) || !word.endsWith(behind)) return false;
    const middle = word.slice(before.length, word.length - behind.length);
    const roots = melts ? meltedFrom(middle) : [middle];
    return roots.some((root) => hasForms(root) && words.has(root));
  });
}

/** First sounds that a melted root may have had, by what has become of them. */
const MELTED: readonly (readonly [string, string])[] = [
  ['m', 'p'],
  ['n', 't'],
  ['ny', 's'],
  ['ng', 'k'],
  ['m', ''],
  ['n', ''],
  ['ng', ''],
  ['', ''],
];

function meltedFrom(melted: string): string[] {
  return MELTED.filter(([now]) => melted.startsWith(now))
    .map(([now, before]) => before + melted.slice(now.length))
    .filter((root) => nasalised(root) === melted);
}

/** What a word opens with, letters held as one: two of them in one number. */
export function headOf(word: string): number {
  const first = word.charCodeAt(0);
  let at = 1;
  while (at < word.length && word.charCodeAt(at) === first) at += 1;
  return at < word.length ? (first << 16) | word.charCodeAt(at) : first;
}

/** Heads of the forms that something stands before. */
const HEADS = FORMS.map(({ before }) => headOf(before));
const FIRST_MELTED = new Set(['m', 'n'].map((letter) => letter.charCodeAt(0)));

/**
 * Those of `everydayWords()` that hold a letter twice in a row and open with one of `heads`, found without making the
 * others, which takes longer than all that is done with these.
 */
export function* doubledWords(heads: ReadonlySet<number>): Iterable<string> {
  const isOpened = HEADS.some((head) => heads.has(head));
  const mayBeMelted = [...heads].some((head) => FIRST_MELTED.has(head >> 16));
  for (const word of words) {
    const isOwn = heads.has(headOf(word));
    if (!isOwn && !isOpened && !mayBeMelted) continue;
    const isDoubled = holdsDouble(word);
    if (isDoubled && isOwn) yield word;
    if (!hasForms(word)) continue;
    const melted = nasalised(word);
    const isMeltedOwn = heads.has(headOf(melted));
    const isMeltedDoubled = holdsDouble(melted);
    const last = word.charCodeAt(word.length - 1);
    for (const [at, { before, melts, behind, joins, opens, isDoubled: isAlways }] of FORMS.entries()) {
      const isWanted = before === '' ? (melts ? isMeltedOwn : isOwn) : heads.has(HEADS[at] ?? 0);
      if (!isWanted) continue;
      const middle = melts ? melted : word;
      // Nothing stands before or behind where the number is NaN.
      if (
        isAlways ||
        (melts ? isMeltedDoubled : isDoubled) ||
        joins === middle.charCodeAt(0) ||
        opens === last
      )
        yield before + middle + behind;
    }
  }
  for (const word of loose) if (heads.has(headOf(word)) && holdsDouble(word)) yield word;
  for (const place of places)
    if (heads.has(headOf(place)))
      for (const word of [place, `${place}nya`]) if (holdsDouble(word)) yield word;
  for (const name of names) if (heads.has(headOf(name)) && holdsDouble(name)) yield name;
}

function holdsDouble(word: string): boolean {
  for (let at = 1; at < word.length; at += 1)
    if (word.charCodeAt(at) === word.charCodeAt(at - 1)) return true;
  return false;
}
