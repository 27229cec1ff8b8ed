import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../../..');

/** Path of a program that `test/setup.mjs` found or installed. */
export function programPath(name: 'chromium' | 'firefox' | 'nginx', option = `--${name}`): string {
  const file = join(root, '.cache/browsers.json');
  const paths = JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<string, string>>;
  const path = paths[name];
  if (!path) throw new Error(`no ${name} in ${file}: run "node test/setup.mjs ${option}"`);
  return path;
}

export const browserPath = (name: 'chromium' | 'firefox'): string => programPath(name, `--browser=${name}`);

/** A small picture to pick, paste or drop. */
export const PICTURE = join(root, 'icons/icon-16.png');

/** Folder of an extension of the tests only, which sees what the closed shadow root hides from pages. */
export const WITNESS = join(import.meta.dirname, '../witness');
