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

const MARK = /^\p{M}$/u;
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
  // "pr*bowo": a letter that somebody hides is one that is lost.
  ['*', ''],
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

const OTHER: Character = { folded: '', class: 'other', inside: undefined };

const ascii: Character[] = [];
for (let point = 0; point < 128; point += 1) ascii.push(classify(point));

/** What posts are full of, written down: in a fresh page, the tables of Unicode cost a millisecond at their first use. */
const common: [number, Character][] = [
  [0xa0, { folded: ' ', class: 'space', inside: undefined }],
  [0x200b, { folded: '', class: 'ignorable', inside: undefined }],
  [0x200d, { folded: '', class: 'ignorable', inside: undefined }],
  [0x2018, { folded: '‘', class: 'other', inside: '' }],
  [0x2019, { folded: '’', class: 'other', inside: '' }],
  [0x2026, { folded: '...', class: 'stop', inside: undefined }],
  [0xfe0f, { folded: '', class: 'mark', inside: undefined }],
  [0x1f51f, { folded: '1', class: 'digit', inside: undefined }],
];
for (let tone = 0x1f3fb; tone <= 0x1f3ff; tone += 1) {
  common.push([tone, { folded: '', class: 'mark', inside: undefined }]);
}
for (const sign of FINGER_SIGNS.keys()) {
  common.push([sign.codePointAt(0) ?? 0, { folded: sign, class: 'finger', inside: undefined }]);
}

/** Bounded by the number of code points that texts really use. */
let known = new Map(common);
const KNOWN_LIMIT = 4_096;

/** What a text has at a code point. */
export function characterAt(point: number): Character {
  if (point < 128) return ascii[point] ?? OTHER;
  if (isHan(point)) return { folded: String.fromCharCode(point), class: 'letter', inside: undefined };
  let character = known.get(point);
  if (character === undefined) {
    if (isPicture(point)) return OTHER;
    character = classify(point);
    if (known.size >= KNOWN_LIMIT) known = new Map(common);
    known.set(point, character);
  }
  return character;
}

function isHan(point: number): boolean {
  return point >= 0x4e00 && point <= 0x9fff;
}

/** Emojis, double quotes, dashes and bullets, but for those in `common`. */
function isPicture(point: number): boolean {
  if (point >= 0x1f300) return point <= 0x1faff;
  if (point >= 0x2600) return point <= 0x2775;
  return (point >= 0x2018 && point <= 0x2023) || point === 0x2013 || point === 0x2014;
}

function classify(point: number): Character {
  const folded = fold(point);
  return { folded, class: classOf(point, folded), inside: INSIDE.get(folded) };
}

function classOf(point: number, folded: string): CharacterClass {
  if (isRegionalIndicator(point)) return 'regional';
  const isPlain = folded !== '' && folded.charCodeAt(0) < 128;
  if (!isPlain) {
    const written = String.fromCodePoint(point);
    if (MARK.test(written)) return 'mark';
    if (IGNORABLE.test(written)) return 'ignorable';
  }
  if (isWord(folded)) return isDigit(folded) ? 'digit' : 'letter';
  if (SPACE.test(folded)) return 'space';
  // "…" and "‼" fold to several of them.
  return STOPS.has(folded.charAt(0)) ? 'stop' : 'other';
}

function isDigit(folded: string): boolean {
  const code = folded.charCodeAt(0);
  return code < 128 ? code >= 48 && code <= 57 : DIGIT.test(folded);
}

export function isRegionalIndicator(point: number): boolean {
  return point >= 0x1f1e6 && point <= 0x1f1ff;
}
