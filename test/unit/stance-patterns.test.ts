import { describe, expect, it } from 'vitest';
import { findStances, stanceTriggers, wordsOfClass } from '../../src/core/language/stance-patterns.ts';
import stances from '../../src/core/language/stances.json' with { type: 'json' };
import { formsOf } from '../../src/core/language/word-forms.ts';
import { normalize } from '../../src/core/text/normalize.ts';

/** The strongest signal of a text; `Sutrala` and `Sutrala Wijaksa` are names in it. */
function signalOf(text: string): string {
  const { tokens } = normalize(text);
  const names = new Map<number, number>();
  for (const [at, token] of tokens.entries()) {
    if (token.text === 'sutrala') names.set(at, tokens[at + 1]?.text === 'wijaksa' ? at + 2 : at + 1);
  }
  const signals = findStances(tokens, names).map(({ signal }) => signal);
  return ['campaign', 'subject', 'supporting'].find((one) => signals.some((other) => one === other)) ?? '';
}

describe('forms of a verb', () => {
  it.each([
    [
      'dukung',
      'mendukung didukung ndukung ngadukung mandukung kudukung dukunglah dukungin ngedukung dukungen',
    ],
    ['pilih', 'memilih dipilih milih mamilih kupilih pilihlah pilihin milihin pilihen dipilihnya'],
    ['coblos', 'mencoblos nyoblos dicoblos ncoblos nyoblosin cobloslah coblosen nyoblosno'],
    ['sokong', 'menyokong nyokong disokong'],
  ])('of "%s"', (stem, forms) => {
    const all = formsOf(stem);
    for (const form of forms.split(' ')) expect(all, form).toContain(form);
  });
});

describe('stances.json', () => {
  const names = Object.keys(stances.classes);

  it('uses no class that does not exist, and every class', () => {
    const text = [...stances.patterns, ...Object.values(stances.classes)].join(' ');
    const used = new Set([...text.matchAll(/<(\w+)>/g)].map(([, name]) => name));
    expect([...used].filter((name) => !names.includes(name ?? ''))).toEqual([]);
    const byCode = ['follow', 'negation', 'filler', 'crew', 'punch', 'win', 'between', 'officeMine', 'call'];
    expect(names.filter((name) => !used.has(name) && !byCode.includes(name))).toEqual([]);
  });

  it('has well-formed patterns, each once', () => {
    for (const line of stances.patterns) {
      expect(line).toMatch(/^(?:campaign|subject|supporting): /);
      for (const step of line.split(' ').slice(1))
        expect(step, line).toMatch(/^(?:~[1-9]|@|(?:<\w+>|[a-z0-9]+)(?:\|(?:<\w+>|[a-z0-9]+))*[?*]?)$/);
      // A pattern that opens with a gap or an optional step would have no word to be looked up by.
      expect(line.split(' ')[1], line).not.toMatch(/^~|[?*]$/);
    }
    expect(new Set(stances.patterns).size).toBe(stances.patterns.length);
  });

  it('writes its words as normalize() does', () => {
    for (const name of names) {
      for (const word of wordsOfClass(name))
        expect(normalize(word).tokens.map(({ text }) => text)).toEqual([word]);
    }
  });

  it('gives no words for an unknown class', () => {
    expect(wordsOfClass('nothing').size).toBe(0);
  });
});

