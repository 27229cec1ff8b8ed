import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../src/core/matching/numbers/numbers.ts';
import { normalize } from '../../src/core/text/normalize.ts';

/** The ballot numbers that are more than a bare number, as a reader sees them. */
function numbersIn(text: string): string[] {
  const { tokens } = normalize(text);
  return findNumbers(tokens, text)
    .filter(({ bare }) => bare !== true)
    .map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end));
}

describe('a number that somebody calls theirs', () => {
  it.each([
    ['di desa sini ramai, sekampung nomor 1 semua', 'nomor 1'],
    ['dulu beda, sekarang abdi sareng kulawarga nomer dua', 'nomer dua'],
    ['pian handak ka mana? ulun nomor talu', 'nomor talu'],
    ['maaf ya kita beda, saya nomor dua', 'nomor dua'],
    ['ulun di banua tatap nomor tiga haja', 'nomor tiga'],
    ['aku ra ngerti urusan ngene, manut simbah nomer 2', 'nomer 2'],
    ['kulo tiyang alit nderek nomer tigo kemawon', 'nomer tigo'],
    ['sa suka nomor tiga', 'nomor tiga'],
    ['ibuku suka nomor 2', 'nomor 2'],
    ['Perempuan Indonesia bersama nomor satu', 'nomor satu'],
    ['mangga lur ulah lami, nomer loro wae', 'nomer loro'],
    ['ndak usah bepikir panjang, nomor 2', 'nomor 2'],
    ['semoga Allah mudahkan jalan buat nomor 1, aamiin', 'nomor 1'],
    ['makin kesini makin yakin sama 1', '1'],
    ['makin yakin sama 1, bismillah ya Allah', '1'],
    ['mbak, sampean nyoblos nomor piro? aku telu wae', 'telu'],
    ['pada pilih nomor berapa? aku sih 3', '3'],
    ['wong Palembang galak nomor duo galo', 'nomor duo'],
    ['kuring mah teu nyaho nanaon tapi resep ka nomer dua', 'nomer dua'],
    ['sy doakan nomor 1 sehat selalu', 'nomor 1'],
  ])('%s', (text, number) => expect(numbersIn(text)).toContain(number));

  it.each([
    ['a rank', 'Keluarga tetap nomor satu'],
    ['a rank of somebody', 'aku tetap nomor satu di hatinya'],
    ['a rank among others', 'dia pertama sedangkan aku nomor dua'],
    ['somebody in a queue', 'yang dipanggil tadi saya nomor 3 bu'],
    ['a favourite of a band', 'bias ku no 2'],
    ['a polling place', 'TPS saya nomor 3, ramai sekali'],
    ['a dish', 'ibuku suka nomor 2, sambelnya enak'],
    ['a shirt', 'jersey baru datang, nomor 3 ya'],
    ['a count', 'salut sama 3 anak itu'],
    ['a recipe', 'kuring nyobaan resep nomer dua'],
    ['a dish of a place', 'orang bandung suka sate nomor dua ini'],
    ['a child', 'doakan anak nomor 1 kami lulus ujian'],
    ['an answer to another question', 'rumahmu nomor berapa? aku 3'],
    ['an order', 'kak pilih nomor berapa? aku 3'],
    ['a long text', `${'kata demi kata '.repeat(9)}, saya nomor dua`],
  ])('not %s', (_what, text) => expect(numbersIn(text)).toEqual([]));
});
