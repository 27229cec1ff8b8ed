import './fake-browser.ts';
import { describe, expect, it } from 'vitest';
import { readPack } from '../../src/core/pack/pack.ts';
import { packDifference } from '../../src/core/pack/pack-difference.ts';
import { lintFile } from '../../src/core/pack-lint/pack-lint.ts';
import { lintPlaceholders, openSources } from '../../src/core/pack-lint/pack-lint-placeholders.ts';
import { tablePlace } from '../../src/core/pack-lint/pack-lint-text.ts';
import { templatePack, templateRows } from '../../src/core/pack-table/pack-table-template.ts';
import { addOutcome, createTally, outcomeOf } from '../../src/core/trial/pack-trial.ts';
import en from '../../src/locales/author.en.json' with { type: 'json' };
import id from '../../src/locales/author.id.json' with { type: 'json' };
import {
  type Draft,
  draftOfJson,
  fileNameOf,
  rowsOf,
  withContest,
  withEntity,
  withNewText,
  withNumber,
  withoutEntity,
  withoutText,
  withPhaseDay,
  withText,
  withTicket,
} from '../../src/pages/author/draft.ts';
import { filledIn } from '../../src/pages/author/filled-in.ts';
import { saidOf } from '../../src/pages/author/issue-groups.ts';
import { openFile } from '../../src/pages/author/open-file.ts';
import { openText } from '../../src/pages/author/opening.ts';
import { entryOf, errorsByIndex } from '../../src/pages/author/rows.ts';
import { writeDelimited } from '../../src/shared/delimited-table.ts';
import type { LoadReader } from '../../src/shared/read-sheets.ts';
import { readWorkbook } from '../../src/shared/xlsx-table.ts';
import { authoredPack } from './authored-pack.ts';
import { workbook } from './workbook.ts';

const DEFAULTS = { kind: 'regent', region: 'Kabupaten Contoh', year: 2030 } as const;

