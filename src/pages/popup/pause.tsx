import { useEffect, useState } from 'preact/hooks';
import type { SiteId } from '../../core/types.ts';
import { send, type TabState } from '../../shared/messages.ts';
import { readStored } from '../../shared/storage.ts';
import { usePage } from '../parts/frame.tsx';

interface PauseProps {
  /** Of the tab in front, where it is one of ours. */
  readonly state: TabState | undefined;
}

/** When the pause ends, as a clock shows it. */
export function PauseEnd() {
  const { texts } = usePage();
  const [until, setUntil] = useState<number>();
  useEffect(() => {
    readStored('pause').then(
      ({ pause }) => setUntil(pause?.until),
      () => undefined,
    );
  }, []);
  return <>{until === undefined ? '' : ` ${texts.say('popup.pause.until', { time: texts.time(until) })}`}</>;
}

/** Two ways to be left alone: everywhere for an hour, or on this site until it is switched on again. */
export function Pause({ state }: PauseProps) {
  const { texts, change } = usePage();
  const [failed, setFailed] = useState(false);
  const isPaused = state?.protection === 'paused';
  const run = (work: Promise<unknown>) => {
    setFailed(false);
    work.then(
      (done) => setFailed(done === false),
      () => setFailed(true),
    );
  };
  if (state === undefined) return null;
  const { site } = state;
  const name = { site: texts.say(`site.${site}.name`) };
  const isOff = state.protection === 'off';
  return (
    <div class="pause">
      {isOff ? null : (
        <button type="button" class="button" onClick={() => run(send('pause.set', { on: !isPaused }))}>
          {texts.say(isPaused ? 'popup.pause.end' : 'popup.pause.hour')}
        </button>
      )}
      {isPaused ? null : (
        <button type="button" class="button" onClick={() => run(change(switched(site, isOff)))}>
          {texts.say(isOff ? 'popup.pause.siteOn' : 'popup.pause.siteOff', name)}
        </button>
      )}
      <p role="alert">{failed ? texts.say('popup.pause.failed') : ''}</p>
    </div>
  );
}

function switched(site: SiteId, on: boolean) {
  return <Settings extends { readonly sites: Readonly<Record<SiteId, boolean>> }>(settings: Settings) => ({
    ...settings,
    sites: { ...settings.sites, [site]: on },
  });
}
