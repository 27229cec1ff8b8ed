import { until } from './driver/driver.ts';
import type { Lane } from './lanes.ts';
import { type ORDINARY, ORDINARY_PRELUDE } from './ordinary-states.ts';
import { performed, protectedTab } from './scenario.ts';
import { look, middleOf } from './witness.ts';

const LIKE = '[data-test-id=campaign] [data-testid=like]';
/** A little more than the arming time, which begins anew when something lay above the reminder for a moment. */
const READY_MS = 750;
const READY_AFTER_CHANGE_MS = 1_500;
/** By then the reminder is gone where it takes a press. */
const ANSWERED_MS = 1_000;

/** What went wrong, or undefined. */
export async function proceedIn(
  { tab, pages }: Lane,
  one: (typeof ORDINARY)[number],
): Promise<string | undefined> {
  const { surrounding, state } = one;
  await tab.resize(surrounding, surrounding.scale);
  await tab.media(surrounding.media);
  await tab.goto('https://x.com/feed.id.html');
  await protectedTab(pages, 'x.com');
  if (state.needsGesture) await tab.clickAt(2, surrounding.height - 2);
  const { x, y } = await tab.evaluate<{ x: number; y: number }>(`(async () => {
    ${ORDINARY_PRELUDE}
    document.documentElement.dir = ${JSON.stringify(surrounding.isRightToLeft ? 'rtl' : 'ltr')};
    await (async () => { ${state.before?.startsWith('(async') || state.needsGesture ? `await ${state.before}` : (state.before ?? '')} })();
    const button = document.querySelector('${LIKE}');
    button.scrollIntoView({ block: 'center', behavior: 'instant' });
    scrollBy({ top: ${surrounding.scrolled / 10}, behavior: 'instant' });
    const { x, y, width, height } = button.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  })()`);
  await tab.clickAt(x, y);
  await until(tab, 'window.probe.hosts.length > 0');
  await tab.evaluate(`(async () => { ${state.during ?? ''} })()`);
  await tab.evaluate('window.since = performance.now()');
  await until(tab, `performance.now() - window.since > ${state.during ? READY_AFTER_CHANGE_MS : READY_MS}`);
  const sight = await look(tab);
  if (!sight) return 'the reminder is gone';
  await tab.clickAt(...middleOf(sight.proceed));
  await tab.evaluate('window.since = performance.now()');
  await until(tab, `window.performed.length > 0 || performance.now() - window.since > ${ANSWERED_MS}`);
  if ((await performed(tab)).length === 0) {
    if (await look(tab)) return `refused: ${JSON.stringify(sight)}`;
    // It took the press, and a busy machine is still about to perform it.
    await until(tab, 'window.performed.length > 0');
  }
  const done = await performed(tab);
  // Firefox cannot size a window that is in fullscreen.
  if (state.needsGesture) await tab.evaluate('document.exitFullscreen()');
  return done.length === 1 && done[0]?.post === 'campaign' ? undefined : `performed ${JSON.stringify(done)}`;
}