describe('the draft of the page', () => {
  it('shows tickets by number with their persons below', () => {
    const rows = rowsOf(authoredPack({ emptyColumn: true }));
    expect(rows.map(({ entity, isMember }) => [entity.ballotNumber ?? 0, isMember])).toEqual([
      [1, false],
      [0, true],
      [0, true],
      [2, false],
      [0, true],
      [0, true],
      [3, false],
    ]);
    expect(
      rows.map(({ index, entity }) => authoredPack({ emptyColumn: true }).entities[index]?.id === entity.id),
    ).not.toContain(false);
  });

  it('calls a ticket by its persons', () => {
    const draft = authoredPack();
    const at = draft.entities.findIndex(({ name }) => name === 'Mirandika Sulasmara');
    const changed = withEntity(draft, at, { name: 'Nilakandi Purnama' });
    expect(changed.entities.find(({ ballotNumber }) => ballotNumber === 1)?.name).toBe(
      'Brantasena Walukarta - Nilakandi Purnama',
    );
    expect(draft.entities[at]?.name).toBe('Mirandika Sulasmara');
  });

  it('adds a ticket with two persons, and takes it away with them', () => {
    const draft = authoredPack();
    const more = withTicket(draft, 'uji-2030-regent');
    expect(more.entities).toHaveLength(9);
    const named = more.entities.reduce(
      (pack, { role, name }, index) =>
        role === 'candidate' && name === '' ? withEntity(pack, index, { name: `Orang Baru ${index}` }) : pack,
      more,
    );
    expect(readPack(named)).toMatchObject({ ok: true });
    const at = more.entities.findIndex(({ ballotNumber }) => ballotNumber === 3);
    expect(withoutEntity(more, at)).toEqual(draft);
    expect(withTicket(more, 'uji-2030-regent').entities.map(({ id }) => id)).toHaveLength(12);
    expect(
      new Set(withTicket(withoutEntity(more, 0), 'uji-2030-regent').entities.map(({ id }) => id)).size,
    ).toBe(11);
  });

  it('adds a phrase and an exception with ids of their own, changes and removes them', () => {
    const draft = authoredPack();
    const more = withNewText(withNewText(withNewText(draft, 'phrases'), 'phrases'), 'exceptions');
    expect(readPack(more)).toMatchObject({ ok: false });
    const said = withText(
      withText(withText(more, 'phrases', 0, { text: 'rapatkan barisan' }), 'phrases', 1, {
        text: 'satu komando',
        strength: 'strong',
      }),
      'exceptions',
      0,
      { text: 'Jalan Walukarta' },
    );
    expect(readPack(said)).toMatchObject({ ok: true });
    expect(said.phrases.map(({ text, strength }) => [text, strength])).toEqual([
      ...draft.phrases.map(({ text, strength }) => [text, strength]),
      ['rapatkan barisan', 'weak'],
      ['satu komando', 'strong'],
    ]);
    const again = withNewText(withoutText(more, 'phrases', 0), 'phrases');
    expect(new Set(again.phrases.map(({ id }) => id)).size).toBe(again.phrases.length);
    expect(withoutText(withNewText(draft, 'exceptions'), 'exceptions', draft.exceptions.length)).toEqual(
      draft,
    );
  });

  it('counts errors by entry, and knows which entry an issue is about', () => {
    const issue = { severity: 'error', code: 'x', entry: '', parameters: {} } as const;
    const issues = [
      { ...issue, path: ['phrases', 1, 'text'] },
      { ...issue, path: ['phrases', 1] },
      { ...issue, path: ['phrases', 0], severity: 'advice' as const },
      { ...issue, path: ['entities', 1] },
      { ...issue, path: ['contests', 0] },
      { ...issue, path: [] },
    ];
    expect([...errorsByIndex(issues, 'phrases')]).toEqual([[1, 2]]);
    expect([...errorsByIndex(issues, 'exceptions')]).toEqual([]);
    expect(issues.map(entryOf)).toEqual([
      { part: 'phrases', index: 1 },
      { part: 'phrases', index: 1 },
      { part: 'phrases', index: 0 },
      { part: 'entities', index: 1 },
      undefined,
      undefined,
    ]);
  });

  it('calls a contest by its region and year, and the pack by its contest, until they have names of their own', () => {
    for (const kind of ['regent', 'mayor'] as const) {
      const spoken = kind === 'mayor' ? 'Pemilihan Wali Kota' : 'Pemilihan Bupati';
      const draft = templatePack({ kind, year: 2030, tickets: 1, language: 'id' });
      const typed = ['', 'K', 'Kabupaten ', 'Kabupaten Contoh'].reduce(
        (pack, region) => withContest(pack, 0, { region: region === '' ? null : region }),
        draft,
      );
      expect(typed).toMatchObject({
        title: `${spoken} Contoh 2030`,
        contests: [{ region: 'Kabupaten Contoh', name: `${spoken} Contoh 2030` }],
      });
      expect(withContest(typed, 0, { year: 2035 }).contests[0]?.name).toBe(`${spoken} Contoh 2035`);
      expect(withContest(typed, 0, { kind: 'governor' }).title).toBe('Pemilihan Gubernur Contoh 2030');
      const own = withContest({ ...typed, title: 'Daftar kami' }, 0, { name: 'Pemilihan ulang' });
      expect(withContest(own, 0, { region: 'Kabupaten Lain' })).toMatchObject({
        title: 'Daftar kami',
        contests: [{ name: 'Pemilihan ulang' }],
      });
    }
  });

  it('writes a source where the template would have it from the same cell, and leaves one that has its own', () => {
    const first = templatePack({ kind: 'regent', year: 2030, tickets: 2, language: 'id' });
    const sources = openSources(first);
    const type = (draft: Draft, id: string, ...texts: readonly string[]) =>
      texts.reduce((before, source) => {
        const at = before.entities.findIndex((entity) => entity.id === id);
        return filledIn(sources, before, withEntity(before, at, { source }));
      }, draft);
    const [one, two, ...persons] = ['ticket-1', 'ticket-2', 'calon-1', 'wakil-1', 'calon-2', 'wakil-2'].map(
      (slug) => `pilbup-2030-daerah:${slug}`,
    ) as [string, string, ...string[]];
    const sourcesOf = ({ source, contests, entities }: Draft) => [
      source,
      contests[0]?.source,
      ...[one, ...persons, two].map((id) => entities.find((entity) => entity.id === id)?.source),
    ];
    const example = first.source;
    const typed = type(first, one, 'K', 'KP', 'KPU 1');
    expect(sourcesOf(typed)).toEqual([
      ...['KPU 1', 'KPU 1', 'KPU 1', 'KPU 1', 'KPU 1'],
      ...[example, example, example],
    ]);
    const apart = type(type(first, persons[0] ?? '', 'Koran'), one, 'K', 'KPU 1');
    expect(sourcesOf(apart).slice(2, 5)).toEqual(['KPU 1', 'Koran', 'KPU 1']);
    const all = type(typed, two, 'KPU 2');
    expect(sourcesOf(all).slice(5)).toEqual(['KPU 2', 'KPU 2', 'KPU 2']);
    expect(lintPlaceholders(all).map(({ path }) => path.at(-1))).not.toContain('source');
    // A pack that was no template keeps what it says of each.
    const pack = authoredPack();
    const changed = withEntity(pack, 0, { source: 'Lain' });
    expect(filledIn(openSources(pack), pack, changed)).toEqual(changed);
  });

  it('says of a table that is not filled in what the command line says of its cells, once', () => {
    const rows = templateRows({ kind: 'regent', year: 2030, tickets: 3, language: 'id' });
    const { draft, faults, cells } = openText(writeDelimited(rows), 'templat.csv', {
      ...DEFAULTS,
      region: undefined,
    });
    const places = cells.map(({ fault }) => tablePlace(fault, id));
    expect(places).toEqual(
      [
        'sel C2 (“wilayah”)',
        ...[2, 3, 4].map((row) => `sel E${row} (“calon”)`),
        ...[2, 3, 4].map((row) => `sel F${row} (“wakil”)`),
        ...[2, 3, 4].map((row) => `sel N${row} (“sumber”)`),
      ].map((cell) => `lembar “templat.csv”, ${cell}`),
    );
    expect(faults.map(({ code }) => code)).not.toContain('placeholder');
    const issues = lintFile(JSON.stringify(draft), { beside: [], isQuick: true }).issues.filter(
      ({ code }) => code === 'placeholder',
    );
    const said = issues.map((issue) => saidOf(issue, cells, id));
    expect(said.map(({ place }) => place).sort()).toEqual(places.sort());
    expect(said[0]?.text).toBe('Sel ini masih berisi contoh dari templat, “ISI NAMA DAERAH”.');
    // An example to find is no field of lint: the table tells of it.
    const other = openText(
      'no urut;calon;contoh harus terdeteksi\n1;Arunika Adi;ISI CONTOH\n',
      'a.csv',
      DEFAULTS,
    );
    expect(other.cells).toEqual([]);
    expect(other.faults.map(({ code }) => code)).toContain('placeholder');
  });

  it('names the field of a pack that is not filled in, with its entry', () => {
    const issues = lintPlaceholders(templatePack({ kind: 'regent', year: 2030, tickets: 1, language: 'en' }));
    expect(
      issues.map((issue) => saidOf(issue, [], en)).map(({ place, text }) => `${place}: ${text}`),
    ).toEqual([
      'Pemilihan Bupati FILL IN NAME OF THE REGION 2030: Region: This field still holds the template’s example, “FILL IN NAME OF THE REGION”.',
      'Name: This field still holds the template’s example, “FILL IN CANDIDATE NAME 1”.',
      'Name: This field still holds the template’s example, “FILL IN DEPUTY NAME 1”.',
      'FILL IN CANDIDATE NAME 1 - FILL IN DEPUTY NAME 1: Source: This field still holds the template’s example, “FILL IN SOURCE, such as a decision of the KPU”.',
    ]);
  });

  it('has a number or none at all', () => {
    const draft = authoredPack();
    const at = draft.entities.findIndex(({ ballotNumber }) => ballotNumber === 1);
    expect(withNumber(draft, at, undefined).entities[at]).not.toHaveProperty('ballotNumber');
    expect(withNumber(draft, at, 5).entities[at]?.ballotNumber).toBe(5);
  });

  it('keeps phases in their order and forgets one without days', () => {
    const start = withPhaseDay({ phases: [] }, 'vote', 'start', '2030-11-27');
    expect(start).toEqual([{ phase: 'vote', start: '2030-11-27', end: '' }]);
    const both = withPhaseDay(
      { phases: withPhaseDay({ phases: start }, 'vote', 'end', '2030-11-27') },
      'campaign',
      'start',
      '2030-09-25',
    );
    expect(both.map(({ phase }) => phase)).toEqual(['campaign', 'vote']);
    expect(withPhaseDay({ phases: start }, 'vote', 'start', '')).toEqual([]);
  });

  it('opens packs and tables, and nothing else', async () => {
    const pack = authoredPack();
    expect(openText(JSON.stringify(pack), 'a.json', DEFAULTS)).toMatchObject({ draft: pack, issues: [] });
    const other = openText('\uFEFF {"id": 1}', 'a.json', DEFAULTS);
    expect(other.draft).toBeNull();
    expect(new Set(other.issues.map(({ code }) => code))).toEqual(new Set(['form-type', 'form-missing']));
    expect(draftOfJson(null)).toBeNull();
    expect(draftOfJson([])).toBeNull();
    expect(draftOfJson({ ...pack, entities: 1 })).toBeNull();
    const table = openText('no urut;calon\n1;Arunika\n2;Bramantara\n', 'Bupati (baru).csv', DEFAULTS);
    expect(table.draft).toMatchObject({
      id: 'bupati-baru',
      title: 'Bupati (baru)',
      contests: [{ region: 'Kabupaten Contoh', year: 2030 }],
    });
    expect(readPack(table.draft)).toMatchObject({ ok: true });
    expect(
      openText('no urut;calon\n1;Arunika\n', '<.csv', { ...DEFAULTS, kind: 'mayor' }).draft,
    ).toMatchObject({ id: 'paket', contests: [{ id: 'pilwalkot-2030-contoh' }] });
    const open = (content: BlobPart, name: string, load?: LoadReader) =>
      openFile(new File([content], name), DEFAULTS, load);
    const bytes = (...values: readonly number[]) => new Uint8Array(values);
    const codes = ({ faults }: Awaited<ReturnType<typeof open>>) => faults.map(({ code }) => code);
    expect((await open(JSON.stringify(pack), 'a.txt')).draft).toEqual(pack);
    expect(codes(await open(bytes(0xd0, 0xcf, 0x11, 0xe0), 'a.xls'))).toEqual(['old-excel']);
    expect(codes(await open(new Uint8Array(8_000_001), 'a.csv'))).toEqual(['large']);
    const xlsx = new Uint8Array(
      workbook({
        Calon: [
          ['no urut', 'calon'],
          [1, 'Arunika Samasta'],
          [2, 'Bramantara Kusumadi'],
        ],
      }),
    );
    const read = async () => ({ readWorkbook });
    const { draft } = await open(xlsx, 'a.xlsx', read);
    expect(
      draft?.entities.flatMap(({ name, ballotNumber }) => (ballotNumber ? [[ballotNumber, name]] : [])),
    ).toEqual([
      [1, 'Arunika Samasta'],
      [2, 'Bramantara Kusumadi'],
    ]);
    expect(codes(await open(bytes(0x50, 0x4b, 3, 4), 'a.xlsx', read))).toEqual(['not-xlsx']);
    expect(codes(await open(xlsx, 'a.xlsx', () => Promise.reject(new Error('gone'))))).toEqual(['xlsx-page']);
    expect(fileNameOf({ ...pack, id: '../../etc' })).toBe('etc.json');
    expect(fileNameOf({ ...pack, id: '' })).toBe('paket.json');
  });
});

