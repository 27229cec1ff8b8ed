import * as z from 'zod/mini';
import { publicKeySchema } from '../../core/pack/pack-source.ts';
import type { PublisherKeys } from '../../core/pack/signed-pack.ts';
import { readJson } from '../files.ts';
import { CommandFault } from '../speech.ts';

const keys = {
  packId: z.string(),
  signingKeys: z.array(publicKeySchema).check(z.minLength(1)),
  recoveryKey: publicKeySchema,
};
const file = z.strictObject(keys);
/** Every kit has its form with the keys of its lists: whoever has nothing else can go on from there. */
const kitForm = z.object({ policy: z.object({ packSources: z.array(z.object(keys)) }) });

/** What a publisher may show to everybody; policies are made of it. */
export interface PublicKeys extends PublisherKeys {
  readonly packId: string;
}

/** Of a file of `pack keys`, or of the form of a kit with one list. @throws UsageError */
export function readPublicKeys(path: string): PublicKeys {
  const value = readJson(path);
  const read = file.safeParse(value);
  if (read.success) return read.data;
  const sources = kitForm.safeParse(value).data?.policy.packSources ?? [];
  if (sources.length > 1)
    throw new CommandFault('key.many', { path, packs: sources.map(({ packId }) => packId).join(', ') });
  const [source] = sources;
  if (!source) throw new CommandFault('key.public', { path });
  return source;
}
