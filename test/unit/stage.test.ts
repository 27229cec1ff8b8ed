import { describe, expect, it } from 'vitest';
import { isActive, phaseOf } from '../../src/core/reminding/stage.ts';
import type { Contest } from '../../src/core/types.ts';

const contest: Contest = {
  id: 'invented-2031',
  kind: 'governor',
  year: 2031,
  name: 'Pemilihan Gubernur Rekaan 2031',
  region: 'Rekaan',
  phases: [
    { phase: 'prospective', start: '2031-01-01', end: '2031-03-31' },
    // 1 to 9 April belong to no phase of the calendar.
    { phase: 'fixed', start: '2031-04-10', end: '2031-04-30' },
    { phase: 'vote', start: '2031-05-01', end: '2031-05-01' },
  ],
};
/** A moment given in WIB. */
const wib = (text: string) => Date.parse(`${text}+07:00`);

describe('phaseOf', () => {
  it.each([
    ['2030-12-31T23:59:59.999', null],
    ['2031-01-01T00:00:00', 'prospective'],
    ['2031-03-31T23:59:59.999', 'prospective'],
    ['2031-04-05T12:00:00', 'prospective'],
    ['2031-04-10T00:00:00', 'fixed'],
    ['2031-04-30T23:59:59.999', 'fixed'],
    ['2031-05-01T00:00:00', 'vote'],
    ['2031-05-01T23:59:59.999', 'vote'],
    ['2031-05-02T00:00:00', null],
  ] as const)('at %s WIB is %s', (time, phase) => {
    expect(phaseOf(contest, wib(time))).toBe(phase);
  });

  it('is null without dates', () => {
    expect(phaseOf({ ...contest, phases: [] }, wib('2031-04-10T00:00:00'))).toBeNull();
  });
});

describe('isActive', () => {
  it('follows the calendar, gaps included', () => {
    expect(isActive(contest, wib('2030-12-31T23:00:00'), true)).toBe(false);
    expect(isActive(contest, wib('2031-01-01T00:00:00'), false)).toBe(true);
    expect(isActive(contest, wib('2031-04-05T00:00:00'), false)).toBe(true);
    expect(isActive(contest, wib('2031-05-01T23:00:00'), false)).toBe(true);
  });

  it('wakes a finished contest only on request', () => {
    expect(isActive(contest, wib('2031-05-02T00:00:00'), false)).toBe(false);
    expect(isActive(contest, wib('2031-05-02T00:00:00'), true)).toBe(true);
  });

  it('never lets a contest without dates sleep', () => {
    expect(isActive({ ...contest, phases: [] }, wib('2031-05-02T00:00:00'), false)).toBe(true);
  });
});
