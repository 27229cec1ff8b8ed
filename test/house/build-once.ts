import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { buildAside } from './repository.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of a build of the sources as they are, for all tests of this folder; nobody changes it. */
    readonly build: string;
  }
}

/** Four files look into a build, and one takes a core for a quarter of a minute: they share it. */
// biome-ignore lint/style/noDefaultExport: vitest calls the default export of a global set-up.
export default function buildOnce({ provide }: TestProject): () => void {
  const folder = buildAside();
  provide('build', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
