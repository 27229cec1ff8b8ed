import { endorsementStart } from './endorsement.ts';
import {
  isClearName,
  isName,
  namesInCamelCase,
  type Piece,
  piecesAsTokens,
  splitHashtag,
} from './hashtags.ts';
import { levelOf } from './level.ts';
import { isCapitals, normalize, type Token } from './normalize.ts';
import { findNumbers, type NumberPhrase } from './numbers.ts';
import { type Hit, resolveHits } from './resolve.ts';
import type { RuleIndex } from './rule-index.ts';
import type { CompiledEntry, CompiledTerm } from './rules.ts';
import type { Content, ContentField, Finding, Match, Signal } from './types.ts';

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
  readonly hits: Hit[];
}

/**
 * Everything in `content` that matters for neutrality, with the level that follows from it. Entities of contests for
 * which `isActive` is false do not exist. Synchronous, linear in the length, never throws.
 */
export function match(content: Content, rules: RuleIndex, isActive: (contestId: string) => boolean): Match {
  const active = rules.rules.contests.map((contest) => isActive(contest.id));
  const findings: { finding: Finding; ambiguous: boolean }[] = [];
  let truncated = false;
  for (const part of partsOf(content)) {
    const normalized = normalize(part.text);
    truncated ||= normalized.truncated;
    const scan: Scan = { rules, active, part, tokens: normalized.tokens, hits: [] };
    findTerms(scan);
    findEndorsements(scan);
    findBallotNumbers(scan, findNumbers(scan.tokens, part.text));
    findInHashtags(scan);
    if (part.field === 'author' || part.field === 'handle' || part.field === 'group') findAccount(scan);
    for (const hit of resolveHits(scan.hits)) {
      findings.push({ finding: findingOf(scan, hit), ambiguous: hit.ambiguous });
    }
  }
  // An everyday word that is also a name ("AMIN") counts as that name beside another electoral finding only.
  const certain = findings.some(({ finding, ambiguous }) => !ambiguous && finding.signal !== 'supporting');
  const settled = findings.flatMap(({ finding, ambiguous }): Finding[] => {
    if (!ambiguous) return [finding];
    return certain ? [{ ...finding, signal: 'subject' }] : [];
  });
  const level = levelOf(settled);
  return { level, findings: level === 'none' ? [] : settled, truncated };
}

function* partsOf(content: Content): Iterable<Part> {
  for (const field of ['text', 'own', 'author', 'handle'] as const) yield* partOf(field, 0, content[field]);
  for (const [index, text] of (content.alts ?? []).entries()) yield* partOf('alts', index, text);
  for (const field of ['link', 'quoted', 'group'] as const) yield* partOf(field, 0, content[field]);
}

function partOf(field: ContentField, index: number, text: string | undefined): readonly Part[] {
  return text ? [{ field, index, text }] : [];
}

function entryOf(scan: Scan, term: CompiledTerm): CompiledEntry | undefined {
  const entry = scan.rules.rules.entries[term.entry];
  return entry && (entry.contest < 0 || scan.active[entry.contest] === true) ? entry : undefined;
}

function rawText(scan: Scan, token: Token): string {
  return scan.part.text.slice(token.start, token.end);
}

function findTerms(scan: Scan): void {
  for (const [from, token] of scan.tokens.entries()) {
    for (const term of scan.rules.terms.get(token.text) ?? []) {
      if (!isTermAt(scan, term, from)) continue;
      const entry = entryOf(scan, term);
      if (!entry) continue;
      const { kind, signal } = term;
      scan.hits.push({
        from,
        to: from + term.tokens.length,
        entry,
        kind,
        signal,
        ambiguous: kind === 'alias' && signal === 'supporting',
      });
    }
  }
}

function isTermAt(scan: Scan, term: CompiledTerm, from: number): boolean {
  for (let step = 1; step < term.tokens.length; step += 1) {
    const token = scan.tokens[from + step];
    if (!token || token.breaks || token.text !== term.tokens[step]) return false;
  }
  return (term.capitals ?? []).every((step) => {
    const token = scan.tokens[from + step];
    return token !== undefined && isCapitals(rawText(scan, token));
  });
}

/** Names that a phrase of support or attack leads to. */
function findEndorsements(scan: Scan): void {
  const names = scan.hits.filter((hit) => hit.kind === 'name' || hit.kind === 'alias');
  for (const name of names) {
    const from = endorsementStart(scan.tokens, name.from, name.ambiguous);
    if (from !== undefined)
      scan.hits.push({ ...name, from, kind: 'phrase', signal: 'campaign', ambiguous: false });
  }
}

