import { strToU8, zipSync } from 'fflate';

/**
 * A ZIP of texts, written as UTF-8: path (with `/`) -> text, in the order of the map. The same texts give the same bytes
 * everywhere, so that people can compare checksums of what the page and the command line made.
 */
export function zipFiles(files: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  const entries = [...files].map(([path, text]) => [path, strToU8(text)] as const);
  // Zip times are local times without a zone: local parts give the same bytes in every zone.
  return new Uint8Array(zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(1980, 0, 1) }));
}
