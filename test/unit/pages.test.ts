import { describe, expect, it } from 'vitest';
import type { LogRow } from '../../src/core/log/log.ts';
import { HOUR_MS, logRowId } from '../../src/core/log/log-id.ts';
import { ACTION_KINDS } from '../../src/core/types.ts';
import { detailOf, groupName, subjectOf, timeOf } from '../../src/pages/log/words.ts';
import { isCovered } from '../../src/pages/popup/covered.ts';
import { actionsOn } from '../../src/pages/popup/health.tsx';
import { ACTION_GROUPS } from '../../src/pages/settings/action-groups.ts';
import { textsFor } from '../../src/pages/texts.ts';

const id = textsFor('id', 'Asia/Jakarta');
const en = textsFor('en', 'Asia/Jakarta');
/** 14 o'clock in Jakarta. */
const afternoon = Date.UTC(2024, 0, 17, 7);

function row(changes: Partial<LogRow> = {}): LogRow {
  const hour = changes.hour ?? afternoon;
  return {
    id: logRowId(hour, new Uint8Array(12)),
    hour,
    site: 'facebook',
    action: 'like',
    category: 'candidate',
    role: 'ticket',
    contest: { kind: 'president', year: 2024 },
    outcome: 'cancelled',
    packVersion: '1.2',
    ...changes,
  };
}

describe('texts', () => {
  it('speak of hours, days and numbers as the language does', () => {
    expect(id.hour(afternoon)).toBe('14.00–15.00');
    expect(en.hour(afternoon)).toBe('14:00–15:00');
    expect(id.hour(afternoon + 9 * HOUR_MS)).toBe('23.00–00.00');
    expect(id.day(afternoon)).toBe('Rabu, 17 Januari 2024');
    expect(en.day(afternoon)).toMatch(/^Wednesday,? 17 January 2024$/);
    expect(id.number(12345)).toBe('12.345');
  });

  it('count in the plural form of the language', () => {
    expect(en.count('log.count', 1)).toBe('1 row');
    expect(en.count('log.count', 1200)).toBe('1,200 rows');
    expect(id.count('log.count', 1)).toBe('1 catatan');
  });
});

describe('words of a log row', () => {
  it('name role and contest, and the category where it adds something', () => {
    expect(subjectOf(row(), id)).toBe('Pasangan calon, Pemilihan presiden 2024');
    expect(detailOf(row(), id)).toBe('Calon · Daftar versi 1.2');
  });

  it('say nothing twice and leave out what is not known', () => {
    const party = row({ role: 'party', category: 'party', contest: null, packVersion: '' });
    expect(subjectOf(party, en)).toBe('Party');
    expect(detailOf(party, en)).toBe('');
  });

  it('say the hour below the heading of its day, and the day as well elsewhere', () => {
    const group = { key: '2024-01-17', rows: [row()] };
    expect(groupName(group, 'day', id)).toBe('Rabu, 17 Januari 2024');
    expect(timeOf(row(), 'day', id)).toBe('14.00–15.00');
    expect(groupName({ key: 'facebook', rows: [row()] }, 'site', id)).toBe('Facebook');
    expect(timeOf(row(), 'site', id)).toBe('17 Jan 2024, 14.00–15.00');
  });
});

describe('isCovered', () => {
  const patterns = ['https://www.facebook.com/*', 'https://x.com/*'];
  it.each([
    ['https://x.com/beranda?a=1', true],
    ['https://www.facebook.com/', true],
    ['http://x.com/', false],
    ['https://facebook.com/', false],
    ['https://x.com.example/', false],
    ['https://x.co/', false],
    ['https://x.com:444/', false],
    ['about:blank', false],
    ['', false],
    [undefined, false],
  ])('%s: %s', (address, covered) => {
    expect(isCovered(address, patterns)).toBe(covered);
  });
});

describe('groups of actions', () => {
  it('hold every action exactly once', () => {
    const listed = ACTION_GROUPS.flatMap((group) => [...group.actions]);
    expect([...listed].sort()).toEqual([...ACTION_KINDS].sort());
  });
});

describe('actions in the popup', () => {
  it('are those that are switched on and that the site has', () => {
    expect(actionsOn('instagram', ACTION_KINDS)).not.toContain('join');
    expect(actionsOn('x', ['upload', 'friend', 'page', 'like'])).toEqual(['like', 'upload']);
    expect(actionsOn('facebook', [])).toEqual([]);
  });
});
