/** What makes a spreadsheet take a cell for a formula, where it is the first sign behind spaces and quotes. */
const FORMULA = '[=+\\-−@%|\\t\\r\\n]';
const BEFORE = '[\\s"\'`´“”„‘’‚«»]*';
const LEADING = new RegExp(`^${BEFORE}${FORMULA}`, 'u');
/** A spreadsheet that takes `;` for the separator, as is usual in Indonesia, begins a cell behind it. */
const INNER = /(;[\s"'`´“”„‘’‚«»]*)([=+\-−@%|＝＋－＠％｜])/gu;

/**
 * What needs none of it: begins with a letter or a digit of ASCII, and holds no sign that is not seen, breaks the line or
 * ends a cell. Nearly all cells of a log do, and the rest of the work takes twenty times as long.
 */
const PLAIN = /^(?:[0-9A-Za-z][ -:<-~–]*)?$/;

/**
 * A text that a spreadsheet shows and never computes: an apostrophe before what could be a formula, no signs that are
 * not seen, one line. The writer of the file must quote every cell as well.
 */
export function safeCell(text: string): string {
  if (PLAIN.test(text)) return text;
  // Full-width and small forms are what spreadsheets make of them.
  const seen = text.replace(/(?![\t\r\n])[\p{Cc}\p{Cf}]/gu, '').normalize('NFKC');
  const plain = text
    .replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/gu, ' ')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(INNER, "$1'$2");
  return LEADING.test(seen) ? `'${plain}` : plain;
}
