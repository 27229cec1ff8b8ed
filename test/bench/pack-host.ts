import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { get, type RequestOptions } from 'node:https';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext, type SecureContext } from 'node:tls';
import { constants, gzipSync } from 'node:zlib';
import { fetchPack } from '../../src/background/packs/fetch-pack.ts';
import { root } from '../browser/driver/installed.ts';
import { agencyServer, type Nginx, startNginx } from '../practice/nginx.ts';
import { trust } from '../practice/trusted-certificate.ts';
import { HABITS, visits } from './pack-visits.ts';
import { quantile, type Row } from './report.ts';

const PART = 'pack-host';
const CLIENTS = 10_000;
/** Civil servants of Indonesia, as of 2024 about. */
const CIVIL_SERVANTS = 4_000_000;
const AT_ONCE = 40;

/** Of the larger files fewer are fetched, so that a run ends: what one costs does not depend on how many there are. */
const SIZES = [
  { name: '60 kB', bytes: 60_000, clients: CLIENTS },
  { name: '1 MB', bytes: 1_000_000, clients: 1000 },
  { name: '8 MB', bytes: 8_000_000, clients: 100 },
] as const;
type Size = (typeof SIZES)[number];

/** The second is what agencies get. */
const WAYS = ['not packed', 'gzip', 'packed before'] as const;
type Way = (typeof WAYS)[number];