function findBallotNumbers(scan: Scan, phrases: readonly NumberPhrase[], hashtag?: number): void {
  for (const { from, to, value, signal, needsTicket } of phrases) {
    const tickets = (scan.rules.numbers.get(value) ?? []).flatMap((term) => entryOf(scan, term) ?? []);
    const generic = needsTicket || !scan.rules.numberEntry ? [] : [scan.rules.numberEntry];
    for (const entry of tickets.length > 0 ? tickets : generic) {
      const range = hashtag === undefined ? { from, to } : { from: hashtag, to: hashtag + 1 };
      scan.hits.push({ ...range, entry, kind: 'number', signal, ambiguous: false });
    }
  }
}

function findInHashtags(scan: Scan): void {
  for (const [at, token] of scan.tokens.entries()) {
    if (token.kind === 'word') continue;
    const pieces = splitHashtag(token.text.slice(1).replaceAll('.', ''), scan.rules.hashtags);
    if (token.kind === 'mention') findNamesInMention(scan, at, pieces ?? []);
    else if (pieces) findInPieces(scan, at, pieces);
    else {
      for (const term of namesInCamelCase(rawText(scan, token), scan.rules.hashtags)) {
        pushWhole(scan, at, term, 'subject');
      }
    }
  }
}

/** "@namalengkap": single names are left out, too many people share them. */
function findNamesInMention(scan: Scan, at: number, pieces: readonly Piece[]): void {
  const [piece] = pieces;
  if (!piece || pieces.length !== 1) return;
  for (const term of piece.terms) {
    if (isClearName(term) && term.tokens.length > 1) pushWhole(scan, at, term, 'subject', term.kind);
  }
}

function findInPieces(scan: Scan, at: number, pieces: readonly Piece[]): void {
  const raw = scan.tokens[at] ? rawText(scan, scan.tokens[at]) : '';
  const namePieces = pieces.flatMap((piece) => {
    const terms = piece.terms.filter((term) => isName(term) && entryOf(scan, term) !== undefined);
    const meant = terms.filter((term) => isClearName(term) || isMeantInCapitals(term, raw));
    return meant.length > 0 ? [meant] : [];
  });
  if (namePieces.length > 0) {
    const campaign = isCampaignHashtag(scan, pieces, namePieces);
    for (const term of namePieces.flat()) {
      // "#AMIN" is a prayer too; only what stands around it in the hashtag makes it the ticket.
      if (campaign || isClearName(term)) pushWhole(scan, at, term, campaign ? 'campaign' : 'subject');
    }
    return;
  }
  const numbers = findNumbers(piecesAsTokens(pieces), pieces.map((piece) => piece.text).join(''));
  findBallotNumbers(scan, numbers, at);
  if (numbers.length > 0) return;
  if (pieces.some((piece) => piece.terms.some((term) => term.kind === 'exception'))) return;
  for (const term of pieces.flatMap((piece) => piece.terms)) {
    if (term.kind === 'phrase' || term.kind === 'slogan') pushWhole(scan, at, term, term.signal);
  }
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
          (scan.rules.numbers.get(Number(text)) ?? []).some(
            (number) => entryOf(scan, number)?.contest === entry?.contest,
          )),
    );
  });
}

function pushWhole(
  scan: Scan,
  at: number,
  term: CompiledTerm,
  signal: Signal,
  kind: Hit['kind'] = 'hashtag',
): void {
  const entry = entryOf(scan, term);
  if (entry) scan.hits.push({ from: at, to: at + 1, entry, kind, signal, ambiguous: false });
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
    if (entry) scan.hits.push({ ...range, entry, kind: 'account', signal: 'campaign', ambiguous: false });
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
    });
  }
}

function findingOf(scan: Scan, hit: Hit): Finding {
  const { field, index, text } = scan.part;
  const start = scan.tokens[hit.from]?.start ?? 0;
  const end = scan.tokens[hit.to - 1]?.end ?? start;
  return {
    entity: hit.entry.id,
    kind: hit.kind === 'exception' ? 'phrase' : hit.kind,
    signal: hit.signal,
    contest: scan.rules.rules.contests[hit.entry.contest]?.id ?? null,
    field,
    index,
    start,
    end,
    text: text.slice(start, end),
  };
}
