import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import type { LogState, PackState } from '../../src/shared/messages.ts';
import type { StoredPolicy } from '../../src/shared/storage.ts';
import { startChromium } from './driver/chromium.ts';
import {
  endFirstRun,
  FIRST_RUN_PAGE,
  type Tab,
  type TestBrowser,
  until,
  untilResolved,
} from './driver/driver.ts';
import { EXTENSION_ID, type FirefoxProfile, firefoxProfile, startFirefox } from './driver/firefox.ts';
import { browserPath, root } from './driver/installed.ts';
import { chromiumPolicies, firefoxPolicies, type Policies } from './driver/policies.ts';
import { copyWithoutKey, type SelfHosted, selfHosted } from './driver/self-hosted.ts';
import { answer, ask, forgetReminders, openProtected } from './scenario.ts';

const API = '(globalThis.browser ?? chrome)';
const SETTINGS = 'pages/settings/index.html';
const LIKE = '[data-test-id=campaign] [data-testid=like]';
const TEXTS = JSON.parse(readFileSync(join(root, 'src/locales/pages.id.json'), 'utf8')) as Record<
  string,
  string
>;

const KEY = `B${'A'.repeat(86)}`;
/** Nobody listens there: a source that is asked for cannot be reached, and no name is looked up. */
const PACK_HOST = { name: 'paket.rekaan.go.id', port: 9 };
const source = (packId: string, change: object = {}) => ({
  url: `https://${PACK_HOST.name}/${packId}.jpack`,
  packId,
  signingKeys: [KEY],
  recoveryKey: KEY,
  ...change,
});
/** Every key, and what the settings say of it. */
const VALID = {
  agencyName: 'BKPSDM Kabupaten Rekaan',
  disableExport: true,
  disableUserPacks: true,
  maxLogLevel: 1,
  maxRetentionDays: 14,
  packSources: [source('kabupaten-rekaan'), source('provinsi-rekaan')],
  revokedKeys: [KEY],
};
const VALID_LINES = [
  `Ditetapkan oleh ${VALID.agencyName}.`,
  'Catatan paling rinci: Ringkas.',
  'Catatan disimpan paling lama 14 hari.',
  'Catatan tidak dapat diekspor.',
  'Daftar dari berkas tidak dipakai.',
];
/** One number is too large, and one source of two is no good: the rest works. */
const ONE_BAD = {
  ...VALID,
  maxRetentionDays: 91,
  packSources: [
    source('kabupaten-rekaan'),
    source('provinsi-rekaan', { url: 'http://paket.rekaan.go.id/a' }),
  ],
};
/** Of the right type, but nothing of it can be used. */
const ALL_BAD = {
  agencyName: '\u202e',
  maxLogLevel: 3,
  maxRetentionDays: 0,
  packSources: [source('kabupaten-rekaan', { signingKeys: ['kunci'] })],
  revokedKeys: ['kunci'],
};
const ALL_BAD_FAULTS: StoredPolicy['faults'] = [
  { key: 'agencyName', reason: 'invalid' },
  { key: 'maxLogLevel', reason: 'range' },
  { key: 'maxRetentionDays', reason: 'range' },
  { key: 'packSources[0]', part: 'signingKeys[0]', reason: 'key' },
  { key: 'revokedKeys[0]', reason: 'key' },
];
/** Of another type than the schema says. */
const ALL_WRONG = {
  agencyName: 7,
  disableExport: 'ya',
  disableUserPacks: 1,
  maxLogLevel: '1',
  maxRetentionDays: 14.5,
  packSources: { url: 'x' },
  revokedKeys: 'x',
};
const OWN_PACK = {
  id: 'desa',
  title: 'Paket desa',
  version: '1.0.0',
  source: 'invented',
  contests: [],
  entities: [],
  phrases: [
    {
      id: 'desa-frasa',
      text: 'pilih sekarwangi',
      strength: 'strong',
      kind: 'support',
      language: 'id',
      source: 'invented',
      confidence: 'in_use',
    },
  ],
  exceptions: [],
};

const managed = (page: Tab) =>
  page.evaluate<unknown>(`${API}.storage.managed.get(null).catch(({ message }) => message)`);
const kept = async (page: Tab) =>
  (await page.evaluate<{ policy?: StoredPolicy }>(`${API}.storage.local.get('policy')`)).policy;
const logState = async (page: Tab) => (await ask(page, 'log.state', null)) as LogState;
const hasOwnPack = async (page: Tab) =>
  ((await ask(page, 'packs.list', null)) as readonly PackState[]).some(({ id }) => id === OWN_PACK.id);
