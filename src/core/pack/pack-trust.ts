import type { Envelope, PublisherKeys, RecoveryStatement, Release } from './signed-pack.ts';
import {
  PACK_PREFIX,
  RECOVERY_PREFIX,
  readEnvelope,
  readRelease,
  readStatement,
  SIGNED_FILE_BYTES,
} from './signed-pack.ts';

/** What a browser or Node brings; passed in, because nothing in `core` knows where it runs. */
export interface PackCryptography {
  /** ECDSA P-256 with SHA-256; a key that is no point of the curve verifies nothing. */
  verify(
    key: string,
    signature: Uint8Array<ArrayBuffer>,
    prefix: string,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
  /** SHA-256 in lower-case hex. */
  digest(data: Uint8Array<ArrayBuffer>): Promise<string>;
  /** UTF-8 without repairs; undefined where it is not. */
  decode(data: Uint8Array): string | undefined;
}

/** The highest release that was ever accepted. It only rises. */
export interface Mark {
  readonly epoch: number;
  readonly seq: number;
  /** SHA-256 of its payload. */
  readonly hash: string;
}

/** What a client remembers of one publisher. */
export interface TrustState {
  /** The configured keys that it began with, see `anchorOf`: others begin anew, and only the mark and the dead keys stay. */
  readonly anchor: string;
  readonly keys: readonly string[];
  readonly threshold: number;
  readonly revoked: readonly string[];
  readonly mark: Mark | null;
}

export type Refusal =
  /** Longer than `SIGNED_FILE_BYTES`. */
  | 'too-large'
  /** Empty, cut off, a web page, another format. */
  | 'no-signed-pack'
  /** Not signed by enough of the keys that count. */
  | 'unsigned'
  /** Signed by a key that counts no more. */
  | 'revoked'
  /** A recovery statement that the recovery key did not sign, or of another pack or epoch. */
  | 'recovery'
  /** Signed, and not a pack; `problems` say where. */
  | 'invalid'
  | 'other-pack'
  | 'newer-extension'
  | 'older'
  /** The release that is known, with other content: the publisher signed two. */
  | 'equivocation';

export type Judgement =
  | {
      readonly result: 'refused';
      readonly refusal: Refusal;
      readonly problems: readonly string[];
      readonly hash?: string;
      /** Of an equivocation: the release that has this number already. */
      readonly mark?: Mark;
    }
  /** `unchanged`: the very release of the mark. */
  | Accepted;

export interface Accepted {
  readonly result: 'new' | 'unchanged';
  readonly release: Release;
  readonly hash: string;
  readonly state: TrustState;
  readonly signed: SignedBy;
}

/** Whose signatures a file was accepted for: stored with it, because later releases may change the keys. */
export interface SignedBy {
  readonly hash: string;
  readonly keys: readonly string[];
  readonly threshold: number;
}

export interface TrustQuestion {
  /** Null where a person follows a link to a pack that is not known yet. */
  readonly packId: string | null;
  /** From a policy, or from the file itself after their fingerprint was confirmed. */
  readonly configured: PublisherKeys;
  readonly known: TrustState | null;
  /** Dead by policy or by the release of the extension. */
  readonly revoked: readonly string[];
  /** The lowest release that this version of the extension still accepts. */
  readonly floor?: Mark | undefined;
  /** `1.2.3` */
  readonly appVersion: string;
}

export function anchorOf({ signingKeys, recoveryKey }: PublisherKeys): string {
  return [...signingKeys].sort().concat(recoveryKey).join(' ');
}

/**
 * Whether a file may take the place of what is active. The order is part of the rule: size, envelope, recovery, signature,
 * and only then content, id and number. Nothing is stored here.
 */
export async function judgeSignedPack(
  file: Uint8Array<ArrayBuffer>,
  question: TrustQuestion,
  crypto: PackCryptography,
): Promise<Judgement> {
  if (file.length > SIGNED_FILE_BYTES) return refuse('too-large');
  const text = crypto.decode(file);
  const envelope = text === undefined ? undefined : readEnvelope(text);
  if (!envelope) return refuse('no-signed-pack');

  let statement: RecoveryStatement | undefined;
  if (envelope.recovery) {
    const { statement: bytes, signature } = envelope.recovery;
    if (!(await crypto.verify(question.configured.recoveryKey, signature, RECOVERY_PREFIX, bytes)))
      return refuse('recovery');
    statement = readStatement(crypto.decode(bytes) ?? '');
    if (!statement) return refuse('recovery');
  }

  const trusted = trustedKeys(question, statement);
  const signers = await signersOf(envelope, trusted.keys, crypto);
  if (signers.length < trusted.threshold) {
    const dead = await signersOf(envelope, trusted.revoked, crypto);
    return refuse(dead.length > 0 ? 'revoked' : 'unsigned');
  }

  const read = readRelease(crypto.decode(envelope.payload) ?? '');
  if (!read.ok) return refuse('invalid', read.problems);
  const { release } = read;
  if (release.pack.id !== (question.packId ?? release.pack.id)) return refuse('other-pack');
  if (statement && statement.packId !== release.pack.id) return refuse('recovery');
  // Without its statement anybody with a signing key could raise the epoch out of reach of the recovery key.
  if (release.epoch !== (statement?.epoch ?? 1)) return refuse('recovery');
  if (release.minApp !== undefined && compareVersions(release.minApp, question.appVersion) > 0)
    return refuse('newer-extension');

  const hash = await crypto.digest(envelope.payload);
  const mark = higherMark(question.known?.mark ?? null, question.floor ?? null);
  const order = mark === null ? 1 : compareMarks(release, mark);
  if (order < 0) return { ...refuse('older'), hash };
  if (order === 0 && mark && mark.hash !== hash) return { ...refuse('equivocation'), hash, mark };
  const { keys, threshold } = release.signing ?? trusted;
  const state: TrustState = {
    anchor: anchorOf(question.configured),
    keys,
    threshold,
    // What a policy revokes it may take back; what the recovery key revoked is dead for ever.
    revoked: [...new Set([...(question.known?.revoked ?? []), ...(statement?.revoked ?? [])])],
    mark: { epoch: release.epoch, seq: release.seq, hash },
  };
  const signed = { hash, keys: trusted.keys, threshold: trusted.threshold };
  return { result: order === 0 ? 'unchanged' : 'new', release, hash, state, signed };
}

/** The release of a file that was accepted earlier, if not a bit of it changed and its keys still count. */
export async function verifyStored(
  file: Uint8Array<ArrayBuffer>,
  { hash, keys, threshold }: SignedBy,
  revoked: readonly string[],
  crypto: PackCryptography,
): Promise<Release | undefined> {
  const envelope = readEnvelope(crypto.decode(file) ?? '');
  if (!envelope || (await crypto.digest(envelope.payload)) !== hash) return undefined;
  const alive = keys.filter((key) => !revoked.includes(key));
  if ((await signersOf(envelope, alive, crypto)).length < threshold) return undefined;
  const read = readRelease(crypto.decode(envelope.payload) ?? '');
  return read.ok ? read.release : undefined;
}

/** Of two states of one publisher that ought to be the same, the later one; what is dead in one is dead. */
export function laterState(one: TrustState | null, other: TrustState | null): TrustState | null {
  if (!one || !other) return one ?? other;
  const mark = higherMark(one.mark, other.mark);
  const later = mark === one.mark ? one : other;
  return { ...later, revoked: [...new Set([...one.revoked, ...other.revoked])] };
}

function refuse(
  refusal: Refusal,
  problems: readonly string[] = [],
): Judgement & { readonly result: 'refused' } {
  return { result: 'refused', refusal, problems };
}

function trustedKeys(
  { configured, known, revoked }: TrustQuestion,
  statement: RecoveryStatement | undefined,
): { readonly keys: readonly string[]; readonly threshold: number; readonly revoked: readonly string[] } {
  const isFresh = known?.anchor !== anchorOf(configured);
  const dead = new Set([...revoked, ...(known?.revoked ?? []), ...(statement?.revoked ?? [])]);
  const before = isFresh || !known ? { keys: configured.signingKeys, threshold: 1 } : known;
  let { keys, threshold } = before;
  if (statement && (isFresh || statement.epoch > (known?.mark?.epoch ?? 0))) {
    // A fresh client may meet a release that was signed after a planned change of keys, which its policy knows already.
    keys = isFresh ? [...statement.keys, ...configured.signingKeys] : statement.keys;
    threshold = statement.threshold;
  }
  return { keys: [...new Set(keys)].filter((key) => !dead.has(key)), threshold, revoked: [...dead] };
}

/** Which of the keys signed: one key that signs twice is one signer. */
export async function signersOf(
  { payload, signatures }: Pick<Envelope, 'payload' | 'signatures'>,
  keys: readonly string[],
  crypto: PackCryptography,
): Promise<readonly string[]> {
  const signers = new Set<string>();
  for (const key of keys)
    for (const signature of signatures)
      if (!signers.has(key) && (await crypto.verify(key, signature, PACK_PREFIX, payload))) signers.add(key);
  return [...signers];
}

type Numbered = Pick<Mark, 'epoch' | 'seq'>;

/** Positive where `one` is the later release. */
export function compareMarks(one: Numbered, other: Numbered): number {
  return one.epoch - other.epoch || one.seq - other.seq;
}

function higherMark(one: Mark | null, other: Mark | null): Mark | null {
  if (!one || !other) return one ?? other;
  return compareMarks(one, other) >= 0 ? one : other;
}

function compareVersions(one: string, other: string): number {
  const parts = (version: string) => version.split('.').map(Number);
  const left = parts(one);
  const right = parts(other);
  for (let at = 0; at < 3; at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
