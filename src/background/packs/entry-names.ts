import type { Pack } from '../../core/pack/pack.ts';
import { RULE_ENTRIES, RULE_ENTRIES_PACK } from '../../core/rule-file/rules.ts';
import type { EntryName } from '../../shared/messages.ts';
import { entriesOf } from './pack-entries.ts';

/** Names of entries for the settings page, also of packs that are switched off. Ids that no pack has any more are left out. */
export function nameEntries(ids: readonly string[], packs: readonly Pack[]): readonly EntryName[] {
  const wanted = new Set(ids);
  const found = new Map<string, EntryName>();
  for (const whole of packs) {
    const pack = { id: whole.id, title: whole.title, version: whole.version };
    const contests = new Map(whole.contests.map(({ id, name }) => [id, name]));
    const entries = [
      ...entriesOf(whole),
      ...(whole.id === RULE_ENTRIES_PACK ? RULE_ENTRIES.map((entry) => ({ ...entry, contest: null })) : []),
    ];
    for (const { id, title, contest } of entries)
      if (wanted.has(id)) found.set(id, { id, title, pack, contest: contests.get(contest ?? '') ?? null });
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}
