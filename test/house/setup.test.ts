import { describe, expect, test } from 'vitest';
import {
  aptPackages,
  chooseProgram,
  distributionOf,
  downloads,
  installReason,
  judgeBrowser,
  judgeNginx,
  type Machine,
  missingMessage,
  nodeFault,
  parseOptions,
  unpackedPackages,
} from '../setup-decisions.mjs';

const debianRoot: Machine = { platform: 'linux', isRoot: true, distribution: 'debian' };

describe('options', () => {
  test('no flag means both browsers, flags choose, --no-browser means none', () => {
    expect(parseOptions([])).toEqual(['chromium', 'firefox']);
    expect(parseOptions(['--browser=firefox'])).toEqual(['firefox']);
    expect(parseOptions(['--browser=firefox', '--browser=chromium'])).toEqual(['chromium', 'firefox']);
    expect(parseOptions(['--no-browser'])).toEqual([]);
  });

  test('--nginx asks for a web server besides, or alone', () => {
    expect(parseOptions(['--nginx'])).toEqual(['chromium', 'firefox', 'nginx']);
    expect(parseOptions(['--browser=firefox', '--nginx'])).toEqual(['firefox', 'nginx']);
    expect(parseOptions(['--no-browser', '--nginx'])).toEqual(['nginx']);
  });

  test('an unknown option is refused, not ignored', () => {
    expect(() => parseOptions(['--browser=safari'])).toThrow('unknown option --browser=safari');
    expect(() => parseOptions(['--quick'])).toThrow('unknown option --quick');
  });
});

test('Node below the engines range is named, Node at or above it is taken', () => {
  expect(nodeFault('20.19.0', '>=20.19')).toBeUndefined();
  expect(nodeFault('24.0.0', '>=20.19')).toBeUndefined();
  expect(nodeFault('20.18.9', '>=20.19')).toContain('Node 20.18.9 is too old: install Node 20.19 or newer');
  expect(nodeFault('18.20.0', '>=20.19')).toContain('too old');
});

describe('npm ci', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/idb': { version: '8.0.4', integrity: 'sha512-a' },
      'node_modules/fsevents': { version: '2.3.3', integrity: 'sha512-b', optional: true },
    },
  };
  const installed = { packages: { 'node_modules/idb': { version: '8.0.4', integrity: 'sha512-a' } } };
  const present = () => true;

  test('is not run when all that the lockfile wants is there', () => {
    expect(installReason(lock, installed, present)).toBeUndefined();
  });

  test('is run on a fresh clone and after a cut-off install', () => {
    expect(installReason(lock, undefined, present)).toBe('node_modules is missing');
    expect(installReason(lock, { packages: {} }, present)).toContain('node_modules/idb');
    expect(installReason(lock, installed, () => false)).toContain('node_modules/idb');
  });

  test.each([
    ['version', { version: '8.0.3', integrity: 'sha512-a' }],
    ['integrity', { version: '8.0.4', integrity: 'sha512-x' }],
  ])('is run when a package has another %s than the lockfile', (_, idb) => {
    expect(installReason(lock, { packages: { 'node_modules/idb': idb } }, present)).toBe(
      'node_modules/idb does not fit package-lock.json',
    );
  });

  test('is run when an optional package is there in another version', () => {
    const other = { packages: { ...installed.packages, 'node_modules/fsevents': { version: '1.0.0' } } };
    expect(installReason(lock, other, present)).toContain('node_modules/fsevents');
  });
});

