import vocabulary from './vocabulary.json';

/** Lists of words of the language that the rules of the matcher share. They are data and stand in `vocabulary.json`. */
export const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(' '));

function numberMap(text: string): ReadonlyMap<string, number> {
  return new Map(
    text.split(' ').map((pair) => {
      const [word = '', value] = pair.split(':');
      return [word, Number(value)];
    }),
  );
}

/** Forms of address, titles and degrees that people put before, between and behind the words of a name. */
export const TITLES = wordSet(vocabulary.titles);
/** Words that may stand between a verb of choice and a name. */
export const LEADS = wordSet(vocabulary.leads);
/** Words that join the two names of a pair. */
export const JOINERS = wordSet(vocabulary.joiners);
/** Words that show that a text speaks of an election; beside them a common first name means the candidate. */
export const ELECTION_WORDS = wordSet(vocabulary.context);
export const NUMBER_WORDS = numberMap(vocabulary.numberWords);
export const ROMAN_NUMERALS = numberMap(vocabulary.romans);
export const ORDINALS = numberMap(vocabulary.ordinals);
/** Praise, choice and rejection behind a ballot number. */
export const PRAISE = wordSet(vocabulary.praise);
/** Choice and rejection before one. */
export const CHOICE = wordSet(vocabulary.choice);
/** A bare number before one of these counts things: "coblos 5 surat suara", "menangkan 2 tiket". */
export const UNITS = wordSet(vocabulary.units);
/** The same for a zero-padded number, which is also a time, a date, an address or a class. */
export const PADDED_UNITS = wordSet(`${vocabulary.units} ${vocabulary.moreUnits}`);
/** Things of ordinary life that have numbers of their own. */
export const NUMBERED_THINGS = wordSet(vocabulary.ordinary);
export const MORE_NUMBERED_THINGS = wordSet(`${vocabulary.ordinary} ${vocabulary.moreOrdinary}`);
/** Words before a zero-padded number that make it a time, a date, an address, a class. */
export const PADDED_BEFORE = wordSet(vocabulary.before);
/** Words of the grammar that are recognised stretched, with digits for letters and with a suffix. */
export const GRAMMAR = wordSet(vocabulary.grammar);
export const MONEY = wordSet(vocabulary.money);
export const AMOUNTS = wordSet(vocabulary.amounts);
