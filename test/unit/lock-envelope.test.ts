import { expect, it } from 'vitest';
import { CURVE, createOpener, createSealer } from '../../src/background/log/lock-envelope.ts';

async function newPair() {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)),
    privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
  };
}

it('opens what was sealed for its pair and context, and nothing else', async () => {
  const [own, other] = [await newPair(), await newPair()];
  const seal = await createSealer(own.publicKey);
  const open = await createOpener(own.privateKey, own.publicKey);
  const sealed = await seal('row-1', 'isi baris');
  expect(await open('row-1', sealed)).toBe('isi baris');
  expect(await open('row-2', sealed)).toBeUndefined();
  expect(await (await createOpener(other.privateKey, other.publicKey))('row-1', sealed)).toBeUndefined();
  expect(await (await createOpener(own.privateKey, other.publicKey))('row-1', sealed)).toBeUndefined();
  for (const broken of ['', 'x', '..', sealed.slice(0, -4), `A${sealed.slice(1)}`]) {
    expect(await open('row-1', broken)).toBeUndefined();
  }
});

it('takes a new ephemeral key for each batch and a new iv for each text', async () => {
  const { publicKey } = await newPair();
  const seal = await createSealer(publicKey);
  const [one, two] = [await seal('a', 'a'), await seal('a', 'a')];
  const [later] = (await (await createSealer(publicKey))('a', 'a')).split('.');
  expect(one.split('.')[0]).toBe(two.split('.')[0]);
  expect(one.split('.')[1]).not.toBe(two.split('.')[1]);
  expect(later).not.toBe(one.split('.')[0]);
});
