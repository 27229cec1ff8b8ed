import { describe, expect, it } from 'vitest';
import type { PackEntity } from '../../src/core/pack/pack.ts';
import { BALLOT_NUMBER_ENTRY } from '../../src/core/rule-file/rules.ts';
import { createEngine } from '../evidence/engine.ts';
import { OBFUSCATIONS, type Obfuscation, obfuscate, type Subject } from '../evidence/obfuscate.ts';

/** Lines of a failure report. */
const SHOWN = 40;
const LETTERS = 5;

const engine = createEngine();
const entities = engine.packs.flatMap((pack) => pack.entities);
const yearOf = new Map(engine.packs.flatMap((pack) => pack.contests.map(({ id, year }) => [id, year])));

interface Case extends Subject {
  readonly entity: PackEntity;
}

/** The official name of every entity, and its aliases; initials need their exact case and a second signal. */
const subjects: readonly Case[] = entities.flatMap((entity) => {
  const ticket =
    entity.role === 'ticket' ? entity : entities.find(({ members }) => members?.includes(entity.id));
  const year = entity.contest === undefined ? undefined : yearOf.get(entity.contest);
  const aliases = entity.aliases.filter(({ kind, signal }) => kind !== 'initials' && signal !== 'supporting');
  const names = new Set([entity.name, ...aliases.map(({ text }) => text)]);
  return [...names]
    .filter((name) => name.replace(/\P{L}/gu, '').length >= LETTERS)
    .map((name): Case => ({ entity, name, ballotNumber: ticket?.ballotNumber, year }));
});

/** A person who stands in two contests, the ticket of a person, the members of a ticket: each is the right answer. */
const nameKey = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const byName = new Map<string, string[]>();
for (const { entity, name } of subjects) {
  const key = nameKey(name);
  byName.set(key, [...(byName.get(key) ?? []), entity.id]);
}
function rightAnswers({ entity, name }: Case): ReadonlySet<string> {
  const ids = [entity.id, ...(entity.members ?? []), ...(byName.get(nameKey(name)) ?? [])];
  const tickets = entities.filter(({ members }) => members?.some((member) => ids.includes(member)));
  return new Set([...ids, ...tickets.map(({ id }) => id)]);
}

/** A plain sentence around a name, a call to vote around a ballot number. */
const carrier = (kind: Obfuscation | 'plain'): readonly [string, string] =>
  kind === 'keycaps' ? ['Ayo coblos nomor ', ' ya'] : ['Kemarin ada ', ' di kampung kami'];

function isFound(kind: Obfuscation | 'plain', subject: Case, form: string): boolean {
  const [before, after] = carrier(kind);
  const { level, findings } = engine.read({ text: before + form + after });
  if (level === 'none') return false;
  const start = before.length;
  const end = start + form.length;
  // Many contests have a number 2, so a ballot number means none of them.
  const right = kind === 'keycaps' ? new Set([BALLOT_NUMBER_ENTRY]) : rightAnswers(subject);
  return findings.some((finding) => right.has(finding.entity) && finding.start < end && finding.end > start);
}

/** One-word names that are everyday words or common first names need a second signal: not found plain, not asked. */
const distinctive = subjects.filter((subject) => isFound('plain', subject, subject.name));

describe('official names', () => {
  it('are there to be hidden', () => {
    expect(entities.length).toBeGreaterThan(200);
    expect(subjects.length).toBeGreaterThan(300);
  });

  // Names all of whose words are common ("Abdul ..." and the like) are many people's: they may ask for a second signal.
  it('of two words and more are found as they are, or beside support', () => {
    const full = subjects.filter(
      ({ entity, name }) => name === entity.name && /\p{L}{2,}[\s-]+\p{L}{2,}/u.test(name),
    );
    const plain = full.filter((subject) => !distinctive.includes(subject));
    const supported = full.filter(
      (subject) => engine.read({ text: `Saya pilih ${subject.name}` }).level !== 'remind',
    );
    const message = (missed: readonly Case[]) =>
      `${missed.length} of ${full.length}: ${missed.map(({ name }) => name).join('; ')}`;
    expect(1 - plain.length / full.length, message(plain)).toBeGreaterThanOrEqual(0.97);
    expect(1 - supported.length / full.length, message(supported)).toBeGreaterThanOrEqual(0.995);
  });
});

