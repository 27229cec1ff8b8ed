// The fixtures bring their own jsdom documents.
// @vitest-environment node

import { expect, test } from 'vitest';
import { facebook } from '../../src/sites/facebook/facebook.ts';
import { healthOf } from '../../src/sites/health.ts';
import { instagram } from '../../src/sites/instagram/instagram.ts';
import { x } from '../../src/sites/x/x.ts';
import { IS_FULL } from '../extent.ts';
import { PAGES, pageIn, STATES } from './page-states.ts';

const sites = { facebook, instagram, x };
const ALL = PAGES.flatMap((page) => Object.keys(STATES).map((state) => ({ page, state })));
/** `npm test` looks at every 25th, which is each state and every third page; in full, at all of them. */
const SAMPLE_STEP = 25;
const LOOKED_AT = ALL.filter((_, index) => IS_FULL || index % SAMPLE_STEP === 0);

/** A false alarm teaches people to overlook the true one. */
test.each(Object.values(sites))(
  '$id: health says nothing against pages that have not changed, in whatever state they are',
  (site) => {
    const lookedAt = LOOKED_AT.filter(({ page }) => page.site === site.id);
    expect(lookedAt.length).toBeGreaterThan(5);
    const alarms = lookedAt.flatMap(({ page, state }) => {
      const { page: word, unknown } = healthOf(site, pageIn(page, state));
      return word === 'understood' && unknown.length === 0
        ? []
        : [`${page.name}, ${state}: ${word} ${unknown}`];
    });
    expect(alarms).toEqual([]);
  },
  600_000,
);
