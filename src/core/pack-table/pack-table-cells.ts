import { type ALIAS_KINDS, CONFIDENCES, PACK_LIMITS, type PackEntity } from '../pack/pack.ts';
import { normalize } from '../text/normalize.ts';
import type { ContestKind, PhaseDates, SiteId } from '../types.ts';
import type { TableLanguage } from './pack-table-columns.ts';

/** What is wrong with a cell; `text` is the part of it that is. The words stand in `locales/author.*.json`. */
export interface CellFault {
  readonly code:
    | 'formula'
    | 'markup'
    | 'signs'
    | 'garbled'
    | 'address'
    | 'short'
    | 'long'
    | 'many'
    | 'two-letters'
    | 'number'
    | 'year'
    | 'kind'
    | 'role'
    | 'hashtag'
    | 'account'
    | 'account-site'
    | 'phase-dates'
    | 'phase-reversed'
    | 'confidence';
  readonly text: string;
}

export type Read<Value> = { readonly value: Value } | { readonly fault: CellFault };

type Alias = PackEntity['aliases'][number];
type Slogan = PackEntity['slogans'][number];
type Account = PackEntity['accounts'][number];

const fault = (code: CellFault['code'], text: string): { readonly fault: CellFault } => ({
  fault: { code, text: shortened(text) },
});

