import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';

/**
 * All that an installed extension may do. A change here widens or narrows what users granted, so it needs a second
 * reviewer and, in Firefox, hosts added by an update are not granted at all.
 */
const hosts = {
  facebook: ['https://www.facebook.com/*', 'https://web.facebook.com/*', 'https://m.facebook.com/*'],
  instagram: ['https://www.instagram.com/*'],
  x: ['https://x.com/*', 'https://twitter.com/*', 'https://mobile.twitter.com/*'],
};

const contentScript = { run_at: 'document_start', all_frames: true, match_origin_as_fallback: true };

const common = {
  manifest_version: 3,
  default_locale: 'id',
  permissions: ['storage', 'scripting', 'alarms'],
  host_permissions: [...hosts.facebook, ...hosts.instagram, ...hosts.x],
  content_scripts: [
    { ...contentScript, matches: hosts.facebook, js: ['content/facebook.js'] },
    { ...contentScript, matches: hosts.instagram, js: ['content/instagram.js'] },
    { ...contentScript, matches: hosts.x, js: ['content/x.js'] },
  ],
  action: {
    default_title: '__MSG_name__',
    default_popup: 'pages/popup/index.html',
    default_icon: { '16': 'icons/icon-16.png', '32': 'icons/icon-32.png' },
  },
  options_ui: { page: 'pages/settings/index.html', open_in_tab: true },
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src https:; " +
      "frame-ancestors 'none'; require-trusted-types-for 'script'",
  },
};

const expected = {
  chromium: {
    ...common,
    storage: { managed_schema: 'managed-schema.json' },
    background: { service_worker: 'background.js' },
    minimum_chrome_version: '121',
  },
  firefox: {
    ...common,
    // Asked for one host at a time, when a person adds a signed list: without it Firefox would tell the host who asks.
    optional_host_permissions: ['https://*/*'],
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: 'jaga-netral@jaganetral.org',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  },
};

/** The manifest without the parts that grant nothing; a key that nobody thought of stays in and differs. */
function granted(manifest: Record<string, unknown>): Record<string, unknown> {
  const { name, description, version, icons, key, ...rest } = manifest;
  return rest;
}

/** Files that the pages' CSP would block, or that are not there. */
function pageFaults(html: string, hasFile: (path: string) => boolean): string[] {
  const faults: string[] = [];
  for (const [, path = ''] of html.matchAll(/\b(?:src|href)="([^"]*)"/g)) {
    if (!hasFile(path)) faults.push(`missing ${path}`);
  }
  if (/<script(?![^>]*\bsrc=)[^>]*>/i.test(html)) faults.push('inline script');
  if (/<style\b|\sstyle=/i.test(html)) faults.push('inline style');
  if (/\son\w+=/i.test(html)) faults.push('inline handler');
  return faults;
}

const out = inject('build');

function readManifest(engine: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(out, engine, 'manifest.json'), 'utf8'));
}

describe.each(['chromium', 'firefox'] as const)('%s', (engine) => {
  test('the manifest grants exactly this', () => {
    expect(granted(readManifest(engine))).toEqual(expected[engine]);
  });

  test.each([
    ['a permission', { permissions: ['storage', 'scripting', 'tabs'] }],
    ['a host', { host_permissions: ['https://*/*'] }],
    ['a page that sites may load', { web_accessible_resources: [] }],
    ['a caller from outside', { externally_connectable: { matches: ['https://x.com/*'] } }],
    ['another incognito mode', { incognito: 'split' }],
    ['a weaker CSP', { content_security_policy: { extension_pages: "script-src 'self'" } }],
  ])('%s more would be seen', (_, change) => {
    expect(granted({ ...readManifest(engine), ...change })).not.toEqual(expected[engine]);
  });

  test('every file that the manifest names is there', () => {
    const named = [...JSON.stringify(readManifest(engine)).matchAll(/"([\w/-]+\.(?:js|html|png))"/g)];
    expect(named.length).toBeGreaterThan(8);
    const missing = named.map(([, path = '']) => path).filter((path) => !existsSync(join(out, engine, path)));
    expect(missing).toEqual([]);
  });

  test('every page has its files and nothing that its CSP blocks', () => {
    const pages = readdirSync(join(out, engine, 'pages'), { recursive: true, encoding: 'utf8' });
    const htmlPages = pages.filter((path) => path.endsWith('.html'));
    expect(htmlPages.length).toBeGreaterThanOrEqual(3);
    for (const page of htmlPages) {
      const path = join(out, engine, 'pages', page);
      const faults = pageFaults(readFileSync(path, 'utf8'), (file) => existsSync(join(dirname(path), file)));
      expect(faults, page).toEqual([]);
    }
  });

  test('the names of both languages are there', () => {
    for (const language of ['id', 'en']) {
      const path = join(out, engine, '_locales', language, 'messages.json');
      expect(JSON.parse(readFileSync(path, 'utf8')).name).toEqual({ message: 'Jaga Netral' });
    }
  });
});

test('the id in Chromium stays: policies, storage and the deploy guide name it', () => {
  const key = Buffer.from(String(readManifest('chromium').key), 'base64');
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 32);
  const id = digest.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
  expect(id).toBe('eecmmephodiflckchfhibgdohnghhikd');
  expect(readManifest('firefox').key).toBeUndefined();
});

test('planted page faults are found', () => {
  const there = () => true;
  expect(pageFaults('<script type="module" src="main.js"></script>', there)).toEqual([]);
  expect(pageFaults('<script src="main.js"></script>', () => false)).toEqual(['missing main.js']);
  expect(pageFaults('<script>run()</script>', there)).toEqual(['inline script']);
  expect(pageFaults('<p style="color: red">', there)).toEqual(['inline style']);
  expect(pageFaults('<body onload="run()">', there)).toEqual(['inline handler']);
});
