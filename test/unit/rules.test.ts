import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/core/compile.ts';
import { match } from '../../src/core/match.ts';
import { type Pack, parsePack } from '../../src/core/pack.ts';
import { createRuleIndex } from '../../src/core/rule-index.ts';

const folder = new URL('../../rules/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'keys.json');
const packs = files.map((name): Pack => {
  const result = parsePack(readFileSync(new URL(name, folder), 'utf8'));
  if (!result.ok) throw new Error(`${name}\n${result.problems.join('\n')}`);
  return result.pack;
});
const rules = createRuleIndex(compile(packs));
const read = (text: string) => match({ text }, rules, () => true);

describe('built-in rule packs', () => {
  it('are there, and each file is named by its id', () => {
    expect(packs.map(({ id }) => `${id}.json`)).toEqual(files);
    expect(packs.map(({ id }) => id)).toEqual(expect.arrayContaining(['general', 'pilpres-2024']));
  });

  it.each(packs)('$id is sorted by id', (pack) => {
    for (const part of ['contests', 'entities', 'phrases', 'exceptions'] as const) {
      const ids = pack[part].map(({ id }) => id);
      expect(ids).toEqual([...ids].sort());
    }
  });

  it.each(packs)('$id gives every entry a source and examples of both kinds', (pack) => {
    for (const entry of [...pack.entities, ...pack.phrases, ...pack.exceptions]) {
      expect(entry.source, entry.id).not.toBe('');
      expect(entry.examples?.match.length, entry.id).toBeGreaterThan(0);
      expect(entry.examples?.ignore.length, entry.id).toBeGreaterThan(0);
    }
  });

  it.each(packs)('$id: every entity is found in its examples, and not in the others', (pack) => {
    for (const { id, examples } of pack.entities) {
      for (const text of examples.match)
        expect(
          read(text).findings.map((f) => f.entity),
          text,
        ).toContain(id);
      for (const text of examples.ignore)
        expect(
          read(text).findings.map((f) => f.entity),
          text,
        ).not.toContain(id);
    }
  });

  it.each(packs)('$id: every phrase is found in its examples, and the others are ordinary life', (pack) => {
    for (const { id, examples } of pack.phrases) {
      for (const text of examples?.match ?? []) {
        expect(read(text), text).toMatchObject({ level: 'remind' });
        expect(
          read(text).findings.map((f) => f.entity),
          text,
        ).toContain(id);
      }
      for (const text of examples?.ignore ?? []) expect(read(text), text).toMatchObject({ level: 'none' });
    }
  });

  it.each(packs)('$id: every exception takes its words out, and nothing else', (pack) => {
    for (const { examples } of pack.exceptions) {
      for (const text of examples.match) expect(read(text).level, text).not.toBe('remind');
      for (const text of examples.ignore) expect(read(text).level, text).toBe('remind');
    }
  });

  it('carry the same kinds of cues for every ticket of a contest', () => {
    for (const pack of packs) {
      const tickets = pack.entities.filter((entity) => entity.role === 'ticket');
      const shapes = tickets.map((ticket) =>
        JSON.stringify({
          number: ticket.ballotNumber !== undefined,
          initials: ticket.aliases.filter(({ kind }) => kind === 'initials').map(({ signal }) => signal),
          pair: ticket.aliases.some(({ kind }) => kind === 'pair'),
          hashtags: ticket.hashtags.length > 0,
          slogans: [...new Set(ticket.slogans.map(({ strength }) => strength))],
          members: ticket.members?.length,
        }),
      );
      expect(new Set(shapes).size, shapes.join('\n')).toBeLessThanOrEqual(1);
    }
  });

  it('date the stages of Pilpres 2024 without a gap', () => {
    const contest = packs.flatMap((pack) => pack.contests).find(({ id }) => id === 'pilpres-2024');
    const next = (date: string) => new Date(Date.parse(date) + 86_400_000).toJSON().slice(0, 10);
    const phases = contest?.phases ?? [];
    expect(phases).toHaveLength(6);
    for (const [index, phase] of phases.slice(1).entries())
      expect(phase.start).toBe(next(phases[index]?.end ?? ''));
    expect(phases[1]).toMatchObject({ phase: 'fixed', start: '2023-11-13' });
  });
});
