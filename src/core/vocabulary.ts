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
/** Words of elections and of every day alike: they say so of a name that stands near them only. */
export const NEAR_ELECTION_WORDS = wordSet(vocabulary.nearContext);
/** Behind "presiden" or "gubernur" they make it an office that no Indonesian votes on. */
export const OTHER_OFFICES = wordSet(vocabulary.otherOffices);
export const NUMBER_WORDS = numberMap(vocabulary.numberWords);
export const ROMAN_NUMERALS = numberMap(vocabulary.romans);
export const ORDINALS = numberMap(vocabulary.ordinals);
/** "nomor" and its short forms. */
export const NUMBER_NOUNS = wordSet(vocabulary.numberNouns);
/** Verbs used for little else than voting. */
export const BALLOT_VERBS = wordSet(vocabulary.ballotVerbs);
/** Their passive, behind a number. */
export const VOTED = wordSet(vocabulary.voted);
/** Verbs of everyday life, so what stands around the number decides. */
export const CHOICE_VERBS = wordSet(vocabulary.choiceVerbs);
export const REJECTING = wordSet(vocabulary.rejecting);
/** Behind a number and before a verb of choice they ask for a vote: "nomor 3 yang harus kita pilih". */
export const DUTY = wordSet(vocabulary.duty);
export const TICKET_NOUNS = wordSet(vocabulary.ticketNouns);
/** Parties and their candidates are numbered too, "no 12 mantap" is not about them. */
export const PARTY_NOUNS = wordSet(vocabulary.partyNouns);
export const ELECTED_OFFICES = wordSet(vocabulary.electedOffices);
export const FINGERS = wordSet(vocabulary.fingers);
/** Short comments that say nothing but a number and one of these take a side: "tetap 3". */
export const STEADY = wordSet(vocabulary.steady);
export const CALLS = wordSet(vocabulary.calls);
export const PARTICLES = wordSet(vocabulary.particles);
/** Words and endings glued to a zero-padded number: "02lah". */
export const AFTER_PADDED = wordSet(vocabulary.afterPadded);
/** Words of elections and of nothing else. */
export const ELECTORAL_NOUNS = wordSet(vocabulary.electoral);
/** Of these, what is in the news every day: it makes a ballot number of a padded one right beside it only. */
export const DAILY_NEWS = wordSet(vocabulary.dailyNews);
/** Of these, directly before "nomor" the head of a decree: "Keputusan Bupati Nomor 3". */
export const OFFICES = wordSet(vocabulary.offices);
/** Praise, choice and rejection right behind a ballot number. */
export const PRAISE = wordSet(vocabulary.praise);
/** What is said of people in a debate. */
export const OPINION = wordSet(vocabulary.opinion);
/** Choice and rejection before a number. */
export const CHOICE = wordSet(vocabulary.choice);
/** Words that may stand before "nomor 3" when it means a person; a noun there is the thing that is numbered. */
export const OPENERS = wordSet(vocabulary.openers);
export const LEGAL_TEXTS = wordSet(vocabulary.legalTexts);
/** Behind "nomor satu": where somebody is first. */
export const RANK_PLACES = wordSet(`${vocabulary.rankPlaces} ${vocabulary.rankPeople}`);
/** Words of shops, quizzes, games and lists: what is numbered beside them is no ticket. */
export const EVERYDAY_TALK = wordSet(vocabulary.everydayTalk);
/** What is said of wares: "no 3 paling enak". */
export const CONSUMER = wordSet(`${vocabulary.consumer} ${vocabulary.wareTalk}`);
/** Of these, what hardly anybody says of anything else. */
export const WARE_TALK = wordSet(vocabulary.wareTalk);
/** Forms of address: "pak nomor 2" is a person. */
export const PEOPLE = wordSet(vocabulary.people);
/** What only people have: "gagasan no 1". */
export const THOUGHTS = wordSet(vocabulary.thoughts);
/** What is said of people who debate, and of nothing that a shop or a list holds. */
export const DEBATED = wordSet(vocabulary.debated);
/** With more that is said of people in a debate they make a name of a common one. */
export const DEBATES = wordSet(vocabulary.debates);
/** "kosong dua": the ballot number 02, read aloud. */
export const ZEROS = wordSet(vocabulary.zeros);
/** "14 februari no 2" */
export const MONTHS = wordSet(vocabulary.months);
/** Followers, who have a candidate: "pendukung 3". */
export const CAMPS = wordSet(vocabulary.camps);
/** What two candidates do together: "1 & 3 gabung". */
export const ALLIED = wordSet(vocabulary.allied);
/** "males liat no 2" */
export const PERCEPTION = wordSet(vocabulary.perception);
/** Behind a number they say how somebody is or behaves: "terlalu", "selalu". */
export const BEARING = wordSet(vocabulary.bearing);
/** "no 3 aku banget": the writer, not a ticket. */
export const SELVES = wordSet(vocabulary.selves);
/** Right behind the number they begin an instruction, a description or a question. */
export const NO_REMARK = wordSet(vocabulary.noRemark);
/** "doa buat no 3": they lead to a person. */
export const TO_PEOPLE = wordSet(vocabulary.toPeople);
/** Between a choice and the number: "setuju sama no 3". */
export const LINKS = wordSet(vocabulary.links);
/** Sides of an election and of a match alike: "tim 02". */
export const SIDES = wordSet(vocabulary.sides);
/** A bare number before one of these counts things: "coblos 5 surat suara", "menangkan 2 tiket". */
export const UNITS = wordSet(vocabulary.units);
/** The same for a zero-padded number, which is also a time, a date, an address or a class. */
export const PADDED_UNITS = wordSet(`${vocabulary.units} ${vocabulary.moreUnits}`);
/** Things of ordinary life that have numbers of their own. */
export const NUMBERED_THINGS = wordSet(`${vocabulary.ordinary} ${vocabulary.wares}`);
export const MORE_NUMBERED_THINGS = wordSet(
  `${vocabulary.ordinary} ${vocabulary.wares} ${vocabulary.moreOrdinary}`,
);
/** Words before a zero-padded number that make it a time, a date, an address, a class. */
export const PADDED_BEFORE = wordSet(`${vocabulary.before} ${vocabulary.labels}`);
/** Words of the grammar that are recognised stretched, with digits for letters and with a suffix. */
export const GRAMMAR = wordSet(vocabulary.grammar);
export const MONEY = wordSet(vocabulary.money);
export const AMOUNTS = wordSet(vocabulary.amounts);
