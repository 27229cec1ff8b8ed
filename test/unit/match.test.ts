import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/core/compile/compile.ts';
import { match } from '../../src/core/matching/match.ts';
import { createRuleIndex } from '../../src/core/matching/rule-index.ts';
import { type Pack, parsePack } from '../../src/core/pack/pack.ts';
import type { Content } from '../../src/core/types.ts';
import { triesOf } from '../extent.ts';
import { testPack } from './test-pack.ts';

const packOf = (id: string): Pack => {
  const result = parsePack(readFileSync(new URL(`../../rules/${id}.json`, import.meta.url), 'utf8'));
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.pack;
};
const builtIn = ['general', 'pilpres-2024'].map(packOf);
const withCommonNames = createRuleIndex(compile([...builtIn, packOf('pilkada-2024-jawa-timur')]));
const rules = createRuleIndex(compile([...builtIn, testPack()]));
const onlyDemo = (id: string) => id === 'demo';

const read = (content: Content | string, isActive: (id: string) => boolean = onlyDemo) =>
  match(typeof content === 'string' ? { text: content } : content, rules, isActive);
/** `entity kind signal "text"` of every finding. */
const found = (content: Content | string) =>
  read(content).findings.map(({ entity, kind, signal, text }) => `${entity} ${kind} ${signal} "${text}"`);

describe('names', () => {
  it('are found whole, in any case, with their span', () => {
    const { level, findings } = read('Kemarin SUTRALA Wijaksa mampir');
    expect(level).toBe('hint');
    expect(findings).toEqual([
      {
        entity: 'demo:sutrala',
        kind: 'name',
        signal: 'subject',
        contest: 'demo',
        field: 'text',
        index: 0,
        start: 8,
        end: 23,
        text: 'SUTRALA Wijaksa',
      },
    ]);
  });

  it('end at word borders', () => {
    expect(found('Sutralawati dan Desutrala')).toEqual([]);
    expect(found('"Sutrala", katanya')).toEqual(['demo:sutrala alias subject "Sutrala"']);
    expect(found('Sutrala-Melodra')).toEqual(['demo:ticket-1 alias subject "Sutrala-Melodra"']);
  });

  it('do not reach across the end of a sentence', () => {
    expect(found('Ada Sutrala. Wijaksa juga')).toEqual([
      'demo:sutrala alias subject "Sutrala"',
      'demo:sutrala alias subject "Wijaksa"',
    ]);
  });

  it('that are a common one misspelt need talk of a debate in their sentence', () => {
    for (const text of ['Pak Anis tegas', 'annis ngomong terus'])
      expect(read(text, () => true).level, text).not.toBe('none');
    for (const text of ['Pak Anis masak', 'annis tidur', 'Pak Anis masak. Kakaknya tegas.'])
      expect(read(text, () => true).level, text).toBe('none');
  });

  it('of which a single word stands alone need seven letters that the lexicon lacks', () => {
    const pack = testPack();
    const entities = pack.entities.map((entity) =>
      entity.id === 'demo:sutrala' ? { ...entity, name: 'Sutrala Wijaks' } : entity,
    );
    const shorter = createRuleIndex(compile([...builtIn, { ...pack, entities }]));
    expect(read('Ada Wijaksa juga').level).toBe('hint');
    expect(match({ text: 'Ada Wijaks juga' }, shorter, onlyDemo).level).toBe('none');
  });

  it('give the longest match, once', () => {
    expect(found('Sutrala Wijaksa - Melodra Kencani')).toEqual([
      'demo:ticket-1 name subject "Sutrala Wijaksa - Melodra Kencani"',
    ]);
  });

  it('of everyday words count in capitals beside another electoral finding only', () => {
    expect(read('SULAP anak-anak di balai desa').level).toBe('none');
    expect(found('Sutrala lihat sulap')).toEqual(['demo:sutrala alias subject "Sutrala"']);
    expect(found('Sutrala datang, SULAP senang')).toEqual([
      'demo:sutrala alias subject "Sutrala"',
      'demo:ticket-1 alias subject "SULAP"',
    ]);
    expect(read('Sutrala datang, SULAP senang').level).toBe('hint');
    expect(found('Coblos SULAP')).toEqual(['demo:ticket-1 phrase campaign "Coblos SULAP"']);
  });

  it('of a contest that is not active do not exist', () => {
    const sleeping = (text: string) => read(text, () => false);
    for (const text of [
      'Sutrala',
      'Saya dukung Sutrala',
      '#SutralaMaju',
      '@TimSutrala',
      'Sutrala sampai tuntas',
    ]) {
      expect(sleeping(text), text).toMatchObject({ level: 'none', findings: [] });
      expect(read(text).level, text).not.toBe('none');
    }
  });
});

