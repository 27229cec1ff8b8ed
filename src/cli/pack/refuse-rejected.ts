import { anchorOf, judgeSignedPack, type TrustState } from '../../core/pack/pack-trust.ts';
import { type PublisherKeys, readEnvelope, readRelease } from '../../core/pack/signed-pack.ts';
import { packCryptography } from '../../shared/pack-cryptography.ts';
import { UsageError } from '../io.ts';
import type { Speech } from '../speech.ts';

/** No release asks for a newer one. */
const NEWEST = '9999.9999.9999';

/**
 * Refuses a release that browsers would refuse which have the one before it: above all one that is signed by a key which
 * the one before it left behind.
 *
 * @param previous the file of the release before it; undefined for the first one
 * @throws UsageError
 */
export async function refuseRejected(
  file: Uint8Array<ArrayBuffer>,
  previous: Uint8Array<ArrayBuffer> | undefined,
  packId: string,
  configured: PublisherKeys,
  { say }: Speech,
): Promise<void> {
  const known = previous === undefined ? null : await stateAfter(previous, packId, configured);
  const question = { packId, configured, known, revoked: [], appVersion: NEWEST };
  const judgement = await judgeSignedPack(file, question, packCryptography);
  if (judgement.result !== 'refused') return;
  throw new UsageError(
    judgement.refusal === 'unsigned' || judgement.refusal === 'revoked'
      ? say('sign.rejected-key')
      : say('sign.rejected', {
          reasons: [say(`refusal.${judgement.refusal}`), ...judgement.problems].join('; '),
        }),
  );
}

/** What a browser knows once it has a release, also where the keys of the publisher are newer than that release. */
async function stateAfter(
  file: Uint8Array<ArrayBuffer>,
  packId: string,
  configured: PublisherKeys,
): Promise<TrustState | null> {
  const question = { packId, configured, known: null, revoked: [], appVersion: NEWEST };
  const judgement = await judgeSignedPack(file, question, packCryptography);
  if (judgement.result !== 'refused') return judgement.state;
  const payload = readEnvelope(packCryptography.decode(file) ?? '')?.payload ?? new Uint8Array();
  const read = readRelease(packCryptography.decode(payload) ?? '');
  if (!read.ok || !read.release.signing) return null;
  const { epoch, seq, signing } = read.release;
  const mark = { epoch, seq, hash: await packCryptography.digest(payload) };
  return { anchor: anchorOf(configured), ...signing, revoked: [], mark };
}
