import { toBase64Url } from '../../core/format/base64url.ts';
import { RECOVERY_PREFIX, readStatement } from '../../core/pack/signed-pack.ts';
import { parseArguments } from '../arguments.ts';
import { writeFile } from '../files.ts';
import type { Io } from '../io.ts';
import { CommandFault, type Speech, WrongCall } from '../speech.ts';
import { readKeyFile } from './key-file.ts';
import { askPassphrase } from './passphrase.ts';
import { readSigned } from './release-file.ts';
import { sign } from './signing.ts';

export async function run(args: readonly string[], io: Io, speech: Speech): Promise<number> {
  const { key, keys, revoked, threshold, epoch, out } = readOptions(args);
  const recovery = await readKeyFile(key, 'recovery', await askPassphrase(io, speech, key, false));
  const text = JSON.stringify({ packId: recovery.packId, epoch, keys, threshold, revoked });
  if (!readStatement(text)) throw new CommandFault('recover.invalid');
  const bytes = new TextEncoder().encode(text);
  const statement = {
    statement: toBase64Url(bytes),
    sig: await sign(recovery.privateKey, RECOVERY_PREFIX, bytes),
  };
  writeFile(out, `${JSON.stringify(statement, null, 2)}\n`);
  const counts = { keys: keys.length, revoked: revoked.length };
  io.stdout.write(`${speech.say('recover.done', { epoch, pack: recovery.packId, ...counts, out })}\n`);
  return 0;
}

function readOptions(args: readonly string[]) {
  const { values } = parseArguments({
    args: [...args],
    options: {
      key: { type: 'string' },
      'new-key': { type: 'string', multiple: true },
      revoke: { type: 'string', multiple: true },
      threshold: { type: 'string' },
      previous: { type: 'string' },
      epoch: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const { key, out, previous, threshold = '1' } = values;
  const keys = values['new-key'] ?? [];
  const revoked = values.revoke ?? [];
  if (key === undefined || out === undefined || keys.length === 0 || revoked.length === 0)
    throw new WrongCall('recover.needs');
  if ((previous === undefined) === (values.epoch === undefined)) throw new WrongCall('recover.either');
  const epoch = previous === undefined ? Number(values.epoch) : readSigned(previous).release.epoch + 1;
  return { key, out, keys, revoked, epoch, threshold: Number(threshold) };
}