const fault = (key: string, reason: string, part?: string) =>
  (TEXTS[`settings.agency.fault.${reason}`] ?? '').replace(
    '{key}',
    part === undefined ? key : `${key}.${part}`,
  );

/** What the settings say of the agency; empty when they do not speak of one. */
const AGENCY = `([...document.querySelectorAll('.section')]
  .find((section) => section.textContent.includes(${JSON.stringify(TEXTS['settings.agency.title'])}))?.innerText ?? '')`;
const agencySection = (page: Tab) => page.evaluate<string>(AGENCY);

/** Waits for what the background made of a policy, and for the open page to show it. */
async function settled(page: Tab, policy: object | undefined): Promise<void> {
  const isKept = `${API}.storage.local.get('policy').then(({ policy }) => {
    const sorted = (value) => JSON.stringify(value, (_, part) => part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort()) : part);
    return sorted(policy?.policy) === sorted(${JSON.stringify(policy) ?? 'undefined'});
  })`;
  await untilResolved(page, isKept);
  await until(page, `(${AGENCY} === '') === ${policy === undefined}`);
}

/** The person wants the most that can be kept, and Indonesian. */
async function choose(page: Tab): Promise<void> {
  // The background writes the first settings, over those that would come before.
  await untilResolved(
    page,
    `${API}.storage.local.get(['settings', 'snapshot']).then(({ settings, snapshot }) => Boolean(settings && snapshot))`,
  );
  await ask(page, 'settings.save', { ...defaultSettings(), language: 'id', log: 'detailed' });
  await until(page, `document.documentElement.lang === 'id'`);
}

/** And has a list of their own. */
async function prepare(page: Tab): Promise<void> {
  await choose(page);
  await ask(page, 'packs.import', { text: JSON.stringify(OWN_PACK) });
  expect(await hasOwnPack(page)).toBe(true);
}

/** One like that is cancelled on X; resolves to how many more rows and details there are now. */
async function press(browser: TestBrowser, page: Tab): Promise<{ rows: number; details: number }> {
  const before = await logState(page);
  const tab = await openProtected(browser, page, 'https://x.com/feed.id.html');
  await forgetReminders(page);
  await tab.click(LIKE);
  await answer(tab, 'escape');
  await expect.poll(async () => (await logState(page)).rows).toBe(before.rows + 1);
  await tab.close();
  const after = await logState(page);
  return { rows: after.rows - before.rows, details: after.details - before.details };
}

/** Whether the log page offers an export. */
async function offersExport(browser: TestBrowser): Promise<boolean> {
  const tab = await browser.openExtensionPage('pages/log/index.html');
  await until(tab, `document.querySelector('#tab-files')`);
  await tab.click('#tab-files');
  await until(tab, `document.querySelector('[role=tabpanel] h2')`);
  const offers = await tab.evaluate<boolean>(`document.querySelector('#export-title') !== null`);
  await tab.close();
  return offers;
}

/** All that a valid policy does, and that it does no more. */
async function expectInEffect(browser: TestBrowser, page: Tab): Promise<void> {
  const section = await agencySection(page);
  for (const line of VALID_LINES) expect(section).toContain(line);
  expect(section).not.toContain(TEXTS['settings.agency.faults']);
  // Of the row with its detail that was there before, the detail went.
  expect(await logState(page)).toMatchObject({ rows: 1, details: 0 });
  expect(await press(browser, page)).toEqual({ rows: 1, details: 0 });
  expect(await offersExport(browser)).toBe(false);
  expect(await hasOwnPack(page)).toBe(false);
  expect(await page.evaluate(`document.querySelectorAll('.drop').length`)).toBe(1);
  // What the person chose is not touched.
  const { settings } = await page.evaluate<{ settings: { log: string } }>(
    `${API}.storage.local.get('settings')`,
  );
  expect(settings.log).toBe('detailed');
}

/** Without policy the choices of the person count. */
async function expectNone(browser: TestBrowser, page: Tab): Promise<void> {
  expect(await kept(page)).toBeUndefined();
  expect(await agencySection(page)).toBe('');
  expect(await hasOwnPack(page)).toBe(true);
  expect(await press(browser, page)).toEqual({ rows: 1, details: 1 });
  expect(await offersExport(browser)).toBe(true);
}

async function expectOneBad(page: Tab): Promise<void> {
  const section = await agencySection(page);
  expect(section).toContain('Catatan paling rinci: Ringkas.');
  expect(section).toContain(fault('maxRetentionDays', 'range'));
  expect(section).toContain(fault('packSources[1]', 'address', 'url'));
  expect(section).not.toContain('paling lama');
  expect(await hasOwnPack(page)).toBe(false);
}

