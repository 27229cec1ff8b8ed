import { expect, it } from 'vitest';
import { createRecentIds } from '../../src/background/log/recent-ids.ts';

it('knows the last thousand ids, and no more', () => {
  const ids = createRecentIds();
  for (let id = 0; id <= 1_000; id += 1) ids.note(String(id));
  ids.note('1000');
  expect(['0', '1', '1000', '1001'].map((id) => ids.has(id))).toEqual([false, true, true, false]);
});
