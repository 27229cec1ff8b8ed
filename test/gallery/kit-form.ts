import { newKitForm } from '../../src/core/kit/form.ts';
import { createPublisher, inventedPack, type Publisher, payloadOf, signText } from '../unit/publisher.ts';

/** A form with two lists inside the policy: one that ran out, and one that another key signed. */
export async function formWithLists(): Promise<object> {
  const [publisher, other] = await Promise.all([createPublisher(), createPublisher()]);
  const packSources = await Promise.all([
    listOf('rekaan-2026', publisher, publisher, '2026-06-30T00:00:00Z'),
    listOf('rekaan-2031', publisher, other, '2031-06-30T00:00:00Z'),
  ]);
  return { ...newKitForm(), agency: 'BKPSDM Kabupaten Rekaan', policy: { packSources } };
}

async function listOf(packId: string, publisher: Publisher, signer: Publisher, expiresAt: string) {
  const payload = payloadOf({ issuedAt: '2026-01-01T00:00:00Z', expiresAt }, inventedPack(3, packId));
  const signed = await signText(publisher, JSON.stringify(payload), { signers: [signer.signing] });
  const url = `data:application/json;base64,${Buffer.from(signed).toString('base64')}`;
  return { url, packId, ...publisher.keys };
}
