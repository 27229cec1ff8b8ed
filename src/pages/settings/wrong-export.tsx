import type { WrongDetection } from '../../core/decision/wrong-detection.ts';
import { browser } from '../../shared/browser.ts';
import { usePage } from '../parts/frame.tsx';
import { saveFile } from '../parts/save-file.ts';
import { useAnswer } from '../parts/use-answer.ts';
import { wrongReport } from './wrong-report.ts';

/** The whole text of the file stands there before it can be saved. */
export function WrongExport({ detections }: { readonly detections: readonly WrongDetection[] }) {
  const { texts } = usePage();
  const ids = [...new Set(detections.map(({ entry }) => entry))];
  const { answer } = useAnswer('entries.name', ids);
  if (typeof answer === 'string') return null;
  const report = wrongReport(detections, answer, browser.runtime.getManifest().version);
  return (
    <details class="report">
      <summary>{texts.say('settings.wrong.show')}</summary>
      <p class="row-note">{texts.say('settings.wrong.lead')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to. */}
      <section tabIndex={0} aria-label={texts.say('settings.wrong.text')}>
        <pre>{report}</pre>
      </section>
      <button type="button" class="button" onClick={() => saveFile('salah-deteksi.json', report)}>
        {texts.say('settings.wrong.save')}
      </button>
    </details>
  );
}
