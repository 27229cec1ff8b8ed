import { hasOwnEnding, isOrdinary, isPlainWord } from '../language/lexicon.ts';
import { countSounds } from '../language/sounds.ts';
import {
  consonantsOf,
  otherTitles,
  withGlottalStop,
  withOtherEndings,
  withoutFirstStop,
  withShortFamilyName,
  withShortWordsJoined,
  withStopApart,
} from '../language/spellings.ts';
import { TITLES } from '../language/vocabulary.ts';
import { isName } from '../matching/hashtags.ts';
import type { Pack, PackEntity } from '../pack/pack.ts';
import type { CompiledEntry, CompiledTerm } from '../rule-file/rules.ts';
import { isCapitals, normalize } from '../text/normalize.ts';
import type { Signal } from '../types.ts';
import { type TermFlags, termFlags } from './compile-skim.ts';

/**
 * What one pack brings to the rules, whatever stands beside it: it is found once for each pack, for the built-in ones when
 * the extension is built. JSON.
 */
export interface PackPart {
  readonly entries: readonly (Pick<CompiledEntry, 'id' | 'role' | 'title'> & {
    /** Id of a contest, which may stand in another pack. */
    readonly contest?: string;
  })[];
  /** `entry` is an index into `entries`. */
  readonly terms: readonly CompiledTerm[];
  /** Words of its terms, each once, but for ballot numbers. */
  readonly words: readonly string[];
  /** Distinctive words of names, each once. */
  readonly misspellable: readonly string[];
  /** Words of persons' names of more than one word, each once. */
  readonly beside: readonly string[];
  /** Of the distinctive words those of persons that are themselves with another first letter too, each once. */
  readonly ownEndings: readonly string[];
  readonly skim: TermFlags;
}

/** Names of each member that are joined to pair names; keeps the product small for any pack. */
const PAIR_NAMES = 6;
/** Short forms of a name, and the names of the other that they are joined to, head first. */
const SHORT_NAMES = 2;
const MAIN_NAMES = 2;

