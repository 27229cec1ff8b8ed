import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forbiddenUses, overdueNotes } from './forbidden.ts';
import { importsOf, LAYERS, layerFaults, reachablePackages, resolveImport } from './layers.ts';
import { filesBelow, readFiles, readText, root } from './repository.ts';
import { ROOMS, roomFaults } from './rooms.ts';

const sources = readFiles('src', /\.(ts|tsx|mjs)$/);

describe('layers', () => {
  test('every import of src goes in an allowed direction', () => {
    expect(sources.size).toBeGreaterThan(40);
    expect(layerFaults(sources)).toEqual([]);
  });

  test('every layer of the table has files: a renamed folder would escape the rules', () => {
    for (const layer of Object.keys(LAYERS)) {
      expect(filesBelow(`src/${layer}`, /\.ts$/), layer).not.toEqual([]);
    }
  });

  test.each([
    ['src/core/matching/match.ts', "import { send } from '../../shared/messages.ts';"],
    ['src/core/matching/match.ts', "import * as z from 'zod';"],
    ['src/core/matching/match.ts', "import * as z from 'zod/mini';"],
    ['src/sites/x/x.ts', "import { browser } from '../../shared/browser.ts';"],
    ['src/content/x.ts', "import type { LogStore } from '../background/log-store.ts';"],
    ['src/content/x.ts', "import { render } from 'preact';"],
    ['src/content/x.ts', "import '../pages/texts.ts';"],
    ['src/background/main.ts', "export { startProtection } from '../content/protection.ts';"],
    ['src/background/main.ts', "import { openDB } from 'idb';"],
    ['src/background/main.ts', "const m = await import('../cli/main.ts');"],
    ['src/background/main.ts', "import {\n  a,\n  b,\n} from '../pages/texts.ts';"],
    ['src/pages/popup/page.tsx', "import { Chart } from 'chart.js';"],
    ['src/pages/parts/bar-chart.tsx', "import { Chart } from 'chart.js/auto';"],
    ['src/pages/log/page.tsx', "import Papa from 'papaparse';"],
    ['src/pages/log/list.tsx', "import { Virtualizer } from '@tanstack/virtual-core';"],
    ['src/background/main.ts', "import Papa from 'papaparse';"],
    ['src/pages/popup/page.tsx', "import browser from 'webextension-polyfill';"],
    ['src/shared/storage.ts', "import type { Runtime } from 'webextension-polyfill';"],
    ['src/cli/main.ts', "import { publish } from '../background/publish.ts';"],
    ['src/core/matching/match.ts', "import { normalize } from './normalize';"],
    ['src/helpers/match.ts', ''],
  ])('%s with %j is a fault', (path, text) => {
    expect(layerFaults(new Map([[path, text]]))).toHaveLength(1);
  });

  test.each([
    ['src/shared/browser.ts', "import type { Browser } from 'webextension-polyfill';"],
    ['src/background/log/log-database.ts', "import { openDB } from 'idb';"],
    ['src/core/pack/pack.ts', "import * as z from 'zod/mini';\nimport { a } from '../types.ts';"],
    ['src/background/publish.ts', "import general from '../../rules/general.json';"],
    ['src/cli/inspect/inspect.ts', "import { JSDOM } from 'jsdom';\nimport { join } from 'node:path';"],
    ['src/core/reminding/law.ts', ' * import { nothing } from "preact": a comment'],
  ])('%s with %j is allowed', (path, text) => {
    expect(layerFaults(new Map([[path, text]]))).toEqual([]);
  });

  test('imports are read in every form', () => {
    const text = [
      "import a from 'a';",
      "import type { B } from 'b';",
      "import {\n  c,\n  type D,\n} from 'c';",
      "import 'e';",
      "export * from 'f';",
      "export type { G } from 'g';",
      "const h = await import('h');",
      "import i from 'i' with { type: 'json' };",
      "const notOne = 'from'; // import j from 'j'",
    ].join('\n');
    const found = importsOf(text);
    expect(found.map(({ specifier }) => specifier).sort()).toEqual(['a', 'b', 'c', 'e', 'f', 'g', 'h', 'i']);
    expect(found.filter(({ isType }) => isType).map(({ specifier }) => specifier)).toEqual(['b', 'g']);
  });
});

