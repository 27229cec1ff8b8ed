/**
 * Keeps writers out while the log is wiped or the published values change. A wipe reads storage.local, clears it and
 * writes it back: a write in between would be lost, and a row in between would survive under the old key.
 */
let turn: Promise<unknown> = Promise.resolve();
let waiting = 0;
const running = new Set<Promise<unknown>>();

/** Runs beside other work of this kind. Must not be called inside itself or inside `alone`. */
export async function together<T>(work: () => Promise<T>): Promise<T> {
  while (waiting > 0) await turn;
  const task = work();
  running.add(task);
  try {
    return await task;
  } finally {
    running.delete(task);
  }
}

/** Runs when everything that started before has ended, and nothing else meanwhile. */
export function alone<T>(work: () => Promise<T>): Promise<T> {
  waiting += 1;
  const task = turn.then(async () => {
    await Promise.allSettled(running);
    try {
      return await work();
    } finally {
      waiting -= 1;
    }
  });
  turn = task.catch(() => undefined);
  return task;
}