async function expectAllBad(page: Tab, faults: StoredPolicy['faults']): Promise<void> {
  const policy = await kept(page);
  expect(policy?.policy).toEqual({});
  expect(sortedByKey(policy?.faults ?? [])).toEqual(sortedByKey(faults));
  const section = await agencySection(page);
  for (const { key, reason, part } of faults) expect(section).toContain(fault(key, reason, part));
  expect(await hasOwnPack(page)).toBe(true);
}

const sortedByKey = (faults: StoredPolicy['faults']) =>
  [...faults].sort((one, other) => one.key.localeCompare(other.key));
const without = <Key extends string>(value: object, ...keys: readonly Key[]) =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key as Key)));
const ONE_BAD_KEPT = {
  ...without(ONE_BAD, 'maxRetentionDays'),
  packSources: ONE_BAD.packSources.slice(0, 1),
};

// Where policies lie in the registry or in the settings of the system, a test cannot give a browser its own.
const onLinux = describe.skipIf(process.platform !== 'linux');

onLinux('the policy of an agency in Chromium', () => {
  let policies: Policies;
  let folder: string;
  let browser: TestBrowser;
  let page: Tab;
  const set = (values: object) =>
    policies.write({ '3rdparty': { extensions: { [browser.extensionHost]: values } } });

  beforeAll(async () => {
    policies = chromiumPolicies();
    folder = mkdtempSync(join(tmpdir(), 'jaga-policy-'));
    const extension = join(folder, 'extension');
    copyWithoutKey(extension);
    browser = await startChromium({ program: policies.program, extension, packHost: PACK_HOST });
    page = await browser.openExtensionPage(SETTINGS);
    await prepare(page);
  });
  afterAll(async () => {
    await browser?.close();
    policies?.remove();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  test('absent: nothing is set, and nothing is shown', async () => {
    expect(await managed(page)).toEqual({});
    await expectNone(browser, page);
  });

  test('late and valid: every key arrives while the browser runs, and takes effect at once', async () => {
    const before = Date.now();
    set(VALID);
    await settled(page, VALID);
    // The schema is accepted, and names every key.
    expect(await managed(page)).toEqual(VALID);
    const { received = 0, faults } = (await kept(page)) ?? { faults: [] };
    expect(faults).toEqual([]);
    expect(received).toBeGreaterThan(before);
    expect(received).toBeLessThanOrEqual(Date.now());
    await expectInEffect(browser, page);
  });

  test('one bad key: it is named, and the others work; one that is not in the schema does not arrive', async () => {
    set({ ...ONE_BAD, unknownKey: 1 });
    await settled(page, ONE_BAD_KEPT);
    expect(await managed(page)).not.toHaveProperty('unknownKey');
    await expectOneBad(page);
  });

  test('empty, and so taken back: as without', async () => {
    set({});
    await settled(page, undefined);
    await expectNone(browser, page);
  });

  test('all bad: each is named, and the choices of the person count', async () => {
    set(ALL_BAD);
    await settled(page, {});
    await expectAllBad(page, ALL_BAD_FAULTS);
  });

  test('of the wrong type: Chromium hands none of it on, and says nothing', async () => {
    set(ALL_WRONG);
    await settled(page, undefined);
    expect(await managed(page)).toEqual({});
  });
});

onLinux('an extension that an agency installs in Chromium', () => {
  let policies: Policies;
  let folder: string;
  let host: SelfHosted;
  let browser: TestBrowser;

  beforeAll(async () => {
    policies = chromiumPolicies();
    folder = mkdtempSync(join(tmpdir(), 'jaga-policy-'));
    host = await selfHosted(folder);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.close();
    policies?.remove();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  test('runs, shows its first run, protects, and finds the policy, which comes late', async (context) => {
    if (!policies.isAlone)
      context.skip('every browser of this machine would install it: no mount namespace is allowed here');
    policies.write({
      // Pages of an extension that was installed by force are closed to tests by default.
      DeveloperToolsAvailability: 1,
      ExtensionSettings: {
        [host.extensionId]: { installation_mode: 'force_installed', update_url: host.updateUrl },
      },
      '3rdparty': { extensions: { [host.extensionId]: VALID } },
    });
    browser = await startChromium({
      program: policies.program,
      packHost: PACK_HOST,
      byPolicy: true,
      firstRun: true,
    });
    expect(browser.extensionHost).toBe(host.extensionId);
    expect(host.requests).toEqual(['/update.xml', '/extension.crx']);
    await expectFirstRun(browser);
  });
});

/** The page of the first run is there, no row comes before it ends, and the policy is in effect after it. */
async function expectFirstRun(browser: TestBrowser): Promise<void> {
  const welcome = await browser.openedExtensionPage(FIRST_RUN_PAGE);
  await until(welcome, `document.querySelector('h1')`);
  const page = await browser.openExtensionPage(SETTINGS);
  await choose(page);
  await settled(page, VALID);
  const tab = await openProtected(browser, page, 'https://x.com/feed.id.html');
  await tab.click(LIKE);
  await answer(tab, 'escape');
  await tab.close();
  expect(await logState(page)).toMatchObject({ rows: 0, details: 0 });
  await endFirstRun(welcome);
  expect(await press(browser, page)).toEqual({ rows: 1, details: 0 });
  expect(await offersExport(browser)).toBe(false);
}

onLinux('the policy of an agency in Firefox', () => {
  let policies: Policies;
  let profile: FirefoxProfile;
  let browser: TestBrowser;
  let page: Tab;
  const set = (values: object) => policies.write({ '3rdparty': { Extensions: { [EXTENSION_ID]: values } } });

  async function start(first = false): Promise<void> {
    browser = await startFirefox({ program: policies.program, again: profile, firstRun: !first });
    page = await browser.openExtensionPage(SETTINGS);
  }
  async function restart(): Promise<void> {
    await browser.close();
    await start();
  }

  beforeAll(async () => {
    policies = firefoxPolicies();
    profile = await firefoxProfile();
    await start(true);
    await prepare(page);
  });
  afterAll(async () => {
    await browser?.close();
    policies?.remove();
    if (profile) rmSync(profile.folder, { recursive: true, force: true });
  });

  test('absent: Firefox answers with an error, and nothing is shown', async () => {
    expect(await managed(page)).toMatch(/manifest not found/i);
    await expectNone(browser, page);
  });

  test('late and valid: every key arrives with the next start of the browser, and takes effect', async () => {
    set(VALID);
    expect(await managed(page)).toMatch(/manifest not found/i);
    await restart();
    await settled(page, VALID);
    expect(await managed(page)).toEqual(VALID);
    await expectInEffect(browser, page);
  });

  test('one bad key: it is named, and the others work', async () => {
    set(ONE_BAD);
    await restart();
    await settled(page, ONE_BAD_KEPT);
    await expectOneBad(page);
  });

  test('all bad: each is named, also what no schema holds back, and the choices of the person count', async () => {
    const { agencyName, maxLogLevel, ...wrong } = ALL_WRONG;
    set({ ...ALL_BAD, ...wrong, unknownKey: 1 });
    await restart();
    await settled(page, {});
    await expectAllBad(page, [
      { key: 'agencyName', reason: 'invalid' },
      { key: 'disableExport', reason: 'type' },
      { key: 'disableUserPacks', reason: 'type' },
      { key: 'maxLogLevel', reason: 'range' },
      { key: 'maxRetentionDays', reason: 'type' },
      { key: 'packSources', reason: 'type' },
      { key: 'revokedKeys', reason: 'type' },
      { key: 'unknownKey', reason: 'unknown' },
    ]);
  });

  test('empty, and so taken back: as without', async () => {
    set({});
    await restart();
    await settled(page, undefined);
    await expectNone(browser, page);
  });
});

onLinux('an extension that an agency installs in Firefox', () => {
  let policies: Policies;
  let browser: TestBrowser;
  let folder: string;
  let file: string;

  beforeAll(() => {
    policies = firefoxPolicies();
    folder = mkdtempSync(join(tmpdir(), 'jaga-policy-'));
    file = join(folder, 'jaga-netral.xpi');
    const [built] = readdirSync(join(root, 'dist')).filter((name) => /firefox.*\.zip$/.test(name));
    copyFileSync(join(root, 'dist', built ?? ''), file);
  });
  afterAll(async () => {
    await browser?.close();
    policies?.remove();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  test('runs, shows its first run, protects, and finds the policy', async (context) => {
    const { stdout } = spawnSync(browserPath('firefox'), ['--version'], { encoding: 'utf8' });
    if (!/esr/.test(stdout)) context.skip(`only Firefox ESR installs a file without a signature: ${stdout}`);
    policies.write({
      Preferences: { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } },
      ExtensionSettings: {
        [EXTENSION_ID]: { installation_mode: 'force_installed', install_url: `file://${file}` },
      },
      '3rdparty': { Extensions: { [EXTENSION_ID]: VALID } },
    });
    browser = await startFirefox({ program: policies.program, byPolicy: true, firstRun: true });
    await expectFirstRun(browser);
  });
});
