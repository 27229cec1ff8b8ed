import { endorsementEnd, endorsementStart, findVoices, namesWithLeads } from './endorsement.ts';
import { findGlued, isPairOf, MAX_WHOLE, MIN_APART, namesInside } from './glued.ts';
import {
  areCued,
  isClearName,
  isName,
  isOfficeTag,
  namesInCamelCase,
  numberInCamelCase,
  type Piece,
  piecesAsTokens,
  splitHashtag,
  wordsInCamelCase,
} from './hashtags.ts';
import { levelOf } from './level.ts';
import { bearsSlips, type Slip } from './misspelling.ts';
import { isCapitals, normalize, SCAN_LIMIT, type Token } from './normalize.ts';
import { findNumbers, type NumberPhrase } from './numbers.ts';
import { type Hit, resolveHits } from './resolve.ts';
import type { RuleIndex } from './rule-index.ts';
import type { CompiledEntry, CompiledTerm } from './rules.ts';
import { isElectionWord, isNearElectionWord } from './second-signal.ts';
import { skim } from './skim.ts';
import type { Mark } from './skim-marks.ts';
import { accountMayMatter, isPlain } from './skim-words.ts';
import type { Content, ContentField, Finding, Level, Match, Signal, VariantRule } from './types.ts';
import { isWordOfTerm, type Reading, readingsOf, slipsOf } from './variants.ts';
import { DEBATED, GRAMMAR, JOINERS, NUMBER_NOUNS, TITLES } from './vocabulary.ts';
import { WordKind } from './word-kinds.ts';

/** One text of a content. */
interface Part {
  readonly field: ContentField;
  readonly index: number;
  readonly text: string;
}

interface Scan {
  readonly rules: RuleIndex;
  /** Is the contest at this index of `rules.contests` active? */
  readonly active: readonly boolean[];
  readonly part: Part;
  readonly tokens: readonly Token[];
  /** The same with words of the grammar ("c0bl0s", "nomoooor") as they are spelt. */
  readonly plain: readonly Token[];
  /** What each token can be read as. */
  readonly readings: readonly (readonly Reading[])[];
  readonly hits: Hit[];
}

/** Accounts of those who run elections: what they say about voting is voter education. */
const ORGANISERS = /^(?:kpu|bawaslu|panwaslu|dkpp)(?![a-z])|^(?:kpu|bawaslu)[a-z_.]*$/;

/**
 * Everything in `content` that matters for neutrality, with the level that follows from it. Entities of contests for
 * which `isActive` is false do not exist. Synchronous, linear in the length, never throws.
 */
export function match(content: Content, rules: RuleIndex, isActive: (contestId: string) => boolean): Match {
  const parts = partsOf(content);
  const truncated = parts.some(({ text }) => text.length > SCAN_LIMIT);
  const marks = parts.map((part) => marksOf(part, rules));
  const isAlone = marks.map((list) => list.some(({ alone }) => alone));
  if (!isAlone.includes(true)) return { level: 'none', findings: [], truncated };
  const active = rules.contests.map((contest) => isActive(contest.id));
  const read = (texts: readonly Text[]) => readTexts(texts, rules, active, isOrganiser(content));
  const texts = parts.flatMap((part, at) => (isAlone[at] ? [wholeOf(part)] : []));
  const strong = marks.filter((_list, at) => isAlone[at]).map((list) => list.filter(({ alone }) => alone));
  const marked = texts.map((text, at) => markedOf(text, strong[at] ?? []));
  const first = read(marked);
  if (!first.opens) return outcomeOf(first, truncated);
  const known = new Map(texts.map((text) => [text.part, text]));
  const all = parts.flatMap((part, at): Text[] => {
    const list = marks[at] ?? [];
    return list.length > 0 ? [markedOf(known.get(part) ?? wholeOf(part), list)] : [];
  });
  // The other marks lie in the same sentences nearly always.
  const isSame = countTokens(all) === countTokens(marked);
  return outcomeOf(isSame ? first : read(all), truncated);
}

function countTokens(texts: readonly Text[]): number {
  return texts.reduce((sum, { tokens }) => sum + tokens.length, 0);
}

