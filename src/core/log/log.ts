import * as z from 'zod/mini';
import { ACTION_KINDS, CONTEST_KINDS, ENTITY_ROLES, SITE_IDS } from '../types.ts';
import { EXCERPT_LENGTH } from './log-detail.ts';

/** *Tanpa catatan*, *Ringkas* and *Rinci*. */
export const LOG_LEVELS = ['none', 'brief', 'detailed'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const OUTCOMES = ['cancelled', 'continued', 'closed'] as const;
export const CATEGORIES = ['party', 'candidate', 'campaign', 'general'] as const;

/**
 * One row of the warning log at level *Ringkas*. Deliberately coarse: no post,
 * no author, no address, no matched word, the hour only. The sender makes the id, so that a repeated send is the
 * same row.
 */
export const logRowSchema = z.strictObject({
  /** Made by `logRowId()`. */
  id: z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{24}$/)),
  /** Start of the hour, milliseconds since the epoch. */
  hour: z.int().check(z.nonnegative()),
  site: z.enum(SITE_IDS),
  action: z.enum(ACTION_KINDS),
  category: z.enum(CATEGORIES),
  role: z.enum(ENTITY_ROLES),
  /** Kind and year, never a region or an entity. */
  contest: z.nullable(z.strictObject({ kind: z.enum(CONTEST_KINDS), year: z.int() })),
  outcome: z.enum(OUTCOMES),
  packVersion: z.string().check(z.maxLength(32)),
});
export type LogRow = z.infer<typeof logRowSchema>;
export type Outcome = LogRow['outcome'];
export type Category = LogRow['category'];

/**
 * What level *Rinci* keeps beside a row, for a shorter time, so that the person finds the act and can undo it. Never
 * the author, the own words or a whole address.
 */
export const logDetailSchema = z.strictObject({
  /** Of its row. */
  id: logRowSchema.shape.id,
  /** The words of the post that were found. */
  term: z.string().check(z.maxLength(EXCERPT_LENGTH)),
  /** At most `EXCERPT_LENGTH` UTF-16 code units of the post around them. */
  excerpt: z.string().check(z.maxLength(EXCERPT_LENGTH)),
  /** Address made anew of the id of the post alone; null where none can be made. */
  link: z.nullable(z.string().check(z.maxLength(300))),
});
export type LogDetail = z.infer<typeof logDetailSchema>;

/** Days that rows and their details are kept. */
export const RETENTION = {
  brief: { initial: 30, least: 1, most: 90 },
  detailed: { initial: 7, least: 1, most: 30 },
} as const;

/** Characters of the passphrase of *Catatan terkunci*. */
export const PASSPHRASE_LENGTH = { least: 8, most: 1_000 } as const;
