import { unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import type { Sheet } from '../core/pack-table/pack-table-rows.ts';

/** Bytes of all parts of a workbook once they are unpacked; ten thousand candidates take about ten million. */
const MOST_UNPACKED = 60_000_000;
/** Parts of a workbook: a few for each sheet. */
const MOST_PARTS = 1_000;
/** Of the rectangle that a sheet spans: a reader fills it, whatever is in it. */
const MOST_CELLS = 5_000_000;

/** Sheets of a workbook, or the code of what is wrong with it (`table.<code>.text` in `locales/author.*.json`). */
export type Workbook = { readonly sheets: readonly Sheet[] } | { readonly code: 'not-xlsx' | 'xlsx-huge' };

/** A file that says of itself that it is larger than anything a pack could hold. */
class TooLarge extends Error {}

/**
 * Every sheet of an XLSX file, formulas by their last value. The file may be anything: what it claims to hold is added up
 * before anything is unpacked, and no part becomes longer than it claims.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  try {
    const parts = partsOf(bytes);
    for (const [path, part] of Object.entries(parts)) {
      if (path.startsWith('xl/worksheets/')) refuseWideSheet(new TextDecoder().decode(part));
    }
    // Packed again, without compression: the reader gets what was checked and nothing else.
    const plain = zipSync(parts, { level: 0 });
    const sheets = await readXlsxFile(new Blob([new Uint8Array(plain)]));
    return { sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(textsOf) })) };
  } catch (error) {
    return { code: error instanceof TooLarge ? 'xlsx-huge' : 'not-xlsx' };
  }
}

function partsOf(bytes: Uint8Array): Record<string, Uint8Array> {
  let unpacked = 0;
  let count = 0;
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const isRead = /\.xml(?:\.rels)?$/.test(name);
      if (isRead) {
        unpacked += originalSize;
        count += 1;
      }
      if (unpacked > MOST_UNPACKED || count > MOST_PARTS) throw new TooLarge();
      return isRead;
    },
  });
}

/** One cell far out makes the reader fill all cells before it with nothing. */
function refuseWideSheet(xml: string): void {
  let rows = 0;
  let columns = 0;
  for (const [, place = ''] of xml.matchAll(/\sr\s*=\s*["']([^"']*)["']/g)) {
    const [, letters, digits] = /^([A-Za-z]*)(\d*)$/.exec(place) ?? [];
    // Signs written as numbers would hide how far out a cell is.
    if (letters === undefined || digits === undefined) throw new TooLarge();
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, columnNumber(letters));
  }
  if (rows * columns > MOST_CELLS || rows > MOST_CELLS) throw new TooLarge();
}

/** `A` -> 1, `AA` -> 27. */
function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function textsOf(row: readonly unknown[]): string[] {
  return row.map((value) => {
    if (value === null || value === undefined) return '';
    // Dates of a spreadsheet have no zone; the reader puts them at midnight UTC.
    if (value instanceof Date) return value.toJSON()?.slice(0, 10) ?? '';
    return String(value);
  });
}
