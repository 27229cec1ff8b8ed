import { beforeAll, describe, expect, it } from 'vitest';
import { createKeyPair, type KeyPair } from '../../src/cli/pack/signing.ts';
import type { Pack } from '../../src/core/pack/pack.ts';
import { type Client, DAY_MS, type Host, judge, live, newClient } from './pack-clients.ts';
import {
  createPublisher,
  inventedPack,
  type Parts,
  type Publisher,
  signedFile,
  statementOf,
} from './publisher.ts';

const CLIENTS = 1000;
const DAYS = 60;
const THEFT = 20;
const RECOVERY = 25;
const RESTORED = 27;
/** No release of an epoch can follow it. */
const LAST_SEQ = Number.MAX_SAFE_INTEGER;

type PackFile = Uint8Array<ArrayBuffer>;
let publisher: Publisher;
let thief: KeyPair;
let fresh: KeyPair;
/** Of the publisher, by the day from which on the host has them. */
let releases: readonly (readonly [number, PackFile])[];
/** Signed by the thief with the key of the publisher: the last number, and the last number with a key of his own. */
let stolen: PackFile;
let takenOver: PackFile;
/** Signed by him without the recovery key, which alone may raise the epoch. */
let raised: PackFile;
/** What a thief can still make with the old key or his own after the recovery. */
let late: ReadonlyMap<string, PackFile>;

beforeAll(async () => {
  [publisher, thief, fresh] = await Promise.all([createPublisher(), createKeyPair(), createKeyPair()]);
  // Its content is of no matter here.
  const pack: Pack = inventedPack(1);
  const signed = (seq: number, parts: Parts = {}) =>
    signedFile(publisher, { pack, ...parts, payload: { seq, ...parts.payload } });
  const statement = {
    text: statementOf({
      keys: [fresh.publicKey],
      revoked: [publisher.signing.publicKey, thief.publicKey],
    }),
    by: publisher.recovery,
  };
  const recovered = { signers: [fresh], statement, payload: { epoch: 2 } };
  releases = await Promise.all(
    (
      [
        [0, signed(1)],
        [10, signed(2)],
        [18, signed(3)],
        [22, signed(4)],
        [RECOVERY, signed(1, recovered)],
        [40, signed(2, recovered)],
      ] as const
    ).map(async ([day, file]) => [day, await file] as const),
  );
  stolen = await signed(LAST_SEQ);
  takenOver = await signed(LAST_SEQ, { payload: { signing: { keys: [thief.publicKey], threshold: 1 } } });
  raised = await signed(LAST_SEQ, { payload: { epoch: 9 } });
  // The key that he named is revoked by now.
  const another = await createKeyPair();
  const forged = {
    text: statementOf({ epoch: 3, keys: [another.publicKey], revoked: [fresh.publicKey] }),
    by: another,
  };
  late = new Map([
    ['with the old key', stolen],
    ['with the old key, and his own for later', takenOver],
    ['with his own key', await signed(LAST_SEQ, { signers: [thief] })],
    [
      'with the statement of the recovery',
      await signed(LAST_SEQ, { ...recovered, signers: [publisher.signing] }),
    ],
    ['with it and his own key', await signed(LAST_SEQ, { ...recovered, signers: [thief] })],
    [
      'with a statement of his own',
      await signed(LAST_SEQ, { signers: [another], statement: forged, payload: { epoch: 3 } }),
    ],
    ['with an epoch out of reach', raised],
    ['again what the recovery brought', published(RECOVERY * DAY_MS)],
  ]);
});

function published(time: number): PackFile {
  const latest = releases.filter(([day]) => day * DAY_MS <= time).at(-1);
  if (!latest) throw new Error('nothing is published yet');
  return latest[1];
}

/** A third of those that were there before the theft. */
const isVictim = ({ number }: Client) =>
  number % 10 !== 9 && Math.imul(number + 1, 2_654_435_761) >>> 0 < 2 ** 32 / 3;
/** One in ten comes after the recovery, with a policy that still names the old key. */
const clientOf = (number: number) =>
  newClient(
    number,
    number % 10 === 9 ? (26 + (number % 30)) * DAY_MS : (number / CLIENTS) * DAY_MS,
    number % 2 === 0,
  );

/** Once in twenty times the network is down, but not at the first look. */
const isDown = (client: Client) => client.active !== null && client.random.next() < 0.05;

interface Told {
  /** From the recovery, or from the installation after it, to the first pack of the new epoch; days, one for each client. */
  readonly restored: readonly number[];
  readonly victims: number;
  readonly last: readonly Client[];
}

/** Sixty days of every client; at no moment is one without a pack. */
async function sixtyDays(host: Host): Promise<Told> {
  const restored: number[] = [];
  const last: Client[] = [];
  let victims = 0;
  for (let number = 0; number < CLIENTS; number += 1) {
    let client = clientOf(number);
    let wasVictim = false;
    let since = Number.POSITIVE_INFINITY;
    for await (const { time, after } of live(client, publisher.keys, host, DAYS * DAY_MS)) {
      client = after;
      const release = client.active?.release;
      if (!release) throw new Error(`client ${number} has no pack on day ${time / DAY_MS}`);
      wasVictim ||= release.seq === LAST_SEQ;
      if (release.epoch === 2) since = Math.min(since, time);
      else if (since !== Number.POSITIVE_INFINITY) throw new Error(`client ${number} went back`);
      if (wasVictim && !isVictim(client)) throw new Error(`the thief rules ${number}`);
    }
    restored.push((since - Math.max(client.installed, RECOVERY * DAY_MS)) / DAY_MS);
    victims += Number(wasVictim);
    last.push(client);
  }
  return { restored, victims, last };
}

/** All ended with the last pack of the publisher, and nothing that the thief can make still counts with any of them. */
async function expectAllSafe({ victims, last }: Told): Promise<void> {
  expect(victims).toBeGreaterThan(CLIENTS / 4);
  expect(victims).toBeLessThan(CLIENTS / 2.5);
  for (const client of last) {
    expect([client.active?.release.epoch, client.active?.release.seq]).toEqual([2, 2]);
    for (const [how, file] of late)
      expect([how, (await judge(client, publisher.keys, file)).result]).toEqual([how, 'refused']);
  }
}

describe('a thief signs the last possible number, a third of the clients see it, and the recovery key begins anew', () => {
  it('all are restored within two days, none is ever without a pack, and the old key is dead', async () => {
    const offers = [...late.values()];
    const told = await sixtyDays((client, time) => {
      if (isDown(client)) return undefined;
      const day = time / DAY_MS;
      if (isVictim(client) && day >= THEFT && day < RECOVERY) return day < THEFT + 0.5 ? raised : stolen;
      // Later he still holds a network here and there.
      if (day > 30 && client.active !== null && client.random.next() < 0.1)
        return client.random.oneOf(offers);
      return published(time);
    });
    await expectAllSafe(told);
    expect(Math.max(...told.restored)).toBeLessThan(RESTORED - RECOVERY);
  });

  // What such a client is given until the recovery is refused day after day, and it keeps asking.
  it.each([
    ['he named a key of his own', () => takenOver, RECOVERY],
    ['the publisher had the host back after a day and a half', () => stolen, THEFT + 1.5],
  ] as const)('where %s they are restored as soon', async (_, file, until) => {
    const told = await sixtyDays((client, time) => {
      if (isDown(client)) return undefined;
      const day = time / DAY_MS;
      return isVictim(client) && day >= THEFT && day < until ? file() : published(time);
    });
    await expectAllSafe(told);
    expect(Math.max(...told.restored)).toBeLessThan(RESTORED - RECOVERY);
  });
});