/** @param pack one that `readPack()` accepted */
export function compilePack(pack: Pack): PackPart {
  const entries: PackPart['entries'][number][] = [];
  const terms: Draft[] = [];
  const add = (entry: PackPart['entries'][number], entryTerms: readonly Term[]) => {
    const index = entries.push(entry) - 1;
    const seen = new Set<string>();
    for (const term of entryTerms) {
      const key = `${term.kind} ${term.tokens.join(' ')}`;
      if (term.tokens.length === 0 || seen.has(key)) continue;
      seen.add(key);
      terms.push({ ...term, entry: index });
    }
  };

  const entities = new Map(pack.entities.map((entity) => [entity.id, entity]));
  const halves = halvesOfPairs(pack.entities);
  for (const entity of pack.entities) {
    const { id, role, name: title, contest } = entity;
    const members = (entity.members ?? []).flatMap((member) => entities.get(member) ?? []);
    const own = entityTerms(entity);
    const called = calledPairs(entity, members);
    const pairs = [...own.filter(({ pair }) => pair !== undefined), ...called];
    add({ id, role, title, ...(contest === undefined ? {} : { contest }) }, [
      ...own,
      ...(halves.get(id) ?? []).map(
        (word): Term => ({ tokens: [word], kind: 'alias', signal: 'supporting', derived: true }),
      ),
      ...called,
      ...pairs.flatMap((pair) =>
        withOtherEndings(pair.tokens).map((tokens): Term => ({ ...pair, tokens, signal: 'supporting' })),
      ),
      ...pairTerms(members),
    ]);
  }
  for (const { id, text: title, strength } of pack.phrases) {
    const signal = strength === 'strong' ? 'campaign' : 'supporting';
    add({ id, role: 'phrase', title }, [{ tokens: tokensOf(title), kind: 'phrase', signal }]);
  }
  for (const { id, text: title } of pack.exceptions)
    add({ id, role: 'phrase', title }, [
      { tokens: tokensOf(title), kind: 'exception', signal: 'supporting' },
    ]);

  const made = terms.map(({ derived: _derived, ...term }) => term);
  const names = terms.filter((term) => isName(term) && !term.derived);
  return {
    entries,
    terms: made,
    words: [...new Set(made.flatMap(({ kind, tokens }) => (kind === 'number' ? [] : tokens)))],
    misspellable: [...new Set(names.flatMap(({ tokens }) => tokens))].filter(isMisspellable),
    beside: besideOthers(names, entries),
    ownEndings: [...new Set(ofPersons(names, entries).flatMap(({ tokens }) => tokens))].filter(
      (word) =>
        isMisspellable(word) &&
        word.length >= MIN_OWN &&
        word.length < MIN_UNIQUE_ANYWAY &&
        hasOwnEnding(word),
    ),
    skim: termFlags(made),
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
  const words = nameWords(entity.name);
  const terms: Term[] = [];
  if (!repeated) {
    const tokens = person ? words : tokensOf(entity.name);
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
  terms.push(...gluedTerms(entity, words));
  if (person) {
    terms.push(...partTerms(words));
    terms.push(...spellingTerms(entity, words, terms));
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
function gluedTerms({ role, aliases }: PackEntity, words: readonly string[]): Term[] {
  if (role !== 'candidate' && role !== 'ticket') return [];
  const listed = aliases.filter(({ kind, signal }) => kind !== 'initials' && signal === undefined);
  const names = [...(role === 'candidate' ? [words] : []), ...listed.map(({ text }) => tokensOf(text))];
  return names.flatMap((tokens): Term[] => {
    const glued = tokens.join('');
    const isClear = tokens.length === 2 && signalOfName(tokens) === 'subject' && tokens.some(isDistinctive);
    return isClear && glued.length <= MAX_GLUED
      ? [{ tokens: [glued], kind: 'alias', signal: 'subject' }]
      : [];
  });
}

/** Ways in which people write the names of a person that follow from the spelling, so packs need not list them. */
function spellingTerms(entity: PackEntity, words: readonly string[], terms: readonly Term[]): Term[] {
  const nicknames = entity.aliases.filter(({ kind }) => kind === 'nickname');
  const single = nicknames.map(({ text }) => tokensOf(text)).filter((tokens) => tokens.length === 1);
  const last = words.at(-1) ?? '';
  const called = [entity.name, ...nicknames.map(({ text }) => text)];
  const whole = [
    ...called.map((text) => tokensOf(withGlottalStop(text))),
    ...called
      .filter((text) => /\s/.test(text) && withStopApart(text) !== text)
      .map((text) => tokensOf(withStopApart(text))),
    ...withShortWordsJoined(words),
    ...withoutOpeningName(words),
    ...terms.filter(isName).flatMap(({ tokens }) => withShortFamilyName(tokens)),
    ...single.filter(([word]) => word !== last).map((tokens) => [...tokens, last]),
  ].filter((tokens) => tokens.length > 1);
  const clear = single.flat().filter(isDistinctive);
  const [first = '', ...others] = words;
  // "Baswedan Anies": as lists of names have it.
  const turned = others.length > 0 && [first, last].some(isDistinctive) ? [[last, first]] : [];
  const apart = clear.flatMap((word) => [
    ...`${consonantsOf(word) ?? ''} ${withoutFirstStop(word) ?? ''} ${word}er ${word}ers`.trim().split(/ +/),
  ]);
  return [
    ...terms.flatMap((term) => otherTitles(term.tokens).map((tokens): Term => ({ ...term, tokens }))),
    ...terms
      .filter(isName)
      .flatMap((term) => withOtherEndings(term.tokens).map((tokens): Term => ({ ...term, tokens }))),
    ...whole.map((tokens): Term => ({ tokens, kind: 'alias', signal: signalOfName(tokens) })),
    ...turned.map((tokens): Term => ({ tokens, kind: 'alias', signal: 'subject', derived: true })),
    ...apart.map((word): Term => ({ tokens: [word], kind: 'alias', signal: 'subject', derived: true })),
  ];
}

/** "Bobby Afif Nasution" of "Muhammad Bobby Afif Nasution". */
function withoutOpeningName([opening = '', ...rest]: readonly string[]): string[][] {
  return OPENING_NAMES.has(opening) && rest.length > 2 ? [rest] : [];
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

/** What the members of tickets are called in the pairs that packs list ("Mirza-Jihan"), by member: as common as a first name. */
function halvesOfPairs(entities: readonly PackEntity[]): ReadonlyMap<string, readonly string[]> {
  const halves = new Map<string, string[]>();
  for (const { aliases, members = [] } of entities) {
    if (members.length !== 2) continue;
    for (const { text } of aliases.filter(({ kind, signal }) => kind === 'pair' && signal === undefined)) {
      const words = tokensOf(text);
      if (words.length !== 2) continue;
      for (const [half, member] of members.entries()) {
        const word = words[half] ?? '';
        if (word.length >= MIN_DISTINCTIVE && !isPlainWord(word) && !TITLES.has(word))
          halves.set(member, [...(halves.get(member) ?? []), word]);
      }
    }
  }
  return halves;
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

const PERSONS = new Set(['candidate', 'ticket']);

function ofPersons(names: readonly Draft[], entries: PackPart['entries']): readonly Draft[] {
  return names.filter(({ entry }) => PERSONS.has(entries[entry]?.role ?? ''));
}

/** Of shorter words the first letter says too much; longer ones are found with any (`openings.ts`). */
const MIN_OWN = 6;
const MIN_UNIQUE_ANYWAY = 8;

/** Words of persons' names of more than one word: one near word beside another is evidence enough. */
function besideOthers(names: readonly Draft[], entries: PackPart['entries']): string[] {
  const words = ofPersons(names, entries).flatMap(({ tokens }) => (tokens.length > 1 ? tokens : []));
  return [...new Set(words)].filter(
    (word) => word.length >= MIN_DISTINCTIVE && /^[a-z]+$/.test(word) && !TITLES.has(word),
  );
}
