import { describe, expect, it } from 'vitest';
import { isContestTalk } from '../../src/core/language/contests/contest-talk.ts';
import { createEngine } from '../evidence/engine.ts';

/** Whether a sentence about the common name "wira" speaks of a contest in Jawa Barat. */
function isTalk(text: string, region: string | null = 'Jawa Barat'): boolean {
  const words = text.split(' ');
  const at = words.indexOf('wira');
  return isContestTalk({ words, at, behind: at + 1 }, region);
}

describe('a sentence speaks of the contest of a common name', () => {
  it.each([
    ['a lawsuit', 'wira gugat ke mk'],
    ['a lawsuit', 'mahkamah konstitusi menolak wira'],
    ['a quarrel about votes', 'sengketa hasilnya diajukan wira ke kpu'],
    ['a count', 'quick count wira di atas'],
    ['a count', 'exit poll wira tinggi'],
    ['a count that somebody leads', 'real count wira unggul'],
    ['a count that somebody leads', 'hitung cepat lsi bilang wira'],
    ['a count that somebody leads', 'wira menang telak di tps kami'],
    ['shares of a count', 'suara wira 17 persen'],
    ['votes at a polling place', 'wira 0 suara di 3 tps'],
    ['votes that somebody lacks', 'maaf wira ga bisa bantu suara'],
    ['a result of its province', 'wira kalah di jabar'],
    ['its place, that moves forward', 'jabar maju bersama wira'],
    ['shares of a count', 'qc wira 57 lawannya 43'],
    ['an office', 'calon bupati wira blusukan'],
    ['an office', 'wira pernah menjadi wali kota'],
    ['an office', 'calon wakil walikota itu wira'],
    ['its place', 'bandung butuh gubernur yang cepat seperti kang wira'],
    ['its place', 'jawa barat layak dipimpin orang seperti pak wira'],
    ['its place', 'jabar dipimpin wira'],
    ['its first seat', 'wira maju ke jabar 1'],
    ['its first seat', 'wira menuju jabar satu'],
    ['for its place', 'wira untuk bandung'],
    ['whom its province needs', 'jabar butuh wira'],
    ['whom its province needs', 'jabar kangen sosok seperti wira'],
    ['whose its province is', 'jawa barat di tangan wira'],
    ['whose its province is', 'jabar resik bareng wira'],
    ['who wins it', 'jabar wira menang telak'],
    ['a promise to it', 'wira janji sekolah gratis se jabar'],
    ['parties', 'wira didukung banyak partai'],
    ['a second term', 'lanjut wira 2 periode'],
    ['shares of a count', 'suara masuk 90 wira 60 lawannya 40'],
    ['fingers for somebody', 'dua jari buat pak wira'],
    ['fingers for somebody', '3 jari untuk wira'],
    ['a programme for the poor', 'program kang wira ditunggu rakyat miskin'],
    ['buses for nothing', 'wira janji gratisin bus jabar'],
  ])('%s: %s', (_what, text) => expect(isTalk(text)).toBe(true));

  it.each([
    ['a course of students', 'wira mengulang mk statistik'],
    ['a quarrel of neighbours', 'wira gugat tetangganya soal pagar'],
    ['a stock', 'real count stok wira 40 karton'],
    ['a sum', 'hitung cepat dong wira'],
    ['quality control', 'wira lulus qc dengan skor 92'],
    ['rubbish', 'wira buang sampah di tps'],
    ['another wish', 'wira calon dokter'],
    ['another president', 'wira calon presiden bem'],
    ['a game', 'wira jadi walikota di game itu'],
    ['its place alone', 'wira pindah ke bandung'],
    ['another place', 'surabaya punya pemimpin seperti wira'],
    ['a leader of prayers', 'wira memimpin doa di bandung'],
    ['a match', 'wira kalah di jabar open'],
    ['a town in which one wins', 'wira menang di bandung'],
    ['a voice', 'suara wira merdu'],
    ['a letter', 'surat suara hati dari wira'],
    ['a wish', 'semoga jabar maju salam wira'],
    ['another candidacy', 'wira nyalon jadi ketua rt di bandung'],
    ['a journey there', 'ke jabar bareng wira'],
    ['a journey there', 'jabar bareng wira naik motor'],
    ['a town that needs somebody', 'bandung butuh wira'],
    ['a need of something else', 'jabar butuh hujan kata wira'],
    ['a promise to somebody', 'wira janji pulang ke jabar'],
    ['a second term of a neighbour', 'wira ketua rt 2 periode'],
    ['fingers of somebody', 'dua jari wira terkilir'],
    ['a journey that is promised', 'wira janji naik bus ke jabar perbaiki atap'],
    ['a programme of television', 'program wira tayang besok'],
    ['a programme of neighbours', 'program wira ketua rt buat petani'],
    ['somebody else of a programme', 'program diet buat rakyat kata wira'],
    ['something for it', 'wira kirim paket untuk warga bandung'],
  ])('not %s: %s', (_what, text) => expect(isTalk(text)).toBe(false));

  it('in a whole country no place counts', () => {
    expect(isTalk('bandung dipimpin wira', null)).toBe(false);
    expect(isTalk('calon bupati wira', null)).toBe(true);
  });

  it('in a town its own name counts', () => {
    expect(isTalk('depok dipimpin wira', 'Kota Depok')).toBe(true);
    expect(isTalk('depok dipimpin wira', 'Kota Bogor')).toBe(false);
  });
});

describe('the matcher', () => {
  const engine = createEngine();
  const levelOf = (text: string) => engine.read({ text }).level;

  it.each([
    'Putusan MK soal gugatan Andika dibacakan Senin',
    'exit poll dharma kok bisa 10%',
    'hasil qc dedi unggul telak',
    'calon bupati agus blusukan ke pasar',
    'bandung butuh gubernur yang gercep kayak kang dedi',
    'iqbal maju ke ntb 1, bismillah',
    'Airin untuk Banten',
    'sirekap airin beda tipis',
    'Anis maju demi kursi DKI 1',
  ])('finds the name: %s', (text) => {
    expect(levelOf(text)).toBe('hint');
    expect(engine.readWhole({ text })).toEqual(engine.read({ text }));
  });

  it.each([
    ['in another sentence', 'Sidang MK ramai. Kemarin Andika beli sepatu'],
    ['that is misspelt, beside less than its seat', 'gugatan hasil anis ditolak mk'],
    ['with a surname', 'Putusan MK soal gugatan Andika Mahesa dibacakan Senin'],
    ['of the contest of another place', 'bandung butuh pemimpin yang gercep kayak mas andika'],
  ])('leaves a name %s alone', (_what, text) => expect(levelOf(text)).toBe('none'));
});
