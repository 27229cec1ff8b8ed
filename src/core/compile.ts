import { skimWords, type WordReader } from './compile-skim.ts';
import { findGlued } from './glued.ts';
import { createPieceIndex, isName } from './hashtags.ts';
import { commonNames, everydayWords, isCommonName, isOrdinary, isPlainWord, plainWords } from './lexicon.ts';
import { neutralAccountsOf } from './neutral-accounts.ts';
import { isCapitals, normalize } from './normalize.ts';
import { PACK_PARTS, type Pack, type PackEntity } from './pack.ts';
import {
  type CompiledEntry,
  type CompiledRules,
  type CompiledTerm,
  RULE_ENTRIES,
  RULE_ENTRIES_PACK,
  type WordTables,
} from './rules.ts';
import { slipFlags } from './skim-flags.ts';
import { countSounds } from './sounds.ts';
import {
  consonantsOf,
  otherTitles,
  withGlottalStop,
  withoutFirstStop,
  withShortWordsJoined,
} from './spellings.ts';
import type { Signal } from './types.ts';
import { createWordIndex, findReadings, findSlips, SAME_NAME, wordsOf } from './variants.ts';
import { TITLES } from './vocabulary.ts';
import { WordKind } from './word-kinds.ts';

/** Names of each member that are joined to pair names; keeps the product small for any pack. */
const PAIR_NAMES = 6;
/** Short forms of a name, and the names of the other that they are joined to, head first. */
const SHORT_NAMES = 2;
const MAIN_NAMES = 2;

/**
 * Packs that `readPack()` accepted, as one flat set of rules.
 *
 * @throws Error naming both packs when they use the same id for an entry or a contest.
 */
export function compile(packs: readonly Pack[]): CompiledRules {
  const contests = packs.flatMap((pack) =>
    pack.contests.map(({ id, kind, year, region, name, phases }) => ({
      id,
      kind,
      year,
      region,
      name,
      phases,
    })),
  );
  const contestIndex = new Map(contests.map((contest, index) => [contest.id, index]));
  refuseSharedIds(packs);

  const entries: CompiledEntry[] = [];
  const terms: Draft[] = [];
  const add = (entry: CompiledEntry, entryTerms: readonly Term[]) => {
    const index = entries.push(entry) - 1;
    const seen = new Set<string>();
    for (const term of entryTerms) {
      const key = `${term.kind} ${term.tokens.join(' ')}`;
      if (term.tokens.length === 0 || seen.has(key)) continue;
      seen.add(key);
      terms.push({ ...term, entry: index });
    }
  };

  packs.forEach((pack, packIndex) => {
    const entities = new Map(pack.entities.map((entity) => [entity.id, entity]));
    for (const entity of pack.entities) {
      const contest = entity.contest === undefined ? -1 : (contestIndex.get(entity.contest) ?? -1);
      const members = (entity.members ?? []).flatMap((member) => entities.get(member) ?? []);
      add({ id: entity.id, pack: packIndex, contest, role: entity.role, title: entity.name }, [
        ...entityTerms(entity),
        ...calledPairs(entity, members),
        ...pairTerms(members),
      ]);
    }
    for (const phrase of pack.phrases) {
      const signal = phrase.strength === 'strong' ? 'campaign' : 'supporting';
      add({ id: phrase.id, pack: packIndex, contest: -1, role: 'phrase', title: phrase.text }, [
        { tokens: tokensOf(phrase.text), kind: 'phrase', signal },
      ]);
    }
    for (const exception of pack.exceptions) {
      add({ id: exception.id, pack: packIndex, contest: -1, role: 'phrase', title: exception.text }, [
        { tokens: tokensOf(exception.text), kind: 'exception', signal: 'supporting' },
      ]);
    }
  });
  if (packs.length > 0) {
    const pack = Math.max(
      0,
      packs.findIndex(({ id }) => id === RULE_ENTRIES_PACK),
    );
    for (const entry of RULE_ENTRIES) add({ ...entry, pack, contest: -1, role: 'phrase' }, []);
  }

  const words = wordTables(terms, entries);
  return {
    packs: packs.map(({ id, title, version }) => ({ id, title, version })),
    contests,
    entries,
    terms: terms.map(({ derived: _derived, ...term }) => term),
    neutralAccounts: neutralAccountsOf(packs),
    words,
    skim: skimWords(terms, readerOf(terms, words)),
  };
}

/** A term on its way; `derived`: made by rule from another one, and not looked for misspelt. */
type Draft = CompiledTerm & { readonly derived?: true };
type Term = Omit<Draft, 'entry'>;