describe('browsers', () => {
  test.each([
    ['chromium', 'Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)'],
    ['chromium', 'Google Chrome for Testing 150.0.7000.1'],
    ['chromium', 'Google Chrome 136.0.7103.59'],
    ['firefox', 'Mozilla Firefox 153.7.0esr'],
  ] as const)('%s is usable: %s', (kind, text) => {
    expect(judgeBrowser(kind, text).usable).toBe(true);
  });

  test.each([
    ['chromium', 'Google Chrome 137.0.7151.55', 'no longer loads an unpacked extension'],
    ['chromium', 'Microsoft Edge 140.0.1', 'no longer loads an unpacked extension'],
    ['chromium', 'Chromium 120.0.6099.1', 'older than 121'],
    ['chromium', 'Mozilla Firefox 153.0', 'is Mozilla Firefox'],
    ['firefox', 'Mozilla Firefox 128.5.0esr', 'older than 140'],
    ['firefox', 'Chromium 156.0.8078.79', 'is Chromium'],
    ['chromium', '', 'does not start'],
  ] as const)('%s is refused: %s', (kind, text, reason) => {
    expect(judgeBrowser(kind, text)).toMatchObject({ usable: false });
    expect(judgeBrowser(kind, text).reason).toContain(reason);
  });

  test('branded Chrome is passed over for a later Chromium, and no candidate is started in vain', () => {
    const versions: Record<string, string> = {
      '/chrome': 'Google Chrome 150.0.1',
      '/chromium': 'Chromium 150.0.1',
    };
    const asked: string[] = [];
    const choice = chooseProgram('chromium', ['/chrome', '/chromium', '/third'], (path) => {
      asked.push(path);
      return versions[path] ?? '';
    });
    expect(choice.path).toBe('/chromium');
    expect(choice.refused).toEqual([
      '/chrome: Google Chrome 150 no longer loads an unpacked extension from the command line',
    ]);
    expect(asked).toEqual(['/chrome', '/chromium']);
  });
});

describe('nginx', () => {
  test.each([
    ['nginx version: nginx/1.22.1', true, 'nginx 1.22'],
    ['nginx version: nginx/1.18.0 (Ubuntu)', true, 'nginx 1.18'],
    ['nginx version: nginx/2.0.0', true, 'nginx 2.0'],
    ['nginx version: nginx/1.14.2', false, 'nginx 1.14 is older than 1.18'],
    ['error while loading shared libraries: libssl.so.3', false, 'does not start'],
    ['', false, 'does not start'],
  ])('%s', (text, usable, reason) => {
    expect(judgeNginx(text).usable).toBe(usable);
    expect(judgeNginx(text).reason).toContain(reason);
  });

  test('the first that starts is taken, and is judged as nginx', () => {
    const choice = chooseProgram('nginx', ['/broken', '/usr/sbin/nginx'], (path) =>
      path === '/broken' ? '' : 'nginx version: nginx/1.22.1',
    );
    expect(choice.path).toBe('/usr/sbin/nginx');
    expect(choice.refused).toEqual(['/broken: does not start or does not tell a known version']);
  });

  test('is unpacked for root on Debian and Ubuntu, never installed, and no browser tool is asked for it', () => {
    expect(unpackedPackages(['chromium', 'nginx'], debianRoot)).toEqual(['nginx-light']);
    expect(unpackedPackages(['nginx'], { ...debianRoot, distribution: 'ubuntu' })).toEqual(['nginx-light']);
    expect(aptPackages(['nginx'], debianRoot)).toEqual([]);
    expect(aptPackages(['nginx', 'firefox'], debianRoot)).toEqual(['firefox-esr', 'fonts-noto-color-emoji']);
    expect(downloads(['nginx'], '/cache')).toEqual([]);
  });

  test.each([
    ['it is there', ['chromium'], debianRoot],
    ['the user is not root', ['nginx'], { ...debianRoot, isRoot: false }],
    ['the system is another one', ['nginx'], { ...debianRoot, distribution: undefined }],
    ['the platform is another one', ['nginx'], { ...debianRoot, platform: 'darwin' }],
  ] as const)('is left alone when %s', (_, missing, machine) => {
    expect(unpackedPackages(missing, machine)).toEqual([]);
  });
});

