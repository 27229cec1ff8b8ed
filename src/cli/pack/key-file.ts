import { existsSync } from 'node:fs';
import * as z from 'zod/mini';
import { fromBase64Url, toBase64Url } from '../../core/format/base64url.ts';
import { publicKeySchema } from '../../core/pack/pack-source.ts';
import { readText, writeFile } from '../files.ts';
import { CommandFault } from '../speech.ts';
import type { KeyPair } from './signing.ts';

/** PBKDF2 with SHA-256, as OWASP advises for it (Password Storage Cheat Sheet, seen November 2026). */
const ITERATIONS = 600_000;

const keyFileSchema = z.strictObject({
  v: z.literal(1),
  purpose: z.enum(['signing', 'recovery']),
  packId: z.string(),
  publicKey: publicKeySchema,
  iterations: z.int().check(z.gte(ITERATIONS), z.lte(10_000_000)),
  salt: z.string(),
  iv: z.string(),
  /** PKCS #8 under AES-GCM, with what stands beside it as additional data. */
  sealed: z.string(),
});
type KeyFile = z.infer<typeof keyFileSchema>;
export type KeyPurpose = KeyFile['purpose'];

/** Writes a private key under a passphrase. Never over a file that is there: a key that is lost is lost. */
export async function writeKeyFile(
  path: string,
  pair: KeyPair,
  about: { readonly purpose: KeyPurpose; readonly packId: string },
  passphrase: string,
): Promise<void> {
  if (existsSync(path)) throw new CommandFault('keys.exists', { path });
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const head = { v: 1 as const, ...about, publicKey: pair.publicKey, iterations: ITERATIONS };
  const key = await sealingKey(passphrase, salt, ITERATIONS);
  const data = await crypto.subtle.encrypt(cipher(iv, head), key, pair.privateKey);
  const file: KeyFile = {
    ...head,
    salt: toBase64Url(salt),
    iv: toBase64Url(iv),
    sealed: toBase64Url(new Uint8Array(data)),
  };
  writeFile(path, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
}

/** @throws UsageError for a file that is none, of the wrong purpose, or under another passphrase. */
export async function readKeyFile(
  path: string,
  purpose: KeyPurpose,
  passphrase: string,
): Promise<KeyPair & { readonly packId: string }> {
  const file = parse(path);
  if (file.purpose !== purpose)
    throw new CommandFault(purpose === 'signing' ? 'key.not-signing' : 'key.not-recovery', { path });
  const { salt, iv, sealed, ...head } = file;
  try {
    const key = await sealingKey(passphrase, bytesOf(salt), file.iterations);
    const data = await crypto.subtle.decrypt(cipher(bytesOf(iv), head), key, bytesOf(sealed));
    return { publicKey: file.publicKey, packId: file.packId, privateKey: new Uint8Array(data) };
  } catch {
    throw new CommandFault('key.closed', { path });
  }
}

function parse(path: string): KeyFile {
  const text = readText(path);
  try {
    return keyFileSchema.parse(JSON.parse(text));
  } catch {
    throw new CommandFault('key.none', { path });
  }
}

async function sealingKey(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(passphrase.normalize('NFC'));
  const base = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function cipher(
  iv: Uint8Array<ArrayBuffer>,
  { packId, publicKey, purpose }: Pick<KeyFile, 'packId' | 'publicKey' | 'purpose'>,
) {
  const additionalData = new TextEncoder().encode(JSON.stringify([purpose, packId, publicKey]));
  return { name: 'AES-GCM', iv, additionalData };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64Url(text);
  if (!bytes) throw new Error('not base64url');
  return bytes;
}
