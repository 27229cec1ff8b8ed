import { toBase64Url } from '../../core/format/base64url.ts';
import { signedBytes } from '../../shared/pack-cryptography.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

export interface KeyPair {
  /** As packs and policies write it, see `publicKeySchema`. */
  readonly publicKey: string;
  /** PKCS #8. Never written to disk as it is: see `key-file.ts`. */
  readonly privateKey: Uint8Array<ArrayBuffer>;
}

export async function createKeyPair(): Promise<KeyPair> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  return {
    publicKey: toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))),
    privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey)),
  };
}

/** Signature over `prefix` and `data`: r, then s, 64 bytes in base64url. */
export async function sign(
  privateKey: Uint8Array<ArrayBuffer>,
  prefix: string,
  data: Uint8Array,
): Promise<string> {
  const key = await crypto.subtle.importKey('pkcs8', privateKey, ALGORITHM, false, ['sign']);
  return toBase64Url(new Uint8Array(await crypto.subtle.sign(ALGORITHM, key, signedBytes(prefix, data))));
}
