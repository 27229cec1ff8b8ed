import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PackEntity, readPack } from '../../src/core/pack/pack.ts';
import { tablePlace, tableText } from '../../src/core/pack-lint/pack-lint-text.ts';
import { packOfTable, type TableOptions } from '../../src/core/pack-table/pack-table.ts';
import { readAlias, readPhase, writeAlias } from '../../src/core/pack-table/pack-table-cells.ts';
import {
  columnLetters,
  columnOf,
  headingOf,
  TABLE_COLUMNS,
} from '../../src/core/pack-table/pack-table-columns.ts';
import { plainName, splitPair } from '../../src/core/pack-table/pack-table-names.ts';
import type { Sheet } from '../../src/core/pack-table/pack-table-rows.ts';
import { templateRows } from '../../src/core/pack-table/pack-table-template.ts';
import { encodingOf, splitTable } from '../../src/core/pack-table/pack-table-text.ts';
import en from '../../src/locales/author.en.json' with { type: 'json' };
import id from '../../src/locales/author.id.json' with { type: 'json' };
import { readDelimited } from '../../src/shared/delimited-table.ts';

const options: TableOptions = {
  id: 'uji',
  title: 'Uji coba',
  source: 'invented',
  year: 2030,
  kind: 'regent',
  region: 'Contoh',
};
const sheet = (...rows: readonly (readonly string[])[]): Sheet => ({ name: 'Lembar1', rows });
const table = (...rows: readonly (readonly string[])[]) => packOfTable([sheet(...rows)], options);
/** Two tickets whose last column is what a test is about. */
const withColumn = (heading: string, ...cells: readonly string[]) =>
  table(
    ['no urut', 'calon', 'wakil', heading],
    ['1', 'Arunika Samasta', 'Wulandaru Jatiraga', cells[0] ?? ''],
    ['2', 'Bramantara Kusumadi', 'Citrasena Adipuri', cells[1] ?? ''],
  );
const errors = ({ faults }: ReturnType<typeof table>) =>
  faults.filter(({ severity }) => severity === 'error');
const entity = ({ pack }: ReturnType<typeof table>, end: string) =>
  pack?.entities.find((one) => one.id.endsWith(end)) as PackEntity;
const csv = (text: string) => {
  const { sheets = [], faults = [] } = readDelimited(text, 'uji.csv');
  const result = packOfTable(sheets, options);
  return { ...result, faults: [...faults, ...result.faults] };
};

