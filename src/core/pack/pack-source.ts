import * as z from 'zod/mini';
import { ADDRESS_LENGTH, isPackAddress } from './pack-address.ts';

/** Where a signed pack comes from and whose signatures count, as a policy states it. */
export interface PackSource {
  /** See `isPackAddress`; or the signed pack itself as `data:application/json;base64,…`. */
  readonly url: string;
  readonly packId: string;
  /** Public keys, see `publicKeySchema`. */
  readonly signingKeys: readonly string[];
  readonly recoveryKey: string;
}

export const SOURCE_LIMITS = {
  sources: 10,
  keys: 8,
  revoked: 100,
  address: ADDRESS_LENGTH,
  embedded: 3_000_000,
} as const;

export const EMBEDDED = 'data:application/json;base64,';

/** A point of P-256 as raw bytes, uncompressed (65, the first is 4), in base64url without padding: 87 characters. */
export const publicKeySchema = z.string().check(z.regex(/^B[A-Za-z0-9_-]{85}[AEIMQUYcgkosw048]$/));

const packId = z.string().check(z.maxLength(80), z.regex(/^[a-z0-9]+(?:[.:-][a-z0-9]+)*$/));

const address = z.string().check(z.refine(isPackAddress));
const embedded = z
  .string()
  .check(
    z.maxLength(SOURCE_LIMITS.embedded),
    z.regex(/^data:application\/json;base64,[A-Za-z0-9+/]+={0,2}$/),
  );

const keys = z.array(publicKeySchema).check(z.minLength(1), z.maxLength(SOURCE_LIMITS.keys));

export const packSourceSchema = z.strictObject({
  url: z.union([address, embedded]),
  packId,
  signingKeys: keys,
  recoveryKey: publicKeySchema,
});