describe('rooms of a layer', () => {
  test('every import inside a layer goes in an allowed direction', () => {
    expect(roomFaults(sources)).toEqual([]);
  });

  test('the table names every folder of these layers and no other', () => {
    for (const [layer, rooms] of Object.entries(ROOMS)) {
      const folders = [...sources.keys()].flatMap((path) => {
        const [, of, folder, file] = path.split('/');
        return of === layer && file !== undefined && folder !== undefined ? [folder] : [];
      });
      expect([...new Set(folders)].sort(), layer).toEqual(Object.keys(rooms).sort());
    }
  });

  test('a room stands in the table below those that import it, so that there is no circle', () => {
    for (const rooms of Object.values(ROOMS)) {
      const order = Object.keys(rooms);
      for (const [room, below] of Object.entries(rooms)) {
        expect(
          below.filter((other) => order.indexOf(other) >= order.indexOf(room) || order.indexOf(other) < 0),
        ).toEqual([]);
      }
    }
  });

  test.each([
    ['src/core/text/normalize.ts', "import { match } from '../matching/match.ts';"],
    ['src/core/types.ts', "import type { Settings } from './settings/settings.ts';"],
    ['src/sites/x/x.ts', "import { a } from '../facebook/facebook-key.ts';"],
    ['src/sites/dom.ts', "import { a } from './x/x.ts';"],
    ['src/background/log/log-key.ts', "import { a } from '../packs/signed-packs.ts';"],
  ])('%s with %j is a fault', (path, text) => {
    expect(roomFaults(new Map([[path, text]]))).toHaveLength(1);
  });

  test.each([
    [
      'src/core/matching/numbers/numbers.ts',
      "import { a } from '../match.ts';\nimport { b } from '../../types.ts';",
    ],
    ['src/sites/index.ts', "import { x } from './x/x.ts';"],
    ['src/background/main.ts', "import { a } from './log/log-store.ts';"],
  ])('%s with %j is allowed', (path, text) => {
    expect(roomFaults(new Map([[path, text]]))).toEqual([]);
  });
});

describe('what the content scripts run', () => {
  const imported = new Set(
    [...sources].flatMap(([path, text]) =>
      importsOf(text).map(({ specifier }) => resolveImport(path, specifier)),
    ),
  );
  // A content module that no other one imports is an entry.
  const contentEntries = [...sources.keys()].filter(
    (path) => path.startsWith('src/content/') && !path.endsWith('.d.ts') && !imported.has(path),
  );

  test('is our own code', () => {
    expect(contentEntries).not.toEqual([]);
    for (const entry of contentEntries) {
      expect([...reachablePackages(entry, sources).keys()], entry).toEqual([]);
    }
  });

  test('a package is found behind any number of files, not behind a type import', () => {
    const planted = new Map([
      [
        'src/content/x.ts',
        "import { decide } from '../core/decision/decide.ts';\nimport type { Row } from '../core/log/log.ts';",
      ],
      ['src/core/decision/decide.ts', "import { limits } from '../settings/settings.ts';"],
      ['src/core/settings/settings.ts', "import * as z from 'zod/mini';"],
      ['src/core/log/log.ts', "import { openDB } from 'idb';"],
    ]);
    expect([...reachablePackages('src/content/x.ts', planted)]).toEqual([
      ['zod/mini', ['src/content/x.ts', 'src/core/decision/decide.ts', 'src/core/settings/settings.ts']],
    ]);
  });
});

