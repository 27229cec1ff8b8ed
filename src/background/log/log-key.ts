import { openDB } from 'idb';
import { toHex } from '../../core/format/hex.ts';
import { browser } from '../../shared/browser.ts';
import { whole } from './log-database.ts';
import type { SealedRow } from './sealed-row.ts';

/**
 * A device key of the log, in two halves: storage.local XOR an own IndexedDB database. Its only purpose is
 * ERASABILITY: deleted rows stay on disk in Chromium and Firefox, but in each of them one half is really gone after a
 * wipe (measured in Chromium 156 and Firefox ESR 153). It protects nothing against a person who can read this profile, because both
 * halves lie beside the rows; never call it encryption protection.
 */
export interface LogKey {
  /** Seals text under the row id; makes the key when there is none. */
  seal(id: string, text: string): Promise<SealedRow>;
  /** Undefined when the key is gone or the row is not genuine. */
  open(row: SealedRow): Promise<string | undefined>;
  /** To be called when a wipe has destroyed the halves: the next `seal` makes new ones. */
  forget(): void;
}

/** Where the halves of a key lie: a database, and a key of storage.local. */
export interface KeyPlace {
  readonly database: string;
  readonly half: string;
}

/** What can be erased by itself has a key of its own: details when the level goes down, all that was readable when a lock is set. */
export const KEY_PLACES = {
  rows: { database: 'log-key', half: 'logKeyHalf' },
  details: { database: 'log-detail-key', half: 'logDetailKeyHalf' },
  locked: { database: 'log-locked-key', half: 'logLockedKeyHalf' },
} as const satisfies Record<string, KeyPlace>;

const KEY_STORE = 'half';
const KEY_ROW = 'b';
const KEY_BYTES = 32;
/** The usual iv of AES-GCM; fresh random bits per row. */
const IV_BYTES = 12;

export function createLogKey(place: KeyPlace = KEY_PLACES.rows): LogKey {
  let cached: Promise<CryptoKey> | undefined;
  let loading: Promise<CryptoKey | undefined> | undefined;

  const forSealing = () => {
    cached ??= loadKey(place)
      .then((key) => key ?? createKey(place))
      .catch((error: unknown) => {
        cached = undefined;
        throw error;
      });
    return cached;
  };

  /** Once for many rows: loading takes longer than opening all of them. */
  const forOpening = async () => {
    if (cached) return cached;
    loading ??= loadKey(place).finally(() => {
      loading = undefined;
    });
    const key = await loading;
    if (key) cached ??= Promise.resolve(key);
    return key;
  };

  return {
    async seal(id, text) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const data = await crypto.subtle.encrypt(cipher(id, iv), await forSealing(), encode(text));
      return { id, iv, data };
    },

    async open(row) {
      const key = await forOpening();
      if (!key) return undefined;
      try {
        return new TextDecoder().decode(await crypto.subtle.decrypt(cipher(row.id, row.iv), key, row.data));
      } catch {
        // Sealed under a key that is gone, or changed on disk.
        return undefined;
      }
    },

    forget() {
      cached = undefined;
    },
  };
}

/** The row id is bound in as additional data, so that a sealed row cannot stand in for another. */
function cipher(id: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: encode(id) };
}

async function loadKey(place: KeyPlace): Promise<CryptoKey | undefined> {
  const stored = await browser.storage.local.get(place.half);
  const first = fromHex(stored[place.half]);
  const second = await withKeyDatabase(
    place,
    (database) => database.get(KEY_STORE, KEY_ROW) as Promise<unknown>,
  );
  if (!first || !(second instanceof Uint8Array) || second.length !== KEY_BYTES) return undefined;
  return join(first, second);
}

/** Both halves are new each time: half a key opens nothing, so what is left of an older one is worthless. */
async function createKey(place: KeyPlace): Promise<CryptoKey> {
  const first = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const second = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  await withKeyDatabase(place, async (database) => {
    const transaction = database.transaction(KEY_STORE, 'readwrite', { durability: 'strict' });
    await whole(transaction, () => transaction.store.put(second, KEY_ROW));
  });
  await browser.storage.local.set({ [place.half]: toHex(first) });
  return join(first, second);
}

function join(first: Uint8Array, second: Uint8Array): Promise<CryptoKey> {
  const whole = Uint8Array.from(first, (byte, index) => byte ^ (second[index] ?? 0));
  return crypto.subtle.importKey('raw', whole, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Closes at once: an open connection would block the deletion of the database. */
async function withKeyDatabase<T>(
  place: KeyPlace,
  work: (database: Awaited<ReturnType<typeof openDB>>) => Promise<T>,
): Promise<T> {
  const database = await openDB(place.database, 1, {
    upgrade: (fresh) => void fresh.createObjectStore(KEY_STORE),
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function fromHex(value: unknown): Uint8Array | undefined {
  if (typeof value !== 'string' || !/^[0-9a-f]{64}$/.test(value)) return undefined;
  return Uint8Array.from({ length: KEY_BYTES }, (_, index) =>
    Number.parseInt(value.slice(index * 2, index * 2 + 2), 16),
  );
}
