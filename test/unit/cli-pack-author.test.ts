import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { parsePack } from '../../src/core/pack/pack.ts';
import { templatePack } from '../../src/core/pack-table/pack-table-template.ts';
import { authoredPack } from './authored-pack.ts';
import { runCommand } from './command-line.ts';
import { workbook } from './workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'jaga-netral-author-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(at(name), content);
  return at(name);
}

const run = (...args: readonly string[]) => runCommand(['pack', ...args]);

const ROWS = [
  ['no urut', 'calon', 'wakil'],
  [1, 'Arunika Samasta', 'Wulandaru Jatiraga'],
  [],
  [2, 'Bramantara Kusumadi', 'Citrasena Adipuri'],
] as const;
const OPTIONS = ['--kind', 'regent', '--region', 'Kabupaten Contoh', '--year', '2030'];

describe('jaga-netral pack new', () => {
  it('writes a template that import and lint understand, in both languages', async () => {
    for (const language of ['id', 'en']) {
      const csv = at(`templat-${language}.csv`);
      const made = await run(
        'new',
        '--out',
        csv,
        '--year',
        '2030',
        '--region',
        'Kabupaten Contoh',
        '--language',
        language,
      );
      expect(made).toMatchObject({ code: 0, out: '' });
      expect(made.error).toContain('pack import');
      expect(readFileSync(csv, 'utf8')).toMatch(/^\uFEFF.*;.*\r\n/);
      const [text, first] =
        language === 'id'
          ? ['Sel ini masih berisi contoh dari templat, “ISI NAMA CALON 1”', 'sel E2 (“calon”)']
          : [
              'This cell still holds the template’s example, “FILL IN CANDIDATE NAME 1”',
              'cell E2 (“first candidate”)',
            ];
      const pack = at(`templat-${language}.json`);
      const imported = await run('import', csv, '--out', pack, '--language', language);
      const lint = await run('lint', csv, '--language', language);
      for (const { code, told } of [
        { code: imported.code, told: imported.error },
        { code: lint.code, told: lint.out },
      ]) {
        expect(code).toBe(2);
        expect(told).toContain(`${first}: ${text}`);
        // Three names, three deputies, three sources.
        expect(told.match(/^(?:kesalahan|error): /gm)).toHaveLength(9);
      }
      expect(existsSync(pack)).toBe(false);
      const filled = readFileSync(csv, 'utf8')
        .replace(/(?:ISI|FILL IN) (?:SUMBER|SOURCE)[^;]*/g, 'Keputusan KPU Contoh 12/2030')
        .replace(
          /(?:ISI|FILL IN) (?:NAMA|CANDIDATE|DEPUTY)[^;]*?(\d)/g,
          (_, number: string, at: number) =>
            ['Arunika', 'Bramantara', 'Citrasena'][Number(number) - 1] + (at % 2 ? ' Samasta' : ' Adipuri'),
        );
      expect(await run('import', file(`isi-${language}.csv`, filled), '--out', pack)).toMatchObject({
        code: 0,
      });
    }
  });

  it('writes a pack for each kind, with the schema for editors, and replaces no file', async () => {
    for (const kind of ['regent', 'mayor', 'governor', 'president'] as const) {
      const out = at(`${kind}.json`);
      expect(
        (
          await run(
            'new',
            '--out',
            out,
            '--kind',
            kind,
            '--year',
            '2030',
            '--tickets',
            '2',
            '--language',
            'id',
          )
        ).code,
      ).toBe(0);
      const text = readFileSync(out, 'utf8');
      expect(parsePack(text)).toMatchObject({ ok: true });
      expect(text).toContain('pack.schema.json');
    }
    expect(await run('new', '--out', at('regent.json'))).toMatchObject({
      code: 2,
      error: expect.stringContaining('is there already'),
    });
  });

  it('is the example in docs', async () => {
    for (const name of ['template-regency.csv', 'template-regency.json']) {
      const out = at(name);
      await run('new', '--out', out, '--region', 'Kabupaten Contoh', '--year', '2030', '--language', 'id');
      const docs = readFileSync(join(import.meta.dirname, '../../docs/examples', name), 'utf8');
      const contentOf = (text: string) =>
        name.endsWith('.json') ? { ...JSON.parse(text), $schema: '' } : text;
      expect(contentOf(readFileSync(out, 'utf8'))).toEqual(contentOf(docs));
    }
  });

  it.each([
    [['--out', 'a.pdf'], 'usage'],
    [[], 'usage'],
    [['--out', 'a.csv', '--kind', 'village'], '--kind'],
    [['--out', 'a.csv', '--year', 'soon'], '--year'],
    [['--out', 'a.csv', '--tickets', '0'], '--tickets'],
    [['--out', 'a.csv', '--region', 'x'], '--region'],
    [['--out', 'a.csv', '--language', 'jv'], '--language'],
    [['--out', '/nowhere/at/all/a.csv'], 'cannot be written'],
  ])('refuses %j', async (args, said) => {
    expect(await run('new', ...args)).toMatchObject({ code: 2, error: expect.stringContaining(said) });
  });
});

