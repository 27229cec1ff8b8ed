import { DEBATED, DEBATES, GRAMMAR, POLICY, wordSet as words } from '../language/vocabulary.ts';
import { neutralSourceOf } from '../pack/neutral-accounts.ts';
import type { CompiledEntry } from '../rule-file/rules.ts';
import { SCAN_LIMIT, type Token } from '../text/normalize.ts';
import {
  ACCOUNT_FIELDS,
  type Content,
  type ContentField,
  type Finding,
  type Level,
  type Match,
  type NeutralAccountKind,
} from '../types.ts';
import { findAccount } from './find-accounts.ts';
import { contenderOf, findBallotNumbers, findNumberedNames } from './find-ballot-numbers.ts';
import { areVoterEducation, findContests } from './find-contests.ts';
import { findInHashtags } from './find-hashtags.ts';
import { findRunTogether } from './find-run-together.ts';
import { findTerms } from './find-terms.ts';
import { findEndorsements, findOwnVoices } from './find-voices.ts';
import { isName } from './hashtags.ts';
import { withHiddenLetters } from './hidden-letters.ts';
import { levelOf } from './level.ts';
import { countTokens, markedOf, type Text, wholeOf } from './marked-text.ts';
import { findNumbers } from './numbers/numbers.ts';
import { type Hit, resolveHits } from './resolve.ts';
import type { RuleIndex } from './rule-index.ts';
import { type Part, readTokens, type Scan } from './scan.ts';
import { isElectionWord, isNearElectionWord } from './second-signal.ts';
import { skim } from './skim.ts';
import { areOfNumbers, type Mark } from './skim-marks.ts';
import { accountMayMatter } from './skim-words.ts';
import { type Reading, readToken } from './variants.ts';

/**
 * Everything in `content` that matters for neutrality, with the level that follows from it. Entities of contests for
 * which `isActive` is false do not exist. Synchronous, linear in the length, never throws.
 */
export function match(content: Content, rules: RuleIndex, isActive: (contestId: string) => boolean): Match {
  const parts = partsOf(content);
  const truncated = parts.some(({ text }) => text.length > SCAN_LIMIT);
  const marks = parts.map((part) => marksOf(part, rules));
  const isAlone = marks.map((list) => list.some(({ alone }) => alone));
  const nothing: Match = { level: 'none', findings: [], source: null, truncated };
  if (!isAlone.includes(true)) return nothing;
  const active = rules.contests.map((contest) => isActive(contest.id));
  const source = neutralSourceOf(content, rules.neutralAccounts);
  const read = (texts: readonly Text[]) => readTexts(texts, rules, active, source);
  const texts = parts.flatMap((part, at) => (isAlone[at] ? [wholeOf(part)] : []));
  const strong = marks.filter((_list, at) => isAlone[at]).map((list) => list.filter(({ alone }) => alone));
  const marked = texts.map((text, at) => markedOf(text, strong[at] ?? []));
  // "vaksin 2 di stadion": most texts with a mark have nothing but numbers of everyday life.
  if (areOfNumbers(marks) && !marked.some((text) => holdsBallotNumber(text, rules))) return nothing;
  const first = read(marked);
  if (!first.opens) return outcomeOf(first, source, truncated);
  const known = new Map(texts.map((text) => [text.part, text]));
  const all = parts.flatMap((part, at): Text[] => {
    const list = marks[at] ?? [];
    return list.length > 0 ? [markedOf(known.get(part) ?? wholeOf(part), list)] : [];
  });
  // The other marks lie in the same sentences nearly always.
  const isSame = countTokens(all) === countTokens(marked);
  return outcomeOf(isSame ? first : read(all), source, truncated);
}

/** Does the text hold a number that is a ballot number without any finding beside it? */
function holdsBallotNumber({ part, tokens: written, total }: Text, rules: RuleIndex): boolean {
  const tokens = withHiddenLetters(written, part.text, rules);
  const plain = tokens.map((token) => asGrammar(token, readToken(token.text, rules.words).readings));
  return findNumbers(plain, part.text, total).some(({ bare }) => bare !== true);
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
  const source = neutralSourceOf(content, rules.neutralAccounts);
  return outcomeOf(readTexts(texts, rules, active, source), source, truncated);
}

function outcomeOf(
  { level, findings }: Outcome,
  source: NeutralAccountKind | null,
  truncated: boolean,
): Match {
  return { level, findings: level === 'none' ? [] : findings, source, truncated };
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
  /** Of an everyday word: what stands in its sentence of people who debate. */
  readonly debate: Debate;
}

