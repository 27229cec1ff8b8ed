import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../browser/driver/installed.ts';
import type { Row } from './report.ts';

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** Every script of the built extension, and the archive that a store gets. */
export function benchSizes(): Row[] {
  const folder = join(root, 'dist/chromium');
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .sort();
  const rows = scripts.flatMap((name): Row[] => {
    const bytes = readFileSync(join(folder, name));
    const packed = gzipSync(bytes, { level: 9 }).length;
    return [
      { part: 'size', what: name, value: kilobytes(bytes.length) },
      {
        part: 'size',
        what: `${name}, gzip`,
        value: kilobytes(packed),
        ratio: packed / bytes.length,
        against: name,
      },
    ];
  });
  const archives = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.zip'));
  for (const name of archives) {
    rows.push({ part: 'size', what: name, value: kilobytes(readFileSync(join(root, 'dist', name)).length) });
  }
  return rows;
}