describe('forbidden interfaces', () => {
  test('src uses none, but for the one place that asks for a signed pack', () => {
    const uses = [...sources].map(([path, text]) => [path, forbiddenUses(path, text)] as const);
    expect(uses.filter(([, names]) => names.length > 0)).toEqual([
      ['src/background/packs/fetch-pack.ts', ['fetch']],
    ]);
  });

  test('that place asks once, with GET and nothing that tells who asks', () => {
    const code = readText('src/background/packs/fetch-pack.ts').replace(/\/\*[\s\S]*?\*\//g, '');
    expect(code.match(/\bfetch\s*\(/g)).toHaveLength(1);
    const options = /\bfetch\(url, \{([\s\S]*?)\n {4}\}\)/.exec(code)?.[1] ?? '';
    expect([...options.matchAll(/^ {6}(\w+): /gm)].map(([, name]) => name)).toEqual([
      'method',
      'credentials',
      'cache',
      'redirect',
      'referrerPolicy',
      'headers',
      'signal',
    ]);
    expect(options).toContain("method: 'GET'");
    expect(options).toContain("credentials: 'omit'");
    expect(options).toContain("cache: 'no-store'");
    expect(options).toContain("redirect: 'error'");
    expect(options).toContain("referrerPolicy: 'no-referrer'");
    expect(options).toContain("headers: { 'Accept-Language': 'id' }");
  });

  test.each([
    ['innerHTML', 'host.innerHTML = text;'],
    ['outerHTML', 'host.outerHTML = text;'],
    ['insertAdjacentHTML', "host.insertAdjacentHTML('beforeend', text);"],
    ['setHTMLUnsafe', 'host.setHTMLUnsafe(text);'],
    ['createContextualFragment', 'range.createContextualFragment(text);'],
    ['dangerouslySetInnerHTML', 'const a = { dangerouslySetInnerHTML: { __html: text } };'],
    ['document.write', 'document.write(text);'],
    ['eval', 'eval(text);'],
    ['new Function', 'new Function(text);'],
    ['storage.sync', 'browser.storage.sync.set({});'],
    ['XMLHttpRequest', 'new XMLHttpRequest();'],
    ['sendBeacon', 'navigator.sendBeacon(url);'],
    ['WebSocket', 'new WebSocket(url);'],
    ['EventSource', 'new EventSource(url);'],
    ['fetch', 'await fetch(url);'],
  ])('%s is seen in code, not in a comment', (name, code) => {
    expect(forbiddenUses('src/content/x.ts', code)).toEqual([name]);
    expect(forbiddenUses('src/content/x.ts', `// ${code}\n/* ${code} */\nexport const a = 1;`)).toEqual([]);
  });

  test.each([
    ['Date.now', 'export const a = Date.now();'],
    ['new Date()', 'export const a = new Date();'],
    ['Math.random', 'export const a = Math.random();'],
  ])('%s is forbidden in core only', (name, code) => {
    expect(forbiddenUses('src/core/x.ts', code)).toEqual([name]);
    expect(forbiddenUses('src/content/x.ts', code)).toEqual([]);
    expect(forbiddenUses('src/core/x.ts', 'export const a = new Date(0);')).toEqual([]);
  });

  test('JSX is read too', () => {
    const code = 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "x" }} />;';
    expect(forbiddenUses('src/pages/a.tsx', code)).toEqual(['dangerouslySetInnerHTML']);
  });
});

describe('core is pure', () => {
  test('its compiler settings know neither DOM nor Node', () => {
    const { compilerOptions } = JSON.parse(readText('src/core/tsconfig.json'));
    expect(compilerOptions).toEqual({ lib: ['ES2024'], types: [] });
    expect(JSON.parse(readText('package.json')).scripts.check).toContain('tsc -p src/core/tsconfig.json');
  });

  test.each([
    ['document', 'export const a = document.title;'],
    ['setTimeout', 'setTimeout(() => 0, 1);'],
    ['process', 'export const a = process.argv;'],
    ['crypto', 'export const a = crypto.randomUUID();'],
  ])('its compiler settings refuse %s', (name, code) => {
    const folder = mkdtempSync(join(tmpdir(), 'jaga-netral-core-'));
    try {
      writeFileSync(join(folder, 'planted.ts'), code);
      const settings = { extends: join(root, 'src/core/tsconfig.json'), include: [folder] };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
      expect(compile(folder)).toMatch(new RegExp(`planted\\.ts.*TS\\d+: Cannot find name '${name}'`));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** Output of the compiler; empty when it has nothing to say. */
function compile(folder: string): string {
  try {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    return execFileSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' });
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  }
}

test('tests wait with patience: what Vitest waits with gives up after a second', () => {
  const waits = new RegExp(`vi\\.${'waitFor'}|vi\\.${'waitUntil'}`);
  const found = [...readFiles('test', /\.tsx?$/)].filter(([, text]) => waits.test(text));
  expect(found.map(([path]) => path)).toEqual(['test/eventually.ts']);
});

describe('notes to do', () => {
  // Written in two parts, so that this file does not find itself.
  const note = `TO${'DO'}`;

  test('none is past its date', () => {
    const today = new Date().toISOString().slice(0, 10);
    const texts = [
      ...sources,
      ...readFiles('test', /\.(ts|tsx|mjs|mts)$/),
      ['build.mjs', readText('build.mjs')] as const,
    ].filter(([path]) => path !== 'test/house/forbidden.ts');
    const overdue = texts.flatMap(([path, text]) =>
      overdueNotes(text, today).map((found) => `${path}: ${found}`),
    );
    expect(overdue).toEqual([]);
  });

  test('a date holds until it has passed, and a note without one is a fault', () => {
    expect(overdueNotes(`// ${note} [2026-03-01]: drop`, '2026-03-01')).toEqual([]);
    expect(overdueNotes(`// ${note} [2026-03-01]: drop`, '2026-03-02')).toEqual([
      `${note} [2026-03-01]: drop`,
    ]);
    expect(overdueNotes(`// ${note}: drop`, '2026-03-01')).toEqual([`${note}: drop`]);
    expect(overdueNotes(`const methodology = '${note}S';`, '2026-03-01')).toEqual([]);
  });
});
