import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_MS, createDelivery, SHOWN_AFTER, TRIES } from '../../src/shared/deliver.ts';
import type { NewLogEntry } from '../../src/shared/messages.ts';
import { row } from './fake-browser.ts';

type Fate =
  | 'stored'
  | 'refused'
  | 'lost before'
  | 'lost after'
  | 'silent'
  | 'late'
  | 'lost late'
  | 'throws'
  | 'foreign';

const entry = (): NewLogEntry => ({ row: row(), detail: null });

/** A background whose answers go wrong as told, with a clock that only moves when told. */
function setUp(fates: readonly Fate[], last: Fate) {
  let clock = 0;
  const timers = new Set<{ at: number; run: () => void }>();
  const schedule = (run: () => void, ms: number) => {
    const timer = { at: clock + ms, run };
    timers.add(timer);
    return () => void timers.delete(timer);
  };
  const stored = new Map<string, NewLogEntry>();
  const sends: { id: string; at: number }[] = [];
  const unsent: number[] = [];
  let call = 0;
  let fate = last;

  const send = (sent: NewLogEntry): Promise<{ stored: boolean }> => {
    sends.push({ id: sent.row.id, at: clock });
    const now = fates[call++] ?? fate;
    if (now === 'throws') throw new Error('Extension context invalidated.');
    if (now === 'lost before') return Promise.reject(new Error('channel closed'));
    if (now === 'refused') return Promise.resolve({ stored: false });
    if (now === 'foreign') return Promise.resolve(undefined as unknown as { stored: boolean });
    if (now === 'lost late')
      return new Promise((_, fail) => void schedule(() => fail(new Error('channel closed')), ANSWER_MS + 50));
    if (now === 'silent') return new Promise(() => undefined);
    stored.set(sent.row.id, sent);
    if (now === 'lost after') return Promise.reject(new Error('channel closed'));
    if (now === 'late')
      return new Promise((done) => void schedule(() => done({ stored: true }), ANSWER_MS + 50));
    return Promise.resolve({ stored: true });
  };

  /** Lets the next timers run until none is left or `until` is reached. */
  const run = async (until = Number.POSITIVE_INFINITY) => {
    for (;;) {
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      const next = [...timers].sort((a, b) => a.at - b.at)[0];
      if (!next || next.at > until) return;
      timers.delete(next);
      clock = next.at;
      next.run();
    }
  };

  const delivery = createDelivery({ send, schedule, onUnsent: (count) => unsent.push(count) });
  const setFate = (next: Fate) => {
    fate = next;
  };
  return { delivery, run, stored, sends, unsent, timers, setFate };
}

describe('createDelivery', () => {
  it('sends once when the answer comes', async () => {
    const { delivery, run, stored, sends, unsent } = setUp([], 'stored');
    const sent = entry();
    delivery.add(sent);
    await run();
    expect([...stored.values()]).toEqual([sent]);
    expect(sends).toHaveLength(1);
    expect(unsent).toEqual([]);
  });

  it('takes a refusal to store for an answer', async () => {
    const { delivery, run, sends, unsent } = setUp([], 'refused');
    delivery.add(entry());
    await run();
    expect(sends).toHaveLength(1);
    expect(unsent).toEqual([]);
  });

  it('does not take an answer of another listener for one of ours', async () => {
    const { delivery, run, sends } = setUp(['foreign'], 'stored');
    delivery.add(entry());
    await run();
    expect(sends).toHaveLength(2);
  });

  it('waits 1 s for an answer, and 0.2 to 5 s between tries', async () => {
    const { delivery, run, sends } = setUp(['silent'], 'lost before');
    delivery.add(entry());
    await run();
    const gaps = sends.slice(1).map(({ at }, index) => at - (sends[index]?.at ?? 0));
    expect(gaps).toEqual([1_200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000, 5_000, 5_000, 5_000]);
  });

  it('shows rows as unsent after some tries, and rests after more', async () => {
    const { delivery, run, sends, unsent, timers } = setUp([], 'lost before');
    delivery.add(entry());
    await run(1_500);
    expect(sends).toHaveLength(SHOWN_AFTER - 1);
    expect(unsent).toEqual([]);
    await run(3_000);
    expect(unsent).toEqual([1]);
    await run();
    expect(sends).toHaveLength(TRIES);
    expect(timers.size).toBe(0);
  });

  it('sends resting rows with the next row, and tells when none is left', async () => {
    const { delivery, run, stored, unsent, setFate } = setUp([], 'lost before');
    const [first, second] = [entry(), entry()];
    delivery.add(first);
    await run();
    setFate('stored');
    delivery.add(second);
    await run();
    expect([...stored.keys()].sort()).toEqual([first.row.id, second.row.id].sort());
    expect(unsent).toEqual([1, 0]);
  });

  it('sends resting rows when it is flushed', async () => {
    const { delivery, run, stored, unsent, setFate } = setUp([], 'silent');
    delivery.add(entry());
    await run();
    setFate('stored');
    delivery.flush();
    await run();
    expect(stored.size).toBe(1);
    expect(unsent).toEqual([1, 0]);
  });

  it('counts a late answer, and stops trying', async () => {
    const { delivery, run, sends, timers, unsent } = setUp(['late'], 'silent');
    delivery.add(entry());
    await run();
    expect(sends).toHaveLength(1);
    expect(timers.size).toBe(0);
    expect(unsent).toEqual([]);
  });

  it('counts a try once, whether it was late, lost, or both', async () => {
    const { delivery, run, sends } = setUp(['lost late'], 'stored');
    delivery.add(entry());
    await run();
    expect(sends.map(({ at }) => at)).toEqual([0, 1_200]);
  });

  it('never throws at the caller when the context is dead', async () => {
    const { delivery, run, sends } = setUp([], 'throws');
    expect(() => delivery.add(entry())).not.toThrow();
    await run();
    expect(sends).toHaveLength(TRIES);
  });

  it('stores every row exactly once, whatever answers are lost', async () => {
    const fate = fc.constantFrom<Fate>(
      'stored',
      'lost before',
      'lost after',
      'silent',
      'late',
      'throws',
      'foreign',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fate, { maxLength: 60 }),
        fc.integer({ min: 1, max: 8 }),
        async (fates, count) => {
          const { delivery, run, stored, timers, setFate } = setUp(fates, 'stored');
          const rows = Array.from({ length: count }, () => entry());
          for (const one of rows) {
            delivery.add(one);
            await run(0);
          }
          await run();
          setFate('stored');
          for (let round = 0; round < fates.length; round += 1) delivery.flush();
          await run();
          expect([...stored.keys()].sort()).toEqual(rows.map((one) => one.row.id).sort());
          expect(timers.size).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
