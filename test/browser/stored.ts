import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { NewLogEntry } from '../../src/shared/messages.ts';
import { logRowAt } from '../log-row.ts';
import type { Tab, TestBrowser } from './driver/driver.ts';

/** Everything that the extension keeps, bytes in hex: the API of a page of ours sees all of it. */
export interface Stored {
  readonly local: Record<string, unknown>;
  readonly session: Record<string, unknown>;
  readonly databases: Record<string, Record<string, readonly unknown[]>>;
}

const DUMP = `(async () => {
  const api = globalThis.browser ?? chrome;
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const plain = (value) => {
    if (value instanceof ArrayBuffer) return hex(new Uint8Array(value));
    if (value instanceof Uint8Array) return hex(value);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
  };
  const databases = {};
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    databases[name] = {};
    for (const store of database.objectStoreNames) {
      databases[name][store] = (await done(database.transaction(store).objectStore(store).getAll())).map(plain);
    }
    database.close();
  }
  return { local: await api.storage.local.get(null), session: await api.storage.session.get(null), databases };
})()`;

export const stored = (extensionPage: Tab) => extensionPage.evaluate<Stored>(DUMP);

/** Hands rows over as the content script of the open tab on X does. */
export async function addAsTab(extensionPage: Tab, entries: readonly NewLogEntry[]): Promise<void> {
  const messages = entries.map((payload) => ({ name: 'log.add', payload }));
  await extensionPage.evaluate(`(async () => {
    const api = globalThis.browser ?? chrome;
    const [tab] = await api.tabs.query({ url: 'https://x.com/*' });
    const [{ result }] = await api.scripting.executeScript({
      target: { tabId: tab.id },
      func: async (messages) => {
        const { runtime } = globalThis.browser ?? chrome;
        const answers = [];
        for (const message of messages) answers.push(await runtime.sendMessage(message));
        return answers;
      },
      args: [${JSON.stringify(messages)}],
    });
    if (!result.every(({ stored }) => stored)) throw new Error('a row was not stored: ' + JSON.stringify(result));
  })()`);
}

/** A row of this hour with a detail that holds these words. */
export function entryWith(words: string, now = Date.now()): NewLogEntry {
  const random = crypto.getRandomValues(new Uint8Array(12));
  const row = logRowAt(now, random, { site: 'x', action: 'like', outcome: 'continued' });
  const { id } = row;
  return {
    row,
    detail: {
      id,
      term: words,
      excerpt: `${words} di kiriman`,
      link: 'https://x.com/i/status/1900000000000000001',
    },
  };
}

/** Bytes of the files that the browser keeps for the extension. */
export function ownFiles({ profile, extensionHost }: TestBrowser): readonly Buffer[] {
  return readdirSync(profile, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes(extensionHost))
    .map((name) => join(profile, name))
    .flatMap(bytesOf);
}

/** A browser deletes files while they are listed. */
function bytesOf(path: string): readonly Buffer[] {
  try {
    return statSync(path).isFile() ? [readFileSync(path)] : [];
  } catch {
    return [];
  }
}

/** Whether these bytes, or this text in either of the two forms that browsers write, are in a file. */
export function isIn(files: readonly Buffer[], wanted: Buffer | string): boolean {
  const forms = typeof wanted === 'string' ? [Buffer.from(wanted), Buffer.from(wanted, 'utf16le')] : [wanted];
  return files.some((file) => forms.some((form) => file.includes(form)));
}

/**
 * Whether any quarter of it is: compression may cut random text where four signs come twice. A smaller part of a key,
 * four bytes, is in one file in 5,000 by chance: they are as large as the rules.
 */
export function isPartIn(files: readonly Buffer[], wanted: Buffer | string): boolean {
  const length = wanted.length / 4;
  return Array.from({ length: 4 }, (_, part) => wanted.slice(part * length, (part + 1) * length)).some(
    (part) => isIn(files, part),
  );
}
