/**
 * Makes a fresh clone ready: packages as locked, browsers that can load the unpacked extension, and nginx, which stands
 * for the web server of an agency.
 *
 *   node test/setup.mjs [--no-browser] [--browser=chromium] [--browser=firefox] [--nginx]     (no browser named: both)
 *
 * Node built-ins only, because it runs before `npm ci`; what it decides is in setup-decisions.mjs. The paths found go
 * to .cache/browsers.json. Silent when all is there.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, parse } from 'node:path';
import process, { argv, env, execPath, exit, platform, versions } from 'node:process';
import { fileURLToPath } from 'node:url';
import {
  aptPackages,
  chooseProgram,
  distributionOf,
  downloads,
  installReason,
  minimum,
  missingMessage,
  nodeFault,
  parseOptions,
  unpackedPackages,
} from './setup-decisions.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const programFile = join(root, '.cache/browsers.json');
const puppeteerFolder = join(root, '.cache/puppeteer');
const nginxFolder = join(root, '.cache/nginx');

function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Paths that exist for a pattern whose parts may hold one `*` each; the newest (last) name first. */
function expand(pattern) {
  const { root: start } = parse(pattern);
  let paths = [start];
  for (const part of pattern.slice(start.length).split(/[\\/]/)) {
    paths = paths.flatMap((path) => {
      if (!part.includes('*')) return [join(path, part)];
      const [before = '', after = ''] = part.split('*');
      const names = existsSync(path) ? readdirSync(path) : [];
      const fitting = names.filter((name) => name.startsWith(before) && name.endsWith(after));
      return fitting
        .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
        .map((name) => join(path, name));
    });
  }
  return paths.filter((path) => existsSync(path));
}

function candidatesFor(kind) {
  const own = env[`JAGA_${kind.toUpperCase()}`];
  if (own) return [own];
  const home = homedir();
  const local = env.LOCALAPPDATA ?? join(home, 'AppData/Local');
  const programs = env.PROGRAMFILES ?? 'C:/Program Files';
  const playwright =
    env.PLAYWRIGHT_BROWSERS_PATH ??
    { darwin: join(home, 'Library/Caches/ms-playwright'), win32: join(local, 'ms-playwright') }[platform] ??
    join(env.XDG_CACHE_HOME ?? join(home, '.cache'), 'ms-playwright');
  const downloads = [puppeteerFolder, join(home, '.cache/puppeteer')];
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = (names) => names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const chrome = {
    linux: [
      ...onPath(['chromium', 'chromium-browser', 'chrome-for-testing']),
      ...downloads.map((folder) => `${folder}/chrome/*/chrome-linux64/chrome`),
      `${playwright}/chromium-*/chrome-linux*/chrome`,
      ...onPath(['google-chrome', 'google-chrome-stable', 'microsoft-edge']),
    ],
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      ...downloads.map(
        (folder) => `${folder}/chrome/*/chrome-mac-*/*.app/Contents/MacOS/Google Chrome for Testing`,
      ),
      `${playwright}/chromium-*/chrome-mac*/*.app/Contents/MacOS/*`,
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [
      `${local}/Chromium/Application/chrome.exe`,
      ...downloads.map((folder) => `${folder}/chrome/*/chrome-win64/chrome.exe`),
      `${playwright}/chromium-*/chrome-win*/chrome.exe`,
      `${programs}/Google/Chrome/Application/chrome.exe`,
      `${programs} (x86)/Microsoft/Edge/Application/msedge.exe`,
    ],
  };
  const firefox = {
    linux: [
      ...onPath(['firefox-esr', 'firefox']),
      ...downloads.map((folder) => `${folder}/firefox/*/firefox/firefox`),
    ],
    darwin: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      ...downloads.map((folder) => `${folder}/firefox/*/Firefox.app/Contents/MacOS/firefox`),
    ],
    win32: [
      `${programs}/Mozilla Firefox/firefox.exe`,
      ...downloads.map((folder) => `${folder}/firefox/*/core/firefox.exe`),
    ],
  };
  const nginx = {
    // Of a user who is no administrator /usr/sbin is not on the path.
    linux: [...onPath(['nginx']), '/usr/sbin/nginx', '/usr/local/sbin/nginx', `${nginxFolder}/nginx`],
    darwin: [...onPath(['nginx']), '/opt/homebrew/bin/nginx', '/usr/local/bin/nginx'],
    win32: onPath(['nginx.exe']),
  };
  const patterns = { chromium: chrome, firefox, nginx }[kind];
  const found = (patterns[platform] ?? patterns.linux).flatMap(expand);
  // /bin and /usr/bin are often the same folder: one program is tried, and told about, once.
  return [...new Map(found.reverse().map((path) => [realpathSync(path), path])).values()].reverse();
}

function versionOf(kind, path) {
  if (!existsSync(path)) return '';
  if (kind === 'nginx') return spawnSync(path, ['-v'], { encoding: 'utf8', timeout: 15_000 }).stderr ?? '';
  if (platform === 'win32') return windowsVersion(path);
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 15_000 });
  return stdout ?? '';
}

