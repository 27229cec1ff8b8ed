import { describe, expect, it } from 'vitest';
import { normalize } from '../../src/core/normalize.ts';
import { findNumbers } from '../../src/core/numbers.ts';

/** Phrases that name a ticket by themselves, as they are written. */
const named = (text: string) => {
  const { tokens } = normalize(text);
  return findNumbers(tokens, text)
    .filter(({ bare }) => bare !== true)
    .map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end));
};

describe('what stands around a ballot number', () => {
  it.each([
    ['setujunya no 3', 'no 3'],
    ['no 3 kamu banget', 'no 3'],
    ['mantap dong no 3 deh', 'no 3'],
    ['aja no 3 sih', 'no 3'],
    ['nmr 1 the best', 'nmr 1'],
    ['org jatim sukanya no 2', 'no 2'],
    ['setuju dengan sama yang no 3', 'no 3'],
    ['mending no 3 kemana mana', 'no 3'],
    ['maap no 3 saya gak percaya', 'no 3'],
    ['yg pake kemeja putih no 3 kalem', 'no 3'],
    ['wajah no 1 berseri seri', 'no 1'],
    ['no 1 dan 3 mengkritik', 'no 1'],
    ['no 3 terbaik untuk kita', 'no 3'],
    ['nomor tiga terlalu normatif', 'nomor tiga'],
    ['nomor tiga menangis', 'nomor tiga'],
    ['pak nomor tiga tertawa', 'nomor tiga'],
    ['Nomor 2 menjawab apa adanya', 'Nomor 2'],
    ['Nomor 1 mampu menjawab semua pertanyaan', 'Nomor 1'],
    ['Alhamdulillah pilihan saya ga salah, no 1', 'no 1'],
    ['coblos dulu nanti siang ya nomor 2', 'nomor 2'],
    ['coblos dua keduanya', 'coblos dua'],
    ['coblos dua satuan', 'coblos dua'],
    ['coblos 2 satu', 'coblos 2'],
    ['tetap O2', 'O2'],
    ['O2 di pilpres', 'O2'],
    ['capres tim 02', '02'],
    ['pilpres 02 12', '02'],
    ['jawaban 03 paling on point', '03'],
    ['ab-c 02 mantap', '02'],
    ['02.', '02'],
    ['kita 02. gula', '02'],
    ['satu\n02. mantap', '02'],
    ['no 3 sudiperbaiki dulu', 'no 3'],
    ['no 3 keterbesaran mantap', 'no 3'],
    ['no 3 batau 2 bengong', 'no 3'],
    ['no 3 x2024 mantap', 'no 3'],
    ['021x 02 mantap', '02'],
    ['x021 02 mantap', '02'],
    ['sampel x01 dan 02 mantap', '02'],
    ['no 3 apa adanya', 'no 3'],
    ['nol tiga nih boss senggol dong', 'nol tiga'],
    ['nomer dua meunang lah', 'nomer dua'],
    ['melu nomer telu wae', 'nomer telu'],
    ['0 2 gaskeun', '0 2'],
    ['paling bener jawaban no 1', 'no 1'],
    ['bismillah 02 1 putaran', '02'],
    ['abdi mah ka 01', '01'],
    ['gagasan 01 soal pendidikan oke', '01'],
    ['gak ada obat 2, coblos 2', 'coblos 2'],
    ['2 gak ada obat, coblos!', '2'],
    ['2 gak ada obat! Coblos ya', '2'],
    ['dua dua dua presiden', 'dua'],
    ['loro wae lur', 'loro'],
    ['🤟🏻 metal tiga jari', 'tiga jari'],
    ['salam dua', 'dua'],
    ['big no 03', 'no 03'],
    ['siapa saja, jangan dipimpin nomor 2', 'nomor 2'],
  ])('makes a ticket of it: %s', (text, phrase) => expect(named(text)).toEqual([phrase]));

  it.each([
    'dpr nomor 3 keren',
    'skor 0 2 menang lagi',
    'spons 01 terang atau 02 gelap ya',
    'no 1 defender in the world',
    'no 3 gak ngerti bu guru',
    'opening 02 anime ini kurang greget',
    'peci nomor 2 cantik',
    'peci nomor 2 menang',
    'paling bener jawaban no 1 yang c',
    '1. datang ke tps 2. coblos',
    '2 gak ada obat',
    '2 hari lagi coblos',
    '2 enak, 3 pinter',
    'dua dua dua tiga',
    'dua aja bang',
    'loro untu lur',
    'suka dengan sama yang si no 3',
    'no 3 terbaik seuntuk',
    'no 3 terbaik untuknya',
    'no 3 paling terbesar',
    'no 3 th mantap',
    'aku no 3 bengong',
    'no 3 aku bengong',
    'no 3 mas bengong',
    'enak ya no 3 bengong',
    'no 1 apa ya jawabannya',
    'yang no 2 jawabannya c bukan sih',
    'sd mantap no 3 keren',
    'Kalau nomor 1 sudah selesai, lanjut ke nomor 2',
    'coblos dua saja',
    'coblos 2 dari lima',
    'coblos 2 per orang',
    'absen 02',
    'a-02 mantap',
    '+02 mantap',
    'rp. 02 mantap',
    '3/2 mantap',
    'kelas 01 dan 02',
    'No. pendaftaran 02 dan 03 berkasnya belum lengkap',
    '02 ini room apa ya, kok sepi',
  ])('makes something else of it: %s', (text) => expect(named(text)).toEqual([]));

  it('tells shares of votes from a list of other numbers', () => {
    expect(named('debat tadi 01 60% 02 10% 03 30%')).toEqual(['01', '02', '03']);
    expect(named('tadi 01 60% 02 10% 03 30%')).toEqual([]);
  });
});
