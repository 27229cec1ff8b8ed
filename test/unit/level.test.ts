import { expect, it } from 'vitest';
import { levelOf } from '../../src/core/matching/level.ts';
import type { Signal } from '../../src/core/types.ts';

const level = (...signals: Signal[]) => levelOf(signals.map((signal) => ({ signal })));

it('follows the table', () => {
  expect(level()).toBe('none');
  expect(level('supporting')).toBe('none');
  expect(level('supporting', 'supporting')).toBe('none');
  expect(level('subject')).toBe('hint');
  expect(level('subject', 'subject')).toBe('hint');
  expect(level('supporting', 'subject')).toBe('remind');
  expect(level('campaign')).toBe('remind');
  expect(level('campaign', 'supporting')).toBe('remind');
});
