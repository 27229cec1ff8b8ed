import type { Token } from './normalize.ts';
import { AMOUNTS, LEADS, MONEY, wordSet as words } from './vocabulary.ts';

/** Support or attack by themselves when a name follows. */
const BALLOT_VERBS = words(
  'coblos cobloslah coblosin coblosen nyoblos mencoblos menangkan menangkanlah menangin menangno menangke memenangkan',
);
/** Everyday verbs: they need a first person, a call or a "jangan" before them. */
const CHOICE_VERBS = words(
  'pilih pilihlah milih memilih dukung dukunglah mendukung ndukung dhukung ngedukung ngadukung milihin pilihen vote',
);
const FIRST_PERSON = words(
  'saya aku kami kita gue gua gw sy ane q beta abdi urang kulo kula inyong enyong ambo denai awak ulun tiang titiang iya kuring aing sayah akuh dewek',
);
const REJECTIONS = words('tolak tenggelamkan ulah emoh alim');
const ADVERBS = words(
  'insyaallah siap tetap akan pasti bakal mau juga sudah udah sdh selalu sangat full hanya cuma',
);
const CALLS = words('ayo mari hayu yuk yuks kuy siap tetap jangan jgn ojo lupa emoh ulah');
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
  while (name - verb <= MAX_TITLES && LEADS.has(at(verb))) verb -= 1;

  if (BALLOT_VERBS.has(at(verb))) return at(verb - 1) === 'jangan' ? verb - 1 : verb;
  if (ambiguous) return undefined;
  if (REJECTIONS.has(at(verb))) return verb;
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

/** Words behind a name that choose it: "Nama menang", "Nama pilihanku". */
const FOLLOWING = words(
  'menang meunang manang menangin pilihanku jagoanku presidenku gubernurku bupatiku walikotaku',
);
const BETWEEN = words('pasti harus kudu wajib semoga bakal akan insyaallah siap sih gas mah memang emang');

/** End (exclusive) of a phrase of support that opens with the name that ends at `name`, or undefined. */
export function endorsementEnd(tokens: readonly Token[], name: number): number | undefined {
  let at = name;
  while (at < name + 2 && tokens[at]?.breaks === false && BETWEEN.has(tokens[at]?.text ?? '')) at += 1;
  const cue = tokens[at];
  return cue && !cue.breaks && FOLLOWING.has(cue.text) ? at + 1 : undefined;
}

/** A cue that needs no name: the writer's own choice, or money for a vote. */
export interface Voice {
  readonly from: number;
  readonly to: number;
  readonly kind: 'own-voice' | 'money-offer';
}

const OFFICES = words('presiden wapres gubernur wagub bupati walikota capres cawapres cagub cawagub paslon');
const CANDIDATES = words('capres cawapres cagub cawagub paslon');
const MINE = words('ku q gue gua gw kita kami saya aku');
const OWN_OFFICE =
  /^(presiden|wapres|gubernur|bupati|walikota|capres|cawapres|cagub|cawagub|paslon)(?:ku|q)$/;
const CHOSEN = words('pilihanku pilihanq pilihan jagoanku idolaku');
const VOTE_WORDS = words('coblos nyoblos mencoblos dicoblos paslon caleg capres cagub cabup');
const MONEY_WINDOW = 5;

/** One of these stands in every phrase that needs no certain name. */
export const VOICE_TRIGGERS: readonly string[] = [
  ...BALLOT_VERBS,
  ...OFFICES,
  ...VOTE_WORDS,
  ...[...OFFICES].flatMap((office) => [`${office}ku`, `${office}q`]),
  'serangan',
];

/** "ini calon presidenku", "presiden pilihanku", "capres gue"; "coblos ... dapat 100 ribu". Neutral as to whom. */
export function findVoices(tokens: readonly Token[]): Voice[] {
  const found: Voice[] = [];
  const at = (index: number): string => (tokens[index]?.kind === 'word' ? (tokens[index]?.text ?? '') : '');
  const next = (index: number): string => (tokens[index]?.breaks === false ? at(index) : '');
  for (let here = 0; here < tokens.length; here += 1) {
    const word = at(here);
    const own = OWN_OFFICE.exec(word)?.[1];
    if (
      own !== undefined &&
      (CANDIDATES.has(own) || (at(here - 1) === 'calon' && tokens[here]?.breaks === false))
    ) {
      const from = at(here - 1) === 'calon' ? here - 1 : here;
      found.push({ from, to: here + 1, kind: 'own-voice' });
    } else if (OFFICES.has(word)) {
      const following = next(here + 1);
      const mine = next(here + 2);
      if (following === 'pilihan' ? MINE.has(mine) : CHOSEN.has(following)) {
        found.push({ from: here, to: here + (following === 'pilihan' ? 3 : 2), kind: 'own-voice' });
      } else if (CANDIDATES.has(word) && /^(?:gue|gua|gw|saya|aku)$/.test(following)) {
        found.push({ from: here, to: here + 2, kind: 'own-voice' });
      }
    } else if (word === 'serangan' && next(here + 1) === 'fajar') {
      found.push({ from: here, to: here + 2, kind: 'money-offer' });
    } else if (VOTE_WORDS.has(word)) {
      const money = moneyNear(tokens, here);
      if (money !== undefined) {
        found.push({ from: Math.min(here, money), to: Math.max(here, money) + 1, kind: 'money-offer' });
      }
    }
  }
  return found;
}

/** Money or an amount of it within a few words of `here`, in the same sentence. */
function moneyNear(tokens: readonly Token[], here: number): number | undefined {
  const isMoney = (index: number): boolean => {
    const text = tokens[index]?.text ?? '';
    return (
      MONEY.has(text) ||
      (AMOUNTS.has(text) && /\d/.test(tokens[index - 1]?.text ?? '')) ||
      /^\d+(?:rb|ribu|jt|juta|k)$/.test(text)
    );
  };
  for (let index = here + 1; index <= here + MONEY_WINDOW; index += 1) {
    if (tokens[index]?.breaks !== false) break;
    if (isMoney(index)) return index;
  }
  for (let index = here - 1; index >= here - MONEY_WINDOW; index -= 1) {
    if (tokens[index + 1]?.breaks !== false) break;
    if (isMoney(index)) return index;
  }
  return undefined;
}
