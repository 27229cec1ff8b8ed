import { describe, expect, it } from 'vitest';
import { normalize } from '../../src/core/normalize.ts';
import { findNumbers } from '../../src/core/numbers.ts';

/** What was found, as a reader sees it. */
const read = (text: string) => {
  const { tokens } = normalize(text);
  return findNumbers(tokens, text).map(({ from, to, value, signal, needsTicket }) => ({
    text: text.slice(tokens[from]?.start, tokens[to - 1]?.end),
    value,
    signal,
    needsTicket,
  }));
};

describe('findNumbers', () => {
  it.each([
    ['Ayo coblos nomor 2!', 'coblos nomor 2', 2],
    ['coblos no. 2', 'coblos no. 2', 2],
    ['Coblos nomor urut 3 ya', 'Coblos nomor urut 3', 3],
    ['coblos 02', 'coblos 02', 2],
    ['coblos 3', 'coblos 3', 3],
    ['coblos #1', 'coblos #1', 1],
    ['coblos 2️⃣', 'coblos 2️⃣', 2],
    ['nyoblos nomer tiga', 'nyoblos nomer tiga', 3],
    ['pilih nomor dua', 'pilih nomor dua', 2],
    ['hayu ngabring milih nomor 12', 'milih nomor 12', 12],
    ['dukung 01', 'dukung 01', 1],
    ['menangkan paslon 3', 'menangkan paslon 3', 3],
    ['PASLON 02 MANTAP', 'PASLON 02', 2],
    ['paslon02', 'paslon02', 2],
    ['capres nomor urut 1', 'capres nomor urut 1', 1],
    ['pasangan calon nomor 4', 'pasangan calon nomor 4', 4],
    ['salam dua jari', 'salam dua jari', 2],
    ['Salam 3 jari', 'Salam 3 jari', 3],
  ])('%s is campaign', (text, phrase, value) => {
    expect(read(text)).toEqual([{ text: phrase, value, signal: 'campaign', needsTicket: false }]);
  });

  it('reads "nomor urut N" as a subject, needing a ticket where nothing electoral stands near', () => {
    expect(read('calon nomor urut 4')).toEqual([
      { text: 'nomor urut 4', value: 4, signal: 'subject', needsTicket: false },
    ]);
    expect(read('dia nomor urut 4')).toMatchObject([{ signal: 'subject', needsTicket: true }]);
  });

  it('reads a bare choice at the end of a clause as a subject that needs a ticket', () => {
    expect(read('Saya pilih 2!')).toMatchObject([{ value: 2, signal: 'subject', needsTicket: true }]);
  });

  it.each([
    'jam 02.00',
    'besok jam 2',
    'RT 03 RW 05',
    'nomor hp 0812345678',
    'no hp saya 08 12 34',
    'no 3 di antrean',
    'pilih nomor antrean 3',
    'pilih nomor 3 di antrean',
    'nomor urut 5 antrean vaksin',
    'nomor urut pendaftaran 5',
    'antrean nomor urut 5',
    'pilih menu nomor dua',
    'pilih nomor 2 untuk bicara dengan operator',
    'tekan atau pilih nomor 1',
    'pilih nomor rumah 12',
    'nomor rekening 02',
    'pilih 2 warna',
    'Pilih 1 atau 2?',
    'kamu pilih nomor 1 atau nomor dua belas?',
    'pilih satu saja',
    'pilih salah satu',
    'coblos 14 Februari',
    'coblos 5 surat suara',
    'coblos dua kali',
    'dukung 100 persen',
    'dukung 50% dari harga',
    'menangkan 2 tiket konser',
    'paslon 2 orang',
    'skor paslon 2-0',
    'capres 2024',
    'pilih 02.30 atau 03.30',
    'pilih. 02 sudah lewat',
    'nomor satu di hati',
    'salam 5 menit',
    'dua jari terluka',
    'juara 1',
    '#1 di Indonesia',
  ])('%s is ordinary life', (text) => {
    expect(read(text)).toEqual([]);
  });
});