/** Enough of a cell to find it by. */
export function shortened(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** What people write where there is nothing to write. */
const NOTHING = /^(?:-+|–|—|n\/?a|nihil|tidak ada|kosong|none)$/i;

export function isNothing(cell: string): boolean {
  const text = cell.trim();
  return text === '' || NOTHING.test(text);
}

/** The values of a cell, parted by ";" or line ends. */
export function partsOfCell(cell: string): string[] {
  return cell
    .split(/[;\r\n]+/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => !isNothing(part));
}

/** A text that a pack may hold, of so many characters. */
export function readPlain(
  text: string,
  minimum: number,
  maximum: number = PACK_LIMITS.textMax,
): Read<string> {
  const value = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (value.length > maximum) return fault('long', value);
  if (/\p{Cs}|\uFFFD/u.test(value)) return fault('garbled', value);
  // A spreadsheet would compute it, and nobody is called so.
  if (/^[=+@]/.test(value) || /^-\s*[\d(]/.test(value)) return fault('formula', value);
  if (/[<>{}[\]|\\^*\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(value)) return fault('markup', value);
  if (/:\/\/|\bwww\./i.test(value)) return fault('address', value);
  // What matching does not read at all names nobody. The schema counts characters, of which some are two code units.
  if ([...value].length < minimum || normalize(value).tokens.length === 0) return fault('short', value);
  return { value };
}

/** Of a person, a pair or a party. */
export function readName(text: string): Read<string> {
  const read = readPlain(text, PACK_LIMITS.textMin);
  if ('value' in read && !/^[\p{L}\p{M}\p{N}\s.,'’`&/()–—-]+$/u.test(read.value))
    return fault('signs', read.value);
  return read;
}

/** Maps, because a cell may hold any word, "constructor" too. */
const ALIAS_MARKS = new Map<string, (typeof ALIAS_KINDS)[number] | 'supporting' | 'subject'>([
  ['panggilan', 'nickname'],
  ['nickname', 'nickname'],
  ['inisial', 'initials'],
  ['initials', 'initials'],
  ['singkatan', 'initials'],
  ['pasangan', 'pair'],
  ['pair', 'pair'],
  ['kata umum', 'supporting'],
  ['pendukung', 'supporting'],
  ['common word', 'supporting'],
  ['supporting', 'supporting'],
  ['nama jelas', 'subject'],
  ['clear name', 'subject'],
  ['subject', 'subject'],
]);

/**
 * `BIMA (inisial, kata umum)`. Without a mark: capitals are initials, two names of a ticket with a sign between are a
 * pair, anything else is a nickname. Two letters are always an everyday word too.
 */
export function readAlias(part: string, isTicket: boolean): Read<Alias> {
  const marked = /^(.*?)\s*\(([^()]*)\)$/s.exec(part);
  const marks = marked?.[2]?.split(',').map((mark) => ALIAS_MARKS.get(mark.trim().toLowerCase()));
  const isMarked = marks !== undefined && !marks.includes(undefined);
  const text = isMarked ? (marked?.[1] ?? '') : part;
  const read = readPlain(text, PACK_LIMITS.initialsMin);
  if ('fault' in read) return read;
  const named = isMarked ? marks : [];
  const kind =
    named.find((mark) => mark === 'nickname' || mark === 'initials' || mark === 'pair') ??
    (isTicket && /\p{L}\s*[-–—&/+]\s*\p{L}|\p{L}\s+x\s+\p{L}/u.test(text)
      ? 'pair'
      : /^[\p{Lu}\p{N}]{2,6}$/u.test(text)
        ? 'initials'
        : 'nickname');
  const isTwo = read.value.length < PACK_LIMITS.textMin;
  if (isTwo && kind !== 'initials') return fault('two-letters', text);
  const signal = isTwo ? 'supporting' : named.find((mark) => mark === 'supporting' || mark === 'subject');
  return { value: { text: read.value, kind, ...(signal === undefined ? {} : { signal }) } as Alias };
}

export function readHashtag(part: string): Read<string> {
  const text = part.replace(/^[#＃]+/, '').trim();
  const isOne = /^[\p{L}\p{M}\p{N}_]+$/u.test(text) && normalize(`#${text}`).tokens.length === 1;
  if (text.length > PACK_LIMITS.textMax) return fault('long', part);
  if (!isOne || text.length < PACK_LIMITS.textMin) return fault('hashtag', part);
  return { value: text };
}

const STRENGTHS = new Map<string, Slogan['strength']>([
  ['kuat', 'strong'],
  ['strong', 'strong'],
  ['lemah', 'weak'],
  ['weak', 'weak'],
]);

/** `Maju Terus (kuat)`; weak without a mark, so that a slogan alone reminds of nothing. */
export function readSlogan(part: string): Read<Slogan> {
  const marked = /^(.*?)\s*\(([^()]*)\)$/s.exec(part);
  const strength = STRENGTHS.get(marked?.[2]?.trim().toLowerCase() ?? '');
  const read = readPlain(strength ? (marked?.[1] ?? '') : part, PACK_LIMITS.textMin);
  return 'fault' in read ? read : { value: { text: read.value, strength: strength ?? 'weak' } };
}

const SITES = new Map<string, SiteId>([
  ['x', 'x'],
  ['twitter', 'x'],
  ['x.com', 'x'],
  ['twitter.com', 'x'],
  ['instagram', 'instagram'],
  ['ig', 'instagram'],
  ['instagram.com', 'instagram'],
  ['facebook', 'facebook'],
  ['fb', 'facebook'],
  ['facebook.com', 'facebook'],
]);

/** `x:tim_arunika`, `instagram @tim_arunika`, or the address of the profile. */
export function readAccount(part: string): Read<Account> {
  const address = /^https?:\/\/(?:www\.|m\.|mobile\.)?([a-z.]+)\/@?([A-Za-z0-9_.]+)\/?(?:\?.*)?$/i.exec(part);
  const named = /^([A-Za-z.]+)\s*[:/@\s]\s*@?([A-Za-z0-9_.]+)$/.exec(part);
  const [, name, handle] = address ?? named ?? [];
  if (name === undefined || handle === undefined)
    return fault(/^@?\w+$/.test(part) ? 'account-site' : 'account', part);
  const site = SITES.get(name.toLowerCase());
  if (site === undefined) return fault('account-site', part);
  if (handle.length < 2 || handle.length > 64) return fault('account', part);
  return { value: { site, handle } };
}

/** 1 to 99; "02" and "2.0" are what spreadsheets make of it. */
export function readNumber(cell: string): Read<number> {
  const digits = /^(?:no\.?\s*)?0*(\d{1,2})(?:[.,]0+)?$/i.exec(cell.trim())?.[1];
  const number = Number(digits);
  return digits !== undefined && number >= 1 ? { value: number } : fault('number', cell);
}

export function readYear(cell: string): Read<number> {
  const year = Number(/^\s*(\d{4})(?:[.,]0+)?\s*$/.exec(cell)?.[1]);
  return year >= 1955 && year <= 2100 ? { value: year } : fault('year', cell);
}

const KINDS: readonly (readonly [ContestKind, RegExp])[] = [
  ['president', /presiden|president|pilpres/i],
  ['governor', /gubernur|governor|pilgub/i],
  ['regent', /bupati|wali\s?kota|regent|mayor|pilbup|pilwal/i],
  ['legislature', /legislat|dpr|dpd|pileg|parlemen|parliament/i],
  ['other', /lain|other/i],
];

export function readKind(cell: string): Read<ContestKind> {
  const [kind] = KINDS.find(([, pattern]) => pattern.test(cell)) ?? [];
  return kind === undefined ? fault('kind', cell) : { value: kind };
}

const ROLES: readonly (readonly [PackEntity['role'], RegExp])[] = [
  ['campaign-team', /tim|team|relawan|volunteer/i],
  ['party', /partai|party/i],
  ['ticket', /paslon|pasangan|ticket|pair/i],
  ['candidate', /calon|caleg|candidate/i],
];

export function readRole(cell: string): Read<PackEntity['role']> {
  const [role] = ROLES.find(([, pattern]) => pattern.test(cell)) ?? [];
  return role === undefined ? fault('role', cell) : { value: role };
}

const CONFIDENCE_WORDS = new Map<string, PackEntity['confidence']>([
  ['dua sumber', 'verified_2_sources'],
  ['2 sumber', 'verified_2_sources'],
  ['two sources', 'verified_2_sources'],
  ['satu sumber', 'verified_1_source'],
  ['1 sumber', 'verified_1_source'],
  ['one source', 'verified_1_source'],
  ['data resmi', 'official_data'],
  ['official data', 'official_data'],
  ['resmi', 'official_data'],
  ['dipakai, ada sumber', 'in_use+source'],
  ['in use, with source', 'in_use+source'],
  ['dipakai', 'in_use'],
  ['in use', 'in_use'],
]);

export function readConfidence(cell: string): Read<PackEntity['confidence']> {
  const word = cell.trim().toLowerCase();
  const value = CONFIDENCES.find((known) => known === word) ?? CONFIDENCE_WORDS.get(word);
  return value === undefined ? fault('confidence', cell) : { value };
}

/** `2030-09-25..2030-11-23`, `25/09/2030 s.d. 23/11/2030`, or one day. Day before month, as in Indonesia. */
export function readPhase(cell: string): Read<Omit<PhaseDates, 'phase'>> {
  const days = cell.match(/\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/g)?.map(isoDay) ?? [];
  const [start, end = start] = days;
  const rest = cell.replace(/\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/g, '');
  const isPlain = /^[\s.–—-]*(?:s\.?\s?\/?\s?d\.?|sampai|hingga|until|to)?[\s.–—-]*$/i.test(rest);
  if (start === undefined || end === undefined || days.length > 2 || !isPlain)
    return fault('phase-dates', cell);
  return end < start ? fault('phase-reversed', cell) : { value: { start, end } };
}

function isoDay(text: string): string | undefined {
  const [one = '', two = '', three = ''] = text.split(/[/.-]/);
  const [year, month, day] = one.length === 4 ? [one, two, three] : [three, two, one];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return new Date(`${iso}T00:00:00Z`).toJSON()?.slice(0, 10) === iso ? iso : undefined;
}

/** Examples may be sentences with signs, but not markup. */
export function readExample(part: string): Read<string> {
  const value = part.normalize('NFC').trim();
  if (value.length > PACK_LIMITS.noteMax) return fault('long', value);
  if (/\p{Cs}|\uFFFD/u.test(value)) return fault('garbled', value);
  if (/[<>{}[\]|\\^*\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(value)) return fault('markup', value);
  return /:\/\/|\bwww\./i.test(value) ? fault('address', value) : { value };
}

/** A source may not be a formula either: the file goes back into a spreadsheet. */
export function readSource(cell: string): Read<string> {
  return readPlain(
    cell.replace(/https?:\/\/(?:www\.)?/gi, '').replace(/\s*[\r\n]+\s*/g, '; '),
    1,
    PACK_LIMITS.noteMax,
  );
}

const WORDS = {
  id: {
    initials: 'inisial',
    pair: 'pasangan',
    nickname: 'panggilan',
    supporting: 'kata umum',
    subject: 'nama jelas',
  },
  en: {
    initials: 'initials',
    pair: 'pair',
    nickname: 'nickname',
    supporting: 'common word',
    subject: 'clear name',
  },
} as const;

/** As `readAlias()` reads it, with every mark said. */
export function writeAlias(
  { text, kind, signal }: Alias,
  language: TableLanguage,
  isTicket: boolean,
): string {
  const plain = readAlias(text, isTicket);
  const isSame =
    'value' in plain &&
    plain.value.text === text &&
    plain.value.kind === kind &&
    plain.value.signal === signal;
  if (isSame) return text;
  const words = WORDS[language];
  return `${text} (${[words[kind], ...(signal === undefined ? [] : [words[signal]])].join(', ')})`;
}

export function writeSlogan({ text, strength }: Slogan, language: TableLanguage): string {
  const strong = language === 'id' ? 'kuat' : 'strong';
  return strength === 'strong' ? `${text} (${strong})` : text;
}

export function writeAccount({ site, handle }: Account): string {
  return `${site}:${handle}`;
}