/** A file of this length whose text packs as well as that of our own packs. It need not be a pack: nobody reads it. */
function packOf(bytes: number): Buffer {
  const folder = join(root, 'rules');
  const names = readdirSync(folder).filter((name) => /^(pil|parties|general)/.test(name));
  const texts = names.map((name) => JSON.stringify(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  const frame = `{"v":1,"payload":"","sigs":["${'A'.repeat(86)}"]}`;
  const wanted = Math.floor(((bytes - frame.length) * 3) / 4);
  const all = texts.join('');
  const payload = all.repeat(Math.ceil(wanted / all.length)).slice(0, wanted);
  return Buffer.from(frame.replace('""', `"${Buffer.from(payload).toString('base64url').slice(0, bytes)}"`));
}

function writeSite(site: string): void {
  for (const way of WAYS) mkdirSync(join(site, way.replaceAll(' ', '-')));
  for (const { name, bytes } of SIZES) {
    const file = packOf(bytes);
    for (const way of WAYS) {
      const path = join(site, addressOf(way, name));
      writeFileSync(path, file);
      if (way === 'packed before')
        writeFileSync(`${path}.gz`, gzipSync(file, { level: constants.Z_BEST_COMPRESSION }));
    }
  }
}
const addressOf = (way: Way, size: string) =>
  `${way} ${size}.jpack`.replace(/ (?=\d)/, '/').replaceAll(' ', '-');

/** Bytes of one visit as they cross the network, both ways: TLS handshake, request and answer, without TCP and IP. */
async function onTheWire(nginx: Nginx, server: number, path: string): Promise<{ up: number; down: number }> {
  const target = Number(new URL(nginx.origins[server] ?? '').port);
  const counted = { up: 0, down: 0 };
  const relay = createServer((client) => {
    const host = connect(target, '127.0.0.1');
    client.on('data', (part) => {
      counted.up += part.length;
    });
    host.on('data', (part) => {
      counted.down += part.length;
    });
    client.pipe(host).pipe(client);
    for (const socket of [client, host]) socket.on('error', () => undefined);
    client.on('close', () => host.destroy());
  });
  await new Promise<void>((done) => relay.listen(0, '127.0.0.1', done));
  // Another port is another origin: it is never a connection from before.
  const distrust = trust(nginx.certificate);
  const file = await fetchPack(`https://localhost:${(relay.address() as AddressInfo).port}/${path}`);
  distrust();
  relay.close();
  if (!file) throw new Error(`${path} did not come`);
  return counted;
}

/** One visit of a client that was never here: a connection, a handshake, a request. Milliseconds. */
function visit(url: string, secureContext: SecureContext): Promise<number> {
  const began = performance.now();
  const options: RequestOptions & { readonly secureContext: SecureContext } = {
    agent: false,
    secureContext,
    headers: { accept: '*/*', 'accept-language': 'id', 'accept-encoding': 'br, gzip, deflate' },
  };
  return new Promise((done, failed) => {
    const request = get(url, options, (response) => {
      if (response.statusCode !== 200) failed(new Error(`${url}: ${response.statusCode}`));
      response.on('error', failed).on('end', () => done(performance.now() - began));
      response.resume();
    });
    request.on('error', failed);
  });
}

/** Processor time of nginx so far, in milliseconds; NaN where the system does not tell. */
function processorTime({ process }: Nginx): number {
  const children = `/proc/${process}/task/${process}/children`;
  if (!existsSync(children)) return Number.NaN;
  const workers = readFileSync(children, 'utf8').trim().split(' ');
  const ticks = workers.map((worker) => {
    const [, rest = ''] = readFileSync(`/proc/${worker}/stat`, 'utf8').split(') ');
    const fields = rest.split(' ');
    return Number(fields[11]) + Number(fields[12]);
  });
  return ticks.reduce((sum, value) => sum + value, 0) * 10;
}

async function crowd(nginx: Nginx, server: number, way: Way, { name, clients }: Size): Promise<Row[]> {
  const path = addressOf(way, name);
  const wire = await onTheWire(nginx, server, path);
  const secureContext = createSecureContext({ ca: nginx.certificate });
  const before = processorTime(nginx);
  const began = performance.now();
  const times: number[] = [];
  let left: number = clients;
  const client = async () => {
    while (left > 0) {
      left -= 1;
      times.push(await visit(`${nginx.origins[server]}/${path}`, secureContext));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  const seconds = (performance.now() - began) / 1000;
  const cost = (processorTime(nginx) - before) / clients;
  const what = `${name}, ${way}`;
  const gigabytes = ((wire.up + wire.down) * CIVIL_SERVANTS) / 1e9;
  return [
    row(`${what}: bytes of a visit, to and from the host`, `${wire.up} + ${wire.down}`),
    row(`${what}: ${clients} clients, visits in a second`, (clients / seconds).toFixed(0)),
    row(
      `${what}: time of a visit, median and 99 %`,
      `${[0.5, 0.99].map((q) => quantile(times, q).toFixed(0)).join(', ')} ms`,
    ),
    row(`${what}: processor time of nginx for a visit`, `${cost.toFixed(2)} ms`),
    row(`${what}: 4 million visits`, `${gigabytes.toFixed(0)} GB`),
  ];
}

function spread(): Row[] {
  return HABITS.flatMap((habit) => {
    const { perDay, firstPeak, laterPeak, secondPeak } = visits(habit, CLIENTS, 56);
    const second = (share: number) => `${((share * CIVIL_SERVANTS) / 60).toFixed(0)}/s`;
    return [
      row(`${habit.name}: visits of a client in a day`, perDay.toFixed(2)),
      row(`${habit.name}: 4 million, average`, `${((perDay * CIVIL_SERVANTS) / 86_400).toFixed(0)}/s`),
      row(
        `${habit.name}: largest minute, share of clients; 4 million: first two days`,
        `${(firstPeak * 100).toFixed(2)} %, ${second(firstPeak)}`,
      ),
      row(
        `${habit.name}: largest minute, share of clients; 4 million: later`,
        `${(laterPeak * 100).toFixed(2)} %, ${second(laterPeak)}`,
      ),
      row(`${habit.name}: most of ${CLIENTS} in one second, later`, `${secondPeak}`),
    ];
  });
}
const row = (what: string, value: string): Row => ({ part: PART, what, value });

/**
 * Ten thousand clients and one nginx with the settings for agencies. Clients and host share this machine, so visits in a second
 * say how fast both are together; the processor time of nginx is the figure to reckon with.
 */
export async function benchPackHost(): Promise<Row[]> {
  const site = mkdtempSync(join(tmpdir(), 'jaga-netral-site-'));
  writeSite(site);
  const agency = agencyServer(site);
  const plain = `root ${site};\ndefault_type application/json;\nadd_header Access-Control-Allow-Origin "*";`;
  const nginx = await startNginx([plain, agency, `${agency}\ngzip_static on;`]);
  try {
    const rows = spread();
    for (const size of SIZES)
      for (const [server, way] of WAYS.entries()) rows.push(...(await crowd(nginx, server, way, size)));
    return rows;
  } finally {
    await nginx.stop();
    rmSync(site, { recursive: true });
  }
}
