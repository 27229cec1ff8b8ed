import * as z from 'zod/mini';
import { LOG_LEVELS, RETENTION } from '../log/log.ts';
import { STRICTNESSES } from '../reminding/decision-table.ts';
import { DEFAULT_LIMITS } from '../reminding/fatigue.ts';
import { STATUSES } from '../reminding/law.ts';
import { ACTION_KINDS, SITE_IDS } from '../types.ts';

const flags = <const Key extends string>(keys: readonly Key[]) =>
  z.object(Object.fromEntries(keys.map((key) => [key, z.boolean()])) as Record<Key, z.ZodMiniBoolean>);

const daysOf = ({ least, most }: { readonly least: number; readonly most: number }) =>
  z.int().check(z.gte(least), z.lte(most));

/** Most words of each list of own words, and longest word, UTF-16 code units. */
export const PERSONAL_LIMITS = { words: 200, length: 120 } as const;

const personalWords = z
  .array(z.string().check(z.minLength(1), z.maxLength(PERSONAL_LIMITS.length)))
  .check(z.maxLength(PERSONAL_LIMITS.words));

/** What the user can choose. Stored whole under one key of storage.local. */
export const settingsSchema = z.object({
  version: z.literal(1),
  language: z.enum(['auto', 'id', 'en']),
  sites: flags(SITE_IDS),
  actions: flags(ACTION_KINDS),
  /** Ids of built-in packs that the user switched off. */
  disabledPacks: z.array(z.string().check(z.maxLength(64))).check(z.maxLength(200)),
  /** Also match contests whose last phase is over. */
  finishedContests: z.boolean(),
  log: z.enum(LOG_LEVELS),
  /** Days. */
  retention: z.object({ brief: daysOf(RETENTION.brief), detailed: daysOf(RETENTION.detailed) }),
  /** What the law says depends on it; whether there is a reminder does not. */
  status: z.enum(STATUSES),
  /** Husband or wife of a candidate. */
  spouse: z.boolean(),
  /** Regions of contests that the person lives or works in, as packs name them; none: all. */
  regions: z.array(z.string().check(z.minLength(1), z.maxLength(120))).check(z.maxLength(50)),
  strictness: z.enum(STRICTNESSES),
  /** Ids of entries that the person does not want to hear of. */
  exceptions: z.array(z.string().check(z.maxLength(80))).check(z.maxLength(500)),
  /** Own words (`personal-pack.ts`): `watched` are reminded of as campaign phrases, `ignored` never, nor what stands inside them. */
  words: z.object({ watched: personalWords, ignored: personalWords }),
  fatigue: z.object({
    dailyBudget: z.int().check(z.gte(1), z.lte(1_000)),
    coolDown: z.int().check(z.gte(0), z.lte(1_440)),
  }),
});
export type Settings = z.infer<typeof settingsSchema>;

const all = <Key extends string>(keys: readonly Key[]): Record<Key, boolean> =>
  Object.fromEntries(keys.map((key) => [key, true])) as Record<Key, boolean>;

export function defaultSettings(): Settings {
  return {
    version: 1,
    language: 'auto',
    sites: all(SITE_IDS),
    actions: all(ACTION_KINDS),
    disabledPacks: [],
    finishedContests: false,
    log: 'brief',
    retention: { brief: RETENTION.brief.initial, detailed: RETENTION.detailed.initial },
    status: 'unspecified',
    spouse: false,
    regions: [],
    strictness: 'normal',
    exceptions: [],
    words: { watched: [], ignored: [] },
    fatigue: { ...DEFAULT_LIMITS },
  };
}

/**
 * Settings from untrusted storage: each valid part is kept, each broken part falls back to its default, so that one bad
 * value never switches protection off.
 */
export function readSettings(value: unknown): Settings {
  return { ...defaultSettings(), ...readSettingsParts(value).parts };
}

export interface SettingsParts {
  /** The parts that are there and valid, without anything foreign. */
  readonly parts: Partial<Settings>;
  /** Names of the parts that are there and broken. */
  readonly broken: readonly SettingsPart[];
}
export type SettingsPart = keyof Settings;
export const SETTINGS_PARTS = Object.keys(settingsSchema.shape) as readonly SettingsPart[];

/** Own properties only: `__proto__` of a file is a name like any other, and nobody asks for it. */
export function readSettingsParts(value: unknown): SettingsParts {
  const parts: Partial<Record<SettingsPart, unknown>> = {};
  const broken: SettingsPart[] = [];
  if (typeof value !== 'object' || value === null) return { parts: {}, broken };
  for (const key of SETTINGS_PARTS) {
    if (!Object.hasOwn(value, key)) continue;
    const part = z.safeParse(settingsSchema.shape[key], (value as Record<string, unknown>)[key]);
    if (part.success) parts[key] = part.data;
    else broken.push(key);
  }
  return { parts: parts as Partial<Settings>, broken };
}
