import { join } from 'node:path';
import { buildSync } from 'esbuild';

const apps = join(import.meta.dirname, '../../fixtures/react');
const bundles = new Map<string, string>();

/** Languages of the interface that are written from right to left. */
const RIGHT_TO_LEFT: readonly string[] = ['ar'];

/** An empty page in this interface language, which the script of the site fills. */
export function reactPage(language: string): string {
  const direction = RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr';
  return `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><title>…</title></head><body><script src="/react.js"></script></body></html>`;
}

/** The script of that page: the site in React, with the editors that the site uses, as sites deliver it. */
export function reactScript(site: string): string {
  const known = bundles.get(site);
  if (known !== undefined) return known;
  const { outputFiles } = buildSync({
    entryPoints: [join(apps, `${site}.jsx`)],
    bundle: true,
    write: false,
    format: 'iife',
    // Our own pages are Preact, by tsconfig.json.
    tsconfigRaw: '{}',
    jsx: 'automatic',
    jsxImportSource: 'react',
    minifySyntax: true,
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    logLevel: 'error',
  });
  const script = outputFiles[0]?.text ?? '';
  bundles.set(site, script);
  return script;
}
