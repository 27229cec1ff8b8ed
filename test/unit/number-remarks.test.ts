import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../src/core/matching/numbers/numbers.ts';
import { normalize } from '../../src/core/text/normalize.ts';

/** Phrases that name a ticket by themselves, as they are written. */
const named = (text: string) => {
  const { tokens } = normalize(text);
  return findNumbers(tokens, text)
    .filter(({ bare }) => bare !== true)
    .map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end));
};

describe('what is said of a ballot number', () => {
  it.each([
    ['in two words', 'nomor tiga sat set', ['nomor tiga']],
    ['in three words', 'jawaban no 1 to the point', ['no 1']],
    ['in two words before it', 'kelas banget no 1', ['no 1']],
    ['by those who count', 'rekap desa: nomor 1 40%, nomor 2 60%', ['nomor 1']],
    ['by those who count with dashes', 'plano: 01-88, 02-131', ['01', '02']],
    ['by those who lost', '01 : 20, 02 : 200, kalah telak', ['01', '02']],
    ['with a stop in it', '0.2 menang total', ['0.2']],
    ['with a stop in it', 'coblos 0,1 ya', ['coblos 0,1']],
    ['of crowds on a road', 'rombongan 02 macet2in jalan', ['02']],
    ['of a convoy', 'siapa mau ikut konvoi 02 besok', ['02']],
    ['of those in its pay', 'media pesanan 01', ['01']],
    ['of three', '01 lawan 02 seru, 03 wasit', ['01']],
    ['to the others', 'nomer siji ae rek', ['nomer siji']],
    ['of what it does for people', 'yg nomor dua sering bantu warga', ['nomor dua']],
    ['of what it promises', 'ide nomor 3 internet gratis', ['nomor 3']],
    ['by those who spread it', 'bantu nomor satu dengan share video ini', ['nomor satu']],
    ['by those who gather', 'senam bareng nomor 3 di lapangan', ['nomor 3']],
    ['on what is printed', 'cetak kalender gratis nomor 1, inbox ya', ['nomor 1']],
    ['of its programme', 'program paling merakyat, nomor 1', ['nomor 1']],
    ['of its answer', 'cakep bener dah jawabannya nomor satu', ['nomor satu']],
  ])('%s: %s', (_how, text, phrases) => expect(named(text)).toEqual(phrases));

  it.each([
    ['a courier', 'no 3 sat set banget kurirnya'],
    ['an answer of a pupil', 'jawaban no 3 masuk akal sih, tapi kuncinya B'],
    ['streets', 'rekap desa: rt 01 45%, rt 02 55%'],
    ['teams', 'regu 01 : 20, regu 02 : 200, kalah telak'],
    ['a route', 'rute 01-88, 02-131'],
    ['a lead', '0.2 menang tipis'],
    ['a figure', 'naik 0.3 poin, menang banyak'],
    ['a stop and two digits', 'coblos 0.15'],
    ['a club', 'siapa ikut konvoi 02 komunitas vespa'],
    ['travellers', 'rombongan 02 kena macet di jalan menuju hotel'],
    ['an order', 'media pesanan 02 dari klien'],
    ['a draw of teams', 'tim 01 lawan 02 seru, 03 wasit'],
    ['a child', 'anak nomor dua sering bantu warga'],
    ['a price', 'ide nomor 3 ongkir gratis'],
    ['pupils', 'bantu nomor 1 dengan share jawabannya ya kak'],
    ['a table', 'makan bareng meja nomor 3'],
    ['stickers', 'stiker gratis nomor 3 paling lucu'],
    ['television', 'program tv paling lucu, nomor 3'],
  ])('not %s: %s', (_what, text) => expect(named(text)).toEqual([]));
});
