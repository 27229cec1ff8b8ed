import { beforeAll, describe, expect, it } from 'vitest';
import { createKeyPair, type KeyPair } from '../../src/cli/pack/signing.ts';
import { fromBase64Url, toBase64Url } from '../../src/core/format/base64url.ts';
import {
  anchorOf,
  type Judgement,
  judgeSignedPack,
  laterState,
  type TrustQuestion,
  type TrustState,
} from '../../src/core/pack/pack-trust.ts';
import { SIGNED_FILE_BYTES } from '../../src/core/pack/signed-pack.ts';
import { packCryptography } from '../../src/shared/pack-cryptography.ts';
import { triesOf } from '../extent.ts';
import {
  bytesOf,
  createPublisher,
  inventedPack,
  PACK_ID,
  type Parts,
  type Publisher,
  payloadOf,
  signedFile,
  signText,
  statementOf,
} from './publisher.ts';

let publisher: Publisher;
let thief: Publisher;
let spare: KeyPair;
let second: KeyPair;
beforeAll(async () => {
  [publisher, thief, spare, second] = await Promise.all([
    createPublisher(),
    createPublisher(),
    createKeyPair(),
    createKeyPair(),
  ]);
});

const ask = (
  file: Uint8Array<ArrayBuffer>,
  known: TrustState | null = null,
  changes: Partial<TrustQuestion> = {},
): Promise<Judgement> =>
  judgeSignedPack(
    file,
    { packId: PACK_ID, configured: publisher.keys, known, revoked: [], appVersion: '0.1.0', ...changes },
    packCryptography,
  );

const told = (judgement: Judgement) =>
  judgement.result === 'refused' ? judgement.refusal : judgement.result;

/** Takes one release after the other, as a client does; every one must be accepted. */
async function stateAfter(files: readonly Uint8Array<ArrayBuffer>[], changes: Partial<TrustQuestion> = {}) {
  let known: TrustState | null = null;
  for (const file of files) {
    const judgement = await ask(file, known, changes);
    if (judgement.result !== 'new') throw new Error(`not accepted: ${told(judgement)}`);
    known = judgement.state;
  }
  return known;
}

const release = (seq: number, parts: Parts = {}) =>
  signedFile(publisher, { ...parts, payload: { seq, ...parts.payload } });

describe('a release', () => {
  it('is accepted, and then is the mark', async () => {
    const judgement = await ask(await release(3));
    if (judgement.result !== 'new') throw new Error(told(judgement));
    expect(judgement.release.pack).toEqual(inventedPack());
    expect(judgement.state).toEqual({
      anchor: anchorOf(publisher.keys),
      keys: publisher.keys.signingKeys,
      threshold: 1,
      revoked: [],
      mark: { epoch: 1, seq: 3, hash: judgement.hash },
    });
  });

  it('is the same again: nothing new', async () => {
    const file = await release(3);
    expect(told(await ask(file, await stateAfter([file])))).toBe('unchanged');
  });

  it('is accepted under a second signature of the same bytes: the payload is what counts', async () => {
    const known = await stateAfter([await release(3)]);
    expect(told(await ask(await release(3), known))).toBe('unchanged');
  });

  it.each([
    ['0.1.0', 'new'],
    ['0.0.9', 'new'],
    ['0.1.1', 'newer-extension'],
    ['0.10.0', 'newer-extension'],
    ['1.0.0', 'newer-extension'],
  ])('that wants version %s of the extension: %s', async (minApp, result) => {
    expect(told(await ask(await release(1, { payload: { minApp } })))).toBe(result);
  });
});