describe('what comes of a line of a corpus', () => {
  it.each([
    ['remind', 'remind', 'right'],
    ['hint', 'remind', 'missed'],
    ['remind', 'hint', 'right'],
    ['hint', 'hint', 'right'],
    ['none', 'hint', 'missed'],
    ['none', 'none', 'right'],
    ['hint', 'none', 'sign'],
    ['remind', 'none', 'alarm'],
    ['hint', null, 'flagged'],
    ['none', null, 'quiet'],
  ] as const)('%s where %s was expected: %s', (level, expected, outcome) => {
    expect(outcomeOf(level, expected)).toBe(outcome);
    const tally = createTally();
    addOutcome(tally, outcome, expected);
    expect(tally.expected + tally.ordinary + tally.unlabelled).toBe(1);
    expect([tally.found, tally.alarms, tally.signs, tally.flagged]).toEqual([
      Number(outcome === 'right' && expected !== 'none'),
      Number(outcome === 'alarm'),
      Number(outcome === 'sign'),
      Number(outcome === 'flagged'),
    ]);
  });
});

describe('the difference of two packs', () => {
  it('is none where only the order of keys differs', () => {
    const pack = authoredPack({ hasPairs: true });
    const turned = JSON.parse(JSON.stringify(pack)) as typeof pack;
    for (const entity of turned.entities)
      entity.aliases = entity.aliases.map(({ text, kind }) => ({ kind, text }));
    expect(packDifference(pack, turned)).toEqual({ added: [], removed: [], changed: [], head: [] });
    turned.title = 'Lain';
    turned.contests = [];
    expect(packDifference(pack, turned)).toMatchObject({
      removed: [{ part: 'contests', name: 'Pemilihan uji coba 2030' }],
      head: [{ field: 'title', before: '"Paket uji coba"', after: '"Lain"' }],
    });
  });
});
