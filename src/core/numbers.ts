import type { Token } from './normalize.ts';
import type { Signal } from './types.ts';

/** A ballot number in a context that makes it one. Which ticket carries it is the matcher's question, not ours. */
export interface NumberPhrase {
  /** Token range, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** 1 to 99. */
  readonly value: number;
  readonly signal: Signal;
  /** Too ordinary to count unless a ticket of an active contest has this number. */
  readonly needsTicket: boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh'].map(
    (word, index) => [word, index + 1],
  ),
);
/** "nomor" and its short forms. */
const NUMBER_NOUNS = words('nomor nomer no nmr');
/** Verbs used for little else than voting. */
const BALLOT_VERBS = words('coblos cobloslah nyoblos mencoblos');
/** Verbs of everyday life, so what stands around the number decides. */
const CHOICE_VERBS = words(
  'pilih pilihlah milih memilih dukung dukunglah mendukung menangkan memenangkan vote',
);
const TICKET_NOUNS = words('paslon capres cawapres cagub cabup cawalkot');
const ELECTORAL_WORDS = words(
  'paslon capres cawapres cagub cawagub cabup cawabup cawalkot calon caleg kandidat pasangan partai pilpres ' +
    'pilkada pilgub pilbup pilwalkot pemilu presiden gubernur bupati walikota dprd dpr pileg surat suara tps',
);
/** A bare number before one of these counts things: "coblos 5 surat suara", "menangkan 2 tiket". */
const UNITS = words(
  'kali x surat lembar kertas orang org calon caleg kandidat pasang pasangan nama partai paslon capres jam menit ' +
    'detik hari minggu pekan bulan bln tahun thn th tps periode putaran suara rb ribu juta jt miliar persen buah ekor ' +
    'pcs porsi menu warna jenis macam tiket hadiah atau sampai hingga dari per sama saja di ini itu yang antara ' +
    'januari jan februari feb maret mar april apr mei juni jun juli jul agustus agu september sep oktober okt ' +
    'november nov desember des',
);
/** Things of ordinary life that have numbers of their own. */
const ORDINARY = words(
  'hp handphone telepon telpon telp tlp wa whatsapp rekening rek antrean antrian antri antre ngantri loket rumah rt ' +
    'rw jalan jl gang blok kavling kamar kursi meja bangku menu layanan operator tekan soal jawaban punggung jersey ' +
    'pemain undian kode pin resi absen presensi kuis ujian lagu halaman bab slide gambar foto warna ukuran sepatu ' +
    'plat sim nik paket produk varian rasa lantai gedung peserta pasien pendaftaran pendaftar registrasi daftar tiket ' +
    'vaksin sertifikat peringkat ranking urutan jalur gerbong rute bus kereta film lomba opsi',
);
const ORDINARY_WINDOW = 4;
/** Words that people write without a space before the number: "paslon02", "no2". */
const GLUED = /^(nomor|nomer|no|paslon|capres|coblos|pilih|urut|salam)(\d{1,2})$/;
const BALLOT_NUMBER = /^(?:0?[1-9]|[1-9]\d)$/;

interface Unit {
  readonly text: string;
  readonly token: number;
  readonly breaks: boolean;
}

/** Finds ballot-number phrases. `text` is the string that the offsets of `tokens` point into. */
export function findNumbers(tokens: readonly Token[], text: string): NumberPhrase[] {
  const units = unitsOf(tokens);
  const phrases: NumberPhrase[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const phrase = phraseAt(units, at, tokens, text);
    if (phrase) phrases.push(phrase);
  }
  return phrases;
}

function unitsOf(tokens: readonly Token[]): Unit[] {
  const units: Unit[] = [];
  tokens.forEach((token, index) => {
    const glued = token.kind === 'word' ? GLUED.exec(token.text) : null;
    if (glued?.[1] !== undefined && glued[2] !== undefined) {
      units.push({ text: glued[1], token: index, breaks: token.breaks });
      units.push({ text: glued[2], token: index, breaks: false });
    } else units.push({ text: token.text, token: index, breaks: token.breaks });
  });
  return units;
}

