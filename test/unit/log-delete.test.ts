import './fake-browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { createLogStore } from '../../src/background/log/log-store.ts';
import { HOUR_MS } from '../../src/core/log/log-id.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import type { LogSelection } from '../../src/shared/messages.ts';
import { detailOf, entry, fakeBrowser, NOON, resetBrowser, row } from './fake-browser.ts';

const openStore = () => createLogStore(() => NOON);
/** One row in each of five hours, oldest first. */
const rows = [-2, -1, 0, 1, 2].map((hours) => row({}, NOON + hours * HOUR_MS));
const ids = rows.map(({ id }) => id);

beforeEach(async () => {
  resetBrowser();
  await fakeBrowser.storage.local.set({ settings: { ...defaultSettings(), log: 'detailed' } });
  for (const one of rows) await openStore().add(entry(one, detailOf(one)));
});

describe('deleting', () => {
  const [first = '', , third = '', , last = ''] = ids;
  it.each<[string, LogSelection, number[]]>([
    ['one row', { ids: [third] }, [2]],
    ['some rows, one of them twice', { ids: [first, last, first] }, [0, 4]],
    ['rows that are not there', { ids: [row().id] }, []],
    ['no row', { ids: [] }, []],
    ['the hours from one up to another', { from: NOON - HOUR_MS, to: NOON + HOUR_MS }, [1, 2]],
    ['one hour', { from: NOON, to: NOON + HOUR_MS }, [2]],
    ['all hours', { from: 0, to: Number.MAX_SAFE_INTEGER }, [0, 1, 2, 3, 4]],
    ['no hour', { from: NOON, to: NOON }, []],
    ['hours the wrong way round', { from: NOON + HOUR_MS, to: NOON }, []],
  ])('takes %s, with their details', async (_what, selection, gone) => {
    const store = openStore();
    expect(await store.delete(selection)).toBe(gone.length);
    const kept = rows.filter((_, index) => !gone.includes(index)).reverse();
    expect((await openStore().list({ limit: 10 })).rows).toEqual(
      kept.map((one) => ({ ...one, detail: detailOf(one) })),
    );
    expect(await openStore().state()).toMatchObject({ rows: kept.length, details: kept.length, lost: 0 });
    expect(await store.delete(selection)).toBe(0);
  });

  it('a row that is sent again to the next worker comes back: nothing on disk remembers that it was deleted', async () => {
    const [one = row()] = rows;
    await openStore().delete({ ids: [one.id] });
    await openStore().add(entry(one));
    expect((await openStore().list({ limit: 10 })).rows.at(-1)).toEqual({ ...one, detail: null });
  });
});