function tokensOf(text: string): string[] {
  return normalize(text).tokens.map((token) => token.text);
}

/** Shortest word that can name somebody by itself, whatever the lexicon says. */
const MIN_DISTINCTIVE = 4;

/** Does this word name a candidate without a second signal? Computed from the lexicon, for compilers and pack authors. */
export function isDistinctive(word: string): boolean {
  return word.length >= MIN_DISTINCTIVE && !isOrdinary(word) && !TITLES.has(word);
}

/** `supporting` for one word that ordinary life uses too. Two words are somebody, unless one is a title ("Bang Sandi"). */
function signalOfName(tokens: readonly string[]): Signal {
  const words = tokens.filter((token) => !TITLES.has(token));
  return words.length > 1 || words.some(isDistinctive) ? 'subject' : 'supporting';
}

function entityTerms(entity: PackEntity): Term[] {
  // A name that is repeated as an alias follows the rules of that alias: "Timnas AMIN" is not "timnas, amin".
  const repeated = entity.aliases.some((alias) => alias.text === entity.name);
  const person = entity.role === 'candidate';
  const terms: Term[] = [];
  if (!repeated) {
    const tokens = person ? nameWords(entity.name) : tokensOf(entity.name);
    const signal = person || tokens.length === 1 ? signalOfName(tokens) : 'subject';
    terms.push({ tokens, kind: 'name', signal });
    // Handles keep the initials of a name: "@nama_a_lengkap".
    const initials = person ? tokensOf(entity.name).filter((token) => !TITLES.has(token)) : tokens;
    if (initials.length > tokens.length) terms.push({ tokens: initials, kind: 'name', signal: 'subject' });
  }
  for (const alias of entity.aliases) {
    const tokens = tokensOf(alias.text);
    const capitals = alias.kind === 'initials' ? { capitals: capitalsOf(alias.text) } : {};
    const isPair = alias.kind === 'pair' && alias.signal === undefined && tokens.length === 2;
    terms.push({
      tokens,
      kind: 'alias',
      signal: alias.signal ?? signalOfAlias(alias.kind, alias.text, tokens),
      ...capitals,
      ...(isPair ? { pair: 1 } : {}),
    });
    // "Nama x Nama" in the other order too.
    if (isPair) terms.push(pairOf([...tokens].reverse(), 1));
  }
  if (entity.role === 'ticket') terms.push(...campTerms(terms));
  terms.push(...gluedTerms(entity));
  if (person) {
    terms.push(...partTerms(nameWords(entity.name)));
    terms.push(...spellingTerms(entity, terms));
  }
  for (const hashtag of entity.hashtags) {
    terms.push({ tokens: tokensOf(`#${hashtag.replace(/^#/, '')}`), kind: 'hashtag', signal: 'campaign' });
  }
  for (const slogan of entity.slogans) {
    const signal = slogan.strength === 'strong' ? 'campaign' : 'supporting';
    terms.push({ tokens: tokensOf(slogan.text), kind: 'slogan', signal });
  }
  for (const account of entity.accounts) {
    terms.push({ tokens: tokensOf(`@${account.handle}`), kind: 'account', signal: 'campaign' });
  }
  if (entity.ballotNumber !== undefined) {
    terms.push({ tokens: [String(entity.ballotNumber)], kind: 'number', signal: 'campaign' });
  }
  return terms;
}

/** Words that make the everyday word beside them a ticket: "relawan AMIN", "AMIN menang". */
const CAMPS = [
  'relawan',
  'pendukung',
  'simpatisan',
  'timses',
  'paslon',
  'kubu',
  'loyalis',
  'pasangan',
  'duet',
  'dukung',
];
const VICTORY = ['menang', 'presiden', 'unggul', 'lawan', 'kalah'];

function campTerms(terms: readonly Term[]): Term[] {
  const everyday = terms.filter(({ tokens, signal }) => tokens.length === 1 && signal === 'supporting');
  return everyday.flatMap(({ tokens: [word = ''], kind, capitals }): Term[] => {
    const term = (tokens: string[], at: number): Term => ({
      tokens,
      kind,
      signal: 'subject',
      ...(capitals ? { capitals: [at] } : {}),
    });
    return [...CAMPS.map((camp) => term([camp, word], 1)), ...VICTORY.map((won) => term([word, won], 0))];
  });
}

/** Letters of two names without a space that are still one word to the search for misspelt ones. */
const MAX_GLUED = 18;

