import { useState } from 'preact/hooks';
import { send } from '../../shared/messages.ts';
import { requestFetchFrom } from '../../shared/permissions.ts';
import { usePage } from '../parts/frame.tsx';
import { Notice } from '../parts/notice.tsx';

/** Firefox lets nothing be fetched without naming the profile until the person gives access to the host. */
export function SourceAccess({ url, changed }: { readonly url: string; changed(): void }) {
  const { texts } = usePage();
  const [state, setState] = useState<'idle' | 'checking' | 'refused'>('idle');
  const ask = () => {
    requestFetchFrom(url)
      .then((given) => {
        if (!given) return setState('refused');
        // A new list is compiled and tried: on a slow computer that takes a while.
        setState('checking');
        return send('sources.check', null).then(changed);
      })
      .catch(() => setState('refused'));
  };
  return (
    <Notice kind="remark" text={texts.say('settings.sources.allow.why')}>
      <button type="button" class="button button-main" disabled={state === 'checking'} onClick={ask}>
        {texts.say('settings.sources.allow', { host: new URL(url).hostname })}
      </button>
      <p role="status">{state === 'checking' ? texts.say('settings.sources.check.checking') : ''}</p>
      <p role="alert">{state === 'refused' ? texts.say('settings.sources.allow.refused') : ''}</p>
    </Notice>
  );
}
