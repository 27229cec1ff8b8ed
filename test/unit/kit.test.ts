import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { BROWSERS, KIT_BROWSERS } from '../../src/core/kit/browsers.ts';
import { newKitForm } from '../../src/core/kit/form.ts';
import { WINDOWS_TEXT_LIMIT } from '../../src/core/kit/registry.ts';
import { readPolicy } from '../../src/core/settings/policy.ts';
import { triesOf } from '../extent.ts';
import {
  allBelow,
  asChromium,
  enable,
  filledIn,
  fullForm,
  joined,
  kitOf,
  oneBelow,
  publicKey,
  type RegistryKeys,
  readPlist,
  readPowerShell,
  readReg,
  readXml,
  sha256,
  textOf,
} from './kit-readers.ts';

type Files = ReadonlyMap<string, string>;

const HKLM = 'HKEY_LOCAL_MACHINE\\';
const CHROME = fullForm.chrome.id;
const EDGE = fullForm.edge.id;
const FIREFOX = fullForm.firefox.id;

/** What the browser hands to the extension out of the registry, for each of the three. */
function policiesOf(keys: RegistryKeys, ids = { chrome: CHROME, edge: EDGE, firefox: FIREFOX }) {
  const chromium = (browser: 'chrome' | 'edge') => {
    const values = keys.get(
      `${HKLM}${BROWSERS[browser].registry}\\3rdparty\\extensions\\${ids[browser]}\\policy`,
    );
    return values && asChromium(values);
  };
  const firefox = keys.get(`${HKLM}${BROWSERS.firefox.registry}\\3rdparty\\Extensions`)?.get(ids.firefox);
  return {
    chrome: chromium('chrome'),
    edge: chromium('edge'),
    firefox: firefox === undefined ? undefined : JSON.parse(String(firefox)),
  };
}

const INTUNE = /^\.\/Device\/Vendor\/MSFT\/Policy\/Config\/(\w+)~Policy~(\w+)~(\w+)\/(\w+)$/;

/** What Windows writes for the settings of an Intune profile: the first brings the ADMX file, the others enable. */
function readIntune(text: string): RegistryKeys {
  const [ingest, ...policies] = JSON.parse(text).omaSettings;
  const application =
    /^\.\/Device\/Vendor\/MSFT\/Policy\/ConfigOperations\/ADMXInstall\/(\w+)\/Policy\/\w+$/.exec(
      ingest.omaUri,
    )?.[1];
  const admx = readXml(ingest.value);
  return joined(
    ...policies.map(({ omaUri, value }: { omaUri: string; value: string }) => {
      const [, name, parent, category = '', policy = ''] = INTUNE.exec(omaUri) ?? [];
      expect(name).toBe(application);
      const [place] = oneBelow(admx, 'policy', { name: policy }).children;
      expect(place?.attributes.ref).toBe(category);
      expect(oneBelow(admx, 'category', { name: category }).children[0]?.attributes.ref).toBe(parent);
      const [enabled, ...data] = readXml(`<payload>${value}</payload>`).children;
      expect(enabled?.name).toBe('enabled');
      const fields = data.map(({ attributes: { id = '', value: given = '' } }) => [id, given] as const);
      return enable(admx, policy, new Map(fields));
    }),
  );
}

