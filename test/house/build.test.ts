import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { buildAside, readText, root } from './repository.ts';

const { version } = JSON.parse(readText('package.json'));
const folders: string[] = [];
const first = inject('build');
let second = '';

beforeAll(() => {
  // Another zone, language and user folder: what a store reviewer has.
  second = buildAside({ TZ: 'Asia/Jayapura', LANG: 'C', HOME: first });
  folders.push(second);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Path -> hash of every file of a build. */
function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const pairs = files.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')];
  });
  return Object.fromEntries(pairs.sort());
}

describe('two builds', () => {
  test('are byte-identical', () => {
    expect(Object.keys(hashes(first))).toEqual(
      expect.arrayContaining([
        'cli/main.js',
        `jaga-netral-chromium-${version}.zip`,
        `jaga-netral-firefox-${version}.zip`,
      ]),
    );
    expect(hashes(second)).toEqual(hashes(first));
  });
});

describe.each(['chromium', 'firefox'])('%s', (engine) => {
  test('the zip holds the files of the folder and nothing else', () => {
    const zip = unzipSync(readFileSync(join(first, `jaga-netral-${engine}-${version}.zip`)));
    const inZip = Object.entries(zip).map(([path, bytes]) => [
      path,
      createHash('sha256').update(bytes).digest('hex'),
    ]);
    expect(Object.keys(zip)).toEqual(Object.keys(zip).sort());
    expect(Object.fromEntries(inZip)).toEqual(hashes(join(first, engine)));
    expect(JSON.parse(strFromU8(zip['manifest.json'] ?? new Uint8Array())).version).toBe(version);
  });

  test('the licences of all bundled packages, and ours, are in it', () => {
    const text = readFileSync(join(first, engine, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
    const { dependencies } = JSON.parse(readText('package.json'));
    for (const [name, number] of Object.entries(dependencies))
      expect(text).toContain(`\n${name} ${number} (`);
    for (const words of ['MIT License', 'Permission to use, copy, modify']) {
      expect(text).toContain(words);
    }
    expect(readFileSync(join(first, engine, 'LICENSE'), 'utf8')).toBe(readText('LICENSE'));
  });
});

test('the command line loads from the build, with jsdom left outside', async () => {
  const bundle: Record<string, unknown> = await import(pathToFileURL(join(first, 'cli/main.js')).href);
  expect(bundle.main).toBeTypeOf('function');
  expect(readFileSync(join(first, 'meta/cli.json'), 'utf8')).not.toContain('node_modules/jsdom/');
});

describe('a build that cannot succeed', () => {
  test('says why and exits with 1', () => {
    // A copy, because the faults are planted in the sources.
    const copy = mkdtempSync(join(tmpdir(), 'jaga-netral-copy-'));
    folders.push(copy);
    const parts = [
      'src',
      'rules',
      'icons',
      'build.mjs',
      'manifest.json',
      'package.json',
      'tsconfig.json',
      'LICENSE',
    ];
    for (const name of parts) cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    const build = () => spawnSync(process.execPath, ['build.mjs'], { cwd: copy, encoding: 'utf8' });

    rmSync(join(copy, 'src/core/types.ts'));
    const unresolved = build();
    expect(unresolved.status).toBe(1);
    expect(unresolved.stderr).toMatch(/Could not resolve "[\w./]*types\.ts"/);
    expect(unresolved.stderr).toContain('build: failed');

    rmSync(join(copy, 'src/background/main.ts'));
    const missing = build();
    expect(missing.status).toBe(1);
    expect(missing.stderr.trim()).toBe(
      'build: src/background/main.ts is missing, so background cannot be bundled',
    );

    const otherVersion = readText('manifest.json').replace(`"version": "${version}"`, '"version": "9.9.9"');
    writeFileSync(join(copy, 'manifest.json'), otherVersion);
    expect(build().stderr).toContain(`manifest.json has version 9.9.9, package.json has ${version}`);
  });

  test('refuses an option that it does not know', () => {
    const { status, stderr } = spawnSync(process.execPath, ['build.mjs', '--minify'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('unknown option --minify');
  });
});
