import { error, type LintIssue } from './pack-lint-issue.ts';

/** Problems of `readPack()` as codes, so that they can be said in two languages with a way to mend each. */
const PROBLEMS: readonly (readonly [string, RegExp])[] = [
  ['json', /^is not valid JSON/],
  ['missing', /^is missing$/],
  ['type', /^must be of type (.*)$/],
  ['small', /^must (?:have|be) at least (.*)$/],
  ['big', /^must (?:have|be) at most (.*)$/],
  ['entries', /^has (\d+) entries/],
  ['choice', /^must be one of (.*)$/],
  ['unknown-key', /^unknown key (.*)$/],
  ['markup', /^must be plain text/],
  ['address', /^must not hold an internet address/],
  ['id', /^must be lower-case letters/],
  ['empty', /^must hold a letter or a digit/],
  ['hashtag', /^must be one hashtag/],
  ['handle', /^must be an account name/],
  ['date', /^must be a date/],
  ['two-letters', /^two letters must be/],
  ['id-twice', /^(".*") is used already by (.*)$/],
  ['date-reversed', /^is before start$/],
  ['phase-overlap', /^overlaps the phase before it$/],
  ['phase-order', /^(".*") cannot come after (".*")$/],
  ['contest-unknown', /^(".*") is not a contest of this pack$/],
  ['member-unknown', /^(".*") is not an entity of this pack$/],
  ['number-taken', /^(\d+) belongs already to (.*)$/],
];

const PLACE = /^(.*?)(?: \(line (\d+)\))?: (.*)$/s;

/** One sentence of `readPack()` or `parsePack()` as an issue. What is not known by its words keeps them. */
export function formIssue(problem: string): LintIssue {
  const [, where = '', line, text = problem] = PLACE.exec(problem) ?? [];
  for (const [code, pattern] of PROBLEMS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [, detail = '', other = ''] = found;
    return issue(`form-${code}`, where, line, { detail, other });
  }
  return issue('form-other', where, line, { detail: text, other: '' });
}

function issue(
  code: string,
  where: string,
  line: string | undefined,
  parameters: { detail: string; other: string },
): LintIssue {
  return error(code, where.startsWith('(') ? [] : keysOf(where), '', {
    where,
    ...parameters,
    ...(line === undefined ? {} : { line: Number(line) }),
  });
}

/** `entities[3].aliases[0].text` as keys. */
function keysOf(where: string): PropertyKey[] {
  return [...where.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? (key ?? '') : Number(index),
  );
}
