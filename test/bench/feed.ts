import { everydayWords, isOrdinary } from '../../src/core/language/lexicon.ts';
import { dress, MATHEMATICAL } from '../evidence/alphabets.ts';
import { OBFUSCATIONS, obfuscate } from '../evidence/obfuscate.ts';
import { type Random, seeded } from './random.ts';
import { ORDINARY } from './texts.ts';

const SHORTEST = 50;
const LONGEST = 5_000;

/** Commonest first: a few words make most of any text, and the rest is drawn from thousands. */
const vocabulary = [
  ...new Set([...ORDINARY, ...shuffled([...everydayWords()].filter(isOrdinary), seeded(11))]),
];

function shuffled<Item>(list: Item[], random: Random): Item[] {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [list[at], list[other]] = [list[other] as Item, list[at] as Item];
  }
  return list;
}

function word(random: Random): string {
  const known = vocabulary[Math.floor(random.next() ** 7 * vocabulary.length)] ?? 'ya';
  const chance = random.next();
  // Words that no dictionary has: short forms, slips, held letters.
  if (chance < 0.05) return known.replace(/(?<=.)[aeiou]/g, '');
  if (chance < 0.08) return known.slice(0, 1) + known.slice(2);
  if (chance < 0.1) return `${known}${known.slice(-1).repeat(3)}`;
  if (chance < 0.13) return `${known}${'abcdefghijklmnopqrstuvwxyz'[random.below(26)]}`;
  if (chance < 0.15) return String(random.below(3_000));
  if (chance < 0.22)
    return random.oneOf(['di', 'ber', 'me', '']) + known + random.oneOf(['nya', 'kan', 'an', 'i']);
  return known;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What a few of a hundred words are turned into. */
function decorated(plain: string, random: Random): string {
  const chance = random.next();
  if (chance < 0.006) return dress(plain, random.oneOf(MATHEMATICAL));
  if (chance < 0.012) return plain.replaceAll('a', '4').replaceAll('i', '1');
  if (chance < 0.018) return [...plain].join('\u200b');
  if (chance < 0.022) return [...plain].join(' ');
  if (chance < 0.03) return `#${capital(plain)}${capital(word(random))}`;
  if (chance < 0.036) return `@${plain}_${random.below(99)}`;
  if (chance < 0.05) return `${plain} ${random.oneOf(['🙏', '😂😂', '🌧️', '👍🏽', '🇮🇩'])}`;
  return plain;
}

function sentence(random: Random): string {
  const words = Array.from({ length: 4 + random.below(14) }, () => decorated(word(random), random));
  return capital(words.join(' ')) + random.oneOf(['.', '.', '!', '?', '...', ',']);
}

/** Posts of 50 to 5,000 characters, as many short ones as long ones; about one in ten names somebody of `names`. */
export function generateFeed(count: number, names: readonly string[], seed: number): string[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const length = SHORTEST * (LONGEST / SHORTEST) ** random.next();
    let text = sentence(random);
    if (names.length > 0 && random.next() < 0.1) text += ` ${mention(random.oneOf(names), random)}.`;
    while (text.length < length) text += (random.next() < 0.1 ? '\n\n' : ' ') + sentence(random);
    return flat(text.slice(0, Math.max(SHORTEST, Math.floor(length))));
  });
}

function mention(name: string, random: Random): string {
  if (random.next() < 0.5) return name;
  const forms = obfuscate(random.oneOf(OBFUSCATIONS), { name });
  return forms.length > 0 ? random.oneOf(forms) : name;
}

/** A text of exactly `length` characters of the plain kind: letters, spaces and full stops. */
export function plainText(length: number, seed: number): string {
  const random = seeded(seed);
  let text = '';
  while (text.length < length) {
    text += `${capital(Array.from({ length: 4 + random.below(14) }, () => word(random)).join(' '))}. `;
  }
  return flat(text.slice(0, length));
}

/** Engines keep a joined string in pieces until it is read; whoever read it first would pay for all others. */
export function flat(text: string): string {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at);
  if (sum < 0) throw new Error('never: keeps the loop');
  return text;
}