describe('a table becomes a pack', () => {
  it('with tickets, their persons and their numbers', () => {
    const result = withColumn('alias', 'Aru-Wulan; ARUNI (kata umum)', 'Bram-Citra');
    expect(errors(result)).toEqual([]);
    expect(readPack(result.pack)).toMatchObject({ ok: true });
    expect(result.pack?.contests).toMatchObject([
      {
        id: 'pilbup-2030-contoh',
        kind: 'regent',
        year: 2030,
        region: 'Contoh',
        name: 'Pemilihan Bupati Contoh 2030',
      },
    ]);
    expect(entity(result, 'ticket-1')).toMatchObject({
      role: 'ticket',
      name: 'Arunika Samasta - Wulandaru Jatiraga',
      ballotNumber: 1,
      members: ['pilbup-2030-contoh:arunika-samasta', 'pilbup-2030-contoh:wulandaru-jatiraga'],
      aliases: [
        { text: 'Aru-Wulan', kind: 'pair' },
        { text: 'ARUNI', kind: 'initials', signal: 'supporting' },
      ],
    });
    expect(result.places.get('pilbup-2030-contoh:ticket-2')).toMatchObject({ sheet: 'Lembar1', row: 3 });
  });

  it('reads every column, in both languages, whatever its case and signs', () => {
    for (const column of TABLE_COLUMNS) {
      for (const language of ['id', 'en'] as const) {
        expect(columnOf(headingOf(column, language)), column).toBe(column);
        expect(
          columnOf(` ${headingOf(column, language).toUpperCase().replaceAll(' ', '_')} (pisahkan dengan ;)`),
        ).toBe(column);
      }
    }
    expect(columnOf('constructor')).toBeUndefined();
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });

  it('reads hashtags, slogans, poses, accounts, sources and examples', () => {
    const result = table(
      [
        'no urut',
        'calon',
        'tagar',
        'slogan',
        'pose',
        'akun',
        'sumber',
        'keyakinan',
        'contoh cocok',
        'contoh abaikan',
      ],
      [
        '1',
        'Arunika',
        '#AruMaju; AruOke',
        'Maju Terus (kuat); Pelan saja',
        'salam komando',
        'x:@tim_aru; https://www.instagram.com/tim.aru/',
        'https://kpu.contoh.example/a',
        'dua sumber',
        'Pilih Arunika',
        'Pagi',
      ],
    );
    expect(entity(result, 'ticket-1')).toMatchObject({
      hashtags: ['AruMaju', 'AruOke'],
      slogans: [
        { text: 'Maju Terus', strength: 'strong' },
        { text: 'Pelan saja', strength: 'weak' },
        { text: 'salam komando', strength: 'weak' },
      ],
      accounts: [
        { site: 'x', handle: 'tim_aru' },
        { site: 'instagram', handle: 'tim.aru' },
      ],
      source: 'kpu.contoh.example/a',
      confidence: 'verified_2_sources',
      examples: { match: ['Pilih Arunika'], ignore: ['Pagi'] },
    });
  });

  it('reads a pair in one cell, titles, capitals, and the empty column', () => {
    const result = table(
      ['nomor urut', 'nama paslon'],
      ['01', 'H. ARUNIKA SAMASTA, S.E., M.M. - Dra. Hj. WULANDARU, M.Si.'],
      ['2.0', 'KOLOM KOSONG'],
    );
    expect(errors(result)).toEqual([]);
    expect(entity(result, 'ticket-1').name).toBe('Arunika Samasta - Wulandaru');
    expect(entity(result, 'ticket-2')).toMatchObject({
      name: 'Kolom Kosong',
      aliases: [{ signal: 'supporting' }, { signal: 'supporting' }],
    });
    expect(plainName('Ir. H. M. JOKO TINGKIR, M.T.')).toBe('M. Joko Tingkir');
    expect(plainName('Dr. Sri Wahyuni')).toBe('Sri Wahyuni');
    expect(plainName('ISI NAMA CALON 1')).toBe('ISI NAMA CALON 1');
    expect(splitPair('Satu / Dua')).toEqual(['Satu', 'Dua']);
    expect(splitPair('Satu-Dua')).toBeUndefined();
  });

  it('takes what a merged cell says for the rows below it', () => {
    const result = table(
      ['Daftar calon', '', ''],
      ['', '', ''],
      ['wilayah', 'no urut', 'calon'],
      ['Kabupaten Satu', '1', 'Arunika'],
      ['', '2', 'Bramantara'],
      ['', '', ''],
      ['Kota Dua', '1', 'Citrasena'],
      ['', '2', 'Danurweda'],
    );
    expect(errors(result)).toEqual([]);
    expect(result.pack?.contests.map((contest) => contest.id)).toEqual([
      'pilbup-2030-satu',
      'pilwalkot-2030-dua',
    ]);
    expect(entity(result, 'dua:ticket-2').name).toBe('Danurweda');
    expect(result.places.get('pilwalkot-2030-dua:ticket-2')?.row).toBe(8);
  });

  it('reads lists of parties: no numbers within a list, parties once, and one contest for those of many', () => {
    const rows = ['SATU I', 'DUA II'].flatMap((dapil) =>
      [1, 2].flatMap((party) =>
        ['Nara', 'Bayu'].map((name, at) => [
          dapil,
          String(party),
          `Partai Contoh ${party}`,
          String(at + 1),
          `${name}${dapil.length}${party} Wira`,
        ]),
      ),
    );
    const result = packOfTable(
      [sheet(['dapil', 'party_no', 'party', 'list_no', 'name_on_ballot'], ...rows)],
      { ...options, kind: undefined, region: undefined },
    );
    expect(errors(result)).toEqual([]);
    expect(
      result.pack?.entities
        .filter(({ role }) => role === 'party')
        .map(({ contest, ballotNumber }) => [contest, ballotNumber]),
    ).toEqual([
      ['pileg-2030-partai', 1],
      ['pileg-2030-partai', 2],
    ]);
    expect(result.pack?.entities.filter(({ role }) => role === 'candidate')).toHaveLength(8);
    expect(
      result.pack?.entities.some(
        ({ role, ballotNumber }) => role === 'candidate' && ballotNumber !== undefined,
      ),
    ).toBe(false);
    expect(result.pack?.contests.map(({ region }) => region)).toEqual(['Dua II', null, 'Satu I']);
    expect(result.faults.map(({ code }) => code)).toContain('list-number');
  });

  it('reads dates of phases, day before month', () => {
    const result = table(
      ['calon', 'kampanye', 'masa tenang', 'pemungutan suara'],
      ['Arunika', '25/09/2030 s.d. 23/11/2030', '2030-11-24..2030-11-26', '27-11-2030'],
      ['Bramantara', '', '', ''],
    );
    expect(result.pack?.contests[0]?.phases).toEqual([
      { phase: 'campaign', start: '2030-09-25', end: '2030-11-23' },
      { phase: 'quiet', start: '2030-11-24', end: '2030-11-26' },
      { phase: 'vote', start: '2030-11-27', end: '2030-11-27' },
    ]);
    for (const wrong of ['31/11/2030', 'besok', '2030-11-01 dan 2030-11-02 dan 2030-11-03', '13/13/2030']) {
      expect(readPhase(wrong), wrong).toMatchObject({ fault: { code: 'phase-dates' } });
    }
  });

  it('lists names that several entries bear, but not a ticket and its own person', () => {
    const result = table(
      ['wilayah', 'calon', 'alias calon'],
      ['Satu', 'Arunika Samasta', 'Aru'],
      ['Dua', 'Bramantara', 'ARU'],
      ['Tiga', 'ARUNIKA SAMASTA', ''],
    );
    expect(result.collisions).toMatchObject([
      { text: 'ARU', isSameContest: false },
      { text: 'Arunika Samasta', isSameContest: false },
    ]);
    expect(result.collisions.every(({ entries }) => entries.length === 2)).toBe(true);
  });

  it('writes an alias so that it is read again', () => {
    const kinds = ['nickname', 'initials', 'pair'] as const;
    const signals = [undefined, 'subject', 'supporting'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.constantFrom(...signals),
        fc.constantFrom('Aru', 'ARU', 'Aru-Wulan', 'Bang Aru'),
        fc.boolean(),
        fc.constantFrom('id' as const, 'en' as const),
        (kind, signal, text, isTicket, language) => {
          const alias = { text, kind, ...(signal === undefined ? {} : { signal }) };
          expect(readAlias(writeAlias(alias, language, isTicket), isTicket)).toEqual({ value: alias });
        },
      ),
    );
  });

  it('makes of its own template a pack, in both languages', () => {
    for (const language of ['id', 'en'] as const) {
      const rows = templateRows({ kind: 'mayor', region: 'Kota Contoh', year: 2031, tickets: 2, language });
      const result = packOfTable([sheet(...rows)], { id: 'uji', title: 'Uji', source: 'x x x' });
      expect(errors(result).filter(({ code }) => code !== 'placeholder')).toEqual([]);
      expect(result.pack?.contests[0]).toMatchObject({ id: 'pilwalkot-2031-contoh', kind: 'regent' });
      expect(result.pack?.entities).toHaveLength(6);
    }
  });

  it('asks once for each cell of its template that is to be filled in, and for nothing that comes of it', () => {
    for (const language of ['id', 'en'] as const) {
      const rows = templateRows({ kind: 'regent', year: 2031, tickets: 3, language });
      const result = packOfTable([sheet(...rows)], { id: 'uji', title: 'Uji', source: 'x x x' });
      const headings = rows[0] ?? [];
      const open = rows.flatMap((cells, row) =>
        cells.flatMap((cell, at) => (/^(?:ISI|FILL IN)/.test(cell) ? [`${headings[at]} ${row + 1}`] : [])),
      );
      expect(open).toHaveLength(10);
      expect(errors(result).map(({ code }) => code)).toEqual(open.map(() => 'placeholder'));
      expect(errors(result).map(({ heading, row }) => `${heading} ${row}`)).toEqual(open);
    }
  });
});

