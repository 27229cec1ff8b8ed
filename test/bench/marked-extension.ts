import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { root } from '../browser/driver/installed.ts';
import { SCENARIOS } from '../browser/scenario.ts';

/** Functions whose calls are marked: the file that asks for them, the file that has them, their name. */
const MARKED = [
  { asking: /decisions\.ts$/, having: './src/core/decision/decide.ts', name: 'decide' },
  { asking: /decide\.ts$/, having: './src/core/matching/match.ts', name: 'match' },
  { asking: /protection\.ts$/, having: './src/reminder/reminder.ts', name: 'openReminder' },
] as const;
/** Functions of an adapter that a press calls. */
const OF_SITE = ['findControl', 'isDone', 'readPost', 'readAccount', 'readOwnWords'];
export const PARTS = [...OF_SITE, ...MARKED.map(({ name }) => name)];

/** Puts a marked function in the place of the true one, in the one file that calls it. */
const marks: Plugin = {
  name: 'marks',
  setup({ onResolve, onLoad }) {
    for (const { asking, having, name } of MARKED) {
      const file = having.split('/').at(-1) ?? '';
      onResolve({ filter: new RegExp(`/${file.replace('.', '\\.')}$`) }, ({ importer, kind }) =>
        asking.test(importer) && kind === 'import-statement' ? { path: having, namespace: name } : undefined,
      );
      onLoad({ filter: /./, namespace: name }, () => ({
        contents: `import { ${name} as whole } from '${having}';
          import { marked } from './test/bench/press-marks.ts';
          export * from '${having}';
          export const ${name} = marked('${name}', whole);`,
        resolveDir: root,
        loader: 'ts',
      }));
    }
  },
};

async function markedBundle(site: string): Promise<string> {
  const result = await build({
    stdin: {
      contents: `import { ${site} as site } from './src/sites/${site}/${site}.ts';
        import { startProtection } from './src/content/protection.ts';
        import { marked } from './test/bench/press-marks.ts';
        startProtection({ ...site, ${OF_SITE.map((name) => `${name}: marked('${name}', site.${name})`).join()} });`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    charset: 'utf8',
    target: 'chrome121',
    supported: { 'regexp-unicode-property-escapes': true },
    loader: { '.css': 'text' },
    plugins: [marks],
  });
  return result.outputFiles[0]?.text ?? '';
}

/** The built extension with content scripts that mark the parts of a press. */
export async function markedExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jaga-marked-'));
  await cp(join(root, 'dist/chromium'), folder, { recursive: true });
  for (const { id } of SCENARIOS) await writeFile(join(folder, `content/${id}.js`), await markedBundle(id));
  return folder;
}