describe('jaga-netral pack import', () => {
  it('reads a workbook, with its own row numbers', async () => {
    const source = file('Bupati Contoh 2030.xlsx', workbook({ Catatan: [['Halo']], Calon: ROWS }));
    const out = at('contoh.json');
    const result = await run(
      'import',
      source,
      '--out',
      out,
      '--kind',
      'regent',
      '--region',
      'Kabupaten Contoh',
    );
    expect(result).toMatchObject({ code: 0, out: '' });
    expect(result.error).toContain('year 2030, from the name of the file');
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
      id: 'bupati-contoh-2030',
      title: 'Bupati Contoh 2030',
      contests: [{ id: 'pilbup-2030-contoh' }],
    });
    const broken = file('rusak.xlsx', workbook({ Calon: [...ROWS, [2, 'Danurweda', 'Ekalaya']] }));
    const refused = await run('import', broken, '--out', at('rusak.json'), ...OPTIONS, '--language', 'en');
    expect(refused.code).toBe(2);
    expect(refused.error).toContain('sheet “Calon”, cell A5 (“no urut”): Ballot number 2 is taken by row 4');
    expect(refused.error).toContain('nothing is written');
    expect(() => readFileSync(at('rusak.json'))).toThrow(/ENOENT/);
  });

  it('reads UTF-16, and what is no text at all is told', async () => {
    const text = 'no urut\tcalon\r\n1\tArunika\r\n2\tBramantara\r\n';
    const utf16 = file('utf16.csv', new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]));
    expect((await run('import', utf16, '--out', at('utf16.json'), ...OPTIONS)).code).toBe(0);
    const latin = file(
      'latin.csv',
      Buffer.from('no urut;calon\r\n1;Ren\u00e9 Arunika\r\n2;Bramantara\r\n', 'latin1'),
    );
    expect((await run('import', latin, '--out', at('latin.json'), ...OPTIONS)).code).toBe(0);
    expect(readFileSync(at('latin.json'), 'utf8')).toContain('René Arunika');
    const old = file('lama.csv', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]));
    expect(await run('import', old, '--out', at('x.json'), '--language', 'en')).toMatchObject({
      code: 2,
      error: expect.stringContaining('old Excel file'),
    });
    const zip = file('bukan.xlsx', zipSync({ 'a.txt': strToU8('x') }));
    expect(await run('import', zip, '--out', at('x.json'), '--language', 'en')).toMatchObject({
      code: 2,
      error: expect.stringContaining('cannot be read as .xlsx'),
    });
    const zeros = '0'.repeat(70_000_000);
    const bombs = {
      'bom.xlsx': zipSync({ 'xl/worksheets/sheet1.xml': strToU8(zeros) }, { level: 1 }),
      'jauh.xlsx': workbook({ Calon: ROWS }, 'XFD200000'),
      'tersamar.xlsx': workbook({ Calon: ROWS }, '&#88;FD200000'),
    };
    for (const [name, bytes] of Object.entries(bombs)) {
      expect(
        await run('import', file(name, bytes), '--out', at('x.json'), '--language', 'en'),
        name,
      ).toMatchObject({ code: 2, error: expect.stringContaining('larger inside than a list of candidates') });
    }
    const large = file('besar.csv', new Uint8Array(20_000_001));
    expect(await run('import', large, '--out', at('x.json'), '--language', 'en')).toMatchObject({
      code: 2,
      error: expect.stringContaining('too large (21 MB)'),
    });
  });

  it('says which names several entries bear, and on which rows', async () => {
    const source = file(
      'sama.csv',
      'wilayah;calon;sumber\nSatu;Arunika Samasta;KPU Satu\nDua;Arunika Samasta;KPU Dua\n',
    );
    const { error } = await run(
      'import',
      source,
      '--out',
      at('sama.json'),
      '--kind',
      'regent',
      '--year',
      '2030',
    );
    expect(error).toMatch(/1 names belong to several entries.*\n {2}Arunika Samasta: rows \d, \d\n/);
  });

  it.each([
    [['tidak-ada.csv', '--out', 'a.json'], 'cannot be read'],
    [['a.csv'], 'usage'],
    [['a.csv', 'b.csv', '--out', 'a.json'], 'usage'],
    [['a.csv', '--out', 'a.json', '--kind', 'lurah'], '--kind'],
    [['a.csv', '--out', 'a.json', '--year', '20'], '--year'],
    [['a.csv', '--out', 'a.json', '--id', 'Ada Spasi'], '--id'],
    [['a.csv', '--out', 'a.json', '--wrong'], 'usage'],
  ])('refuses %j', async (args, said) => {
    expect(await run('import', ...args)).toMatchObject({ code: 2, error: expect.stringContaining(said) });
  });
});