describe('files of spreadsheets', () => {
  const rows = 'no urut,calon,wakil\n1,"Arunika, S.E.",Wulandaru\n2,Bramantara,"Citra\nsena"\n';

  it.each([
    ['commas', rows],
    ['the semicolons of Indonesia', rows.replaceAll(',', ';').replace('Arunika;', 'Arunika,')],
    ['tabs', rows.replaceAll(',', '\t').replace('Arunika\t', 'Arunika,')],
    ['a byte order mark', `\uFEFF${rows}`],
    ['CRLF', rows.replaceAll('\n', '\r\n')],
    ['a line that names the separator', `sep=,\r\n${rows.replaceAll('\n', '\r\n')}`],
  ])('with %s', (_name, text) => {
    const result = csv(text);
    expect(errors(result)).toEqual([]);
    expect(entity(result, 'ticket-1').name).toBe('Arunika - Wulandaru');
    // A line end within quotes is a space of the name.
    expect(entity(result, 'ticket-2').name).toBe('Bramantara - Citra sena');
  });

  it('keeps the row numbers of the file', () => {
    expect(csv('sep=;\nno urut;calon\n\n1;Arunika\n1;Bramantara\n').faults).toMatchObject([
      { code: 'source-default', row: 4 },
      { code: 'number-taken', row: 5, column: 'A', parameters: { row: 4 } },
    ]);
  });

  it('tells of a quote that is never closed', () => {
    expect(csv('no urut,calon\n1,"Arunika\n2,Bramantara\n').faults[0]).toMatchObject({
      code: 'quote',
      severity: 'error',
    });
  });

  it('knows UTF-16 with and without its mark', () => {
    const text = 'no urut;calon\r\n1;Arunika\r\n';
    const little = new Uint8Array([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));
    const big = new Uint8Array([...text].flatMap((letter) => [0, letter.charCodeAt(0)]));
    expect(encodingOf(new Uint8Array([0xff, 0xfe, ...little]))).toBe('utf-16le');
    expect(encodingOf(new Uint8Array([0xfe, 0xff, ...big]))).toBe('utf-16be');
    expect([encodingOf(little), encodingOf(big)]).toEqual(['utf-16le', 'utf-16be']);
    expect(encodingOf(new TextEncoder().encode(text))).toBe('utf-8');
    expect(encodingOf(new Uint8Array())).toBe('utf-8');
  });

  it('takes the separator that makes headings, not the one that stands most often', () => {
    expect(splitTable('no urut;calon;wakil\n1;A, B, C, D, E, F;G').separator).toBe(';');
  });
});

