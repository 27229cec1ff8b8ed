import type { Pack } from '../../core/pack/pack.ts';
import { personalPack } from '../../core/settings/personal-pack.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { browser } from '../../shared/browser.ts';
import { chooseLanguage, type Language } from '../../shared/locale.ts';
import type { PackEntries, PackState } from '../../shared/messages.ts';
import { readStored } from '../../shared/storage.ts';
import { readStoredSettings } from '../../shared/stored-settings.ts';
import { builtIn } from './built-in.ts';
import { entriesOf } from './pack-entries.ts';
import { readSignedPacks, type SignedPack } from './signed-packs.ts';
import { faultBeside, usablePacks } from './usable-packs.ts';
import { readUserPacks } from './user-packs.ts';

/** A pack and where it came from. */
export interface InstalledPack {
  readonly pack: Pack;
  readonly origin: PackState['origin'];
  /** Of a pack that a publisher signed. */
  readonly signed?: SignedPack;
}

/** Name of the pack of own words, as reminders and settings show it. */
const OWN_TITLES: Record<Language, string> = { id: 'Kata sendiri', en: 'Own words' };

/**
 * Every pack that may be compiled: those of the extension first, then those that somebody signed, so that no import can
 * stand in for them.
 */
export async function installedPacks(
  shipped: readonly Pack[],
  settings: Settings,
): Promise<readonly InstalledPack[]> {
  const { policy } = await readStored('policy');
  // Where the storage cannot be read the rest still works; the settings page tells of it.
  const signed = await readSignedPacks().catch((): readonly SignedPack[] => []);
  const standing: Pack[] = [...shipped];
  const usable = signed.filter(({ release: { pack } }) => {
    // A newer version of the extension may bring the ids of a list that was there before.
    const stands = faultBeside(standing, pack) === null;
    if (stands) standing.push(pack);
    return stands;
  });
  const imported = policy?.policy.disableUserPacks ? [] : await readUserPacks(standing);
  const language = chooseLanguage(settings.language, browser.i18n.getUILanguage());
  const own = personalPack(settings.words, OWN_TITLES[language]);
  return [
    ...shipped.map((pack) => ({ pack, origin: 'built-in' as const })),
    ...usable.map((one) => ({ pack: one.release.pack, origin: one.source.origin, signed: one })),
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
