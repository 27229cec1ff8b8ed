import * as z from 'zod/mini';
import { fromBase64, toBase64 } from '../../shared/base64.ts';
import { browser } from '../../shared/browser.ts';
import type { LogState } from '../../shared/messages.ts';
import { CURVE, createOpener, createSealer, type OpenText, type SealText } from './lock-envelope.ts';
import { unwrap, wrap } from './lock-passphrase.ts';
import { logError } from './log-error.ts';
import type { LogKey } from './log-key.ts';

/** Key of storage.local. Not in the log's database: with the lock gone, new rows would lie open without anybody's wish. */
export const LOCK_KEY = 'logLock';
/** Key of storage.session, which is never written to disk. */
export const UNLOCKED_KEY = 'logUnlocked';
export const IDLE_MS = 5 * 60_000;
/** An alarm that comes this much too soon locks: Chromium would let the next one wait for half a minute. */
const EARLY_MS = 1_000;
/** Name of the alarm that locks while nobody asks. */
export const IDLE_ALARM = 'log-idle';

/** *Catatan terkunci*: rows are sealed to a public key, and the passphrase opens the private one. */
export interface LogLock {
  state(): Promise<LogState['lock']>;
  /** Whether records belong into the locked stores, the open ones, or (no lock ever) stay where they are. */
  direction(): Promise<'lock' | 'unlock' | 'none'>;
  /** Undefined: no lock. Works while it is locked. */
  sealer(): Promise<SealText | undefined>;
  /** Undefined: locked, or no lock. Counts as use. */
  opener(): Promise<OpenText | undefined>;
  /** Makes the pair of a new lock; the rest of setting it, `install`, is short and may run alone. */
  prepare(passphrase: string): Promise<{ install(): Promise<void> }>;
  open(passphrase: string): Promise<boolean>;
  close(): Promise<void>;
  /** From now on rows lie open; those under the lock can be read without the passphrase until they are moved. */
  remove(): Promise<void>;
  closeIfIdle(): Promise<void>;
}

const bytes = z.pipe(
  z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/), z.maxLength(1_000)),
  z.transform((text) => fromBase64(text)),
);
const setSchema = z.strictObject({
  publicKey: bytes,
  wrapped: z.strictObject({ salt: bytes, iv: bytes, data: bytes }),
});
/** The private key under the device key alone. */
const removedSchema = z.strictObject({
  publicKey: bytes,
  removed: z.strictObject({ iv: bytes, data: bytes }),
});
const recordSchema = z.union([setSchema, removedSchema]);
type LockRecord = z.infer<typeof recordSchema>;

const unlockedSchema = z.strictObject({ privateKey: bytes, used: z.number() });

/** Bound into the private key of a lock that is being taken off, in the place of a row id. */
const REMOVED = 'lock';

export function createLogLock(lockedKey: LogKey, now: () => number): LogLock {
  const privateKey = async (): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    const unlocked = await readUnlocked();
    if (!unlocked) return undefined;
    // A clock that was set back must not keep the log open.
    if (Math.abs(now() - unlocked.used) < IDLE_MS) return unlocked.privateKey;
    await forgetPrivateKey();
    return undefined;
  };

  const keepOpen = async (key: Uint8Array): Promise<void> => {
    const used = now();
    await browser.storage.session.set({ [UNLOCKED_KEY]: { privateKey: toBase64(key), used } });
    await browser.alarms.create(IDLE_ALARM, { when: used + IDLE_MS });
  };

  const isSet = async () => {
    const record = await readRecord();
    return record !== undefined && !('removed' in record);
  };

  return {
    async state() {
      if (!(await isSet())) return 'off';
      return (await privateKey()) ? 'unlocked' : 'locked';
    },

    async direction() {
      const record = await readRecord();
      if (!record) return 'none';
      return 'removed' in record ? 'unlock' : 'lock';
    },

    async sealer() {
      const record = await readRecord();
      return record && !('removed' in record) ? createSealer(record.publicKey) : undefined;
    },

    async opener() {
      const record = await readRecord();
      if (!record) return undefined;
      if ('removed' in record) {
        const { iv, data } = record.removed;
        const text = await lockedKey.open({ id: REMOVED, iv, data: data.buffer });
        return text === undefined ? undefined : createOpener(fromBase64(text), record.publicKey);
      }
      const key = await privateKey();
      if (!key) return undefined;
      await keepOpen(key);
      return createOpener(key, record.publicKey);
    },

    async prepare(passphrase) {
      const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
      const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
      const secret = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
      const { salt, iv, data } = await wrap(secret, passphrase);
      const wrapped = { salt: toBase64(salt), iv: toBase64(iv), data: toBase64(data) };
      return {
        async install() {
          if (await readRecord()) throw logError('lock-set');
          await browser.storage.local.set({ [LOCK_KEY]: { publicKey: toBase64(publicKey), wrapped } });
          await keepOpen(secret);
        },
      };
    },

    async open(passphrase) {
      const record = await readRecord();
      if (!record || 'removed' in record) throw logError('lock-off');
      const key = await unwrap(record.wrapped, passphrase);
      if (key) await keepOpen(key);
      return key !== undefined;
    },

    close: forgetPrivateKey,

    async remove() {
      const record = await readRecord();
      if (!record || 'removed' in record) throw logError('lock-off');
      const key = await privateKey();
      if (!key) throw logError('locked');
      const { iv, data } = await lockedKey.seal(REMOVED, toBase64(key));
      const removed = { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
      await browser.storage.local.set({ [LOCK_KEY]: { publicKey: toBase64(record.publicKey), removed } });
      await forgetPrivateKey();
    },

    async closeIfIdle() {
      const unlocked = await readUnlocked();
      if (!unlocked) return;
      const { used } = unlocked;
      if (Math.abs(now() - used) >= IDLE_MS - EARLY_MS) await forgetPrivateKey();
      else await browser.alarms.create(IDLE_ALARM, { when: used + IDLE_MS });
    },
  };
}

/** @throws when something lies there that is no lock: rows must not be written open in its place. */
async function readRecord(): Promise<LockRecord | undefined> {
  const { [LOCK_KEY]: stored } = await browser.storage.local.get(LOCK_KEY);
  return stored === undefined ? undefined : recordSchema.parse(stored);
}

/** The private key while the log is open, and when it was last used; undefined also where something else lies there. */
async function readUnlocked(): Promise<z.infer<typeof unlockedSchema> | undefined> {
  const { [UNLOCKED_KEY]: stored } = await browser.storage.session.get(UNLOCKED_KEY);
  const unlocked = unlockedSchema.safeParse(stored);
  return unlocked.success ? unlocked.data : undefined;
}

async function forgetPrivateKey(): Promise<void> {
  await browser.storage.session.remove(UNLOCKED_KEY);
  await browser.alarms.clear(IDLE_ALARM);
}
