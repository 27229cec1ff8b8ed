import type { CDPSession } from 'playwright';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Microseconds that the thread has worked. */
  readonly tdur?: number;
}

/**
 * Milliseconds of the processor in the longest task of a resting page that began as an idle callback: the pages of the bench
 * ask for none, so all of them are ours.
 */
export async function longestIdleTask(session: CDPSession, milliseconds: number): Promise<number> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => {
    events.push(
      ...(value as TraceEvent[]).filter(({ name }) => name === 'RunTask' || name === 'FireIdleCallback'),
    );
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'],
    },
  });
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  const callbacks = events.filter(({ name }) => name === 'FireIdleCallback');
  const own = events.filter(
    ({ name, pid, tid, ts, dur = 0 }) =>
      name === 'RunTask' &&
      callbacks.some((one) => one.pid === pid && one.tid === tid && one.ts >= ts && one.ts <= ts + dur),
  );
  if (own.length === 0) throw new Error('no idle callback was traced');
  return Math.max(...own.map(({ tdur = 0 }) => tdur)) / 1000;
}