/** On Windows `chrome --version` opens a window; the version is read from the files beside the program instead. */
function windowsVersion(path) {
  if (/firefox\.exe$/i.test(path)) {
    return `Mozilla Firefox ${/^Version=(.*)$/m.exec(readText(join(dirname(path), 'application.ini')))?.[1] ?? ''}`;
  }
  const names = [...readdirSync(dirname(path)), ...path.split(/[\\/]/)];
  const version = names.map((name) => /(\d+\.\d+\.\d+\.\d+)/.exec(name)?.[1]).find(Boolean);
  if (/puppeteer/.test(path)) return `Google Chrome for Testing ${version}`;
  // Playwright names its folders by build, not by version; the build it asks for is always new enough.
  if (/ms-playwright/.test(path)) return `Chromium ${version ?? minimum.chromium}`;
  if (/msedge/i.test(path)) return `Microsoft Edge ${version}`;
  return `${/Google/.test(path) ? 'Google Chrome' : 'Chromium'} ${version}`;
}

function find(kind) {
  return chooseProgram(kind, candidatesFor(kind), (path) => versionOf(kind, path));
}

function say(text) {
  console.error(`setup: ${text}`);
}

/** Runs a command with its output shown; true when it ended well. */
function run(command, args, options = {}) {
  say([command, ...args].join(' '));
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status === 0;
}

/** Runs a tool of node_modules. Of its complaints only the error is shown: a failed download has other ways to follow. */
function runPackageTool([name, ...args]) {
  const windows = platform === 'win32';
  const tool = join(root, 'node_modules/.bin', windows ? `${name}.cmd` : name);
  if (!existsSync(tool)) return;
  say([name, ...args].join(' '));
  const options = { cwd: root, shell: windows, encoding: 'utf8', stdio: ['ignore', 'inherit', 'pipe'] };
  const { status, stderr } = spawnSync(tool, args, options);
  if (status !== 0) say(`  ${/^.*Error:.*$/m.exec(stderr ?? '')?.[0] ?? 'did not work'}`);
}

function runApt(packages, more = []) {
  const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
  return (
    run('apt-get', ['update', '-qq'], options) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...more, ...packages], options)
  );
}

/**
 * Downloads nginx and what it needs and is not there, and unpacks it into `.cache`. Nothing is installed, so no service
 * starts, nobody's web server is touched, and to delete the folder undoes it.
 */
function unpackNginx(packages) {
  const archives = join(nginxFolder, 'archives');
  rmSync(nginxFolder, { recursive: true, force: true });
  mkdirSync(join(archives, 'partial'), { recursive: true });
  if (!runApt(packages, ['--download-only', '-o', `Dir::Cache::archives=${archives}`])) return;
  const files = readdirSync(archives).filter((name) => name.endsWith('.deb'));
  if (!files.every((name) => run('dpkg-deb', ['-x', join(archives, name), nginxFolder]))) return;
  rmSync(archives, { recursive: true });
  const libraries = ['usr/lib/*-linux-gnu*', 'lib/*-linux-gnu*'].flatMap((folder) =>
    expand(join(nginxFolder, folder)),
  );
  const script = `#!/bin/sh\nLD_LIBRARY_PATH='${libraries.join(':')}' exec '${nginxFolder}/usr/sbin/nginx' "$@"\n`;
  writeFileSync(join(nginxFolder, 'nginx'), script, { mode: 0o755 });
}

function installPackages() {
  const lock = readJson(join(root, 'package-lock.json'));
  const installed = readJson(join(root, 'node_modules/.package-lock.json'));
  const reason = installReason(lock, installed, (path) => existsSync(join(root, path)));
  if (!reason) return true;
  say(reason);
  // No package needs its install script here, so none gets to run one.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  return /npm-cli\.js$/.test(env.npm_execpath ?? '')
    ? run(execPath, [env.npm_execpath, ...args])
    : run('npm', args, { shell: platform === 'win32' });
}

function setUpPrograms(kinds) {
  const machine = {
    platform,
    isRoot: process.getuid?.() === 0,
    distribution: distributionOf(readText('/etc/os-release')),
  };
  const found = Object.fromEntries(kinds.map((kind) => [kind, find(kind)]));
  const missing = () => kinds.filter((kind) => !found[kind].path);
  // A program named by the user is never replaced by another one behind their back.
  const wanted = () => missing().filter((kind) => !env[`JAGA_${kind.toUpperCase()}`]);
  const lookAgain = () => {
    for (const kind of wanted()) found[kind] = find(kind);
  };
  for (const tool of downloads(wanted(), puppeteerFolder)) runPackageTool(tool);
  lookAgain();
  const packages = aptPackages(wanted(), machine);
  if (packages.length > 0) runApt(packages);
  const unpacked = unpackedPackages(wanted(), machine);
  if (unpacked.length > 0) unpackNginx(unpacked);
  lookAgain();

  const known = readJson(programFile) ?? {};
  for (const kind of kinds) known[kind] = found[kind].path;
  mkdirSync(dirname(programFile), { recursive: true });
  writeFileSync(programFile, `${JSON.stringify(known, null, 2)}\n`);
  if (missing().length === 0) return true;
  const refused = Object.fromEntries(kinds.map((kind) => [kind, found[kind].refused]));
  console.error(missingMessage(missing(), machine, refused));
  return false;
}

function main() {
  const { engines } = readJson(join(root, 'package.json'));
  const fault = nodeFault(versions.node, engines.node);
  if (fault) {
    say(fault);
    return 1;
  }
  let programs;
  try {
    programs = parseOptions(argv.slice(2));
  } catch (error) {
    say(error.message);
    return 2;
  }
  if (!installPackages()) {
    say('npm ci failed: see above; the network or the lockfile is at fault, then run this again');
    return 1;
  }
  return programs.length === 0 || setUpPrograms(programs) ? 0 : 1;
}

exit(main());