describe('the generator', () => {
  it('gives the same forms each time, none of them twice', () => {
    const subject = { name: 'Sutrala Wijaksa', ballotNumber: 2, year: 2030 };
    for (const kind of OBFUSCATIONS) {
      const forms = obfuscate(kind, subject);
      expect(forms.length, kind).toBeGreaterThan(0);
      expect(new Set(forms).size, kind).toBe(forms.length);
      expect(forms, kind).not.toContain(subject.name);
      expect(obfuscate(kind, subject), kind).toEqual(forms);
    }
  });

  it.each<[Obfuscation, string]>([
    ['case', 'bRaGa LoKa'],
    ['mathematical', '𝐁𝐫𝐚𝐠𝐚 𝐋𝐨𝐤𝐚'],
    ['enclosed', '🅑🅡🅐🅖🅐 🅛🅞🅚🅐'],
    ['full-width', 'Ｂｒａｇａ Ｌｏｋａ'],
    ['small-capitals', 'ʙʀᴀɢᴀ ʟᴏᴋᴀ'],
    ['regional-indicators', '🇧🇷🇦🇬🇦 🇱🇴🇰🇦'],
    ['keycaps', '0️⃣3️⃣'],
    ['zero-width', 'B\u200br\u200ba\u200bg\u200ba \u200bL\u200bo\u200bk\u200ba'],
    ['combining-marks', 'B̶r̶a̶g̶a̶ L̶o̶k̶a̶'],
    ['look-alikes', 'Вrаgа Lоkа'],
    ['digits-for-letters', 'Br4g4 Lok4'],
    ['stretched', 'Braaagaaa Loookaaa'],
    ['spaced', 'B r a g a   L o k a'],
    ['dotted', 'B.r.a.g.a L.o.k.a'],
    ['dashed', 'B-r-a-g-a L-o-k-a'],

    ['camel-case-hashtag', '#BragaLoka'],
    ['hashtag-with-number', '#bragaloka03'],
    ['handle', '@braga_loka'],
  ])('writes %s as %s', (kind, form) => {
    expect(obfuscate(kind, { name: 'Braga Loka', ballotNumber: 3, year: 2030 })).toContain(form);
  });

  it('hangs clitics on long words only', () => {
    expect(obfuscate('clitics', { name: 'Vindara Pinular' })).toContain('Vindara Pinularnya');
    expect(obfuscate('clitics', { name: 'Vindara Loka' })).toEqual([]);
  });
});

/** The goal for every kind. */
const FLOOR = 0.98;

describe('nearly all distinctive names are found', () => {
  it.each(OBFUSCATIONS)('under %s', (kind) => {
    const asked =
      kind === 'keycaps' ? subjects.filter(({ entity }) => entity.role === 'ticket') : distinctive;
    const cases = asked.flatMap((subject) => obfuscate(kind, subject).map((form) => ({ subject, form })));
    const missed = cases.filter(({ subject, form }) => !isFound(kind, subject, form));
    const shown = missed.slice(0, SHOWN).map(({ subject, form }) => `  ${subject.entity.id}: ${form}`);
    const message = [`${missed.length} of ${cases.length} missed:`, ...shown].join('\n');
    expect(cases.length).toBeGreaterThan(50);
    expect(1 - missed.length / cases.length, message).toBeGreaterThanOrEqual(FLOOR);
  });
});

describe('disguised words of voting are read beside a number', () => {
  const cues = [
    ...['Coblos nomor', 'Coblos', 'Nyoblos', 'Mencoblos nomor', 'Pilih nomor urut', 'Memilih nomor'],
    ...['Jangan pilih nomor', 'Menangkan paslon', 'Dukung paslon nomor', 'Paslon', 'Pasangan calon nomor'],
    ...['Capres nomor', 'Cagub'],
  ];
  const wordKinds = OBFUSCATIONS.filter((kind) => !/keycaps|hashtag|handle/.test(kind));

  it.each(wordKinds)('under %s', (kind) => {
    const texts = cues.flatMap((name) => obfuscate(kind, { name }).map((form) => `Ayo ${form} 2 ya`));
    const missed = texts.filter((text) => engine.read({ text }).level !== 'remind');
    expect(texts.length).toBeGreaterThan(10);
    expect(missed).toEqual([]);
  });
});
