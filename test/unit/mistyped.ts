import type { Random } from '../bench/random.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
const COMMON = [...'aeiouhyw'];

/** A word with up to three letters changed, lost, added, doubled or swapped; the word itself when it became too short. */
export function mistyped(word: string, random: Random): string {
  let text = word;
  for (let slips = 1 + random.below(3); slips > 0; slips -= 1) {
    const at = random.below(text.length);
    const [before, letter, behind] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
    const other = random.next() < 0.6 ? random.oneOf(COMMON) : ALPHABET.charAt(random.below(26));
    const made = [other, '', letter + other, letter + letter, behind.charAt(0) + letter];
    const kind = random.below(made.length);
    text = before + made[kind] + (kind === 4 ? behind.slice(1) : behind);
  }
  return text.length < 4 ? word : text;
}
