import * as z from 'zod/mini';

/** Where a signed pack comes from and whose signatures count, as a policy states it. */
export interface PackSource {
  /** `https` without query or fragment, or the signed pack itself as `data:application/json;base64,…`. */
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
  address: 500,
  embedded: 3_000_000,
} as const;

export const EMBEDDED = 'data:application/json;base64,';

/** A point of P-256 as raw bytes, uncompressed (65, the first is 4), in base64url without padding: 87 characters. */
export const publicKeySchema = z.string().check(z.regex(/^B[A-Za-z0-9_-]{85}[AEIMQUYcgkosw048]$/));

const packId = z.string().check(z.maxLength(80), z.regex(/^[a-z0-9]+(?:[.:-][a-z0-9]+)*$/));

/** No query and no name in it: two people must ask for the same, or the host could tell them apart. */
const address = z
  .string()
  .check(
    z.maxLength(SOURCE_LIMITS.address),
    z.regex(/^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?\/[A-Za-z0-9._~%/-]+$/),
  );
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
