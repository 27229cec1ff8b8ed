import { toBase64Url } from '../../core/format/base64url.ts';
import {
  type PublisherKeys,
  type Release,
  readEnvelope,
  readRelease,
  readStatement,
} from '../../core/pack/signed-pack.ts';
import { packCryptography } from '../../shared/pack-cryptography.ts';
import { readBytes, readText } from '../files.ts';
import { UsageError } from '../io.ts';
import { loadPack } from '../packs.ts';
import { CommandFault } from '../speech.ts';

const DAY_MS = 86_400_000;

export interface ReleaseOptions {
  /** Unsigned pack, as in `rules/`. */
  readonly pack: string;
  /** The release before it, or undefined for the first one. */
  readonly previous: string | undefined;
  /** File of a recovery statement that opens a new epoch. */
  readonly recovery: string | undefined;
  /** How long it is called fresh. */
  readonly days: number;
  readonly minApp: string | undefined;
  /** Keys that count from the next release on. */
  readonly signing: { readonly keys: readonly string[]; readonly threshold: number } | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** A statement in a file of its own, and in each release of its epoch. */
export interface SignedStatement {
  readonly statement: string;
  readonly sig: string;
}

/** A release that is ready to be signed. */
export interface Draft {
  readonly release: Release;
  readonly payload: Uint8Array<ArrayBuffer>;
  readonly before: Release | null;
  readonly recovery: SignedStatement | undefined;
}

/** @throws UsageError for a pack that is not valid, and for a release before it that is another one's. */
export function draftRelease(options: ReleaseOptions): Draft {
  const pack = loadPack(options.pack);
  const previous = options.previous === undefined ? undefined : readSigned(options.previous);
  const before = previous?.release ?? null;
  if (before && before.pack.id !== pack.id)
    throw new CommandFault('release.other', {
      path: options.previous ?? '',
      before: before.pack.id,
      pack: pack.id,
    });
  const recovery =
    options.recovery === undefined ? previous?.recovery : readSignedStatement(options.recovery, pack.id);
  const epoch = recovery ? epochOf(recovery) : 1;
  if (before && epoch < before.epoch)
    throw new CommandFault('release.epoch', {
      epoch,
      path: options.previous ?? '',
      before: before.epoch,
    });
  const issuedAt = momentOf(options.now);
  const release = {
    type: 'rule-pack',
    epoch,
    seq: before?.epoch === epoch ? before.seq + 1 : 1,
    issuedAt,
    expiresAt: momentOf(options.now + options.days * DAY_MS),
    ...(options.minApp === undefined ? {} : { minApp: options.minApp }),
    ...(options.signing ? { signing: options.signing } : {}),
    pack,
  };
  const json = JSON.stringify(release);
  const checked = readRelease(json);
  if (!checked.ok) throw new CommandFault('release.invalid', { problems: checked.problems.join('\n  ') });
  return { release: checked.release, payload: new TextEncoder().encode(json), before, recovery };
}

/** Text of a `.jpack`. */
export function writeEnvelope(
  payload: Uint8Array,
  sigs: readonly string[],
  recovery: SignedStatement | undefined,
  keys: PublisherKeys | undefined,
): string {
  const { signingKeys, recoveryKey } = keys ?? {};
  return `${JSON.stringify({
    v: 1,
    payload: toBase64Url(payload),
    sigs,
    ...(recovery ? { recovery } : {}),
    ...(keys ? { keys: { signingKeys, recoveryKey } } : {}),
  })}\n`;
}

/** Reads a release without asking who signed it: for its number, and for what changed since. */
export function readSigned(path: string): {
  readonly release: Release;
  readonly recovery: SignedStatement | undefined;
} {
  const envelope = readEnvelope(packCryptography.decode(readBytes(path)) ?? '');
  const read = envelope && readRelease(packCryptography.decode(envelope.payload) ?? '');
  if (!envelope || !read?.ok) throw new CommandFault('release.none', { path });
  const { recovery } = envelope;
  return {
    release: read.release,
    recovery: recovery && {
      statement: toBase64Url(recovery.statement),
      sig: toBase64Url(recovery.signature),
    },
  };
}

function readSignedStatement(path: string, packId: string): SignedStatement {
  const { statement, sig } = (readJsonObject(path) ?? {}) as Partial<SignedStatement>;
  if (
    typeof statement !== 'string' ||
    typeof sig !== 'string' ||
    statementIn({ statement, sig })?.packId !== packId
  )
    throw new CommandFault('release.statement', { path, pack: packId });
  return { statement, sig };
}

function readJsonObject(path: string): object | undefined {
  try {
    const value: unknown = JSON.parse(readText(path));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return undefined;
  }
}

/** What a statement says, whoever signed it. */
export const statementIn = ({ statement }: SignedStatement) =>
  readStatement(Buffer.from(statement, 'base64url').toString('utf8'));
const epochOf = (recovery: SignedStatement) => statementIn(recovery)?.epoch ?? 1;

function momentOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
