import type { LogLevel } from './log.ts';
import type { PackSource } from './pack-source.ts';
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

export interface PolicyFault {
  readonly key: string;
  readonly reason: 'unknown' | 'invalid';
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
