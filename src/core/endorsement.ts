import type { Token } from './normalize.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Support or attack by themselves when a name follows. */
const BALLOT_VERBS = words('coblos cobloslah nyoblos mencoblos menangkan');
/** Everyday verbs: they need a first person, a call or a "jangan" before them. */
const CHOICE_VERBS = words('pilih pilihlah milih memilih dukung dukunglah mendukung vote');
const FIRST_PERSON = words('saya aku kami kita gue gua gw sy ane q beta abdi urang kulo inyong');
const ADVERBS = words('siap tetap akan pasti bakal mau juga sudah udah sdh selalu sangat full hanya cuma');
const CALLS = words('ayo mari hayu yuk yuks kuy siap tetap jangan lupa');
const TITLES = words(
  'pak bapak bpk bu ibu mas mba mbak gus cak bang kang kyai kiai haji prof dr ir jenderal jendral letjen paslon ' +
    'pasangan calon capres cawapres presiden wapres gubernur bupati partai untuk kepada si abah buya',
);
const MAX_TITLES = 4;

/**
 * First token of a phrase that supports or attacks the name at `name` ("saya pilih Pak …", "asal bukan …",
 * "menangkan …"), or undefined. An `ambiguous` name is also an everyday word and takes ballot verbs only. The rule
 * never looks at whose name it is.
 */
export function endorsementStart(
  tokens: readonly Token[],
  name: number,
  ambiguous: boolean,
): number | undefined {
  const at = (index: number): string => {
    const token = tokens[index];
    return token && token.kind === 'word' && tokens[index + 1]?.breaks === false ? token.text : '';
  };
  let verb = name - 1;
  while (name - verb <= MAX_TITLES && TITLES.has(at(verb))) verb -= 1;

  if (BALLOT_VERBS.has(at(verb))) return at(verb - 1) === 'jangan' ? verb - 1 : verb;
  if (ambiguous) return undefined;
  if (at(verb) === 'tolak') return verb;
  if (at(verb) === 'bukan' && at(verb - 1) === 'asal') return verb - 1;
  if (!CHOICE_VERBS.has(at(verb))) return undefined;

  let opener = verb - 1;
  while (verb - opener <= 2 && ADVERBS.has(at(opener)) && !CALLS.has(at(opener))) opener -= 1;
  if (FIRST_PERSON.has(at(opener)) || CALLS.has(at(opener))) {
    // "kami siap dukung", "jangan lupa pilih": show the whole phrase.
    const wider = at(opener - 1);
    return FIRST_PERSON.has(wider) || wider === 'jangan' ? opener - 1 : opener;
  }
  return undefined;
}
