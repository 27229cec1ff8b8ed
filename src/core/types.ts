/** The words of the domain. Everything here is plain data: no DOM node, no browser object. */

export const SITE_IDS = ['facebook', 'instagram', 'x'] as const;
export type SiteId = (typeof SITE_IDS)[number];

/** What a person can do to a post, an account or a group. The names are the ones the command line prints. */
export const ACTION_KINDS = [
  'like',
  'react',
  'comment',
  'reply',
  'share',
  'repost',
  'quote',
  'follow',
  'friend',
  'join',
  'page',
  'post',
  'upload',
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** A post inside a post: a quoted tweet or a shared Facebook post. */
export interface QuotedPost {
  readonly author: string;
  readonly text: string;
}

/** One post as a person sees it. Strings are empty, never undefined, where the page shows nothing. */
export interface Post {
  /** Stable while the page shows the post: a permalink path, an id, else `text:` and a hash of the content. */
  readonly key: string;
  /** Display name. */
  readonly author: string;
  /** Account handle without `@`, lower case, or ''. */
  readonly handle: string;
  /** Visible message, decoys left out, emoji images as their alt text. */
  readonly text: string;
  /** Without `#`, as written. */
  readonly hashtags: readonly string[];
  readonly alts: readonly string[];
  /** Visible title and description of a link preview, or ''. */
  readonly link: string;
  readonly quoted: QuotedPost | null;
  /** Name of the group or page the post stands in, where it differs from the author. */
  readonly group: string | null;
}

/** Every text a verdict may rest on; findings say in which field they stand. */
export interface Content {
  readonly text: string;
  /** The user's own words: a comment or a draft. */
  readonly own?: string | undefined;
  readonly author?: string | undefined;
  readonly handle?: string | undefined;
  readonly alts?: readonly string[] | undefined;
  readonly link?: string | undefined;
  readonly quoted?: string | undefined;
  readonly group?: string | undefined;
}
export type ContentField = keyof Content;

/** Fields that name an account, a page or a group. */
export const ACCOUNT_FIELDS: ReadonlySet<ContentField> = new Set(['author', 'handle', 'group']);

/**
 * What a finding says on its own:
 * - `campaign`: a campaign cue that stands alone ("coblos nomor 2", a campaign hashtag or account)
 * - `subject`: an electoral subject is named (a candidate, a party, a ballot number)
 * - `supporting`: counts only beside a subject ("lanjutkan", "dukung")
 */
export type Signal = 'campaign' | 'subject' | 'supporting';

export const FINDING_KINDS = ['name', 'alias', 'hashtag', 'slogan', 'account', 'number', 'phrase'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/**
 * How the words in the text differ from those of the pack:
 * - `stretched`: letters held longer; `digits`: digits stand for letters; `numbered`: a number is glued to the name
 * - `affixed`: with "-nya", "di-" and the like; `spaced`: letters set apart; `joined`: words run together
 * - `misspelt`: a slip of the finger or another spelling
 */
export type VariantRule =
  | 'exact'
  | 'stretched'
  | 'digits'
  | 'numbered'
  | 'affixed'
  | 'spaced'
  | 'joined'
  | 'misspelt';

export interface Finding {
  /** Id of the pack entry. */
  readonly entity: string;
  readonly kind: FindingKind;
  readonly signal: Signal;
  /** Id of the contest of the entity, or null for parties and generic phrases. */
  readonly contest: string | null;
  readonly field: ContentField;
  /** Index within a list field (`alts`), else 0. */
  readonly index: number;
  /** UTF-16 offsets into that field; `text` is the slice as the person wrote it. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Absent where the words stand as the pack writes them. */
  readonly variant?: VariantRule;
}

/** `hint`: an electoral subject is named. `remind`: there is a campaign cue, support or attack. */
export type Level = 'none' | 'hint' | 'remind';

/** Who speaks without campaigning: `official` runs or watches over elections or the civil service, `press` reports. */
export const NEUTRAL_ACCOUNT_KINDS = ['official', 'press'] as const;
export type NeutralAccountKind = (typeof NEUTRAL_ACCOUNT_KINDS)[number];

export interface Match {
  readonly level: Level;
  /** In order of field, then of start. */
  readonly findings: readonly Finding[];
  /** Whose post it is, where a pack knows the account as neutral. */
  readonly source: NeutralAccountKind | null;
  /** True when a field was longer than the scanned limit (20,000 UTF-16 units). */
  readonly truncated: boolean;
}

/** Closed lists: the log and the reminder can name these without text from a pack. */
export const ENTITY_ROLES = ['ticket', 'candidate', 'party', 'campaign-team', 'phrase'] as const;
export type EntityRole = (typeof ENTITY_ROLES)[number];

export const CONTEST_KINDS = ['president', 'governor', 'regent', 'legislature', 'other'] as const;
export type ContestKind = (typeof CONTEST_KINDS)[number];

/** Dated parts of a contest, in the order in which they come. */
export const CONTEST_PHASES = ['prospective', 'fixed', 'campaign', 'quiet', 'vote', 'after'] as const;
export type ContestPhase = (typeof CONTEST_PHASES)[number];

export interface PhaseDates {
  readonly phase: ContestPhase;
  /** ISO dates in Indonesian civil time, both inclusive. */
  readonly start: string;
  readonly end: string;
}

export interface Contest {
  readonly id: string;
  readonly kind: ContestKind;
  readonly year: number;
  readonly name: string;
  readonly region: string | null;
  readonly phases: readonly PhaseDates[];
}
