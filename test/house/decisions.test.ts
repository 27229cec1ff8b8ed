import { expect, test } from 'vitest';
import { decisionsDocument } from '../decisions/document.ts';
import { readText } from './repository.ts';

test('docs/decisions.md is what the tables say; `npm run decisions` writes it', () => {
  expect(readText('docs/decisions.md')).toBe(decisionsDocument());
});
