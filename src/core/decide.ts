import { type Clause, clausesFor, type LegalStage, legalStage } from './law.ts';
import type { Category, LogRow, Outcome } from './log.ts';
import { match } from './match.ts';
import type { RuleIndex } from './rule-index.ts';
import type { Settings } from './settings.ts';
import { isActive, phaseOf } from './stage.ts';
import type { ActionKind, Content, ContestKind, EntityRole, Finding, Level, Post, SiteId } from './types.ts';

export interface DecisionRequest {
  readonly site: SiteId;
  readonly action: ActionKind;
  readonly content: Content;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What the log may know of a reminder: closed vocabulary only. */
export type Subject = Pick<LogRow, 'category' | 'role' | 'contest' | 'packVersion'>;

export type Verdict =
  | { readonly kind: 'pass'; readonly level: Level }
  | {
      readonly kind: 'remind';
      readonly findings: readonly Finding[];
      readonly stage: LegalStage;
      readonly clauses: readonly Clause[];
      readonly subject: Subject;
    };

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

/**
 * The only place where settings, stage and findings meet. Synchronous and pure: it runs inside the click. A subject
 * that is merely named (level `hint`) passes: reading and liking news is ordinary life.
 */
export function decide(request: DecisionRequest, rules: RuleIndex, settings: Settings): Verdict {
  if (!settings.sites[request.site] || !settings.actions[request.action])
    return { kind: 'pass', level: 'none' };
  const { level, findings } = match(request.content, rules, (id) => {
    const contest = rules.contest(id);
    return contest !== undefined && isActive(contest, request.now, settings.finishedContests);
  });
  if (level !== 'remind') return { kind: 'pass', level };
  const leading = leadingFinding(findings);
  const contest = leading?.contest ? rules.contest(leading.contest) : undefined;
  const stage = legalStage(contest ? phaseOf(contest, request.now) : null);
  const role = leading ? rules.roleOf(leading.entity) : 'phrase';
  return {
    kind: 'remind',
    findings,
    stage,
    clauses: clausesFor(request.action, stage),
    subject: {
      category: categoryOfRole[role],
      role,
      contest: contest ? { kind: contest.kind satisfies ContestKind, year: contest.year } : null,
      packVersion: leading ? rules.packVersionOf(leading.entity) : '',
    },
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
