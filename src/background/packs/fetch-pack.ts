import { isPackAddress } from '../../core/pack/pack-address.ts';
import { EMBEDDED } from '../../core/pack/pack-source.ts';
import { SIGNED_FILE_BYTES } from '../../core/pack/signed-pack.ts';
import { fromBase64 } from '../../shared/base64.ts';

/** A host that takes longer is asked again another day. */
const TIMEOUT_MS = 30_000;

/**
 * Whether this is an address that a list may be fetched from, and this browser reads it as it stands. What was stored by an
 * earlier version, or holds a punycode label that is none, is never asked for.
 */
export function isFetchable(url: string): boolean {
  return isPackAddress(url) && URL.canParse(url) && new URL(url).href === url;
}

/**
 * The one place where this extension asks the network for anything: the file of a signed pack, from an address that an
 * agency or the person configured. It says nothing of who asks: no cookie, no referrer, no query, no validator, and one
 * language for all. Undefined when the file did not come whole.
 */
export async function fetchPack(url: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (url.startsWith(EMBEDDED)) return embedded(url);
  if (!isFetchable(url)) return undefined;
  try {
    const response = await fetch(url, {
      method: 'GET',
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      headers: { 'Accept-Language': 'id' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok || !response.body) return undefined;
    return await readWhole(response.body);
  } catch {
    return undefined;
  }
}

function embedded(url: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return fromBase64(url.slice(EMBEDDED.length));
  } catch {
    return undefined;
  }
}

/** One byte more than a file may have is enough to know that it is too long; the rest is never read. */
async function readWhole(body: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    if (length > SIGNED_FILE_BYTES) {
      await reader.cancel().catch(() => undefined);
      return undefined;
    }
  }
  const file = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}