function wholeOf(part: Part): Text {
  const { tokens } = normalize(part.text);
  return { part, tokens, total: tokens.length };
}

/** As `match()`, but every sentence is read, whatever the skim says: the two must agree. */
export function matchWhole(
  content: Content,
  rules: RuleIndex,
  isActive: (contestId: string) => boolean,
): Match {
  const texts = partsOf(content).map(wholeOf);
  const active = rules.contests.map((contest) => isActive(contest.id));
  const truncated = texts.some(({ part }) => part.text.length > SCAN_LIMIT);
  return outcomeOf(readTexts(texts, rules, active, isOrganiser(content)), truncated);
}

function outcomeOf({ level, findings }: Outcome, truncated: boolean): Match {
  return { level, findings: level === 'none' ? [] : findings, truncated };
}

function isOrganiser({ handle, author }: Content): boolean {
  return ORGANISERS.test((handle ?? author ?? '').trim().toLowerCase().replace(/^@/, ''));
}

/** A text with those of its tokens that are looked at, and the number of all. */
interface Text {
  readonly part: Part;
  readonly tokens: readonly Token[];
  readonly total: number;
}

interface Outcome {
  readonly level: Level;
  readonly findings: readonly Finding[];
  /** Only then do the other marks say anything: a word of elections makes a finding of a common name too. */
  readonly opens: boolean;
}

interface Found {
  finding: Finding;
  readonly hit: Hit;
  /** Of an everyday word: what people in a debate do stands in its sentence. */
  readonly debated: boolean;
}

function readTexts(
  texts: readonly Text[],
  rules: RuleIndex,
  active: readonly boolean[],
  byOrganiser: boolean,
): Outcome {
  const found: Found[] = [];
  let electoral = false;
  let neutral = byOrganiser;
  for (const { part, tokens, total } of texts) {
    electoral ||= tokens.some(isElectionWord);
    const readings = tokens.map((token) => readingsOf(token.text, rules.words));
    const plain = tokens.map((token, at) => asGrammar(token, readings[at] ?? []));
    const scan: Scan = { rules, active, part, tokens, plain, readings, hits: [] };
    findTerms(scan);
    findRunTogether(scan);
    findNumberedNames(scan);
    findEndorsements(scan);
    findBallotNumbers(scan, findNumbers(plain, part.text, total));
    findOwnVoices(scan);
    findInHashtags(scan);
    if (ACCOUNT_FIELDS.has(part.field)) findAccount(scan);
    neutral ||= scan.hits.some(({ kind }) => kind === 'exception');
    for (const hit of resolveHits(scan.hits)) {
      found.push({
        finding: findingOf(scan, hit),
        hit,
        debated: hit.ambiguous && isDebated(tokens, hit.from),
      });
      if (hit.ambiguous && isName(hit)) electoral ||= isNearElectionWord(tokens, hit, part.text);
    }
  }
  const named = new Set(found.map(({ hit }) => (hit.ambiguous ? -1 : hit.entry.contest)));
  for (const one of found) {
    if (one.hit.contenders === undefined) continue;
    one.finding = { ...one.finding, ...labelOf(rules, contenderOf(one.hit, named)) };
  }
  const certain = found.some(({ finding, hit }) => !hit.ambiguous && finding.signal !== 'supporting');
  const findings = settle(found, { certain, electoral, neutral });
  const level = levelOf(findings);
  return { level, findings, opens: certain || electoral || level !== 'none' };
}

/** A text of the sentences in which one of `marks` lies; with those of numbers come the sentences beside them. */
function markedOf(text: Text, marks: readonly Mark[]): Text {
  const { tokens } = text;
  const kept: Token[] = [];
  let mark = 0;
  /** Tokens before this one are kept, or never will be. */
  let done = 0;
  let previous = 0;
  let wasNumber = false;
  for (let first = 0; first < tokens.length; ) {
    let last = first + 1;
    while (last < tokens.length && tokens[last]?.breaks === false) last += 1;
    const from = tokens[first - 1]?.end ?? 0;
    const to = tokens[last]?.start ?? Number.POSITIVE_INFINITY;
    let isMarked = wasNumber;
    let isNumber = false;
    for (let next = marks[mark]; next && next.at < to; next = marks[mark]) {
      if (next.at >= from) {
        isMarked = true;
        isNumber ||= next.number;
      }
      // A mark between two sentences belongs to either.
      if (next.at >= (tokens[last - 1]?.end ?? to)) break;
      mark += 1;
    }
    if (isMarked) {
      for (let at = Math.max(done, isNumber ? previous : first); at < last; at += 1)
        kept.push(tokens[at] as Token);
      done = last;
    }
    previous = first;
    wasNumber = isNumber;
    first = last;
  }
  return { ...text, tokens: kept };
}

