import { CSV_COLUMNS, type CsvWords } from '../../core/log/log-file.ts';
import type { LogEntry } from '../../shared/messages.ts';
import { saveFile } from '../parts/save-file.ts';
import type { Texts } from '../texts.ts';
import { dayOf } from './calendar.ts';
import type { FileKind } from './files.tsx';
import { type Writing, writeCsv, writeJson } from './log-file.ts';
import { subjectOf } from './words.ts';

/** Names that say nothing of what the file is about. */
const NAMES = { csv: 'catatan.csv', json: 'catatan.json' } as const;
const TYPES = { csv: 'text/csv;charset=utf-8', json: 'application/json' } as const;

/** Writes rows into a file and hands it to the browser to save. */
export async function exportRows(
  kind: FileKind,
  rows: readonly LogEntry[],
  texts: Texts,
  { signal, onProgress }: { readonly signal: AbortSignal; onProgress(done: number, total: number): void },
): Promise<void> {
  const writing: Writing = {
    signal,
    onProgress: (written) => onProgress(written, rows.length),
    pause: letPageWork,
  };
  const parts =
    kind === 'csv'
      ? await writeCsv(rows, wordsIn(texts), columnsIn(texts), writing)
      : await writeJson(rows, writing);
  saveFile(NAMES[kind], parts, TYPES[kind]);
}

/** By a message to oneself: browsers make timers of a tab that nobody looks at wait for a second each. */
function letPageWork(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function wordsIn(texts: Texts): CsvWords {
  // Formats are slow, and a long log has few hours.
  const hours = new Map<number, string>();
  const hourOf = (hour: number) => {
    const known = hours.get(hour) ?? texts.hour(hour);
    hours.set(hour, known);
    return known;
  };
  return {
    day: ({ hour }) => dayOf(hour),
    hour: ({ hour }) => hourOf(hour),
    site: ({ site }) => texts.say(`site.${site}.name`),
    action: ({ action }) => texts.say(`action.${action}.name`),
    subject: (row) => subjectOf(row, texts),
    category: ({ category }) => texts.say(`category.${category}.name`),
    outcome: ({ outcome }) => texts.say(`outcome.${outcome}.name`),
  };
}

function columnsIn(texts: Texts): Record<(typeof CSV_COLUMNS)[number], string> {
  return Object.fromEntries(
    CSV_COLUMNS.map((column) => [column, texts.say(`log.export.column.${column}`)]),
  ) as Record<(typeof CSV_COLUMNS)[number], string>;
}
