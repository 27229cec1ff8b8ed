import { refuseSharedIds } from '../core/compile.ts';
import { type Pack, readPack } from '../core/pack.ts';

/** Packs do not change while the background runs, and checking all of them takes longer than anything else here. */
const checked = new WeakMap<readonly unknown[], readonly Pack[]>();

/** A broken pack, or one whose ids clash with an earlier pack, is left out; the others work on. */
export function usablePacks(packs: readonly unknown[]): readonly Pack[] {
  const known = checked.get(packs);
  if (known) return known;
  const kept: Pack[] = [];
  for (const value of packs) {
    try {
      const result = readPack(value);
      if (!result.ok) throw new Error(result.problems[0] ?? 'unknown problem');
      refuseSharedIds([...kept, result.pack]);
      kept.push(result.pack);
    } catch (error) {
      console.error('A rule pack is left out:', error);
    }
  }
  checked.set(packs, kept);
  return kept;
}