describe('jaga-netral pack lint', () => {
  it('exits with 0 for a pack without errors and with 2 for one that has some', async () => {
    const good = file('baik.json', JSON.stringify(authoredPack(), null, 2));
    expect(await run('lint', good, '--language', 'en')).toMatchObject({
      code: 0,
      out: '',
      error: 'errors: 0, advice: 0\n',
    });
    const pack = authoredPack();
    for (const entity of pack.entities) if (entity.ballotNumber === 1) entity.source = '-';
    const bad = file('buruk.json', JSON.stringify(pack, null, 2));
    const english = await run('lint', bad, '--language', 'en');
    expect(english).toMatchObject({ code: 2, error: 'errors: 1, advice: 0\n' });
    expect(english.out).toMatch(/^error: line \d+: The source of .* says nothing/);
    expect((await run('lint', bad, '--language', 'id')).out).toMatch(
      /^kesalahan: baris \d+: Sumber .* tidak menyebut apa pun/,
    );
  });

  it('speaks of rows where the pack came from a spreadsheet', async () => {
    const source = file(
      'lint.csv',
      'no urut;calon;tagar\n1;Arunika Samasta;AruMaju\n2;Bramantara Kusumadi;\n',
    );
    const { code, out } = await run('lint', source, ...OPTIONS, '--language', 'en');
    expect(code).toBe(2);
    expect(out).toContain('sheet “lint.csv”, row 3: Bramantara Kusumadi has no hashtags');
  });

  it('has nothing to say of the example in docs/packs.md', async () => {
    const docs = readFileSync(join(import.meta.dirname, '../../docs/packs.md'), 'utf8');
    const example = /```json\n([\s\S]*?)```/.exec(docs)?.[1] ?? '';
    expect(await run('lint', file('contoh-dokumen.json', example), '--language', 'en')).toMatchObject({
      code: 0,
      out: '',
    });
  });

  it('compares with packs that are to stand beside it, and refuses those that cannot stand beside each other', async () => {
    const pack = file('kabupaten.json', JSON.stringify(authoredPack()));
    const other = (id: string) => JSON.stringify({ ...authoredPack(), id, title: `Provinsi ${id}` });
    const province = file('provinsi.json', other('provinsi-a'));
    const told = await run('lint', pack, '--beside', province, '--language', 'en');
    expect(told).toMatchObject({ code: 2, out: expect.stringContaining('“Provinsi provinsi-a”') });
    const twin = file('kembar.json', other('provinsi-b'));
    expect(await run('lint', pack, '--beside', province, '--beside', twin)).toMatchObject({
      code: 2,
      error: expect.stringContaining('cannot stand beside each other'),
    });
  });

  it('lets a pack of ours keep its id, and no other', async () => {
    const ours = join(import.meta.dirname, '../../rules/pilkada-2024-jambi.json');
    expect(await run('lint', ours)).toMatchObject({ code: 0 });
    const copy = file('salinan.json', readFileSync(ours, 'utf8'));
    expect(await run('lint', copy, '--language', 'en')).toMatchObject({
      code: 2,
      out: expect.stringContaining('that the extension brings along'),
    });
  });
});