/**
 * What is left once the whole content is known. An everyday word that is also a name ("AMIN") counts as that name beside
 * another electoral finding or a word of elections; a bare number beside another finding only. Generic campaign
 * phrases in a text of voter education say nothing by themselves.
 */
function settle(
  found: readonly Found[],
  { certain, electoral, neutral }: { certain: boolean; electoral: boolean; neutral: boolean },
): Finding[] {
  const named = certain || (electoral && found.some(({ hit }) => hit.ambiguous && hit.kind !== 'number'));
  return found.flatMap(({ finding, hit, debated }): Finding[] => {
    if (hit.ambiguous) {
      // "Anis" who talks in a debate, and a whole name of common ones.
      const isDebater = debated && (finding.signal === 'subject' || hit.to - hit.from > 1);
      const counts = hit.kind === 'number' ? certain : named || isDebater;
      return counts ? [{ ...finding, signal: 'subject' }] : [];
    }
    const generic =
      finding.kind === 'phrase' && hit.entry.role === 'phrase' && finding.signal !== 'supporting';
    return [neutral && generic ? { ...finding, signal: 'supporting' } : finding];
  });
}

/** Whether the sentence around `at` speaks of people in a debate. */
function isDebated(tokens: readonly Token[], at: number): boolean {
  let first = at;
  while (first > 0 && tokens[first]?.breaks === false) first -= 1;
  let last = at + 1;
  while (tokens[last]?.breaks === false) last += 1;
  return tokens.slice(first, last).some(({ text }) => DEBATED.has(text));
}

function asGrammar(token: Token, readings: readonly Reading[]): Token {
  // "Won by somebody" is news and no call to make them win.
  if (token.text.startsWith('dimenang')) return token;
  const [reading] = readings;
  // "paslon02" keeps its number.
  return reading && GRAMMAR.has(reading.text) && reading.text !== token.text && reading.rule !== 'numbered'
    ? { ...token, text: reading.text }
    : token;
}

/** Fields that name an account, a page or a group. */
const ACCOUNT_FIELDS: ReadonlySet<ContentField> = new Set(['author', 'handle', 'group']);

function partsOf(content: Content): Part[] {
  const parts: Part[] = [];
  const add = (field: ContentField, index: number, text: string | undefined) => {
    if (text) parts.push({ field, index, text });
  };
  for (const field of ['text', 'own', 'author', 'handle'] as const) add(field, 0, content[field]);
  content.alts?.forEach((text, index) => {
    add('alts', index, text);
  });
  for (const field of ['link', 'quoted', 'group'] as const) add(field, 0, content[field]);
  return parts;
}

function marksOf({ field, text }: Part, rules: RuleIndex): readonly Mark[] {
  return ACCOUNT_FIELDS.has(field) && accountMayMatter(text, rules) ? ACCOUNT_MARKS : skim(text, rules);
}

const ACCOUNT_MARKS: readonly Mark[] = [{ at: 0, alone: true, number: false }];

function entryOf(scan: Scan, term: CompiledTerm): CompiledEntry | undefined {
  const entry = scan.rules.entry(term.entry);
  return entry && (entry.contest < 0 || scan.active[entry.contest] === true) ? entry : undefined;
}

function rawText(scan: Scan, token: Token): string {
  return scan.part.text.slice(token.start, token.end);
}

