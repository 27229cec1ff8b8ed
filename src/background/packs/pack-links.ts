import { fingerprintWords } from '../../core/format/proquint.ts';
import { entryCount } from '../../core/pack/pack.ts';
import { readPackLink } from '../../core/pack/pack-address.ts';
import { EMBEDDED, type PackSource, packSourceSchema } from '../../core/pack/pack-source.ts';
import { judgeSignedPack } from '../../core/pack/pack-trust.ts';
import { readEnvelope } from '../../core/pack/signed-pack.ts';
import { toBase64 } from '../../shared/base64.ts';
import { browser } from '../../shared/browser.ts';
import type { LinkPreview } from '../../shared/messages.ts';
import { keyFingerprint, packCryptography } from '../../shared/pack-cryptography.ts';
import { mayFetchFrom } from '../../shared/permissions.ts';
import { readStored, writeStored } from '../../shared/storage.ts';
import { alone } from '../gate.ts';
import { builtIn } from './built-in.ts';
import { fetchPack, isFetchable } from './fetch-pack.ts';
import { configuredSources, revokedKeys } from './pack-sources.ts';
import { usablePacks } from './usable-packs.ts';

/** Most sources that a person may add. */
const LINKS = 10;

type Read = { readonly preview: LinkPreview; readonly source?: PackSource };

/** What a link leads to. The fingerprint in it decides whose keys count, not the host. */
export async function previewLink(link: string): Promise<LinkPreview> {
  return (await readLink(link)).preview;
}

/** Adds the source of a link; the caller then looks for its release. The preview says why where it was not added. */
export async function addLink(link: string): Promise<LinkPreview> {
  const { preview, source } = await readLink(link);
  if (source) await addSource(source);
  return preview;
}

/** What a signed file would bring. The person compares the fingerprint of its keys, for no link vouches for them. */
export async function previewFile(text: string): Promise<LinkPreview> {
  return (await readSignedFile(text)).preview;
}

/** The same as a link whose release is known already. */
export async function addFile(text: string): Promise<LinkPreview> {
  const { preview, source } = await readSignedFile(text);
  if (source) await addSource(source);
  return preview;
}

export async function removeLink(packId: string): Promise<void> {
  await alone(async () => {
    const { packLinks = [] } = await readStored('packLinks');
    await writeStored({ packLinks: packLinks.filter((source) => source.packId !== packId) });
  });
}

async function addSource(source: PackSource): Promise<void> {
  await alone(async () => {
    const { packLinks = [] } = await readStored('packLinks');
    await writeStored({ packLinks: [...packLinks.filter(({ packId }) => packId !== source.packId), source] });
  });
}

type Fault = Extract<LinkPreview, { ok: false }>['fault'];
const refused = (fault: Fault): Read => ({ preview: { ok: false, fault } });

async function readLink(link: string): Promise<Read> {
  const read = readPackLink(link);
  if (!read || !isFetchable(read.address) || (await isClosed())) return refused('link');
  const { address, fingerprint } = read;
  if (!(await mayFetchFrom(address))) return refused('no-access');
  const file = await fetchPack(address);
  return file ? readKeyed(file, address, fingerprint, 'new') : refused('unreachable');
}

async function readSignedFile(text: string): Promise<Read> {
  if (await isClosed()) return refused('link');
  const file = new TextEncoder().encode(text);
  return readKeyed(file, `${EMBEDDED}${toBase64(file)}`, undefined, 'any');
}

/** A person may add none, or no more. */
async function isClosed(): Promise<boolean> {
  const { policy, packLinks = [] } = await readStored('policy', 'packLinks');
  return policy?.policy.disableUserPacks === true || packLinks.length >= LINKS;
}

/** `ids`: a link may not stand in for a list that is there; a file may bring a newer release of what a file brought. */
async function readKeyed(
  file: Uint8Array<ArrayBuffer>,
  url: string,
  fingerprint: string | undefined,
  ids: 'new' | 'any',
): Promise<Read> {
  const keys = readEnvelope(packCryptography.decode(file) ?? '')?.keys;
  if (!keys) return refused('no-signed-pack');
  const own = await keyFingerprint(keys);
  if (fingerprint !== undefined && own !== fingerprint) return refused('keys');
  const judgement = await judgeSignedPack(
    file,
    {
      packId: null,
      configured: keys,
      known: null,
      revoked: await revokedKeys(),
      appVersion: browser.runtime.getManifest().version,
    },
    packCryptography,
  );
  if (judgement.result === 'refused') return refused(judgement.refusal);
  const { pack } = judgement.release;
  const there = (await configuredSources()).find(({ packId }) => packId === pack.id);
  const isSame = ids === 'any' && there?.origin === 'link' && there.url.startsWith(EMBEDDED);
  if (usablePacks(builtIn).some(({ id }) => id === pack.id) || (there && !isSame)) return refused('taken');
  const source = packSourceSchema.safeParse({ url, packId: pack.id, ...keys });
  if (!source.success) return refused(ids === 'any' ? 'too-large' : 'link');
  return {
    source: source.data,
    preview: {
      ok: true,
      packId: pack.id,
      title: pack.title,
      source: pack.source,
      entries: entryCount(pack),
      keyWords: fingerprintWords(own),
    },
  };
}
