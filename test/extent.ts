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

/** Changes of a page for one of several pages alike: all of them when all is asked for, else every second one by turns. */
export const inTurn = <Item>(changes: readonly Item[], turn: number): readonly Item[] =>
  IS_FULL ? changes : changes.filter((_, at) => at % 2 === turn % 2);