/** Each place of a kit that holds the values of the policy, with the values as the extension would get them. */
function everyPolicy(files: Files): [string, unknown][] {
  const json = (path: string) => JSON.parse(textOf(files, path));
  const found: [string, unknown][] = [];
  for (const browser of ['chrome', 'edge'] as const) {
    const id = { chrome: CHROME, edge: EDGE }[browser];
    const { macos } = BROWSERS[browser];
    found.push([
      `linux ${browser}`,
      json(`linux/etc/opt/${browser}/policies/managed/jaga-netral.json`)['3rdparty'].extensions[id],
    ]);
    found.push([`plist ${browser}`, readPlist(textOf(files, `macos/${macos}.extensions.${id}.plist`))]);
  }
  found.push([
    'linux chromium',
    json('linux/etc/chromium/policies/managed/jaga-netral.json')['3rdparty'].extensions[CHROME],
  ]);
  const admin = Object.entries<{ Value: unknown }>(json('google-admin/chrome.json'));
  found.push(['google admin', Object.fromEntries(admin.map(([key, { Value }]) => [key, Value]))]);
  for (const path of ['firefox/policies.json', 'linux/etc/firefox/policies/policies.json']) {
    found.push([path, json(path).policies['3rdparty'].Extensions[FIREFOX]]);
  }
  const firefox = z
    .object({ '3rdparty': z.object({ Extensions: z.record(z.string(), z.unknown()) }) })
    .parse(readPlist(textOf(files, 'macos/org.mozilla.firefox.plist')));
  found.push(['plist firefox', firefox['3rdparty'].Extensions[FIREFOX]]);
  for (const browser of KIT_BROWSERS) {
    const payloads = readPlist(textOf(files, `macos/jaga-netral-${browser}.mobileconfig`)).PayloadContent;
    for (const payload of payloads as Record<string, unknown>[]) {
      const {
        PayloadDisplayName,
        PayloadEnabled,
        PayloadIdentifier,
        PayloadType,
        PayloadUUID,
        PayloadVersion,
        ...rest
      } = payload;
      const type = String(PayloadType);
      if (type.includes('.extensions.')) found.push([`profile ${browser}`, rest]);
      if (browser === 'firefox') {
        const extensions = (rest['3rdparty'] as { Extensions: Record<string, unknown> }).Extensions;
        found.push(['profile firefox', extensions[FIREFOX]]);
      }
    }
    const registry = {
      reg: readReg(textOf(files, `windows/jaga-netral-${browser}.reg`)).set,
      ps1: readPowerShell(textOf(files, `windows/jaga-netral-${browser}.ps1`)),
    };
    for (const [kind, keys] of Object.entries(registry)) {
      found.push([`${kind} ${browser}`, policiesOf(keys)[browser]]);
    }
    if (browser !== 'edge') {
      found.push([
        `intune ${browser}`,
        policiesOf(readIntune(textOf(files, `windows/intune-${browser}.json`)))[browser],
      ]);
    }
    const admx = readXml(textOf(files, 'windows/PolicyDefinitions/jaga-netral.admx'));
    for (const language of ['id-ID', 'en-US']) {
      const adml = readXml(textOf(files, `windows/PolicyDefinitions/${language}/jaga-netral.adml`));
      const name = `${browser}_settings`;
      const keys = enable(admx, name, filledIn(admx, adml, name));
      found.push([`admx ${browser} ${language}`, policiesOf(keys)[browser]]);
    }
  }
  return found;
}

