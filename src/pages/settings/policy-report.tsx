import { useState } from 'preact/hooks';
import { browser } from '../../shared/browser.ts';
import type { SourceState } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import { reportOf } from './report-text.ts';

/** Copies what the IT officer needs to know and nothing about the person. */
export function PolicyReport({ sources }: { readonly sources: readonly SourceState[] }) {
  const { texts, policy } = usePage();
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle');
  const copy = () => {
    const text = reportOf({
      version: browser.runtime.getManifest().version,
      browser: navigator.userAgent,
      now: Date.now(),
      policy,
      sources,
      texts,
    });
    navigator.clipboard.writeText(text).then(
      () => setState('done'),
      () => setState('failed'),
    );
  };
  return (
    <div>
      <button type="button" class="button" onClick={copy}>
        {texts.say('settings.report.copy')}
      </button>
      <p class="row-note">{texts.say('settings.report.note')}</p>
      <p role="status">{state === 'idle' ? '' : texts.say(`settings.report.${state}`)}</p>
    </div>
  );
}