describe('stances', () => {
  it.each([
    'ini calon presidenku',
    'calon gubernur saya',
    'Calon wakil bupati kami',
    'capres gue',
    'cagubku nih',
    'gubernur pilihan kami',
    'bupati jagoanku',
    'saya pilih paslon itu',
    'aku milih paslon iki',
    'saya tidak akan pilih paslon itu',
    'saya mantap pilih petahana',
    'asal bukan petahana',
    'ojo milih petahana',
    'menangkan paslon kita',
    'ayo menangno cagub kita',
    'besok saya nyoblos jagoan saya',
    'torang pe calon gubernur',
  ])('campaign: %s', (text) => expect(signalOf(text)).toBe('campaign'));

  it.each([
    'relawan paslon',
    'pendukung capres sebelah',
    'saatnya ganti gubernur',
    'kami dukung calon presiden',
    'gubernur petahana cuti',
    'baru lulus kok nyagub',
    'katanya mau nyalon jadi bupati',
    'jangan pilih pemimpin non muslim',
    'ayo kita pilih gubernur seiman',
    'pilih bupati kristen',
    'jakarta butuh gubernur baru',
    'rakyat rindu presiden baru',
    'kotak kosong unggul di sini',
    'suara kotak kosong lebih banyak',
    'calon tunggal takut sama kolom kosong',
    'kotak kosong bikin paslon tunggal takut',
    'mending coblos yang kosong',
    'gue mah kotak kosong aja',
    'calonnya cuma satu, aku pilih kosong',
    'kotak kosong vs petahana',
  ])('subject: %s', (text) => expect(signalOf(text)).toBe('subject'));

  it.each([
    'semoga beliau terpilih dan amanah',
    'muga-muga Sutrala menang',
    'Sutrala memang yang terbaik',
    'mantap Sutrala Wijaksa',
    'suara keluarga saya untuk beliau',
    'gue tim Sutrala',
    'aku melu Sutrala wae',
    'hidup Sutrala',
    'asal jangan Sutrala',
    'kami ogah milih Sutrala',
    'Sutrala lagi Sutrala lagi',
    'gak ada lagi selain Sutrala',
    'siapa lagi kalau bukan Sutrala',
    'Sutrala ga becus',
    'ayo Sutrala bisa',
    'siap kawal Sutrala',
    'pasang stiker',
    'hanya Sutrala yang mampu',
    'doa kami untuk Sutrala',
  ])('supporting: %s', (text) => expect(signalOf(text)).toBe('supporting'));

  it.each([
    'Sutrala datang ke pasar',
    'calon suami saya',
    'presiden kita berkunjung',
    'petahana juara dunia',
    'nyalon dulu biar cantik',
    'pilih pemimpin regu muslim',
    'klub itu butuh presiden baru',
    'presiden BEM dilantik kemarin',
    'Jangan. Pilih menu dulu',
    'menurut Sutrala, harga pupuk naik',
    '',
  ])('none: %s', (text) => expect(signalOf(text)).toBe(''));

  it('does not reach across a sentence', () => {
    expect(signalOf('Semoga sehat. Timnas menang')).toBe('');
    expect(signalOf('Semoga sehat, timnas menang')).toBe('supporting');
  });

  it('counts a name as one word, however long it is', () => {
    for (const name of ['Sutrala', 'Sutrala Wijaksa']) {
      expect(signalOf(`semoga satu dua tiga empat lima enam tujuh ${name} dilantik`)).toBe('supporting');
    }
    expect(signalOf('semoga satu dua tiga empat lima enam tujuh delapan sembilan dilantik')).toBe('');
    expect(signalOf('Sutrala nomor 1')).toBe(signalOf('Sutrala nomor 2'));
  });

  it('repeats a step with a star four times at most, and one with a question mark not at all', () => {
    expect(signalOf('saya akan juga sudah hanya pilih dia')).toBe('supporting');
    expect(signalOf('saya akan juga sudah hanya selalu pilih dia')).toBe('');
    expect(signalOf('Sutrala presiden terbaik')).toBe(signalOf('Sutrala calon presiden terbaik'));
    expect(signalOf('Sutrala calon calon presiden terbaik')).not.toBe(signalOf('Sutrala presiden terbaik'));
  });

  it('begins a sentence as well as a text', () => {
    expect(signalOf('Halo. Saya pilih dia')).toBe('supporting');
  });

  it('takes hashtags, mentions and signs for no words', () => {
    for (const text of ['#saya pilih dia', '@saya pilih dia', 'saya #pilih dia'])
      expect(signalOf(text)).toBe('');
  });
});

describe('words that a skim looks for', () => {
  /** A text for a pattern, of the first word of each step that must be there. */
  const textOf = (line: string) =>
    line
      .split(' ')
      .slice(1)
      .filter((step) => !/^~|[?*]$/.test(step))
      .map((step) => {
        const [first = ''] = step.split('|');
        if (first === '@') return 'sutrala';
        return first.startsWith('<') ? ([...wordsOfClass(first.slice(1, -1))][0] ?? '') : first;
      })
      .join(' ');

  it.each([true, false])('stand in every text of a pattern (weak: %s)', (isWeak) => {
    const lines = stances.patterns.filter((line) => line.startsWith('supporting') === isWeak);
    expect(lines.length).toBeGreaterThan(10);
    const triggers = stanceTriggers(isWeak, (words) => words.length);
    for (const line of lines) {
      const words = textOf(line).split(' ');
      if (words.some((word) => word !== 'sutrala'))
        expect(
          words.filter((word) => triggers.has(word)),
          line,
        ).not.toEqual([]);
    }
  });

  it('are those of the rarest step', () => {
    const triggers = stanceTriggers(false, (words) => (words.includes('presiden') ? 0 : words.length));
    const others = stanceTriggers(false, (words) => (words.includes('presiden') ? 10_000 : words.length));
    expect(triggers.has('presiden')).toBe(true);
    expect(others.has('presiden')).toBe(false);
    expect(triggers.size).toBeLessThan(stanceTriggers(false, (words) => -words.length).size);
  });

  it('leave out the stances of the other kind', () => {
    const weak = stanceTriggers(true, (words) => words.length);
    const strong = stanceTriggers(false, (words) => words.length);
    expect([...weak].some((word) => !strong.has(word))).toBe(true);
    expect([...strong].some((word) => !weak.has(word))).toBe(true);
  });
});

describe('the empty column and those in office', () => {
  it.each([
    'kotak kosong menang',
    'lawan kotak kosong',
    'mending kolom kosong aja',
    'petahana memang gagal',
    'petahana gak becus',
  ])('%s names a side', (text) => expect(signalOf(text)).toBe('subject'));

  it.each(['kotak kosong jangan dibuang', 'petahana juara bertahan', 'petahana cuti'])(
    '%s does not',
    (text) => expect(signalOf(text)).toBe(''),
  );
});
