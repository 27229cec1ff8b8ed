import type { Pack } from '../core/pack.ts';
import { personalPack } from '../core/personal-pack.ts';
import type { Settings } from '../core/settings.ts';
import type { PackEntries, PackState } from '../shared/messages.ts';
import { readStored } from '../shared/storage.ts';
import { readStoredSettings } from '../shared/stored-settings.ts';
import { builtIn } from './built-in.ts';
import { entriesOf } from './pack-entries.ts';
import { usablePacks } from './usable-packs.ts';
import { readUserPacks } from './user-packs.ts';

/** A pack and where it came from. */
export interface InstalledPack {
  readonly pack: Pack;
  readonly origin: PackState['origin'];
}

/** Name of the pack of own words, as reminders and settings show it. */
const OWN_TITLES = { id: 'Kata sendiri', en: 'Own words' } as const;

/** Every pack that may be compiled: those of the extension first, so that no import can stand in for them. */
export async function installedPacks(
  shipped: readonly Pack[],
  settings: Settings,
): Promise<readonly InstalledPack[]> {
  const { policy } = await readStored('policy');
  const imported = policy?.policy.disableUserPacks ? [] : await readUserPacks(shipped);
  const own = personalPack(settings.words, OWN_TITLES[settings.language === 'en' ? 'en' : 'id']);
  return [
    ...shipped.map((pack) => ({ pack, origin: 'built-in' as const })),
    ...imported.map((pack) => ({ pack, origin: 'file' as const })),
    ...(own.phrases.length + own.exceptions.length > 0 ? [{ pack: own, origin: 'own' as const }] : []),
  ];
}

const ENTRIES_PER_ANSWER = 50;

/** What is installed now. */
export async function currentPacks(): Promise<readonly Pack[]> {
  const settings = await readStoredSettings();
  return (await installedPacks(usablePacks(builtIn), settings)).map(({ pack }) => pack);
}

/** Entries of one pack whose name holds `words` in any case, in the order of the pack. */
export function searchEntries(
  packs: readonly Pack[],
  query: { readonly pack: string; readonly words: string; readonly from: number },
): PackEntries {
  const pack = packs.find(({ id }) => id === query.pack);
  if (!pack) return { total: 0, entries: [] };
  const wanted = query.words.trim().toLowerCase();
  const found = entriesOf(pack).filter(({ title }) => title.toLowerCase().includes(wanted));
  const shown = found.slice(query.from, query.from + ENTRIES_PER_ANSWER);
  return { total: found.length, entries: shown.map(({ id, title, kind }) => ({ id, title, kind })) };
}
