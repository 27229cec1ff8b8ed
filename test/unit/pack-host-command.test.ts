import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fetchPack } from '../../src/background/packs/fetch-pack.ts';
import { keyFingerprint } from '../../src/shared/pack-cryptography.ts';
import { packToServe } from '../practice/pack-to-serve.ts';
import { trust } from '../practice/trusted-certificate.ts';
import { createPublisher, type Publisher, signedFile } from './publisher.ts';

const COMMAND = ['--import', 'tsx', join(import.meta.dirname, '../practice/pack-host.ts')];
const folder = mkdtempSync(join(tmpdir(), 'jaga-netral-command-'));
const file = join(folder, 'rekaan.jpack');
const running = new Set<ChildProcess>();

let publisher: Publisher;
beforeAll(async () => {
  publisher = await createPublisher();
});
let distrust: () => void = () => undefined;
afterEach(() => distrust());
afterAll(() => {
  for (const child of running) child.kill('SIGTERM');
  rmSync(folder, { recursive: true });
});

/** What the command prints until it invites to end it. */
async function start(): Promise<{ readonly child: ChildProcess; readonly text: string }> {
  const child = spawn(process.execPath, [...COMMAND, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  let text = '';
  for await (const part of child.stdout as NodeJS.ReadableStream) {
    text += part;
    if (text.includes('Ctrl+C')) break;
  }
  return { child, text };
}

describe('npm run host', () => {
  it('serves the file, also after it was signed anew, and leaves nothing behind', async () => {
    const first = await signedFile(publisher, { envelope: { keys: publisher.keys } });
    writeFileSync(file, first);
    const { child, text } = await start();
    const address = /^address: +(\S+)$/m.exec(text)?.[1] ?? '';
    const certificate = /^certificate: +(\S+)/m.exec(text)?.[1] ?? '';
    expect(text).toContain(`${address}#k=${await keyFingerprint(publisher.keys)}\n`);
    distrust = trust(readFileSync(certificate, 'utf8'));
    expect(await fetchPack(address)).toEqual(first);
    const second = await signedFile(publisher, { payload: { seq: 2 } });
    writeFileSync(file, second);
    expect(await fetchPack(address)).toEqual(second);
    expect(await fetchPack(address.replace('rekaan', 'other'))).toBeUndefined();

    const exit = once(child, 'exit');
    child.kill('SIGINT');
    expect(await exit).toEqual([0, null]);
    expect(existsSync(certificate)).toBe(false);
    expect(await fetchPack(address)).toBeUndefined();
    expect(readFileSync(file)).toEqual(Buffer.from(second));
  });

  it.each([
    ['no file', [], 'usage: npm run host -- FILE.jpack'],
    ['two files', ['a.jpack', 'b.jpack'], 'usage: npm run host -- FILE.jpack'],
    ['a file that is not there', ['absent.jpack'], 'there is no such file'],
    ['a key', ['signing.key.json'], 'must end in .jpack'],
    ['a name that no address may hold', ['daftar kami.jpack'], 'must end in .jpack and hold'],
    ['what only calls itself so', ['page.jpack'], 'is not a signed pack'],
  ])('refuses %s', (_, names, fault) => {
    writeFileSync(join(folder, 'page.jpack'), '<html></html>');
    expect(packToServe(names.map((name) => join(folder, name))).fault).toContain(fault);
  });

  it('says why, and ends with 2', () => {
    const { status, stderr, stdout } = spawnSync(process.execPath, COMMAND, { encoding: 'utf8' });
    expect([status, stderr, stdout]).toEqual([2, 'host: usage: npm run host -- FILE.jpack\n', '']);
  });
});