describe('arbitrary content', () => {
  const titled = (title: string) => release(1, { pack: { ...inventedPack(), title } });
  const attacks: readonly (readonly [string, () => Promise<Uint8Array<ArrayBuffer>>, string])[] = [
    ['signed by a stranger', () => signedFile(thief), 'unsigned'],
    [
      'with no signature',
      async () =>
        bytesOf(
          JSON.stringify({ v: 1, payload: toBase64Url(bytesOf(JSON.stringify(payloadOf()))), sigs: [] }),
        ),
      'no-signed-pack',
    ],
    [
      'with garbage for a signature',
      async () =>
        bytesOf(
          JSON.stringify({
            v: 1,
            payload: toBase64Url(bytesOf(JSON.stringify(payloadOf()))),
            sigs: ['A'.repeat(86)],
          }),
        ),
      'unsigned',
    ],
    [
      'with the signature of another file',
      async () => {
        const other = JSON.parse(new TextDecoder().decode(await release(9)));
        const own = JSON.parse(new TextDecoder().decode(await release(1)));
        return bytesOf(JSON.stringify({ ...own, sigs: other.sigs }));
      },
      'unsigned',
    ],
    ['signed without the prefix', () => signedFile(publisher, { prefix: '' }), 'unsigned'],
    [
      'signed under the prefix of a recovery statement',
      () => signedFile(publisher, { prefix: 'JAGA-NETRAL-RECOVERY-V1\0' }),
      'unsigned',
    ],
    [
      'signed by the recovery key',
      () => signedFile(publisher, { signers: [publisher.recovery] }),
      'unsigned',
    ],
    ['of another pack', () => release(1, { pack: inventedPack(2, 'lain-2031') }), 'other-pack'],
    ['of another type', () => release(1, { payload: { type: 'settings' } }), 'invalid'],
    ['of another format', () => signedFile(publisher, { envelope: { v: 2 } }), 'no-signed-pack'],
    [
      'with one more field around it',
      () => signedFile(publisher, { envelope: { alg: 'none' } }),
      'no-signed-pack',
    ],
    [
      'with five signatures',
      () => signedFile(publisher, { signers: Array.from({ length: 5 }, () => publisher.signing) }),
      'no-signed-pack',
    ],
    ['with a setting in it', () => release(1, { payload: { settings: { log: 'detailed' } } }), 'invalid'],
    ['with a pattern', () => release(1, { pack: { ...inventedPack(), pattern: '.*' } }), 'invalid'],
    [
      'with a prototype',
      () => signText(publisher, JSON.stringify(payloadOf()).replace('{', '{"__proto__":{"epoch":9},')),
      'invalid',
    ],
    ['with half a number', () => release(1.5), 'invalid'],
    ['with number 0', () => release(0), 'invalid'],
    ['with a number beyond all', () => release(Number.MAX_SAFE_INTEGER + 2), 'invalid'],
    [
      'that expires before it was issued',
      () => release(1, { payload: { expiresAt: '2031-01-01T00:00:00Z' } }),
      'invalid',
    ],
    [
      'with a day that is none',
      () => release(1, { payload: { issuedAt: '2031-02-30T00:00:00Z' } }),
      'invalid',
    ],
    ['with a name of two letters', () => release(1, { pack: { ...inventedPack(), title: 'ab' } }), 'invalid'],
    [
      'with an id twice',
      () => {
        const pack = inventedPack();
        return release(1, { pack: { ...pack, entities: [...pack.entities, pack.entities[0]] } });
      },
      'invalid',
    ],
    [
      'with markup for a name',
      () => {
        const pack = inventedPack();
        const entities = pack.entities.map((entity) => ({ ...entity, name: '<img src=x onerror=a()>' }));
        return release(1, { pack: { ...pack, entities } });
      },
      'invalid',
    ],
    ['with a link for a title', () => titled('lihat https://jahat.example'), 'invalid'],
    ['with a title that turns the direction', () => titled('Daftar \u202e2031'), 'invalid'],
    ['that is no JSON', () => signText(publisher, '{"type":"rule-pack"'), 'invalid'],
    [
      'that is no UTF-8',
      async () => {
        const file = await release(1);
        file[10] = 0xff;
        return file;
      },
      'no-signed-pack',
    ],
    ['that is empty', async () => new Uint8Array(0), 'no-signed-pack'],
    ['of blanks', async () => bytesOf('  \n'), 'no-signed-pack'],
    [
      'that is a page of a portal',
      async () => bytesOf('<!doctype html><title>Masuk</title>'),
      'no-signed-pack',
    ],
    ['that was cut off', async () => (await release(1)).slice(0, -20), 'no-signed-pack'],
    [
      'one byte too long',
      async () => {
        const file = new Uint8Array(SIGNED_FILE_BYTES + 1).fill(0x20);
        file.set(await release(1));
        return file;
      },
      'too-large',
    ],
  ];
  it.each(attacks)('a file %s', async (_name, make, refusal) => {
    expect(told(await ask(await make()))).toBe(refusal);
  });

  it('a file with 50,001 entries', async () => {
    const exceptions = Array.from({ length: 50_001 }, (_, at) => ({
      id: `${PACK_ID}:x-${at}`,
      text: `kata ${at}`,
      source: 'rekaan',
      examples: { match: [], ignore: [] },
    }));
    // Nothing but their number is wrong with it.
    expect(await ask(await release(1, { pack: { ...inventedPack(0), exceptions } }))).toMatchObject({
      refusal: 'invalid',
      problems: [expect.stringContaining('50000')],
    });
  });

  it('as long as may be is read', async () => {
    const file = new Uint8Array(SIGNED_FILE_BYTES).fill(0x20);
    file.set(await release(1));
    expect(told(await ask(file))).toBe('new');
  });

  it('changes of one byte: none is accepted with other content', async () => {
    const file = await release(7);
    const first = await ask(file);
    if (first.result === 'refused') throw new Error(first.refusal);
    let accepted = 0;
    let seed = 42;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    for (let round = 0; round < triesOf(20_000); round += 1) {
      const changed = file.slice();
      const kind = round % 3;
      const at = random(file.length);
      if (kind === 0) changed[at] = random(256);
      else if (kind === 1) changed[at] = (changed[at] ?? 0) ^ (1 << random(8));
      else changed.copyWithin(at, random(file.length), random(file.length));
      const judgement = await ask(changed);
      if (judgement.result !== 'refused' && judgement.hash !== first.hash) accepted += 1;
    }
    expect(accepted).toBe(0);
  });
});

