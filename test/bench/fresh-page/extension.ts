import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { compile } from '../../../src/core/compile/compile.ts';
import { encodeRules } from '../../../src/core/matching/encode-rules.ts';
import { toBase64 } from '../../../src/shared/base64.ts';
import { root } from '../../browser/driver/installed.ts';
import { USUAL_SIZE } from '../engines.ts';
import { generateFeed } from '../feed.ts';
import { generateNames, packOfNames } from '../names.ts';

/** Ways to get from storage to a first answer: what the content script imports, what it reads, how it builds. */
export const WAYS = {
  stored: {
    name: 'match() from the stored compiled pack',
    imports: `import { match } from './src/core/matching/match.ts'; import { openRuleIndex } from './src/core/matching/rule-index.ts';
      import { fromBase64 } from './src/shared/base64.ts';`,
    report: `reportTimes('compiled', (stored) => {
      const rules = openRuleIndex(fromBase64(stored));
      return (text) => match({ text }, rules, () => true).findings.length;
    });`,
  },
  built: peerWay('match() built in the tab from stored terms', 'ours', 'ours'),
  flashtext: peerWay('flashtext.js', 'flashtext', 'flashtext'),
  alternation: peerWay('RegExp alternation', 'alternation', 'alternation'),
  trie: peerWay('RegExp trie', 'trie', 'trie'),
  automaton: peerWay('@monyone/aho-corasick fast', 'aho-corasick', 'ahoCorasick'),
  obscenity: peerWay('obscenity', 'obscenity', 'obscenity'),
  glin: peerWay('glin-profanity', 'glin-profanity', 'glinProfanity'),
} as const;
export type Way = keyof typeof WAYS;

function peerWay(name: string, file: string, peer: string) {
  return {
    name,
    imports: `import { ${peer} } from './test/bench/peers/${file}.ts';`,
    report: `reportTimes('terms', (terms) => ${peer}.build(terms));`,
  };
}

async function contentScript(way: Way): Promise<string> {
  const { imports, report } = WAYS[way];
  const result = await build({
    stdin: {
      contents: `import { reportTimes } from './test/bench/fresh-page/report-times.ts'; ${imports} ${report}`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: ['chrome121', 'firefox140'],
    banner: { js: 'const benchStart = performance.now();' },
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

const BACKGROUND = `for (const key of ['terms', 'compiled', 'text']) {
  fetch(chrome.runtime.getURL(key + '.json'))
    .then((response) => response.json())
    .then((value) => chrome.storage.local.set({ [key]: value }));
}`;

const id = 'bench@jaganetral.org';
const PAGE = 'https://www.facebook.com/feed.id.html';
export const addressOf = (way: Way) => `${PAGE}?way=${way}`;

/**
 * An extension that stores terms, the same terms compiled, and a post; each address of a way runs one content script
 * that reads them, as the real one does. The rule file goes into storage as base64, as it does in the product.
 */
export async function writeExtension(engine: 'chromium' | 'firefox'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jaga-fresh-'));
  const terms = generateNames(USUAL_SIZE);
  const text = `${generateFeed(1, [], 900)[0]?.slice(0, 250)} Kemarin ada ${terms[5]} di kampung`;
  const ways = Object.keys(WAYS) as Way[];
  const manifest = {
    manifest_version: 3,
    name: 'Bench',
    version: '1',
    permissions: ['storage', 'unlimitedStorage'],
    host_permissions: ['https://www.facebook.com/*'],
    content_scripts: ways.map((way) => ({
      matches: ['https://www.facebook.com/*'],
      include_globs: [`*way=${way}`],
      js: [`${way}.js`],
      run_at: 'document_start',
    })),
    ...(engine === 'chromium'
      ? { background: { service_worker: 'background.js' } }
      : {
          background: { scripts: ['background.js'] },
          browser_specific_settings: { gecko: { id, data_collection_permissions: { required: ['none'] } } },
        }),
  };
  const files: Record<string, string> = {
    'manifest.json': JSON.stringify(manifest),
    'background.js': BACKGROUND,
    'terms.json': JSON.stringify(terms),
    'compiled.json': JSON.stringify(toBase64(encodeRules(compile([packOfNames(terms)])))),
    'text.json': JSON.stringify(text),
  };
  for (const way of ways) files[`${way}.js`] = await contentScript(way);
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}
