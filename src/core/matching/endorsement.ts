import { findStances, wordsOfClass } from '../language/stance-patterns.ts';
import { LEADS, wordSet as words } from '../language/vocabulary.ts';
import type { Token } from '../text/normalize.ts';
import type { Signal } from '../types.ts';
import { moneyOfferAt } from './money-offer.ts';

/** Support or attack by themselves when a name follows. */
export const BALLOT_VERBS = new Set([...wordsOfClass('punch'), ...wordsOfClass('win')]);
/** Everyday verbs: they need a first person, a call or a "jangan" before them. */
const CHOICE_VERBS = wordsOfClass('choose');
const FIRST_PERSON = wordsOfClass('self');
const REJECTIONS = words('tolak tenggelamkan ulah emoh alim kalahkan tumbangkan lengserkan');
const STOPS = wordsOfClass('stop');
const ONLY_NOT = words('asal asalkan penting');
const NOT = wordsOfClass('not');
const ADVERBS = new Set([...wordsOfClass('adverb'), ...wordsOfClass('negation')]);
const CALLS = wordsOfClass('call');
const FILLERS = wordsOfClass('filler');
const CREW = wordsOfClass('crew');
const MAX_TITLES = 4;
const MAX_ADVERBS = 4;

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
    return token && tokens[index + 1]?.breaks === false ? token.text : '';
  };
  let verb = name - 1;
  while (name - verb <= MAX_TITLES && (LEADS.has(at(verb)) || FILLERS.has(at(verb)))) verb -= 1;

  if (BALLOT_VERBS.has(at(verb))) return STOPS.has(at(verb - 1)) ? verb - 1 : verb;
  if (ambiguous) return undefined;
  if (REJECTIONS.has(at(verb)) || CREW.has(at(verb))) return verb;
  if (NOT.has(at(verb)) && ONLY_NOT.has(at(verb - 1))) return verb - 1;
  if (!CHOICE_VERBS.has(at(verb))) return undefined;

  let opener = verb - 1;
  while (verb - opener <= MAX_ADVERBS && ADVERBS.has(at(opener)) && !CALLS.has(at(opener))) opener -= 1;
  if (FIRST_PERSON.has(at(opener)) || CALLS.has(at(opener))) {
    // "kami siap dukung", "jangan lupa pilih": show the whole phrase.
    const wider = at(opener - 1);
    return FIRST_PERSON.has(wider) || STOPS.has(wider) ? opener - 1 : opener;
  }
  return undefined;
}

/** Words behind a name that choose it: "Nama menang", "Nama pilihanku". */
const FOLLOWING = new Set([
  ...words('menang meunang manang menangin pilihanku jagoanku'),
  ...wordsOfClass('officeMine'),
]);
const BETWEEN = wordsOfClass('between');

/** End (exclusive) of a phrase of support that opens with the name that ends at `name`, or undefined. */
export function endorsementEnd(tokens: readonly Token[], name: number): number | undefined {
  let at = name;
  while (at < name + 2 && tokens[at]?.breaks === false && BETWEEN.has(tokens[at]?.text ?? '')) at += 1;
  const cue = tokens[at];
  return cue && !cue.breaks && FOLLOWING.has(cue.text) ? at + 1 : undefined;
}

/** Titles and the like in front of names belong to them: by first token, the end (exclusive) of the name. */
export function namesWithLeads(
  tokens: readonly Token[],
  names: Iterable<{ readonly from: number; readonly to: number }>,
): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const { from, to } of names) {
    let first = from;
    do {
      ends.set(first, Math.max(to, ends.get(first) ?? 0));
      if (tokens[first]?.breaks !== false) break;
      first -= 1;
    } while (from - first <= MAX_TITLES && LEADS.has(tokens[first]?.text ?? ''));
  }
  return ends;
}

/** A cue that is not tied to one name: the writer's own choice, a call, a rejection, or money for a vote. */
export interface Voice {
  readonly from: number;
  readonly to: number;
  readonly kind: 'own-voice' | 'money-offer';
  readonly signal: Signal;
}

/** "ini calon presidenku", "capres gue", "semoga ... menang"; "coblos ... dapat 100 ribu". Neutral as to whom. */
export function findVoices(tokens: readonly Token[], names: ReadonlyMap<number, number>): Voice[] {
  const found: Voice[] = findStances(tokens, names).map((stance) => ({ ...stance, kind: 'own-voice' }));
  for (const here of tokens.keys()) {
    const offer = moneyOfferAt(tokens, here);
    if (offer) found.push({ from: offer[0], to: offer[1] + 1, kind: 'money-offer', signal: 'campaign' });
  }
  return found;
}
