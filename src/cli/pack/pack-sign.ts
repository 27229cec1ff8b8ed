import { fromBase64Url } from '../../core/format/base64url.ts';
import { fingerprintWords } from '../../core/format/proquint.ts';
import { signersOf } from '../../core/pack/pack-trust.ts';
import { MAX_SIGNATURES, PACK_PREFIX, readRelease } from '../../core/pack/signed-pack.ts';
import { type GateReport, lookAtChange } from '../../core/trial/change-gate.ts';
import { keyFingerprint, packCryptography, signedBytes } from '../../shared/pack-cryptography.ts';
import { parseArguments } from '../arguments.ts';
import { readBytes, writeFile } from '../files.ts';
import { EXIT_INVALID, type Io, write } from '../io.ts';
import { CommandFault, type Speech, WrongCall } from '../speech.ts';
import { readSignature } from './der-signature.ts';
import { readKeyFile } from './key-file.ts';
import { lintPackFile, tellIssues } from './lint-pack-file.ts';
import { askPassphrase } from './passphrase.ts';
import { readPublicKeys } from './public-keys.ts';
import { refuseRejected } from './refuse-rejected.ts';
import { type Draft, draftRelease, readSigned, statementIn, writeEnvelope } from './release-file.ts';
import { sign } from './signing.ts';

export async function run(args: readonly string[], io: Io, speech: Speech): Promise<number> {
  const { say } = speech;
  const options = readOptions(args);
  const keys = readPublicKeys(options.keys);
  // What others signed by hand was judged when its bytes were written out.
  if (options.payload === undefined && (await refusesFaults(options, io, speech))) return EXIT_INVALID;
  const draft =
    options.payload === undefined
      ? draftRelease({ ...options, pack: options.pack, now: Date.now() })
      : drafted(options);
  const { release, payload, before } = draft;
  if (release.pack.id !== keys.packId)
    throw new CommandFault('sign.other-id', {
      path: options.keys,
      keys: keys.packId,
      pack: release.pack.id,
    });
  const report = lookAtChange(release.pack, before?.pack ?? null);
  io.stdout.write(summaryOf(draft, report, speech));
  if (report.reasons.length > 0 && !options.evenSo) {
    io.stderr.write(heldBack(report, speech));
    return EXIT_INVALID;
  }
  if (options.bytes !== undefined) {
    writeFile(options.bytes, signedBytes(PACK_PREFIX, payload));
    writeFile(`${options.bytes}.payload`, payload);
    io.stdout.write(`${say('sign.bytes', { path: options.bytes })}\n`);
    return 0;
  }
  const signatures =
    options.signatures.length > 0
      ? options.signatures.map(readForeign)
      : await signWith(options.key, draft, io, speech);
  await refuseStrangers(keys.signingKeys, draft, signatures);
  const text = writeEnvelope(payload, signatures, draft.recovery, keys);
  const { packId, ...publisher } = keys;
  const previous = options.previous === undefined ? undefined : readBytes(options.previous);
  await refuseRejected(new TextEncoder().encode(text), previous, packId, publisher, speech);
  writeFile(options.out, text);
  const hash = await packCryptography.digest(payload);
  if (release.signing) {
    const next = { signingKeys: release.signing.keys, recoveryKey: keys.recoveryKey };
    io.stdout.write(`${say('sign.next-keys', { words: fingerprintWords(await keyFingerprint(next)) })}\n`);
  }
  io.stdout.write(`${say('sign.done', { out: options.out, hash, words: fingerprintWords(hash) })}\n`);
  return 0;
}

/** A list that `pack lint` finds errors in should not go out by oversight. */
async function refusesFaults(
  { pack, despiteFaults }: Pick<Options, 'pack' | 'despiteFaults'>,
  io: Io,
  speech: Speech,
): Promise<boolean> {
  const { json, issues } = lintPackFile(pack);
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return false;
  await tellIssues(errors, { json }, io.stderr, speech);
  const said = despiteFaults ? 'sign.despite-faults' : 'sign.faults';
  await write(io.stderr, `${speech.say(said, { count: errors.length })}\n`);
  return !despiteFaults;
}

function summaryOf({ release, before }: Draft, report: GateReport, { say }: Speech): string {
  const { pack, epoch, seq, expiresAt } = release;
  const { title, version } = pack;
  const head = say('sign.head', { title, version, number: `${epoch}.${seq}`, expires: expiresAt });
  const { added, removed } = report;
  const remarked = (report.remarked * 100).toFixed(2);
  const change = before
    ? say('sign.change', { added, removed, before: `${before.epoch}.${before.seq}`, remarked })
    : say('sign.first', { added, remarked });
  return `${head}\n${change}\n`;
}

