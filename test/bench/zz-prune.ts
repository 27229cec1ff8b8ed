import { build } from 'esbuild';
import { startChromium } from '../browser/driver/chromium.ts';
const { outputFiles } = await build({ stdin: { contents: (await import('node:fs')).readFileSync('/tmp/L/prune-entry.ts', 'utf8'), resolveDir: process.cwd(), loader: 'ts' }, bundle: true, format: 'iife', write: false });
for (const start of [startChromium]) {
  const browser = await start();
  const pages = await browser.openExtensionPage('pages/settings/index.html');
  await pages.evaluate(`(() => { ${outputFiles[0].text} })()`);
  console.log(browser.name, await pages.evaluate('runPrune()'));
  await browser.close();
}
