import type { TrustState } from '../../core/pack/pack-trust.ts';
import { readStored, writeStored } from '../../shared/storage.ts';

/** What `storage.local` knows of a publisher, the twin of the record; what does not look like it is as good as none. */
export async function rememberedState(packId: string): Promise<TrustState | null> {
  const state = (await readStored('packTrust')).packTrust?.[packId];
  return state && Array.isArray(state.keys) && Array.isArray(state.revoked) ? state : null;
}

export async function rememberState(packId: string, state: TrustState): Promise<void> {
  const { packTrust } = await readStored('packTrust');
  await writeStored({ packTrust: { ...packTrust, [packId]: state } });
}
