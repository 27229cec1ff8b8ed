import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packJsonSchema } from '../../src/cli/pack/pack-schema.ts';
import { compile } from '../../src/core/compile/compile.ts';
import { match } from '../../src/core/matching/match.ts';
import { createRuleIndex } from '../../src/core/matching/rule-index.ts';
import { type Pack, type PackEntity, parsePack } from '../../src/core/pack/pack.ts';

const folder = new URL('../../rules/', import.meta.url);
const SCHEMA = 'pack.schema.json';
const files = readdirSync(folder).filter(
  (name) => name.endsWith('.json') && name !== 'keys.json' && name !== SCHEMA,
);
const packs = files.map((name): Pack => {
  const result = parsePack(readFileSync(new URL(name, folder), 'utf8'));
  if (!result.ok) throw new Error(`${name}\n${result.problems.join('\n')}`);
  return result.pack;
});
const readerOf = (chosen: readonly Pack[], rules = createRuleIndex(compile(chosen))) => {
  return (text: string, contest?: string) =>
    match({ text }, rules, (id) => contest === undefined || id === contest);
};
const all = createRuleIndex(compile(packs));
const read = readerOf(packs, all);

describe('built-in rule packs', () => {
  it('are there, and each file is named by its id', () => {
    expect(packs.map(({ id }) => `${id}.json`)).toEqual(files);
    const ids = packs.map(({ id }) => id);
    for (const id of ['general', 'parties-2024', 'pilpres-2024', 'pilpres-2019', 'pilkada-dki-2017'])
      expect(ids).toContain(id);
    // DI Yogyakarta elects no governor.
    expect(ids.filter((id) => id.startsWith('pilkada-2024-'))).toHaveLength(37);
  });

  it.each(packs)('$id is sorted by id', (pack) => {
    for (const part of ['contests', 'entities', 'phrases', 'exceptions', 'neutralAccounts'] as const) {
      const ids = (pack[part] ?? []).map(({ id }) => id);
      expect(ids).toEqual([...ids].sort());
    }
  });

  it.each(packs)('$id gives every entry a source and examples of both kinds', (pack) => {
    for (const entry of [
      ...pack.entities,
      ...pack.phrases,
      ...pack.exceptions,
      ...(pack.neutralAccounts ?? []),
    ]) {
      expect(entry.source, entry.id).not.toBe('');
      expect(entry.examples?.match.length, entry.id).toBeGreaterThan(0);
      expect(entry.examples?.ignore.length, entry.id).toBeGreaterThan(0);
    }
  });

  // "Coblos nomor 2" means one ticket only where one contest has a number 2, so each contest is read alone.
  it.each(packs)('$id: every entity is found in its examples, and not in the others', (pack) => {
    const alone = readerOf(packs.filter(({ id }) => id === 'general' || id === pack.id));
    for (const { id, contest, examples } of pack.entities) {
      for (const text of examples.match)
        expect(
          alone(text, contest).findings.map((f) => f.entity),
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

  it.each(packs)('$id: every neutral account is known by its examples, and by no other name', (pack) => {
    for (const { kind, examples } of pack.neutralAccounts ?? []) {
      const sourceOf = (author: string) => match({ text: 'coblos nomor 4', author }, all, () => true).source;
      for (const author of examples.match) expect(sourceOf(author), author).toBe(kind);
      for (const author of examples.ignore) expect(sourceOf(author), author).toBeNull();
    }
  });

  it('point editors at the JSON Schema, which is that of the code', () => {
    for (const pack of packs) expect(pack.$schema, pack.id).toBe(`./${SCHEMA}`);
    const file: unknown = JSON.parse(readFileSync(new URL(SCHEMA, folder), 'utf8'));
    expect(file, 'npx tsx src/cli/pack/pack-schema.ts && npx biome check --write rules').toEqual(
      packJsonSchema(),
    );
  });

  it('name public sources, never files of the people who wrote them', () => {
    const sources = packs.flatMap((pack) =>
      [pack, ...pack.contests, ...pack.entities, ...pack.phrases, ...pack.exceptions].map(
        ({ source }) => source,
      ),
    );
    for (const source of sources) expect(source).not.toMatch(/\.csv|\bfacts\b|project brief|memory/i);
  });

  const contests = packs.flatMap((pack) => pack.contests.map((contest) => ({ ...contest, pack })));

  it.each(contests)('$id carries the same kinds of cues for every ticket and candidate', ({ id, pack }) => {
    const entities = pack.entities.filter(({ contest }) => contest === id);
    const shapes = (role: PackEntity['role']) =>
      // An empty column has no persons; it has everything else.
      new Set(entities.filter((entity) => entity.role === role).map((entity) => shapeOf(entity)));
    for (const role of ['ticket', 'candidate', 'party', 'campaign-team'] as const)
      expect(shapes(role).size, `${role}\n${[...shapes(role)].join('\n')}`).toBeLessThanOrEqual(1);
    const teams = entities.filter(({ role }) => role === 'campaign-team').length;
    expect([0, entities.filter(({ role }) => role === 'ticket').length]).toContain(teams);
  });

  it.each(contests)('$id numbers its tickets from 1, each with its own two persons', ({ id, pack }) => {
    const own = pack.entities.filter(({ contest }) => contest === id);
    const contenders = own.filter(({ role }) => role === 'ticket' || role === 'party');
    const numbers = contenders.map(({ ballotNumber }) => ballotNumber ?? 0).sort((one, other) => one - other);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    const candidates = own.filter(({ role }) => role === 'candidate').map((entity) => entity.id);
    expect(contenders.flatMap(({ members = [] }) => members).sort()).toEqual(candidates.sort());
    for (const { role, members, name } of contenders)
      if (role === 'ticket') expect(members?.length ?? 0, name).toBe(name === 'Kolom Kosong' ? 0 : 2);
  });

  it.each(contests)('$id dates its phases without a gap', ({ phases }) => {
    const next = (date: string) => new Date(Date.parse(date) + 86_400_000).toJSON().slice(0, 10);
    expect(phases.length).toBeGreaterThan(0);
    for (const [index, phase] of phases.slice(1).entries())
      expect(phase.start).toBe(next(phases[index]?.end ?? ''));
  });

  it('let no common single name stand for a person alone', () => {
    // Names of streets, prophets and half the neighbourhood, and words of every day.
    for (const name of [
      ...[
        'Surya',
        'Sudirman',
        'Sulaiman',
        'Anwar',
        'Mian',
        'Suratno',
        'Fadhlullah',
        'Muhidin',
        'Abdul Wahid',
      ],
      ...['Edy', 'Bobby', 'Hasan', 'Dedi', 'Emil', 'Sandi', 'Agus', 'Luthfi', 'Andika', 'Natalis', 'Koster'],
      ...['Garuda', 'Gelora', 'Demokrat', 'Ummat', 'kolom kosong', 'kotak kosong', 'Rido', 'asih', 'doamu'],
    ])
      expect(read(`Tadi pagi ${name} ada di pasar`), name).toMatchObject({ level: 'none' });
    for (const name of ['PAN', 'PKS', 'PPP', 'PBB', 'PKN', 'PKB', 'PSI', 'RK', 'BTM'])
      expect(read(`Berkas ${name} sudah di meja`), name).toMatchObject({ level: 'none' });
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

/** Kinds of cues of an entity, not how many: news names some people more often than others. */
function shapeOf({ role, aliases, ballotNumber, hashtags, slogans, accounts }: PackEntity): string {
  // The short form of a person, a party or a team is a nickname or initials.
  const kinds = aliases.map(({ kind }) => (role === 'ticket' ? kind : 'short'));
  return JSON.stringify({
    aliases: [...new Set(kinds)].sort(),
    number: ballotNumber !== undefined,
    hashtags: hashtags.length > 0,
    slogans: [...new Set(slogans.map(({ strength }) => strength))].sort(),
    accounts: [...new Set(accounts.map(({ site }) => site))].sort(),
  });
}
