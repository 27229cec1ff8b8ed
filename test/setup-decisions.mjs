/** The decisions of test/setup.mjs, apart from the probes and commands so that invented machines can test them. */

/** Lowest versions that the manifest accepts, and the first branded Chrome that cannot load an unpacked extension. */
export const minimum = { chromium: 121, firefox: 140 };
const brandedLimit = 137;
/** The oldest nginx of a Debian or Ubuntu that is still cared for. */
const minimumNginx = { major: 1, minor: 18 };

/** Programs asked for on the command line; throws on an option it does not know. */
export function parseOptions(args) {
  const known = ['chromium', 'firefox'];
  const chosen = new Set();
  for (const argument of args) {
    const name = /^--browser=(.+)$/.exec(argument)?.[1];
    if (known.includes(name)) chosen.add(name);
    else if (!['--no-browser', '--nginx'].includes(argument)) throw new Error(`unknown option ${argument}`);
  }
  const others = args.includes('--nginx') ? ['nginx'] : [];
  if (args.includes('--no-browser')) return others;
  return [...(chosen.size === 0 ? known : known.filter((name) => chosen.has(name))), ...others];
}

/** Why this Node cannot be used, or undefined. `range` is `engines.node`, always of the form `>=major.minor`. */
export function nodeFault(version, range) {
  const [wantedMajor, wantedMinor] = range.replace('>=', '').split('.').map(Number);
  const [major, minor] = version.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return undefined;
  return `Node ${version} is too old: install Node ${range.replace('>=', '')} or newer from https://nodejs.org`;
}

/**
 * Why `npm ci` must run, or undefined. `installed` is the parsed node_modules/.package-lock.json, `hasFolder(path)`
 * tells whether a package folder is there. Optional packages of other systems may be absent.
 */
export function installReason(lock, installed, hasFolder) {
  if (!installed?.packages) return 'node_modules is missing';
  for (const [path, wanted] of Object.entries(lock.packages)) {
    if (path === '') continue;
    const found = installed.packages[path];
    if (!found && wanted.optional) continue;
    if (found?.version !== wanted.version || found?.integrity !== wanted.integrity || !hasFolder(path)) {
      return `${path} does not fit package-lock.json`;
    }
  }
  return undefined;
}

/** What `--version` (or, on Windows, path and folder names) says about a browser: usable, or why not. */
export function judgeBrowser(kind, versionText) {
  const found =
    /(Google Chrome for Testing|Google Chrome|Microsoft Edge|Chromium|Mozilla Firefox)\D*(\d+)/.exec(
      versionText,
    );
  if (!found) return { usable: false, reason: 'does not start or does not tell a known version' };
  const [, brand = '', digits] = found;
  const version = Number(digits);
  if ((brand === 'Mozilla Firefox') !== (kind === 'firefox')) return { usable: false, reason: `is ${brand}` };
  if (version < minimum[kind]) {
    return { usable: false, reason: `${brand} ${version} is older than ${minimum[kind]}` };
  }
  if ((brand === 'Google Chrome' || brand === 'Microsoft Edge') && version >= brandedLimit) {
    return {
      usable: false,
      reason: `${brand} ${version} no longer loads an unpacked extension from the command line`,
    };
  }
  return { usable: true, reason: `${brand} ${version}` };
}

/** What `nginx -v` says: usable, or why not. */
export function judgeNginx(versionText) {
  const found = /nginx\/(\d+)\.(\d+)/.exec(versionText);
  if (!found) return { usable: false, reason: 'does not start or does not tell a known version' };
  const [major, minor] = found.slice(1).map(Number);
  const isNew = major > minimumNginx.major || (major === minimumNginx.major && minor >= minimumNginx.minor);
  if (isNew) return { usable: true, reason: `nginx ${major}.${minor}` };
  const wanted = `${minimumNginx.major}.${minimumNginx.minor}`;
  return { usable: false, reason: `nginx ${major}.${minor} is older than ${wanted}` };
}

