import { usePage } from '../parts/frame.tsx';
import { Notice } from '../parts/notice.tsx';

/** The packs cannot be shown; protection does not need this page. */
export function PacksFailed({ retry }: { readonly retry: () => void }) {
  const { texts } = usePage();
  return (
    <Notice kind="problem" text={texts.say('settings.packs.failed')}>
      <button type="button" class="button" onClick={retry}>
        {texts.say('settings.packs.retry')}
      </button>
    </Notice>
  );
}
