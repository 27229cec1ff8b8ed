/**
 * Builds the extension for both engines and the command line.
 *
 *   node build.mjs [--only=extension|cli] [--out=DIR]
 *
 * Output (DIR is dist unless given): chromium/, firefox/, one zip for each, cli/main.js, meta/<bundle>.json. The same
 * sources and lockfile give the same bytes, so that a store reviewer can compare; nothing is minified.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));

/** A fault that the person at the keyboard can mend: shown without a stack. */
class BuildError extends Error {}

const shared = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  metafile: true,
  minify: false,
  charset: 'utf8',
  legalComments: 'inline',
  logLevel: 'silent',
};

const extension = {
  ...shared,
  format: 'iife',
  platform: 'browser',
  target: ['chrome121', 'firefox140'],
  // Every one of these browsers knows them. Without this each becomes a `new RegExp()` that is compiled at every use.
  supported: { 'regexp-unicode-property-escapes': true },
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.css': 'text' },
};

/** The last value of a script that is injected is what the one who injects it gets. */
const injected = { ...extension, globalName: 'structure', footer: { js: 'structure.report;' } };

/** Examples and sources of rule packs are for people and tests: the same rules are compiled without them. */
const packsWithoutNotes = {
  name: 'packs-without-notes',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]rules[\\/][\w-]+\.json$/ }, ({ path }) => {
      const pack = readJson(relative(root, path));
      for (const part of ['contests', 'entities', 'phrases', 'exceptions', 'neutralAccounts'])
        for (const entry of pack[part] ?? []) {
          entry.source = 'rules/';
          if (entry.examples) entry.examples = { match: [], ignore: [] };
        }
      return { contents: JSON.stringify(pack), loader: 'json' };
    });
  },
};

/**
 * What compiling the built-in packs finds out takes longer than all else that is done with a changed list. The code that is
 * built finds it, from the packs that are built, so it is never older than they are.
 */
const preparedPacks = {
  name: 'prepared-packs',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]background[\\/]packs[\\/]prepared\.json$/ }, async () => {
      const options = { ...shared, format: 'esm', platform: 'node', plugins: [packsWithoutNotes] };
      const { bytes } = await bundle('prepare', 'src/background/packs/prepared.ts', options);
      const { prepare } = await import(
        `data:text/javascript;base64,${Buffer.from(bytes).toString('base64')}`
      );
      return { contents: JSON.stringify(prepare()), loader: 'json' };
    });
  },
};

const sites = ['facebook', 'instagram', 'x'];

const commandLine = { ...shared, format: 'esm', platform: 'node', target: 'node20', external: ['jsdom'] };

function readOptions(args) {
  const options = { parts: ['extension', 'cli'], out: join(root, 'dist') };
  for (const argument of args) {
    const [name, value = ''] = argument.split(/=(.*)/s);
    if (name === '--only' && options.parts.includes(value)) options.parts = [value];
    else if (name === '--out' && value !== '') options.out = resolve(value);
    else throw new BuildError(`unknown option ${argument}; use --only=extension, --only=cli or --out=DIR`);
  }
  return options;
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch (error) {
    throw new BuildError(`${path}: ${error.message}`);
  }
}

/** Paths of all files below a folder, relative to it, `/` between the parts, in one order on every system. */
function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** One self-contained bundle: its text and the metafile that says what went into it. */
async function bundle(name, entry, options) {
  if (!existsSync(join(root, entry)))
    throw new BuildError(`${entry} is missing, so ${name} cannot be bundled`);
  const { build } = await import('esbuild');
  const result = await build({ ...options, entryPoints: [entry], outfile: `${name}.js` });
  for (const warning of result.warnings) console.warn(`build: warning: ${entry}: ${warning.text}`);
  return { name, bytes: result.outputFiles[0].contents, metafile: result.metafile };
}

function pageNames() {
  const pages = join(root, 'src/pages');
  return readdirSync(pages)
    .filter((name) => existsSync(join(pages, name, 'index.html')))
    .sort();
}

/** Manifest of one engine: the foreign keys only raise warnings there, and reviewers read warnings. */
function manifestFor(engine, manifest) {
  const {
    key,
    minimum_chrome_version,
    browser_specific_settings,
    background,
    storage,
    optional_host_permissions,
    ...rest
  } = manifest;
  return engine === 'chromium'
    ? {
        ...rest,
        key,
        minimum_chrome_version,
        storage,
        background: { service_worker: background.service_worker },
      }
    : {
        ...rest,
        browser_specific_settings,
        optional_host_permissions,
        background: { scripts: background.scripts },
      };
}

/** `src/locales/manifest.<language>.json` in the form that browsers ask for. */
function localeFiles() {
  const files = {};
  for (const name of readdirSync(join(root, 'src/locales')).sort()) {
    const language = /^manifest\.(\w+)\.json$/.exec(name)?.[1];
    if (!language) continue;
    const texts = Object.entries(readJson(`src/locales/${name}`));
    const messages = Object.fromEntries(texts.map(([key, message]) => [key, { message }]));
    files[`_locales/${language}/messages.json`] = toJson(messages);
  }
  return files;
}

/** Folders of the packages whose code is really in the bundles. */
function bundledPackages(metafiles) {
  const folders = new Set();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
        if (folder && bytesInOutput > 0) folders.add(folder);
      }
    }
  }
  return [...folders].sort();
}

