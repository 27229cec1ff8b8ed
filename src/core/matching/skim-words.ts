import { hashOf } from '../rule-file/hash.ts';
import type { PairTable } from '../rule-file/pair-table.ts';
import { SkimFlag, slipFlags } from '../rule-file/skim-flags.ts';
import type { StringTable } from '../rule-file/string-table.ts';
import { normalize } from '../text/normalize.ts';
import { namesInParts } from './camel-case-names.ts';
import { findGlued, namesInside } from './glued.ts';
import {
  isElectoralTag,
  isOfficeTag,
  namesInCamelCase,
  numberInCamelCase,
  splitHashtag,
} from './hashtags.ts';
import { holdsNumber } from './numbers/number-words.ts';
import type { PlainWords } from './plain-words.ts';
import type { RuleIndex } from './rule-index.ts';
import { readingsOf, slipsOf } from './variants.ts';

/** What the skim keeps between texts. */
export interface SkimIndex {
  /** Flags of ordinary words and of the words of terms. */
  readonly words: StringTable;
  /** Words that must stand beside some of them, as places in the string pool. */
  readonly halves: StringTable;
  /** Flags of words that stand in no table, and of hashtags and mentions as they are written; bounded. */
  readonly known: Map<string, number>;
  readonly plain: PlainWords;
  readonly pairs: PairTable;
}

const KNOWN_LIMIT = 8_192;
/** An endless word is not worth the memory. */
const LONGEST_KNOWN = 80;

/** Flags of a word that the table may lack: those of whatever the matcher would read it as. */
export function flagsOf(word: string, rules: RuleIndex): number {
  const { words, known, plain } = rules.skim;
  let flags = known.get(word);
  if (flags === undefined) {
    const written = words.ordinalOf(word);
    flags = written < 0 ? 0 : words.firstAt(written);
    if (written >= 0 && (flags & SkimFlag.Variant) === 0) return flags;
    if (written < 0 && !plain.mayMean(word)) return 0;
    for (const { text } of readingsOf(word, rules.words)) {
      const ordinal = words.ordinalOf(text);
      flags |= SkimFlag.Read | (ordinal < 0 ? SkimFlag.Trigger : words.firstAt(ordinal));
    }
    if (flags === 0 && written < 0 && findGlued(word, rules.hashtags).length > 0) flags |= SkimFlag.Trigger;
    flags |= slipFlags(slipsOf(word, rules.words));
    if (holdsNumber(word)) flags |= SkimFlag.Trigger | SkimFlag.Number;
    remember(known, word, flags);
  }
  return flags;
}

/** Hashes of the words of names that a word is or is near. */
export function namesOf(word: string, flags: number, { words }: RuleIndex): readonly number[] {
  const near = [
    ...slipsOf(word, words).map((slip) => slip.word),
    ...readingsOf(word, words).map(({ text }) => text),
  ];
  if ((flags & SkimFlag.NameWord) !== 0) near.push(word);
  return near.map(hashOf);
}

/** Flags of a hashtag or mention, as it is written and with its sign. */
export function flagsOfTag(raw: string, rules: RuleIndex): number {
  const { known } = rules.skim;
  let flags = known.get(raw);
  if (flags === undefined) {
    flags = tagMatters(raw, rules) ? SkimFlag.Trigger : 0;
    remember(known, raw, flags);
  }
  return flags;
}

/** A word of the language, as far as the tables hold it, and no name that stands out. */
export function isPlain(word: string, { words }: Pick<SkimIndex, 'words'>): boolean {
  const ordinal = words.ordinalOf(word);
  return ordinal >= 0 && (words.firstAt(ordinal) & SkimFlag.SureName) === 0;
}

/** "#2️⃣2️⃣2️⃣" too. */
const REPEATED = /^(\d)\1+$/;

/** Letters of the shortest tag that is looked up as words only. */
const SHORTEST_NAME = 4;

function tagMatters(raw: string, rules: RuleIndex): boolean {
  const [token, ...rest] = normalize(raw).tokens;
  if (!token) return false;
  if (rest.length > 0 || token.kind === 'word' || rules.terms.has(token.text)) return true;
  const body = token.text.slice(1).replaceAll('.', '');
  const ordinal = rules.skim.words.ordinalOf(body);
  if (ordinal >= 0 && (rules.skim.words.firstAt(ordinal) & SkimFlag.Trigger) !== 0) return true;
  // "#2" is a way to write "nomor 2", "#020202" a chant of it.
  if (/^\d+$/.test(body)) return body.length < 3 || body.startsWith('0') || REPEATED.test(body);
  // "#O2" may be one too.
  if (body.length < SHORTEST_NAME && /\d/.test(body)) return true;
  if (splitHashtag(body, rules.hashtags) || isElectoralTag(body)) return true;
  if (numberInCamelCase(raw) !== undefined || isOfficeTag(raw, (word) => isPlain(word, rules.skim)))
    return true;
  return (
    namesInCamelCase(raw, rules.hashtags).length > 0 ||
    namesInParts(raw, rules).length > 0 ||
    namesInside(body, rules.hashtags).length > 0 ||
    namesInside(body.replaceAll('_', ''), rules.hashtags).length > 0 ||
    readingsOf(body.replaceAll('_', ''), rules.words).length > 0
  );
}

function remember(known: Map<string, number>, key: string, flags: number): void {
  if (key.length > LONGEST_KNOWN) return;
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(key, flags);
}

/** Whether the name of an account or group that has one word may be that of a campaign. */
export function accountMayMatter(name: string, rules: RuleIndex): boolean {
  const raw = `@${name.trim().replace(/^@/, '')}`;
  return !/\s/.test(raw) && flagsOfTag(raw, rules) !== 0;
}
