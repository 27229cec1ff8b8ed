import * as z from 'zod/mini';
import { publicKeySchema } from '../../core/pack/pack-source.ts';
import type { PublisherKeys } from '../../core/pack/signed-pack.ts';
import { readJson } from '../files.ts';
import { CommandFault } from '../speech.ts';

const schema = z.strictObject({
  packId: z.string(),
  signingKeys: z.array(publicKeySchema).check(z.minLength(1)),
  recoveryKey: publicKeySchema,
});

/** What a publisher may show to everybody; policies are made of it. */
export interface PublicKeys extends PublisherKeys {
  readonly packId: string;
}

/** @throws UsageError */
export function readPublicKeys(path: string): PublicKeys {
  const read = schema.safeParse(readJson(path));
  if (!read.success) throw new CommandFault('key.public', { path });
  return read.data;
}
