/**
 * `npm test` must end within a quarter of an hour on two cores, so it performs one scenario of each action of each site;
 * `npm run test:full` performs every cell by every path, every sequence of haste, every page in every language and state.
 */
export const IS_FULL = process.env['TEST_EXTENT'] === 'full';

/**
 * How often something random is tried: as often as is claimed when all is asked for, else a tenth of it, for most of an
 * hour of two cores went into repeating. What must be hit for sure stands beside it as an example of its own.
 */
export const triesOf = (full: number): number => (IS_FULL ? full : Math.ceil(full / 10));

/**
 * Every second of some things alike, by turns: one of the two browsers for a case, half of the changes for a page; all of them when
 * all is asked for.
 */
export const inTurn = <Item>(items: readonly Item[], turn: number): readonly Item[] =>
  IS_FULL ? items : items.filter((_, at) => at % 2 === turn % 2);

/** Of the tests of one describe for each browser, those that are this browser's by turns: `turn` is its place among the browsers. */
export function testsInTurn<Declare extends (name: string, task: () => Promise<void>) => void>(
  declare: Declare,
  turn: number,
): (name: string, task: () => Promise<void>) => void {
  let place = 0;
  return (name, task) => {
    if (IS_FULL || place % 2 === turn) declare(name, task);
    place += 1;
  };
}

/** Every `step`-th of some things that one mechanism treats alike, all of them when all is asked for. */
export const everyNth = <Item>(items: readonly Item[], step: number): readonly Item[] =>
  IS_FULL ? items : items.filter((_, at) => at % step === 0);