/** "mahfudmd", "namanama": two names run together may have slips in them too. */
function gluedTerms({ role, name, aliases }: PackEntity): Term[] {
  if (role !== 'candidate' && role !== 'ticket') return [];
  const listed = aliases.filter(({ kind, signal }) => kind !== 'initials' && signal === undefined);
  const names = [
    ...(role === 'candidate' ? [nameWords(name)] : []),
    ...listed.map(({ text }) => tokensOf(text)),
  ];
  return names.flatMap((tokens): Term[] => {
    const glued = tokens.join('');
    const isClear = tokens.length === 2 && signalOfName(tokens) === 'subject' && tokens.some(isDistinctive);
    return isClear && glued.length <= MAX_GLUED
      ? [{ tokens: [glued], kind: 'alias', signal: 'subject' }]
      : [];
  });
}

/** Ways in which people write the names of a person that follow from the spelling, so packs need not list them. */
function spellingTerms(entity: PackEntity, terms: readonly Term[]): Term[] {
  const nicknames = entity.aliases.filter(({ kind }) => kind === 'nickname');
  const single = nicknames.map(({ text }) => tokensOf(text)).filter((tokens) => tokens.length === 1);
  const last = nameWords(entity.name).at(-1) ?? '';
  const whole = [
    ...[entity.name, ...nicknames.map(({ text }) => text)].map((text) => tokensOf(withGlottalStop(text))),
    ...withShortWordsJoined(nameWords(entity.name)),
    ...single.filter(([word]) => word !== last).map((tokens) => [...tokens, last]),
  ].filter((tokens) => tokens.length > 1);
  const clear = single.flat().filter(isDistinctive);
  const apart = clear.flatMap((word) => [
    ...`${consonantsOf(word) ?? ''} ${withoutFirstStop(word) ?? ''} ${word}er ${word}ers`.trim().split(/ +/),
  ]);
  return [
    ...terms.flatMap((term) => otherTitles(term.tokens).map((tokens): Term => ({ ...term, tokens }))),
    ...whole.map((tokens): Term => ({ tokens, kind: 'alias', signal: signalOfName(tokens) })),
    ...apart.map((word): Term => ({ tokens: [word], kind: 'alias', signal: 'subject', derived: true })),
  ];
}

function signalOfAlias(kind: string, text: string, tokens: readonly string[]): Signal {
  if (kind === 'pair') return 'subject';
  const [word = ''] = tokens;
  // Three capitals that are no word are as clear as a name, even where they are a nickname.
  if (tokens.length === 1 && (kind === 'initials' || (word.length === 3 && isCapitals(text))))
    return word.length > 2 && !isOrdinary(word) ? 'subject' : 'supporting';
  return signalOfName(tokens);
}

/** Words of an official name without titles, degrees and single letters. */
function nameWords(name: string): string[] {
  const all = tokensOf(name);
  const words = all.filter((word) => word.length > 1 && !TITLES.has(word));
  return words.length > 0 ? words : all;
}

/** A distinctive word of so many letters belongs to one person, as far as the lexicon knows. */
const MIN_UNIQUE = 7;

/** "First Last" and other neighbours of a long name, and single words of it that nobody else bears. */
function partTerms(words: readonly string[]): Term[] {
  const parts: string[][] = [];
  if (words.length > 2) {
    for (let at = 0; at + 1 < words.length; at += 1) parts.push(words.slice(at, at + 2));
    parts.push([words[0] ?? '', words.at(-1) ?? '']);
  }
  // "lalu Putra" is a sequel, no name.
  const names = parts.filter((part) => part.some(isDistinctive) || !part.some(isPlainWord));
  const singles = words.length > 1 ? words.filter(isDistinctive).map((word) => [word]) : [];
  return [
    ...names.map(
      (tokens): Term => ({
        tokens,
        kind: 'alias',
        signal: tokens.some(isDistinctive) ? 'subject' : 'supporting',
      }),
    ),
    ...singles.map(
      (tokens): Term => ({
        tokens,
        kind: 'alias',
        signal: (tokens[0] ?? '').length >= MIN_UNIQUE ? 'subject' : 'supporting',
      }),
    ),
  ];
}

function capitalsOf(text: string): number[] {
  return normalize(text).tokens.flatMap((token, index) =>
    isCapitals(text.slice(token.start, token.end)) ? [index] : [],
  );
}

