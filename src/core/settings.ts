import * as z from 'zod/mini';
import { ACTION_KINDS, SITE_IDS } from './types.ts';

const flags = <const Key extends string>(keys: readonly Key[]) =>
  z.object(Object.fromEntries(keys.map((key) => [key, z.boolean()])) as Record<Key, z.ZodMiniBoolean>);

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
  /** `brief` is "Ringkas", `none` is "Tanpa catatan". */
  log: z.enum(['none', 'brief']),
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
  };
}

/**
 * Settings from untrusted storage or a file: each valid part is kept, each broken part falls back to its default,
 * so that one bad value never switches protection off.
 */
export function readSettings(value: unknown): Settings {
  const defaults = defaultSettings();
  const whole = settingsSchema.safeParse(value);
  if (whole.success) return whole.data;
  if (typeof value !== 'object' || value === null) return defaults;
  const merged = { ...defaults, ...value };
  const result: Record<string, unknown> = { ...defaults };
  for (const [key, schema] of Object.entries(settingsSchema.shape)) {
    const part = z.safeParse(schema, (merged as Record<string, unknown>)[key]);
    if (part.success) result[key] = part.data;
  }
  return result as Settings;
}