function heldBack({ reasons, dropped }: GateReport, { say }: Speech): string {
  const share = (dropped * 100).toFixed(0);
  const said = reasons.map((reason) => say(`sign.held-${reason}`, { dropped: share })).join('; ');
  return `${say('sign.held', { reasons: said })}\n`;
}

async function signWith(
  paths: readonly string[],
  { release, payload }: Draft,
  io: Io,
  speech: Speech,
): Promise<readonly string[]> {
  const signatures: string[] = [];
  for (const path of paths) {
    const key = await readKeyFile(path, 'signing', await askPassphrase(io, speech, path, false));
    if (key.packId !== release.pack.id)
      throw new CommandFault('sign.key-other', { path, key: key.packId, pack: release.pack.id });
    signatures.push(await sign(key.privateKey, PACK_PREFIX, payload));
  }
  return signatures;
}

function readForeign(path: string): string {
  const signature = readSignature(readBytes(path));
  if (signature === undefined) throw new CommandFault('sign.no-signature', { path });
  return signature;
}

/** A file that nobody can use should not leave the house. */
async function refuseStrangers(
  known: readonly string[],
  { payload, recovery, before }: Draft,
  signatures: readonly string[],
): Promise<void> {
  const named = before?.signing?.keys ?? [];
  const stated = recovery ? (statementIn(recovery)?.keys ?? []) : [];
  const bytes = signatures.flatMap((text) => fromBase64Url(text) ?? []);
  const draft = { payload, signatures: bytes };
  const signers = await signersOf(draft, [...known, ...named, ...stated], packCryptography);
  if (signers.length < signatures.length) throw new CommandFault('sign.stranger');
}

function drafted({ payload, previous }: Options): Draft {
  const bytes = readBytes(payload ?? '');
  const read = readRelease(packCryptography.decode(bytes) ?? '');
  if (!read.ok) throw new CommandFault('sign.no-payload', { payload: payload ?? '' });
  const before = previous === undefined ? undefined : readSigned(previous);
  return {
    release: read.release,
    payload: bytes,
    before: before?.release ?? null,
    recovery: before?.recovery,
  };
}

interface Options {
  readonly pack: string;
  readonly keys: string;
  readonly key: readonly string[];
  readonly out: string;
  readonly previous: string | undefined;
  readonly recovery: string | undefined;
  readonly days: number;
  readonly minApp: string | undefined;
  readonly signing: { readonly keys: readonly string[]; readonly threshold: number } | undefined;
  readonly evenSo: boolean;
  readonly despiteFaults: boolean;
  readonly bytes: string | undefined;
  readonly payload: string | undefined;
  readonly signatures: readonly string[];
}

function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      keys: { type: 'string' },
      key: { type: 'string', multiple: true },
      out: { type: 'string' },
      previous: { type: 'string' },
      recovery: { type: 'string' },
      days: { type: 'string' },
      'min-app': { type: 'string' },
      'next-key': { type: 'string', multiple: true },
      threshold: { type: 'string' },
      'even-so': { type: 'boolean' },
      'despite-faults': { type: 'boolean' },
      bytes: { type: 'string' },
      payload: { type: 'string' },
      signature: { type: 'string', multiple: true },
    },
  });
  const { keys, key = [], out, bytes, payload, signature: signatures = [], threshold } = values;
  const [pack, more] = positionals;
  if (keys === undefined) throw new WrongCall('sign.needs-keys');
  if (out === undefined && bytes === undefined) throw new WrongCall('sign.needs-out');
  if (payload === undefined ? pack === undefined : signatures.length === 0)
    throw new WrongCall('sign.needs-pack');
  if (more !== undefined) throw new WrongCall('sign.one', { more });
  if (payload === undefined && bytes === undefined && key.length === 0) throw new WrongCall('sign.needs-key');
  if (Math.max(key.length, signatures.length) > MAX_SIGNATURES)
    throw new WrongCall('sign.most', { most: MAX_SIGNATURES });
  const nextKeys = values['next-key'] ?? [];
  if (threshold !== undefined && nextKeys.length === 0) throw new WrongCall('sign.threshold');
  return {
    pack: pack ?? '',
    keys,
    key,
    out: out ?? '',
    previous: values.previous,
    recovery: values.recovery,
    days: wholeNumber('--days', values.days ?? '90', 3_650),
    minApp: values['min-app'],
    signing:
      nextKeys.length === 0
        ? undefined
        : { keys: nextKeys, threshold: wholeNumber('--threshold', threshold ?? '1', nextKeys.length) },
    evenSo: values['even-so'] === true,
    despiteFaults: values['despite-faults'] === true,
    bytes,
    payload,
    signatures,
  };
}

function wholeNumber(name: string, text: string, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > most)
    throw new WrongCall('call.number', { name, most, text });
  return number;
}
