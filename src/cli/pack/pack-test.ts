import { createReadStream } from 'node:fs';
import { translate } from '../../core/format/translate.ts';
import { readCase } from '../../core/trial/pack-corpus.ts';
import {
  addOutcome,
  createPackReader,
  createTally,
  outcomeOf,
  type PackReader,
  type Reason,
  reasonsOf,
  tryExamples,
} from '../../core/trial/pack-trial.ts';
import { readArguments } from '../arguments.ts';
import { unreadable } from '../files.ts';
import { EXIT_INVALID, type Io, readLines, reasonOf, UsageError, write } from '../io.ts';
import { loadPack, loadPacks } from '../packs.ts';
import { type Speech, WrongCall } from '../speech.ts';
import { onceEach, packsBeside } from './pack-file.ts';
import { wordsOf } from './pack-words.ts';

/** Misses and alarms that are written out. */
const TOP = 50;

export async function run(args: readonly string[], io: Io, speech: Speech): Promise<number> {
  const { values, positionals } = readArguments(
    args,
    {
      corpus: { type: 'string', multiple: true },
      beside: { type: 'string', multiple: true },
      top: { type: 'string' },
    },
    1,
  );
  const top = values.top === undefined ? TOP : Number(values.top);
  if (!Number.isInteger(top) || top < 0) throw new WrongCall('test.top');
  const pack = loadPack(positionals[0] ?? '');
  const beside = [...packsBeside(pack.id), ...(values.beside ? loadPacks(values.beside) : [])];
  const reader = readerOf(pack, beside);
  const wrong = await tellExamples(reader, top, io, speech);
  let invalid = 0;
  for (const file of values.corpus ?? []) invalid += await tellCorpus(file, reader, top, io, speech);
  return wrong + invalid > 0 ? EXIT_INVALID : 0;
}

function readerOf(...[pack, beside]: Parameters<typeof createPackReader>): PackReader {
  try {
    return createPackReader(pack, onceEach(beside));
  } catch (error) {
    throw new UsageError(reasonOf(error));
  }
}

async function tellExamples(reader: PackReader, top: number, io: Io, speech: Speech): Promise<number> {
  const { say } = speech;
  const { count, faults } = tryExamples(reader);
  await write(io.stdout, `${say('test.examples', { right: count - faults.length, count })}\n`);
  for (const { kind, title, text, reasons } of faults.slice(0, top)) {
    const said = say(`test.example-${kind}`, { text: JSON.stringify(text), title });
    await write(io.stdout, `  ${said}\n${reasonLines(reasons, speech)}`);
  }
  return faults.length;
}

/** Resolves to the number of lines that are not valid. */
async function tellCorpus(
  file: string,
  reader: PackReader,
  top: number,
  io: Io,
  speech: Speech,
): Promise<number> {
  const { say } = speech;
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
        await write(io.stderr, `${file}:${line.number}: ${say(`line.${read}`)}\n`);
        continue;
      }
      const found = reader.read(read.content);
      const outcome = outcomeOf(found.level, read.expected);
      addOutcome(tally, outcome, read.expected);
      if (outcome === 'right' || outcome === 'quiet' || outcome === 'flagged') continue;
      if (shown.length >= top) hidden += 1;
      else {
        const text = JSON.stringify((read.content.text || read.content.own || '').slice(0, 160));
        const said = say(`test.line-${outcome}`, { line: line.number, text });
        shown.push(`  ${said}\n${reasonLines(reasonsOf(found, reader), speech)}`);
      }
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw unreadable(file, error);
  }
  const share = (part: number, whole: number) =>
    whole === 0
      ? say('test.share-none')
      : say('test.share', { percent: ((part / whole) * 100).toFixed(1), part, whole });
  await write(
    io.stdout,
    [
      `${file}`,
      `  ${say('test.recall', { share: share(tally.found, tally.expected) })}`,
      `  ${say('test.alarms', {
        alarms: share(tally.alarms, tally.ordinary),
        signs: share(tally.signs, tally.ordinary),
      })}`,
      `  ${say('test.unlabelled', { share: share(tally.flagged, tally.unlabelled) })}`,
      '',
    ].join('\n'),
  );
  for (const lines of shown) await write(io.stdout, lines);
  if (hidden > 0) await write(io.stdout, `  ${say('list.more', { count: hidden })}\n`);
  return invalid;
}

function reasonLines(reasons: readonly Reason[], { language, say }: Speech): string {
  const words = wordsOf(language);
  if (reasons.length === 0) return `      ${say('test.nothing')}\n`;
  return reasons
    .map(({ text, title, entity, kind, signal, variant }) => {
      const how = [`kind.${kind}`, `variant.${variant}`, `signal.${signal}`]
        .map((key) => translate(words, key))
        .join(', ');
      return `      ${JSON.stringify(text)} → ${title} (${entity}): ${how}\n`;
    })
    .join('');
}
