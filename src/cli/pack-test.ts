import { createReadStream } from 'node:fs';
import { type CaseFault, readCase } from '../core/pack-corpus.ts';
import {
  addOutcome,
  createPackReader,
  createTally,
  outcomeOf,
  type PackReader,
  type Reason,
  reasonsOf,
  tryExamples,
} from '../core/pack-trial.ts';
import { translate } from '../core/translate.ts';
import { EXIT_INVALID, type Io, readLines, UsageError, write } from './io.ts';
import { onceEach, packsBeside, readArguments, readPackFile } from './pack-file.ts';
import { languageOf, type PackLanguage, wordsOf } from './pack-words.ts';
import { loadPacks } from './packs.ts';

const USAGE =
  'usage: jaga-netral pack test FILE [--corpus POSTS.jsonl]... [--beside PACK]... [--top N] [--language id|en]';
/** Misses and alarms that are written out. */
const TOP = 50;

export const help = `pack test FILE [--corpus POSTS.jsonl]... [--beside PACK]... [--top N] [--language id|en]
  Runs the examples that a pack carries, then each corpus, and prints recall, alarm rate and, for each miss and
  alarm, what was found. A line of a corpus is {"text","author"?,"own"?,"alts"?,"expect"?}; "expect" is "remind",
  "hint" or "none", or true (a reminder) or false (nothing); "level" is taken for it too. Without it only the
  share of posts that would remind is counted. The pack general stands beside it, and --beside adds others.
  Exit 0: every example does what it says. Exit 2: one does not, or a line is not valid.
`;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(
    args,
    {
      corpus: { type: 'string', multiple: true },
      beside: { type: 'string', multiple: true },
      top: { type: 'string' },
      language: { type: 'string' },
    },
    { least: 1, most: 1, usage: USAGE },
  );
  const top = values.top === undefined ? TOP : Number(values.top);
  if (!Number.isInteger(top) || top < 0) throw new UsageError('--top must be a whole number');
  const pack = readPackFile(positionals[0] ?? '');
  const beside = [...packsBeside(pack.id), ...(values.beside ? loadPacks(values.beside) : [])];
  const reader = readerOf(pack, beside);
  const language = languageOf(values.language);
  const wrong = await tellExamples(reader, language, top, io);
  let invalid = 0;
  for (const file of values.corpus ?? []) invalid += await tellCorpus(file, reader, language, top, io);
  return wrong + invalid > 0 ? EXIT_INVALID : 0;
}

function readerOf(...[pack, beside]: Parameters<typeof createPackReader>): PackReader {
  try {
    return createPackReader(pack, onceEach(beside));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function tellExamples(
  reader: PackReader,
  language: PackLanguage,
  top: number,
  io: Io,
): Promise<number> {
  const { count, faults } = tryExamples(reader);
  await write(io.stdout, `examples: ${count - faults.length} of ${count} do what they say\n`);
  for (const { kind, title, text, reasons } of faults.slice(0, top)) {
    const said = kind === 'missed' ? `must find ${title}` : `must be left alone (${title})`;
    await write(io.stdout, `  ${kind}: ${JSON.stringify(text)} ${said}\n${reasonLines(reasons, language)}`);
  }
  return faults.length;
}

/** Resolves to the number of lines that are not valid. */
async function tellCorpus(
  file: string,
  reader: PackReader,
  language: PackLanguage,
  top: number,
  io: Io,
): Promise<number> {
  const tally = createTally();
  const shown: string[] = [];
  let invalid = 0;
  let hidden = 0;
  try {
    for await (const line of readLines(file === '-' ? io.stdin : createReadStream(file))) {
      if (line.text.trim() === '' && !line.tooLong) continue;
      const read = line.tooLong ? 'tooLong' : readCase(line.text);
      if (typeof read === 'string') {
        invalid += 1;
        const fault = read === 'tooLong' ? 'is too long' : CASE_FAULTS[read];
        await write(io.stderr, `${file}:${line.number}: ${fault}\n`);
        continue;
      }
      const found = reader.read(read.content);
      const outcome = outcomeOf(found.level, read.expected);
      addOutcome(tally, outcome, read.expected);
      if (outcome === 'right' || outcome === 'quiet' || outcome === 'flagged') continue;
      if (shown.length >= top) hidden += 1;
      else {
        const text = JSON.stringify((read.content.text || read.content.own || '').slice(0, 160));
        shown.push(
          `  ${outcome}, line ${line.number}: ${text}\n${reasonLines(reasonsOf(found, reader), language)}`,
        );
      }
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UsageError(`${file} cannot be read: ${error.message}`);
  }
  await write(
    io.stdout,
    [
      `${file}`,
      `  recall      ${share(tally.found, tally.expected)}`,
      `  alarm rate  ${share(tally.alarms, tally.ordinary)}, small signs ${share(tally.signs, tally.ordinary)}`,
      `  unlabelled  ${share(tally.flagged, tally.unlabelled)} would remind or show a sign`,
      '',
    ].join('\n'),
  );
  for (const lines of shown) await write(io.stdout, lines);
  if (hidden > 0) await write(io.stdout, `  … and ${hidden} more\n`);
  return invalid;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '– (0 posts)' : `${((part / whole) * 100).toFixed(1)} % (${part} of ${whole})`;
}

function reasonLines(reasons: readonly Reason[], language: PackLanguage): string {
  const words = wordsOf(language);
  if (reasons.length === 0) return '      nothing was found\n';
  return reasons
    .map(({ text, title, entity, kind, signal, variant }) => {
      const how = [`kind.${kind}`, `variant.${variant}`, `signal.${signal}`]
        .map((key) => translate(words, key))
        .join(', ');
      return `      ${JSON.stringify(text)} → ${title} (${entity}): ${how}\n`;
    })
    .join('');
}

const CASE_FAULTS: Readonly<Record<CaseFault, string>> = {
  json: 'is not valid JSON',
  object: 'must be a JSON object',
  text: '"text" must be a string',
  expect: '"expect" must be "remind", "hint", "none", true or false',
};
