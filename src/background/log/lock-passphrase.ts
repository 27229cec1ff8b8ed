/** Bytes that only a passphrase opens: PBKDF2-SHA-256, AES-GCM. */
export interface Wrapped {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** About 0.6 s on a small computer (measured): what one guess costs as well. */
export const ITERATIONS = 600_000;
const SALT_BYTES = 16;
const IV_BYTES = 12;

export async function wrap(secret: Uint8Array<ArrayBuffer>, passphrase: string): Promise<Wrapped> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await keyOf(passphrase, salt, 'encrypt');
  return {
    salt,
    iv,
    data: new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, secret)),
  };
}

/** Undefined: the passphrase is another one. */
export async function unwrap(
  { salt, iv, data }: Wrapped,
  passphrase: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const key = await keyOf(passphrase, salt, 'decrypt');
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data));
  } catch {
    return undefined;
  }
}

async function keyOf(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  // The same letters may come composed or not, by keyboard and system.
  const bytes = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  const options = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS };
  return crypto.subtle.deriveKey(options, material, { name: 'AES-GCM', length: 256 }, false, [use]);
}