function findTerms(scan: Scan): void {
  for (const [from, readings] of scan.readings.entries()) {
    for (const reading of readings) {
      for (const term of scan.rules.terms.get(reading.text) ?? []) {
        const place = placeOf(scan, term, from, reading);
        if (place) pushTerm(scan, term, place);
      }
    }
    for (const slip of slipsOf(scan.tokens[from]?.text ?? '', scan.rules.words)) {
      for (const term of scan.rules.terms.get(slip.word) ?? []) {
        if (term.tokens.length < 2) continue;
        const place = placeOf(scan, term, from, nearReading(slip));
        if (place) pushTerm(scan, term, place);
      }
    }
  }
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly rule: VariantRule;
  readonly doubtful: boolean;
  /** The two names of a pair stand with a sign between them ("A-B", "A & B"), or run together. */
  readonly linked: boolean;
}

function pushTerm(scan: Scan, term: CompiledTerm, place: Place): void {
  const entry = entryOf(scan, term);
  if (!entry) return;
  const { kind, pair } = term;
  const { from, to, rule, doubtful, linked } = place;
  const signal = pair !== undefined && linked ? 'subject' : term.signal;
  const ambiguous = isName(term) && (signal === 'supporting' || doubtful);
  const initials = (term.capitals?.length ?? 0) > 0;
  scan.hits.push({ from, to, entry, kind, signal, ambiguous, rule, ...(initials && { initials }) });
}

/** Rules under which the case of the writer still tells something. */
const CASE_RULES: ReadonlySet<VariantRule> = new Set(['exact', 'digits', 'spaced']);
/** Words that may be skipped inside a name: "Nama H. Lengkap", "Nama S Lengkap". */
const MAX_SKIPPED = 3;

/** A reading that costs slips: only the rest of the name makes it one. */
interface CostlyReading extends Reading {
  readonly slip?: Slip;
}

function nearReading(slip: Slip): CostlyReading {
  return { text: slip.word, rule: 'misspelt', doubtful: false, slip };
}

function placeOf(scan: Scan, term: CompiledTerm, from: number, first: CostlyReading): Place | undefined {
  let { doubtful } = first;
  const slips: Slip[] = first.slip ? [first.slip] : [];
  let rule: VariantRule = scan.tokens[from]?.apart && first.rule === 'exact' ? 'spaced' : first.rule;
  let linked = false;
  let at = from;
  for (let step = 1; step < term.tokens.length; step += 1) {
    const word = term.tokens[step] ?? '';
    let next = at + 1;
    let reading = readingAs(scan, next, word, isName(term));
    const joins = term.pair === step;
    while (!reading && isName(term) && next - at <= MAX_SKIPPED && isSkipped(scan, next, joins)) {
      next += 1;
      reading = readingAs(scan, next, word, true);
    }
    if (!reading) return undefined;
    if (reading.slip) slips.push(reading.slip);
    if (joins && next === at + 2) linked = scan.tokens[at + 1]?.text === 'x';
    if (joins && next === at + 1) linked = /[^\s\p{L}\p{N}'.,]/u.test(between(scan, at, next));
    if (reading.rule !== 'exact') rule = reading.rule;
    doubtful ||= reading.doubtful;
    at = next;
  }
  const exactCase = (term.capitals ?? []).every((step) => {
    const token = scan.tokens[from + step];
    return token !== undefined && CASE_RULES.has(rule) && isCapitals(rawText(scan, token));
  });
  if (slips.length > 0 && !isWholeDespite(scan, term, slips)) return undefined;
  // With a whole name around it, one doubtful word is no doubt any more.
  return exactCase
    ? { from, to: at + 1, rule, doubtful: doubtful && term.tokens.length < 2, linked }
    : undefined;
}

/** Common names one slip apart are other people; two of them make a pair only as they are spelt. */
function isWholeDespite(scan: Scan, term: CompiledTerm, slips: readonly Slip[]): boolean {
  if (!isName(term) || (term.pair !== undefined && term.signal === 'supporting')) return false;
  const { kindOf } = scan.rules.words;
  const isSure = (word: string) =>
    (kindOf(word) & WordKind.Distinctive) !== 0 && !slips.some((slip) => slip.word === word);
  if (slips.some(({ ordinary }) => ordinary) && !term.tokens.some(isSure)) return false;
  return bearsSlips(
    slips.reduce((sum, { cost }) => sum + cost, 0),
    term.tokens.join('').length,
  );
}

function readingAs(scan: Scan, at: number, word: string, slipping: boolean): CostlyReading | undefined {
  const token = scan.tokens[at];
  if (token?.breaks !== false) return undefined;
  const reading = scan.readings[at]?.find(({ text }) => text === word);
  if (reading || !slipping) return reading;
  const slip = slipsOf(token.text, scan.rules.words).find((near) => near.word === word);
  return slip && nearReading(slip);
}

function isSkipped(scan: Scan, at: number, joins: boolean): boolean {
  const token = scan.tokens[at];
  if (!token || token.breaks || token.kind !== 'word') return false;
  return token.text.length === 1 || TITLES.has(token.text) || (joins && JOINERS.has(token.text));
}

function between(scan: Scan, one: number, other: number): string {
  return scan.part.text.slice(scan.tokens[one]?.end ?? 0, scan.tokens[other]?.start ?? 0);
}

/** "prabo wo" in two pieces, and "namanama" without a space. */
function findRunTogether(scan: Scan): void {
  const { rules, tokens, readings } = scan;
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    const known = (readings[at]?.length ?? 0) > 0;
    const next = tokens[at + 1];
    if (next?.kind === 'word' && !next.breaks) {
      const whole = token.text + next.text;
      const least = known || (readings[at + 1]?.length ?? 0) > 0 ? MIN_KNOWN_APART : MIN_APART;
      if (whole.length >= least && whole.length <= MAX_WHOLE && isWordOfTerm(whole, rules.words)) {
        pushWhole(scan, at, at + 2, whole, 'spaced');
      }
    }
    if (known) continue;
    for (const term of findGlued(token.text, rules.hashtags)) {
      pushTerm(scan, term, { from: at, to: at + 1, rule: 'joined', doubtful: false, linked: true });
    }
  }
}