describe('installing a browser', () => {
  test('downloads only what is missing', () => {
    expect(downloads([], '/cache')).toEqual([]);
    expect(downloads(['chromium', 'firefox'], '/cache')).toEqual([
      ['playwright', 'install', 'chromium'],
      ['browsers', 'install', 'firefox@stable', '--path', '/cache'],
    ]);
  });

  test('apt is chosen for root on Debian and Ubuntu, with the names of each', () => {
    expect(aptPackages(['chromium', 'firefox'], debianRoot)).toEqual([
      'chromium',
      'firefox-esr',
      'fonts-noto-color-emoji',
    ]);
    expect(aptPackages(['firefox'], { ...debianRoot, distribution: 'ubuntu' })).toEqual([
      'firefox',
      'fonts-noto-color-emoji',
    ]);
  });

  test.each([
    ['nothing is missing', [], debianRoot],
    ['the user is not root', ['chromium'], { ...debianRoot, isRoot: false }],
    ['the system is another one', ['chromium'], { ...debianRoot, distribution: undefined }],
    ['the platform is another one', ['chromium'], { ...debianRoot, platform: 'darwin' }],
  ] as const)('apt is left alone when %s', (_, missing, machine) => {
    expect(aptPackages(missing, machine)).toEqual([]);
  });

  test('the distribution is read from os-release, also of a derivative', () => {
    expect(distributionOf('NAME="Debian GNU/Linux"\nID=debian\n')).toBe('debian');
    expect(distributionOf('ID=ubuntu\nID_LIKE=debian\n')).toBe('ubuntu');
    expect(distributionOf('ID=linuxmint\nID_LIKE="ubuntu debian"\n')).toBe('ubuntu');
    expect(distributionOf('ID=fedora\n')).toBeUndefined();
    expect(distributionOf('')).toBeUndefined();
  });
});

describe('when nothing can be had, the message says what to install', () => {
  const user: Machine = { ...debianRoot, isRoot: false };

  test('on Debian, with the reason against a branded Chrome', () => {
    const refused = { chromium: ['/usr/bin/google-chrome: Google Chrome 150 no longer loads'] };
    expect(missingMessage(['chromium', 'firefox'], user, refused)).toBe(
      [
        'No usable Chromium or Chrome for Testing (version 121 or newer).',
        '  not usable: /usr/bin/google-chrome: Google Chrome 150 no longer loads',
        '  install: sudo apt-get install chromium   (Fedora: sudo dnf install chromium)',
        '  or:      npx playwright install chromium',
        '  or set:  JAGA_CHROMIUM=/path/to/chromium',
        'No usable Firefox (version 140 or newer).',
        '  install: sudo apt-get install firefox-esr   (Fedora: sudo dnf install firefox)',
        '  or set:  JAGA_FIREFOX=/path/to/firefox',
      ].join('\n'),
    );
  });

  test('of nginx', () => {
    const refused = { nginx: ['/opt/nginx: nginx 1.14 is older than 1.18'] };
    expect(missingMessage(['nginx'], user, refused)).toBe(
      [
        'No usable nginx (version 1.18 or newer).',
        '  not usable: /opt/nginx: nginx 1.14 is older than 1.18',
        '  install: sudo apt-get install nginx-light   (Fedora: sudo dnf install nginx)',
        '  or set:  JAGA_NGINX=/path/to/nginx',
      ].join('\n'),
    );
    expect(missingMessage(['nginx'], { ...user, platform: 'darwin' }, {})).toContain('brew install nginx');
  });

  test.each([
    ['ubuntu', { ...user, distribution: 'ubuntu' }, 'sudo snap install chromium'],
    ['macOS', { ...user, platform: 'darwin', distribution: undefined }, 'brew install --cask chromium'],
    ['Windows', { ...user, platform: 'win32', distribution: undefined }, 'winget install Hibbiki.Chromium'],
    [
      'an unknown system',
      { ...user, platform: 'freebsd', distribution: undefined },
      'apt-get install chromium',
    ],
  ] as const)('on %s', (_, machine, way) => {
    expect(missingMessage(['chromium'], machine, {})).toContain(way);
  });
});
