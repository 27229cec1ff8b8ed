import { fingerprintWords } from '../../core/format/proquint.ts';
import { EMBEDDED } from '../../core/pack/pack-source.ts';
import { anchorOf } from '../../core/pack/pack-trust.ts';
import type { PublisherKeys } from '../../core/pack/signed-pack.ts';
import type { ReleaseState, SourceState } from '../../shared/messages.ts';
import { keyFingerprint } from '../../shared/pack-cryptography.ts';
import { recordOrEmpty } from './last-good.ts';
import type { PackRecord } from './pack-database.ts';
import { configuredSources } from './pack-sources.ts';
import { rememberedState } from './remembered-trust.ts';
import { readSignedPacks, type SignedPack } from './signed-packs.ts';

/**
 * A clock that was set back cannot make an old release young again: the newest date that was signed counts as now, at
 * least.
 */
export function releaseState({ release, note }: SignedPack, now: number): ReleaseState {
  const issued = Date.parse(release.issuedAt);
  const expires = Date.parse(release.expiresAt);
  return {
    epoch: release.epoch,
    seq: release.seq,
    hash: note.signed.hash,
    words: fingerprintWords(note.signed.hash),
    issued,
    expires,
    stale: Math.max(now, issued, note.received) > expires,
    received: note.received,
  };
}

/** @param now milliseconds since the epoch */
export async function sourceStates(now: number): Promise<readonly SourceState[]> {
  const packs = await readSignedPacks();
  return Promise.all(
    (await configuredSources()).map(async ({ packId, origin, url, signingKeys, recoveryKey }) => {
      const record = await recordOrEmpty(packId);
      const { held, check, next, history, equivocations, restored } = record;
      const pack = packs.find(({ source }) => source.packId === packId);
      return {
        packId,
        origin,
        url: url.startsWith(EMBEDDED) ? null : url,
        keyWords: fingerprintWords(await keyFingerprint({ signingKeys, recoveryKey })),
        changedKeyWords: await changedKeyWords(record, { signingKeys, recoveryKey }),
        active: pack
          ? { ...releaseState(pack, now), title: pack.release.pack.title, version: pack.release.pack.version }
          : null,
        damage: await damageOf(record, pack),
        restored,
        held: held && {
          hash: held.signed.hash,
          words: fingerprintWords(held.signed.hash),
          title: held.title,
          version: held.version,
          reasons: held.report.reasons,
          remarked: held.report.remarked,
          dropped: held.report.dropped,
        },
        check,
        next,
        history: history.map(({ hash, ...entry }) => ({ ...entry, words: fingerprintWords(hash) })),
        equivocations: equivocations.map((one) => ({
          ...one,
          keptWords: fingerprintWords(one.kept),
          refusedWords: fingerprintWords(one.refused),
        })),
      };
    }),
  );
}

/** Words of the keys that count now, where a release or a recovery named others than those that are configured. */
async function changedKeyWords({ state }: PackRecord, configured: PublisherKeys): Promise<string | null> {
  if (state?.anchor !== anchorOf(configured)) return null;
  const now = { signingKeys: state.keys, recoveryKey: configured.recoveryKey };
  return anchorOf(now) === state.anchor ? null : fingerprintWords(await keyFingerprint(now));
}

/** Whether what is in use is what was accepted last. */
async function damageOf(
  { packId, active }: PackRecord,
  pack: SignedPack | undefined,
): Promise<SourceState['damage']> {
  if (pack) return pack.place === 'copy' ? 'copy' : pack.place === active ? null : 'before';
  const isKnown = active !== null || (await rememberedState(packId))?.mark;
  return isKnown ? 'gone' : null;
}
