const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Int16Array(128).fill(-1);
for (let value = 0; value < ALPHABET.length; value += 1) VALUES[ALPHABET.charCodeAt(value)] = value;

/** Base64url without padding (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const bits = (first << 16) | (second << 8) | third;
    const text =
      letter(bits >> 18) + letter((bits >> 12) & 63) + letter((bits >> 6) & 63) + letter(bits & 63);
    parts.push(text.slice(0, Math.min(4, bytes.length - at + 1)));
  }
  return parts.join('');
}

const letter = (value: number) => ALPHABET.charAt(value);

/**
 * Bytes of base64url text, or undefined. Only the one way to write some bytes is accepted: no padding, no blank, no bits
 * left over, so that a file cannot be written in two ways.
 */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  const rest = text.length % 4;
  if (rest === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let count = 0;
  let written = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = VALUES[text.charCodeAt(at)] ?? -1;
    if (value < 0) return undefined;
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes[written] = (bits >> count) & 0xff;
      written += 1;
    }
  }
  return (bits & ((1 << count) - 1)) === 0 ? bytes : undefined;
}
