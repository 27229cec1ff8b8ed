import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

/** Name of a host that only browsers of the tests find. */
export const PACK_HOST = 'paket.rekaan.example';

export interface Asked {
  readonly method: string;
  readonly path: string;
  /** As they came: names and values in turn. */
  readonly headers: readonly string[];
  readonly body: string;
}

/** A static host for signed packs, as an agency has one. */
export interface PackHost {
  readonly port: number;
  /** Everything that was asked for. */
  readonly asked: Asked[];
  /** From now on this is what it answers. */
  serve(body: Uint8Array | string, headers?: Readonly<Record<string, string>>, status?: number): void;
  close(): Promise<void>;
}

/** What a host must say, because the extension has no permission for it and needs none. */
export const ALLOWED = { 'access-control-allow-origin': '*', 'content-type': 'application/json' } as const;

export async function startPackHost(): Promise<PackHost> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: PACK_HOST }], {
    keyType: 'ec',
  });
  const asked: Asked[] = [];
  let answer: { body: Uint8Array | string; headers: Readonly<Record<string, string>>; status: number } = {
    body: '',
    headers: ALLOWED,
    status: 404,
  };
  const server: Server = createServer({ key, cert }, (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url: path = '', rawHeaders: headers } = request;
      // Firefox asks its maker for things of its own, and every name leads here.
      if (request.headers.host !== PACK_HOST) return response.writeHead(404).end();
      asked.push({ method, path, headers, body: Buffer.concat(parts).toString() });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    serve(body, headers = ALLOWED, status = 200) {
      answer = { body, headers, status };
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
