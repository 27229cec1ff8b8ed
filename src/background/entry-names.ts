import { RULE_ENTRIES, RULE_ENTRIES_PACK } from '../core/rules.ts';
import type { EntryName } from '../shared/messages.ts';
import { builtIn } from './built-in.ts';
import { usablePacks } from './usable-packs.ts';

/** Names of entries for the settings page, also of packs that are switched off. Ids that no pack has any more are left out. */
export function nameEntries(ids: readonly string[], packs = builtIn): readonly EntryName[] {
  const wanted = new Set(ids);
  const found = new Map<string, EntryName>();
  for (const { id: packId, title: packTitle, version, ...parts } of usablePacks(packs)) {
    const pack = { id: packId, title: packTitle, version };
    const contests = new Map(parts.contests.map(({ id, name }) => [id, name]));
    const entries = [
      ...parts.entities.map(({ id, name, contest }) => ({ id, title: name, contest })),
      ...[...parts.phrases, ...parts.exceptions].map(({ id, text }) => ({ id, title: text, contest: null })),
      ...(packId === RULE_ENTRIES_PACK ? RULE_ENTRIES.map((entry) => ({ ...entry, contest: null })) : []),
    ];
    for (const { id, title, contest } of entries)
      if (wanted.has(id)) found.set(id, { id, title, pack, contest: contests.get(contest ?? '') ?? null });
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}
