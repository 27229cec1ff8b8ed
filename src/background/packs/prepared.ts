import { Compiler, type Prepared } from '../../core/compile/compile.ts';
import { isSameJson } from '../same-json.ts';
import { builtIn } from './built-in.ts';
import prepared from './prepared.json';
import { usablePacks } from './usable-packs.ts';

/**
 * A compiler that begins with what the build found out about the built-in packs, so that a worker which has just started
 * reads only what the person's own lists change. Without a build, as in tests, it begins with nothing.
 */
export function createCompiler(packs: readonly unknown[]): Compiler {
  // A string, so that a worker that compiles nothing need not make objects of it.
  return packs === builtIn && prepared.text !== ''
    ? Compiler.from(usablePacks(packs), JSON.parse(prepared.text) as Prepared)
    : new Compiler();
}

/**
 * For the build: what belongs into `prepared.json`.
 *
 * @throws Error when a built-in pack is not whole, or is not as `readPack()` would make it: it is used as it lies.
 */
export function prepare(): string {
  const packs = usablePacks(builtIn);
  if (!isSameJson(packs, builtIn)) throw new Error('a built-in pack is broken or lacks a field');
  return JSON.stringify(new Compiler().prepared(packs));
}
