/** Name of the file that holds the checksums of all others. */
export const CHECKSUMS = 'SHA256SUMS';

/**
 * `sha256sum -c SHA256SUMS` checks it; on Windows `certutil -hashfile FILE SHA256` gives one line to compare.
 *
 * @param sha256 of the UTF-8 bytes of a text, in hex
 */
export async function checksumsOf(
  files: ReadonlyMap<string, string>,
  sha256: (text: string) => Promise<string>,
): Promise<string> {
  const lines: string[] = [];
  for (const [path, text] of files) lines.push(`${await sha256(text)}  ${path}\n`);
  return lines.join('');
}

/** A UUID that follows from a name (RFC 9562, version 8), so that the same form gives the same files. */
export async function uuidOf(name: string, sha256: (text: string) => Promise<string>): Promise<string> {
  const hex = (await sha256(`jaga-netral-kit:${name}`)).slice(0, 32);
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  const all = `${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant}${hex.slice(17)}`;
  return [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)]
    .join('-')
    .toUpperCase();
}