describe('older and doubled releases', () => {
  it('an older number is refused', async () => {
    const known = await stateAfter([await release(5)]);
    expect(told(await ask(await release(4), known))).toBe('older');
  });

  it('an older epoch is refused', async () => {
    const known = await stateAfter([await release(5), await recovered(1)]);
    expect(told(await ask(await release(6), known))).toBe('revoked');
    expect(
      told(await ask(await signedFile(publisher, { payload: { seq: 6 }, signers: [spare] }), known)),
    ).toBe('older');
  });

  it('an older release of a recovered epoch is refused too', async () => {
    const known = await stateAfter([await recovered(1), await recovered(2)]);
    expect(told(await ask(await recovered(1), known))).toBe('older');
  });

  it('the recovery key itself brings no older epoch back', async () => {
    const later = (seq: number, epoch: number, signer: KeyPair) =>
      recovered(seq, { epoch, keys: [signer.publicKey] }, undefined, {
        payload: { epoch },
        signers: [signer],
      });
    const known = await stateAfter([await later(1, 2, spare), await later(1, 3, second)]);
    expect(told(await ask(await later(9, 2, second), known))).toBe('older');
    expect(told(await ask(await later(9, 2, spare), known))).toBe('unsigned');
    expect(told(await ask(await later(2, 3, second), known))).toBe('new');
  });

  it('the floor of the extension holds when everything that was remembered is gone', async () => {
    const floor = { epoch: 1, seq: 4, hash: 'f'.repeat(64) };
    expect(told(await ask(await release(3), null, { floor }))).toBe('older');
    expect(told(await ask(await release(5), null, { floor }))).toBe('new');
  });

  it('the higher of two memories counts, in either order, and what is dead in one is dead', async () => {
    const low = await stateAfter([await release(2)]);
    const high = await stateAfter([await release(8)]);
    for (const [one, other] of [
      [low, high],
      [high, low],
    ] as const) {
      expect(laterState(one, other)?.mark?.seq).toBe(8);
    }
    expect(laterState(low, null)).toEqual(low);
    expect(laterState(null, null)).toBeNull();
    if (!low || !high) throw new Error('no state');
    const both = laterState({ ...low, revoked: ['a'] }, { ...high, revoked: ['b'] });
    expect(new Set(both?.revoked)).toEqual(new Set(['a', 'b']));
  });

  it('the same number with other content is an equivocation', async () => {
    const known = await stateAfter([await release(5)]);
    expect(told(await ask(await release(5, { pack: inventedPack(3) }), known))).toBe('equivocation');
  });
});

