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

const SUFFIXES = ['an', 'kan', 'i', 'in', 'nya', 'lah', 'kah', 'ku', 'mu'];

/** Forms of one root that people write every day; its first sound melts after "me" and "pe". */
function formsOf(root: string): string[] {
  const nasal = nasalised(root);
  const stems = [`di${root}`, `ber${root}`, `ter${root}`, `me${nasal}`, `pe${nasal}`, nasal];
  return [
    ...SUFFIXES.map((suffix) => root + suffix),
    ...stems,
    `me${nasal}kan`,
    `pe${nasal}an`,
    `di${root}kan`,
    `ke${root}an`,
  ];
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

export function commonNames(): Iterable<string> {
  return names;
}

/** Every word that must not be taken for a misspelt name, common names last. */
export function* everydayWords(): Iterable<string> {
  for (const word of words) {
    yield word;
    if (word.length > 2 && word.length < 9) yield* formsOf(word);
  }
  yield* loose;
  for (const place of places) {
    yield place;
    yield `${place}nya`;
  }
  for (const name of names) yield name;
}