describe('support and attack', () => {
  it.each([
    'Saya pilih Sutrala',
    'kami siap dukung Pak Sutrala',
    'Ayo pilih pasangan Sutrala Melodra',
    'jangan pilih Sutrala',
    'asal bukan Sutrala',
    'tolak Sutrala',
    'menangkan Sutrala',
    'coblos Bu Melodra',
  ])('%s is campaign as a whole', (text) => {
    expect(read(text)).toMatchObject({
      level: 'remind',
      findings: [{ kind: 'phrase', signal: 'campaign', text }],
    });
  });

  it('needs a name of an active contest', () => {
    expect(read('saya dukung program vaksin').level).toBe('none');
    expect(read('saya pilih menu ayam').level).toBe('none');
    expect(read('saya pilih. Sutrala datang kemudian, kami dukung').level).toBe('remind');
    expect(found('saya pilih nasi. Sutrala datang')).toContain('demo:sutrala alias subject "Sutrala"');
  });

  it('counts when the name stands in another field', () => {
    expect(read({ text: 'Sutrala mampir ke pasar', own: 'lanjutkan!' }).level).toBe('remind');
    expect(read({ text: 'mampir ke pasar', own: 'lanjutkan!' }).level).toBe('none');
  });

  it('is strong or weak as the pack says', () => {
    expect(read('Sutrala sampai tuntas').level).toBe('remind');
    expect(read('Terang bersama').level).toBe('none');
    expect(read('Terang bersama Melodra').level).toBe('remind');
  });
});

describe('ballot numbers', () => {
  it('belong to the ticket of an active contest, else to nobody', () => {
    expect(found('coblos nomor 2')).toEqual(['demo:ticket-2 number campaign "coblos nomor 2"']);
    expect(found('coblos nomor 7')).toEqual(['general:ballot-number number campaign "coblos nomor 7"']);
    expect(read('coblos nomor 2', () => false).findings).toMatchObject([
      { entity: 'general:ballot-number', contest: null },
    ]);
  });

  it('are one finding, of the contest that the content names, where several contests have the number', () => {
    const all = (content: string | { text: string; own: string }) =>
      read(content, () => true)
        .findings.filter(({ kind }) => kind === 'number')
        .map(({ entity, contest }) => ({ entity, contest }));
    expect(all('coblos nomor 2')).toEqual([{ entity: 'general:ballot-number', contest: null }]);
    expect(all('02 yess')).toEqual([{ entity: 'general:ballot-number', contest: null }]);
    expect(all('Sutrala atau bukan, coblos nomor 2')).toEqual([{ entity: 'demo:ticket-2', contest: 'demo' }]);
    expect(all({ text: 'Vindara Loka tiba', own: 'coblos nomor 2' })).toMatchObject([{ contest: 'demo' }]);
    expect(all('Sutrala dan Anies Baswedan: coblos nomor 2')).toMatchObject([{ contest: null }]);
  });

  it('glued to their word keep it', () => {
    expect(read('paslon02 gaspol').level).toBe('remind');
  });

  it('that are too ordinary need such a ticket', () => {
    expect(read('saya pilih 2').level).toBe('hint');
    expect(read('saya pilih 7').level).toBe('none');
  });
});

