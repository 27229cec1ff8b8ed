import * as z from 'zod/mini';
import { LOG_LEVELS, RETENTION } from '../log/log.ts';
import { EMBEDDED, packSourceSchema, publicKeySchema, SOURCE_LIMITS } from '../pack/pack-source.ts';
import type { Policy, PolicyFault, PolicyFaultReason } from './policy-ratchet.ts';

/** Each key on its own: one bad value never takes the others with it. Titles and texts stand in `managed-schema.json`. */
const VALUES = {
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
    z.refine(
      (text) =>
        !/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u.test(text) && text.trim() !== '',
    ),
  ),
} as const;

/** Each entry of these on its own too. */
const LISTS = {
  packSources: list(packSourceSchema, SOURCE_LIMITS.sources, ({ packId }) => packId, embeddedLength),
  revokedKeys: list(publicKeySchema, SOURCE_LIMITS.revoked, (key) => key),
};

/** The complete list (trust.md 6.3): there is no key that starts, reads, raises or sends anything. */
export const POLICY_KEYS = [...Object.keys(VALUES), ...Object.keys(LISTS)] as readonly (
  | keyof typeof VALUES
  | keyof typeof LISTS
)[];

/**
 * Characters of all embedded lists together. A wipe of the log holds the policy in `storage.session` meanwhile, which has
 * 10 MB: no policy may keep a person from deleting the log.
 */
export const EMBEDDED_LENGTH = 3_000_000;

/** Unknown keys are named up to this many: a policy of nonsense must not fill the storage. */
const MOST_UNKNOWN = 20;

/**
 * What an agency set, from untrusted storage: each valid key and each valid entry of a list is kept, each other one is
 * named with its reason. Firefox checks no schema and Chromium hands on only what its schema knows, so nothing is relied
 * upon.
 */
export function readPolicy(value: unknown): {
  readonly policy: Policy;
  readonly faults: readonly PolicyFault[];
} {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { policy: {}, faults: value === undefined ? [] : [{ key: '', reason: 'type' }] };
  }
  const policy: Record<string, unknown> = {};
  const faults: PolicyFault[] = [];
  let unknown = 0;
  for (const [key, given] of Object.entries(value)) {
    if (Object.hasOwn(LISTS, key)) {
      const read = LISTS[key as keyof typeof LISTS](key, given);
      if (read.entries) policy[key] = read.entries;
      faults.push(...read.faults);
    } else if (Object.hasOwn(VALUES, key)) {
      const part = z.safeParse(VALUES[key as keyof typeof VALUES], given);
      if (part.success) policy[key] = part.data;
      else faults.push(faultOf(key, given, part.error));
    } else if (++unknown <= MOST_UNKNOWN) {
      faults.push({ key: key.slice(0, 60), reason: 'unknown' });
    }
  }
  return { policy: policy as Policy, faults };
}

interface ReadList {
  /** Undefined where nothing of a list can be used; an empty list is what it is. */
  readonly entries: readonly unknown[] | undefined;
  readonly faults: readonly PolicyFault[];
}

/** Reads a list. `identity`: what no two entries may share; `weight`: what all of them together have room for. */
function list<Entry>(
  schema: z.core.$ZodType<Entry>,
  most: number,
  identity: (entry: Entry) => string,
  weight: (entry: Entry) => number = () => 0,
): (key: string, given: unknown) => ReadList {
  return (key, given) => {
    if (!Array.isArray(given)) return { entries: undefined, faults: [{ key, reason: 'type' }] };
    const entries: Entry[] = [];
    const known = new Set<string>();
    const faults: PolicyFault[] = [];
    let room = EMBEDDED_LENGTH;
    for (const [place, one] of given.slice(0, most).entries()) {
      const name = `${key}[${place}]`;
      const { success, data, error } = z.safeParse(schema, one);
      if (!success) faults.push(faultOf(name, one, error));
      else if (known.has(identity(data))) faults.push({ key: name, reason: 'duplicate' });
      else if (weight(data) > room) faults.push({ key: name, reason: 'space' });
      else {
        known.add(identity(data));
        room -= weight(data);
        entries.push(data);
      }
    }
    // The first ones count: a list of stolen keys must not lose them all by being too long.
    if (given.length > most) faults.push({ key, reason: 'range' });
    return { entries: entries.length > 0 || given.length === 0 ? entries : undefined, faults };
  };
}

function embeddedLength({ url }: z.infer<typeof packSourceSchema>): number {
  return url.startsWith(EMBEDDED) ? url.length : 0;
}

/** The first thing that is wrong with a value. */
function faultOf(key: string, given: unknown, { issues: [issue] }: z.core.$ZodError): PolicyFault {
  if (!issue) return { key, reason: 'invalid' };
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
  const part = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : String(step).slice(0, 60)))
    .join('');
  const reason = reasonOf(issue, given);
  return part === '' ? { key, reason } : { key, reason, part };
}

function reasonOf(issue: z.core.$ZodIssue, given: unknown): PolicyFaultReason {
  const at = issue.path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step],
    given,
  );
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'unknown';
    case 'invalid_type':
      return at === undefined ? 'missing' : 'type';
    case 'too_big':
    case 'too_small':
      return 'range';
    // The only union is that of the two forms of an address.
    case 'invalid_union':
      if (typeof at !== 'string') return at === undefined ? 'missing' : 'type';
      return at.length > (at.startsWith(EMBEDDED) ? SOURCE_LIMITS.embedded : SOURCE_LIMITS.address)
        ? 'range'
        : 'address';
    case 'invalid_format':
      return issue.path[0] === 'packId' ? 'invalid' : 'key';
    default:
      return 'invalid';
  }
}