/** Of a name whose pieces are words of their own: "risma harini". */
const MIN_KNOWN_APART = 7;

/** A name of one word that stands in more than one token. */
function pushWhole(scan: Scan, from: number, to: number, word: string, rule: VariantRule): void {
  for (const term of scan.rules.terms.get(word) ?? []) {
    if (term.tokens.length > 1 || !isClearName(term)) continue;
    pushTerm(scan, term, { from, to, rule, doubtful: false, linked: false });
  }
}

/** "AMIN nomor 1": the everyday word is the ticket where its own ballot number stands behind it. */
function findNumberedNames(scan: Scan): void {
  const { plain, rules } = scan;
  const next = (at: number): string => (plain[at]?.breaks === false ? plain[at].text : '');
  for (const hit of scan.hits.filter(({ ambiguous, entry }) => ambiguous && entry.role === 'ticket')) {
    let at = hit.to;
    while (at < hit.to + 2 && (NUMBER_NOUNS.has(next(at)) || next(at) === 'urut')) at += 1;
    const written = next(at);
    // A bare digit behind the word counts something: "amin 2 kali".
    if (!(at > hit.to ? /^0?[1-9]\d?$/ : /^0[1-9]$/).test(written)) continue;
    const isItsOwn = rules.tickets(Number(written)).some((term) => entryOf(scan, term) === hit.entry);
    if (isItsOwn) scan.hits.push({ ...hit, to: at + 1, signal: 'subject', ambiguous: false, numbered: true });
  }
}

/** Names that a phrase of support or attack leads to. */
function findEndorsements(scan: Scan): void {
  const names = scan.hits.filter(isName);
  for (const name of names) {
    const from = endorsementStart(scan.plain, name.from, name.ambiguous && name.to - name.from < 2);
    if (from !== undefined)
      scan.hits.push({ ...name, from, kind: 'phrase', signal: 'campaign', ambiguous: false });
    const to = name.ambiguous ? undefined : endorsementEnd(scan.plain, name.to);
    if (to !== undefined) scan.hits.push({ ...name, to, kind: 'phrase', signal: 'campaign' });
  }
}

