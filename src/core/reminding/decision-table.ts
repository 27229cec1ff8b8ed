import type { ActionKind, NeutralAccountKind } from '../types.ts';
import type { Strength } from './strength.ts';

/** `hint`: a small sign beside the control that stops nothing. `remind`: the action waits for the person's word. */
export type Answer = 'none' | 'hint' | 'remind';

/** How much an action says of the person who does it, least first. */
export const ACTION_WEIGHTS = ['touch', 'tie', 'spread', 'voice'] as const;
export type ActionWeight = (typeof ACTION_WEIGHTS)[number];

export const WEIGHT_OF_ACTION: Readonly<Record<ActionKind, ActionWeight>> = {
  like: 'touch',
  react: 'touch',
  follow: 'tie',
  friend: 'tie',
  join: 'tie',
  page: 'tie',
  share: 'spread',
  repost: 'spread',
  quote: 'spread',
  comment: 'voice',
  reply: 'voice',
  post: 'voice',
  upload: 'voice',
};

/** How much a person wants to be told. */
export const STRICTNESSES = ['gentle', 'normal', 'strict'] as const;
export type Strictness = (typeof STRICTNESSES)[number];

export const SOURCES = ['ordinary', 'press', 'official'] as const satisfies readonly (
  | NeutralAccountKind
  | 'ordinary'
)[];
export type Source = (typeof SOURCES)[number];

type Cell = Readonly<Record<Strictness, Answer>>;
type Row = Readonly<Record<ActionWeight, Cell>>;

/** One letter for each strictness, gentle first: `-` none, `h` hint, `r` remind. */
function cell(letters: string): Cell {
  const [gentle, normal, strict] = [...letters].map((letter): Answer => ANSWERS[letter] ?? 'remind');
  return { gentle: gentle ?? 'remind', normal: normal ?? 'remind', strict: strict ?? 'remind' };
}
const ANSWERS: Readonly<Record<string, Answer>> = { '-': 'none', h: 'hint', r: 'remind' };

function row(touch: string, tie: string, spread: string, voice: string): Row {
  return { touch: cell(touch), tie: cell(tie), spread: cell(spread), voice: cell(voice) };
}

const ALWAYS = row('rrr', 'rrr', 'rrr', 'rrr');

/**
 * What follows from the source of a post, the strength of what was found and the weight of the action, before the memory
 * of earlier reminders is asked. Decided by us: the decree names the actions, and says nothing about when to remind.
 */
export const DECISIONS: Readonly<Record<Source, Readonly<Record<Strength, Row>>>> = {
  ordinary: {
    //                     touch  tie    spread voice
    named: row('-hh', '-hr', '-hr', '-hr'),
    'account-named': row('-hr', 'hrr', '-hr', '-hr'),
    cue: row('hrr', 'rrr', 'rrr', 'rrr'),
    'campaign-account': ALWAYS,
    'own-support': ALWAYS,
  },
  // Who reports names everybody; what is quoted is not what is meant, until somebody passes it on.
  press: {
    named: row('--h', '--h', '-hh', '-hh'),
    'account-named': row('--h', '--h', '-hh', '-hh'),
    cue: row('-hr', '-hr', 'hrr', '-hr'),
    'campaign-account': ALWAYS,
    'own-support': ALWAYS,
  },
  official: {
    named: row('---', '---', '--h', '--h'),
    'account-named': row('---', '---', '--h', '--h'),
    cue: row('-hh', '--h', '-hr', '-hr'),
    'campaign-account': ALWAYS,
    'own-support': ALWAYS,
  },
};

/** `isElsewhere`: the contest is not of a region that the person chose; a light press there gets a hint at most. */
export function answerTo(
  source: Source,
  strength: Strength,
  action: ActionKind,
  strictness: Strictness,
  isElsewhere: boolean,
): Answer {
  const weight = WEIGHT_OF_ACTION[action];
  const answer = DECISIONS[source][strength][weight][strictness];
  const isLight = weight === 'touch' && strength !== 'campaign-account' && strictness !== 'strict';
  return answer === 'remind' && isElsewhere && isLight ? 'hint' : answer;
}
