/**
 * `npm run host -- FILE.jpack`: a web server for a signed pack on this machine alone, set up as agencies are
 * told, to try an address before the real one exists. The file is read anew for each request, so that it can be signed
 * anew meanwhile. Ctrl+C ends it, and nothing stays behind.
 */
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readEnvelope } from '../../src/core/pack/signed-pack.ts';
import { keyFingerprint } from '../../src/shared/pack-cryptography.ts';
import { agencyServer, startNginx } from './nginx.ts';
import { packToServe } from './pack-to-serve.ts';

/** `#k=…` for people without a policy, where the file brings its keys. */
async function fragment(path: string): Promise<string | undefined> {
  const keys = readEnvelope(readFileSync(path, 'utf8'))?.keys;
  return keys && `#k=${await keyFingerprint(keys)}`;
}

async function serve(path: string): Promise<number> {
  const site = mkdtempSync(join(tmpdir(), 'jaga-netral-site-'));
  symlinkSync(path, join(site, basename(path)));
  let isWanted = true;
  const ending = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        isWanted = false;
        done();
      });
  });
  try {
    const nginx = await startNginx([agencyServer(site)]);
    const address = `${nginx.origins[0]}/${basename(path)}`;
    const certificate = join(nginx.folder, 'certificate.pem');
    const link = await fragment(path);
    console.log(`address:      ${address}
certificate:  ${certificate}   (signed by itself: only who is told to trust it does)
settings:     ${join(nginx.folder, 'kit-nginx.conf')}

What the extension would get:
  curl --cacert ${certificate} --compressed -sS -D - -o /dev/null ${address}
${
  link
    ? `The link for people without a policy:\n  ${address}${link}`
    : 'The file does not bring its keys, so there is no link for people without a policy.'
}
Sign the file anew, and the next request gets the new one. Ctrl+C ends the server.`);
    await Promise.race([ending, nginx.ended]);
    if (isWanted) console.error('host: nginx ended by itself');
    await nginx.stop();
    return isWanted ? 1 : 0;
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
}

const { path, fault } = packToServe(process.argv.slice(2));
if (path === undefined) console.error(`host: ${fault}`);
process.exitCode = path === undefined ? 2 : await serve(path);