/** Every fault names its cell, says what is wrong and how to mend it, in both languages. */
function expectFault(result: ReturnType<typeof table>, code: string, column: string, row = 2): void {
  const fault = errors(result).find((one) => one.code === code);
  expect(fault, `${code}: ${JSON.stringify(errors(result))}`).toMatchObject({
    sheet: 'Lembar1',
    row,
    column,
  });
  for (const dictionary of [id, en]) {
    const { text, fix } = tableText(fault ?? { code: '', parameters: {} }, dictionary);
    expect(`${text}${fix}`).not.toMatch(/\{\w+\}|undefined|table\./);
    expect(tablePlace(fault ?? { sheet: '', row: 0, column: '', heading: '' }, dictionary)).toContain(
      `${column}${row}`,
    );
  }
}

describe('faults of a table', () => {
  it.each([
    ['hashtags', 'Dua Kata', 'hashtag'],
    ['tagar', '#!', 'hashtag'],
    ['akun', 'tim_aru', 'account-site'],
    ['akun', 'tiktok:tim_aru', 'account-site'],
    ['akun', 'x: nama dengan spasi', 'account'],
    ['alias', 'AB (panggilan)', 'two-letters'],
    ['alias', 'A', 'short'],
    ['alias', 'x'.repeat(121), 'long'],
    ['alias', Array.from({ length: 51 }, (_, at) => `Nama ${at}`).join(';'), 'many'],
    ['slogan', 'www.contoh.example', 'address'],
    ['sumber', '=HYPERLINK("http://x";"y")', 'formula'],
    ['jenis', 'lurah', 'kind'],
    ['tahun', '30', 'year'],
    ['peran', 'sopir', 'role'],
    ['keyakinan', 'yakin', 'confidence'],
    ['kampanye', 'besok', 'phase-dates'],
    ['kampanye', '2030-11-23..2030-09-25', 'phase-reversed'],
    ['contoh cocok', '<b>x</b>', 'markup'],
  ])('%s %j: %s', (heading, cell, code) => expectFault(withColumn(heading, cell), code, 'D'));

  it.each([
    ['=1+1', 'formula'],
    ['+62 812', 'formula'],
    ['@SUM(A1)', 'formula'],
    ["=cmd|'/C calc'!A1", 'formula'],
    ['<img src=x onerror=alert(1)>', 'markup'],
    ['__proto__', 'signs'],
    ['Nama \ud800 rusak', 'garbled'],
    ['Nama \uFFFD rusak', 'garbled'],
    ['https://contoh.example', 'address'],
    ['Nama \u202e terbalik', 'markup'],
    ['A'.repeat(19_000), 'long'],
    ['12', 'short'],
  ])('a name %j: %s', (name, code) => expectFault(table(['calon', 'no urut'], [name, '1']), code, 'A'));

  it('a cell of a megabyte', () => {
    const result = table(['calon', 'no urut'], ['A'.repeat(1_000_000), '1'], ['Arunika', '2']);
    expectFault(result, 'huge', 'A');
    expect(JSON.stringify(result.faults).length).toBeLessThan(2_000);
  });

  it('two rows that say the same', () => {
    const result = table(['no urut', 'calon'], ['1', 'Arunika'], ['1', 'Bramantara'], ['3', 'ARUNIKA']);
    expectFault(result, 'number-taken', 'A', 3);
    expectFault(result, 'duplicate-row', 'B', 4);
    // What is refused leaves nobody behind.
    expect(result.pack?.entities).toHaveLength(2);
  });

  it('parties and dates that two rows state differently', () => {
    const lists = packOfTable(
      [
        sheet(
          ['partai', 'nomor partai', 'nama caleg'],
          ['Partai A Baru', '1', 'Arunika'],
          ['Partai A Baru', '2', 'Bramantara'],
        ),
      ],
      { ...options, kind: 'legislature' },
    );
    expectFault(lists, 'party-number-differs', 'B', 3);
    expectFault(
      table(
        ['calon', 'kampanye'],
        ['Arunika', '2030-09-25..2030-11-23'],
        ['Bramantara', '2030-09-26..2030-11-23'],
      ),
      'phase-differs',
      'B',
      3,
    );
    expect(
      errors(
        table(
          ['calon', 'kampanye', 'masa tenang'],
          ['Arunika', '2030-09-25..2030-11-25', '2030-11-24..2030-11-26'],
        ),
      ),
    ).toMatchObject([{ code: 'phase-overlap', row: 2 }]);
  });

  it('what is missing', () => {
    expect(errors(table(['satu', 'dua'], ['a', 'b']))).toMatchObject([{ code: 'no-headings', row: 0 }]);
    expect(errors(table(['no urut', 'calon']))).toMatchObject([{ code: 'no-rows' }]);
    expectFault(table(['no urut', 'calon'], ['1', '']), 'name-missing', 'B');
    expectFault(table(['no urut', 'calon', 'wakil'], ['1', '', 'Bramantara']), 'name-missing', 'B');
    const bare = packOfTable([sheet(['no urut', 'nama'], ['1', 'Arunika'], ['2', 'Bramantara'])], {
      id: 'uji',
      title: 'Uji',
      source: 'x',
    });
    // Said once, not for each row.
    expect(errors(bare).map(({ code }) => code)).toEqual(['kind-missing', 'year-missing']);
    expect(bare.pack).toBeNull();
    expectFault(table(['no urut', 'calon', 'cabup'], ['1', 'Arunika', 'x']), 'heading-twice', 'C', 1);
    expect(table(['no urut', 'calon', '__proto__'], ['1', 'Arunika', 'x']).faults[0]).toMatchObject({
      code: 'heading-unknown',
      severity: 'advice',
      column: 'C',
    });
  });

  it('a sheet of notes beside the table is no fault', () => {
    const result = packOfTable(
      [{ name: 'Catatan', rows: [['Halo', 'dunia']] }, sheet(['no urut', 'calon'], ['1', 'Arunika'])],
      options,
    );
    expect(errors(result)).toEqual([]);
    expect(result.faults[0]).toMatchObject({ code: 'no-headings', severity: 'advice', sheet: 'Catatan' });
  });

  it('each says its words in both languages', () => {
    const codes = Object.keys(en).filter((key) => key.startsWith('table.') && key.endsWith('.text'));
    expect(codes.length).toBeGreaterThan(40);
    for (const key of codes) {
      expect(id).toHaveProperty([key]);
      expect(en).toHaveProperty([key.replace('.text', '.fix')]);
    }
  });
});

