import vocabulary from './vocabulary.json';

/** Lists of words of the language that the rules of the matcher share. They are data and stand in `vocabulary.json`. */
export const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** The words of one list of `vocabulary.json`. */
function listed(name: keyof typeof vocabulary): ReadonlySet<string> {
  return wordSet(vocabulary[name]);
}

function numberMap(text: string): ReadonlyMap<string, number> {
  return new Map(
    text.split(' ').map((pair) => {
      const [word = '', value] = pair.split(':');
      return [word, Number(value)];
    }),
  );
}

function pairMap(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const pairs = new Map<string, Map<string, string>>();
  for (const pair of text.split(' ')) {
    const [first = '', second = ''] = pair.split('_');
    const seconds = pairs.get(first) ?? new Map<string, string>();
    pairs.set(first, seconds.set(second, first + second));
  }
  return pairs;
}

/** Forms of address, titles and degrees that people put before, between and behind the words of a name. */
export const TITLES = listed('titles');
/** Words that may stand between a verb of choice and a name. */
export const LEADS = listed('leads');
/** Words that join the two names of a pair. */
export const JOINERS = listed('joiners');
/** Words that show that a text speaks of an election; beside them a common first name means the candidate. */
export const ELECTION_WORDS = listed('context');
/** Words of elections and of every day alike: they say so of a name that stands near them only. */
export const NEAR_ELECTION_WORDS = listed('nearContext');
/** Behind "presiden" or "gubernur" they make it an office that no Indonesian votes on. */
export const OTHER_OFFICES = listed('otherOffices');
export const NUMBER_WORDS = numberMap(vocabulary.numberWords);
/** Words of regional languages that mean something else too: numbers behind "nomor" only. */
export const NAMED_NUMBER_WORDS = numberMap(vocabulary.namedNumberWords);
export const ROMAN_NUMERALS = numberMap(vocabulary.romans);
export const ORDINALS = numberMap(vocabulary.ordinals);
/** "nomor" and its short forms. */
export const NUMBER_NOUNS = listed('numberNouns');
/** Verbs used for little else than voting. */
export const BALLOT_VERBS = listed('ballotVerbs');
/** Their passive, behind a number. */
export const VOTED = listed('voted');
/** Verbs of everyday life, so what stands around the number decides. */
export const CHOICE_VERBS = listed('choiceVerbs');
export const REJECTING = listed('rejecting');
/** Behind a number and before a verb of choice they ask for a vote: "nomor 3 yang harus kita pilih". */
export const DUTY = listed('duty');
export const TICKET_NOUNS = listed('ticketNouns');
/** Parties and their candidates are numbered too, "no 12 mantap" is not about them. */
export const PARTY_NOUNS = listed('partyNouns');
export const ELECTED_OFFICES = listed('electedOffices');
export const FINGERS = listed('fingers');
/** Short comments that say nothing but a number and one of these take a side: "tetap 3". */
export const STEADY = listed('steady');
export const CALLS = listed('calls');
export const PARTICLES = listed('particles');
/** Words and endings glued to a zero-padded number: "02lah". */
export const AFTER_PADDED = listed('afterPadded');
/** Words of elections and of nothing else. */
export const ELECTORAL_NOUNS = listed('electoral');
/** Of these, what is in the news every day: it makes a ballot number of a padded one right beside it only. */
export const DAILY_NEWS = listed('dailyNews');
/** Of these, directly before "nomor" the head of a decree: "Keputusan Bupati Nomor 3". */
export const OFFICES = listed('offices');
/** Praise, choice and rejection right behind a ballot number. */
export const PRAISE = listed('praise');
/** What is said in two words and is read as one ("sat set"): by the first word the second, with both as one. */
export const SAID_IN_TWO: ReadonlyMap<string, ReadonlyMap<string, string>> = pairMap(vocabulary.saidInTwo);
/** What is said of people in a debate. */
export const OPINION = wordSet(`${vocabulary.opinion} ${vocabulary.saidInTwo.replaceAll('_', '')}`);
/** Choice and rejection before a number. */
export const CHOICE = listed('choice');
/** Words that may stand before "nomor 3" when it means a person; a noun there is the thing that is numbered. */
export const OPENERS = listed('openers');
export const LEGAL_TEXTS = listed('legalTexts');
/** Behind "nomor satu": where somebody is first. */
export const RANK_PLACES = wordSet(`${vocabulary.rankPlaces} ${vocabulary.rankPeople}`);
/** Words of shops, quizzes, games and lists: what is numbered beside them is no ticket. */
export const EVERYDAY_TALK = listed('everydayTalk');
/** What is said of wares: "no 3 paling enak". */
export const CONSUMER = wordSet(`${vocabulary.consumer} ${vocabulary.wareTalk}`);
/** Of these, what hardly anybody says of anything else. */
export const WARE_TALK = listed('wareTalk');
/** Forms of address: "pak nomor 2" is a person. */
export const PEOPLE = listed('people');
/** What only people have: "gagasan no 1". */
export const THOUGHTS = listed('thoughts');
/** What is said of people who debate, and of nothing that a shop or a list holds. */
export const DEBATED = listed('debated');
/** With more that is said of people in a debate they make a name of a common one. */
export const DEBATES = listed('debates');
/** Of these, what is said of those who want an office: one beside another makes a candidate of a common name. */
export const POLICY = listed('policy');
/** "kosong dua": the ballot number 02, read aloud. */
export const ZEROS = listed('zeros');
/** What is said where votes are counted or speakers are rated. */
export const VOTES_COUNTED = listed('votesCounted');
/** What else is counted and rated. */
export const OTHER_COUNTS = listed('otherCounts');
/** Who may be in the pay of one side, and as what: "ahli pesanan 03". */
export const SENT = listed('sentTo');
export const BOUGHT = listed('bought');
/** Who has sides in them: "grup ini 60% 01, 30% 02". */
export const SHARING = listed('sharing');
/** Two of one house: "suami 02 istri 01". */
export const AT_HOME = listed('atHome');
/** What campaigns give away: "kaos 03 di posko". */
export const HANDOUTS = listed('handouts');
/** "14 februari no 2" */
export const MONTHS = listed('months');
/** Followers, who have a candidate: "pendukung 3". */
export const CAMPS = listed('camps');
/** What two candidates do together: "1 & 3 gabung". */
export const ALLIED = listed('allied');
/** "males liat no 2" */
export const PERCEPTION = listed('perception');
/** Behind a number they say how somebody is or behaves: "terlalu", "selalu". */
export const BEARING = listed('bearing');
/** "no 3 aku banget": the writer, not a ticket. */
export const SELVES = listed('selves');
/** Right behind the number they begin an instruction, a description or a question. */
export const NO_REMARK = listed('noRemark');
/** "doa buat no 3": they lead to a person. */
export const TO_PEOPLE = listed('toPeople');
/** Between a choice and the number: "setuju sama no 3". */
export const LINKS = listed('links');
/** Sides of an election and of a match alike: "tim 02". */
export const SIDES = listed('sides');
/** A bare number before one of these counts things: "coblos 5 surat suara", "menangkan 2 tiket". */
export const UNITS = listed('units');
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
export const GRAMMAR = listed('grammar');
export const MONEY = listed('money');
export const AMOUNTS = listed('amounts');
/** Provinces as people write them in hashtags: #NamaUntukJatim. */
export const REGIONS = listed('regions');
/** Beside one of these in a hashtag, a common name is the candidate: #PilihNama, #NamaGubernur. */
export const STRICT_CUES = listed('strictCues');
/** Words of choice that make a ballot number of a zero-padded one beside them in a hashtag that holds other words too. */
export const CHOOSING = listed('choosing');
export const OTHER_CANDIDACY = listed('otherCandidacy');
export const CHOSEN = listed('chosen');
/** Right before a common name: somebody's choice. */
export const CHOSEN_BY = listed('chosenBy');
/** "coblos di TPS 02": the number belongs to the place. */
export const THING_LINKS = listed('thingLinks');
export const TRUSTING = listed('trusting');
export const GROUPS_OF_SELF = listed('groupsOfSelf');
export const EVERYBODY = listed('all');
export const ONLY_THIS = listed('only');
export const LIKING = listed('liking');
export const FIRST_OF_ALL = listed('firstOfAll');
export const RANKED_IN = listed('rankedIn');
/** "kita no 1 terus covidnya", "emang no 1 di sini". */
export const RANKED_BEFORE = listed('rankedBefore');
/** "perubahan ada di no 1" */
export const HOPES = listed('hopes');
/** "hijrah ke 01" */
export const MOVED = listed('moved');
/** Everybody shows two fingers in a picture. */
export const POSING = listed('posing');
/** What only people have. */
export const OF_PEOPLE = listed('personal');
export const BESIDE_DAWN = listed('besideDawn');
/**
 * Words that turn a name inside a hashtag into a campaign hashtag (#PilihNama, #NamaPresiden). Names, years and
 * ballot numbers are joined to them by rule, so packs do not list such hashtags one by one.
 */
