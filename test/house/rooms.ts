import { importsOf, resolveImport } from './layers.ts';

/**
 * Folders of a layer, from the bottom up, each with the folders that it may import. Files beside the folders are open to
 * all of them; which of these may look into a folder stands in `DOORS`.
 */
export const ROOMS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  core: {
    format: [],
    text: [],
    language: ['text'],
    log: ['format'],
    pack: ['format', 'text', 'log'],
    'rule-file': ['pack'],
    matching: ['text', 'language', 'pack', 'rule-file'],
    compile: ['text', 'language', 'pack', 'rule-file', 'matching'],
    reminding: ['matching'],
    settings: ['log', 'pack', 'rule-file', 'reminding'],
    decision: ['log', 'rule-file', 'matching', 'reminding', 'settings'],
    trial: ['pack', 'matching', 'compile'],
    'pack-table': ['text', 'pack'],
    'pack-lint': ['format', 'text', 'language', 'pack', 'matching', 'trial', 'pack-table'],
    kit: ['pack', 'settings'],
  },
  sites: { facebook: [], instagram: [], x: [] },
  background: { log: [], packs: ['log'] },
  cli: { inspect: [], pack: [] },
};

/** Files beside the folders of a layer that may import out of them; undefined: all. */
const DOORS: Readonly<Record<string, readonly string[] | undefined>> = {
  core: [],
  sites: ['src/sites/index.ts'],
};

/** Every import that goes from a room to one that it may not know, as `file: may not import path`. */
export function roomFaults(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([file, text]) =>
    importsOf(text)
      .map(({ specifier }) => resolveImport(file, specifier))
      .filter((path) => path !== undefined && !isOpen(file, path))
      .map((path) => `${file}: may not import ${path}`),
  );
}

function isOpen(file: string, path: string): boolean {
  const [layer = '', from] = placeOf(file);
  const [targetLayer, to] = placeOf(path);
  const rooms = ROOMS[layer];
  if (!rooms || layer !== targetLayer || to === undefined || from === to) return true;
  if (from === undefined) return DOORS[layer]?.includes(file) ?? true;
  return rooms[from]?.includes(to) ?? false;
}

/** `src/core/text/fold.ts` -> `core`, `text`; `src/core/types.ts` -> `core`, undefined. */
function placeOf(path: string): readonly (string | undefined)[] {
  const [, layer, folder, file] = path.split('/');
  return [layer, file === undefined ? undefined : folder];
}
