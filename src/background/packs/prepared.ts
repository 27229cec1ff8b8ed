import { Compiler, type Prepared } from '../../core/compile/compile.ts';
import { encodeRules } from '../../core/matching/encode-rules.ts';
import type { Pack } from '../../core/pack/pack.ts';
import { toBase64 } from '../../shared/base64.ts';
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
 * The rule file of the built-in packs and nothing else, as base64, which most people have: a start of the browser compiles
 * nothing. Undefined of any other packs, and without a build.
 */
export function preparedRules(packs: readonly Pack[]): string | undefined {
  const all = usablePacks(builtIn);
  const isSame = packs.length === all.length && packs.every((pack, at) => pack === all[at]);
  return isSame && prepared.rules !== '' ? prepared.rules : undefined;
}

/**
 * For the build: what belongs into `prepared.json`.
 *
 * @throws Error when a built-in pack is not whole, or is not as `readPack()` would make it: it is used as it lies.
 */
export function prepare(): typeof prepared {
  const packs = usablePacks(builtIn);
  if (!isSameJson(packs, builtIn)) throw new Error('a built-in pack is broken or lacks a field');
  const compiler = new Compiler();
  return {
    text: JSON.stringify(compiler.prepared(packs)),
    rules: toBase64(encodeRules(compiler.compile(packs))),
  };
}