export const TAG_CUES = listed('tagCues');
/** Words that may stand beside it and say nothing by themselves, and those of the ballot-number grammar. */
export const TAG_FILLERS = listed('tagFillers');
/** Openings of verbs for what an article, a song or a joke does too. */
export const NOT_ONLY_PEOPLE = vocabulary.notOnlyPeople.split(' ');
/** Openings of words that rank things. */
export const RANKED = vocabulary.ranked.split(' ');
/** They join people, or lead from a feeling to somebody: "percaya sama 1", "abdi sareng kulawarga". */
export const JOINTS = listed('joints');
/** Groups that the writer need not be one of. */
export const GROUPS_OF_OTHERS = listed('groups');
/** People spoken to as one of them, who are no shop and no teacher. */
export const CROWD = listed('crowd');
/** Offices in hashtags: #NamaGubernurJatim. */
export const TAG_OFFICES = listed('officesInTags');
/** Beside a province in a hashtag they say whom it shall have. */
export const DIRECTIONS = listed('directions');
/** Beside an office and nothing else they speak of one candidate: "#TetapGubernurKita", "#CalonGubernurRakyat". */
export const OF_ONE = listed('ofOne');
/** The same for those who choose. */
export const OF_ALL = listed('ofAll');
/** People whose choice is told of: "ibuku suka nomor 2". */
export const KIN = listed('kin');
/** Many people on a road: "konvoi 02". */
export const CONVOYS = listed('convoys');
/** What only crowds of a campaign do there. */
export const NUISANCE = listed('nuisance');
/** Who else travels together. */
export const OTHER_CONVOYS = listed('otherConvoys');
/** What candidates promise for nothing: "internet gratis". */
export const PUBLIC_GOODS = listed('publicGoods');
/** For whom they are there, and what they do for them. */
export const PUBLIC = listed('public');
export const HELPS = listed('helps');
/** What is done together with a candidate: "senam bareng nomor 3". */
export const GATHERINGS = listed('gatherings');
/** "bantu nomor satu dengan share video ini" */
export const PROMOTING = listed('promoting');
export const SPREADING = listed('spreading');
/** Printed things that have no number of their own: "kalender gratis nomor 1". */
export const PRINTED = listed('printed');
