import { ELECTION_WORDS, GRAMMAR } from '../language/vocabulary.ts';
import { SkimFlag } from '../rule-file/skim-flags.ts';
import { WordKind } from '../rule-file/word-kinds.ts';
import { createToken, type Token } from '../text/token.ts';
import type { RuleIndex } from './rule-index.ts';

/** Letters with one star for each hidden one, small ones only. */
const HIDDEN = /^[a-z]+\*[a-z]*\*?[a-z]*$/;
/** Shorter ones may be anything: "a*in". */
const MIN_ONE = 5;
const MIN_TWO = 6;
/** Nobody hides letters of longer words, and the work per word stays bounded. */
const MAX_LETTERS = 16;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Of two hidden letters both are vowels, so that no more words are tried than for one. */
const VOWELS = 'aeiou';

/**
 * The word that letters were hidden in ("gan*ar", "jok*w*", "pil*res"): a distinctive word of a name, of elections or of the
 * matcher's grammar, and a name only where no ordinary word has the same letters. Undefined where there is none.
 */
export function hiddenWord(raw: string, rules: RuleIndex): string | undefined {
  const written = raw.toLowerCase();
  if (written.length < MIN_ONE || written.length > MAX_LETTERS || !HIDDEN.test(written)) return undefined;
  const [first = '', second = '', third] = written.split('*');
  if (third === undefined)
    return pick(
      [...LETTERS].map((letter) => first + letter + second),
      rules,
    );
  if (written.length < MIN_TWO) return undefined;
  const words = [...VOWELS].flatMap((one) => [...VOWELS].map((two) => first + one + second + two + third));
  return pick(words, rules);
}

function pick(words: readonly string[], { words: { kindOf }, skim }: RuleIndex): string | undefined {
  const ofElections = words.find((word) => ELECTION_WORDS.has(word) || GRAMMAR.has(word));
  if (ofElections !== undefined) return ofElections;
  const isName = (word: string) => (kindOf(word) & WordKind.Distinctive) !== 0;
  // The table of the skim holds the ordinary words.
  const isOrdinary = (word: string) => {
    const ordinal = skim.words.ordinalOf(word);
    return ordinal >= 0 && (skim.words.firstAt(ordinal) & SkimFlag.Trigger) === 0;
  };
  return words.some((word) => !isName(word) && isOrdinary(word)) ? undefined : words.find(isName);
}

/** The word of letters and stars at `[start, end)` in a text, or undefined; a star may stand right behind it. */
export function hiddenWordAt(text: string, start: number, end: number, rules: RuleIndex): string | undefined {
  const raw = text.slice(start, text[end] === '*' ? end + 1 : end);
  return raw.includes('*') ? hiddenWord(raw, rules) : undefined;
}

/** The tokens of a text with the words that letters were hidden in. */
export function withHiddenLetters(
  tokens: readonly Token[],
  text: string,
  rules: RuleIndex,
): readonly Token[] {
  if (!text.includes('*')) return tokens;
  return tokens.map((token) => {
    const { kind, start, end, breaks } = token;
    const word = kind === 'word' ? hiddenWordAt(text, start, end, rules) : undefined;
    return word === undefined ? token : createToken(word, kind, start, end, breaks, false);
  });
}
