import '../unit/fake-browser.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { JSDOM } from 'jsdom';
import { describe, expect, inject, test } from 'vitest';
import general from '../../rules/general.json';
import { builtIn } from '../../src/background/packs/built-in.ts';
import { usablePacks } from '../../src/background/packs/usable-packs.ts';
import { publish } from '../../src/background/publish.ts';
import { Compiler } from '../../src/core/compile/compile.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import { structureReport } from '../../src/sites/structure-report.ts';
import { x } from '../../src/sites/x/x.ts';
import { fakeBrowser, resetBrowser } from '../unit/fake-browser.ts';
import { readText } from './repository.ts';

const out = inject('build');

const built = (file: string) => readFileSync(join(out, 'chromium', file), 'utf8');

describe('the built background', () => {
  /** What it begins with was found by the build, and may be neither older nor other than what the sources find. */
  test.each([
    ['of the packs in rules/', defaultSettings()],
    [
      'of own words, without a pack that is switched off',
      {
        ...defaultSettings(),
        words: { watched: ['kapur barus', 'sate'], ignored: ['maju terus'] },
        disabledPacks: ['pilpres-2019'],
      },
    ],
  ])('publishes the very rules %s', async (_, settings) => {
    const start = async () => {
      resetBrowser();
      await fakeBrowser.storage.local.set({ settings });
    };
    await start();
    await publish();
    const { snapshot } = await fakeBrowser.storage.local.get('snapshot');
    expect(snapshot).toBeTypeOf('string');

    await start();
    const published = new Promise((resolve) => {
      fakeBrowser.storage.onChanged.addListener(({ snapshot: change }) => {
        if (change) resolve(change.newValue);
      });
    });
    runInThisContext(built('background.js'));
    await fakeBrowser.runtime.onStartup.trigger();
    expect((await published) === snapshot).toBe(true);
  });

  /** Without it all would be compiled from nothing at every start of the browser, and nothing else would show it. */
  test('holds the rules of the packs in rules/ and what compiling them found out', async () => {
    resetBrowser();
    await publish();
    const { snapshot } = await fakeBrowser.storage.local.get('snapshot');
    const { near } = new Compiler().prepared(usablePacks(builtIn));
    const code = built('background.js');
    expect(code.includes(`"${snapshot}"`)).toBe(true);
    expect(Object.keys(near).length).toBeGreaterThan(300);
    expect(code.includes(JSON.stringify(near))).toBe(true);
  });

  test('leaves examples and sources at home', () => {
    const code = built('background.js');
    expect(code).toContain(general.phrases[0]?.text);
    for (const { source, examples } of general.phrases.slice(0, 20)) {
      expect(code).not.toContain(JSON.stringify(source));
      for (const example of examples?.match ?? []) expect(code).not.toContain(JSON.stringify(example));
    }
  });
});

describe('the built structure script', () => {
  const html = readText('test/fixtures/x/feed.en.html');
  const inPage = (url: string) => {
    const { window } = new JSDOM(html, { url, runScripts: 'outside-only' });
    return { window, run: (): unknown => window.eval(built('content/structure.js')) };
  };

  test('gives the report to the one who runs it, each time', () => {
    const { window, run } = inPage('https://x.com/home');
    const report = JSON.stringify(structureReport(x, window.document));
    expect(report.length).toBeGreaterThan(1_000);
    expect(run()).toBe(report);
    expect(run()).toBe(report);
  });

  test('gives nothing elsewhere', () => {
    expect(inPage('https://www.example.org/home').run()).toBeUndefined();
  });
});
