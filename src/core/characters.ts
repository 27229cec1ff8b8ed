import { fold, isWord } from './fold.ts';

/**
 * `mark` belongs to the letter before it, `ignorable` to nothing; `finger` is an emoji that shows a number; `regional`
 * is half a flag or a letter, which only its neighbours tell.
 */
type CharacterClass =
  | 'letter'
  | 'digit'
  | 'mark'
  | 'ignorable'
  | 'finger'
  | 'regional'
  | 'space'
  | 'stop'
  | 'other';

export interface Character {
  readonly folded: string;
  readonly class: CharacterClass;
  /** What it stands for between two letters of a word: "pr@bowo" is "prabowo", "Ma'ruf" is "maruf". */
  readonly inside: string | undefined;
}

const MARK = /^[\p{M}\p{Emoji_Modifier}]$/u;
const IGNORABLE = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
const DIGIT = /^\p{N}/u;
const SPACE = /^\s$/u;
const STOPS = new Set(['.', '!', '?', ';', '。']);
/** "anie$" is written too seldom to follow at the end of a word. */
const INSIDE: ReadonlyMap<string, string> = new Map([
  ['@', 'a'],
  ['$', 's'],
  ["'", ''],
  ['’', ''],
  ['‘', ''],
  ['`', ''],
]);
export const FINGER_SIGNS: ReadonlyMap<string, number> = new Map([
  ['☝', 1],
  ['👆', 1],
  ['✌', 2],
  ['🤟', 3],
  ['🤘', 3],
  ['👌', 3],
  ['🖐', 5],
  ['✋', 5],
  ['🤚', 5],
]);

const ascii: Character[] = [];
for (let point = 0; point < 128; point += 1) ascii.push(classify(point, fold(point)));

/** Bounded by the number of code points that texts really use. */
const known = new Map<number, Character>();
const KNOWN_LIMIT = 4_096;
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

export function characterAt(point: number): Character {
  const plain = ascii[point];
  if (plain !== undefined) return plain;
  // So many, and each as it is: not worth the place in the cache.
  if (point >= FIRST_HAN && point <= LAST_HAN) {
    return { folded: String.fromCharCode(point), class: 'letter', inside: undefined };
  }
  let character = known.get(point);
  if (character === undefined) {
    character = classify(point, fold(point));
    if (known.size >= KNOWN_LIMIT) known.clear();
    known.set(point, character);
  }
  return character;
}

function classify(point: number, folded: string): Character {
  return { folded, class: classOf(point, folded), inside: INSIDE.get(folded) };
}

function classOf(point: number, folded: string): CharacterClass {
  if (point >= 128) {
    const written = String.fromCodePoint(point);
    if (MARK.test(written)) return 'mark';
    if (IGNORABLE.test(written)) return 'ignorable';
    if (isRegionalIndicator(point)) return 'regional';
    if (FINGER_SIGNS.has(written)) return 'finger';
  }
  if (isWord(folded)) return DIGIT.test(folded) ? 'digit' : 'letter';
  if (SPACE.test(folded)) return 'space';
  return STOPS.has(folded) ? 'stop' : 'other';
}

export function isRegionalIndicator(point: number): boolean {
  return point >= 0x1f1e6 && point <= 0x1f1ff;
}
