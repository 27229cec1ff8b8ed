import * as z from 'zod/mini';
import { ACTION_KINDS, CONTEST_KINDS, ENTITY_ROLES, SITE_IDS } from './types.ts';

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

/** Days a *Ringkas* row is kept. */
export const RETENTION_DAYS = 30;
