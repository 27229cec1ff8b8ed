import { refuseSharedIds } from '../../core/compile/compile.ts';
import { type Pack, type PackResult, readPack } from '../../core/pack/pack.ts';
import { builtIn } from './built-in.ts';
import prepared from './prepared.json';

/**
 * Packs do not change while the background runs, and checking all of them takes longer than anything else here. Those of the
 * extension were checked when it was built (`prepared.ts`), and lie in the file of the very code that would check them.
 */
const checked = new WeakMap<readonly unknown[], readonly Pack[]>(
  prepared.text === '' ? [] : [[builtIn, builtIn as readonly Pack[]]],
);

/** A broken pack, or one whose ids clash with an earlier pack, is left out; the others work on. */
export function usablePacks(packs: readonly unknown[]): readonly Pack[] {
  const known = checked.get(packs);
  if (known) return known;
  const kept = keepUsable(packs.map(readPack), faultBeside, (fault) =>
    console.error('A rule pack is left out:', new Error(fault)),
  );
  checked.set(packs, kept);
  return kept;
}

/** The whole packs among `results` that `faultOf` finds nothing against, beside those that were kept before them. */
export function keepUsable(
  results: readonly PackResult[],
  faultOf: (kept: readonly Pack[], pack: Pack) => string | null,
  leaveOut: (fault: string) => void = () => undefined,
): readonly Pack[] {
  const kept: Pack[] = [];
  for (const result of results) {
    const fault = result.ok ? faultOf(kept, result.pack) : (result.problems[0] ?? 'unknown problem');
    if (result.ok && fault === null) kept.push(result.pack);
    else leaveOut(fault ?? 'unknown problem');
  }
  return kept;
}

/** Why a pack cannot stand beside others, as a sentence, or null. */
export function faultBeside(others: readonly Pack[], pack: Pack): string | null {
  try {
    refuseSharedIds([...others, pack]);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'shares ids with another list';
  }
}
