import * as z from 'zod/mini';
import { LOG_LEVELS, RETENTION } from './log.ts';
import { packSourceSchema, publicKeySchema, SOURCE_LIMITS } from './pack-source.ts';
import type { Policy, PolicyFault } from './policy-ratchet.ts';

/** Each key on its own: one bad value never takes the others with it. Titles and texts stand in `managed-schema.json`. */
const KEYS = {
  /** 0 *Tanpa catatan*, 1 *Ringkas*, 2 *Rinci*. */
  maxLogLevel: z.int().check(z.gte(0), z.lte(LOG_LEVELS.length - 1)),
  /** Days. */
  maxRetentionDays: z.int().check(z.gte(RETENTION.brief.least), z.lte(RETENTION.brief.most)),
  disableExport: z.boolean(),
  disableUserPacks: z.boolean(),
  agencyName: z.string().check(
    z.minLength(1),
    z.maxLength(60),
    // Shown as text beside our own words: it may not break the line or turn the direction.
    z.refine((text) => !/[\p{Cc}\p{Cs}‎‏‪-‮⁦-⁩]/u.test(text) && text.trim() !== ''),
  ),
  /** Each entry on its own too, see `readPolicy`. */
  packSources: z.array(packSourceSchema).check(z.maxLength(SOURCE_LIMITS.sources)),
  revokedKeys: z.array(publicKeySchema).check(z.maxLength(SOURCE_LIMITS.revoked)),
} as const;
export const POLICY_KEYS = Object.keys(KEYS) as readonly (keyof typeof KEYS)[];

/**
 * What an agency set, from untrusted storage: each valid key is kept, each other one is named with its reason. Firefox
 * checks no schema and Chromium hands on only what its schema knows, so nothing is relied upon.
 */
export function readPolicy(value: unknown): {
  readonly policy: Policy;
  readonly faults: readonly PolicyFault[];
} {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { policy: {}, faults: value === undefined ? [] : [{ key: '', reason: 'invalid' }] };
  }
  const policy: Record<string, unknown> = {};
  const faults: PolicyFault[] = [];
  for (const [key, given] of Object.entries(value)) {
    if (!Object.hasOwn(KEYS, key)) {
      faults.push({ key: key.slice(0, 60), reason: 'unknown' });
      continue;
    }
    const part = z.safeParse(KEYS[key as keyof typeof KEYS], given);
    if (part.success) policy[key] = part.data;
    else faults.push({ key, reason: 'invalid' });
  }
  return { policy: policy as Policy, faults };
}