function findOwnVoices(scan: Scan): void {
  const { ownVoiceEntry, moneyOfferEntry } = scan.rules;
  const named = scan.hits.filter(
    (hit) =>
      hit.kind === 'slogan' ||
      (hit.kind === 'number' && !hit.ambiguous) ||
      (isName(hit) && (!hit.ambiguous || hit.to - hit.from > 1)),
  );
  const strong = phraseEnds(scan.hits, (signal) => signal === 'campaign');
  const any = phraseEnds(scan.hits, () => true);
  for (const { from, to, kind, signal } of findVoices(scan.plain, namesWithLeads(scan.plain, named))) {
    // A phrase of a pack inside says as much, and its pack says where it comes from.
    if (holds(signal === 'supporting' ? any : strong, from, to)) continue;
    const entry = kind === 'own-voice' ? ownVoiceEntry : moneyOfferEntry;
    if (entry)
      scan.hits.push({
        from,
        to,
        entry,
        kind: 'phrase',
        signal,
        ambiguous: false,
        rule: 'exact',
      });
  }
}

/** By first token, the end (exclusive) of the shortest phrase that opens there and stands outside of names. */
function phraseEnds(hits: readonly Hit[], test: (signal: Signal) => boolean): ReadonlyMap<number, number> {
  const named = new Set(hits.filter(isName).flatMap(({ from, to }) => [from, to - 1]));
  const ends = new Map<number, number>();
  for (const { kind, signal, from, to } of hits) {
    if (kind === 'phrase' && test(signal) && !named.has(from))
      ends.set(from, Math.min(to, ends.get(from) ?? to));
  }
  return ends;
}

function holds(ends: ReadonlyMap<number, number>, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if ((ends.get(at) ?? to + 1) <= to) return true;
  return false;
}

function findBallotNumbers(scan: Scan, phrases: readonly NumberPhrase[], hashtag?: number): void {
  const { numberEntry } = scan.rules;
  for (const { from, to, value, signal, needsTicket, bare } of phrases) {
    const contenders = scan.rules.tickets(value).flatMap((term) => entryOf(scan, term) ?? []);
    const entry = numberEntry ?? contenders[0];
    if (!entry || (needsTicket && !contenders.some(({ role }) => role === 'ticket'))) continue;
    const range = hashtag === undefined ? { from, to } : { from: hashtag, to: hashtag + 1 };
    const ambiguous = bare === true;
    // "AMIN nomor 1 dicoblos": one finding of the ticket, not two that overlap.
    const own = scan.hits.find((hit) => hit.numbered && hit.from < from && hit.to > from);
    if (own) {
      scan.hits.splice(scan.hits.indexOf(own), 1, { ...own, to: Math.max(own.to, to), signal });
      continue;
    }
    scan.hits.push({ ...range, entry, kind: 'number', signal, ambiguous, rule: 'exact', contenders });
  }
}

/** Whom a ballot number means: a contender of the one contest that the content names, else the one ticket there is. */
function contenderOf({ entry, contenders = [] }: Hit, named: ReadonlySet<number>): CompiledEntry {
  const here = contenders.filter(({ contest }) => named.has(contest));
  const tickets = contenders.filter(({ role }) => role === 'ticket');
  return [here, tickets, contenders].find(({ length }) => length === 1)?.[0] ?? entry;
}

function findInHashtags(scan: Scan): void {
  for (const [at, token] of scan.tokens.entries()) {
    if (token.kind !== 'hashtag' && token.kind !== 'mention') continue;
    const body = token.text.slice(1).replaceAll('.', '');
    if (token.kind === 'mention') {
      findNamesInMention(scan, at, body);
      continue;
    }
    const pieces = splitHashtag(body, scan.rules.hashtags);
    if (pieces) findInPieces(scan, at, pieces);
    else findNamesInUnknown(scan, at, body);
  }
}

