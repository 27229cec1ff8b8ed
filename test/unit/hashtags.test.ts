import { describe, expect, it } from 'vitest';
import { findGlued, namesInside } from '../../src/core/matching/glued.ts';
import {
  areCued,
  createPieceIndex,
  namesInCamelCase,
  type PieceIndex,
  piecesAsTokens,
  splitHashtag,
} from '../../src/core/matching/hashtags.ts';
import type { CompiledTerm } from '../../src/core/rule-file/rules.ts';
import { createEngine } from '../evidence/engine.ts';

function term(words: string, change: Partial<CompiledTerm> = {}): CompiledTerm {
  return { tokens: words.split(' '), entry: 0, kind: 'name', signal: 'subject', ...change };
}

const name = term('sutrala');
const whole = term('sutrala wijaksa');
const short = term('vin', { kind: 'alias' });
const fourLetters = term('vina', { kind: 'alias' });
const common = term('handayani', { signal: 'supporting' });
const pair = term('rukmini handayani', { signal: 'supporting', pair: 1 });
const slogan = term('ayo', { kind: 'slogan', signal: 'supporting' });
const phrase = term('terang bersama', { kind: 'phrase', signal: 'supporting' });
const exception = term('jalan sutrala', { kind: 'exception' });
const named = term('pilih', { kind: 'alias' });
const number = term('2', { kind: 'number' });
const tag = term('#sutralamaju', { kind: 'hashtag' });
const terms = [name, whole, short, fourLetters, common, pair, slogan, phrase, exception, named, number, tag];

const index = (): PieceIndex => createPieceIndex(terms);
const split = (body: string) => splitHashtag(body, index())?.map(({ text, role }) => `${text} ${role}`);

describe('the pieces of hashtags', () => {
  it('are names and phrases without their spaces, cues and fillers; no numbers and whole hashtags', () => {
    const { pieces } = createPieceIndex(terms);
    expect(pieces.get('sutralawijaksa')).toEqual({ role: 'term', terms: [whole] });
    expect(pieces.get('jalansutrala')).toEqual({ role: 'term', terms: [exception] });
    expect(pieces.get('nomor')).toEqual({ role: 'filler', terms: [] });
    // A cue stays one; a slogan of that word is known too, a name of it is not.
    expect(pieces.get('ayo')).toEqual({ role: 'cue', terms: [slogan] });
    expect(pieces.get('pilih')).toEqual({ role: 'cue', terms: [] });
    expect(pieces.has('2')).toBe(false);
    expect(pieces.has('#sutralamaju')).toBe(false);
  });

  it('of one spelling stand together', () => {
    const other = term('sut rala', { entry: 1 });
    expect(createPieceIndex([name, other]).pieces.get('sutrala')?.terms).toEqual([name, other]);
    const beside = term('pilih', { kind: 'phrase', entry: 1 });
    expect(createPieceIndex([beside]).pieces.get('pilih')).toEqual({ role: 'cue', terms: [beside] });
  });

  it('are looked for by their lengths, the longest first, each once', () => {
    const { lengths } = createPieceIndex([name, whole, term('sutrana')]);
    expect(lengths.get('su')?.filter((length) => length === 14 || length === 7)).toEqual([14, 7]);
    expect(lengths.get('su')).toEqual([...(lengths.get('su') ?? [])].sort((one, other) => other - one));
  });
});

