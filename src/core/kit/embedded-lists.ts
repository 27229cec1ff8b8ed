import { EMBEDDED } from '../pack/pack-source.ts';
import { judgeSignedPack, type PackCryptography, type Refusal } from '../pack/pack-trust.ts';
import type { KitForm } from './form.ts';

/** What browsers would make of a list inside the policy, where that is not what one wants. */
export type ListAdvice =
  | { readonly packId: string; readonly refusal: Refusal }
  /** `expiresAt` is past. */
  | { readonly packId: string; readonly expiresAt: string };

interface Reading {
  readonly now: number;
  /** `1.2.3` */
  readonly appVersion: string;
  readonly cryptography: PackCryptography;
  /** @throws when the text is not base64. */
  fromBase64(text: string): Uint8Array<ArrayBuffer>;
}

/** Lists inside the policy that are refused, or old. Nobody fetches these, so nobody else would see it before they are on all computers. */
export async function adviceOnLists(
  { policy }: Pick<KitForm, 'policy'>,
  { now, appVersion, cryptography, fromBase64 }: Reading,
): Promise<ListAdvice[]> {
  const advice: ListAdvice[] = [];
  for (const { url, packId, ...configured } of policy.packSources ?? []) {
    if (!url.startsWith(EMBEDDED)) continue;
    const revoked = policy.revokedKeys ?? [];
    const judgement = await judgeSignedPack(
      bytesIn(url.slice(EMBEDDED.length), fromBase64),
      { packId, configured, known: null, revoked, appVersion },
      cryptography,
    );
    if (judgement.result === 'refused') advice.push({ packId, refusal: judgement.refusal });
    else if (Date.parse(judgement.release.expiresAt) < now)
      advice.push({ packId, expiresAt: judgement.release.expiresAt });
  }
  return advice;
}

/** None where the text is cut off: a browser cannot read such a list either. */
function bytesIn(text: string, fromBase64: Reading['fromBase64']): Uint8Array<ArrayBuffer> {
  try {
    return fromBase64(text);
  } catch {
    return new Uint8Array();
  }
}

/** In the words of `locales/lists.*.json`. */
export function listText(
  advice: ListAdvice,
  say: (
    key: 'list.refused' | 'list.old' | `refusal.${Refusal}`,
    parameters?: Readonly<Record<string, string>>,
  ) => string,
): string {
  const pack = advice.packId;
  return 'refusal' in advice
    ? say('list.refused', { pack, reason: say(`refusal.${advice.refusal}`) })
    : say('list.old', { pack, expires: advice.expiresAt });
}
