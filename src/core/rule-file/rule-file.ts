/**
 * The container of compiled rules: one little-endian buffer that background, content scripts and command line read as
 * it lies. A header of five 32-bit words (magic, format, length in bytes, checksum of all that follows the header,
 * number of sections), the byte offset, byte length and bytes of a number of each section, and the sections, each aligned
 * to four bytes.
 */

import type { Numbers } from './numbers.ts';

/** Raised when the shape of a section changes; a file of another format is built anew. */
export const RULE_FILE_FORMAT = 10;

/** "JNRF". Read with the other byte order it is another number, so a foreign machine refuses the file. */
const MAGIC = 0x46524e4a;
const HEADER = 5;
const WORD = 4;
/** Words of the header for each section. */
const PLACE = 3;

export type RuleFileFault = 'foreign' | 'format' | 'cut' | 'damaged';

/** A file that cannot be used, with the reason as a closed word for those who show it. */
export class RuleFileError extends Error {
  readonly fault: RuleFileFault;

  constructor(fault: RuleFileFault, message: string) {
    super(message);
    this.name = 'RuleFileError';
    this.fault = fault;
  }
}

export function writeRuleFile(sections: readonly Numbers[]): Uint8Array {
  let end = (HEADER + sections.length * PLACE) * WORD;
  const places = sections.map(({ byteLength }) => {
    const offset = end;
    end += Math.ceil(byteLength / WORD) * WORD;
    return { offset, byteLength };
  });
  const bytes = new Uint8Array(end);
  const words = new Int32Array(bytes.buffer);
  words.set([MAGIC, RULE_FILE_FORMAT, end, 0, sections.length]);
  for (const [index, section] of sections.entries()) {
    const place = places[index];
    if (!place) continue;
    words.set([place.offset, place.byteLength, section.BYTES_PER_ELEMENT], HEADER + index * PLACE);
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), place.offset);
  }
  words[3] = checksum(words);
  return bytes;
}

/** Sections of a rule file as views; throws for a section that the file does not have. */
export type RuleSections = (index: number) => Numbers;

/**
 * Checks the header and opens the file. Nothing of it is copied unless it does not begin at a multiple of four bytes.
 * The checksum is left to `checkRuleFile()`: on cold code it costs a tab more than all the rest.
 *
 * @throws RuleFileError `foreign` (no rule file), `format` (of another version), `cut` (incomplete) or `damaged`.
 */
export function openRuleFile(file: Uint8Array): RuleSections {
  const { bytes, words } = wordsOf(file);
  if (words[0] !== MAGIC) throw new RuleFileError('foreign', 'not a file of compiled rules');
  if (words[1] !== RULE_FILE_FORMAT) {
    throw new RuleFileError('format', `compiled rules of format ${words[1]}, not ${RULE_FILE_FORMAT}`);
  }
  if (words[2] !== bytes.byteLength || words.length < HEADER) {
    throw new RuleFileError('cut', `${bytes.byteLength} bytes of compiled rules instead of ${words[2]}`);
  }
  return (index) => {
    const at = HEADER + index * PLACE;
    const [offset = 0, length = 0, width = 0] = words.subarray(at, at + PLACE);
    const View = VIEWS[width];
    if (index >= (words[4] ?? 0) || !View || length < 0 || offset < 0 || offset + length > bytes.length)
      throw new RuleFileError('damaged', `compiled rules have no section ${index}`);
    return new View(bytes.buffer, bytes.byteOffset + offset, length / width);
  };
}

const VIEWS: Readonly<
  Record<number, new (buffer: ArrayBufferLike, offset: number, length: number) => Numbers>
> = { 1: Uint8Array, 2: Uint16Array, 4: Int32Array };

/**
 * As `openRuleFile()`, with the checksum.
 *
 * @throws RuleFileError
 */
export function checkRuleFile(file: Uint8Array): void {
  openRuleFile(file);
  const { words } = wordsOf(file);
  if (words[3] !== checksum(words)) throw new RuleFileError('damaged', 'compiled rules fail their checksum');
}

function wordsOf(file: Uint8Array): { bytes: Uint8Array; words: Int32Array } {
  const bytes = file.byteOffset % WORD === 0 ? file : file.slice();
  return { bytes, words: new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2) };
}

/** Two running sums over words (after Fletcher, 1982), so that exchanged words are noticed too. */
function checksum(words: Int32Array): number {
  let first = 1;
  let second = 0;
  for (let at = HEADER - 1; at < words.length; at += 1) {
    first = Math.imul(first, 31) + (words[at] ?? 0);
    second = (second + first) | 0;
    first |= 0;
  }
  // Turned by half a word: a change of the highest bits of one word changes the same bits of both sums, which would cancel out.
  return ((first << 16) | (first >>> 16)) ^ second;
}
