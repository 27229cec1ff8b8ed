import { createKeyPair, type KeyPair, sign } from '../../src/cli/pack/signing.ts';
import { toBase64Url } from '../../src/core/format/base64url.ts';
import { type Pack, readPack } from '../../src/core/pack/pack.ts';
import { PACK_PREFIX, type PublisherKeys, RECOVERY_PREFIX } from '../../src/core/pack/signed-pack.ts';

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** A publisher of one pack with invented people. */
export interface Publisher {
  readonly signing: KeyPair;
  readonly recovery: KeyPair;
  readonly keys: PublisherKeys;
}

export async function createPublisher(): Promise<Publisher> {
  const [signing, recovery] = await Promise.all([createKeyPair(), createKeyPair()]);
  return {
    signing,
    recovery,
    keys: { signingKeys: [signing.publicKey], recoveryKey: recovery.publicKey },
  };
}

export const PACK_ID = 'rekaan-2031';

/** A pack that passes every check, with as many candidates as asked for. */
export function inventedPack(candidates = 2, id = PACK_ID): Pack {
  const names = [
    'Wirotama Selakarsa',
    'Mahendrata Lukitasari',
    'Purbandaru Nirmakala',
    'Jayengrono Tirtabuana',
  ];
  const result = readPack({
    id,
    title: 'Pemilihan Bupati Rekaan 2031',
    version: '1.0.0',
    source: 'invented for tests',
    contests: [
      {
        id,
        kind: 'regent',
        year: 2031,
        region: 'Kabupaten Rekaan',
        name: 'Pemilihan Bupati Rekaan 2031',
        phases: [{ phase: 'campaign', start: '2031-01-01', end: '2031-12-01' }],
        source: 'invented for tests',
      },
    ],
    entities: Array.from({ length: candidates }, (_, at) => ({
      id: `${id}:calon-${at + 1}`,
      contest: id,
      role: 'candidate',
      name: names[at] ?? `Calon${String.fromCharCode(97 + (at % 26)).repeat(3)}${at} Rekaanwan`,
      aliases: [],
      ...(at < 90 ? { ballotNumber: at + 1 } : {}),
      hashtags: [],
      slogans: [],
      accounts: [],
      source: 'invented for tests',
      confidence: 'official_data',
      // `pack sign` refuses a pack that nothing proves.
      examples:
        at === 0
          ? { match: [`Coblos nomor 1, ${names[0]}`], ignore: ['Selamat pagi, hujan sejak sore'] }
          : { match: [], ignore: [] },
    })),
    phrases: [],
    exceptions: [],
  });
  if (!result.ok) throw new Error(result.problems.join('; '));
  return result.pack;
}

export interface Parts {
  readonly payload?: object;
  readonly pack?: unknown;
  readonly signers?: readonly KeyPair[];
  readonly prefix?: string;
  readonly statement?: { readonly text: string; readonly by: KeyPair };
  readonly envelope?: object;
}

/** A payload as the publisher's tool writes it. */
export const payloadOf = (changes: object = {}, pack: unknown = inventedPack()) => ({
  type: 'rule-pack',
  epoch: 1,
  seq: 1,
  issuedAt: '2031-02-01T00:00:00Z',
  expiresAt: '2031-05-01T00:00:00Z',
  pack,
  ...changes,
});

/** A whole `.jpack`. */
export async function signedFile(publisher: Publisher, parts: Parts = {}): Promise<Uint8Array<ArrayBuffer>> {
  return signText(publisher, JSON.stringify(payloadOf(parts.payload, parts.pack ?? inventedPack())), parts);
}

export async function signText(
  publisher: Publisher,
  payload: string,
  { signers = [publisher.signing], prefix = PACK_PREFIX, statement, envelope }: Parts = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = bytesOf(payload);
  const sigs = await Promise.all(signers.map(({ privateKey }) => sign(privateKey, prefix, bytes)));
  const recovery = statement && {
    statement: toBase64Url(bytesOf(statement.text)),
    sig: await sign(statement.by.privateKey, RECOVERY_PREFIX, bytesOf(statement.text)),
  };
  return bytesOf(
    JSON.stringify({
      v: 1,
      payload: toBase64Url(bytes),
      sigs,
      ...(recovery ? { recovery } : {}),
      ...envelope,
    }),
  );
}

export const statementOf = (changes: object): string =>
  JSON.stringify({ packId: PACK_ID, epoch: 2, threshold: 1, revoked: [], ...changes });
