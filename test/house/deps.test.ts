import { describe, expect, test } from 'vitest';
import { readText } from './repository.ts';

/**
 * The closed list of runtime packages (libraries.md section 1). A new one needs its reason in CONTRIBUTING, because
 * each is code of other people that runs with our permissions.
 */
const RUNTIME = [
  '@tanstack/virtual-core',
  'chart.js',
  'fflate',
  'idb',
  'papaparse',
  'preact',
  'read-excel-file',
  'zod',
];

interface Package {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

interface LockEntry {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
}

function packageFaults({ dependencies = {}, devDependencies = {} }: Package): string[] {
  const names = Object.keys(dependencies).sort();
  const faults = String(names) === String(RUNTIME) ? [] : [`runtime packages are ${names.join(', ')}`];
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) faults.push(`${name}: ${version} is not one version`);
  }
  return faults;
}

/** npm checks what it downloads against `integrity`; an entry without it, or from elsewhere, could be anything. */
function lockFaults(packages: Readonly<Record<string, LockEntry>>): string[] {
  return Object.entries(packages).flatMap(([path, { integrity, resolved, link }]) => {
    if (path === '') return [];
    if (link) return [`${path}: is a link`];
    if (!integrity?.startsWith('sha512-')) return [`${path}: no sha512`];
    if (resolved && !resolved.startsWith('https://registry.npmjs.org/')) return [`${path}: from ${resolved}`];
    return [];
  });
}

const manifest = JSON.parse(readText('package.json'));
const lock = JSON.parse(readText('package-lock.json'));

describe('packages', () => {
  test('runtime packages are the closed list, all versions are exact', () => {
    expect(packageFaults(manifest)).toEqual([]);
  });

  test('no other field brings packages in', () => {
    expect(
      Object.keys(manifest)
        .filter((key) => /dependenc/i.test(key))
        .sort(),
    ).toEqual(['dependencies', 'devDependencies']);
  });

  test('no install script of ours runs on the machine of a contributor', () => {
    const hooks = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
    expect(Object.keys(manifest.scripts).filter((name) => hooks.includes(name))).toEqual([]);
  });

  test('the lockfile belongs to package.json and pins every byte', () => {
    expect(lock.lockfileVersion).toBe(3);
    expect(lock.packages[''].dependencies).toEqual(manifest.dependencies);
    expect(lock.packages[''].devDependencies).toEqual(manifest.devDependencies);
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
    expect(lockFaults(lock.packages)).toEqual([]);
  });

  test('planted faults are found', () => {
    const exact = {
      '@tanstack/virtual-core': '3.19.11',
      'chart.js': '4.6.1',
      fflate: '0.8.3',
      idb: '8.0.4',
      papaparse: '5.7.1',
      preact: '11.2.0',
      'read-excel-file': '9.3.17',
      zod: '4.6.7',
    };
    expect(packageFaults({ dependencies: exact })).toEqual([]);
    expect(packageFaults({ dependencies: { ...exact, lodash: '4.17.21' } })).toHaveLength(1);
    expect(packageFaults({ dependencies: { ...exact, zod: '^4.6.7' } })).toEqual([
      'zod: ^4.6.7 is not one version',
    ]);
    expect(packageFaults({ dependencies: exact, devDependencies: { vitest: 'latest' } })).toHaveLength(1);
    expect(packageFaults({ dependencies: { ...exact, zod: 'github:colinhacks/zod' } })).toHaveLength(1);
    expect(lockFaults({ '': {}, 'node_modules/a': { integrity: 'sha512-x' } })).toEqual([]);
    expect(lockFaults({ 'node_modules/a': { version: '1.0.0' } })).toEqual(['node_modules/a: no sha512']);
    expect(lockFaults({ 'node_modules/a': { integrity: 'sha1-x' } })).toEqual(['node_modules/a: no sha512']);
    expect(lockFaults({ 'node_modules/a': { link: true, integrity: 'sha512-x' } })).toHaveLength(1);
    const elsewhere = { integrity: 'sha512-x', resolved: 'https://example.org/a.tgz' };
    expect(lockFaults({ 'node_modules/a': elsewhere })).toHaveLength(1);
  });
});
