import { toHex } from '../core/format/hex.ts';

/** SHA-256 in lower-case hex, by WebCrypto of browsers and of Node. */
export async function sha256(data: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', data)));
}