/** "Name Name" in both orders, which also reads the hashtags that join them; packs need not list these. */
function pairTerms(members: readonly PackEntity[]): Term[] {
  const [first, second] = members;
  if (!first || !second || members.length !== 2) return [];
  const both = (one: string[], other: string[]): Term => {
    const tokens = [...one, ...other];
    return {
      tokens,
      kind: 'alias',
      signal: tokens.some(isDistinctive) ? 'subject' : 'supporting',
      pair: one.length,
    };
  };
  const [ones, others] = [namesOf(first), namesOf(second)];
  const pairs = (some: readonly string[][], more: readonly string[][]) =>
    some.flatMap((one) => more.map((other) => both(one, other)));
  return [
    ...pairs(ones, others),
    ...pairs(others, ones),
    ...pairs(shortNamesOf(first), mainOf(others)).map(asDerived),
    ...pairs(mainOf(ones), shortNamesOf(second)).map(asDerived),
  ];
}

/**
 * Two words that people call the members of one ticket by, side by side: each is the second signal of the other ("pram
 * rano"), where a word made of a name by rule is not ("Abdul Razak" is one man). A word of the language is no name here.
 */
function pairOf(tokens: readonly string[], pair: number): Term {
  const isCalled =
    tokens.some(isDistinctive) || !tokens.some((word) => word.length < MIN_CALLED || isPlainWord(word));
  return { tokens, kind: 'alias', signal: isCalled ? 'subject' : 'supporting', pair };
}

/** Shorter, it is an abbreviation of much else. */
const MIN_CALLED = 3;

/** What the packs say that the two are called, alone or as a half of the pair, each with each in both orders. */
function calledPairs({ aliases }: PackEntity, members: readonly PackEntity[]): Term[] {
  const [first, second] = members;
  if (!first || !second || members.length !== 2) return [];
  const listed = aliases
    .filter(({ kind, signal }) => kind === 'pair' && signal === undefined)
    .map(({ text }) => tokensOf(text))
    .filter(({ length }) => length === 2);
  const called = (member: PackEntity, half: 0 | 1): string[] => {
    const nicknames = member.aliases
      .filter(({ kind }) => kind === 'nickname')
      .map(({ text }) => tokensOf(text));
    const bare = nicknames.map((alias) => alias.filter((word) => !TITLES.has(word)));
    const words = [
      ...bare.filter(({ length }) => length === 1).flat(),
      ...listed.map((pair) => pair[half] ?? ''),
    ];
    return [...new Set(words)].filter((word) => word.length >= MIN_DISTINCTIVE).slice(0, PAIR_NAMES);
  };
  return called(first, 0).flatMap((one) =>
    called(second, 1).flatMap((other) => [pairOf([one, other], 1), pairOf([other, one], 1)]),
  );
}

/** Given names that thousands of people open with; nobody calls a candidate by them. */
const OPENING_NAMES = new Set(
  'muhammad mohammad mohamad muhamad moh moch abdul ahmad achmad siti nur'.split(' '),
);

