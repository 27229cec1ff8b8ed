import { judgeSignedPack, type Refusal, type TrustState } from '../core/pack-trust.ts';
import { fingerprintWords } from '../core/proquint.ts';
import { packCryptography } from '../shared/pack-cryptography.ts';
import { parseArguments } from './arguments.ts';
import { readBytes } from './files.ts';
import { EXIT_INVALID, type Io, UsageError } from './io.ts';
import { findPackageRoot } from './package-root.ts';
import { readPublicKeys } from './public-keys.ts';

export const help = `pack verify X.jpack [Y.jpack …] --keys keys.public.json
  Judges files as a browser with these keys would, one after the other: the second one as the successor of the first.
  Prints number, age, hash and words of each. Exit code 2 when one is refused.
`;

const REFUSALS: Record<Refusal, string> = {
  'too-large': 'is longer than 8 MB',
  'no-signed-pack': 'is no signed pack: empty, cut off, a web page, or something else',
  unsigned: 'is not signed by enough of the keys that count',
  revoked: 'is signed by a key that counts no more',
  recovery: 'has an epoch that the recovery key did not open',
  invalid: 'is signed, and its content is not valid',
  'other-pack': 'is another pack',
  'newer-extension': 'needs a newer version of the extension',
  older: 'is older than the release before it',
  equivocation: 'has the number of the release before it, and other content',
};

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { files, keys: path } = readOptions(args);
  const { packId, ...configured } = readPublicKeys(path);
  const appVersion = findPackageRoot().version;
  let known: TrustState | null = null;
  for (const file of files) {
    const question = { packId, configured, known, revoked: [], appVersion };
    const judgement = await judgeSignedPack(readBytes(file), question, packCryptography);
    if (judgement.result === 'refused') {
      io.stderr.write(`${file}: ${[REFUSALS[judgement.refusal], ...judgement.problems].join('\n  ')}\n`);
      return EXIT_INVALID;
    }
    const { release, hash } = judgement;
    const age = Date.parse(release.expiresAt) < Date.now() ? 'old, and still used, since' : 'fresh until';
    io.stdout.write(
      `${file}: ${release.pack.title}, version ${release.pack.version}, release ${release.epoch}.${release.seq}\n` +
        `  ${age} ${release.expiresAt}\n  SHA-256: ${hash}\n  In words: ${fingerprintWords(hash)}\n`,
    );
    known = judgement.state;
  }
  return 0;
}

function readOptions(args: readonly string[]): { readonly files: readonly string[]; readonly keys: string } {
  const { values, positionals } = parseArguments({
    args: [...args],
    allowPositionals: true,
    options: { keys: { type: 'string' } },
  });
  if (values.keys === undefined || positionals.length === 0)
    throw new UsageError('pack verify needs a file and --keys keys.public.json');
  return { files: positionals, keys: values.keys };
}
