import type { Category, LogRow, Outcome } from '../log/log.ts';
import { levelOf } from '../matching/level.ts';
import { match } from '../matching/match.ts';
import type { RuleIndex } from '../matching/rule-index.ts';
import { answerTo } from '../reminding/decision-table.ts';
import { type CalmReason, calm, type Occasion, type ReminderMemory } from '../reminding/fatigue.ts';
import { type Clause, clausesFor, type LegalStage, legalStage } from '../reminding/law.ts';
import { isActive, phaseOf } from '../reminding/stage.ts';
import { type Strength, strengthOf } from '../reminding/strength.ts';
import { hashOf } from '../rule-file/hash.ts';
import type { Settings } from '../settings/settings.ts';
import type {
  ActionKind,
  Content,
  Contest,
  ContestKind,
  EntityRole,
  Finding,
  NeutralAccountKind,
  Post,
  SiteId,
} from '../types.ts';

export interface DecisionRequest {
  readonly site: SiteId;
  readonly action: ActionKind;
  readonly content: Content;
  /** Of the post, the account or the group that the action is about; '' for none. */
  readonly postKey: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What the log may know of a reminder: closed vocabulary only. */
export type Subject = Pick<LogRow, 'category' | 'role' | 'contest' | 'packVersion'>;

/** What was found and what follows from it. */
export interface Grounds {
  readonly findings: readonly Finding[];
  /** The finding that the reminder speaks of first. */
  readonly leading: Finding;
  /** Of the leading finding: which entry fired, and whose pack it stands in. */
  readonly entry: { readonly title: string; readonly pack: string; readonly version: string };
  readonly strength: Strength;
  readonly source: NeutralAccountKind | null;
  readonly contest: Contest | null;
  readonly stage: LegalStage;
  readonly clauses: readonly Clause[];
  readonly subject: Subject;
  readonly occasion: Occasion;
  /** Why less is shown than the table of decisions says. */
  readonly calmed: CalmReason | null;
}

/** `none` lets the action pass, `hint` too, with a small sign; `remind` holds it. */
export type Verdict =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'hint' } & Grounds)
  | ({ readonly kind: 'remind' } & Grounds);

const categoryOfRole: Record<EntityRole, Category> = {
  ticket: 'candidate',
  candidate: 'candidate',
  party: 'party',
  'campaign-team': 'campaign',
  phrase: 'general',
};

/** Every text of a post and the user's own words, as the matcher takes them. */
export function contentOf(post: Post | undefined, own: string): Content {
  if (!post) return { text: '', own };
  return {
    text: post.text,
    own,
    author: post.author,
    handle: post.handle,
    alts: post.alts,
    link: post.link,
    quoted: post.quoted ? `${post.quoted.author}\n${post.quoted.text}` : '',
    group: post.group ?? '',
  };
}

const NOTHING: Verdict = { kind: 'none' };

/**
 * The only place where settings, stage, findings and memory meet. Synchronous and pure: it runs inside the click. The
 * match says what is there, the table of decisions what follows from it, the memory what would be too much.
 */
export function decide(
  request: DecisionRequest,
  rules: RuleIndex,
  settings: Settings,
  memory: ReminderMemory,
): Verdict {
  const { site, action, now } = request;
  if (!settings.sites[site] || !settings.actions[action]) return NOTHING;
  const matched = match(request.content, rules, (id) => {
    const contest = rules.contest(id);
    return contest !== undefined && isActive(contest, now, settings.finishedContests);
  });
  const findings = withoutExceptions(matched.findings, [...settings.exceptions, ...memory.wrong]);
  const level = findings === matched.findings ? matched.level : levelOf(findings);
  const strength = strengthOf(level, findings);
  const leading = leadingFinding(findings);
  if (strength === null || !leading) return NOTHING;
  const contest = (leading.contest === null ? undefined : rules.contest(leading.contest)) ?? null;
  const occasion = occasionOf(request, leading, strength);
  const asked = answerTo(
    matched.source ?? 'ordinary',
    strength,
    action,
    settings.strictness,
    isElsewhere(contest, settings.regions),
  );
  const { answer, reason } = calm(asked, occasion, memory, settings.fatigue, now);
  if (answer === 'none') return NOTHING;
  const stage = legalStage(contest ? phaseOf(contest, now) : null);
  const entry = entryOf(leading, rules);
  return {
    kind: answer,
    findings,
    leading,
    entry,
    strength,
    source: matched.source,
    contest,
    stage,
    clauses: clausesFor(action, stage, strength),
    subject: subjectOf(rules.roleOf(leading.entity), contest, entry.version),
    occasion,
    calmed: reason,
  };
}

function entryOf({ entity }: Finding, rules: RuleIndex): Grounds['entry'] {
  const pack = rules.packOf(entity);
  return { title: rules.titleOf(entity), pack: pack?.title ?? '', version: pack?.version ?? '' };
}

function withoutExceptions(findings: readonly Finding[], exceptions: readonly string[]): readonly Finding[] {
  if (exceptions.length === 0) return findings;
  const kept = findings.filter(({ entity }) => !exceptions.includes(entity));
  return kept.length === findings.length ? findings : kept;
}

function isElsewhere(contest: Contest | null, regions: readonly string[]): boolean {
  return regions.length > 0 && contest?.region != null && !regions.includes(contest.region);
}

/** The same post, action and own words are one occasion: other words are another thing to say. */
function occasionOf(
  { site, action, content, postKey }: DecisionRequest,
  leading: Finding,
  strength: Strength,
): Occasion {
  const own = content.own ?? '';
  const account = content.handle || content.author || '';
  return {
    id: postKey === '' && own === '' ? '' : `${site} ${action} ${postKey} ${hashOf(own)}`,
    post: postKey === '' ? '' : `${site} ${postKey}`,
    entity: leading.entity,
    account: account === '' ? '' : `${site} ${account}`,
    strength,
  };
}

function subjectOf(role: EntityRole, contest: Contest | null, packVersion: string): Subject {
  return {
    category: categoryOfRole[role],
    role,
    contest: contest ? { kind: contest.kind satisfies ContestKind, year: contest.year } : null,
    packVersion,
  };
}

/** The finding that the reminder and the log speak of: one of a contest before a generic phrase. */
function leadingFinding(findings: readonly Finding[]): Finding | undefined {
  return (
    findings.find((finding) => finding.contest !== null) ??
    findings.find((f) => f.signal === 'campaign') ??
    findings[0]
  );
}

export function logRow(
  id: string,
  hour: number,
  request: DecisionRequest,
  subject: Subject,
  outcome: Outcome,
): LogRow {
  return { id, hour, site: request.site, action: request.action, ...subject, outcome };
}