describe('hashtags', () => {
  it.each([
    ['#SutralaMaju', 'demo:ticket-1'],
    ['#sutralamelodra', 'demo:ticket-1'],
    ['#MelodraSutrala', 'demo:ticket-1'],
    ['#SutralaMelodra2030', 'demo:ticket-1'],
    ['#Sutrala_Melodra', 'demo:ticket-1'],
    ['#Bragasta2', 'demo:bragasta'],
    ['#Bragasta02', 'demo:bragasta'],
    ['#Bragasta2030', 'demo:bragasta'],
    ['#PilihBragasta', 'demo:bragasta'],
    ['#coblosbragasta', 'demo:bragasta'],
    ['#DukungBragasta', 'demo:bragasta'],
    ['#MenangkanBragasta', 'demo:bragasta'],
    ['#TetapBragasta', 'demo:bragasta'],
    ['#TolakBragasta', 'demo:bragasta'],
    ['#AsalBukanBragasta', 'demo:bragasta'],
    ['#Bravo2030', undefined],
    ['#BRAVO2030', 'demo:ticket-2'],
    ['#Coblos2', 'demo:ticket-2'],
    ['#PilihNomor2', 'demo:ticket-2'],
    ['#Salam2Jari', 'demo:ticket-2'],
    ['#SalamDuaJari', 'demo:ticket-2'],
    ['#2024GantiPresiden', 'general:ganti-presiden'],
  ])('%s', (text, entity) => {
    const expected = entity === undefined ? [] : [{ entity, signal: 'campaign', text }];
    expect(read(text)).toMatchObject({ level: entity === undefined ? 'none' : 'remind', findings: expected });
  });

  it('that only name somebody are a hint', () => {
    for (const text of ['#Sutrala', '#DebatSutrala', '#sutralabragasta', '#Sutrala9']) {
      expect(read(text).level, text).toBe('hint');
    }
  });

  it('with a common name need a cue of elections or a province', () => {
    const read = (text: string) => match({ text }, withCommonNames, () => true).level;
    for (const text of ['#LulukTakutDebat', '#WaktunyaLuluk', '#LulukUntukDKI', '#LulukGubernurSumut'])
      expect(read(text), text).not.toBe('none');
    for (const text of ['#LulukBerenang', '#LulukUntukIbu', '#LulukDiSumut'])
      expect(read(text), text).toBe('none');
  });

  it('hold ballot numbers and unknown names beside cues of elections', () => {
    const read = (text: string) => match({ text }, rules, () => true).level;
    for (const text of ['#SantriDukung01', '#02Melanjutkan', '#XyzzoGubernurJatim', '#XyzzoBupatiKita'])
      expect(read(text), text).toBe('hint');
    for (const text of ['#Pelajaran01', '#PialaGubernurJatim', '#XyzzoGubernurMampir', '#GubernurJatim'])
      expect(read(text), text).toBe('none');
  });

  it('make a common name beside them a candidate where they name an election', () => {
    const read = (text: string) => match({ text }, withCommonNames, () => true).level;
    expect(read('Luluk keren #DebatPilkadaDKI')).not.toBe('none');
    expect(read('Luluk keren #KlubDebat')).toBe('none');
  });

  it('of ordinary life are left alone', () => {
    for (const text of [
      '#amin',
      '#sulap',
      '#2',
      '#02',
      '#nomor1',
      '#GunakanHakPilih',
      '#perubahan',
      '#pilih',
    ]) {
      expect(read(text), text).toMatchObject({ level: 'none', findings: [] });
    }
  });
});