describe('splitHashtag', () => {
  it('covers a body wholly, with the fewest pieces', () => {
    expect(split('pilihsutrala')).toEqual(['pilih cue', 'sutrala term']);
    expect(split('sutralawijaksa')).toEqual(['sutralawijaksa term']);
    expect(split('sutrala_2_periode')).toEqual(['sutrala term', '2 digits', 'periode cue']);
    expect(split('sutrala_2_kali')).toBeUndefined();
    expect(split('salam2jari')).toEqual(['salam filler', '2 digits', 'jari filler']);
    expect(split('sutrala_2024')).toEqual(['sutrala term', '2024 digits']);
    expect(split('presidenri')).toEqual(['presidenri cue']);
    expect(split('asalbukansutrala')).toEqual(['asalbukan cue', 'sutrala term']);
  });

  it('covers nothing that has an unknown part, is empty, or too long to be read', () => {
    expect([
      split('pilihx'),
      split('xpilih'),
      split('pilih sutrala'),
      split(''),
      split('_'),
      split('pilihx12'),
    ]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
    expect(split('pilih'.repeat(16))).toHaveLength(16);
    expect(split(`${'pilih'.repeat(16)}2`)).toBeUndefined();
    // Six digits are read as one piece.
    expect(split('sutrala123456')).toEqual(['sutrala term', '123456 digits']);
    expect(split('sutrala1234567')).toEqual(['sutrala term', '123456 digits', '7 digits']);
  });

  it('tells where each piece stands, and gives them as words', () => {
    const pieces = splitHashtag('pilih_sutrala', index()) ?? [];
    expect(piecesAsTokens(pieces)).toEqual([
      { text: 'pilih', kind: 'word', start: 0, end: 5, breaks: false },
      { text: 'sutrala', kind: 'word', start: 5, end: 12, breaks: false },
    ]);
    expect(pieces[1]?.terms).toEqual([name]);
  });
});

describe('namesInCamelCase', () => {
  it.each([
    ['#SahabatSutrala', [name]],
    ['#sahabat_sutrala', [name]],
    ['#Kangen2Sutrala', [name]],
    ['#KangenSUTRALA', [name]],
    ['#DPCSutralaWijaksa', [whole]],
    ['#SutralaWijaksaKeren', [whole]],
    ['#2Sutrala', [name]],
    ['#한국_Sutrala', [name]],
    ['#SahabatVin', [short]],
    ['#RumahJalanSutrala', [name]],
    ['#SatuDuaTigaEmpatLimaEnamTujuhDelapanSembilanSepuluhSebelasSutrala', [name]],
  ])('%s', (raw, names) => expect(namesInCamelCase(raw, index())).toEqual(names));

  it.each([
    '#Sutrala',
    '#sahabatsutrala',
    '#TokoHandayani',
    '#RumahJalanSutralah',
    '#TerangBersamaKita',
    '#SatuDuaTigaEmpatLimaEnamTujuhDelapanSembilanSepuluhSebelasDuabelasSutrala',
  ])('%s names nobody', (raw) => expect(namesInCamelCase(raw, index())).toEqual([]));

  it('takes five parts for one name, not six', () => {
    const five = term('satu bi ci di ei');
    const six = term('satu bi ci di ei fi');
    const long = createPieceIndex([five, six]);
    expect(namesInCamelCase('#SatuBiCiDiEi', long)).toEqual([five]);
    expect(namesInCamelCase('#XaSatuBiCiDiEiFi', createPieceIndex([six]))).toEqual([]);
  });
});

describe('findGlued', () => {
  it.each([
    ['pilihsutrala', [name]],
    ['sutralawijaksa', [whole]],
    ['rukminihandayani', [pair]],
    ['sutrala2024', [name]],
    ['pilihvina', [fourLetters]],
    // The first name is sure, whatever the rest says.
    ['sutralaxxxxx', [name]],
  ])('%s', (word, names) => expect(findGlued(word, index())).toEqual(names));

  it.each([
    'sutrala',
    'sutralaxxxx',
    'xsutralaxx',
    'sutralakannya',
    'pilihvin2',
    'pilihhandayani',
    'ayoterangbersama',
    `sutrala${'x'.repeat(34)}`,
  ])('%s names nobody', (word) => expect(findGlued(word, index())).toEqual([]));

  it('reads words of eight to forty letters', () => {
    expect(findGlued('sutrala2', index())).toEqual([name]);
    expect(findGlued(`sutrala${'x'.repeat(33)}`, index())).toEqual([name]);
  });

  it('remembers a word', () => {
    const known = index();
    const first = findGlued('pilihsutrala', known);
    expect(known.glued.get('pilihsutrala')).toBe(first);
    expect(findGlued('pilihsutrala', known)).toBe(first);
    for (let at = known.glued.size; at < 8_191; at += 1) known.glued.set(`kata${at}`, []);
    findGlued('dukungsutrala', known);
    expect(known.glued.size).toBe(8_192);
    findGlued('tolaksutrala', known);
    expect([...known.glued.keys()]).toEqual(['tolaksutrala']);
  });
});

describe('namesInside', () => {
  const inside = (text: string) =>
    namesInside(text, index()).map(({ term: found, start, end }) => [found.tokens.join(' '), start, end]);

  it('finds the longest name at each place, one after the other', () => {
    expect(inside('xxsutralayy')).toEqual([['sutrala', 2, 9]]);
    expect(inside('sutralawijaksa')).toEqual([['sutrala wijaksa', 0, 14]]);
    expect(inside('sutralasutrala')).toEqual([
      ['sutrala', 0, 7],
      ['sutrala', 7, 14],
    ]);
    expect(inside('cintarukminihandayanix')).toEqual([['rukmini handayani', 5, 21]]);
    expect(inside('handayani vin sutral')).toEqual([]);
  });

  it('looks at names of six letters and more, in the first eighty', () => {
    const some = createPieceIndex([term('abcde'), term('bcdefg')]);
    expect(namesInside('xabcdex', some)).toEqual([]);
    expect(namesInside('xbcdefg', some)).toHaveLength(1);
    // The end of one is not the beginning of the next.
    expect(namesInside('bcdefghijk', createPieceIndex([term('bcdefg'), term('efghij')]))).toHaveLength(1);
    expect(inside(`${'x'.repeat(73)}sutrala`)).toHaveLength(1);
    expect(inside(`${'x'.repeat(74)}sutrala`)).toEqual([]);
  });
});

describe('a hashtag', () => {
  const engine = createEngine();
  const read = (text: string) => {
    const { level, findings } = engine.read({ text });
    expect(engine.readWhole({ text }).level).toBe(level);
    return [level, ...new Set(findings.map(({ entity }) => entity))];
  };

  it.each([
    ['#BantenMajuBersamaAirin', 'pilkada-2024-banten:airin-rachmi-diany'],
    ['#JatengGayengMenangLuthfi', 'pilkada-2024-jawa-tengah:ahmad-luthfi'],
    ['#LawanBobby', 'pilkada-2024-sumatera-utara:muhammad-bobby-afif-nasution'],
    ['#CagubKitaMenang', 'general:own-voice'],
    ['#CagubKitaMenang2018', 'general:own-voice'],
    ['#TetapGubernurKita', 'general:own-voice'],
    ['#CalonGubernurRakyat', 'general:own-voice'],
    ['#AyoGantiGubernur', 'general:own-voice'],
    ['#GantiGubernur', 'general:own-voice'],
    ['#2017gantigubernur', 'general:own-voice'],
    ['#HaloPrabwoKalem', 'pilpres-2019:prabowo-subianto', 'pilpres-2024:prabowo-subianto'],
    ['#AhmadSaikhuKita', 'pilkada-2024-jawa-barat:ahmad-syaikhu'],
    ['#agussilvi', 'pilkada-dki-2017:ticket-1'],
    ['@basuki_btp', 'pilkada-dki-2017:basuki-tjahaja-purnama'],
    ['@khofifah', 'pilkada-2024-jawa-timur:khofifah-indar-parawansa'],
    ['@KhofifahIP', 'pilkada-2024-jawa-timur:khofifah-indar-parawansa'],
    ['@gibran_tweet', 'pilpres-2024:gibran-rakabuming'],
    ['@DjarotBTP', 'pilkada-dki-2017:djarot-saiful-hidayat'],
    ['#agus #pilkadadki', 'pilkada-dki-2017:agus-harimurti-yudhoyono'],
    ['#PAN #pemilu2024', 'pemilu-2024:pan'],
    ['#1untukJakarta', 'general:ballot-number'],
    ['#GubernurKami2', 'general:ballot-number'],
    ['@kawal.khofifah', 'pilkada-2024-jawa-timur:khofifah-indar-parawansa'],
    ['#CagubPilihanUmat', 'general:own-voice'],
    ['#JabarNo4Menang', 'general:ballot-number'],
    ['#pilgub #cagubjatim nomor2', 'general:ballot-number'],
  ])('names a candidate: %s', (text, ...entities) => expect(read(text)).toEqual(['hint', ...entities]));

  it.each([
    '#BersamaAirin',
    '#AndiSusiWedding',
    '#agussusi',
    '#agussilvia2silvi',
    '#GantiGubernurBank',
    '#GantiKita',
    '#ahokbakmi',
    '#AgusHandayani',
    '@basuki_water',
    '@basuki_agus',
    '@khofifahxy',
    '@khofi',
    '@ganjar_flower',
    '#agus',
    '#pan #pemilu2024',
    '#Jakarta1',
    '#GubernurKita',
    '#PilihGubernur2024',
    '#TetapGubernur',
    '#TetapGubernurBank',
    '#JabarNo4',
    '#BantenBersamaPersita',
  ])('names nobody: %s', (text) => expect(read(text)).toEqual(['none']));
});

it.each([
  [['iqbal', 'ntb', '1'], true],
  [['iqbal', 'ntb', '2'], false],
  [['iqbal', '1'], false],
])('the first of a province is its governor: %j', (words, cued) => expect(areCued(words)).toBe(cued));
