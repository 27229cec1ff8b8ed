import { fingerprintWords } from '../../core/format/proquint.ts';
import type { Pack } from '../../core/pack/pack.ts';
import { judgeSignedPack, type TrustState } from '../../core/pack/pack-trust.ts';
import { packCryptography } from '../../shared/pack-cryptography.ts';
import { parseArguments } from '../arguments.ts';
import { readBytes, writeFile } from '../files.ts';
import { EXIT_INVALID, type Io } from '../io.ts';
import { findPackageRoot } from '../package-root.ts';
import { type Speech, WrongCall } from '../speech.ts';
import { readPublicKeys } from './public-keys.ts';

export async function run(args: readonly string[], io: Io, { say }: Speech): Promise<number> {
  const { files, keys: path, out } = readOptions(args);
  const { packId, ...configured } = readPublicKeys(path);
  const appVersion = findPackageRoot().version;
  let known: TrustState | null = null;
  let last: Pack | undefined;
  for (const file of files) {
    const question = { packId, configured, known, revoked: [], appVersion };
    const judgement = await judgeSignedPack(readBytes(file), question, packCryptography);
    if (judgement.result === 'refused') {
      const refusal = say(`refusal.${judgement.refusal}`);
      io.stderr.write(`${file}: ${[refusal, ...judgement.problems].join('\n  ')}\n`);
      return EXIT_INVALID;
    }
    const { release, hash } = judgement;
    const { pack, epoch, seq, expiresAt: expires } = release;
    const { title, version } = pack;
    const age = Date.parse(expires) < Date.now() ? 'verify.old' : 'verify.fresh';
    io.stdout.write(
      `${say('verify.head', { file, title, version, number: `${epoch}.${seq}` })}\n` +
        `  ${say(age, { expires })}\n  ${say('verify.words', { hash, words: fingerprintWords(hash) })}\n`,
    );
    known = judgement.state;
    last = pack;
  }
  if (out !== undefined) {
    writeFile(out, `${JSON.stringify(last, null, 2)}\n`);
    io.stderr.write(`${say('verify.written', { out })}\n`);
  }
  return 0;
}

function readOptions(args: readonly string[]) {
  const { values, positionals } = parseArguments({
    args: [...args],
    allowPositionals: true,
    options: { keys: { type: 'string' }, out: { type: 'string' } },
  });
  if (values.keys === undefined || positionals.length === 0) throw new WrongCall('verify.needs');
  return { files: positionals, keys: values.keys, out: values.out };
}
