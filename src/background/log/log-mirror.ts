import * as z from 'zod/mini';
import { browser } from '../../shared/browser.ts';

/** Key of storage.local. */
export const MIRROR_KEY = 'logMirror';

/**
 * How many rows the database must have at least, kept outside of it: a browser may empty a damaged database without a
 * word (measured in Chromium). It is raised after rows are written and lowered before they are deleted, so a crash in
 * between leaves it too low and never raises a false alarm.
 */
export interface LogMirror {
  /** Compares with a database that was just opened, remembers what is missing, and takes over its count. */
  compare(epoch: string, rows: number): Promise<void>;
  /** To be asked before a row is written; the answer is called after that. Never rejects: a count that is too low is harmless. */
  beforeAdding(): (added: number) => Promise<void>;
  /** Rejects without deleting when the count could not be lowered: that would be an alarm later. */
  whileDeleting<T>(rows: number, deletion: () => Promise<T>): Promise<T>;
  /** The same where only the deletion finds out how many go, `most` at most; its answer says so. */
  whileDeletingSome(most: number, deletion: () => Promise<number>): Promise<number>;
  lost(): Promise<number>;
  acknowledge(): Promise<void>;
}

const amount = z.int().check(z.nonnegative());
const recordSchema = z.strictObject({
  epoch: z.string().check(z.maxLength(64)),
  rows: amount,
  /** Missing rows that the person was not yet told of. */
  lost: amount,
});
type MirrorRecord = z.infer<typeof recordSchema>;

export function createLogMirror(): LogMirror {
  let last: Promise<unknown> = Promise.resolve();
  /** Counts comparisons: what a row added before one of them is in its count already. */
  let comparisons = 0;
  /** Rows that are about to go and still lie in the database. */
  let deleting = 0;

  /** One after another, so that no change overwrites another. */
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const result = last.then(task, task);
    last = result.catch(() => undefined);
    return result;
  };

  const change = (changed: (record: MirrorRecord) => MirrorRecord) =>
    inTurn(async () => {
      const record = await read();
      if (record) await write(changed(record));
    });

  return {
    compare: (epoch, rows) =>
      inTurn(async () => {
        comparisons += 1;
        const known = await read();
        const kept = Math.max(0, rows - deleting);
        const found = known?.epoch === epoch ? kept : 0;
        const missing = known ? Math.max(0, known.rows - found) : 0;
        const record = { epoch, rows: kept, lost: (known?.lost ?? 0) + missing };
        if (known?.epoch !== epoch || known.rows !== kept || missing > 0) await write(record);
      }),

    beforeAdding: () => {
      const compared = comparisons;
      return (added) =>
        change((record) =>
          compared === comparisons ? { ...record, rows: record.rows + added } : record,
        ).catch(() => undefined);
    },

    whileDeleting: async (rows, deletion) => {
      deleting += rows;
      try {
        if (rows > 0) await change((record) => ({ ...record, rows: Math.max(0, record.rows - rows) }));
        return await deletion();
      } finally {
        deleting -= rows;
      }
    },

    whileDeletingSome: async (most, deletion) => {
      let lowered = 0;
      deleting += most;
      try {
        await change((record) => {
          lowered = Math.min(record.rows, most);
          return { ...record, rows: record.rows - lowered };
        });
        const compared = comparisons;
        const deleted = await deletion();
        const tooMuch = Math.max(0, lowered - deleted);
        if (tooMuch > 0) {
          // A count that stays too low is harmless, and so is one that a comparison has taken over meanwhile.
          await change((record) =>
            compared === comparisons ? { ...record, rows: record.rows + tooMuch } : record,
          ).catch(() => undefined);
        }
        return deleted;
      } finally {
        deleting -= most;
      }
    },

    lost: () => inTurn(async () => (await read())?.lost ?? 0),

    acknowledge: () => change((record) => ({ ...record, lost: 0 })),
  };
}

async function read(): Promise<MirrorRecord | undefined> {
  const { [MIRROR_KEY]: stored } = await browser.storage.local.get(MIRROR_KEY);
  const parsed = recordSchema.safeParse(stored);
  return parsed.success ? parsed.data : undefined;
}

async function write(record: MirrorRecord): Promise<void> {
  await browser.storage.local.set({ [MIRROR_KEY]: record });
}