describe('a kit', () => {
  it('holds the values of the form in every format, as the extension accepts them', async () => {
    const places = everyPolicy(await kitOf(fullForm));
    expect(places).toHaveLength(26);
    for (const [place, value] of places) {
      expect(readPolicy(value), place).toEqual({ policy: fullForm.policy, faults: [] });
    }
  });

  it('holds a name of ASCII signs that mean something to one format or another', async () => {
    const policy = { agencyName: `Dinas 'A' "B" $(x) \`b\` \\ %c% <d> & ]]>` };
    for (const [place, value] of everyPolicy(await kitOf({ ...fullForm, policy }))) {
      expect(readPolicy(value), place).toEqual({ policy, faults: [] });
    }
  });

  const forms = triesOf(40);
  it(`holds any values that a form may have: ${forms} random forms`, async () => {
    const key = fc.constantFrom('a', 'b', 'Z', '9', '_', '-').map(publicKey);
    const name = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 60 })
      .filter(
        (text) =>
          readPolicy({ agencyName: text }).faults.length === 0 && !/[\ufffe\uffff\u2028\u2029]/.test(text),
      );
    const source = fc.record({
      url: fc.constantFrom(
        'https://a.go.id/x.jpack',
        'https://a.go.id/~x/%20.jpack',
        'data:application/json;base64,e30=',
      ),
      packId: fc.constantFrom('a', 'b-1', 'contoh-2030:x.y'),
      signingKeys: fc.array(key, { minLength: 1, maxLength: 3 }),
      recoveryKey: key,
    });
    const policy = fc.record(
      {
        agencyName: name,
        maxLogLevel: fc.integer({ min: 0, max: 2 }),
        maxRetentionDays: fc.integer({ min: 1, max: 90 }),
        disableExport: fc.boolean(),
        disableUserPacks: fc.boolean(),
        packSources: fc.uniqueArray(source, { maxLength: 3, selector: ({ packId }) => packId }),
        revokedKeys: fc.uniqueArray(key, { maxLength: 3 }),
      },
      { requiredKeys: ['disableExport'] },
    );
    await fc.assert(
      fc.asyncProperty(policy, name, async (values, agency) => {
        for (const [place, value] of everyPolicy(await kitOf({ ...fullForm, agency, policy: values }))) {
          expect(readPolicy(value), place).toEqual({ policy: values, faults: [] });
        }
      }),
      { numRuns: forms },
    );
  });

  const entries = {
    chrome: {
      installation_mode: 'force_installed',
      update_url: 'https://paket.contoh.go.id/jaga-netral/update.xml',
      override_update_url: true,
    },
    edge: {
      installation_mode: 'force_installed',
      update_url: 'https://edge.microsoft.com/extensionwebstorebase/v1/crx',
    },
    firefox: {
      installation_mode: 'force_installed',
      install_url: 'https://paket.contoh.go.id/jaga-netral/jaga-netral-0.1.0.xpi',
    },
  };

  it.each(KIT_BROWSERS)('installs in %s by every format', async (browser) => {
    const files = await kitOf(fullForm);
    const id = { chrome: CHROME, edge: EDGE, firefox: FIREFOX }[browser];
    const settings = { [id]: entries[browser] };
    const { registry, macos } = BROWSERS[browser];
    const key = `${HKLM}${registry}\\ExtensionSettings\\${id}`;
    // Chromium turns 1 into true by its own schema of this policy.
    const inRegistry = new Map(
      Object.entries(entries[browser]).map(([name, data]) => [name, data === true ? 1 : data]),
    );
    const admx = readXml(textOf(files, 'windows/PolicyDefinitions/jaga-netral.admx'));
    expect(readReg(textOf(files, `windows/jaga-netral-${browser}.reg`)).set.get(key)).toEqual(inRegistry);
    expect(readPowerShell(textOf(files, `windows/jaga-netral-${browser}.ps1`)).get(key)).toEqual(inRegistry);
    expect(enable(admx, `${browser}_install`, new Map()).get(key)).toEqual(inRegistry);
    if (browser !== 'edge') {
      expect(readIntune(textOf(files, `windows/intune-${browser}.json`)).get(key)).toEqual(inRegistry);
    }
    const profile = readPlist(textOf(files, `macos/jaga-netral-${browser}.mobileconfig`));
    const [payload] = profile.PayloadContent as Record<string, unknown>[];
    expect(payload?.ExtensionSettings).toEqual(settings);
    expect(readPlist(textOf(files, `macos/${macos}.plist`)).ExtensionSettings).toEqual(settings);
    const linux =
      browser === 'firefox'
        ? JSON.parse(textOf(files, 'firefox/policies.json')).policies
        : JSON.parse(textOf(files, `linux/etc/opt/${browser}/policies/managed/jaga-netral.json`));
    expect(linux.ExtensionSettings).toEqual(settings);
  });

  it('takes each browser from its store, or Edge from that of Chrome, and asks for nothing when told so', async () => {
    const stores = { agency: 'A', policy: { maxLogLevel: 0 } };
    const chromium = async (form: object, browser: string) =>
      JSON.parse(textOf(await kitOf(form), `linux/etc/opt/${browser}/policies/managed/jaga-netral.json`));
    const entry = (update_url: string) => ({
      [CHROME]: { installation_mode: 'force_installed', update_url },
    });
    const chromeStore = entry('https://clients2.google.com/service/update2/crx');
    expect((await chromium(stores, 'chrome')).ExtensionSettings).toEqual(chromeStore);
    expect((await chromium(stores, 'edge')).ExtensionSettings).toEqual(chromeStore);
    expect(
      JSON.parse(textOf(await kitOf(stores), 'firefox/policies.json')).policies.ExtensionSettings,
    ).toEqual({
      [FIREFOX]: {
        installation_mode: 'force_installed',
        install_url: `https://addons.mozilla.org/firefox/downloads/latest/${FIREFOX}/latest.xpi`,
      },
    });
    const none = {
      ...stores,
      chrome: { install: 'none' },
      edge: { install: 'none' },
      firefox: { install: 'none' },
    };
    const files = await kitOf(none);
    expect([...files].filter(([, text]) => /installation_mode/.test(text))).toEqual([]);
    expect(files.has('macos/com.google.Chrome.plist')).toBe(false);
    expect(files.has('web-server/update.xml')).toBe(false);
  });

  it('leaves out what sets nothing: a form with installation only', async () => {
    const files = await kitOf({ agency: 'A', edge: { install: 'none' }, firefox: { install: 'none' } });
    expect([...files.keys()].filter((path) => /edge|firefox|extensions|google-admin/.test(path))).toEqual([]);
    const admx = readXml(textOf(files, 'windows/PolicyDefinitions/jaga-netral.admx'));
    expect(allBelow(admx, 'policy').map(({ attributes }) => attributes.name)).toEqual(['chrome_install']);
  });

  it('removes by its .reg files what it sets by them, and nothing of others', async () => {
    const files = await kitOf(fullForm);
    for (const browser of KIT_BROWSERS) {
      const { set } = readReg(textOf(files, `windows/jaga-netral-${browser}.reg`));
      const removal = readReg(textOf(files, `windows/hapus-jaga-netral-${browser}.reg`));
      const id = { chrome: CHROME, edge: EDGE, firefox: FIREFOX }[browser];
      expect(removal.set).toEqual(new Map());
      expect(removal.removedKeys.every((key) => key.endsWith(`\\${id}`))).toBe(true);
      const left = [...set].flatMap(([key, values]) =>
        removal.removedKeys.some((gone) => key === gone || key.startsWith(`${gone}\\`))
          ? []
          : [...values.keys()].map((name) => [key, name]),
      );
      expect(left).toEqual(removal.removedValues);
    }
  });

  it('leaves Windows out where a value is too long for the registry, and says so', async () => {
    const url = `data:application/json;base64,${'A'.repeat(WINDOWS_TEXT_LIMIT)}`;
    const [source] = fullForm.policy.packSources;
    const files = await kitOf({ ...fullForm, policy: { packSources: [{ ...source, url }] } });
    expect([...files.keys()].filter((path) => path.startsWith('windows/'))).toEqual([]);
    expect(textOf(files, 'BACA-SAYA.html')).toContain('Berkas untuk Windows tidak dibuat');
    expect(textOf(await kitOf(fullForm), 'BACA-SAYA.html')).not.toContain(
      'Berkas untuk Windows tidak dibuat',
    );
    const plain = JSON.parse(textOf(files, 'firefox/policies.json'));
    expect(plain.policies['3rdparty'].Extensions[FIREFOX].packSources[0].url).toBe(url);
  });

  it('is the same for the same form, and its checksums are right', async () => {
    const files = await kitOf(fullForm);
    expect([...(await kitOf(JSON.parse(textOf(files, 'form.json'))))]).toEqual([...files]);
    const sums = textOf(files, 'SHA256SUMS')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('  '));
    expect(sums.map(([, path]) => path)).toEqual([...files.keys()].filter((path) => path !== 'SHA256SUMS'));
    for (const [sum, path = ''] of sums) expect(sum).toBe(sha256(textOf(files, path)));
  });

  it('is made of a form that nobody filled in', async () => {
    const files = await kitOf(newKitForm());
    expect(JSON.parse(textOf(files, 'google-admin/chrome.json')).maxLogLevel).toEqual({ Value: 0 });
  });
});

