import { translate } from '../../src/core/format/translate.ts';
import {
  ACTION_WEIGHTS,
  type ActionWeight,
  type Answer,
  DECISIONS,
  SOURCES,
  type Source,
  STRICTNESSES,
  WEIGHT_OF_ACTION,
} from '../../src/core/reminding/decision-table.ts';
import { DEFAULT_LIMITS, HINT_COOL_DOWN_MS, QUIET_AFTER } from '../../src/core/reminding/fatigue.ts';
import {
  CLAUSES,
  clausesFor,
  DUTY,
  type LegalSource,
  SPOUSE_RULE,
  STATUS_RULES,
} from '../../src/core/reminding/law.ts';
import { STRENGTHS, type Strength } from '../../src/core/reminding/strength.ts';
import { ACTION_KINDS } from '../../src/core/types.ts';
import id from '../../src/locales/reminder.id.json';

const HEAD = `
# Decisions

When the reminder speaks, and which clause it names. Made from the tables in \`src/core\` by \`npm run decisions\`; a test
compares the two. **Not legal advice**: the decree (SKB) of 22 September 2022 names actions and sanctions, and says nothing
about reminders. When to remind is our choice; what the law says is quoted with its source.

The steps: what was found (\`strength.ts\`), whose post it is (\`neutral-accounts.ts\`), what the person does, and how strict
the person wants it (\`decision-table.ts\`); then what was shown before (\`fatigue.ts\`); then the clause (\`law.ts\`).
`;

const STRENGTH_TEXTS: Record<Strength, string> = {
  named: 'A candidate, party, ballot number or contest is named, without campaigning',
  'account-named': 'The account, page or group bears such a name',
  cue: 'A campaign cue, or support or attack on a named subject',
  'campaign-account': 'The account or group is one of a campaign',
  'own-support': "The person's own words campaign",
};
const SOURCE_TEXTS: Record<Source, string> = {
  ordinary: 'Posts of anybody',
  press: 'Posts of press accounts that a pack names',
  official: 'Posts of official accounts that a pack names (KPU, Bawaslu, ministries)',
};
const ANSWER_TEXTS: Record<Answer, string> = { none: '-', hint: 'hint', remind: '**remind**' };

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const actionsOf = (weight: ActionWeight) => ACTION_KINDS.filter((kind) => WEIGHT_OF_ACTION[kind] === weight);

function answers(source: Source): string {
  const head = ['what was found', ...ACTION_WEIGHTS.map((weight) => actionsOf(weight).join(', '))];
  const rows = STRENGTHS.map((strength) => [
    STRENGTH_TEXTS[strength],
    ...ACTION_WEIGHTS.map((weight) => {
      const cell = DECISIONS[source][strength][weight];
      return STRICTNESSES.map((strictness) => ANSWER_TEXTS[cell[strictness]]).join(' / ');
    }),
  ]);
  return `### ${SOURCE_TEXTS[source]}\n\n${table(head, rows)}`;
}

const sourcesOf = ({ sources, confidence }: LegalSource) => `${sources.join('; ')} (${confidence})`;

function clauses(): string {
  const stages = ['prospective', 'fixed', 'unknown'] as const;
  const named = (action: (typeof ACTION_KINDS)[number], strength: Strength) =>
    stages.map((stage) =>
      clausesFor(action, stage, strength)
        .map((clause) => clause.id)
        .join(', '),
    );
  const rows = ACTION_KINDS.map((action) => [
    action,
    ...named(action, 'cue'),
    ...named(action, 'own-support').slice(0, 2),
  ]);
  return table(
    [
      'action',
      'before KPU fixes candidates',
      'after',
      'stage unknown',
      'own words, before',
      'own words, after',
    ],
    rows,
  );
}

function forms(): string {
  const rows = Object.values(CLAUSES).map((clause) => [
    clause.id,
    translate(id, `why.clause.${clause.id}`),
    translate(id, `why.sanction.${clause.sanction}`),
    clause.basis,
    sourcesOf(clause),
  ]);
  return table(['clause', 'what the reminder says of it', 'sanction', 'basis', 'sources'], rows);
}

function statuses(): string {
  return table(
    ['status', 'what the reminder says of the sanction', 'sources'],
    [
      [
        'PNS, CPNS',
        `${translate(id, 'reminder.sanction.moral')} ${translate(id, 'reminder.sanction.severe-discipline')}`,
        'as the clause',
      ],
      ['PPPK', translate(id, 'reminder.sanction.pppk'), sourcesOf(STATUS_RULES.pppk)],
      ['honorer', translate(id, 'reminder.sanction.honorer'), sourcesOf(STATUS_RULES.honorer)],
      ['husband or wife of a candidate', translate(id, 'why.spouse.text'), sourcesOf(SPOUSE_RULE)],
      ['every ASN, at any time', translate(id, 'why.duty.text'), sourcesOf(DUTY)],
    ],
  );
}

/** The text of docs/decisions.md. */
export function decisionsDocument(): string {
  const parts = [
    HEAD.trim(),
    `## What follows\n\nEach cell: gentle / normal / strict. \`hint\` is a small sign beside the control that stops nothing; **remind** holds the\naction until the person has spoken. A contest in a region that the person did not choose gives a hint at most on ${actionsOf('touch').join(' and ')},\nunless it is the account of a campaign or the setting is strict.`,
    ...SOURCES.map(answers),
    `## What was shown before\n\n- The same post, action and own words: once. A reminder that the page took away does not count.\n- Own words that campaign and campaign accounts always remind. Everything else gives a hint instead of a reminder\n  - within ${DEFAULT_LIMITS.coolDown} minutes after a reminder about the same entity or account,\n  - after ${DEFAULT_LIMITS.dailyBudget} reminders of a day,\n  - after ${QUIET_AFTER} times "continue" in a row for the same entry; the sign says so.\n- One hint for an entity in ${HINT_COOL_DOWN_MS / 60_000} minutes.\n- All of it is kept in memory, never on disk, and ends with the browser; the settings show it and can forget it.`,
    `## Which clause\n\n${clauses()}`,
    forms(),
    statuses(),
  ];
  return `${parts.join('\n\n')}\n`;
}
