import { basename, extname } from 'node:path';
import { refuseSharedIds } from '../../core/compile/compile.ts';
import type { Pack } from '../../core/pack/pack.ts';
import type { LintContext } from '../../core/pack-lint/pack-lint.ts';
import { titlesById } from '../../core/pack-lint/pack-lint-whole.ts';
import { builtInPackIds, loadPacks } from '../packs.ts';
import { CommandFault } from '../speech.ts';

/** Packs beside which a pack is read: the general one, or for that one all the others. */
export function packsBeside(id: string): Pack[] {
  return loadPacks(id === 'general' ? [] : ['general']);
}

/**
 * @param isOurs a file of `rules/`, which may have the id of a built-in pack
 * @param beside other packs that are to stand beside it
 */
export function lintContextOf(id: string, isOurs: boolean, beside: readonly Pack[] = []): LintContext {
  const ours = loadPacks([]);
  const others = ours.filter((pack) => pack.id !== id);
  return {
    beside: onceEach([...packsBeside(id), ...beside]),
    calendar: others.flatMap(({ contests }) => contests),
    taken: new Set(isOurs ? [] : builtInPackIds()),
    takenEntries: titlesById(isOurs ? others : ours),
  };
}

/** The last one of each id. @throws UsageError when two of them share ids of entries, so that nobody has both */
export function onceEach(packs: readonly Pack[]): Pack[] {
  const each = [...new Map(packs.map((pack) => [pack.id, pack])).values()];
  try {
    refuseSharedIds(each);
  } catch (error) {
    throw new CommandFault('pack.beside', { reason: error instanceof Error ? error.message : '' });
  }
  return each;
}

/** `data/Bupati Contoh.xlsx` -> `Bupati Contoh`. */
export function stemOf(path: string): string {
  return basename(path, extname(path));
}
