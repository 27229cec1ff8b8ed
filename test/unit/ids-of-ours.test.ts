import './fake-browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RuleLabels } from '../../src/core/rule-file/rule-labels.ts';
import { idsOfOurs } from '../../src/pages/author/ids-of-ours.ts';
import { fakeBrowser } from './fake-browser.ts';

const contest = (id: string, name: string) => ({
  id,
  name,
  kind: 'regent',
  year: 2030,
  region: null,
  phases: [],
});
const labels = {
  contests: [
    contest('ours-2030', 'Pemilihan A'),
    contest('theirs-2030', 'Pemilihan B'),
    contest('both', 'Pemilihan C'),
  ],
} as unknown as RuleLabels;
const packOf = (id: string, origin: string, ...names: readonly string[]) => ({
  id,
  origin,
  title: `Paket ${id}`,
  contests: names.map((name) => ({ name, region: null, phase: null })),
});

describe('ids of packs that the extension brings along', () => {
  let asked: (readonly string[])[] = [];
  beforeEach(() => {
    asked = [];
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: {
      name: string;
      payload: readonly string[];
    }) => {
      if (message.name === 'packs.list')
        return [
          packOf('ours', 'built-in', 'Pemilihan A', 'Pemilihan C'),
          packOf('theirs', 'file', 'Pemilihan B', 'Pemilihan C'),
        ];
      asked.push(message.payload);
      return message.payload.flatMap((id) =>
        /^(?:ours|theirs):/.test(id)
          ? [{ id, pack: { id: id.split(':')[0], title: `Paket ${id.split(':')[0]}` } }]
          : [],
      );
    }) as never);
  });

  it('are those of built-in packs, not those of lists from elsewhere', async () => {
    const { taken, takenEntries } = await idsOfOurs(['ours:a', 'theirs:a', 'new:a', 'x'.repeat(81)], labels);
    expect([...(taken ?? [])]).toEqual(['ours']);
    // A contest that both name could be the one of the list that is edited here.
    expect([...(takenEntries ?? [])]).toEqual([
      ['ours-2030', 'Paket ours'],
      ['ours:a', 'Paket ours'],
    ]);
    expect(asked).toEqual([['ours:a', 'theirs:a', 'new:a']]);
  });

  it('are asked for in parts that a message may have, and found without rules too', async () => {
    const ids = Array.from({ length: 1_201 }, (_, index) => `ours:${index}`);
    const { takenEntries } = await idsOfOurs(ids, undefined);
    expect(asked.map(({ length }) => length)).toEqual([500, 500, 201]);
    expect(takenEntries?.size).toBe(1_201);
  });
});