/** Names in which no two are alike, and some that are. */
function inventedName(index: number): string {
  const parts = ['ka', 'ru', 'ni', 'sa', 'wi', 'la', 'ma', 'ti', 'po', 'de', 'gu', 'ra'];
  const word = (seed: number) =>
    Array.from({ length: 4 }, (_, at) => parts[Math.floor(seed / 12 ** at) % 12])
      .join('')
      .toUpperCase();
  return index % 97 === 0 ? 'BUDI SANTOSO' : `H. ${word(index)} ${word(index * 7 + 3)}, S.E., M.M.`;
}

describe('a list of ten thousand', () => {
  it('is read in five seconds, with progress and its collisions', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => {
      const dapil = Math.floor(index / 120);
      const party = Math.floor((index % 120) / 7) + 1;
      return `${1101 + dapil},DAERAH ${dapil},${party},Partai Contoh ${party},${(index % 7) + 1},"${inventedName(index)}"`;
    });
    const text = `dapil_code,dapil,party_no,party,list_no,name_on_ballot\n${rows.join('\n')}\n`;
    const steps: number[] = [];
    const started = process.cpuUsage().user;
    const { sheets = [] } = readDelimited(text, 'dct.csv');
    const result = packOfTable(sheets, {
      id: 'dct',
      title: 'DCT',
      source: 'invented',
      year: 2030,
      onProgress: (done) => steps.push(done),
    });
    // Time of the processor, because the machine has other work.
    expect((process.cpuUsage().user - started) / 1_000).toBeLessThan(5_000);
    expect(errors(result)).toEqual([]);
    expect(result.rows).toBe(10_000);
    expect(result.pack?.entities.filter(({ role }) => role === 'candidate')).toHaveLength(10_000);
    expect(steps).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10].map((thousand) => thousand * 1_000));
    expect(result.collisions[0]).toMatchObject({ text: 'Budi Santoso' });
    expect(result.collisions[0]?.entries.length).toBe(Math.ceil(10_000 / 97));
  });
});

