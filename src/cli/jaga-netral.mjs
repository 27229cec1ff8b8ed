#!/usr/bin/env node
/** Starts the command line from a checkout: builds dist/cli when it is missing or older than its sources. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const bundle = join(root, 'dist', 'cli', 'main.js');
const sources = [
  'src/core',
  'src/shared',
  'src/sites',
  'src/cli',
  'src/locales',
  'build.mjs',
  'package-lock.json',
];

/** Newest change below a path, in milliseconds; 0 where nothing is. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Runs one of our scripts; its messages go to stderr, because stdout belongs to the verdicts. */
function run(...args) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  throw new Error(`${args.join(' ')} failed${error ? `: ${error.message}` : ''}`);
}

function build() {
  if (!existsSync(join(root, 'node_modules', 'esbuild'))) run('test/setup.mjs', '--no-browser');
  // Built aside and moved into place, so that a call that runs at the same time never meets half a bundle.
  mkdirSync(dirname(bundle), { recursive: true });
  const aside = mkdtempSync(join(root, 'dist', '.cli-'));
  try {
    run('build.mjs', '--only=cli', `--out=${aside}`);
    for (const name of readdirSync(join(aside, 'cli'))) {
      renameSync(join(aside, 'cli', name), join(dirname(bundle), name));
    }
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Makes what is missing. A failure has told its own story on stderr, so its stack would only hide that. */
function prepare() {
  try {
    if (newest(bundle) < Math.max(...sources.map((path) => newest(join(root, path))))) build();
    // jsdom stays outside the bundle and must be there even when the bundle is.
    else if (!existsSync(join(root, 'node_modules'))) run('test/setup.mjs', '--no-browser');
    return true;
  } catch (error) {
    process.stderr.write(`jaga-netral: ${error.message}\n`);
    return false;
  }
}

if (prepare()) {
  const { main } = await import(pathToFileURL(bundle).href);
  // The exit code is set, not forced: process.exit() would cut off output that a slow reader has not taken yet.
  process.exitCode = await main(process.argv.slice(2));
} else process.exitCode = 1;
