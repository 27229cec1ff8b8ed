const CONSONANTS = 'bdfghjklmnprstvz';
const VOWELS = 'aiou';

/** Words of a fingerprint that people compare by voice: 96 bits. */
export const FINGERPRINT_WORDS = 6;

/**
 * The first bytes of a hash as words that can be read aloud, 16 bits each (Wilkerson, A Proposal for Proquints, arXiv
 * 0901.4016): `babad` is 1. Spelt as Indonesian is spoken, so nobody needs a list of words.
 *
 * @param hash hex, at least 24 digits
 */
export function fingerprintWords(hash: string): string {
  return Array.from({ length: FINGERPRINT_WORDS }, (_, at) =>
    wordOf(Number.parseInt(hash.slice(at * 4, at * 4 + 4), 16)),
  ).join('-');
}

function wordOf(bits: number): string {
  const consonant = (shift: number) => CONSONANTS.charAt((bits >> shift) & 15);
  const vowel = (shift: number) => VOWELS.charAt((bits >> shift) & 3);
  return consonant(12) + vowel(10) + consonant(6) + vowel(4) + consonant(0);
}
