import type { QuestionId, SentenceKey } from './library-text.ts';

/** The sentence that answers each question: shown with its source after the answers are checked. */
export const ANSWERS: Readonly<Record<QuestionId, SentenceKey>> = {
  'like-early': 'why.clause.KE-4',
  'like-late': 'why.clause.DS-6',
  border: 'fact.forms.stage',
  moral: 'why.sanction.moral',
  severe: 'fact.law.severe',
  online: 'why.clause.DS-2',
  'neutral-news': 'fact.forms.object',
  photo: 'why.clause.DS-7',
  banner: 'fact.form.KE-1',
  attending: 'fact.form.KE-3',
  listening: 'fact.law.listening',
  party: 'fact.law.party',
  team: 'fact.form.DS-10',
  'team-penalty': 'fact.law.campaign-team',
  'identity-card': 'fact.form.DS-11',
  decision: 'fact.form.DS-12',
  family: 'fact.law.leaning',
  always: 'fact.calendar.always',
  facilities: 'fact.law.facilities',
  attributes: 'fact.law.attributes',
  duty: 'why.duty.text',
  pppk: 'reminder.sanction.pppk',
  honorer: 'reminder.sanction.honorer',
  'spouse-photo': 'why.spouse.text',
  'spouse-like': 'why.spouse.text',
  hate: 'fact.law.hate',
  'pose-list': 'fact.pose.lead',
  'pose-fine': 'fact.pose.fist',
  'pose-avoid': 'fact.pose.finger-heart',
  report: 'fact.report.bkn',
  oversight: 'fact.law.oversight',
  address: 'fact.news.address',
  picture: 'fact.news.picture',
  money: 'fact.pledge.money',
  service: 'fact.aspect.service',
};

export const QUESTION_IDS = Object.keys(ANSWERS) as readonly QuestionId[];

/** Texts of the locales: the right one, and two others. */
export const CHOICES = ['right', 'wrong1', 'wrong2'] as const;
export type Choice = (typeof CHOICES)[number];

export interface Question {
  readonly id: QuestionId;
  readonly choices: readonly Choice[];
}
export type Answers = Readonly<Partial<Record<QuestionId, Choice>>>;

export const DRAWN = 10;

/** Ten questions with their choices, in an order that follows from the seed alone. */
export function drawQuestions(seed: number): readonly Question[] {
  const next = numbersFrom(seed);
  return shuffled(QUESTION_IDS, next)
    .slice(0, DRAWN)
    .map((id) => ({ id, choices: shuffled(CHOICES, next) }));
}

export function scoreOf(questions: readonly Question[], answers: Answers): number {
  return questions.filter(({ id }) => answers[id] === 'right').length;
}

/** Numbers in [0, 1) after mulberry32 (Tommy Ettinger): good enough for a draw, and the same in every browser. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Fisher and Yates. */
function shuffled<Item>(items: readonly Item[], next: () => number): Item[] {
  const rest = [...items];
  const drawn: Item[] = [];
  while (rest.length > 0) drawn.push(...rest.splice(Math.floor(next() * rest.length), 1));
  return drawn;
}
