/**
 * Browser API and IndexedDB in memory. Import this file first and bare (`import './fake-browser.ts'`), because the
 * polyfill looks for `browser` when it is loaded.
 */
import '@webext-core/fake-browser/auto';
import 'fake-indexeddb/auto';
import { type FakeBrowser, fakeBrowser } from '@webext-core/fake-browser';
import { IDBFactory } from 'fake-indexeddb';
import type { Runtime } from 'webextension-polyfill';
import { ALL_STORES, COUNTS, LOG_DATABASE } from '../../src/background/log/log-database.ts';
import type { SealedRow } from '../../src/background/log/sealed-row.ts';
import type { LogDetail, LogRow } from '../../src/core/log/log.ts';

import type { NewLogEntry } from '../../src/shared/messages.ts';
import { logRowAt } from '../log-row.ts';

export { type FakeBrowser, fakeBrowser };

/** Some working hour; tests pass their clock in. */
export const NOON = Date.UTC(2026, 10, 24, 5);

/** Empty storage, empty databases, no listeners. */
export function resetBrowser(): void {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.i18n.getUILanguage = () => 'id';
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Jaga Netral', version: '0.1.0' });
}

let rowCount = 0;
/** A valid row with an id of its own. */
export function row(change: Partial<LogRow> = {}, at = NOON): LogRow {
  rowCount += 1;
  const random = new Uint8Array(12);
  new DataView(random.buffer).setUint32(8, rowCount);
  return logRowAt(at, random, change);
}

/** The detail of a row at level *Rinci*. */
export function detailOf({ id }: LogRow, change: Partial<LogDetail> = {}): LogDetail {
  return {
    id,
    term: 'Bima Arunika',
    excerpt: 'Ayo dukung Bima Arunika di Contoh',
    link: 'https://www.facebook.com/1234567890',
    ...change,
  };
}

/** As a tab hands it over. */
export function entry(one: LogRow = row(), detail: LogDetail | null = null): NewLogEntry {
  return { row: one, detail };
}

type Sender = Runtime.MessageSender;
const id = 'test-extension-id';

export function contentSender(tab: { readonly id?: number; readonly incognito?: boolean } = {}): Sender {
  return {
    id,
    frameId: 0,
    url: 'https://www.facebook.com/',
    tab: { id: 7, index: 0, highlighted: true, active: true, pinned: false, incognito: false, ...tab },
  };
}

/** `inTab` as the settings page, else as the popup. */
export function pageSender(inTab = true): Sender {
  const url = `chrome-extension://${id}/pages/settings/index.html`;
  const sender: Sender & { origin: string } = { id, url, origin: `chrome-extension://${id}` };
  return inTab ? { ...contentSender(), ...sender } : sender;
}

/** Everything that is kept between two workers: storage.local and each IndexedDB database, as stored. */
export async function storedState(): Promise<Record<string, unknown>> {
  const databases: Record<string, unknown> = {};
  for (const { name } of await indexedDB.databases()) {
    if (name !== undefined) databases[name] = await rawRows(name);
  }
  return { local: await fakeBrowser.storage.local.get(null), databases };
}

/** The values of every object store of a database. */
export async function rawRows(name: string): Promise<unknown[]> {
  const database = await promised(indexedDB.open(name));
  try {
    const stores = [...database.objectStoreNames];
    if (stores.length === 0) return [];
    const transaction = database.transaction(stores);
    return (
      await Promise.all(stores.map((store) => promised(transaction.objectStore(store).getAll())))
    ).flat();
  } finally {
    database.close();
  }
}

/** The records of one object store. */
export async function rawStore(name: string, store: string): Promise<SealedRow[]> {
  const database = await promised(indexedDB.open(name));
  try {
    return await promised(database.transaction(store).objectStore(store).getAll() as IDBRequest<SealedRow[]>);
  } finally {
    database.close();
  }
}

/** After a test changed the stores of the log behind our back: as if the database had come to be so by itself. */
export async function countAnew(): Promise<void> {
  const database = await promised(indexedDB.open(LOG_DATABASE));
  const transaction = database.transaction([...ALL_STORES, 'meta'], 'readwrite');
  const counts = ALL_STORES.map(
    async (store) => [store, await promised(transaction.objectStore(store).count())] as const,
  );
  const meta = transaction.objectStore('meta');
  await promised(meta.put(Object.fromEntries(await Promise.all(counts)), COUNTS));
  database.close();
}

export function promised<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
