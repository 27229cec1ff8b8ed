import { OTHER_OFFICES, wordSet as words } from '../vocabulary.ts';
import talk from './contest-talk.json';
import { holdsAny } from './sentence.ts';

/** "NAMA 2 periode", "lanjutkan 2 periode": contracts and courses have terms too. */
export function isAnotherTerm(sentence: readonly string[], behind: number): boolean {
  const goesOn = sentence.some((word) => GOES_ON.test(word));
  return sentence.some(
    (word, at) => word === 'periode' && TERMS.has(sentence[at - 1] ?? '') && (goesOn || at - 1 === behind),
  );
}

const GOES_ON = /^lanjut(?:kan|in)?$/;
const TERMS = words('2 dua kedua');

/** "diusung partai", "didukung banyak partai", and not by that of a neighbour. */
export function isBacked(sentence: readonly string[], seen: ReadonlySet<string>): boolean {
  if (holdsAny(seen, BACKED) && holdsAny(seen, PARTIES)) return true;
  return sentence.some(
    (word, at) =>
      BACKED_BY.has(word) && MANY.has(sentence[at + 1] ?? '') && PARTIES.has(sentence[at + 2] ?? ''),
  );
}

const BACKED_BY = words(talk.words.backedBy);
const MANY = words(talk.words.many);
const BACKED = words(talk.words.backed);
export const PARTIES = words(talk.words.parties);
const AIM = words(talk.words.aim);
export const OFFICE = words(talk.words.office);
/** Between the aim and the office: "calon wakil gubernur". */
const RANK = words(talk.words.rank);

export function isAimedAt(sentence: readonly string[]): boolean {
  return sentence.some((word, at) => {
    if (!AIM.has(word)) return false;
    const office = RANK.has(sentence[at + 1] ?? '') ? at + 2 : at + 1;
    const isMayor = sentence[office] === 'wali' && sentence[office + 1] === 'kota';
    const next = sentence[isMayor ? office + 2 : office + 1] ?? '';
    return (isMayor || OFFICE.has(sentence[office] ?? '')) && !OTHER_OFFICES.has(next);
  });
}
