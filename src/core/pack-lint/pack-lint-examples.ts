import type { Pack } from '../pack/pack.ts';
import {
  createPackReader,
  flaggedBy,
  type PackReader,
  type Reason,
  tryExamples,
} from '../trial/pack-trial.ts';
import type { LintContext } from './pack-lint.ts';
import { advice, error, type LintIssue } from './pack-lint-issue.ts';
import neutral from './pack-lint-neutral.json';

/** Sentences of ordinary life, written for this project; none of them may remind of anything. */
export const NEUTRAL_SENTENCES: readonly string[] = neutral.sentences;

/** Examples that are missing or do not do what they say, and entries that are found in ordinary life. */
export function lintExamples(
  pack: Pack,
  { beside, neutral: sentences = NEUTRAL_SENTENCES, isQuick = false }: LintContext,
): LintIssue[] {
  if (isQuick) return missingExamples(pack);
  let reader: PackReader;
  try {
    reader = createPackReader(pack, beside);
  } catch {
    // It shares ids with a pack beside it: `lintWhole` says so, with the pack.
    return missingExamples(pack);
  }
  return [...missingExamples(pack), ...failingExamples(reader), ...inOrdinaryLife(reader, sentences)];
}

function missingExamples({ entities, phrases }: Pack): LintIssue[] {
  const members = new Set(entities.flatMap(({ members = [] }) => members));
  const isBare = (
    examples: { readonly match: readonly string[]; readonly ignore: readonly string[] } | undefined,
  ) => !examples || examples.match.length === 0 || examples.ignore.length === 0;
  const hasNone = [...entities, ...phrases].every(
    ({ examples }) => !examples?.match.length && !examples?.ignore.length,
  );
  if (entities.length + phrases.length === 0) return [];
  // One sentence instead of one for each of thousands.
  if (hasNone) return [error('examples-none', [], '', {})];
  return [
    ...entities.flatMap(({ id, name, examples }, index): LintIssue[] =>
      // The examples of a ticket speak for its persons.
      isBare(examples) && !members.has(id)
        ? [advice('examples-missing', ['entities', index, 'examples'], id, { name })]
        : [],
    ),
    ...phrases.flatMap(({ id, text, examples }, index): LintIssue[] =>
      isBare(examples) ? [advice('examples-missing', ['phrases', index], id, { name: text })] : [],
    ),
  ];
}

function failingExamples(reader: PackReader): LintIssue[] {
  return tryExamples(reader).faults.map(({ kind, path, entry, title, text, reasons }) => {
    const found = reasons.map(({ title: name, text: words }) => `${words} → ${name}`).join('; ');
    const parameters = { text, name: title, found };
    return kind === 'missed' && reasons.length === 0
      ? error('example-silent', path, entry, parameters)
      : error(`example-${kind}`, path, entry, parameters);
  });
}

/** One issue for each entry, with the first sentence and the number of all. */
function inOrdinaryLife(reader: PackReader, sentences: readonly string[]): LintIssue[] {
  const { pack } = reader;
  const byEntry = new Map<
    string,
    { readonly text: string; readonly reason: Reason; level: string; count: number }
  >();
  for (const { text, reason, level } of flaggedBy(reader, sentences)) {
    const known = byEntry.get(reason.entity);
    if (!known) byEntry.set(reason.entity, { text, reason, level, count: 1 });
    else {
      known.count += 1;
      if (level === 'remind') known.level = 'remind';
    }
  }
  return [...byEntry].map(([entry, { text, reason, level, count }]) => {
    const parameters = { text, words: reason.text, name: reason.title, count };
    const path = pathOf(pack, entry);
    return level === 'remind'
      ? error('ordinary-remind', path, entry, parameters)
      : advice('ordinary-sign', path, entry, parameters);
  });
}

function pathOf(pack: Pack, id: string): readonly PropertyKey[] {
  for (const part of ['entities', 'phrases', 'exceptions'] as const) {
    const index = pack[part].findIndex((entry) => entry.id === id);
    if (index >= 0) return [part, index];
  }
  return [];
}
