/**
 * `npm test` must end within a quarter of an hour on two cores, so it performs one scenario of each action of each site;
 * `npm run test:full` performs every cell by every path, every sequence of haste, every page in every language and state.
 */
export const IS_FULL = process.env['TEST_EXTENT'] === 'full';