/** A hashtag that no dictionary splits: a name in it still names somebody. */
function findNamesInUnknown(scan: Scan, at: number, body: string): void {
  const token = scan.tokens[at];
  if (!token) return;
  const terms = namesInCamelCase(rawText(scan, token), scan.rules.hashtags);
  const isWord = wordsInCamelCase(rawText(scan, token).slice(1));
  const inside =
    terms.length > 0
      ? terms
      : namesInside(body, scan.rules.hashtags)
          .filter(({ start, end }) => isWord(start, end))
          .map(({ term }) => term);
  for (const term of inside)
    if (isClearName(term) || isPairOf(term) || isPersonal(scan, term)) pushTag(scan, at, term, 'subject');
  if (inside.length > 0) return;
  const number = numberInCamelCase(rawText(scan, token));
  if (number !== undefined) {
    const phrase = { from: at, to: at + 1, value: number, signal: 'subject', needsTicket: true } as const;
    findBallotNumbers(scan, [phrase]);
    return;
  }
  const { ownVoiceEntry, skim: known } = scan.rules;
  if (ownVoiceEntry && isOfficeTag(rawText(scan, token), (word) => isPlain(word, known))) {
    const hit = { entry: ownVoiceEntry, kind: 'phrase', signal: 'subject', rule: 'joined' } as const;
    scan.hits.push({ ...hit, from: at, to: at + 1, ambiguous: false });
    return;
  }
  const [reading] = readingsOf(body.replaceAll('_', ''), scan.rules.words);
  if (!reading || reading.doubtful) return;
  for (const term of scan.rules.terms.get(reading.text) ?? []) {
    if (isClearName(term) && term.tokens.length === 1)
      pushTag(scan, at, term, 'subject', 'hashtag', reading.rule);
  }
}

/** "@namalengkap", "@namalengkap_official": single names are left out, too many people share them. */
function findNamesInMention(scan: Scan, at: number, body: string): void {
  for (const { term, start } of namesInside(body.replaceAll('_', ''), scan.rules.hashtags)) {
    if (start === 0 && isClearName(term) && term.tokens.length > 1)
      pushTag(scan, at, term, 'subject', term.kind);
  }
}

function findInPieces(scan: Scan, at: number, pieces: readonly Piece[]): void {
  const raw = scan.tokens[at] ? rawText(scan, scan.tokens[at]) : '';
  const namePieces = pieces.flatMap((piece) => {
    const terms = piece.terms.filter((term) => isName(term) && entryOf(scan, term) !== undefined);
    const cued = areCued(pieces.map(({ text }) => text));
    const friendly = pieces.some(({ text }) => FRIENDLY.has(text));
    const meant = terms.filter(
      (term) =>
        isClearName(term) ||
        isPairOf(term) ||
        isMeantInCapitals(term, raw) ||
        ((cued || (friendly && isPersonal(scan, term))) && term.tokens.join('').length > 3),
    );
    return meant.length > 0 ? [meant] : [];
  });
  if (namePieces.length > 0) {
    const campaign = isCampaignHashtag(scan, pieces, namePieces);
    for (const term of namePieces.flat()) {
      // "#AMIN" is a prayer too; only what stands around it in the hashtag makes it the ticket.
      if (campaign || isClearName(term) || isPairOf(term))
        pushTag(scan, at, term, campaign ? 'campaign' : 'subject');
    }
    return;
  }
  // "#02" numbers a series of pictures.
  if (pieces.every(({ role }) => role === 'digits')) return;
  const numbers = findNumbers(
    piecesAsTokens(pieces),
    pieces.map((piece) => piece.text).join(''),
    pieces.length,
  );
  findBallotNumbers(scan, numbers, at);
  if (numbers.length > 0) return;
  if (pieces.some((piece) => piece.terms.some((term) => term.kind === 'exception'))) return;
  for (const term of pieces.flatMap((piece) => piece.terms)) {
    if (term.kind !== 'phrase' && term.kind !== 'slogan') continue;
    pushTag(scan, at, term, term.signal);
    // The slogan may hold a name: "#DesakNama".
    for (const name of term.tokens.flatMap((word) => scan.rules.terms.get(word) ?? []))
      if (isClearName(name) && name.tokens.length === 1) pushTag(scan, at, name, 'subject');
  }
}

/** #GarudaMenang is football, #NamaMenang a wish for a person. */
const FRIENDLY = new Set(['menang', 'sahabat', 'lagi', 'lanjut', 'lanjutkan', 'victory']);

