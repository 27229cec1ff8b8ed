import { columnOf } from './pack-table-columns.ts';

/** Encodings in which spreadsheets save text, by the names that `TextDecoder` knows. */
export type TableEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * Encoding of the bytes of a text file, by its mark or, without one, by where its zero bytes stand. Text that is no
 * UTF-8 in spite of it was saved by an old spreadsheet on Windows: the caller then reads `windows-1252`.
 */
export function encodingOf(bytes: Uint8Array): TableEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 400);
  const zeros = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  // A Latin letter in UTF-16 has one zero byte, and UTF-8 has none at all.
  if (odd > start.length / 4 && odd > even * 4) return 'utf-16le';
  if (even > start.length / 4 && even > odd * 4) return 'utf-16be';
  return 'utf-8';
}

/** A ZIP file, as XLSX files are. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** The old binary form of Excel (.xls), which we do not read. */
export function isOldExcel(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

export type Separator = ',' | ';' | '\t' | '|';
const SEPARATORS: readonly Separator[] = [';', ',', '\t', '|'];
/** The headings stand somewhere in these first lines. */
const LINES = 30;

/** Text without the mark of its encoding and the line "sep=;" that Excel reads, and what parts its cells. */
export function splitTable(text: string): {
  readonly text: string;
  readonly separator: Separator;
  /** Lines that were taken away, so that row numbers stay those of the file. */
  readonly removed: number;
} {
  const plain = text.replace(/^\uFEFF/, '');
  const said = /^"?sep=([,;|\t])"?[ \t]*(?:\r\n|\r|\n)/i.exec(plain);
  if (said) return { text: plain.slice(said[0].length), separator: said[1] as Separator, removed: 1 };
  const lines = plain.slice(0, 50_000).split(/\r\n|\r|\n/, LINES);
  // Names hold commas ("S.E., M.M."), so counting signs would mislead; headings are words that we know.
  const knownIn = (separator: Separator) =>
    Math.max(
      ...lines.map((line) => line.split(separator).filter((cell) => columnOf(cell) !== undefined).length),
    );
  const counts = SEPARATORS.map((separator) => ({ separator, count: knownIn(separator) }));
  const best = counts.reduce((one, other) => (other.count > one.count ? other : one));
  return { text: plain, separator: best.separator, removed: 0 };
}
