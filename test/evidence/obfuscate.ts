import {
  DIGITS,
  dress,
  ENCLOSED,
  FULL_WIDTH,
  LOOK_ALIKES,
  MATHEMATICAL,
  REGIONAL_INDICATORS,
  SMALL_CAPITALS,
} from './alphabets.ts';

/** Ways in which people hide or decorate a name; `keycaps` hide a ballot number. */
export const OBFUSCATIONS = [
  'case',
  'mathematical',
  'enclosed',
  'full-width',
  'small-capitals',
  'regional-indicators',
  'keycaps',
  'zero-width',
  'combining-marks',
  'look-alikes',
  'digits-for-letters',
  'stretched',
  'spaced',
  'dotted',
  'dashed',
  'clitics',
  'camel-case-hashtag',
  'hashtag-with-number',
  'handle',
] as const;
export type Obfuscation = (typeof OBFUSCATIONS)[number];

export interface Subject {
  /** As a pack writes it: "Nama Orang". */
  readonly name: string;
  /** Ballot number of the ticket, where the contest has given one. */
  readonly ballotNumber?: number | undefined;
  readonly year?: number | undefined;
}

/**
 * Every form of `subject` under one kind, always the same and in the same order. Empty where the kind has nothing to
 * change ("Nur" has no letter that a digit stands for) or does not fit (a handle of one first name is anybody's).
 */
export function obfuscate(kind: Obfuscation, subject: Subject): string[] {
  const forms = GENERATORS[kind](subject);
  // Hashtags and handles are spelled alike in many kinds of case; all others must differ from what the pack writes.
  return [...new Set(forms)].filter((form) => form !== subject.name);
}

const letters = (word: string): string[] => [...word];
const wordsOf = (name: string): string[] => name.split(/[\s-]+/).filter((word) => word !== '');

/** Letters of each word of a name joined by `joint`, words by `gap`. */
const joined = (name: string, joint: string, gap: string): string =>
  wordsOf(name)
    .map((word) => letters(word).join(joint))
    .join(gap);

const eachLetter = (name: string, change: (letter: string, index: number) => string): string => {
  let index = 0;
  return name.replace(/\p{L}/gu, (letter) => {
    index += 1;
    return change(letter, index - 1);
  });
};

const ZERO_WIDTH = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad'];
const MARKS = ['\u0336', '\u0332', '\u0301', '\u0489', '\u0334\u035c\u0321'];
const CLITICS = ['nya', 'lah', 'kah', 'ku', 'mu', 'pun'];

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
/** Only what a hashtag can hold. */
const bare = (name: string): string[] => wordsOf(name.replace(/[^\p{L}\p{N}\s-]/gu, ''));

const GENERATORS: Readonly<Record<Obfuscation, (subject: Subject) => readonly string[]>> = {
  case: ({ name }) => [
    name.toUpperCase(),
    name.toLowerCase(),
    eachLetter(name, (letter, index) => (index % 2 === 0 ? letter.toLowerCase() : letter.toUpperCase())),
    eachLetter(name, (letter, index) => (index % 2 === 0 ? letter.toUpperCase() : letter.toLowerCase())),
  ],
  mathematical: ({ name }) => MATHEMATICAL.map((alphabet) => dress(name, alphabet)),
  enclosed: ({ name }) => ENCLOSED.map((alphabet) => dress(name.toUpperCase(), alphabet)),
  'full-width': ({ name }) => [dress(name, FULL_WIDTH), dress(name.toUpperCase(), FULL_WIDTH)],
  'small-capitals': ({ name }) => [dress(name, SMALL_CAPITALS)],
  // Side by side two of them show as a flag, so some writers keep them apart.
  'regional-indicators': ({ name }) => {
    const flags = dress(name.toUpperCase(), REGIONAL_INDICATORS);
    return [flags, flags.replace(/[\u{1f1e6}-\u{1f1ff}](?=[\u{1f1e6}-\u{1f1ff}])/gu, '$&\u200b')];
  },
  keycaps: ({ ballotNumber }) => {
    if (ballotNumber === undefined) return [];
    const keycaps = (digits: string) => digits.replace(/\d/g, '$&\ufe0f\u20e3');
    const digits = String(ballotNumber);
    return [keycaps(digits), keycaps(`0${digits}`), `${digits}\u20e3`];
  },
  'zero-width': ({ name }) =>
    ZERO_WIDTH.map((sign) => eachLetter(name, (letter, index) => (index === 0 ? letter : sign + letter))),
  'combining-marks': ({ name }) => MARKS.map((mark) => eachLetter(name, (letter) => letter + mark)),
  'look-alikes': ({ name }) =>
    LOOK_ALIKES.flatMap((alphabet) => [dress(name, alphabet), dress(name.toUpperCase(), alphabet)]),
  'digits-for-letters': ({ name }) => DIGITS.map((alphabet) => dress(name, alphabet)),
  stretched: ({ name }) => [
    name.replace(/\p{L}$/u, '$&$&$&$&'),
    name.replace(/[aeiou]/u, '$&$&$&'),
    name.replace(/[aeiou]/gu, '$&$&$&'),
    name.replace(/[aeiou](?=[^aeiou]*$)/u, '$&$&$&$&$&'),
  ],
  spaced: ({ name }) => [joined(name, ' ', '   '), joined(name.toUpperCase(), ' ', '  ')],
  dotted: ({ name }) => [joined(name, '.', ' '), joined(name.toUpperCase(), '.', ' ')],
  dashed: ({ name }) => [joined(name, '-', ' '), joined(name.toUpperCase(), '-', ' ')],
  // On a short last word ("Uno") a clitic makes another word, so writers leave it away or set it apart.
  clitics: ({ name }) =>
    (wordsOf(name).at(-1) ?? '').length < 5
      ? []
      : [...CLITICS.map((clitic) => name + clitic), `${name}-nya`, `${name.toLowerCase()} nya`],
  'camel-case-hashtag': ({ name }) => [
    `#${bare(name).map(capitalised).join('')}`,
    `#${bare(name).map(capitalised).join('_')}`,
    `#${bare(name).join('').toLowerCase()}`,
  ],
  'hashtag-with-number': ({ name, ballotNumber, year }) => {
    const tag = bare(name).join('');
    return [
      ...(ballotNumber === undefined
        ? []
        : [`#${tag.toLowerCase()}0${ballotNumber}`, `#${tag}${ballotNumber}`, `#0${ballotNumber}${tag}`]),
      ...(year === undefined ? [] : [`#${tag}${year}`, `#${year}${tag.toLowerCase()}`]),
    ];
  },
  handle: ({ name }) => {
    const words = bare(name.toLowerCase());
    if (words.length < 2) return [];
    return [`@${words.join('')}`, `@${words.join('_')}`, `@${words.join('.')}`, `@${words.join('')}_`];
  },
};