describe('fields', () => {
  it('are all read, in order, and findings say where they stand', () => {
    const name = 'Sutrala';
    const content = {
      text: name,
      own: name,
      author: name,
      handle: 'sutralawijaksa',
      alts: ['foto', name],
      link: name,
      quoted: name,
      group: name,
    };
    const places = read(content).findings.map(({ field, index }) => [field, index]);
    expect(places).toEqual([
      ['text', 0],
      ['own', 0],
      ['author', 0],
      ['handle', 0],
      ['alts', 1],
      ['link', 0],
      ['quoted', 0],
      ['group', 0],
    ]);
  });

  it('make a campaign account or team as author campaign', () => {
    const account = { entity: 'demo:ticket-1', kind: 'account', signal: 'campaign' };
    expect(read({ text: 'Selamat pagi', handle: 'timsutrala' })).toMatchObject({
      level: 'remind',
      findings: [{ ...account, field: 'handle', start: 0, end: 10, text: 'timsutrala' }],
    });
    expect(read({ text: 'Selamat pagi', author: '@TimSutrala' }).findings).toMatchObject([account]);
    expect(read({ text: 'Selamat pagi', author: 'TimSutrala' }).findings).toMatchObject([account]);
    expect(read({ text: 'kata @timsutrala' }).findings).toMatchObject([{ ...account, text: '@timsutrala' }]);
    expect(read({ text: 'Selamat pagi', group: 'Sahabat Sutrala Raya' })).toMatchObject({
      level: 'remind',
      findings: [{ entity: 'demo:team-1', kind: 'account', signal: 'campaign' }],
    });
    expect(read('Sahabat Sutrala Raya rapat').level).toBe('hint');
  });
});

describe('exceptions', () => {
  it('take out what they cover, and only that', () => {
    expect(read('Rumah di Jalan Sutrala').level).toBe('none');
    expect(found('Di Jalan Sutrala, Sutrala mampir')).toEqual(['demo:sutrala alias subject "Sutrala"']);
    expect(read('Sutrala: gunakan hak pilih Anda').level).toBe('hint');
  });
});

describe('ordinary life', () => {
  it.each([
    'Semoga cepat sembuh, amin ya rabbal alamin',
    'AAMIIN',
    'AMIN 🙏🙏',
    'Rapat jam 02.00 di RT 03 RW 05',
    'Nomor HP saya 0812 0203 0405',
    'Pilih menu makan siang apa?',
    'Lanjutkan membaca',
    'Lanjutkan!',
    'no 3 di antrean',
    'Relawan dan kader turun, perubahan jadwal, deklarasi damai, juara, curang, urang, dulur, pilih',
    'Makasih gan, barang sudah sampai',
    'Netralitas ASN harga mati, gunakan hak pilih, saring sebelum sharing',
    'Pelaku diganjar hukuman',
    'Selamat pagi, semangat pagi!',
    'Dukung terus UMKM lokal dan menangkan hadiahnya',
    'Jangan pilih-pilih teman, jangan pilih kasih',
    '',
  ])('%s', (text) => {
    expect(read(text, () => true)).toMatchObject({ level: 'none', findings: [] });
  });
});

describe('an everyday word beside the ballot number of its ticket', () => {
  it.each(['AMIN nomor 1', 'gaspol AMIN no. 1', 'AMIN nomor urut 1', 'AMIN 01'])('%s', (text) => {
    expect(read(text, () => true).level).not.toBe('none');
  });

  it.each(['AMIN nomor 7', 'AMIN 1 kali', 'AMIN. Nomor 1 di kelas'])('%s is nothing', (text) => {
    expect(read(text, () => true).level).toBe('none');
  });
});

