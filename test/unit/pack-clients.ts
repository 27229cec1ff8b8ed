import { momentOfLook, pauseBefore } from '../../src/core/pack/check-times.ts';
import {
  type Accepted,
  type Judgement,
  judgeSignedPack,
  laterState,
  type TrustState,
  verifyStored,
} from '../../src/core/pack/pack-trust.ts';
import type { PublisherKeys } from '../../src/core/pack/signed-pack.ts';
import { packCryptography } from '../../src/shared/pack-cryptography.ts';
import { type Random, seeded } from '../bench/random.ts';
import { PACK_ID } from './publisher.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

type PackFile = Uint8Array<ArrayBuffer>;

/** One machine with one signed pack: what it remembers, by the rules of `check-sources.ts` and `signed-packs.ts`. */
export interface Client {
  readonly number: number;
  readonly random: Random;
  /** Since when it is there, milliseconds from the beginning. */
  readonly installed: number;
  /** Off from 16.00 until 7.30; then it asks when it is switched on. */
  readonly isOffAtNight: boolean;
  readonly state: TrustState | null;
  readonly active: Accepted | null;
  readonly failures: number;
  readonly next: number;
}

export interface Look {
  readonly time: number;
  readonly judgement: Judgement | undefined;
  readonly after: Client;
}

/** What the host gives this client at this time; undefined where it cannot be reached. */
export type Host = (client: Client, time: number) => PackFile | undefined;

export function newClient(number: number, installed: number, isOffAtNight: boolean): Client {
  const random = seeded(number);
  const blank = { state: null, active: null, failures: 0 };
  return { ...blank, number, random, installed, isOffAtNight, next: installed };
}

/**
 * What the extension would say. A thousand clients that were given the same files ask the same few hundred questions, and
 * the answer depends on nothing else: each is put to the real judge once.
 */
export function judge(client: Client, keys: PublisherKeys, file: PackFile): Promise<Judgement> {
  const question = {
    packId: PACK_ID,
    configured: keys,
    known: client.state,
    revoked: [],
    appVersion: '0.1.0',
  };
  return once(file, JSON.stringify([keys, client.state]), () =>
    judgeSignedPack(file, question, packCryptography),
  );
}

/** What is read back from the disk must stand a second look, as in `signed-packs.ts`. */
async function store(file: PackFile, { signed }: Accepted): Promise<void> {
  const release = await once(file, JSON.stringify(signed), () =>
    verifyStored(file, signed, [], packCryptography),
  );
  if (!release) throw new Error('what was accepted does not stand a second look');
}

const answers = new WeakMap<PackFile, Map<string, Promise<unknown>>>();
function once<Answer>(file: PackFile, question: string, answer: () => Promise<Answer>): Promise<Answer> {
  const known = answers.get(file) ?? new Map<string, Promise<unknown>>();
  answers.set(file, known);
  const found = (known.get(question) as Promise<Answer> | undefined) ?? answer();
  known.set(question, found);
  return found;
}

/** Every look of one client until `end`. */
export async function* live(
  client: Client,
  keys: PublisherKeys,
  host: Host,
  end: number,
): AsyncGenerator<Look> {
  let current = client;
  for (;;) {
    const time = whenOn(current, current.next);
    if (time >= end) return;
    const next = momentOfLook(current.next, time, current.random.next());
    if (next > time) {
      current = { ...current, next };
      continue;
    }
    const file = host(current, time);
    const judgement = file && (await judge(current, keys, file));
    current = await noted(current, file, judgement, time);
    yield { time, judgement, after: current };
  }
}

/** The moment itself, or when the machine is switched on after it. */
function whenOn({ isOffAtNight }: Client, time: number): number {
  const clock = time % DAY_MS;
  const [morning, evening] = [7.5 * HOUR_MS, 16 * HOUR_MS];
  if (!isOffAtNight || (clock >= morning && clock < evening)) return time;
  return time - clock + morning + (clock < morning ? 0 : DAY_MS);
}

async function noted(
  client: Client,
  file: PackFile | undefined,
  judgement: Judgement | undefined,
  time: number,
): Promise<Client> {
  const isWell = judgement !== undefined && judgement.result !== 'refused';
  const failures = judgement === undefined ? client.failures + 1 : 0;
  const asked = { ...client, failures, next: time + pauseBefore(failures, client.random.next()) };
  if (!file || !isWell || client.active?.hash === judgement.hash) return asked;
  await store(file, judgement);
  return { ...asked, active: judgement, state: laterState(judgement.state, client.state) };
}
