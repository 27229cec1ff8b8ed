import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { anchorOf } from '../core/pack-trust.ts';
import { fingerprintWords } from '../core/proquint.ts';
import { packCryptography } from '../shared/pack-cryptography.ts';
import { parseArguments } from './arguments.ts';
import { writeFile } from './files.ts';
import { type Io, UsageError } from './io.ts';
import { writeKeyFile } from './key-file.ts';
import { askPassphrase } from './passphrase.ts';
import { createKeyPair } from './signing.ts';

export const help = `pack keys --id PACKID --out FOLDER [--signing-only]
  Makes the keys of a publisher, each in a file under a passphrase:
    signing.key.json   signs each release; its passphrase is asked for then
    recovery.key.json  alone can replace a stolen signing key. Move it to a medium in a safe, away from this computer
    keys.public.json   what policies and clients need; no secret
  --signing-only       one more signing key, for a planned change or for two signatures: signing.key.json only, and
                       its public half on stdout
`;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { id, out, signingOnly } = readOptions(args);
  mkdirSync(out, { recursive: true });
  const names = ['signing.key.json', ...(signingOnly ? [] : ['recovery.key.json', 'keys.public.json'])];
  const there = names.map((name) => join(out, name)).find((path) => existsSync(path));
  if (there !== undefined) throw new UsageError(`${there} exists already, and keys are never overwritten`);

  const signing = await createKeyPair();
  const about = { packId: id, purpose: 'signing' as const };
  const signingSecret = await askPassphrase(io, 'the new signing key', true);
  if (signingOnly) {
    await writeKeyFile(join(out, 'signing.key.json'), signing, about, signingSecret);
    io.stdout.write(`${signing.publicKey}\n`);
    return 0;
  }
  const recovery = await createKeyPair();
  const recoverySecret = await askPassphrase(io, 'the new recovery key', true);
  await writeKeyFile(join(out, 'signing.key.json'), signing, about, signingSecret);
  await writeKeyFile(
    join(out, 'recovery.key.json'),
    recovery,
    { ...about, purpose: 'recovery' },
    recoverySecret,
  );
  const keys = { signingKeys: [signing.publicKey], recoveryKey: recovery.publicKey };
  writeFile(join(out, 'keys.public.json'), `${JSON.stringify({ packId: id, ...keys }, null, 2)}\n`);
  const fingerprint = await packCryptography.digest(new TextEncoder().encode(anchorOf(keys)));
  io.stdout.write(
    `Keys of "${id}" are in ${out}.\n` +
      `Fingerprint: ${fingerprintWords(fingerprint)}\n` +
      `For a link: #k=${fingerprint}\n` +
      'Move recovery.key.json to a medium in a safe now, and delete it here.\n',
  );
  return 0;
}

function readOptions(args: readonly string[]) {
  const { values } = parseArguments({
    args: [...args],
    options: { id: { type: 'string' }, out: { type: 'string' }, 'signing-only': { type: 'boolean' } },
  });
  const { id, out } = values;
  if (id === undefined || out === undefined) throw new UsageError('pack keys needs --id and --out');
  if (!/^[a-z0-9]+(?:[.:-][a-z0-9]+)*$/.test(id) || id.length > 80)
    throw new UsageError(
      `--id must be lower-case letters and digits, joined by "-", "." or ":", not "${id}"`,
    );
  return { id, out, signingOnly: values['signing-only'] === true };
}
