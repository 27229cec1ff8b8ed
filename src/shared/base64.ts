/** What newer browsers bring themselves (https://tc39.es/proposal-arraybuffer-base64/, seen November 2026). */
interface Native {
  readonly fromBase64?: (text: string) => Uint8Array<ArrayBuffer>;
}
interface NativeArray {
  readonly toBase64?: () => string;
}

/** `storage.local` holds JSON only, so bytes are kept as text. */
export function toBase64(bytes: Uint8Array): string {
  const native = (bytes as NativeArray).toBase64;
  if (native) return native.call(bytes);
  let binary = '';
  // In pieces: a call takes some ten thousand arguments at most.
  for (let at = 0; at < bytes.length; at += 4_096) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 4_096));
  }
  return btoa(binary);
}

/** @throws when `text` is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const native = (Uint8Array as Native).fromBase64;
  if (native) return native(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  // `Uint8Array.from()` with a function takes twenty times as long.
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
