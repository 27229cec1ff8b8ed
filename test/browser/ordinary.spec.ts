import { beforeAll, describe, expect, test } from 'vitest';
import { IS_FULL, inTurn } from '../extent.ts';
import { inBoth, type Lane, startLanes } from './lanes.ts';
import { ORDINARY, SURROUNDINGS } from './ordinary-states.ts';
import { proceedIn } from './proceed-in.ts';

/** Every so many states are a sample that takes half a minute. */
const STEP = IS_FULL ? 1 : 17;
describe('ordinary states of a page', () => {
  let lanes: readonly Lane[] = [];
  beforeAll(async () => {
    lanes = await startLanes({ witness: true });
  });

  test('are two hundred', () => {
    expect(ORDINARY.length).toBeGreaterThanOrEqual(200);
    expect(new Set(ORDINARY.map(({ state }) => state.name)).size * SURROUNDINGS.length).toBe(ORDINARY.length);
  });

  const states = ORDINARY.filter((_, index) => index % STEP === 0);
  test(
    `${states.length} of them: Lanjutkan is taken at the first press`,
    () =>
      inBoth(lanes, async (lane) => {
        const faults: string[] = [];
        for (const one of inTurn(states, lanes.indexOf(lane))) {
          const fault = await proceedIn(lane, one).catch(String);
          if (fault) faults.push(`${one.surrounding.name}, ${one.state.name}: ${fault}`);
        }
        expect(faults).toEqual([]);
      }),
    1_200_000,
  );
});