function readTexts(
  texts: readonly Text[],
  rules: RuleIndex,
  active: readonly boolean[],
  source: NeutralAccountKind | null,
): Outcome {
  const found: Found[] = [];
  let electoral = false;
  // What those who run elections say about voting is voter education.
  let neutral = source === 'official';
  for (const { part, tokens: written, total } of texts) {
    const tokens = withHiddenLetters(written, part.text, rules);
    electoral ||= tokens.some(isElectionWord);
    const read = readTokens(tokens, rules);
    const plain = tokens.map((token, at) => asGrammar(token, read.readings[at] ?? []));
    const scan: Scan = { rules, active, part, tokens, plain, ...read, hits: [] };
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
        debate: hit.ambiguous ? debateAround(tokens, hit.from) : 'none',
      });
      if (hit.ambiguous && isName(hit))
        electoral ||= isNearElectionWord(tokens, hit, part.text, rules.contests[hit.entry.contest]?.region);
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
  // Nobody is named: the contest itself is a subject, and what only supports says nothing of it.
  const contests = level === 'none' && !neutral ? contestsIn(texts, rules, active) : [];
  if (contests.length > 0) return { level: 'hint', findings: contests, opens: true };
  return { level, findings, opens: certain || electoral || level !== 'none' };
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
  return found.flatMap(({ finding, hit, debate }): Finding[] => {
    if (hit.ambiguous) {
      // "Anis" who talks in a debate, and a whole name of common ones; any name where it is called a debate.
      const isSomebody = finding.signal === 'subject' || hit.to - hit.from > 1;
      const isDebater = debate === 'called' || (debate !== 'none' && isSomebody);
      const counts = hit.kind === 'number' ? certain : named || isDebater;
      return counts ? [{ ...finding, signal: 'subject' }] : [];
    }
    const generic =
      finding.kind === 'phrase' && hit.entry.role === 'phrase' && finding.signal !== 'supporting';
    return [neutral && generic ? { ...finding, signal: 'supporting' } : finding];
  });
}

/** `told`: of what people in a debate do, or of a debate of pupils or neighbours; `called`: of a debate. */
type Debate = 'none' | 'told' | 'called';

function debateAround(tokens: readonly Token[], at: number): Debate {
  let first = at;
  while (first > 0 && tokens[first]?.breaks === false) first -= 1;
  let last = at + 1;
  while (tokens[last]?.breaks === false) last += 1;
  const said = tokens.slice(first, last).map(({ text }) => text);
  const told = new Set(said.filter((word) => DEBATED.has(word) && !DEBATES.has(word)));
  const isTold = told.size > 0;
  // "programnya ngambang"
  const isOfPolicy = told.size > 1 && [...told].some((word) => POLICY.has(word));
  if (!said.some((word) => DEBATES.has(word))) return isOfPolicy ? 'called' : isTold ? 'told' : 'none';
  // "Dedi debat sama istrinya", "Agus juara debat" are no event that everybody knows of.
  const isOther = said.some(
    (word, here) => OTHER_DEBATE.has(word) || (DEBATES.has(word) && DEBATED_WITH.has(said[here + 1] ?? '')),
  );
  return isTold || !isOther ? 'called' : 'told';
}

const DEBATED_WITH = words('sama dengan dgn ama sm bareng karo jeung soal tentang ttg masalah');
const OTHER_DEBATE = words(
  'lomba juara osis inggris english kusir mulut juri tim sekolah kampus kelas ekskul ukm kakak adik ibu ayah mama papa istri suami pacar mertua tetangga bapak tukang ngajak ngajakin diajak males malas',
);

function asGrammar(token: Token, readings: readonly Reading[]): Token {
  // "Won by somebody" is news and no call to make them win.
  if (token.text.startsWith('dimenang')) return token;
  const [reading] = readings;
  // "paslon02" keeps its number.
  return reading && GRAMMAR.has(reading.text) && reading.text !== token.text && reading.rule !== 'numbered'
    ? { ...token, text: reading.text }
    : token;
}

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

const ACCOUNT_MARKS: readonly Mark[] = [{ at: 0, alone: true, number: false, of: 'other' }];

function contestsIn(texts: readonly Text[], rules: RuleIndex, active: readonly boolean[]): Finding[] {
  const found = texts.flatMap((text) =>
    findContests(text, rules, active).map((hit) => findingOf({ ...text, rules }, hit)),
  );
  return found.length > 0 && areVoterEducation(texts) ? [] : found;
}

function findingOf(scan: Pick<Scan, 'rules' | 'part' | 'tokens'>, hit: Hit): Finding {
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