/** A release after the recovery: new ordinary key, the statement of the recovery key, the old key dead. */
const recovered = (seq: number, changes: object = {}, by = () => publisher.recovery, parts: Parts = {}) =>
  signedFile(publisher, {
    signers: [spare],
    ...parts,
    payload: { epoch: 2, seq, ...parts.payload },
    statement: {
      text: statementOf({ keys: [spare.publicKey], revoked: publisher.keys.signingKeys, ...changes }),
      by: by(),
    },
  });

describe('rotation', () => {
  it('in two steps: old and new, then new alone', async () => {
    const both = { keys: [publisher.signing.publicKey, spare.publicKey], threshold: 1 };
    const alone = { keys: [spare.publicKey], threshold: 1 };
    const known = await stateAfter([
      await release(1),
      await release(2, { payload: { signing: both } }),
      await release(3, { payload: { signing: alone }, signers: [spare] }),
    ]);
    expect(told(await ask(await release(4), known))).toBe('unsigned');
    expect(told(await ask(await release(4, { signers: [spare] }), known))).toBe('new');
  });

  it('a client that comes later needs the new key from its policy', async () => {
    const file = await release(9, { signers: [spare] });
    expect(told(await ask(file))).toBe('unsigned');
    const configured = { ...publisher.keys, signingKeys: [spare.publicKey] };
    expect(told(await ask(file, null, { configured }))).toBe('new');
  });

  it('other keys in the policy take the place of what was learnt, and the mark stays', async () => {
    const known = await stateAfter([await release(5)]);
    const configured = { ...publisher.keys, signingKeys: [spare.publicKey] };
    expect(told(await ask(await release(6, { signers: [spare] }), known, { configured }))).toBe('new');
    expect(told(await ask(await release(4, { signers: [spare] }), known, { configured }))).toBe('older');
    expect(told(await ask(await release(6), known, { configured }))).toBe('unsigned');
  });
});

describe('threshold', () => {
  const two = () => ({
    keys: [publisher.signing.publicKey, spare.publicKey, second.publicKey],
    threshold: 2,
  });

  it('two of three sign', async () => {
    const known = await stateAfter([await release(1, { payload: { signing: two() } })]);
    expect(told(await ask(await release(2), known))).toBe('unsigned');
    expect(told(await ask(await release(2, { signers: [spare, second] }), known))).toBe('new');
  });

  it('one key that signs twice is one signer', async () => {
    const known = await stateAfter([await release(1, { payload: { signing: two() } })]);
    expect(told(await ask(await release(2, { signers: [spare, spare] }), known))).toBe('unsigned');
  });

  it('more signatures than keys cannot be asked for, nor the same key twice', async () => {
    const key = spare.publicKey;
    expect(told(await ask(await release(1, { payload: { signing: { keys: [key], threshold: 2 } } })))).toBe(
      'invalid',
    );
    expect(
      told(await ask(await release(1, { payload: { signing: { keys: [key, key], threshold: 2 } } }))),
    ).toBe('invalid');
  });
});

