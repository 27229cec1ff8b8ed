import { fromBase64, toBase64 } from '../../shared/base64.ts';

/**
 * Texts for one key pair: whoever has the public key can seal, only the private key opens. P-256 with an ephemeral
 * pair, HKDF-SHA-256, AES-GCM. `context` is bound in, so that no text can stand in for another.
 */
export type SealText = (context: string, text: string) => Promise<string>;
/** Undefined when the text was not sealed for this pair and context. */
export type OpenText = (context: string, sealed: string) => Promise<string | undefined>;

export const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const IV_BYTES = 12;
const PURPOSE = 'jaga-netral log 1';

/** With one ephemeral pair for all its texts: to be made anew for each batch and thrown away. */
export async function createSealer(publicBytes: Uint8Array<ArrayBuffer>): Promise<SealText> {
  const publicKey = await crypto.subtle.importKey('raw', publicBytes, CURVE, false, []);
  const pair = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const ephemeral = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const key = await deriveKey(pair.privateKey, publicKey, ephemeral, publicBytes, 'encrypt');
  return async (context, text) => {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const data = await crypto.subtle.encrypt(cipher(context, iv), key, encode(text));
    return [ephemeral, iv, new Uint8Array(data)].map(toBase64).join('.');
  };
}

export async function createOpener(
  privateBytes: Uint8Array<ArrayBuffer>,
  publicBytes: Uint8Array<ArrayBuffer>,
): Promise<OpenText> {
  const privateKey = await crypto.subtle.importKey('pkcs8', privateBytes, CURVE, false, ['deriveBits']);
  const keys = new Map<string, Promise<CryptoKey>>();
  const keyOf = (ephemeral: string) => {
    const known = keys.get(ephemeral);
    if (known) return known;
    const bytes = fromBase64(ephemeral);
    const key = crypto.subtle
      .importKey('raw', bytes, CURVE, false, [])
      .then((other) => deriveKey(privateKey, other, bytes, publicBytes, 'decrypt'));
    keys.set(ephemeral, key);
    return key;
  };
  return async (context, sealed) => {
    try {
      const [ephemeral = '', iv = '', data = ''] = sealed.split('.');
      const options = cipher(context, fromBase64(iv));
      const opened = await crypto.subtle.decrypt(options, await keyOf(ephemeral), fromBase64(data));
      return new TextDecoder().decode(opened);
    } catch {
      return undefined;
    }
  };
}

/** Both public keys are bound in: a key belongs to one pair and one batch. */
async function deriveKey(
  own: CryptoKey,
  other: CryptoKey,
  ephemeral: Uint8Array<ArrayBuffer>,
  receiver: Uint8Array<ArrayBuffer>,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256);
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const info = Uint8Array.from([...encode(PURPOSE), ...ephemeral, ...receiver]);
  const options = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info };
  return crypto.subtle.deriveKey(options, material, { name: 'AES-GCM', length: 256 }, false, [use]);
}

function cipher(context: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: encode(context) };
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