describe('shapes that are documented', () => {
  const identifier = z.string().check(z.regex(/^[a-p]{32}$/));
  const chromium = z.strictObject({
    '3rdparty': z.strictObject({ extensions: z.record(identifier, z.record(z.string(), z.unknown())) }),
    ExtensionSettings: z.record(
      identifier,
      z.strictObject({
        installation_mode: z.literal('force_installed'),
        update_url: z.url(),
        override_update_url: z.optional(z.literal(true)),
      }),
    ),
  });
  const firefox = z.strictObject({
    policies: z.strictObject({
      '3rdparty': z.strictObject({ Extensions: z.record(z.string(), z.record(z.string(), z.unknown())) }),
      ExtensionSettings: z.record(
        z.string(),
        z.strictObject({ installation_mode: z.literal('force_installed'), install_url: z.url() }),
      ),
    }),
  });
  const intune = z.strictObject({
    '@odata.type': z.literal('#microsoft.graph.windows10CustomConfiguration'),
    displayName: z.string().check(z.minLength(1)),
    description: z.string(),
    omaSettings: z
      .array(
        z.strictObject({
          '@odata.type': z.literal('#microsoft.graph.omaSettingString'),
          displayName: z.string().check(z.minLength(1)),
          omaUri: z.string().check(z.startsWith('./Device/Vendor/MSFT/Policy/')),
          value: z.string().check(z.minLength(1)),
        }),
      )
      .check(z.maxLength(1000)),
  });
  const updates = z.strictObject({
    addons: z.record(
      z.string(),
      z.strictObject({
        updates: z.array(
          z.strictObject({
            version: z.string(),
            update_link: z.url(),
            update_hash: z.optional(z.string().check(z.regex(/^sha(256|512):[0-9a-f]+$/))),
            applications: z.strictObject({ gecko: z.strictObject({ strict_min_version: z.string() }) }),
          }),
        ),
      }),
    ),
  });

  it.each([
    ['linux/etc/chromium/policies/managed/jaga-netral.json', chromium],
    ['linux/etc/opt/chrome/policies/managed/jaga-netral.json', chromium],
    ['linux/etc/opt/edge/policies/managed/jaga-netral.json', chromium],
    ['firefox/policies.json', firefox],
    ['windows/intune-chrome.json', intune],
    ['windows/intune-firefox.json', intune],
    ['web-server/updates.json', updates],
  ])('%s', async (path, schema) => {
    expect(schema.parse(JSON.parse(textOf(await kitOf(fullForm), path)))).toBeTruthy();
  });

  it('device management gets no key below Software\\Policies\\Microsoft, which Windows refuses', async () => {
    const files = await kitOf(fullForm);
    const admx = ['chrome', 'firefox'].map((browser) => textOf(files, `windows/intune-${browser}.json`));
    expect(admx.filter((text) => /software\\+(policies\\+)?microsoft/i.test(text))).toEqual([]);
    expect(files.has('windows/intune-edge.json')).toBe(false);
  });

  it.each(KIT_BROWSERS)('the profile for %s has what Apple asks for', async (browser) => {
    const profile = readPlist(textOf(await kitOf(fullForm), `macos/jaga-netral-${browser}.mobileconfig`));
    const uuid = z
      .string()
      .check(z.regex(/^[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/));
    const common = { PayloadIdentifier: z.string(), PayloadUUID: uuid, PayloadVersion: z.literal(1) };
    const parsed = z
      .object({
        ...common,
        PayloadType: z.literal('Configuration'),
        PayloadScope: z.literal('System'),
        PayloadOrganization: z.literal(fullForm.agency),
        PayloadContent: z.array(z.object({ ...common, PayloadType: z.string() })),
      })
      .parse(profile);
    const all = [parsed, ...parsed.PayloadContent];
    expect(new Set(all.map(({ PayloadUUID }) => PayloadUUID)).size).toBe(all.length);
    expect(new Set(all.map(({ PayloadIdentifier }) => PayloadIdentifier)).size).toBe(all.length);
    const { macos } = BROWSERS[browser];
    expect(parsed.PayloadContent.map(({ PayloadType }) => PayloadType)).toEqual(
      browser === 'firefox'
        ? [macos]
        : [macos, `${macos}.extensions.${{ chrome: CHROME, edge: EDGE }[browser]}`],
    );
  });

  it('Firefox on macOS is told that policies are on', async () => {
    const plist = readPlist(textOf(await kitOf(fullForm), 'macos/org.mozilla.firefox.plist'));
    expect(plist.EnterprisePoliciesEnabled).toBe(true);
  });

  it('update.xml names each id of an own package once, with its version, address and hash', async () => {
    const both = { ...fullForm, edge: { install: 'self', id: EDGE } };
    const apps = (text: string) =>
      allBelow(readXml(text), 'app').map((app) => [
        app.attributes.appid,
        ...['codebase', 'version', 'hash_sha256'].map((name) => app.children[0]?.attributes[name]),
      ]);
    const rest = ['https://paket.contoh.go.id/jaga-netral/jaga-netral-0.1.0.crx', '0.1.0', 'a1'.repeat(32)];
    expect(apps(textOf(await kitOf(both), 'web-server/update.xml'))).toEqual([
      [CHROME, ...rest],
      [EDGE, ...rest],
    ]);
    const same = { ...fullForm, edge: { install: 'self', id: CHROME } };
    for (const form of [fullForm, same]) {
      expect(apps(textOf(await kitOf(form), 'web-server/update.xml'))).toEqual([[CHROME, ...rest]]);
    }
    const root = readXml(textOf(await kitOf(fullForm), 'web-server/update.xml'));
    expect([root.namespace, root.attributes.protocol]).toEqual([
      'http://www.google.com/update2/response',
      '2.0',
    ]);
  });

  it('each web server sends a signed list with the headers that the extension needs', async () => {
    const files = await kitOf(fullForm);
    const iis = readXml(textOf(files, 'web-server/web.config'));
    const headers = oneBelow(iis, 'customHeaders').children.map(({ attributes: { name, value } }) => [
      name,
      value,
    ]);
    expect(headers).toEqual([
      ['Access-Control-Allow-Origin', '*'],
      ['Cache-Control', 'no-cache'],
      ['X-Content-Type-Options', 'nosniff'],
    ]);
    expect(oneBelow(iis, 'mimeMap', { fileExtension: '.jpack' }).attributes.mimeType).toBe(
      'application/json',
    );
    for (const path of ['web-server/nginx.conf', 'web-server/apache.htaccess']) {
      const text = textOf(files, path);
      expect(text, path).toMatch(/Access-Control-Allow-Origin "\*"/);
      expect(text, path).toMatch(/Cache-Control "no-cache"/);
      expect(text, path).toMatch(/application\/json/);
      expect(text, path).not.toMatch(/redirect|return 30\d|rewrite/i);
    }
  });
});

describe('pages for people', () => {
  const pages = [
    'BACA-SAYA.html',
    'README.html',
    'pernyataan-untuk-instansi.html',
    'statement-for-the-agency.html',
  ];

  it.each(pages)('%s shows the text of the form as text, and loads nothing', async (path) => {
    const hostile = '<img src=x onerror=alert(1)> "x" & </p><script>alert(1)</script>';
    const text = textOf(await kitOf({ ...fullForm, agency: hostile, contact: hostile }), path);
    const { document } = new JSDOM(text).window;
    expect(document.querySelectorAll('script, img, link, iframe, a, [onerror]')).toHaveLength(0);
    expect(document.body.textContent).toContain(hostile);
    expect(document.documentElement.lang).toBe(/README|statement/.test(path) ? 'en' : 'id');
  });

  it('the guide names no file that is not in the kit, and has each value of the form', async () => {
    for (const [form, path] of [
      [fullForm, 'BACA-SAYA.html'],
      [fullForm, 'README.html'],
    ] as const) {
      const files = await kitOf(form);
      const { document } = new JSDOM(textOf(files, path)).window;
      const named = [...document.querySelectorAll('code, pre')].flatMap(({ textContent }) =>
        [
          ...(textContent ?? '').matchAll(/(?<![\w/.])(?:windows|linux|macos|firefox|web-server)\/[\w./-]+/g),
        ].map(([name]) => name),
      );
      expect(named.length).toBeGreaterThan(15);
      expect(
        named.filter(
          (name) => ![...files.keys()].some((file) => file === name || file.startsWith(`${name}/`)),
        ),
      ).toEqual([]);
      const text = document.body.textContent ?? '';
      for (const value of [
        '14',
        CHROME,
        EDGE,
        FIREFOX,
        'https://paket.contoh.go.id/daftar/contoh.jpack',
        form.contact.replaceAll('`', ''),
      ]) {
        expect(text, value).toContain(value);
      }
    }
  });

  it('the guide speaks of a web server where one is needed, and only there', async () => {
    const guide = async (form: object) => textOf(await kitOf(form), 'BACA-SAYA.html');
    const lists = 'Server web instansi: daftar bertanda tangan';
    const packages = 'Server web instansi: paket ekstensi';
    const [fetched, embedded] = fullForm.policy.packSources;
    const stores = { agency: 'A', policy: { packSources: [embedded] } };
    expect(await guide(stores)).not.toContain('Server web instansi');
    expect(await guide({ ...stores, policy: { packSources: [fetched] } })).toContain(lists);
    expect(await guide({ ...fullForm, policy: {} })).toContain(packages);
  });

  it('the guide speaks of policies that install only where the kit has some', async () => {
    const none = { install: 'none' };
    const form = { agency: 'A', policy: { maxLogLevel: 0 }, chrome: none, edge: none, firefox: none };
    const files = await kitOf(form);
    const guide = textOf(files, 'BACA-SAYA.html');
    expect(guide).not.toContain('Pasang Jaga Netral');
    expect(guide).not.toContain('ExtensionSettings /');
    expect(guide).toContain('Nilai, pilih Enabled');
    expect(textOf(await kitOf(fullForm), 'BACA-SAYA.html')).toContain('Pasang Jaga Netral');
  });

  it('the commands for Linux replace files of ours, never those that others share, and say so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jaga-kit-commands-'));
    try {
      const files = await kitOf(fullForm);
      for (const [path, content] of files) {
        if (!path.startsWith('linux/')) continue;
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
      const { document } = new JSDOM(textOf(files, 'BACA-SAYA.html')).window;
      const commandsWith = (word: string) =>
        [...document.querySelectorAll('pre')].flatMap(({ textContent }) =>
          textContent?.includes(word) ? [textContent] : [],
        )[0] ?? '';
      // Below a folder of the test instead of /etc.
      const here = (commands: string) =>
        `sudo() { "$@"; }\n${commands.replaceAll(' /etc/', ` ${folder}/etc/`)}`;
      const run = (word = 'sudo cp') =>
        spawnSync('sh', ['-ec', here(commandsWith(word))], { cwd: folder, encoding: 'utf8' });
      const own = join(folder, 'etc/chromium/policies/managed/jaga-netral.json');
      const shared = join(folder, 'etc/firefox/policies/policies.json');
      expect(run()).toMatchObject({ status: 0, stdout: '', stderr: '' });
      const fresh = readFileSync(own, 'utf8');
      expect(JSON.parse(readFileSync(shared, 'utf8'))).toHaveProperty('policies');
      writeFileSync(own, 'an earlier kit');
      writeFileSync(shared, 'of somebody else');
      const again = run();
      expect(again).toMatchObject({ status: 0, stderr: '' });
      expect(again.stdout).toMatch(/^\S+\/policies\.json sudah ada dan TIDAK diganti\. [^\n]*\n$/);
      expect(readFileSync(own, 'utf8')).toBe(fresh);
      expect(readFileSync(shared, 'utf8')).toBe('of somebody else');

      // The way back has the same places, and takes nothing that is not ours.
      const placesIn = (text: string) => new Set(text.match(/(?<= )\/etc\/[\w./-]+\.json(?=[ ;]|$)/gm));
      const installed = [...files.keys()].filter((path) => path.startsWith('linux/'));
      expect(placesIn(commandsWith('sudo cp'))).toEqual(new Set(installed.map((path) => path.slice(5))));
      expect(placesIn(commandsWith('sudo rm'))).toEqual(placesIn(commandsWith('sudo cp')));
      const left = () => installed.filter((path) => existsSync(join(folder, path.slice(6))));
      expect(left()).toHaveLength(4);
      const kept = run('sudo rm');
      expect(kept).toMatchObject({ status: 0, stderr: '' });
      expect(kept.stdout).toMatch(/^\S+\/policies\.json bukan berkas kit ini dan TIDAK dihapus\. [^\n]*\n$/);
      expect(left()).toEqual(['linux/etc/firefox/policies/policies.json']);
      rmSync(shared);
      run();
      expect(left()).toHaveLength(4);
      expect(run('sudo rm')).toMatchObject({ status: 0, stdout: '', stderr: '' });
      expect(left()).toEqual([]);
      expect(run('sudo rm')).toMatchObject({ status: 0, stdout: '', stderr: '' });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('the statement follows the level that the agency set', async () => {
    const statement = async (policy: object) =>
      textOf(await kitOf({ ...fullForm, policy }), 'pernyataan-untuk-instansi.html');
    expect(await statement({ maxLogLevel: 0 })).toContain('telah mengatur Tanpa catatan');
    expect(await statement({ maxLogLevel: 2 })).toContain('paling tinggi Rinci');
    expect(await statement({})).toContain('dipilih pegawai sendiri');
  });
});