function phraseAt(
  units: readonly Unit[],
  at: number,
  tokens: readonly Token[],
  text: string,
): NumberPhrase | undefined {
  const unit = units[at];
  if (!unit) return undefined;
  // "#2" alone is a rank or a list; after a verb it is a way to write "nomor 2".
  const sign = unit.text.startsWith('#');
  const numeral = sign ? unit.text.slice(1) : unit.text;
  const inDigits = BALLOT_NUMBER.test(numeral);
  const value = inDigits ? Number(numeral) : sign ? undefined : NUMBER_WORDS.get(numeral);
  if (value === undefined || isPartOfFigure(tokens[unit.token], text)) return undefined;

  /** Text of the unit at `index` when nothing but a space stands between it and the one after it. */
  const before = (index: number): string => {
    const previous = units[index];
    if (!previous) return '';
    // "No. 2": the full stop after an abbreviation is no end of a sentence.
    if (units[index + 1]?.breaks === true && !NUMBER_NOUNS.has(previous.text)) return '';
    return previous.text;
  };
  const after = (steps: number): string => {
    for (let step = 1; step <= steps; step += 1) if (units[at + step]?.breaks !== false) return '';
    return units[at + steps]?.text ?? '';
  };
  const found = (first: number, signal: Signal, last = at, needsTicket = false): NumberPhrase => ({
    from: units[first]?.token ?? unit.token,
    to: (units[last]?.token ?? unit.token) + 1,
    value,
    signal,
    needsTicket,
  });

  if (before(at - 1) === 'salam' && after(1) === 'jari') return found(at - 1, 'campaign', at + 1);

  let first = at;
  const ordered = before(first - 1) === 'urut';
  if (ordered) first -= 1;
  const noun = NUMBER_NOUNS.has(before(first - 1));
  if (noun) first -= 1;
  const named = noun || ordered || sign;
  const counted = !named && isCounted(after(1), inDigits);

  let ticket = false;
  if (TICKET_NOUNS.has(before(first - 1))) {
    ticket = true;
    first -= 1;
  } else if (before(first - 1) === 'calon' && before(first - 2) === 'pasangan') {
    ticket = true;
    first -= 2;
  } else if (named && before(first - 1) === 'presiden' && before(first - 2) === 'calon') {
    ticket = true;
    first -= 2;
  }
  if (ticket && counted) return undefined;

  const verb = before(first - 1);
  if (BALLOT_VERBS.has(verb)) return counted ? undefined : found(first - 1, 'campaign');
  if (CHOICE_VERBS.has(verb)) {
    if (ticket) return found(first - 1, 'campaign');
    if (counted || isOrdinary(units, first - 1, at) || after(1) === 'atau') return undefined;
    if (named || (inDigits && numeral.startsWith('0'))) return found(first - 1, 'campaign');
    // "Saya pilih 2!": a poll or a vote. A hint at most, and only while such a ticket stands for election.
    return inDigits && after(1) === '' ? found(first - 1, 'subject', at, true) : undefined;
  }
  if (ticket) return found(first, 'campaign');
  if (ordered && !isOrdinary(units, first, at)) {
    return found(first, 'subject', at, !isBeside(units, first, at, ELECTORAL_WORDS));
  }
  return undefined;
}

/** A digit right behind `.` `,` `:` `/` `-` or a percent sign: a time, a date, a price, a score, an address. */
function isPartOfFigure(token: Token | undefined, text: string): boolean {
  if (!token) return true;
  const ahead = text.slice(token.end, token.end + 2);
  const behind = text.slice(Math.max(0, token.start - 2), token.start);
  return /^(?:[.,:/–-][\p{L}\p{N}]|\s?%)/u.test(ahead) || /\p{N}[.,:/–-]$/u.test(behind);
}

function isCounted(next: string, inDigits: boolean): boolean {
  if (UNITS.has(next)) return true;
  // "coblos dua duanya", "pilih satu per satu": words count far more often than digits do.
  return !inDigits && /^(?:duanya|satunya|tiganya|satu|dua)$/.test(next);
}

function isOrdinary(units: readonly Unit[], first: number, last: number): boolean {
  return isBeside(units, first, last, ORDINARY);
}

/** True when one of `vocabulary` stands within a few words of the range, in the same sentence. */
function isBeside(
  units: readonly Unit[],
  first: number,
  last: number,
  vocabulary: ReadonlySet<string>,
): boolean {
  for (let index = last + 1; index <= last + ORDINARY_WINDOW; index += 1) {
    const unit = units[index];
    if (!unit || unit.breaks) break;
    if (vocabulary.has(unit.text)) return true;
  }
  for (let index = first - 1; index >= first - ORDINARY_WINDOW; index -= 1) {
    const unit = units[index];
    if (!unit || units[index + 1]?.breaks === true) break;
    if (vocabulary.has(unit.text)) return true;
  }
  return false;
}
