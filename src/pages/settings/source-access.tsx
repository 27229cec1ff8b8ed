import { useState } from 'preact/hooks';
import { send } from '../../shared/messages.ts';
import { requestFetchFrom } from '../../shared/permissions.ts';
import { usePage } from '../parts/frame.tsx';
import { Notice } from '../parts/notice.tsx';

/** Firefox lets nothing be fetched without naming the profile until the person gives access to the host. */
export function SourceAccess({ url, changed }: { readonly url: string; changed(): void }) {
  const { texts } = usePage();
  const [refused, setRefused] = useState(false);
  const ask = () => {
    requestFetchFrom(url)
      .then((given) => (given ? send('sources.check', null).then(changed) : setRefused(true)))
      .catch(() => setRefused(true));
  };
  return (
    <Notice kind="remark" text={texts.say('settings.sources.allow.why')}>
      <button type="button" class="button button-main" onClick={ask}>
        {texts.say('settings.sources.allow', { host: new URL(url).hostname })}
      </button>
      <p role="alert">{refused ? texts.say('settings.sources.allow.refused') : ''}</p>
    </Notice>
  );
}