function thirdPartyLicences(bundles) {
  const parts = bundledPackages(bundles.map(({ metafile }) => metafile)).map((folder) => {
    const { name, version, license, homepage, repository } = readJson(`${folder}/package.json`);
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new BuildError(`${folder} has no licence file, so it may not be shipped`);
    const source = repository?.url ?? repository ?? homepage ?? '';
    const text = readFileSync(join(root, folder, file), 'utf8')
      .replaceAll('\r\n', '\n')
      .trim();
    return `${name} ${version} (${license})\nSource, unmodified release: ${source}\n\n${text}\n`;
  });
  return ['Packages whose code is part of this software, with their licences.\n', ...parts].join(
    `\n${'-'.repeat(80)}\n\n`,
  );
}

function toJson(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Writes `files` (path -> text or bytes) as the whole content of a folder. */
function writeFolder(folder, files) {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

async function zip(files) {
  const { strToU8, zipSync } = await import('fflate');
  const sorted = Object.keys(files)
    .sort()
    .map((path) => [
      path,
      typeof files[path] === 'string' ? strToU8(files[path]) : new Uint8Array(files[path]),
    ]);
  // Zip times are local times without a zone: local parts give the same bytes in every zone.
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: new Date(1980, 0, 1) });
}

async function buildExtension(out) {
  const manifest = readJson('manifest.json');
  const { version } = readJson('package.json');
  if (manifest.version !== version) {
    throw new BuildError(`manifest.json has version ${manifest.version}, package.json has ${version}`);
  }
  const pages = pageNames();
  const bundles = await Promise.all([
    // One per site: a page loads the adapter of its own site only.
    ...sites.map((site) => bundle(`content/${site}`, `src/content/${site}.ts`, extension)),
    bundle('content/structure', 'src/content/structure.ts', injected),
    bundle('background', 'src/background/main.ts', {
      ...extension,
      plugins: [packsWithoutNotes, preparedPacks],
    }),
    // Loaded by a page when it is wanted, so it is a module.
    bundle('pages/xlsx/main', 'src/pages/xlsx/main.ts', { ...extension, format: 'esm' }),
    ...pages.map((page) => bundle(`pages/${page}/main`, `src/pages/${page}/main.tsx`, extension)),
  ]);

  const common = { ...localeFiles(), 'THIRD-PARTY-LICENSES.txt': thirdPartyLicences(bundles) };
  common['managed-schema.json'] = readFileSync(join(root, 'src/managed-schema.json'));
  common.LICENSE = readFileSync(join(root, 'LICENSE'));
  for (const { name, bytes } of bundles) common[`${name}.js`] = bytes;
  for (const icon of listFiles(join(root, 'icons')).filter((name) => name.endsWith('.png'))) {
    common[`icons/${icon}`] = readFileSync(join(root, 'icons', icon));
  }
  for (const file of listFiles(join(root, 'src/pages')).filter((name) =>
    /\.(html|css|svg|png)$/.test(name),
  )) {
    common[`pages/${file}`] = readFileSync(join(root, 'src/pages', file));
  }

  for (const { name, bytes, metafile } of bundles) {
    writeMeta(out, name.replace(/^pages\/(.*)\/main$/, '$1').replace('/', '-'), metafile);
    report(`${name}.js`, bytes);
  }
  for (const engine of ['chromium', 'firefox']) {
    const files = { ...common, 'manifest.json': toJson(manifestFor(engine, manifest)) };
    writeFolder(join(out, engine), files);
    const archive = await zip(files);
    const name = `jaga-netral-${engine}-${version}.zip`;
    writeFileSync(join(out, name), archive);
    report(name, archive);
  }
}

async function buildCommandLine(out) {
  const cli = await bundle('cli', 'src/cli/main.ts', commandLine);
  writeFolder(join(out, 'cli'), {
    'main.js': cli.bytes,
    'THIRD-PARTY-LICENSES.txt': thirdPartyLicences([cli]),
  });
  writeMeta(out, 'cli', cli.metafile);
  report('cli/main.js', cli.bytes);
}

function writeMeta(out, name, metafile) {
  mkdirSync(join(out, 'meta'), { recursive: true });
  writeFileSync(join(out, 'meta', `${name}.json`), toJson(metafile));
}

function report(name, bytes) {
  console.log(`${(bytes.length / 1000).toFixed(1).padStart(8)} kB  ${name}`);
}

async function main() {
  const { parts, out } = readOptions(process.argv.slice(2));
  if (parts.includes('extension')) await buildExtension(out);
  if (parts.includes('cli')) await buildCommandLine(out);
  console.log(`built in ${relative(process.cwd(), out) || '.'}`);
}

try {
  await main();
} catch (error) {
  if (error instanceof BuildError) {
    console.error(`build: ${error.message}`);
  } else if (error.code === 'ERR_MODULE_NOT_FOUND') {
    console.error(`build: ${error.message}\nbuild: install the packages first: npm ci`);
  } else if (Array.isArray(error.errors)) {
    const { formatMessages } = await import('esbuild');
    console.error((await formatMessages(error.errors, { kind: 'error' })).join(''));
    console.error('build: failed');
  } else {
    console.error(error);
  }
  process.exitCode = 1;
}
