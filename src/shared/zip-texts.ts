import { strToU8, zipSync } from 'fflate';

/** One zip of texts (path -> text), written as UTF-8, in their order. The same texts give the same bytes everywhere. */
export function zipTexts(files: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  const entries = [...files].map(([path, text]) => [path, strToU8(text)] as const);
  // Zip times are local times without a zone: local parts give the same bytes in every zone.
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(1980, 0, 1) });
}
