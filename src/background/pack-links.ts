import { entryCount } from '../core/pack.ts';
import { type PackSource, packSourceSchema } from '../core/pack-source.ts';
import { judgeSignedPack } from '../core/pack-trust.ts';
import { fingerprintWords } from '../core/proquint.ts';
import { readEnvelope } from '../core/signed-pack.ts';
import { browser } from '../shared/browser.ts';
import type { LinkPreview } from '../shared/messages.ts';
import { packCryptography } from '../shared/pack-cryptography.ts';
import { readStored, writeStored } from '../shared/storage.ts';
import { builtIn } from './built-in.ts';
import { fetchPack } from './fetch-pack.ts';
import { alone } from './gate.ts';
import { configuredSources, revokedKeys } from './pack-sources.ts';
import { keyFingerprint } from './source-states.ts';
import { usablePacks } from './usable-packs.ts';

/** Most sources that a person may add. */
const LINKS = 10;
const LINK = /^(https:\/\/[^#?]+)#k=([0-9a-f]{64})$/;

type Read = { readonly preview: LinkPreview; readonly source?: PackSource };

/** What a link leads to. The fingerprint in it decides whose keys count, not the host. */
export async function previewLink(link: string): Promise<LinkPreview> {
  return (await readLink(link)).preview;
}

/** Adds the source of a link; the caller then looks for its release. The preview says why where it was not added. */
export async function addLink(link: string): Promise<LinkPreview> {
  const { preview, source } = await readLink(link);
  if (source) {
    await alone(async () => {
      const { packLinks = [] } = await readStored('packLinks');
      await writeStored({
        packLinks: [...packLinks.filter(({ packId }) => packId !== source.packId), source],
      });
    });
  }
  return preview;
}

export async function removeLink(packId: string): Promise<void> {
  await alone(async () => {
    const { packLinks = [] } = await readStored('packLinks');
    await writeStored({ packLinks: packLinks.filter((source) => source.packId !== packId) });
  });
}

async function readLink(link: string): Promise<Read> {
  const refused = (fault: Extract<LinkPreview, { ok: false }>['fault']): Read => ({
    preview: { ok: false, fault },
  });
  const { policy, packLinks = [] } = await readStored('policy', 'packLinks');
  const [, url, fingerprint] = LINK.exec(link.trim()) ?? [];
  if (
    url === undefined ||
    fingerprint === undefined ||
    policy?.policy.disableUserPacks ||
    packLinks.length >= LINKS
  )
    return refused('link');
  const file = await fetchPack(url);
  if (!file) return refused('unreachable');
  const keys = readEnvelope(packCryptography.decode(file) ?? '')?.keys;
  if (!keys) return refused('no-signed-pack');
  if ((await keyFingerprint(keys)) !== fingerprint) return refused('keys');
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
  const taken = [
    ...usablePacks(builtIn),
    ...(await configuredSources()).map(({ packId }) => ({ id: packId })),
  ];
  if (taken.some(({ id }) => id === pack.id)) return refused('taken');
  const source = packSourceSchema.safeParse({ url, packId: pack.id, ...keys });
  if (!source.success) return refused('link');
  return {
    source: source.data,
    preview: {
      ok: true,
      packId: pack.id,
      title: pack.title,
      source: pack.source,
      entries: entryCount(pack),
      keyWords: fingerprintWords(fingerprint),
    },
  };
}