function isPersonal(scan: Scan, term: CompiledTerm): boolean {
  const role = entryOf(scan, term)?.role;
  return role === 'candidate' || role === 'ticket';
}

function isMeantInCapitals(term: CompiledTerm, raw: string): boolean {
  return (
    term.signal === 'supporting' &&
    term.capitals !== undefined &&
    raw.replaceAll('_', '').includes(term.tokens.join('').toUpperCase())
  );
}

/** Name with a cue, or one side's name with a year, its ballot number, or the other half of the pair. */
function isCampaignHashtag(
  scan: Scan,
  pieces: readonly Piece[],
  namePieces: readonly (readonly CompiledTerm[])[],
): boolean {
  if (pieces.some((piece) => piece.role === 'cue')) return true;
  const [terms] = namePieces;
  if (!terms || namePieces.length > 1) return false;
  return terms.some((term) => {
    const entry = entryOf(scan, term);
    if (entry?.role === 'ticket' && isClearName(term)) return true;
    return pieces.some(
      ({ role, text }) =>
        role === 'digits' &&
        (/^(?:19|20)\d\d$/.test(text) ||
          scan.rules
            .tickets(Number(text))
            .some((number) => entryOf(scan, number)?.contest === entry?.contest)),
    );
  });
}

function pushTag(
  scan: Scan,
  at: number,
  term: CompiledTerm,
  signal: Signal,
  kind: Hit['kind'] = 'hashtag',
  rule: VariantRule = 'joined',
): void {
  const entry = entryOf(scan, term);
  if (entry) scan.hits.push({ from: at, to: at + 1, entry, kind, signal, ambiguous: false, rule });
}

/** A post by a campaign account or team, or in its group, is campaign whatever it says. */
function findAccount(scan: Scan): void {
  for (const hit of [...scan.hits]) {
    if (
      hit.entry.role === 'campaign-team' &&
      (hit.kind === 'name' || hit.kind === 'alias') &&
      !hit.ambiguous
    ) {
      scan.hits.push({ ...hit, kind: 'account', signal: 'campaign' });
    }
  }
  const handle = scan.part.text.trim().replace(/^@/, '');
  const { tokens } = normalize(`@${handle}`);
  const [token] = tokens;
  if (!token || tokens.length !== 1 || scan.tokens.length === 0) return;
  const range = { from: 0, to: scan.tokens.length };
  for (const term of scan.rules.terms.get(token.text) ?? []) {
    const entry = entryOf(scan, term);
    if (entry)
      scan.hits.push({
        ...range,
        entry,
        kind: 'account',
        signal: 'campaign',
        ambiguous: false,
        rule: 'exact',
      });
  }
  if (scan.part.field !== 'handle') return;
  for (const term of splitHashtag(token.text.slice(1).replaceAll('.', ''), scan.rules.hashtags)?.[0]?.terms ??
    []) {
    const entry = entryOf(scan, term);
    if (
      !entry ||
      !isClearName(term) ||
      term.tokens.join('').length !== token.text.replace(/[@._]/g, '').length
    )
      continue;
    scan.hits.push({
      ...range,
      entry,
      kind: term.kind as 'name' | 'alias',
      signal: 'subject',
      ambiguous: false,
      rule: 'joined',
    });
  }
}

function findingOf(scan: Scan, hit: Hit): Finding {
  const { field, index, text } = scan.part;
  const start = scan.tokens[hit.from]?.start ?? 0;
  const end = scan.tokens[hit.to - 1]?.end ?? start;
  const finding: Finding = {
    entity: hit.entry.id,
    contest: scan.rules.contests[hit.entry.contest]?.id ?? null,
    kind: hit.kind === 'exception' ? 'phrase' : hit.kind,
    signal: hit.signal,
    field,
    index,
    start,
    end,
    text: text.slice(start, end),
  };
  return hit.rule === 'exact' ? finding : { ...finding, variant: hit.rule };
}

function labelOf(
  { contests }: RuleIndex,
  { id, contest }: CompiledEntry,
): Pick<Finding, 'entity' | 'contest'> {
  return { entity: id, contest: contests[contest]?.id ?? null };
}
