import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GESTURE_EVENTS } from '../../src/content/gesture.ts';
import { FILE_EVENTS } from '../../src/content/held-files.ts';

/**
 * An extension whose content script listens to the same events as ours and does nothing in them: what the browser, its trace
 * and its slow processor need for a press by themselves.
 */
export async function emptyListeners(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jaga-bench-'));
  const manifest = {
    manifest_version: 3,
    name: 'Empty listeners',
    version: '1',
    background: { service_worker: 'worker.js' },
    content_scripts: [
      {
        matches: ['https://*.facebook.com/*'],
        js: ['content.js'],
        run_at: 'document_start',
        all_frames: true,
      },
    ],
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'worker.js'), '');
  await writeFile(
    join(folder, 'content.js'),
    `let events = 0;
    for (const type of ${JSON.stringify([...GESTURE_EVENTS, ...FILE_EVENTS, 'pointerover', 'focusin'])})
      window.addEventListener(type, () => { events += 1; }, { capture: true, passive: false });`,
  );
  return folder;
}
