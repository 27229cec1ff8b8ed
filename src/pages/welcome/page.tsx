import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import { Brand } from '../parts/header.tsx';
import { Notice } from '../parts/notice.tsx';
import { useHash } from '../parts/use-hash.ts';
import { AboutScreen } from './about.tsx';
import { ChoicesScreen } from './choices.tsx';
import { PracticeScreen } from './practice.tsx';
import { afterScreen, beforeScreen, SCREENS, type Screen, screenOf } from './screens.ts';

const SETTINGS = '../settings/index.html';

/** The first run. Nothing is logged before its end; skipping it is an end too, and leaves the settings as they are. */
export function WelcomePage() {
  const { texts, effective: settings } = usePage();
  const screen = useHash(screenOf);
  const [isFailed, setFailed] = useState(false);
  const [isTried, setTried] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(screen);
  // A screen reader begins anew with each screen; not when the page is opened.
  useEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    heading.current?.focus();
    scrollTo(0, 0);
  }, [screen]);

  /** Rows may be stored from now on. The page stays where that could not be noted, or nothing would ever be logged. */
  const end = (then: () => void) => {
    setFailed(false);
    send('welcome.done', null).then(then, () => setFailed(true));
  };
  const leave = () => end(() => location.assign(SETTINGS));
  const next = afterScreen(screen);
  const go = (to: Screen) => {
    location.hash = to;
  };
  const goOn = () => {
    if (next === undefined) leave();
    else if (screen === 'choices') end(() => go(next));
    else go(next);
  };
  const before = beforeScreen(screen);
  const isLast = next === undefined;
  const title = (
    <h1 tabIndex={-1} ref={heading}>
      {texts.say(`welcome.${screen}.title`)}
    </h1>
  );

  return (
    <>
      <header class="header">
        <div class="header-inner">
          <Brand />
        </div>
      </header>
      <main class="page welcome">
        <p class="step">
          {texts.say('welcome.page.step', {
            step: texts.number(SCREENS.indexOf(screen) + 1),
            steps: texts.number(SCREENS.length),
          })}
        </p>
        {screen === 'about' ? <AboutScreen title={title} /> : null}
        {screen === 'choices' ? <ChoicesScreen title={title} onFailed={() => setFailed(true)} /> : null}
        {screen === 'practice' ? <PracticeScreen title={title} onTried={() => setTried(true)} /> : null}
        {isFailed ? <Notice kind="problem" text={texts.say('welcome.page.failed')} /> : null}
        <div class="steps">
          {isLast && !isTried ? null : (
            <button type="button" class="button button-main" onClick={goOn}>
              {texts.say(isLast ? 'welcome.page.end' : 'welcome.page.next')}
            </button>
          )}
          {before === undefined ? null : (
            <button type="button" class="button" onClick={() => go(before)}>
              {texts.say('welcome.page.back')}
            </button>
          )}
          {isLast && isTried ? null : (
            <button type="button" class="button" onClick={leave} aria-describedby="skip-note">
              {texts.say('welcome.page.skip')}
            </button>
          )}
          <p class="row-note" id="skip-note">
            {isLast
              ? texts.say('welcome.page.skip-last')
              : texts.say('welcome.page.skip-note', {
                  log: texts.say(`settings.log.${settings.log}`),
                  regions:
                    settings.regions.length === 0
                      ? texts.say('welcome.page.every-region')
                      : settings.regions.join(', '),
                })}
          </p>
        </div>
      </main>
    </>
  );
}