describe('properties', () => {
  /** The same cue for each ticket of Pilpres 2024. Windows count words, so the cues of a row have equally many. */
  const cues = [
    ['Anies-Muhaimin', 'Prabowo-Gibran', 'Ganjar-Mahfud'],
    ['Anies Baswedan', 'Prabowo Subianto', 'Ganjar Pranowo'],
    ['Anies', 'Prabowo', 'Ganjar'],
    ['Cak Imin', 'Mas Gibran', 'Mahfud MD'],
    ['AMIN', 'PAGI', 'GAMA'],
    ['amin', 'pagi', 'gama'],
    ['nomor 1', 'nomor 2', 'nomor 3'],
    ['nomor urut 1', 'nomor urut 2', 'nomor urut 3'],
    ['01', '02', '03'],
    ['paslon satu', 'paslon dua', 'paslon tiga'],
    ['salam 1 jari', 'salam 2 jari', 'salam 3 jari'],
    ['#Anies', '#Prabowo', '#Ganjar'],
    ['#AniesMuhaimin2024', '#PrabowoGibran2024', '#GanjarMahfud2024'],
    ['#Anies1', '#Prabowo2', '#Ganjar3'],
    ['#Pilih01', '#Pilih02', '#Pilih03'],
    ['#AMIN2024', '#PAGI2024', '#GAMA2024'],
    ['#AMINajaDulu', '#GibranMendengar', '#GanjarPresidenRakyat'],
    ['Slepet', 'Gemoy', 'satset'],
  ] as const;
  const words = [
    'saya',
    'pilih',
    'coblos',
    'dukung',
    'jangan',
    'asal',
    'bukan',
    'tolak',
    'pak',
    'ayo',
    'siap',
    'menangkan',
    'dan',
    'lanjutkan',
    'relawan',
    'hadir',
    'di',
    'pasar',
    'kemarin',
    '.',
    ',',
    '\n',
    'hak',
    'capres',
    'jam',
    '2024',
  ];

  it('swapping two tickets of a contest never changes the level', () => {
    const part = fc.oneof(
      fc.constantFrom(...words).map((word) => ({ word, cue: -1, ticket: 0 })),
      fc.record({
        word: fc.constant(''),
        cue: fc.integer({ min: 0, max: cues.length - 1 }),
        ticket: fc.integer({ min: 0, max: 2 }),
      }),
    );
    const textOf = (
      parts: readonly { word: string; cue: number; ticket: number }[],
      order: readonly number[],
    ) => parts.map(({ word, cue, ticket }) => cues[cue]?.[order[ticket] ?? 0] ?? word).join(' ');
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 8 }),
        fc.constantFrom([1, 0, 2], [0, 2, 1], [2, 1, 0]),
        (parts, order) => {
          const isActive = (id: string) => id === 'pilpres-2024';
          expect(read(textOf(parts, order), isActive).level).toBe(
            read(textOf(parts, [0, 1, 2]), isActive).level,
          );
        },
      ),
      { numRuns: triesOf(5_000) },
    );
  });

  const tries = triesOf(5_000);
  it(`${tries} random texts: no exception, every span is its text, no overlap of one entity, in order`, () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        ...words,
        ...cues.flat(),
        '#',
        '@',
        '_',
        '\u200b',
        '\u0301',
        '0',
        'no.',
        'urut',
        'jari',
        '%',
        ':',
      ),
    );
    const text = fc
      .tuple(fc.array(piece, { maxLength: 10 }), fc.constantFrom('', ' '))
      .map(([pieces, gap]) => pieces.join(gap));
    fc.assert(
      fc.property(text, text, (main, other) => {
        const content = { text: main, author: other, handle: other, alts: [main, other], group: other };
        const { level, findings } = match(content, rules, () => true);
        let last = { field: '', index: 0, start: 0 };
        const ends = new Map<string, number>();
        for (const { entity, field, index, start, end, text: slice } of findings) {
          const source = field === 'alts' ? content.alts[index] : content[field as 'text'];
          expect(source?.slice(start, end)).toBe(slice);
          expect(slice).not.toBe('');
          if (last.field === field && last.index === index) expect(start).toBeGreaterThanOrEqual(last.start);
          const key = `${entity} ${field} ${index}`;
          expect(start).toBeGreaterThanOrEqual(ends.get(key) ?? 0);
          ends.set(key, end);
          last = { field, index, start };
        }
        expect(findings.length > 0).toBe(level !== 'none');
      }),
      { numRuns: tries },
    );
  });

  it('is bounded on hostile text, and says when it stopped reading', () => {
    for (const unit of [
      'prabowo ',
      'saya pilih anies ',
      '#prabowogibran2024',
      '#a',
      'nomor urut 2 ',
      '\u0301',
      'AMIN ',
    ]) {
      const { truncated } = match({ text: unit.repeat(1_000_000 / unit.length) }, rules, () => true);
      expect(truncated, unit).toBe(true);
    }
    expect(read({ text: 'halo', quoted: 'a '.repeat(11_000) }).truncated).toBe(true);
    expect(read('halo').truncated).toBe(false);
  });
});
