import { compile } from '../core/compile/compile.ts';
import { match } from '../core/matching/match.ts';
import { createRuleIndex, type RuleIndex } from '../core/matching/rule-index.ts';
import { isActive } from '../core/reminding/stage.ts';
import { ACTION_KINDS, type Content, type Finding } from '../core/types.ts';
import { parseArguments } from './arguments.ts';
import { EXIT_INVALID, type Io, type Line, readLines, reasonOf, write } from './io.ts';
import { loadPacks } from './packs.ts';
import { CommandFault, type CommandText, type Speech, WrongCall } from './speech.ts';

/** Output is written in pieces of about this many UTF-16 units: one write per line would be slow. */
const BATCH = 64 * 1024;

/** Reads posts as JSON lines from stdin and writes one verdict line for each, in order. Resolves to the exit code. */
export async function matchLines(args: readonly string[], io: Io, { say }: Speech): Promise<number> {
  const { packs, date, region, explain } = readOptions(args);
  const rules = compileOrRefuse(packs);
  if (region !== undefined) refuseUnknownRegion(rules, region);
  const counts = (id: string): boolean => {
    const contest = rules.contest(id);
    return (
      contest !== undefined &&
      (region === undefined || contest.region === null || isSameRegion(contest.region, region)) &&
      (date === undefined || isActive(contest, Date.parse(`${date}T12:00:00+07:00`), false))
    );
  };

  let exitCode = 0;
  let batch = '';
  for await (const line of readLines(io.stdin)) {
    const post = readPost(line);
    if (post.problem !== undefined) {
      exitCode = EXIT_INVALID;
      const problem = say(post.problem, { actions: ACTION_KINDS.join(', ') });
      await write(io.stderr, `${say('match.line', { line: line.number, problem })}\n`);
    }
    batch += `${JSON.stringify(post.problem === undefined ? verdictOf(post, rules, counts, explain) : invalid(post.id))}\n`;
    if (batch.length >= BATCH) {
      await write(io.stdout, batch);
      batch = '';
    }
  }
  await write(io.stdout, batch);
  return exitCode;
}

interface Options {
  readonly packs: readonly string[];
  readonly date: string | undefined;
  readonly region: string | undefined;
  readonly explain: boolean;
}

function readOptions(args: readonly string[]): Options {
  const { values } = parseArguments({
    args: [...args],
    options: {
      pack: { type: 'string', multiple: true },
      date: { type: 'string' },
      'any-stage': { type: 'boolean' },
      region: { type: 'string' },
      explain: { type: 'boolean' },
    },
    strict: true,
    allowPositionals: false,
  });
  const { date, region, pack: packs = [], explain = false } = values;
  if (date !== undefined && new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) !== date) {
    throw new WrongCall('match.date', { date });
  }
  if (date !== undefined && values['any-stage'] === true) {
    throw new WrongCall('match.any-stage');
  }
  return { packs, date, region, explain };
}

function isSameRegion(one: string, other: string): boolean {
  return one.toLowerCase() === other.trim().toLowerCase();
}

function refuseUnknownRegion(rules: RuleIndex, region: string): void {
  const known = [...new Set(rules.contests.flatMap((contest) => contest.region ?? []))].sort();
  if (known.some((name) => isSameRegion(name, region))) return;
  throw new CommandFault('match.region', { region, known: known.join(', ') });
}

function compileOrRefuse(names: readonly string[]): RuleIndex {
  const packs = loadPacks(names);
  try {
    return createRuleIndex(compile(packs));
  } catch (error) {
    throw new CommandFault('pack.beside', { reason: reasonOf(error) });
  }
}

type Id = string | number | null;
type Input =
  | { readonly id: Id; readonly content: Content; readonly problem?: undefined }
  | { readonly id: Id; readonly problem: CommandText };

function readPost(line: Line): Input {
  if (line.tooLong) return { id: null, problem: 'line.tooLong' };
  // One verdict per line, so that both files can be read side by side by line number.
  if (line.text.trim() === '') return { id: null, problem: 'line.empty' };
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch {
    return { id: null, problem: 'line.json' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { id: null, problem: 'line.object' };
  }
  // Other keys are welcome: data sets carry labels and dates. An optional key may be null.
  const { id, text, author, own, alts, action } = value as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') {
    return { id: null, problem: 'line.id' };
  }
  if (typeof text !== 'string') return { id, problem: 'line.text' };
  if (!isTextOrAbsent(author)) return { id, problem: 'line.author' };
  if (!isTextOrAbsent(own)) return { id, problem: 'line.own' };
  if (!isListOrAbsent(alts)) return { id, problem: 'line.alts' };
  if (!isAbsent(action) && !ACTION_KINDS.some((kind) => kind === action)) {
    return { id, problem: 'line.action' };
  }
  return {
    id,
    content: { text, author: author ?? undefined, own: own ?? undefined, alts: alts ?? undefined },
  };
}

const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;
const isTextOrAbsent = (value: unknown): value is string | null | undefined =>
  isAbsent(value) || typeof value === 'string';
const isListOrAbsent = (value: unknown): value is string[] | null | undefined =>
  isAbsent(value) || (Array.isArray(value) && value.every((item) => typeof item === 'string'));

function invalid(id: Id): object {
  return { id, level: 'error', findings: [] };
}

function verdictOf(
  post: { readonly id: Id; readonly content: Content },
  rules: RuleIndex,
  counts: (contest: string) => boolean,
  explain: boolean,
): object {
  const { level, findings, source } = match(post.content, rules, counts);
  return {
    id: post.id,
    level,
    ...(explain && source !== null ? { source } : {}),
    findings: findings.map((finding) =>
      explain ? { ...printed(finding), ...explained(finding, rules) } : printed(finding),
    ),
  };
}

/** Offsets count in `text` unless `field` (and `index`, for alts) says otherwise. */
function printed({ entity, kind, text, start, end, field, index }: Finding): object {
  const place = field === 'text' ? {} : field === 'alts' ? { field, index } : { field };
  return { entity, kind, text, start, end, ...place };
}

/** Which entry it is, how the words differ from it, and what it counts for in the table of levels. */
function explained({ entity, contest, signal, variant }: Finding, rules: RuleIndex): object {
  return { title: rules.titleOf(entity), contest, variant: variant ?? 'exact', signal };
}
