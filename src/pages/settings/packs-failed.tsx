import { usePage } from '../parts/frame.tsx';
import { RetryNotice } from '../parts/retry-notice.tsx';

/** The packs cannot be shown; protection does not need this page. */
export function PacksFailed({ retry }: { readonly retry: () => void }) {
  const { texts } = usePage();
  return (
    <RetryNotice
      text={texts.say('settings.packs.failed')}
      again={texts.say('settings.packs.retry')}
      onRetry={retry}
    />
  );
}
