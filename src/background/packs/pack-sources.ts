import type { PackSource } from '../../core/pack/pack-source.ts';
import { readStored, type StoredPolicy } from '../../shared/storage.ts';
import { isSameJson } from '../same-json.ts';
import { RELEASE_TRUST } from './release-trust.ts';

/** A configured source, and who configured it. */
export interface ConfiguredSource extends PackSource {
  /** `link`: the person, who confirmed the fingerprint of its keys. */
  readonly origin: 'agency' | 'link';
}

/** What is configured now; of two sources of one pack that of the agency counts. */
export async function configuredSources(): Promise<readonly ConfiguredSource[]> {
  const { policy, packLinks = [] } = await readStored('policy', 'packLinks');
  const agency = policy?.policy.packSources ?? [];
  const own = policy?.policy.disableUserPacks ? [] : packLinks;
  const sources = new Map<string, ConfiguredSource>();
  for (const source of own) sources.set(source.packId, { ...source, origin: 'link' });
  for (const source of agency) sources.set(source.packId, { ...source, origin: 'agency' });
  return [...sources.values()];
}

/**
 * Ids of the lists that a policy states otherwise than before: with another file in it, at another address, with other keys.
 * None where there was no policy before, for then they are looked for the first time, or a wipe puts back what there was.
 */
export function restatedSources({
  oldValue,
  newValue,
}: {
  readonly oldValue?: unknown;
  readonly newValue?: unknown;
}): ReadonlySet<string> {
  const sourcesIn = (value: unknown) => (value as StoredPolicy | undefined)?.policy.packSources ?? [];
  const before = sourcesIn(oldValue);
  const restated = sourcesIn(newValue).filter((source) => {
    const earlier = before.find(({ packId }) => packId === source.packId);
    return earlier !== undefined && !isSameJson(earlier, source);
  });
  return new Set(restated.map(({ packId }) => packId));
}

/** Keys that count no more, by policy or by this version of the extension. */
export async function revokedKeys(): Promise<readonly string[]> {
  const { policy } = await readStored('policy');
  return [...RELEASE_TRUST.revoked, ...(policy?.policy.revokedKeys ?? [])];
}
