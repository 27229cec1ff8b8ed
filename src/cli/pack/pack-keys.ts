import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintWords } from '../../core/format/proquint.ts';
import { isId } from '../../core/pack/pack.ts';
import { anchorOf } from '../../core/pack/pack-trust.ts';
import { packCryptography } from '../../shared/pack-cryptography.ts';
import { parseArguments } from '../arguments.ts';
import { makeFolder, writeFile } from '../files.ts';
import type { Io } from '../io.ts';
import { CommandFault, type Speech, WrongCall } from '../speech.ts';
import { writeKeyFile } from './key-file.ts';
import { askPassphrase } from './passphrase.ts';
import { createKeyPair } from './signing.ts';

export async function run(args: readonly string[], io: Io, speech: Speech): Promise<number> {
  const { say } = speech;
  const { id, out, signingOnly } = readOptions(args);
  makeFolder(out);
  const names = ['signing.key.json', ...(signingOnly ? [] : ['recovery.key.json', 'keys.public.json'])];
  const there = names.map((name) => join(out, name)).find((path) => existsSync(path));
  if (there !== undefined) throw new CommandFault('keys.exists', { path: there });

  const signing = await createKeyPair();
  const about = { packId: id, purpose: 'signing' as const };
  const signingSecret = await askPassphrase(io, speech, say('passphrase.signing'), true);
  if (signingOnly) {
    await writeKeyFile(join(out, 'signing.key.json'), signing, about, signingSecret);
    io.stdout.write(`${signing.publicKey}\n`);
    return 0;
  }
  const recovery = await createKeyPair();
  const recoverySecret = await askPassphrase(io, speech, say('passphrase.recovery'), true);
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
  const words = fingerprintWords(fingerprint);
  io.stdout.write(`${say('keys.done', { id, out, words, hash: fingerprint })}\n`);
  return 0;
}

function readOptions(args: readonly string[]) {
  const { values } = parseArguments({
    args: [...args],
    options: { id: { type: 'string' }, out: { type: 'string' }, 'signing-only': { type: 'boolean' } },
  });
  const { id, out } = values;
  if (id === undefined || out === undefined) throw new WrongCall('keys.needs');
  if (!isId(id)) throw new WrongCall('call.id', { id });
  return { id, out, signingOnly: values['signing-only'] === true };
}