describe('jaga-netral pack test', () => {
  const pack = () => {
    const made = authoredPack();
    for (const entity of made.entities)
      if (entity.ballotNumber === 1) entity.examples.match.push('Selamat pagi semuanya');
    return made;
  };

  it('runs the examples and says of each that fails what was found', async () => {
    const good = file('lulus.json', JSON.stringify(authoredPack()));
    expect(await run('test', good)).toMatchObject({ code: 0, out: 'examples: 12 of 12 do what they say\n' });
    const { code, out } = await run('test', file('gagal.json', JSON.stringify(pack())), '--language', 'en');
    expect(code).toBe(2);
    expect(out).toContain(
      'missed: "Selamat pagi semuanya" must find Brantasena Walukarta - Mirandika Sulasmara\n      nothing was found',
    );
  });

  it('prints recall, alarm rate and reasons for a corpus in each of its forms', async () => {
    const lines = [
      { text: 'Ayo coblos nomor 1', expect: 'remind' },
      { text: 'Brantasena Walukarta tiba di pasar', expect: 'hint' },
      { text: 'Selamat pagi', expect: true },
      { text: 'Besok coblos nomor 2', expect: false },
      { text: 'Kartosubrata Wirangga hadir', level: 'none' },
      { text: '', own: 'coblos nomor 1', expect: null },
      { text: 'Pagi' },
    ];
    const corpus = file('korpus.jsonl', `${lines.map((line) => JSON.stringify(line)).join('\n')}\n\n`);
    const good = file('korpus.json', JSON.stringify(authoredPack()));
    const { code, out } = await run('test', good, '--corpus', corpus, '--language', 'en');
    expect(code).toBe(0);
    expect(out).toContain('recall      66.7 % (2 of 3)');
    expect(out).toContain('alarm rate  50.0 % (1 of 2), small signs 50.0 % (1 of 2)');
    expect(out).toContain('unlabelled  50.0 % (1 of 2)');
    expect(out).toContain('missed, line 3: "Selamat pagi"\n      nothing was found');
    expect(out).toMatch(
      /alarm, line 4: .*\n {6}"coblos nomor 2" → Kartosubrata.*: ballot number, exact, enough by itself/,
    );
    const short = await run('test', good, '--corpus', corpus, '--top', '0', '--language', 'en');
    expect(short.out).toContain('… and 3 more');
    const wrong = file('salah.jsonl', '{"text":1}\nx\n[]\n{"text":"a","expect":"yes"}\n');
    const refused = await run('test', good, '--corpus', wrong);
    expect(refused.code).toBe(2);
    expect(refused.error.split('\n').filter((line) => /salah\.jsonl:\d: /.test(line))).toHaveLength(4);
    expect(await run('test', good, '--corpus', at('tidak-ada.jsonl'))).toMatchObject({ code: 2 });
    expect(await run('test', at('rusak-sekali.json'))).toMatchObject({ code: 2 });
  });
});

describe('jaga-netral pack diff', () => {
  it('names what came, what went, what changed, and ordinary sentences that are flagged', async () => {
    const before = authoredPack();
    const after = authoredPack({ tickets: 3 });
    after.phrases.push({
      id: 'p',
      text: 'hari ini',
      strength: 'strong',
      kind: 'support',
      language: 'id',
      source: 's',
      confidence: 'in_use',
    });
    after.entities = after.entities.filter(({ name }) => name !== 'Mirandika Sulasmara');
    for (const entity of after.entities) {
      if (entity.ballotNumber === 1) entity.members = ['uji-2030-regent:a1'];
      if (entity.ballotNumber === 2) Object.assign(entity, { ballotNumber: 7, source: 'other' });
    }
    const { code, out } = await run(
      'diff',
      file('lama.json', JSON.stringify(before)),
      file('baru.json', JSON.stringify(after)),
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^\+4 \/ −1 entries, 2 changed\n/);
    expect(out).toContain('+ Pramudyaksa Tirtabuwana - Sekarwangi Adisutra (uji-2030-regent:ticket-3)');
    expect(out).toContain('− Mirandika Sulasmara (uji-2030-regent:b1)');
    expect(out).toContain('    ballotNumber: 2 → 7\n');
    expect(out).toContain('source (not read by matching): "invented for this test" → "other"');
    expect(out).toContain('the version is the same');
    expect(out).toMatch(/flagged: 0 of \d+ before, [1-9]\d* of \d+ after\n.*"hari ini" → hari ini/);
    expect(await run('diff', at('lama.json'))).toMatchObject({ code: 2 });
  });

  it('makes a template equal to itself', async () => {
    const same = file(
      'sama-saja.json',
      JSON.stringify(templatePack({ kind: 'regent', year: 2030, tickets: 2, language: 'id' })),
    );
    expect((await run('diff', same, same)).out).toMatch(/^\+0 \/ −0 entries, 0 changed\n/);
  });
});

describe('jaga-netral pack', () => {
  it('helps with each command', async () => {
    const { out } = await run('--help');
    for (const name of ['new', 'import', 'lint', 'test', 'diff']) {
      expect(out).toContain(`pack ${name} `);
      expect((await run(name, '--help')).out).toContain(`pack ${name}`);
    }
  });
});
