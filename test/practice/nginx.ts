import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { generate } from 'selfsigned';
import { nginxFile } from '../../src/core/kit/web-server.ts';
import { programPath } from '../browser/driver/installed.ts';

/** Lines of a server that gives out the files of a folder with the very settings that agencies get in their kit. */
export const agencyServer = (site: string): string => `root ${site};\ninclude ${KIT_FILE};`;
const KIT_FILE = 'kit-nginx.conf';

/** A real nginx that runs as the current user out of a temporary folder, for https on this machine alone. */
export interface Nginx {
  /** Its configuration (`nginx.conf`, `kit-nginx.conf`), `certificate.pem` and `access.log`. */
  readonly folder: string;
  /** It signed itself; who trusts it, trusts this nginx. */
  readonly certificate: string;
  /** `https://localhost:8443`, one for each server. */
  readonly origins: readonly string[];
  /** Of its master; workers are its children. */
  readonly process: number;
  /** Ends when nginx does. */
  readonly ended: Promise<unknown>;
  /** Requests that are being answered are cut off. */
  stop(): Promise<void>;
}

/** What nginx notes of each request in `access.log`: all that could tell one client from another. */
const SEEN = [
  '$request',
  '$status',
  '$bytes_sent',
  '$http_accept_language',
  '$http_accept_encoding',
  '$http_cookie$http_authorization',
  '$http_referer',
  '$http_if_none_match$http_if_modified_since',
];

/**
 * @param servers the lines of each server, without its address
 * @param certified the name in the certificate
 * @throws when nginx does not start, with what it said
 */
export async function startNginx(servers: readonly string[], certified = 'localhost'): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'jaga-netral-nginx-'));
  let child: ChildProcess | undefined;
  const stop = async () => {
    if (child && child.exitCode === null && child.signalCode === null) {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { private: key, cert: certificate } = await generate([{ name: 'commonName', value: certified }], {
      keyType: 'ec',
      // Browsers believe no SHA-1, also of a certificate that they are told to trust.
      algorithm: 'sha256',
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'subjectAltName', altNames: [{ type: 2, value: certified }] },
      ],
    });
    writeFileSync(join(folder, 'certificate.pem'), certificate);
    writeFileSync(join(folder, 'key.pem'), key, { mode: 0o600 });
    writeFileSync(join(folder, KIT_FILE), nginxFile());
    const configuration = join(folder, 'nginx.conf');
    for (;;) {
      const ports = await freePorts(servers.length);
      writeFileSync(configuration, whole(servers, ports));
      child = spawn(programPath('nginx'), ['-p', folder, '-c', configuration], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const ended = once(child, 'exit');
      const failure: unknown = await started(child).catch((error: unknown) => error);
      const origins = ports.map((port) => `https://localhost:${port}`);
      if (!failure) return { folder, certificate, origins, process: child.pid as number, ended, stop };
      // Between the asking and here another process may have taken a port: others are free.
      if (!String(failure).includes('Address already in use')) throw failure;
    }
  } catch (error) {
    await stop();
    throw error;
  }
}

function whole(servers: readonly string[], ports: readonly number[]): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes auto;
pid nginx.pid;
lock_file nginx.lock;
error_log stderr notice;
events { worker_connections 4096; }
http {
  ${temporary.map((name) => `${name}_temp_path ${name};`).join(' ')}
  log_format seen '${SEEN.join('|')}';
  access_log access.log seen;
  sendfile on;
  ssl_certificate certificate.pem;
  ssl_certificate_key key.pem;
  ${servers
    .map((lines, at) => `server {\n listen 127.0.0.1:${ports[at]} ssl;\n server_name localhost;\n${lines}\n}`)
    .join('\n')}
}
`;
}

/** Resolves when nginx takes connections, which it says in words only. */
async function started(child: ChildProcess): Promise<void> {
  const said: string[] = [];
  const lines = createInterface({ input: child.stderr as NodeJS.ReadableStream });
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      // Once it runs its lines are read and dropped, or a full pipe would hold it up.
      said.push(line);
      if (line.includes('start worker process')) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`nginx did not start:\n${said.join('\n')}`)));
  });
}

/** Ports that nobody listens on now; all are asked for before one is given back, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}
