import { describe, expect, it } from 'vitest';
import {
  holdsNumber,
  NUMBER_CONTEXT,
  NUMBER_WORD_FORMS,
} from '../../src/core/matching/numbers/number-words.ts';
import { findNumbers } from '../../src/core/matching/numbers/numbers.ts';
import { normalize } from '../../src/core/text/normalize.ts';

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
    ['salam metal 3', 'salam metal 3', 3],
    ['salam loro driji', 'salam loro driji', 2],
    ['salam hiji ramo', 'salam hiji ramo', 1],
    ['coblos 2️⃣2️⃣2️⃣', 'coblos 2️⃣2️⃣2️⃣', 2],
    ['pilih yg no 1', 'pilih yg no 1', 1],
    ['coblos nu nomer hiji', 'coblos nu nomer hiji', 1],
    ['nomor 4 saja yang dicoblos', 'nomor 4', 4],
    ['nomer urut loro, ayo dicoblos', 'nomer urut loro', 2],
    ['Nomor 3 yang harus kita pilih', 'Nomor 3', 3],
    ['dukung paslon ke-2', 'dukung paslon ke-2', 2],
    ['calon gubernur nomor 2', 'calon gubernur nomor 2', 2],
    ['Menangkan paslon IV di TPS', 'Menangkan paslon IV', 4],
    ['Coblos pasangan kedua di surat suara', 'Coblos pasangan kedua', 2],
    ['Pilih no 1 atau menyesal', 'Pilih no 1', 1],
  ])('%s is campaign', (text, phrase, value) => {
    expect(read(text)).toEqual([{ text: phrase, value, signal: 'campaign', needsTicket: false }]);
  });

  it.each([
    ['contoh surat suara, yg dicoblos gambar no 1 ya', 'no 1', 1],
    ['gaspol 1 buat pilkada', '1', 1],
    ['gas terus 3, kita kawal pemilu', '3', 3],
    ['pokoknya 1, paslon lain lewat', '1', 1],
    ['gas 1, debat malam ini bukti', '1', 1],
    ['hati ke 02, titik', '02', 2],
    ['hatiku tetap ke 01', '01', 1],
    ['insting gue sih ke 03', '03', 3],
    ['satu suara nomor 1', 'nomor 1', 1],
    ['kosong dua menang', 'kosong dua', 2],
    ['yg 2 emosian', '2', 2],
    ['sing 3 paling tegas', '3', 3],
    ['1 & 3 gabung ajalah', '3', 3],
    ['01 sama 3 bersatu', '3', 3],
    ['pendukung 3 panik', '3', 3],
    ['jawaban no 1 berbobot', 'no 1', 1],
    ['ngakak sama jawaban no 2', 'no 2', 2],
    ['sesudah no 2 diksinya rapi', 'no 2', 2],
    ['males liat no 2', 'no 2', 2],
    ['perubahan ada di no 1', 'no 1', 1],
    ['no 2 belum pernah kerja', 'no 2', 2],
    ['no 2 di hati rakyat', 'no 2', 2],
    ['no 3 terbaik', 'no 3', 3],
    ['pendukung no 2 gampang baper', 'no 2', 2],
    ['TPS saya nomor 3 menang tipis', 'nomor 3', 3],
    ['jgn sampe 01 menang', '01', 1],
    ['hijrah ke 01', '01', 1],
    ['absen 01 dari garut', '01', 1],
    ['nilai buat 03: 90', '03', 3],
    ['etika 11/100 buat 02', '02', 2],
    ['02 58 persen', '02', 2],
    ['01 no debat', '01', 1],
    ['o1 harga mati', '01', 1],
    ['yang dukung 02 klik like', 'dukung 02', 2],
    ['tetep dua', 'dua', 2],
    ['mantep tenan nomer telu', 'nomer telu', 3],
    ['abdi mah nomer hiji', 'nomer hiji', 1],
    ['14 februari no 2', 'no 2', 2],
    ['No 1 ☝️☝️', 'No 1', 1],
    ['#JatimMaju nomor 1', 'nomor 1', 1],
    ['#PilgubJatim no 3 keren', 'no 3', 3],
  ])('%s takes a side', (text, phrase, value) => {
    const found = read(text).filter(({ signal }) => signal !== 'supporting');
    expect(found.map((one) => [one.text.replace('o1', '01'), one.value])).toContainEqual([phrase, value]);
  });

  it.each([
    'kalah kosong dua',
    'kursi kosong dua',
    'yg 2 besar',
    'soal 1 dan 3 gabung aja',
    'pendukung 2 klub',
    'jawaban no 2 salah tuh',
    'males liat nomor antrean 2',
    'no 2 sudah pernah nonton',
    'TPS saya nomor 3, ramai',
    'jangan sampai 02 gelas tumpah',
    'absen 02 dari kelas 7a',
    'kode area 021 bukan 02',
    'x = 0;1',
    'f(0) = 1',
    '[0] 1',
    'rentang 0..1',
    'titik 2, 0, 5, 2',
    'absen no 2',
    'anak no 2',
    '#kuis nomor 1',
    'Ayo. Yuk. Tetap dua',
  ])('%s is ordinary life', (text) => {
    expect(read(text).filter(({ signal }) => signal !== 'supporting')).toEqual([]);
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
    ['02 yess', '02', 2],
    ['O2 menang', 'O2', 2],
    ['tetap 03', '03', 3],
    ['no 3 mantap', 'no 3', 3],
    ['nomor dua keren', 'nomor dua', 2],
    ['tetap nomer 1', 'nomer 1', 1],
    ['m3nang', 'm3nang', 3],
    ['2 jari', '2 jari', 2],
    ['pose 2 jari bareng cagub', '2 jari', 2],
    ['01 harga mati', '01', 1],
    ['#02 menang', '#02', 2],
    ['02,gas', '02', 2],
    ['02lah pokoknya', '02lah', 2],
    ['tim 01 hadir', '01', 1],
    ['serangan dari 01', '01', 1],
    ['pindah ke 03', '03', 3],
    ['no 1 menang', 'no 1', 1],
    ['pak nomor 2 senyum terus', 'nomor 2', 2],
    ['saya kecewa dengan nomor 1', 'nomor 1', 1],
    ['gagasan no 3', 'no 3', 3],
    ['no 3 jawabannya ngambang', 'no 3', 3],
    ['Nomor 2 menghindari pertanyaan', 'Nomor 2', 2],
    ['nomor tiga presidenku', 'nomor tiga', 3],
    ['no 3 rambutnya putih', 'no 3', 3],
    ['doa buat no 3', 'no 3', 3],
    ['No 2', 'No 2', 2],
    ['tetap 3', '3', 3],
    ['1️⃣ mantap', '1️⃣', 1],
    ['3jari', '3jari', 3],
  ])('%s is a hint while such a ticket stands', (text, phrase, value) => {
    expect(read(text)).toEqual([{ text: phrase, value, signal: 'subject', needsTicket: true }]);
  });

  it.each([
    ['paslon II', 2],
    ['pasangan calon ketiga', 3],
    ['coblos nomer loro', 2],
    ['hayu pilih nomor tilu', 3],
    ['paslon opat', 4],
    ['nyoblos no papat', 4],
  ])('%s: Roman, ordinal, Javanese and Sundanese numbers', (text, value) => {
    expect(read(text)).toMatchObject([{ value, signal: 'campaign' }]);
  });

  it.each([
    'kamis 02 03 2023 kita mulai',
    'senin 01 04 2024',
    '02 02 2022',
    'kumpul 01 Mei 2024',
    'kasus 02',
  ])('leaves dates and labels without signs alone: %s', (text) => expect(read(text)).toEqual([]));

  it('tells the items of a list from tickets that are praised', () => {
    expect(read('01. Pembukaan 02. Sambutan 03. Doa')).toEqual([]);
    expect(read('01 | Andi 02 | Budi')).toEqual([]);
    expect(read('tetap 02. Andi setuju').map(({ value }) => value)).toEqual([2]);
    expect(read('02. Mantap 03. Keren').map(({ value }) => value)).toContain(3);
  });

  it('takes a padded number behind a noun for a label where the text is too long for a comment', () => {
    const short = 'Jatim 02 harga mati';
    expect(read(short)).toMatchObject([{ value: 2, signal: 'subject' }]);
    const long = `${'lampu kamar tidur ini terang sekali dan awet dipakai '.repeat(3)} Jatim 02 harga mati`;
    expect(read(long)).toEqual([]);
    expect(read(`${long} kata gubernur`)).toEqual([]);
    expect(read(`${long} kata capres`)).toHaveLength(1);
    expect(read(`${long}, pilih 02`)).toMatchObject([{ value: 2, signal: 'campaign' }]);
  });

  it('reads fingers in words with the same sign behind as a hint', () => {
    expect(read('angkat 2 jari ✌️ sekarang')).toMatchObject([
      { text: '2 jari', signal: 'subject' },
      { signal: 'supporting' },
    ]);
    expect(read('angkat 2 jari 🤟 sekarang')).toMatchObject([{ signal: 'supporting' }]);
  });

  it.each(['2', '✌️', 'pilihan kami: 3'])('%s says nothing without another finding', (text) => {
    for (const phrase of read(text)) expect(phrase.signal).toBe('supporting');
  });

  it.each([
    'jam 02.00',
    'tanggal 02 ya',
    'SDN 02 libur',
    '02 Februari',
    '01. Beras\n02. Gula',
    'Rp 02',
    '08 12 34',
    'dosis 02',
    'no 3 ya min',
    'Warnet no 1 terbaik di kota',
    'Rumah no 2 keren',
    'anak ke 2',
    'debat capres kedua',
    'skor 02 kemenangan tuan rumah',
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
    'pilih. Jam 02 sudah lewat',
    'nomor satu di hati',
    'salam 5 menit',
    'dua jari terluka',
    'juara 1',
    '#1 di Indonesia',
    'no 2 terbesar di Indonesia',
    'tetap no 1 dunia, keren',
    'mantap, no 2 di kampung',
    'debat capres 3',
    'no 3 jawabannya apa kak',
    'no 3 jawabannya b',
    'no 3 caranya gimana',
    'no 2 paling enak sambelnya',
    'yang nomor 2 masih ada',
    'nomor 2 diperbaiki dulu',
    'Nomor 1 sampai 5 dikerjakan di rumah',
    'nomor 1 atau nomor 2 ya',
    'fix no 1 gue banget',
    'Warga kita no 1 terus mengeluh',
    'bakso no 1 mantap',
    'Pergub nomor 3 unggul',
    'Keputusan Bupati Nomor 2 terbit',
    'pilih no 1 apa no 2',
    'pilih yang nomor 2, warnanya kalem',
    'saturasi O2 turun',
    'angkot 02 lewat',
    'tim 02 bertanding voli',
    'kode area 021 bukan 02',
    '02 sampai 05 libur',
    'seukuran dua jari',
    'keluarga tetap nomor satu',
  ])('%s is ordinary life', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['coblos yang pasangan 2', 'coblos yang pasangan 2'],
    ['coblos 02 hari ini', 'coblos 02'],
    ['coblos nomor 2 hari ini', 'coblos nomor 2'],
    ['02 yg gw coblos', '02'],
    ['n o m o r 2 coblos', 'n o m o r 2'],
    ['debat paslon 02', 'paslon 02'],
    ['salam dua jempol', 'salam dua jempol'],
    ['ayo salam jempol 2', 'salam jempol 2'],
    ['pilih yg #2', 'pilih yg #2'],
    ['Tenggelamkan paslon 2 di semua TPS', 'Tenggelamkan paslon 2'],
  ])('%s: the phrase begins and ends with its own words', (text, phrase) => {
    expect(read(text)).toEqual([{ text: phrase, value: 2, signal: 'campaign', needsTicket: false }]);
  });

  it.each([
    'teu aya deui nomer tiga',
    'indak ka lain, ka nomor tigo',
    'jangan salah pilih ya, yang nomor tiga',
    'di siko nomor tigo galo',
    'di kampuangko nomor tiga semua',
    'ronda kompak nomer telu',
    'DPC sudah instruksi, all out nomor 3',
    'tetap nomor tiga pak, jangan goyah',
    'jgn lupa Rabu ke TPS, nomor 3 ya bu',
    'awak anak Medan bah, nomor 3 nya paten kali',
    'kami demen banget sama nomer tiga',
    'lawan politik uang, tetap 3!',
    'tetep 3 ga berubah',
    'all in 3',
    'hidup 3',
    'caleg asal, pilpresnya 3',
    '3️⃣ 3️⃣ 3️⃣',
    'closing 3 bikin nangis',
    'buzzer 3 ngumpul sini',
    'condong ke 3',
    '#debatkeempat #03',
    'reuni 212 ujungnya kampanye 03',
    '03 soal pupuk keren',
    '03 harga mati',
    'tetanggaku 03 garis keras',
    'NU makin solid ke 03',
    'moderator berpihak ke 03',
    'Urang awak kompak 03, 86% cuy',
    'Tuhan berkati no 3',
    'antek asing ya no 3',
    'gue pilih yang seiman. nomer tiga!',
    'lek nomer telu menang maneh',
  ])('%s: somebody takes a side', (text) => {
    expect(read(text).filter(({ signal }) => signal !== 'supporting')).toMatchObject([{ value: 3 }]);
  });

  it.each([
    'regu kompak nomor tiga',
    'di sini nomor 3 semua ukurannya',
    'ke pasar, kamar nomor 3',
    'tetep 3 ga berubah harganya',
    '1️⃣ 2️⃣ 3️⃣',
    'closing 3 rapi kasir',
    'buzzer 3 buah',
    '#lukisan #03',
    'bawa balik ke meja 03',
    'poin 03 doang',
    'Koramil 03 menanam padi',
    'no 3 jangan sampai lolos',
    'gue pilih baju merah. Nomor 3!',
    'antre nomor urut 3 yg dipanggil duluan',
    'jwbnya nomor 3',
    'kelas 212 kamar 03 soal listrik',
  ])('%s: something else has that number', (text) => {
    expect(read(text).filter(({ signal }) => signal !== 'supporting')).toEqual([]);
  });

  it('asks for a vote by what stands behind the number, six words on at most', () => {
    expect(read('nomor 3 itu yang nanti siang akan dicoblos')).toMatchObject([{ signal: 'campaign' }]);
    expect(read('nomor 3 itu yang nanti siang kita akan dicoblos')).toMatchObject([{ signal: 'subject' }]);
    // Without a duty a verb of choice asks for nothing.
    expect(read('nomor 3 pilih')).toMatchObject([{ signal: 'subject', needsTicket: true }]);
  });

  it.each([
    ['Asal bukan nomor 3 saja', 'Asal bukan nomor 3', true],
    ['asal jangan no 3', 'asal jangan no 3', true],
    ['yang penting bukan no 3', 'penting bukan no 3', true],
    ['3 jari mantap', '3 jari', true],
    ['3 jari untuk perubahan', '3 jari', true],
    ['ayo tetap 3', '3', true],
    ['tetap 3 deh lah dong', '3', true],
    ['tetap #03', '#03', true],
    ['nomor III mantap', 'nomor III', true],
    ['urut III mantap', 'urut III', true],
    ['3️⃣ mantap sekali dong', '3️⃣', true],
    ['Paslon BTM nomor urut 3 pilihan keluarga kami', 'nomor urut 3', false],
    ['partai urut 3', 'urut 3', false],
    ['caleg no 3 antrean', 'no 3', false],
  ])('%s names the ticket and no more', (text, phrase, needsTicket) => {
    expect(read(text)).toEqual([{ text: phrase, value: 3, signal: 'subject', needsTicket }]);
  });

  it.each([
    '9 mantap',
    'coblos ke 2',
    'asal bukan 2',
    'pilih yang 2',
    'calon presiden 3',
    'pasangan muda 2 mantap',
    'salam hormat 2',
    'jempol 2',
    'partai 3',
    'tetap 2️⃣',
    'ayo 2️⃣ mantap',
    '2️⃣ mantap sekali dong kawan',
    'no 1 ☝️ di dunia cuma emak gue',
  ])('%s: a bare number, which counts beside another finding only', (text) => {
    const { tokens } = normalize(text);
    expect(findNumbers(tokens, text)).toMatchObject([
      { signal: 'supporting', needsTicket: true, bare: true },
    ]);
  });

  it.each([
    'tetap 10',
    'tetap 3 deh lah dong sih',
    'pilih dua',
    '3 jari aja',
    '#2',
    '#2 jari',
    'coblos #dua',
    'coblos kedua kalinya',
    'coblos di tps 02',
    'dukung 02 kali',
    '7 02 mantap',
    'nomor 3 rumah kita pilih',
    'tim bubur diaduk, pilih 1 harga mati wkwk',
  ])('%s is no ballot number', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('takes a remark for one about a ticket in a short text only, however few of its sentences are read', () => {
    const remark = 'no 3 tadi bengong';
    const behind = (count: number) => `${'kata '.repeat(count).trim()}. ${remark}`;
    expect(read(behind(20))).toMatchObject([{ text: 'no 3' }]);
    expect(read(behind(21))).toEqual([]);
    const { tokens } = normalize(remark);
    expect(findNumbers(tokens, remark, 24)).toHaveLength(1);
    expect(findNumbers(tokens, remark, 25)).toEqual([]);
  });

  it('takes pieces of a hashtag for no text of their own: "#nomor1" is anything', () => {
    const text = '#nomor1';
    const piece = (start: number, end: number) =>
      ({ text: text.slice(start, end), kind: 'word', start, end, breaks: false }) as const;
    expect(findNumbers([piece(1, 6), piece(6, 7)], text)).toEqual([]);
    expect(read('nomor 1')).toHaveLength(1);
  });
});

