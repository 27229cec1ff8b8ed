import { fromBase64Url } from '../core/format/base64url.ts';
import { anchorOf, type PackCryptography } from '../core/pack/pack-trust.ts';
import type { PublisherKeys } from '../core/pack/signed-pack.ts';
import { sha256 } from './sha256.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** WebCrypto of browsers and of Node. */
export const packCryptography: PackCryptography = {
  async verify(key, signature, prefix, data) {
    const raw = fromBase64Url(key);
    if (!raw) return false;
    try {
      const publicKey = await crypto.subtle.importKey('raw', raw, ALGORITHM, false, ['verify']);
      return await crypto.subtle.verify(ALGORITHM, publicKey, signature, signedBytes(prefix, data));
    } catch {
      // Bytes of the right length that are no point of the curve.
      return false;
    }
  },

  digest: sha256,

  decode(data) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(data);
    } catch {
      return undefined;
    }
  },
};

/** SHA-256 of a publisher's keys, hex: links carry it, people compare it in words. */
export function keyFingerprint(keys: PublisherKeys): Promise<string> {
  return sha256(new TextEncoder().encode(anchorOf(keys)));
}

/** What a signature is made over. */
export function signedBytes(prefix: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(prefix);
  const bytes = new Uint8Array(head.length + data.length);
  bytes.set(head);
  bytes.set(data, head.length);
  return bytes;
}
