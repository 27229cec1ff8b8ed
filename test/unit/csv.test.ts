import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { safeCell } from '../../src/core/format/csv.ts';

/** What spreadsheets were made to compute, and ways around guards that look at the first sign only. */
const PAYLOADS = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://example.org?a="&A1,"Klik")',
  '=IMPORTXML(CONCAT("https://example.org/?v=",A2),"//a")',
  '=DDE("cmd";"/C calc";"x")',
  '+1+1',
  '+62811223344',
  '-1+1',
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd|A0',
  '%00=1+1',
  '|calc',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\r\n=1+1',
  ' =1+1',
  '\u00A0=1+1',
  '\u3000=1+1',
  '"=1+1"',
  "'=1+1",
  '""=1+1',
  '" =1+1',
  '“=1+1”',
  '‘=1+1',
  '«=1+1»',
  '`=1+1',
  '\u200B=1+1',
  '\u202E=1+1',
  '\uFEFF=1+1',
  '\u00AD=1+1',
  '\u2066=1+1',
  '\u0000=1+1',
  '\u0007=1+1',
  '\u001F\u200D\t =1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
  '％1',
  '｜calc',
  '﹦1+1',
  '﹢1+1',
  '﹣1+1',
  '﹫SUM(1)',
  '⁼1+1',
  '−1+1',
  '\tabc',
  '\rabc',
];

/** The first sign that a person sees in a cell decides whether a spreadsheet computes it. */
const COMPUTED = /^[\s"'`´“”„‘’‚«»\p{Cc}\p{Cf}]*[=+\-−@%|]/u;

describe('a cell of the exported log', () => {
  test.each(PAYLOADS)('%j is text', (payload) => {
    expect(PAYLOADS.length).toBeGreaterThan(27);
    const cell = safeCell(payload);
    expect(cell.startsWith("'")).toBe(true);
    expect(cell).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test.each(PAYLOADS)('nothing behind a semicolon is computed either: %j', (payload) => {
    const [, inner = ''] = safeCell(`Ayo;${payload}`).split(';');
    // Full-width forms are computed by no spreadsheet inside of a cell, and small ones neither.
    expect(/^\s*["`´“”„‘’‚«»\s]*[=+\-−@%|＝＋－＠％｜]/u.test(inner)).toBe(false);
  });

  test('is never computed, has one line and no sign that is not seen, whatever is in it', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(
          fc.constantFrom(
            '=',
            '+',
            '-',
            '@',
            '%',
            '|',
            ';',
            ' ',
            '"',
            "'",
            '\t',
            '\n',
            '\u200B',
            '＝',
            'a',
            '1',
          ),
        )
        .map((signs) => signs.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const cell = safeCell(text);
        if (COMPUTED.test(cell.normalize('NFKC'))) expect(cell.startsWith("'")).toBe(true);
        expect(cell).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      }),
      { numRuns: 2_000 },
    );
  });

  test('with any sign at its beginning, in it or behind a semicolon is never computed', () => {
    const signs = [
      ...Array.from({ length: 0x250 }, (_, code) => String.fromCharCode(code)),
      '–',
      '；',
      '＝',
      '\u2028',
    ];
    for (const sign of signs)
      for (const text of [sign, `a${sign}`, `a;${sign}`, `a${sign}=1`, `${sign}=1`]) {
        const cell = safeCell(text);
        expect(cell).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
        if (COMPUTED.test(cell.normalize('NFKC'))) expect(cell.startsWith("'")).toBe(true);
        expect(/;\s*[=+\-@%|]/.test(cell)).toBe(false);
      }
  });

  test.each([
    ['', ''],
    ['Suka', 'Suka'],
    ['19.00–20.00', '19.00–20.00'],
    ['2026-11-28', '2026-11-28'],
    ['https://x.com/i/status/1?a=1', 'https://x.com/i/status/1?a=1'],
    ['Ayo; besok', 'Ayo; besok'],
    // An ordinary text that only looks like one stays readable.
    ['-5 suka', "'-5 suka"],
    ['Ayo\ncoblos\r\nnomor 2', 'Ayo coblos nomor 2'],
    ['a\tb', 'a b'],
    ['kelu\u00ADarga', 'keluarga'],
  ])('%j is written as %j', (text, cell) => {
    expect(safeCell(text)).toBe(cell);
  });

  test('keeps its row whole when it is written and read again', () => {
    const cells = PAYLOADS.map(safeCell);
    const written = Papa.unparse([cells, cells], { quotes: true, newline: '\r\n' });
    expect(Papa.parse<string[]>(written).data).toEqual([cells, cells]);
    expect(written.split('\r\n')).toHaveLength(2);
  });
});
