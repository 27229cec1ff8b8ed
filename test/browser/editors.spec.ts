import { beforeAll, describe, expect, test } from 'vitest';
import { IS_FULL, inTurn } from '../extent.ts';
import { until } from './driver/driver.ts';
import { inBoth, type Lane, load, startLanes } from './lanes.ts';
import { facebookReact } from './react/facebook.ts';
import { instagramReact } from './react/instagram.ts';
import { type About, LANGUAGES, type Language, type ReactScenario } from './react/scenario.ts';
import { xReact } from './react/x.ts';
import { answer, forgetReminders, performed, REMINDER_OPEN, rowsOf } from './scenario.ts';

const ALL = [...facebookReact, ...instagramReact, ...xReact];

/** Each of some scenarios in one language, in turns; in full, each of all in every language. */
const RUNS = ALL.filter(({ isAlways }) => IS_FULL || isAlways).flatMap((scenario, index) =>
  LANGUAGES.filter((_, place) => IS_FULL || place === index % LANGUAGES.length).map(
    (language) => [`${scenario.site}, ${language}: ${scenario.name}`, scenario, language, index] as const,
  ),
);

async function run(lane: Lane, scenario: ReactScenario, language: Language): Promise<void> {
  const { tab, pages } = lane;
  const { prepare, commit, words, draft, action, isAlone } = scenario;
  const expected = (about: About) => ({
    action,
    post: isAlone ? null : about,
    ...(words ? { text: words(about) } : {}),
  });
  const draftOf = (about: About) =>
    draft ? tab.evaluate<string>(`window.drafts['${draft(about)}']()`) : Promise.resolve(undefined);

  await load(lane, scenario.address(language));
  await prepare?.(tab, 'campaign');
  await commit(tab, 'campaign');
  await answer(tab, draft ? 'cancel' : 'escape');
  expect(await performed(tab), 'cancelled').toEqual([]);
  expect(await draftOf('campaign'), 'draft after cancel').toBe(words?.('campaign'));

  // The same words again would pass.
  await forgetReminders(pages);
  await commit(tab, 'campaign');
  await until(tab, REMINDER_OPEN);
  expect(await performed(tab), 'held').toEqual([]);
  await answer(tab, 'continue');
  await until(tab, 'window.performed.length > 0');
  // The rows come after the replay: a second performance would be there by now.
  expect(await rowsOf(pages, 2)).toHaveLength(2);
  expect(await performed(tab), 'continued').toEqual([expected('campaign')]);

  await tab.evaluate(
    `window.performed.length = 0; window.render({ layer: null }); window.seen = window.probe.hosts.length`,
  );
  await prepare?.(tab, 'rain');
  await commit(tab, 'rain');
  await until(tab, 'window.performed.length > 0');
  expect(await performed(tab), 'ordinary').toEqual([expected('rain')]);
  expect(await tab.evaluate('window.probe.hosts.length === window.seen'), 'ordinary').toBe(true);
  expect(await tab.evaluate('window.probe.untouched'), 'ordinary').toBe(true);
}

/** Enter that ends a word of an input method is no Enter that sends: it is never held. */
async function compose(lane: Lane, scenario: ReactScenario): Promise<void> {
  const { tab, pages } = lane;
  const { prepare, commit, draft, words } = scenario;
  const draftText = `window.drafts['${draft?.('campaign')}']()`;
  const whole = `${words?.('campaign')} semuanya`;
  await load(lane, scenario.address('id'));
  await prepare?.(tab, 'campaign');
  await tab.type(' ');
  await tab.compose('semuanya');
  await until(tab, `${draftText} === ${JSON.stringify(whole)}`);
  expect(await tab.evaluate('window.probe.hosts.length'), 'composed').toBe(0);
  expect(await tab.evaluate('window.probe.untouched'), 'composed').toBe(true);
  expect(await performed(tab), 'composed').toEqual([]);

  await commit(tab, 'campaign');
  await answer(tab, 'cancel');
  expect(await tab.evaluate(draftText), 'cancelled').toBe(whole);
  await forgetReminders(pages);
  await commit(tab, 'campaign');
  await answer(tab, 'continue');
  await until(tab, 'window.performed.length > 0');
  expect(await performed(tab)).toMatchObject([{ action: scenario.action, text: whole }]);
  await rowsOf(pages, 2);
}

/** One box of each kind: Lexical, a controlled textarea and, in full, Draft.js, in which Enter alone sends nothing. */
const BOXES = (IS_FULL ? ALL : [...facebookReact, ...instagramReact]).filter(({ name }) =>
  /^(comment|reply) by (Ctrl\+)?Enter \(/.test(name),
);

describe('pages with React, Lexical and Draft.js, in Chromium and in Firefox', () => {
  let lanes: readonly Lane[] = [];
  beforeAll(async () => {
    lanes = await startLanes();
  });

  test.each(RUNS)('%s', (_title, scenario, language, index) =>
    inBoth(inTurn(lanes, index), (lane) => run(lane, scenario, language)),
  );

  test.each(BOXES.map((scenario, index) => [`${scenario.site}, ${scenario.name}`, scenario, index] as const))(
    '%s: Enter that ends a composition is not held, the next one is',
    (_title, scenario, index) => inBoth(inTurn(lanes, index), (lane) => compose(lane, scenario)),
  );
});
