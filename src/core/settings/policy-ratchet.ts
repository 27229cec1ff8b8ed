import type { LogLevel } from '../log/log.ts';
import type { PackSource } from '../pack/pack-source.ts';
import type { Settings } from './settings.ts';

/** What an agency may set. None of it can raise what is collected, or read, start or send anything. */
export interface Policy {
  readonly maxLogLevel?: number;
  readonly maxRetentionDays?: number;
  readonly disableExport?: boolean;
  readonly disableUserPacks?: boolean;
  readonly agencyName?: string;
  readonly packSources?: readonly PackSource[];
  /** Public keys whose signatures count no more, for whatever pack. */
  readonly revokedKeys?: readonly string[];
}

/**
 * Why something that an agency set is not used. Each has a text, `settings.agency.fault.*`.
 * `unknown`: no such key; `type`: a number where a text belongs and the like; `missing`: a part of an entry is not there;
 * `range`: too large, too small, too long or too many; `address` and `key`: not a valid one; `duplicate`: stands there
 * already; `space`: valid, but the browser has no room for it; `invalid`: anything else.
 */
export type PolicyFaultReason =
  | 'unknown'
  | 'type'
  | 'missing'
  | 'range'
  | 'address'
  | 'key'
  | 'duplicate'
  | 'space'
  | 'invalid';

export interface PolicyFault {
  /** Name of the key, of an entry of a list with its place from 0: `packSources[1]`. Empty for the policy as a whole. */
  readonly key: string;
  readonly reason: PolicyFaultReason;
  /** Which part of the entry is meant: `signingKeys[0]`. */
  readonly part?: string;
}

/** In rising order of what is kept. Not from `log.ts`: content scripts carry no schemas. */
const LEVELS: readonly LogLevel[] = ['none', 'brief', 'detailed'];

/** Settings as they take effect: of level and retention the lower one, whoever wants it (a ratchet). */
export function applyPolicy(settings: Settings, policy: Policy): Settings {
  const { maxLogLevel = LEVELS.length - 1, maxRetentionDays = Number.POSITIVE_INFINITY } = policy;
  const level = Math.min(LEVELS.indexOf(settings.log), maxLogLevel);
  const { brief, detailed } = settings.retention;
  return {
    ...settings,
    log: LEVELS[level] ?? 'none',
    retention: {
      brief: Math.min(brief, maxRetentionDays),
      detailed: Math.min(detailed, maxRetentionDays),
    },
  };
}
