import './fake-browser.ts';
import './quick-passphrases.ts';
import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '../../src/core/log/log-id.ts';
import { createLogKeeper, type Log, type Send } from '../../src/pages/log/log-keeper.ts';
import { packLogPage } from '../../src/shared/log-page-text.ts';
import type { LogEntry, LogState, MessageName, Payload } from '../../src/shared/messages.ts';
import { NOON, row } from './fake-browser.ts';

/** A background that keeps its rows in a list, and can be told to fail or to lie. */
function background(count: number) {
  const fake = {
    rows: Array.from({ length: count }, (_, index) => ({ ...row({}, NOON - index * HOUR_MS), detail: null })),
    lock: 'off' as LogState['lock'],
    unsealed: 0,
    lost: 0,
    unreadable: 0,
    /** Messages that reject, with the text of their error. */
    failing: new Map<MessageName, string>(),
    /** Answers "deleted" and deletes nothing. */
    lying: false,
    sent: [] as MessageName[],
    /** Runs before a message is answered. */
    before: (_name: MessageName) => {},
    /** Does this when rows are asked for the third time, once. */
    onThirdList(work: () => unknown) {
      let lists = 0;
      fake.before = (name) => {
        if (name === 'log.list') lists += 1;
        if (name === 'log.list' && lists === 3) work();
      };
    },
  };
  type Answers = { [Name in MessageName]?: (payload: Payload<Name>) => unknown };
  const remove = (isGone: (one: LogEntry) => boolean) => {
    if (!fake.lying) fake.rows = fake.rows.filter((one) => !isGone(one));
  };
  const answers: Answers = {
    'log.state': () => ({
      lock: fake.lock,
      rows: fake.rows.length + fake.unreadable,
      details: 0,
      unsealed: fake.unsealed,
      lost: fake.lost,
    }),
    'log.list': ({ limit, before }) => {
      const total = fake.rows.length + fake.unreadable;
      if (fake.lock === 'locked') return packLogPage({ rows: [], total });
      const older = fake.rows.filter(({ id }) => before === undefined || id < before);
      return packLogPage({ rows: older.slice(0, limit), total });
    },
    'log.delete': (selection) => {
      if ('ids' in selection) remove(({ id }) => selection.ids.includes(id));
      else remove(({ hour }) => hour >= selection.from && hour < selection.to);
      return { deleted: 1 };
    },
    'log.clear': () => {
      remove(() => true);
      fake.lock = 'off';
      return null;
    },
    'data.reset': () => {
      remove(() => true);
      fake.lock = 'off';
      return null;
    },
    'log.acknowledge': () => {
      fake.lost = 0;
      return null;
    },
    'lock.set': () => {
      fake.lock = 'unlocked';
      fake.unsealed = fake.rows.length;
      return null;
    },
    'lock.open': ({ passphrase }) => {
      if (passphrase === 'rahasia') fake.lock = 'unlocked';
      return { opened: passphrase === 'rahasia' };
    },
    'lock.close': () => {
      fake.lock = 'locked';
      return null;
    },
    'lock.remove': () => {
      fake.lock = 'off';
      return null;
    },
    'log.reseal': () => {
      fake.unsealed = Math.max(0, fake.unsealed - 100);
      return { left: fake.unsealed };
    },
  };
  const send = async (name: MessageName, payload: unknown) => {
    fake.sent.push(name);
    fake.before(name);
    const failing = fake.failing.get(name);
    if (failing !== undefined) throw new Error(failing);
    return (answers[name] as ((payload: unknown) => unknown) | undefined)?.(payload);
  };
  const shown: Log[] = [];
  let time = 0;
  const keeper = createLogKeeper(
    send as Send,
    (log) => shown.push(log),
    () => {
      time += 1_000;
      return time;
    },
  );
  return {
    fake,
    keeper,
    shown,
    now: () => shown.at(-1),
    ids: () => {
      const log = shown.at(-1);
      return log?.phase === 'ready' ? log.rows.map(({ id }) => id) : undefined;
    },
  };
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe('loading', () => {
  test('asks for state and rows at once, and shows the first rows before the others', async () => {
    const { fake, keeper, shown, ids } = background(2_500);
    await keeper.load();
    expect(fake.sent.slice(0, 2)).toEqual(['log.state', 'log.list']);
    expect(shown[0]).toMatchObject({ phase: 'ready', loading: true, total: 2_500 });
    expect(ids()).toEqual(idsOf(fake.rows));
    expect(shown.at(-1)).toMatchObject({ loading: false, stopped: undefined });
  });

  test.each(['log.state', 'log.list'] as const)(
    'shows the failure of %s, and loads on another try',
    async (name) => {
      const { fake, keeper, now, ids } = background(3);
      fake.failing.set(name, 'log: newer');
      await keeper.load();
      expect(now()).toEqual({ phase: 'failed', failure: 'newer' });
      fake.failing.clear();
      await keeper.load();
      expect(ids()).toHaveLength(3);
    },
  );

  test('a background that does not answer is a failure', async () => {
    const shown: Log[] = [];
    const keeper = createLogKeeper(
      (async () => undefined) as Send,
      (log) => shown.push(log),
      () => 0,
    );
    await keeper.load();
    expect(shown).toEqual([{ phase: 'failed', failure: 'unavailable' }]);
  });

  test('keeps what it has when older rows fail, and goes on', async () => {
    const { fake, keeper, now, ids } = background(2_500);
    fake.onThirdList(() => {
      fake.failing.set('log.list', 'log: blocked');
    });
    await keeper.load();
    expect(now()).toMatchObject({ phase: 'ready', loading: false, stopped: 'blocked' });
    expect(ids()).toHaveLength(1_050);
    fake.before = () => {};
    fake.failing.clear();
    await keeper.goOn();
    expect(ids()).toEqual(idsOf(fake.rows));
    expect(now()).toMatchObject({ stopped: undefined, loading: false });
  });

  test('a log that locks meanwhile shows no row any more', async () => {
    const { fake, keeper, now } = background(2_500);
    fake.onThirdList(() => {
      fake.lock = 'locked';
    });
    await keeper.load();
    expect(now()).toMatchObject({ phase: 'locked', status: { rows: 2_500 } });
  });

  test('rows that cannot be opened are counted and do not keep it waiting', async () => {
    const { fake, keeper, now } = background(3);
    fake.unreadable = 2;
    await keeper.load();
    expect(now()).toMatchObject({ phase: 'ready', total: 5, loading: false });
  });
});

describe('deleting', () => {
  test('a row is gone from the store and from the page', async () => {
    const { fake, keeper, now, ids } = background(60);
    await keeper.load();
    const gone = fake.rows[55]?.id ?? '';
    await keeper.removeRow(gone);
    expect(idsOf(fake.rows)).not.toContain(gone);
    expect(ids()).toEqual(idsOf(fake.rows));
    expect(now()).toMatchObject({ total: 59, status: { rows: 59 } });
  });

  test('while rows are still loading nothing comes back, and the rest is loaded', async () => {
    const { fake, keeper, ids, now } = background(4_000);
    const gone = fake.rows[10]?.id ?? '';
    let removing: Promise<void> | undefined;
    fake.onThirdList(() => {
      removing = keeper.removeRow(gone);
    });
    await keeper.load();
    await removing;
    expect(ids()).toEqual(idsOf(fake.rows));
    expect(ids()).toHaveLength(3_999);
    expect(now()).toMatchObject({ loading: false });
  });

  test('a range is the hours from its first up to its last, not including it', async () => {
    const { fake, keeper, ids } = background(10);
    await keeper.load();
    await keeper.removeHours({ from: NOON - 6 * HOUR_MS, to: NOON - 3 * HOUR_MS });
    expect(ids()).toHaveLength(7);
    expect(ids()).toEqual(idsOf(fake.rows));
  });

  test('everything, and then it is empty and unlocked', async () => {
    const { fake, keeper, now } = background(10);
    fake.lock = 'locked';
    await keeper.load();
    await keeper.clear();
    expect(now()).toMatchObject({ phase: 'ready', total: 0, status: { lock: 'off' } });
    await keeper.reset();
    expect(fake.sent).toContain('data.reset');
  });

  test('is not believed before it was read back', async () => {
    const { fake, keeper, ids } = background(10);
    await keeper.load();
    fake.lying = true;
    await expect(keeper.removeRow(fake.rows[4]?.id ?? '')).rejects.toThrow();
    await expect(keeper.removeHours({ from: NOON - 2 * HOUR_MS, to: NOON })).rejects.toThrow();
    await expect(keeper.clear()).rejects.toThrow();
    await expect(keeper.reset()).rejects.toThrow();
    expect(ids()).toHaveLength(10);
  });
});

describe('the lock', () => {
  test('a locked log shows how many rows there are, and opens with its passphrase only', async () => {
    const { fake, keeper, now, ids } = background(5);
    fake.lock = 'locked';
    await keeper.load();
    expect(now()).toMatchObject({ phase: 'locked', status: { rows: 5 } });
    expect(await keeper.openLock('salah')).toBe(false);
    expect(now()).toMatchObject({ phase: 'locked' });
    expect(await keeper.openLock('rahasia')).toBe(true);
    expect(ids()).toHaveLength(5);
  });

  test('set and taken off, the page says so', async () => {
    const { keeper, now } = background(5);
    await keeper.load();
    await keeper.setLock('rahasia');
    expect(now()).toMatchObject({ phase: 'ready', status: { lock: 'unlocked', unsealed: 5 } });
    await keeper.removeLock();
    expect(now()).toMatchObject({ phase: 'ready', status: { lock: 'off' } });
  });

  test('the last step of an old lock is done before a new one is set', async () => {
    const { fake, keeper } = background(5);
    await keeper.load();
    await keeper.setLock('rahasia');
    expect(fake.sent.indexOf('log.reseal')).toBeGreaterThan(-1);
    expect(fake.sent.indexOf('log.reseal')).toBeLessThan(fake.sent.indexOf('lock.set'));
  });

  test('the background is told that an open log is in use, and a log that it closed is hidden', async () => {
    const { fake, keeper, now } = background(5);
    fake.lock = 'unlocked';
    await keeper.load();
    fake.sent.length = 0;
    await keeper.keepOpen();
    expect(fake.sent).toEqual(['log.list']);
    expect(now()).toMatchObject({ phase: 'ready' });
    fake.lock = 'locked';
    await keeper.keepOpen();
    expect(now()).toMatchObject({ phase: 'locked' });
  });

  test('closed, it hides the rows even when nobody answers', async () => {
    const { fake, keeper, now } = background(5);
    fake.lock = 'unlocked';
    await keeper.load();
    fake.failing.set('lock.close', 'The message port closed before a response was received.');
    await expect(keeper.closeLock()).rejects.toThrow();
    expect(now()).toMatchObject({ phase: 'locked' });
    expect(JSON.stringify(now())).not.toContain('facebook');
  });

  test('closed while rows are loading, none comes back', async () => {
    const { fake, keeper, now } = background(4_000);
    fake.lock = 'unlocked';
    let closing: Promise<void> | undefined;
    fake.onThirdList(() => {
      closing = keeper.closeLock();
    });
    await keeper.load();
    await closing;
    expect(now()).toMatchObject({ phase: 'locked' });
  });

  test('looked at again, a log that locked itself is locked, and one that grew is loaded', async () => {
    const { fake, keeper, now, ids } = background(5);
    fake.lock = 'unlocked';
    await keeper.load();
    fake.rows.unshift({ ...row({}, NOON + HOUR_MS), detail: null });
    await keeper.refresh();
    expect(ids()).toEqual(idsOf(fake.rows));
    fake.lock = 'locked';
    await keeper.refresh();
    expect(now()).toMatchObject({ phase: 'locked' });
  });

  test('sealing anew goes on until none is left', async () => {
    const { fake, keeper, now } = background(5);
    await keeper.load();
    fake.unsealed = 350;
    const left: number[] = [];
    await keeper.reseal((rows) => left.push(rows), new AbortController().signal);
    expect(left).toEqual([250, 150, 50, 0]);
    expect(now()).toMatchObject({ status: { unsealed: 0 } });
  });

  test('sealing anew stops when it is told to, and the rest is known', async () => {
    const { fake, keeper, now } = background(5);
    await keeper.load();
    fake.unsealed = 350;
    const stop = new AbortController();
    await keeper.reseal(() => stop.abort(), stop.signal);
    expect(now()).toMatchObject({ status: { unsealed: 250 } });
  });

  test('sealing anew does not try for ever', async () => {
    const { fake, keeper } = background(5);
    await keeper.load();
    fake.before = () => {
      fake.unsealed = 300;
    };
    await expect(keeper.reseal(() => {}, new AbortController().signal)).rejects.toThrow();
  });
});

test('lost rows are told of until the person has read it', async () => {
  const { fake, keeper, now } = background(5);
  fake.lost = 3;
  await keeper.load();
  expect(now()).toMatchObject({ status: { lost: 3 } });
  await keeper.acknowledge();
  expect(now()).toMatchObject({ status: { lost: 0 } });
});

test('nothing is shown of a page that was left', async () => {
  const { keeper, shown } = background(5);
  const loading = keeper.load();
  keeper.stop();
  await loading;
  expect(shown).toEqual([]);
});
