import type { KitForm } from '../../core/kit/form.ts';
import { EMBEDDED } from '../../core/pack/pack-source.ts';
import { judgeSignedPack } from '../../core/pack/pack-trust.ts';
import { fromBase64 } from '../../shared/base64.ts';
import { packCryptography } from '../../shared/pack-cryptography.ts';
import { findPackageRoot } from '../package-root.ts';
import type { Speech } from '../speech.ts';

/**
 * What browsers would make of the lists that lie inside the policy, where that is not what one wants: refused, or old. Nobody
 * fetches these, so nobody else would see it before they are on all computers.
 */
export async function adviceOnLists(
  { policy }: Pick<KitForm, 'policy'>,
  now: number,
  { say }: Speech,
): Promise<string[]> {
  const said: string[] = [];
  for (const { url, packId, ...configured } of policy.packSources ?? []) {
    if (!url.startsWith(EMBEDDED)) continue;
    const revoked = policy.revokedKeys ?? [];
    const question = { packId, configured, known: null, revoked, appVersion: findPackageRoot().version };
    const judgement = await judgeSignedPack(
      fromBase64(url.slice(EMBEDDED.length)),
      question,
      packCryptography,
    );
    if (judgement.result === 'refused')
      said.push(say('kit.list-refused', { pack: packId, reason: say(`verify.${judgement.refusal}`) }));
    else if (Date.parse(judgement.release.expiresAt) < now)
      said.push(say('kit.list-old', { pack: packId, expires: judgement.release.expiresAt }));
  }
  return said;
}
