import '../unit/fake-browser.ts';
import './effects-at-once.ts';
import { type ComponentChildren, h, render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import { startPage } from '../../src/pages/parts/frame.tsx';
import { StaleLists } from '../../src/pages/popup/stale.tsx';
import { SourcesSection } from '../../src/pages/settings/sources.tsx';
import { textsFor } from '../../src/pages/texts.ts';
import type { EquivocationState, SourceState } from '../../src/shared/messages.ts';
import { eventually } from '../eventually.ts';
import { fakeBrowser, resetBrowser } from '../unit/fake-browser.ts';

const TWICE: EquivocationState = {
  time: Date.UTC(2031, 1, 2, 5),
  epoch: 1,
  seq: 4,
  kept: 'a'.repeat(64),
  keptWords: 'lusab-gutih',
  refused: 'b'.repeat(64),
  refusedWords: 'babad-babad',
  seen: false,
};
const SOURCE: SourceState = {
  packId: 'rekaan-2031',
  origin: 'agency',
  url: 'https://paket.rekaan.example/rekaan.jpack',
  keyWords: 'gutih-lusab',
  active: null,
  changedKeyWords: null,
  damage: null,
  restored: null,
  held: null,
  check: null,
  next: 0,
  history: [],
  equivocations: [TWICE],
};

/** What the background was asked for: name and payload. */
const sent: [string, unknown][] = [];
let sources: readonly SourceState[] = [];
let canNote = true;

async function open(
  language: 'id' | 'en',
  page: ComponentChildren = h(SourcesSection, { onChanged() {} }),
): Promise<void> {
  await fakeBrowser.storage.local.set({ settings: { ...defaultSettings(), language } });
  startPage('settings.page.title', page);
  await eventually(() => expect(document.getElementById('app')?.childElementCount).toBeGreaterThan(0));
}
const shown = () => document.body.textContent ?? '';
const notice = () => document.querySelector('.source .notice')?.textContent ?? '';

beforeEach(() => {
  resetBrowser();
  sent.length = 0;
  sources = [SOURCE];
  canNote = true;
  fakeBrowser.runtime.sendMessage = vi.fn(async ({ name, payload }: { name: string; payload: unknown }) => {
    sent.push([name, payload]);
    if (name === 'sources.list') return sources;
    if (name === 'sources.preview') return { ok: false, fault: 'link' };
    if (name !== 'sources.seen') return undefined;
    if (!canNote) throw new Error('no background');
    sources = [{ ...SOURCE, equivocations: [{ ...TWICE, seen: true }] }];
    return { seen: true };
  }) as never;
  document.body.innerHTML = '<div id="app"></div>';
  // jsdom has no layout.
  window.matchMedia = (() => ({ matches: false, addEventListener() {}, removeEventListener() {} })) as never;
});
afterEach(() => {
  const root = document.getElementById('app');
  if (root) render(null, root);
});

describe.each(['id', 'en'] as const)('two releases with one number, in %s', (language) => {
  const { say } = textsFor(language);
  const twice = say('settings.sources.twice', { number: '1.4' });

  test('are announced with both fingerprints until the person saw it, and then stand in the history', async () => {
    await open(language);
    await eventually(() => expect(notice()).toContain(twice));
    expect(document.querySelector('.source .notice [role=alert]')?.textContent).toBe(twice);
    expect(notice()).toContain(say('settings.sources.twice.kept', { words: TWICE.keptWords }));
    expect(notice()).toContain(say('settings.sources.twice.refused', { words: TWICE.refusedWords }));
    document.querySelector<HTMLElement>('.source .notice button')?.click();
    await eventually(() => expect(notice()).toBe(''));
    expect(sent).toContainEqual(['sources.seen', { packId: SOURCE.packId, hash: TWICE.refused }]);
    expect(document.querySelector('.source details li')?.textContent).toMatch(
      /1\.4.*lusab-gutih.*babad-babad/,
    );
  });

  test('stay where that cannot be noted, and this is said', async () => {
    canNote = false;
    await open(language);
    await eventually(() => expect(notice()).toContain(twice));
    document.querySelector<HTMLElement>('.source .notice button')?.click();
    await eventually(() => expect(notice()).toContain(say('settings.sources.twice.failed')));
    expect(notice()).toContain(twice);
  });

  test.each([false, true])('are told in the popup until they are seen (seen: %s)', async (seen) => {
    const active = { epoch: 1, seq: 4, hash: TWICE.kept, words: TWICE.keptWords, issued: 0, expires: 1 };
    const old = {
      ...active,
      stale: true,
      received: 0,
      title: 'Pemilihan Bupati Rekaan 2031',
      version: '1.0.0',
    };
    sources = [{ ...SOURCE, active: old, equivocations: [{ ...TWICE, seen }] }];
    await open(language, h(StaleLists, {}));
    await eventually(() => expect(shown()).toContain(textsFor(language).count('popup.stale', 1)));
    expect(shown().includes(say('popup.twice'))).toBe(!seen);
  });
});

describe('a link in Firefox, which must ask the person for access', () => {
  test.each([
    ['https://paket.rekaan.example/rekaan.jpack', ['https://paket.rekaan.example/*']],
    ['https://siti@paket.rekaan.example/rekaan.jpack', []],
    ['http://paket.rekaan.example/rekaan.jpack', []],
    ['https://paket.rekaan.example/../rekaan.jpack', []],
  ])('%s', async (address, origins) => {
    const asked: string[] = [];
    fakeBrowser.runtime.getURL = (path: string) => `moz-extension://rekaan/${path}`;
    fakeBrowser.permissions.request = (async (wanted: { origins: string[] }) => {
      asked.push(...wanted.origins);
      return true;
    }) as never;
    await open('id');
    const input = await eventually(() => {
      const found = document.querySelector<HTMLInputElement>('form.import input');
      if (!found) throw new Error('no field');
      return found;
    });
    input.value = `${address}#k=${'a'.repeat(64)}`;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await eventually(() =>
      expect(document.querySelector<HTMLButtonElement>('form.import [type=submit]')?.disabled).toBe(false),
    );
    document.querySelector<HTMLElement>('form.import [type=submit]')?.click();
    // The background says what is wrong with it.
    await eventually(() => expect(sent.map(([name]) => name)).toContain('sources.preview'));
    expect(asked).toEqual(origins);
  });
});

describe.each(['id', 'en'] as const)('a list that the browser lost, in %s', (language) => {
  const { say } = textsFor(language);

  test.each(['copy', 'before', 'gone'] as const)('%s: is said in the settings', async (damage) => {
    sources = [{ ...SOURCE, equivocations: [], damage, restored: Date.UTC(2031, 1, 2, 5) }];
    await open(language);
    await eventually(() => expect(shown()).toContain(say(`settings.sources.damage.${damage}`)));
    expect(shown()).not.toContain(say('settings.sources.none'));
    expect(document.querySelector('.source details')?.textContent).toContain(
      say('settings.sources.restored', { day: '' }).trim(),
    );
  });

  test.each([
    ['gone', true],
    ['copy', false],
    [null, false],
  ] as const)('%s: stands in the popup: %s', async (damage, isTold) => {
    sources = [{ ...SOURCE, damage }];
    await open(language, h(StaleLists, null));
    await eventually(() => expect(shown()).toContain(say('popup.twice')));
    expect(shown().includes(say('popup.listGone'))).toBe(isTold);
  });
});

test('a list that arrives while the page is open is shown without a reload, and the lists of packs are asked for anew', async () => {
  sources = [];
  const onChanged = vi.fn();
  await open('id', h(SourcesSection, { onChanged }));
  const { say } = textsFor('id');
  await eventually(() => expect(shown()).toContain(say('settings.sources.empty')));
  sources = [SOURCE];
  const told = { name: 'sources.changed', payload: null };
  await fakeBrowser.runtime.onMessage.trigger(told, {}, () => undefined);
  await eventually(() => expect(document.querySelector('.source')).not.toBeNull());
  expect(shown()).not.toContain(say('settings.sources.empty'));
  expect(onChanged).toHaveBeenCalledTimes(1);
});
