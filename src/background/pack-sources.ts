import type { PackSource } from '../core/pack-source.ts';
import { readStored } from '../shared/storage.ts';
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

/** Keys that count no more, by policy or by this version of the extension. */
export async function revokedKeys(): Promise<readonly string[]> {
  const { policy } = await readStored('policy');
  return [...RELEASE_TRUST.revoked, ...(policy?.policy.revokedKeys ?? [])];
}
