import { dirname, join } from 'node:path/posix';

/**
 * Who may import whom, as CONTRIBUTING.md says. `locales` and `rules` are data. Packages are listed with the exact
 * specifiers, so that `zod` (four times the size of `zod/mini`) is refused too.
 */
export const LAYERS: Readonly<Record<string, { layers: readonly string[]; packages: readonly string[] }>> = {
  core: { layers: ['core'], packages: ['zod/mini'] },
  shared: {
    layers: ['shared', 'core'],
    packages: ['fflate', 'papaparse', 'read-excel-file/universal', 'webextension-polyfill'],
  },
  sites: { layers: ['sites', 'core'], packages: [] },
  reminder: { layers: ['reminder', 'shared', 'core', 'locales'], packages: [] },
  content: { layers: ['content', 'reminder', 'sites', 'shared', 'core', 'locales'], packages: [] },
  background: {
    layers: ['background', 'shared', 'core', 'locales', 'rules'],
    packages: ['idb', 'zod/mini'],
  },
  pages: {
    layers: ['pages', 'reminder', 'shared', 'core', 'locales', 'rules'],
    packages: ['preact', 'preact/hooks', 'zod/mini', 'chart.js', '@tanstack/virtual-core', 'papaparse'],
  },
  cli: {
    layers: ['cli', 'shared', 'core', 'sites', 'rules', 'locales'],
    packages: ['jsdom', 'zod/mini', 'node:*'],
  },
};

/** Packages, and uses of `zod` in core, that belong in one place only. */
const PLACES: readonly { package: string; within: string; files: readonly string[] }[] = [
  { package: 'webextension-polyfill', within: 'src/', files: ['src/shared/browser.ts'] },
  {
    package: 'idb',
    within: 'src/',
    files: [
      'src/background/log/log-database.ts',
      'src/background/log/log-key.ts',
      'src/background/packs/pack-database.ts',
    ],
  },
  { package: 'chart.js', within: 'src/', files: ['src/pages/parts/bar-chart.tsx'] },
  { package: '@tanstack/virtual-core', within: 'src/', files: ['src/pages/log/virtual-rows.ts'] },
  {
    package: 'papaparse',
    within: 'src/',
    files: ['src/pages/log/log-file.ts', 'src/shared/delimited-table.ts'],
  },
  { package: 'read-excel-file/universal', within: 'src/', files: ['src/shared/xlsx-table.ts'] },
  { package: 'fflate', within: 'src/', files: ['src/shared/xlsx-table.ts', 'src/shared/zip-texts.ts'] },
  {
    package: 'zod/mini',
    within: 'src/core/',
    files: [
      'src/core/log/log.ts',
      'src/core/pack/pack.ts',
      'src/core/pack/pack-source.ts',
      'src/core/settings/policy.ts',
      'src/core/settings/settings.ts',
      'src/core/pack/signed-pack.ts',
    ],
  },
];

export interface Import {
  specifier: string;
  /** `import type`: nothing of it is left at run time. */
  isType: boolean;
}

/** Imports and re-exports of a module. Statements are recognised at the start of a line, where the formatter puts them. */
export function importsOf(text: string): Import[] {
  const imports: Import[] = [];
  for (const [, type, specifier = ''] of text.matchAll(
    /^[ \t]*(?:import|export)\b([ \t]+type\b(?![ \t]+from))?[^'"`;]*?\bfrom[ \t]*['"]([^'"]+)['"]/gm,
  )) {
    imports.push({ specifier, isType: type !== undefined });
  }
  for (const [, specifier = ''] of text.matchAll(/^[ \t]*import[ \t]*['"]([^'"]+)['"]/gm)) {
    imports.push({ specifier, isType: false });
  }
  for (const [, specifier = ''] of text.matchAll(/\b(?:import|require)\([ \t\n]*['"]([^'"]+)['"]/g)) {
    imports.push({ specifier, isType: false });
  }
  return imports;
}

/** Path from the root that a relative specifier means; undefined for a package. */
export function resolveImport(file: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? join(dirname(file), specifier) : undefined;
}

/** `src/core/matching/match.ts` -> `core`, `rules/general.json` -> `rules`. */
function layerOf(path: string): string {
  return path.replace(/^src\//, '').split('/')[0] ?? '';
}

/** Every import that breaks a rule, as `file: what is wrong`. */
export function layerFaults(files: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  for (const [file, text] of files) {
    const allowed = LAYERS[layerOf(file)];
    if (!allowed) {
      faults.push(`${file}: is in no layer`);
      continue;
    }
    for (const { specifier } of importsOf(text)) {
      const path = resolveImport(file, specifier);
      if (path === undefined) {
        if (!isAllowedPackage(specifier, allowed.packages))
          faults.push(`${file}: may not import ${specifier}`);
        else if (isMisplaced(file, specifier)) faults.push(`${file}: is not the place for ${specifier}`);
      } else {
        if (!/\.(ts|tsx|json|css)$/.test(path)) faults.push(`${file}: ${specifier} has no extension`);
        if (!allowed.layers.includes(layerOf(path))) faults.push(`${file}: may not import ${path}`);
      }
    }
  }
  return faults;
}

function isAllowedPackage(specifier: string, packages: readonly string[]): boolean {
  return packages.some((name) =>
    name.endsWith('*') ? specifier.startsWith(name.slice(0, -1)) : specifier === name,
  );
}

function isMisplaced(file: string, specifier: string): boolean {
  return PLACES.some(
    (place) => place.package === specifier && file.startsWith(place.within) && !place.files.includes(file),
  );
}

/** Packages that run when `entry` runs, each with the chain of files that leads to it. */
export function reachablePackages(
  entry: string,
  files: ReadonlyMap<string, string>,
): Map<string, readonly string[]> {
  const packages = new Map<string, readonly string[]>();
  const seen = new Set<string>();
  const visit = (file: string, chain: readonly string[]): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { specifier, isType } of importsOf(files.get(file) ?? '')) {
      if (isType) continue;
      const path = resolveImport(file, specifier);
      if (path === undefined) packages.set(specifier, [...chain, file]);
      else visit(path, [...chain, file]);
    }
  };
  visit(entry, []);
  return packages;
}
