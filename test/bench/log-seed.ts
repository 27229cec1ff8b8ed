import { COUNTS, type Counts, createLogDatabase } from '../../src/background/log/log-database.ts';
import { createLogKey, KEY_PLACES } from '../../src/background/log/log-key.ts';
import { createLogRecords } from '../../src/background/log/log-records.ts';
import type { LogRow } from '../../src/core/log/log.ts';
import { logRowAt } from '../log-row.ts';

const AT_ONCE = 2_000;

/** Runs in a page of the extension: fills its log as the background would, in larger transactions. */
async function seed(count: number, from: number, to: number): Promise<void> {
  const records = createLogRecords({
    rows: createLogKey(KEY_PLACES.rows),
    details: createLogKey(KEY_PLACES.details),
    locked: createLogKey(KEY_PLACES.locked),
  });
  const database = createLogDatabase(() => Promise.resolve());
  for (let done = 0; done < count; done += AT_ONCE) {
    const amount = Math.min(AT_ONCE, count - done);
    const sealed = await Promise.all(
      Array.from({ length: amount }, (_, index) => {
        const row = rowAt(from + ((to - from) * (done + index)) / count);
        return records.seal('rows', row.id, JSON.stringify(row), undefined);
      }),
    );
    await database.use(async (open) => {
      const transaction = open.transaction(['rows', 'meta'], 'readwrite');
      for (const { value } of sealed) void transaction.objectStore('rows').put(value);
      const meta = transaction.objectStore('meta');
      const counts = (await meta.get(COUNTS)) as Counts;
      await meta.put({ ...counts, rows: counts.rows + amount }, COUNTS);
      await transaction.done;
    });
  }
}

function rowAt(moment: number): LogRow {
  return logRowAt(moment, crypto.getRandomValues(new Uint8Array(12)));
}

Object.assign(globalThis, { seed });