function namesOf(entity: PackEntity): string[][] {
  const aliases = entity.aliases.filter(({ kind }) => kind === 'nickname').map(({ text }) => tokensOf(text));
  const words = nameWords(entity.name).filter((word) => word.length > 2 && !OPENING_NAMES.has(word));
  // Beside the other name nobody needs a title: "Cak Imin" is "Imin".
  const bare = aliases.map((alias) => alias.filter((word) => word.length > 2 && !TITLES.has(word)));
  const names = [...aliases, ...bare, words.slice(0, 1), words.slice(-1), nameWords(entity.name)];
  const seen = new Set<string>();
  const different = names.filter((name) => {
    const key = name.join(' ');
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return different.slice(0, PAIR_NAMES);
}

function asDerived(term: Term): Term {
  return { ...term, derived: true };
}

/** The names that short ones are joined to: "Muhidin-Hasnur". */
function mainOf(names: readonly string[][]): string[][] {
  return names.filter(({ length }) => length < 3).slice(0, MAIN_NAMES);
}

/**
 * What only the name of the other ticket member makes a name of: a word from the middle of a long name, a title that opens it, and
 * what is called out of a long one ("Hasnur" of "Hasnuryadi", "Pram" of "Pramono").
 */
function shortNamesOf(entity: PackEntity): string[][] {
  const words = nameWords(entity.name).filter((word) => !OPENING_NAMES.has(word));
  const [opening = ''] = tokensOf(entity.name);
  const title = TITLES.has(opening) && opening.length > MIN_DISTINCTIVE ? [opening] : [];
  const short = [...title, ...words.slice(1, -1), ...words.flatMap(clippedOf)];
  return [...new Set(short)]
    .filter((word) => word.length >= MIN_DISTINCTIVE)
    .slice(0, SHORT_NAMES)
    .map((word) => [word]);
}

/** The first one or two syllables of a long word, as names are called out: closed ones, which carry the name. */
function clippedOf(word: string): string[] {
  if (word.length < MIN_CLIPPED) return [];
  const two = /^[^aeiou]*[aeiou][^aeiou]+[aeiou](?:[^aeiou](?![aeiou]))?/.exec(word)?.[0] ?? '';
  const one = /^[^aeiou]+[aeiou][^aeiou]/.exec(word)?.[0] ?? '';
  return [two, one].filter((short) => short.length <= word.length - 2);
}

const MIN_CLIPPED = 7;

/**
 * Long enough, and with enough sounds, that a slip in it still points to it. A name of four letters bears another letter of the same
 * sound only (`misspelling.ts`): "ahoq".
 */
function isMisspellable(word: string): boolean {
  const sounds = word.length > MIN_DISTINCTIVE ? 3 : 2;
  return /^[a-z]+$/.test(word) && /[aeiou]/.test(word) && isDistinctive(word) && countSounds(word) >= sounds;
}

/** What the matcher would make of a word: one of the terms or several of them without a space, or a slip in a name. */
function readerOf(terms: readonly CompiledTerm[], tables: WordTables): WordReader {
  const index = createWordIndex(wordsOf(terms), tables);
  const pieces = createPieceIndex(terms);
  return {
    isRead: (word) => findReadings(word, index).length > 0 || findGlued(word, pieces).length > 0,
    slipFlags: (word) => slipFlags(findSlips(word, index)),
    isSure: (word) => (index.kindOf(word) & WordKind.Distinctive) !== 0,
  };
}

const PERSONS = new Set(['candidate', 'ticket']);

/** Words of persons' names of more than one word: one near word beside another is evidence enough. */
function besideOthers(terms: readonly Draft[], entries: readonly CompiledEntry[]): string[] {
  const words = terms.flatMap(({ kind, tokens, entry, derived }) =>
    isName({ kind }) && !derived && tokens.length > 1 && PERSONS.has(entries[entry]?.role ?? '')
      ? tokens
      : [],
  );
  return [...new Set(words)].filter(
    (word) => word.length >= MIN_DISTINCTIVE && /^[a-z]+$/.test(word) && !TITLES.has(word),
  );
}

/** Which words may be found misspelt, and which ordinary words must not be taken for them. */
function wordTables(terms: readonly Draft[], entries: readonly CompiledEntry[]): WordTables {
  const words = wordsOf(terms);
  const names = terms.filter((term) => isName(term) && !term.derived).flatMap(({ tokens }) => tokens);
  const misspellable = [...new Set(names)].filter(isMisspellable);
  const distinctive = new Set(misspellable);
  const beside = besideOthers(terms, entries).filter((word) => !distinctive.has(word));
  const open = { misspellable, guard: [], doubtful: [] };
  const index = createWordIndex(words, { ...open, besideOthers: [] });
  const wide = createWordIndex(new Set(), { ...open, besideOthers: beside });
  const guard = new Set<string>();
  const doubtful = new Set<string>();
  for (const word of plainWords()) {
    if (findSlips(word, wide).length > 0) guard.add(word);
  }
  for (const word of commonNames()) {
    if (!guard.has(word) && findSlips(word, wide).some(({ cost }) => cost > SAME_NAME)) doubtful.add(word);
  }
  for (const word of everydayWords()) {
    if (words.has(word) || guard.has(word)) continue;
    const [reading] = findReadings(word, index);
    // "indahnya" is "indah" rightly; only a distinctive name hides in an ordinary word ("diganjar").
    if (!reading || (reading.rule === 'affixed' && !distinctive.has(reading.text))) continue;
    if (isCommonName(word)) doubtful.add(word);
    else guard.add(word);
  }
  return {
    misspellable: misspellable.sort(),
    besideOthers: beside.sort(),
    guard: [...guard].sort(),
    doubtful: [...doubtful].sort(),
  };
}

/** @throws Error naming both packs when they use the same id for an entry or a contest. */
export function refuseSharedIds(packs: readonly Pack[]): void {
  const owners = new Map<string, string>();
  for (const pack of packs) {
    for (const { id } of PACK_PARTS.flatMap((part): readonly { id: string }[] => pack[part] ?? [])) {
      const owner = owners.get(id);
      if (owner !== undefined) throw new Error(`"${id}" is in pack "${owner}" and in pack "${pack.id}"`);
      owners.set(id, pack.id);
    }
  }
}
