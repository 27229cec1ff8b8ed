import * as z from 'zod/mini';
import { fromBase64Url } from '../format/base64url.ts';
import { packSchema, readPack } from './pack.ts';
import { publicKeySchema, SOURCE_LIMITS } from './pack-source.ts';

/**
 * The file that publishers hand out: the exact bytes of a payload, and signatures over them. Verified first, parsed after,
 * so nothing that was not signed is ever read. ECDSA P-256 with SHA-256 belongs to format 1; a file cannot choose another.
 */

/** Put before what is signed, so that a signature for one purpose is none for another. */
export const PACK_PREFIX = 'JAGA-NETRAL-PACK-V1\0';
export const RECOVERY_PREFIX = 'JAGA-NETRAL-RECOVERY-V1\0';

/** Bytes of a whole file. */
export const SIGNED_FILE_BYTES = 8 * 1024 * 1024;
export const MAX_SIGNATURES = 4;

const signature = z.string().check(z.regex(/^[A-Za-z0-9_-]{86}$/));
const encoded = z.string().check(z.minLength(2), z.regex(/^[A-Za-z0-9_-]+$/));
const keyList = z.array(publicKeySchema).check(z.minLength(1), z.maxLength(SOURCE_LIMITS.keys));

/** Keys of a publisher, where no policy names them: the address that the person was given must hold their fingerprint. */
export const publisherKeysSchema = z.strictObject({ signingKeys: keyList, recoveryKey: publicKeySchema });
export interface PublisherKeys {
  readonly signingKeys: readonly string[];
  readonly recoveryKey: string;
}

const envelopeSchema = z.strictObject({
  v: z.literal(1),
  payload: encoded,
  sigs: z.array(signature).check(z.minLength(1), z.maxLength(MAX_SIGNATURES)),
  recovery: z.optional(z.strictObject({ statement: encoded, sig: signature })),
  keys: z.optional(publisherKeysSchema),
});

export interface Envelope {
  readonly payload: Uint8Array<ArrayBuffer>;
  /** 64 bytes each: r, then s. */
  readonly signatures: readonly Uint8Array<ArrayBuffer>[];
  readonly recovery:
    | { readonly statement: Uint8Array<ArrayBuffer>; readonly signature: Uint8Array<ArrayBuffer> }
    | undefined;
  readonly keys: PublisherKeys | undefined;
}

/** Parts of a file, or undefined for anything that is no signed pack: empty, cut off, a web page, another format. */
export function readEnvelope(file: string): Envelope | undefined {
  const read = envelopeSchema.safeParse(parseJson(file));
  if (!read.success) return undefined;
  const { payload, sigs, recovery, keys } = read.data;
  const bytes = fromBase64Url(payload);
  const signatures = sigs.map(fromBase64Url).filter((value) => value !== undefined);
  if (bytes === undefined || signatures.length < sigs.length) return undefined;
  if (recovery === undefined) return { payload: bytes, signatures, recovery, keys };
  const statement = fromBase64Url(recovery.statement);
  const signed = fromBase64Url(recovery.sig);
  if (statement === undefined || signed === undefined) return undefined;
  return { payload: bytes, signatures, recovery: { statement, signature: signed }, keys };
}

const counter = z.int().check(z.gte(1), z.lte(Number.MAX_SAFE_INTEGER));
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const moment = z
  .string()
  .check(
    z.refine(
      (text) => MOMENT.test(text) && new Date(text).toJSON()?.replace('.000', '') === text,
      'must be a moment such as 2027-01-05T00:00:00Z',
    ),
  );
const thresholdFits = ({
  keys,
  threshold,
}: {
  readonly keys: readonly string[];
  readonly threshold: number;
}) => new Set(keys).size >= threshold;

/** Keys whose signatures count from now on, and how many different ones a pack needs. */
const signingSchema = z
  .strictObject({ keys: keyList, threshold: counter })
  .check(z.refine(thresholdFits, 'needs more signatures than there are keys'));

/** What stands around the pack in a payload. */
const frame = {
  type: z.literal('rule-pack'),
  /** Raised with a recovery statement only. */
  epoch: counter,
  /** Raised with each release of an epoch. */
  seq: counter,
  issuedAt: moment,
  expiresAt: moment,
  /** Lowest version of the extension that understands it. */
  minApp: z.optional(z.string().check(z.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/))),
  signing: z.optional(signingSchema),
};
const isInOrder = ({ issuedAt, expiresAt }: { readonly issuedAt: string; readonly expiresAt: string }) =>
  issuedAt < expiresAt;

const releaseSchema = z
  .strictObject({ ...frame, pack: packSchema })
  .check(z.refine(isInOrder, 'expires before it was issued'));
export type Release = z.infer<typeof releaseSchema>;

export type ReleaseResult =
  | { readonly ok: true; readonly release: Release }
  | { readonly ok: false; readonly problems: readonly string[] };

/** What stands in a payload; problems open with the place, as those of `readPack` do. */
export function readRelease(json: string): ReleaseResult {
  const value = parseJson(json);
  if (typeof value === 'object' && value !== null && 'pack' in value) {
    const pack = readPack(value.pack);
    if (!pack.ok) return { ok: false, problems: pack.problems.map((problem) => `pack.${problem}`) };
  }
  const read = releaseSchema.safeParse(value);
  if (read.success) return { ok: true, release: read.data };
  const problems = read.error.issues.map(
    ({ path, message }) => `${path.join('.') || '(payload)'}: ${message}`,
  );
  return { ok: false, problems: problems.slice(0, 50) };
}

const statementSchema = z
  .strictObject({
    packId: z.string().check(z.minLength(1), z.maxLength(80)),
    epoch: counter.check(z.gte(2)),
    keys: keyList,
    threshold: counter,
    revoked: z.array(publicKeySchema).check(z.maxLength(SOURCE_LIMITS.revoked)),
  })
  .check(z.refine(thresholdFits, 'needs more signatures than there are keys'));

/** Signed with the recovery key alone: a new epoch begins, with these keys, and the revoked ones are dead for ever. */
export type RecoveryStatement = z.infer<typeof statementSchema>;

export function readStatement(json: string): RecoveryStatement | undefined {
  const read = statementSchema.safeParse(parseJson(json));
  return read.success ? read.data : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