/** First usable candidate, and the reasons against those before it. `version(path)` gives '' when it does not start. */
export function chooseProgram(kind, candidates, version) {
  const refused = [];
  for (const path of candidates) {
    const text = version(path);
    const { usable, reason } = kind === 'nginx' ? judgeNginx(text) : judgeBrowser(kind, text);
    if (usable) return { path, refused };
    refused.push(`${path}: ${reason}`);
  }
  return { path: undefined, refused };
}

/** Package tools, with arguments, that download the missing browsers: Playwright's cache, or Firefox into `folder`. */
export function downloads(missing, folder) {
  const tools = {
    chromium: ['playwright', 'install', 'chromium'],
    firefox: ['browsers', 'install', 'firefox@stable', '--path', folder],
  };
  return missing.flatMap((kind) => (tools[kind] ? [tools[kind]] : []));
}

/** Whether packages of Debian may be had here: as root only, never through sudo. */
function hasApt({ platform, isRoot, distribution }) {
  return platform === 'linux' && isRoot && distribution !== undefined;
}

/** Debian packages to download and unpack, not to install: an installed nginx would be started as a service. */
export function unpackedPackages(missing, machine) {
  return missing.includes('nginx') && hasApt(machine) ? ['nginx-light'] : [];
}

/** Debian packages to install for browsers that are still missing. */
export function aptPackages(missing, machine) {
  const browsers = missing.filter((kind) => kind !== 'nginx');
  if (browsers.length === 0 || !hasApt(machine)) return [];
  const names = {
    debian: { chromium: 'chromium', firefox: 'firefox-esr' },
    ubuntu: { chromium: 'chromium-browser', firefox: 'firefox' },
  }[machine.distribution];
  // Without an emoji font the fixtures and screenshots show empty boxes.
  return [...browsers.map((kind) => names[kind]), 'fonts-noto-color-emoji'];
}

/** What the person must do when nothing worked, with the reasons against programs that were seen. */
export function missingMessage(missing, machine, refused) {
  const ways = {
    linux: {
      chromium: 'sudo apt-get install chromium   (Fedora: sudo dnf install chromium)',
      firefox: 'sudo apt-get install firefox-esr   (Fedora: sudo dnf install firefox)',
      nginx: 'sudo apt-get install nginx-light   (Fedora: sudo dnf install nginx)',
    },
    darwin: {
      chromium: 'brew install --cask chromium',
      firefox: 'brew install --cask firefox',
      nginx: 'brew install nginx',
    },
    win32: {
      chromium: 'winget install Hibbiki.Chromium',
      firefox: 'winget install Mozilla.Firefox',
      nginx: 'download it from https://nginx.org/en/download.html',
    },
  };
  const titles = { chromium: 'Chromium or Chrome for Testing', firefox: 'Firefox', nginx: 'nginx' };
  const versions = { ...minimum, nginx: `${minimumNginx.major}.${minimumNginx.minor}` };
  if (machine.distribution === 'ubuntu') {
    ways.linux.chromium = 'sudo snap install chromium';
    ways.linux.firefox = 'sudo snap install firefox';
  }
  const lines = [];
  for (const kind of missing) {
    lines.push(`No usable ${titles[kind]} (version ${versions[kind]} or newer).`);
    for (const reason of refused[kind] ?? []) lines.push(`  not usable: ${reason}`);
    lines.push(`  install: ${(ways[machine.platform] ?? ways.linux)[kind]}`);
    if (kind === 'chromium') lines.push('  or:      npx playwright install chromium');
    lines.push(`  or set:  JAGA_${kind.toUpperCase()}=/path/to/${kind}`);
  }
  return lines.join('\n');
}

/** `debian`, `ubuntu` or undefined, from the text of /etc/os-release. */
export function distributionOf(osRelease) {
  const value = (name) => new RegExp(`^${name}="?([^"\\n]*)`, 'm').exec(osRelease)?.[1] ?? '';
  const words = [value('ID'), ...value('ID_LIKE').split(' ')];
  return words.find((word) => word === 'ubuntu' || word === 'debian');
}
