import { useEffect } from 'preact/hooks';

/** What has just happened, for people who see the page and for those who hear it. */
export interface Saying {
  readonly text: string;
  readonly kind: 'done' | 'failed';
}

/** Long enough to read. */
const SHOWN_MS = 6_000;

/**
 * A failure stays until something else is said. Both regions exist from the start: a live region that appears together
 * with its text is often not read out.
 */
export function SaidLine({ saying, onOver }: { readonly saying: Saying | undefined; onOver(): void }) {
  useEffect(() => {
    if (saying?.kind !== 'done') return;
    const timer = setTimeout(onOver, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [saying]);
  return (
    <div class="said">
      <p role="status" class="said-done">
        {saying?.kind === 'done' ? saying.text : ''}
      </p>
      <p role="alert" class="said-failed">
        {saying?.kind === 'failed' ? saying.text : ''}
      </p>
    </div>
  );
}
