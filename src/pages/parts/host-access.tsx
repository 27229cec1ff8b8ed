import { useEffect, useState } from 'preact/hooks';
import { hasHostAccess, requestHostAccess, watchHostAccess } from '../../shared/permissions.ts';
import { usePage } from './frame.tsx';
import { Icon } from './icon.tsx';
import { Notice } from './notice.tsx';

/**
 * Whether the browser lets us into the sites, and the way to ask for it. Firefox asks the person; a policy may too.
 * `isQuiet`: says nothing where all is well.
 */
export function HostAccess({ isQuiet = false }: { readonly isQuiet?: boolean }) {
  const { texts } = usePage();
  const [access, setAccess] = useState<'waiting' | 'given' | 'missing' | 'refused'>('waiting');
  useEffect(() => {
    const lifetime = new AbortController();
    const look = () => {
      hasHostAccess().then(
        (isGiven) => setAccess(isGiven ? 'given' : 'missing'),
        () => setAccess('missing'),
      );
    };
    watchHostAccess(look, lifetime.signal);
    look();
    return () => lifetime.abort();
  }, []);
  const ask = () => {
    requestHostAccess().then(
      (isGiven) => setAccess(isGiven ? 'given' : 'refused'),
      () => setAccess('refused'),
    );
  };
  if (isQuiet && (access === 'waiting' || access === 'given')) return null;
  return (
    <div aria-live="polite">
      {access === 'given' ? (
        <p class="privacy">
          <Icon name="check" />
          <span>{texts.say('welcome.access.given')}</span>
        </p>
      ) : null}
      {access === 'missing' || access === 'refused' ? (
        <Notice kind="remark" text={texts.say(`welcome.access.${access}`)}>
          <button type="button" class="button button-main" onClick={ask}>
            {texts.say('welcome.access.ask')}
          </button>
        </Notice>
      ) : null}
    </div>
  );
}
