import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { browserPath, root } from './installed.ts';

/** An extension as an agency would host it for its Chromium browsers, on this machine. */
export interface SelfHosted {
  /** By the key it was packed with: the private half of that of the manifest is in no repository. */
  readonly extensionId: string;
  /** Address of the update manifest, for `update_url`. */
  readonly updateUrl: string;
  /** What was asked for, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Packs `dist/chromium` by the browser itself, into `folder`, and serves it. */
export async function selfHosted(folder: string): Promise<SelfHosted> {
  const extension = join(folder, 'extension');
  copyWithoutKey(extension);
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keyFile = join(folder, 'key.pem');
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const packed = spawnSync(
    browserPath('chromium'),
    [
      '--headless',
      '--no-sandbox',
      `--user-data-dir=${join(folder, 'packing')}`,
      `--pack-extension=${extension}`,
      `--pack-extension-key=${keyFile}`,
    ],
    { encoding: 'utf8' },
  );
  if (packed.status !== 0) throw new Error(`the extension was not packed: ${packed.stderr}`);
  const file = readFileSync(`${extension}.crx`);
  const id = idOf(publicKey.export({ type: 'spki', format: 'der' }));
  const { version } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));

  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/\?.*/, '');
    requests.push(path);
    if (path === '/update.xml') response.end(updateManifest(id, `${address()}/extension.crx`, version));
    else if (path === '/extension.crx') response.end(file);
    else response.writeHead(404).end();
  });
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    extensionId: id,
    updateUrl: `${address()}/update.xml`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A copy of the built extension with an id of its own: that of its folder, or of the key that it is packed with. */
export function copyWithoutKey(folder: string): void {
  cpSync(join(root, 'dist/chromium'), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const { key: _, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify(manifest));
}

/** The first half of the digest of the public key, in the letters from a to p. */
function idOf(publicKey: Buffer): string {
  const digest = createHash('sha256').update(publicKey).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

function updateManifest(id: string, file: string, version: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}"><updatecheck codebase="${file}" version="${version}" /></app>
</gupdate>`;
}
