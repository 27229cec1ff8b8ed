import { toBase64Url } from '../../core/format/base64url.ts';

/** Bytes of each half of a signature on P-256. */
const HALF = 32;

/**
 * A signature as openssl and PKCS #11 tools write it (DER: a sequence of two integers, RFC 3279 section 2.2.3), in the form
 * of a `.jpack`; raw signatures of 64 bytes are taken as they are. Undefined for anything else.
 */
export function readSignature(bytes: Uint8Array): string | undefined {
  if (bytes.length === 2 * HALF) return toBase64Url(bytes);
  if (bytes[0] !== 0x30 || bytes[1] !== bytes.length - 2) return undefined;
  const first = integerAt(bytes, 2);
  const second = first && integerAt(bytes, first.end);
  if (!first || !second || second.end !== bytes.length) return undefined;
  const raw = new Uint8Array(2 * HALF);
  raw.set(first.value, HALF - first.value.length);
  raw.set(second.value, 2 * HALF - second.value.length);
  return toBase64Url(raw);
}

function integerAt(
  bytes: Uint8Array,
  at: number,
): { readonly value: Uint8Array; readonly end: number } | undefined {
  const length = bytes[at + 1] ?? 0;
  const end = at + 2 + length;
  if (bytes[at] !== 0x02 || length === 0 || end > bytes.length) return undefined;
  const digits = bytes.subarray(at + 2, end);
  // A zero in front only says that the number is not negative.
  const value = digits[0] === 0 ? digits.subarray(1) : digits;
  return value.length <= HALF ? { value, end } : undefined;
}