describe('what the skim asks for', () => {
  it('holds words of every kind that a ballot number needs', () => {
    expect(NUMBER_WORD_FORMS).toEqual(expect.arrayContaining(['dua', 'ii', 'kedua']));
    expect(NUMBER_CONTEXT).toEqual(
      expect.arrayContaining(['nomor', 'coblos', 'pilih', 'paslon', 'jari', 'kandidat', 'urut', 'salam']),
    );
  });

  it.each(['paslon02', '02yes', 'm3nang', 'dim3nangkan', 'o2'])('%s may hold a ballot number', (word) => {
    expect(holdsNumber(word)).toBe(true);
  });

  it.each(['xm3nang', 'm3nangx', 'a1', 'o22', 'menang', 'paslon'])('%s holds none', (word) => {
    expect(holdsNumber(word)).toBe(false);
  });
});

describe('numbers of two tickets, of candidates and of things', () => {
  const found = (text: string) => read(text).map(({ text: phrase }) => phrase);

  it.each([
    ['01-03 koalisi sakit hati', '01'],
    ['020202 menang', '020202'],
    ['ngga ada alasan buat ga milih 01', 'milih 01'],
    ['calon no 2 rumahnya deket gw', 'no 2'],
    ['yg pake baju putih no 1 tenang', 'no 1'],
    ['kasihan rakyat kalo sampe 01 yg jadi', '01'],
    ['debat ini membuktikan kualitas no 1', 'no 1'],
    ['padahal letoy si nomer loro', 'nomer loro'],
    ['ayo kawal suara nomor 2 di TPS masing2', 'nomor 2'],
    ['masa calon pemimpin kayak nomor dua gitu', 'nomor dua'],
    ['dulu ragu sekarang gue yakin 100% no 1', 'no 1'],
    ['nomor 2 ji paling kupercaya', 'nomor 2'],
    ['mantap nian nomor 1 ni woi', 'nomor 1'],
    ['yg 3 orangnya keliatan tulus', '3'],
    ['siapa aja asal jangan nomor satu', 'asal jangan nomor satu'],
    ['awak urang Medan bah, nomor 1 nya paten kali', 'nomor 1'],
    ['pecah banget closingnya no 1 gila sih', 'no 1'],
    ['C1 plano sudah difoto, 01: 88, 02: 131', '01'],
    ['C1 plano sudah difoto, 01: 88, 02: 131', '02'],
    ['hasil rekapitulasi: nomor 1 30%, nomor 2 20%', 'nomor 1'],
    ['exit poll 01 25% 02 50%', '02'],
    ['nilai dari gue 01: 90 02: 40 abis nonton debat', '01'],
    ['isi grup ini 60% 01, 30% 02', '01'],
    ['kantor ini 50% 01 50% 02', '02'],
    ['suami 02 istri 01 di rumah', '02'],
    ['suami 02 tapi istri 01 di rumah', '01'],
    ['yg komen 01 semua dibayar', '01'],
    ['survei pesanan 02', '02'],
    ['lagi bagi2 kaos 03 di posko', '03'],
    ['lamun hayang maju mah pilih nu ka hiji atuh', 'pilih nu ka hiji'],
    ['coblos nu kahiji', 'coblos nu kahiji'],
    ['nomor ka dua pilihan abdi', 'nomor ka dua'],
    ['lon pileh nomor sa', 'pileh nomor sa'],
    ['pilih nomor peuet', 'pilih nomor peuet'],
    ['doakan kemenangan pasangan no 3 besok di masjid', 'no 3'],
    ['keliatan kan siapa yg pantas? ya no 1', 'no 1'],
  ])('%s', (text, phrase) => expect(found(text)).toContain(phrase));

  it.each([
    ['the range of a list', 'soal 01-03 dikerjakan'],
    ['candidates of a class', 'calon nomor 2 ketua OSIS orangnya baik'],
    ['a second album', 'album 02 lebih asik dari album 01'],
    ['a second application', 'lamaran no 1 ditolak, lanjut no 2'],
    ['beyond doubt', 'emak gue nomor satu, no debat'],
    ['a club', 'persija tetap nomor satu, gak ada obat'],
    ['groups of a class', 'skor debat: kelompok 1 menang, kelompok 2 emosi'],
    ['marks of a class', 'nilai ulangan: 01=90 02=60 03=85'],
    ['a questionnaire', 'kuisioner nomor 1 40%, nomor 2 60%'],
    ['batches', 'batch 01 50%, batch 02 40%'],
    ['more than all', 'diskon 60% 01, 70% 02'],
    ['one share alone', 'sudah 60% 01'],
    ['seats', 'kursi bapak 01 kursi ibu 02'],
    ['prizes for a comment', 'yg komen 01 dapet hadiah ya'],
    ['an order', 'pesanan 03 sudah dikirim'],
    ['a shirt on sale', 'kaos 02 ready stok kak'],
    ['children', 'budak nu ka hiji geus sakola'],
    ['a choice of two', 'pilih nu ka hiji atawa nu ka dua'],
    ['players', 'kemenangan pasangan no 3 di lapangan badminton'],
    ['a prize', 'siapa yg pantas juara? ya no 1'],
    ['a telephone', 'nomor sa hilang, tolong kirim ulang'],
    ['a telephone', 'pilih nomor sa buat dihubungi'],
    ['what the rule forbids', 'Bawaslu: laporkan bila ada ASN berpose 2 jari'],
  ])('not of %s', (_what, text) =>
    expect(read(text).filter(({ signal }) => signal !== 'supporting')).toEqual([]),
  );
});
