import * as z from 'zod/mini';
import { faultLineOf } from '../format/json-fault.ts';
import { lineOf } from '../format/json-position.ts';
import { normalize } from '../text/normalize.ts';
import { CONTEST_KINDS, CONTEST_PHASES, NEUTRAL_ACCOUNT_KINDS, SITE_IDS } from '../types.ts';

/** Limits of a pack. */
export const PACK_LIMITS = {
  entries: 50_000,
  /** Strings in one list of one entry. */
  strings: 50,
  /** Characters of a name, alias, hashtag, slogan or phrase. */
  textMin: 3,
  /** Characters of an alias of kind `initials` that needs a second signal ("RK"). */
  initialsMin: 2,
  textMax: 120,
  /** Accounts that report or explain: few, for every press of a person goes through them. */
  neutralAccounts: 500,
  /** Characters of a source or an example. */
  noteMax: 400,
} as const;

/** What facts may rest on. Facts from memory alone have no word here, so they cannot enter a pack. */
export const CONFIDENCES = [
  'verified_2_sources',
  'verified_1_source',
  'official_data',
  'in_use+source',
  'in_use',
] as const;

/**
 * - `nickname`: found in any case
 * - `initials`: the parts written in capitals are found in capitals only
 * - `pair`: both names of a ticket
 */
export const ALIAS_KINDS = ['nickname', 'initials', 'pair'] as const;

export const PHRASE_KINDS = ['support', 'attack', 'mobilisation', 'organisation', 'gesture'] as const;

