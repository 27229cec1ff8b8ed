import { fromBase64Url } from '../core/base64url.ts';
import type { PackCryptography } from '../core/pack-trust.ts';

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

  async digest(data) {
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  },

  decode(data) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(data);
    } catch {
      return undefined;
    }
  },
};

/** What a signature is made over. */
export function signedBytes(prefix: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(prefix);
  const bytes = new Uint8Array(head.length + data.length);
  bytes.set(head);
  bytes.set(data, head.length);
  return bytes;
}
