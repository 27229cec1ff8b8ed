import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { readEnvelope } from '../../src/core/pack/signed-pack.ts';

/** The signed pack that a command line names, as an absolute path; or why it cannot be served, to print. */
export type PackToServe =
  | { readonly path: string; readonly fault?: undefined }
  | { readonly fault: string; readonly path?: undefined };

/** @param names what follows the command */
export function packToServe(names: readonly string[]): PackToServe {
  const [name, ...more] = names;
  if (name === undefined || more.length > 0) return { fault: 'usage: npm run host -- FILE.jpack' };
  const path = resolve(name);
  // Addresses of packs hold no other characters, see `packSourceSchema`.
  if (!/^[A-Za-z0-9._~-]+\.jpack$/.test(basename(path)))
    return { fault: `${name}: the name must end in .jpack and hold letters, digits, ".", "-" and "_" only` };
  if (!existsSync(path)) return { fault: `${name}: there is no such file` };
  if (!readEnvelope(readFileSync(path, 'utf8'))) return { fault: `${name}: is not a signed pack` };
  return { path };
}