const MARKUP = /[<>{}[\]|\\^*\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;
const ADDRESS = /:\/\/|\bwww\./i;
const ID = /^[a-z0-9]+(?:[.:-][a-z0-9]+)*$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const plain = (minimum: number, maximum: number) =>
  z.string().check(
    z.minLength(minimum),
    z.maxLength(maximum),
    z.refine((text) => !MARKUP.test(text), 'must be plain text: no HTML, no pattern, no control character'),
    z.refine((text) => !ADDRESS.test(text), 'must not hold an internet address'),
  );

/** UTF-16 code units. */
const MAX_ID = 80;

/** Whether a text may be the id of a pack, an entry or a contest. */
export function isId(text: string): boolean {
  return text.length <= MAX_ID && ID.test(text);
}

const id = z.string().check(
  z.maxLength(MAX_ID),
  z.refine((text) => ID.test(text), 'must be lower-case letters and digits, joined by "-", "." or ":"'),
);
const textFrom = (minimum: number) =>
  plain(minimum, PACK_LIMITS.textMax).check(
    z.refine((value) => normalize(value).tokens.length > 0, 'must hold a letter or a digit'),
  );
const text = textFrom(PACK_LIMITS.textMin);
const note = plain(1, PACK_LIMITS.noteMax);
const hashtag = plain(PACK_LIMITS.textMin, PACK_LIMITS.textMax).check(
  z.refine(
    (value) => normalize(`#${value.replace(/^#/, '')}`).tokens.length === 1,
    'must be one hashtag of letters, digits and "_"',
  ),
);
const handle = z.string().check(
  z.minLength(2),
  z.maxLength(64),
  z.refine((value) => /^[A-Za-z0-9_.]+$/.test(value), 'must be an account name without "@"'),
);
const date = z
  .string()
  .check(
    z.refine(
      (value) => DATE.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value,
      'must be a date such as 2024-02-14',
    ),
  );
const list = <Item extends z.ZodMiniType>(item: Item) =>
  z.array(item).check(z.maxLength(PACK_LIMITS.strings));

const examplesSchema = z.strictObject({ match: list(note), ignore: list(note) });

const contestSchema = z.strictObject({
  id,
  kind: z.enum(CONTEST_KINDS),
  year: z.int().check(z.gte(1955), z.lte(2100)),
  region: z.nullable(plain(2, PACK_LIMITS.textMax)),
  name: text,
  phases: z
    .array(z.strictObject({ phase: z.enum(CONTEST_PHASES), start: date, end: date }))
    .check(z.maxLength(12)),
  source: note,
});

const aliasSchema = z
  .strictObject({
    text: textFrom(PACK_LIMITS.initialsMin),
    kind: z.enum(ALIAS_KINDS),
    /** `supporting`: also an everyday word, so it names the entity only beside another electoral finding. */
    signal: z.optional(z.enum(['subject', 'supporting'])),
  })
  .check(
    z.refine(
      ({ text, kind, signal }) =>
        text.length >= PACK_LIMITS.textMin || (kind === 'initials' && signal === 'supporting'),
      'two letters must be of kind "initials" with signal "supporting"',
    ),
  );

const entitySchema = z.strictObject({
  id,
  contest: z.optional(id),
  role: z.enum(['ticket', 'candidate', 'party', 'campaign-team']),
  name: text,
  aliases: list(aliasSchema),
  ballotNumber: z.optional(z.int().check(z.gte(1), z.lte(99))),
  hashtags: list(hashtag),
  slogans: list(z.strictObject({ text, strength: z.enum(['strong', 'weak']) })),
  accounts: list(z.strictObject({ site: z.enum(SITE_IDS), handle })),
  /** Ids of the candidates of a ticket. */
  members: z.optional(list(id)),
  source: note,
  confidence: z.enum(CONFIDENCES),
  examples: examplesSchema,
});

const phraseSchema = z.strictObject({
  id,
  text,
  strength: z.enum(['strong', 'weak']),
  kind: z.enum(PHRASE_KINDS),
  language: z
    .string()
    .check(z.refine((value) => /^[a-z]{2,3}$/.test(value), 'must be a code such as id or jv')),
  source: note,
  confidence: z.enum(CONFIDENCES),
  examples: z.optional(examplesSchema),
});

const exceptionSchema = z.strictObject({ id, text, source: note, examples: examplesSchema });

/** Accounts that report or explain and do not campaign; examples are names of authors. */
const neutralAccountSchema = z.strictObject({
  id,
  kind: z.enum(NEUTRAL_ACCOUNT_KINDS),
  names: list(text).check(z.minLength(1)),
  accounts: list(z.strictObject({ site: z.enum(SITE_IDS), handle })),
  /** The name of a region may follow ("KPU Kota Contoh"). */
  regional: z.boolean(),
  source: note,
  confidence: z.enum(CONFIDENCES),
  examples: examplesSchema,
});

/** Also the source of `rules/pack.schema.json`, which editors read. */
export const packSchema = z.strictObject({
  /** Where an editor finds the JSON Schema, as a relative path; nothing here ever opens it. */
  $schema: z.optional(plain(1, PACK_LIMITS.textMax)),
  id,
  title: plain(PACK_LIMITS.textMin, PACK_LIMITS.textMax),
  version: plain(1, 32),
  source: note,
  contests: z.array(contestSchema).check(z.maxLength(PACK_LIMITS.entries)),
  entities: z.array(entitySchema).check(z.maxLength(PACK_LIMITS.entries)),
  phrases: z.array(phraseSchema).check(z.maxLength(PACK_LIMITS.entries)),
  exceptions: z.array(exceptionSchema).check(z.maxLength(PACK_LIMITS.entries)),
  neutralAccounts: z.optional(z.array(neutralAccountSchema).check(z.maxLength(PACK_LIMITS.neutralAccounts))),
});
export type Pack = z.infer<typeof packSchema>;
export type PackEntity = Pack['entities'][number];

/** Entries that a text is matched against. */
export function entryCount({ entities, phrases, exceptions }: Pack): number {
  return entities.length + phrases.length + exceptions.length;
}

/** Lists of a pack whose entries have an id. */
export const PACK_PARTS = ['contests', 'entities', 'phrases', 'exceptions', 'neutralAccounts'] as const;

export type PackResult =
  | { readonly ok: true; readonly pack: Pack }
  /** One plain sentence each, opening with the JSON path, of a file with its line: `entities[3].name (line 40): is missing`. */
  | { readonly ok: false; readonly problems: readonly string[] };

interface Problem {
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

/** At most this many problems are reported: enough to mend a file, never a flood. */
const MAX_PROBLEMS = 50;

/** Checks the text of a pack file; problems name their line. */
export function parsePack(file: string): PackResult {
  const json = file.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return {
      ok: false,
      problems: [`(file) (line ${faultLineOf(json)}): is not valid JSON: ${message}`],
    };
  }
  return resultOf(check(value), (path) => ` (line ${lineOf(json, path)})`);
}

/** Checks a pack from any source: shape, limits, and that its parts refer to each other rightly. */
export function readPack(value: unknown): PackResult {
  return resultOf(check(value), () => '');
}

function check(value: unknown): Pack | readonly Problem[] {
  const result = packSchema.safeParse(value);
  if (!result.success) {
    return result.error.issues.map((issue) => ({ path: issue.path, text: explain(issue, value) }));
  }
  const problems = checkReferences(result.data);
  return problems.length > 0 ? problems : result.data;
}

function resultOf(
  checked: Pack | readonly Problem[],
  place: (path: readonly PropertyKey[]) => string,
): PackResult {
  if ('id' in checked) return { ok: true, pack: checked };
  const problems = checked.slice(0, MAX_PROBLEMS);
  return { ok: false, problems: problems.map(({ path, text }) => `${pathOf(path)}${place(path)}: ${text}`) };
}

function pathOf(path: readonly PropertyKey[]): string {
  const joined = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return joined === '' ? '(pack)' : joined.replace(/^\./, '');
}

function explain(issue: z.core.$ZodIssue, pack: unknown): string {
  if (valueAt(pack, issue.path) === undefined) return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `must be of type ${issue.expected}`;
    case 'too_small':
      return `must ${measure(issue.origin)} at least ${issue.minimum}${unit(issue.origin)}`;
    case 'too_big':
      return `must ${measure(issue.origin)} at most ${issue.maximum}${unit(issue.origin)}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'unrecognized_keys':
      return `unknown key ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}`;
    default:
      return issue.message;
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, key) =>
      typeof part === 'object' && part !== null ? (part as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

const measure = (origin: string) => (origin === 'string' || origin === 'array' ? 'have' : 'be');
const unit = (origin: string) => (origin === 'string' ? ' characters' : origin === 'array' ? ' items' : '');

function checkReferences(pack: Pack): Problem[] {
  const problems: Problem[] = [];
  const add = (path: readonly PropertyKey[], text: string) => problems.push({ path, text });
  const total = entryCount(pack);
  if (total > PACK_LIMITS.entries) {
    add([], `has ${total} entries, must have at most ${PACK_LIMITS.entries} items`);
  }

  const paths = new Map<string, string>();
  for (const part of PACK_PARTS) {
    pack[part]?.forEach((entry, index) => {
      const path = [part, index, 'id'];
      const first = paths.get(entry.id);
      if (first === undefined) paths.set(entry.id, pathOf(path));
      else add(path, `"${entry.id}" is used already by ${first}`);
    });
  }

  pack.contests.forEach((contest, index) => {
    contest.phases.forEach((phase, number) => {
      const path = ['contests', index, 'phases', number];
      if (phase.end < phase.start) add([...path, 'end'], 'is before start');
      const previous = contest.phases[number - 1];
      if (!previous) return;
      if (phase.start <= previous.end) add([...path, 'start'], 'overlaps the phase before it');
      if (CONTEST_PHASES.indexOf(phase.phase) < CONTEST_PHASES.indexOf(previous.phase)) {
        add([...path, 'phase'], `"${phase.phase}" cannot come after "${previous.phase}"`);
      }
    });
  });

  const contests = new Set(pack.contests.map((contest) => contest.id));
  const entities = new Set(pack.entities.map((entity) => entity.id));
  const numbers = new Map<string, string>();
  pack.entities.forEach((entity, index) => {
    const path = ['entities', index];
    if (entity.contest !== undefined && !contests.has(entity.contest)) {
      add([...path, 'contest'], `"${entity.contest}" is not a contest of this pack`);
    }
    entity.members?.forEach((member, number) => {
      if (!entities.has(member))
        add([...path, 'members', number], `"${member}" is not an entity of this pack`);
    });
    if (entity.ballotNumber === undefined) return;
    const key = `${entity.contest ?? ''} ${entity.role} ${entity.ballotNumber}`;
    const first = numbers.get(key);
    if (first === undefined) numbers.set(key, pathOf(path));
    else add([...path, 'ballotNumber'], `${entity.ballotNumber} belongs already to ${first}`);
  });
  return problems;
}