describe('a stolen signing key', () => {
  const stolen = (seq: number, parts: Parts = {}) => release(seq, parts);

  it('fast-forward and own keys, then recovery: every client is restored and both keys are dead', async () => {
    const far = Number.MAX_SAFE_INTEGER;
    const mine = { keys: [thief.signing.publicKey], threshold: 1 };
    const clients = await Promise.all([
      null,
      stateAfter([await release(5)]),
      stateAfter([await release(5), await stolen(far)]),
      stateAfter([await stolen(far, { payload: { signing: mine } })]),
    ]);
    for (const known of clients) {
      const judgement = await ask(await recovered(1), known);
      if (judgement.result !== 'new') throw new Error(told(judgement));
      expect(judgement.release.epoch).toBe(2);
      const after = judgement.state;
      expect(told(await ask(await recovered(2), after))).toBe('new');
      expect(told(await ask(await stolen(far), after))).toBe('revoked');
      const replayed = await recovered(far, {}, undefined, { signers: [publisher.signing] });
      expect(told(await ask(replayed, after))).toBe('revoked');
      const own = await recovered(far, {}, undefined, { signers: [thief.signing] });
      expect(told(await ask(own, after))).toBe('unsigned');
    }
  });

  it('cannot raise the epoch', async () => {
    expect(told(await ask(await stolen(1, { payload: { epoch: 2 } })))).toBe('recovery');
    expect(told(await ask(await recovered(1, { epoch: 2 }, () => publisher.signing)))).toBe('recovery');
    expect(told(await ask(await recovered(1, { epoch: 3 })))).toBe('recovery');
  });

  it('cannot take the statement of another pack', async () => {
    expect(told(await ask(await recovered(1, { packId: 'lain-2031' })))).toBe('recovery');
  });

  it('cannot hide the statement', async () => {
    const known = await stateAfter([await recovered(1)]);
    const bare = await signedFile(publisher, { signers: [spare], payload: { epoch: 2, seq: 2 } });
    expect(told(await ask(bare, known))).toBe('recovery');
  });

  it('is refused by a client that never heard of anything, with an old policy, once the statement is out', async () => {
    const file = await recovered(7, {}, undefined, { signers: [publisher.signing] });
    expect(told(await ask(file))).toBe('revoked');
    expect(told(await ask(await recovered(7)))).toBe('new');
  });

  it('a dead key stays dead when a later release names it again', async () => {
    const back = { keys: [spare.publicKey, publisher.signing.publicKey], threshold: 1 };
    const known = await stateAfter([
      await recovered(1),
      await recovered(2, {}, undefined, { payload: { signing: back } }),
    ]);
    const file = await recovered(3, { revoked: [] }, undefined, { signers: [publisher.signing] });
    expect(told(await ask(file, known))).toBe('revoked');
  });

  it('a key revoked by the policy or by the extension signs nothing, and the policy may take that back', async () => {
    const { signingKeys } = publisher.keys;
    const known = await stateAfter([await release(1)]);
    expect(told(await ask(await release(2), known, { revoked: signingKeys }))).toBe('revoked');
    expect(told(await ask(await release(2), known))).toBe('new');
  });

  it('statements and keys that are no such thing are refused', async () => {
    const text = statementOf({ keys: [spare.publicKey], revoked: [] });
    for (const broken of [
      text.slice(1),
      text.replace('"epoch":2', '"epoch":1'),
      text.replace('{', '{"x":1,'),
    ]) {
      const file = await signedFile(publisher, {
        signers: [spare],
        payload: { epoch: 2 },
        statement: { text: broken, by: publisher.recovery },
      });
      expect(told(await ask(file)), broken).toBe('recovery');
    }
    // The right length and form, and no point of the curve.
    const noPoint = `BA${'A'.repeat(85)}`;
    const configured = { signingKeys: [noPoint], recoveryKey: publisher.keys.recoveryKey };
    expect(told(await ask(await release(1), null, { configured }))).toBe('unsigned');
  });
});

describe('base64url', () => {
  it('reads back what it wrote, of every length', () => {
    for (let length = 0; length < 70; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 73 + length) & 255);
      expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
    }
  });

  it.each(['A', 'AB=', 'A B', 'AB+', 'AB/', 'é', 'AB', 'ABC', '\u0100AAA'])('refuses %j', (text) => {
    // AB and ABC leave bits over that mean nothing.
    expect(fromBase64Url(text)).toBeUndefined();
  });
});