describe('whatever the cells hold', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '1',
      '2',
      '=1+1',
      '__proto__',
      'constructor',
      '<script>',
      'x:tim',
      '#a b',
      '2030-01-01',
      '31/02/2030',
      'Arunika',
      'A;B;C',
      '\ud800',
      '"',
      "'",
      'ya',
      'bupati',
      '99999999999',
    ),
  );
  const heading = fc.oneof(
    fc.constantFrom(...TABLE_COLUMNS.map((column) => headingOf(column, 'id'))),
    fc.string({ maxLength: 12 }),
  );

  it('a name is counted in characters: two of them are too short, whatever they are written with', () => {
    const { pack, faults } = packOfTable(
      [sheet(['nomor urut', 'calon', 'pemilihan'], ['1', 'Arunika Samasta', '¡𖠀'])],
      options,
    );
    expect(faults).toContainEqual(expect.objectContaining({ code: 'short', heading: 'pemilihan' }));
    expect(faults).not.toContainEqual(expect.objectContaining({ code: 'form' }));
    expect(pack).toBeNull();
  });

  it('there is a valid pack or none, and faults that can be told', () => {
    fc.assert(
      fc.property(
        fc.array(heading, { minLength: 1, maxLength: 8 }),
        fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 8 }),
        (headings, rows) => {
          const result = packOfTable([sheet(['nomor urut', 'calon', ...headings], ...rows)], options);
          if (result.pack !== null) expect(readPack(result.pack)).toMatchObject({ ok: true });
          for (const fault of result.faults) {
            expect(fault.code).not.toBe('form');
            expect(tableText(fault, en).text).not.toMatch(/^table\./);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('no text makes the reader of CSV fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const result = csv(text);
        if (result.pack !== null) expect(readPack(result.pack)).toMatchObject({ ok: true });
      }),
      { numRuns: 200 },
    );
  });
});
