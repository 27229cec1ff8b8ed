import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logDetailSchema } from '../../src/core/log/log.ts';
import { EXCERPT_LENGTH, logDetail } from '../../src/core/log/log-detail.ts';
import type { Content, ContentField, Finding } from '../../src/core/types.ts';
import { triesOf } from '../extent.ts';

const ID = '0007be00-000000000000000000000001';

function found(content: Content, field: ContentField, words: string, index = 0): Finding {
  const value = content[field];
  const text = (typeof value === 'string' ? value : value?.[index]) ?? '';
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return {
    entity: 'x',
    kind: 'name',
    signal: 'campaign',
    contest: null,
    field,
    index,
    start,
    end: start + words.length,
    text: words,
  };
}

describe('logDetail', () => {
  it('keeps the words and what stands around them', () => {
    const content = { text: 'Ayo coblos nomor 2\nbesok pagi' };
    expect(logDetail(ID, [found(content, 'text', 'coblos nomor 2')], content, null)).toEqual({
      id: ID,
      term: 'coblos nomor 2',
      excerpt: 'Ayo coblos nomor 2 besok pagi',
      link: null,
    });
  });

  it('keeps the words in view within a long post', () => {
    const content = { text: `${'a '.repeat(500)}coblos${' b'.repeat(500)}` };
    const detail = logDetail(ID, [found(content, 'text', 'coblos')], content, null);
    expect(detail?.excerpt).toMatch(/^a .*a coblos b.* b$/);
    expect(detail?.excerpt.length).toBeLessThanOrEqual(EXCERPT_LENGTH);
    const late = { text: `${'a '.repeat(500)}coblos` };
    const atEnd = logDetail(ID, [found(late, 'text', 'coblos')], late, null);
    expect(atEnd?.excerpt).toMatch(/^a.*a coblos$/);
    expect(atEnd?.excerpt.length).toBeGreaterThan(EXCERPT_LENGTH - 3);
  });

  it('keeps nothing of the own words: what is found in the post stands for them, else the link alone', () => {
    const content = { text: 'Dukung Sekarwangi', own: 'saya pilih Sekarwangi' };
    const own = found(content, 'own', 'Sekarwangi');
    expect(logDetail(ID, [own], content, null)).toBeNull();
    expect(logDetail(ID, [own], content, 'https://x.com/i/status/1')).toEqual({
      id: ID,
      term: '',
      excerpt: '',
      link: 'https://x.com/i/status/1',
    });
    const both = logDetail(ID, [own, found(content, 'text', 'Dukung')], content, null);
    expect(JSON.stringify(both)).not.toContain('pilih');
    expect(both?.term).toBe('Dukung');
  });

  it.each(['author', 'handle'] as const)('keeps no account: %s', (field) => {
    const content = { text: 'hari ini', author: 'Relawan Sekarwangi', handle: 'relawansekarwangi' };
    expect(
      logDetail(ID, [found(content, field, field === 'author' ? 'Relawan' : 'relawan')], content, null),
    ).toBeNull();
  });

  it('keeps the text of a quoted post without its author', () => {
    const content = { text: '', quoted: 'Budi Karta\nDukung Sekarwangi' };
    expect(logDetail(ID, [found(content, 'quoted', 'Budi')], content, null)).toBeNull();
    expect(logDetail(ID, [found(content, 'quoted', 'Dukung')], content, null)?.excerpt).toBe(
      'Dukung Sekarwangi',
    );
  });

  it('reads the right picture', () => {
    const content = { text: '', alts: ['laut', 'poster Sekarwangi'] };
    expect(logDetail(ID, [found(content, 'alts', 'Sekarwangi', 1)], content, null)?.excerpt).toBe(
      'poster Sekarwangi',
    );
  });

  it('is always a detail that the log accepts, of any post', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 600 }),
        fc.nat(700),
        fc.nat(700),
        fc.constantFrom<ContentField>('text', 'own', 'author', 'alts', 'quoted', 'link', 'group'),
        (text, one, other, field) => {
          const start = Math.min(one, other);
          const finding = { ...found({ text: '' }, 'text', ''), field, start, end: Math.max(one, other) };
          const content = {
            text,
            own: text,
            author: text,
            alts: [text],
            quoted: text,
            link: text,
            group: text,
          };
          const detail = logDetail(ID, [finding], content, null);
          if (detail === null) return;
          expect(logDetailSchema.safeParse(detail).success).toBe(true);
          expect(detail.excerpt.isWellFormed()).toBe(true);
        },
      ),
      { numRuns: triesOf(5_000) },
    );
  });
});
