import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAUSES, clausesFor, type LegalStage } from '../../src/core/reminding/law.ts';
import { ACTION_KINDS } from '../../src/core/types.ts';
import en from '../../src/locales/rules.en.json' with { type: 'json' };
import id from '../../src/locales/rules.id.json' with { type: 'json' };
import { PARTS, readAddress, START, writeAddress } from '../../src/pages/rules/address.ts';
import { FORM_ACTIONS, FORM_SANCTIONS, FORM_STAGES, FORMS, type Form } from '../../src/pages/rules/forms.ts';
import { LAWS } from '../../src/pages/rules/laws.tsx';
import { libraryText, type SentenceKey } from '../../src/pages/rules/library-text.ts';
import { PICTOGRAMS } from '../../src/pages/rules/pictograms.tsx';
import { AVOIDED, FINE } from '../../src/pages/rules/poses.tsx';
import { contains, fits } from '../../src/pages/rules/search.ts';
import { SITES } from '../../src/pages/rules/sites.tsx';
import type { Source } from '../../src/pages/rules/source.ts';
import { SOURCES } from '../../src/pages/rules/sources.ts';
import { readFiles } from '../house/repository.ts';

const languages = ['id', 'en'] as const;
const sentences = Object.keys(SOURCES) as SentenceKey[];
const facts = Object.keys(id).filter((key) => key.startsWith('fact.'));
const all = (language: 'id' | 'en') => sentences.map((key) => libraryText(language).sentence(key));

function sourceFaults(key: string, { basis, sources, confidence, seen }: Source): string[] {
  const faults: string[] = [];
  const distinct = new Set(sources).size;
  if (distinct !== sources.length || sources.some((source) => source.trim() === '')) faults.push('sources');
  if (confidence !== 'verified_1_source' && distinct < 2) faults.push('too few sources');
  if (!/^2026-(?:02|11)$/.test(seen)) faults.push('month');
  if (/^(?:why\.clause|fact\.form\.|fact\.law\.)/.test(key) && basis === '') faults.push('no basis');
  if ([basis, ...sources].some((text) => /https?:|\.\.\/|brief|unverified/.test(text))) faults.push('text');
  return faults.map((fault) => `${key}: ${fault}`);
}

/** What must not be said: claims that no source carries, wrong numbers, law that was replaced. */
const FORBIDDEN: Readonly<Record<string, RegExp>> = {
  'poses are forbidden by the decree':
    /(?:SKB|decree)[^.]*(?:melarang|dilarang|forbid|prohibit|ban)[^.]*(?:pose|jari|jempol|salam|finger|thumb|hand)/i,
  'wrong number of the decree': /SKB (?:Nomor|No\.?) ?22/i,
  'replaced law': /UU 5\/2014|Pasal 87/,
  'the cut of a quarter': /25 ?(?:%|persen|percent)/,
  accusation: /anda (?:telah )?melanggar|you (?:violate|have violated|broke)/i,
  'a candidate or party': /prabowo|gibran|anies|ganjar|jokowi|mahfud|muhaimin|pdip|gerindra|golkar/i,
};
const forbiddenIn = (text: string) =>
  Object.entries(FORBIDDEN)
    .filter(([, pattern]) => pattern.test(text))
    .map(([name]) => name);

describe('every sentence', () => {
  it('has a source that is fit to be shown', () => {
    expect(sentences.flatMap((key) => sourceFaults(key, SOURCES[key]))).toEqual([]);
    expect(facts.filter((key) => !Object.hasOwn(SOURCES, key))).toEqual([]);
    expect(facts.length).toBeGreaterThan(80);
  });

  it('without one would be noticed', () => {
    const source = { basis: 'PP 1/2000', sources: ['a', 'b'], confidence: 'verified_2_sources' } as const;
    expect(sourceFaults('fact.law.x', { ...source, seen: '2026-02' })).toEqual([]);
    expect(sourceFaults('fact.law.x', { ...source, seen: '2026-02', basis: '' })).toHaveLength(1);
    expect(sourceFaults('fact.law.x', { ...source, seen: '2026-02', sources: ['a'] })).toHaveLength(1);
    expect(sourceFaults('fact.law.x', { ...source, seen: '2026-02', sources: ['a', 'a'] })).toHaveLength(2);
    expect(sourceFaults('fact.law.x', { ...source, seen: '2027-02' })).toHaveLength(1);
    expect(sourceFaults('x', { ...source, seen: '2026-02', sources: ['a', 'https://b'] })).toHaveLength(1);
  });

  it.each(languages)('stands in %s, is a sentence and says nothing that is forbidden', (language) => {
    for (const text of all(language)) {
      expect(text).toMatch(/^[\p{Lu}“].*[.!]$/u);
      expect(forbiddenIn(text), text).toEqual([]);
    }
    for (const text of Object.values(language === 'id' ? id : en))
      expect(forbiddenIn(text), text).toEqual([]);
    expect(new Set(all(language)).size).toBe(sentences.length);
  });

  it('of the forbidden kind would be noticed', () => {
    expect(forbiddenIn('SKB melarang pose dua jari.')).toHaveLength(1);
    expect(forbiddenIn('Menurut SKB, salam tiga jari dilarang.')).toEqual([]);
    expect(forbiddenIn('The decree forbids finger signs.')).toHaveLength(1);
    expect(forbiddenIn('SKB Nomor 22 Tahun 2022')).toHaveLength(1);
    expect(forbiddenIn('Potongan 25 persen; UU 5/2014.')).toHaveLength(2);
  });

  it('is shown somewhere', () => {
    const views = [...readFiles('src/pages/rules', /\.tsx?$/)]
      .filter(([path]) => !/\/(?:sources-of-\w+|library-text|questions)\.ts$/.test(path))
      .map(([, text]) => text)
      .join('\n');
    const listed = new Set<string>([
      ...FORMS.map(({ text }) => text),
      ...[...AVOIDED, ...FINE].map((pose) => `fact.pose.${pose}`),
    ]);
    expect(
      sentences.filter(
        (key) => !listed.has(key) && !views.includes(`'${key}'`) && !views.includes(`"${key}"`),
      ),
    ).toEqual([]);
  });

  it('never gives KASN as a place to report to', () => {
    expect(Object.values(SITES).map(({ host }) => host)).not.toContainEqual(expect.stringMatching(/kasn/i));
    for (const language of languages) {
      const report = sentences.filter((key) => key.startsWith('fact.report.'));
      const named = report.filter((key) => /KASN/.test(libraryText(language).sentence(key)));
      expect(named).toEqual(['fact.report.ended']);
    }
    expect(id['fact.report.ended']).toContain('berhenti');
    expect(en['fact.report.ended']).toContain('stopped');
  });
});

describe('the forms of the decree', () => {
  it('are those of the annex, in its order, each with its class of sanction', () => {
    expect(FORMS.map(({ id, stage, sanction }) => `${id} ${stage} ${sanction}`)).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((number) => `KE-${number} prospective moral`),
      'KE-7 any moral',
      'DS-1 fixed severe-discipline',
      'DS-2 fixed severe-discipline',
      'DS-3 prospective medium-discipline',
      'DS-4 fixed severe-discipline',
      'DS-5 any dismissal',
      'DS-6 fixed severe-discipline',
      'DS-7 fixed severe-discipline',
      'DS-8 any severe-discipline',
      'DS-9 prospective contested',
      'DS-10 fixed severe-discipline',
      'DS-11 prospective severe-discipline',
      'DS-12 any severe-discipline',
    ]);
  });

  it('say their own part and number', () => {
    for (const { id, text } of FORMS) {
      const [part, number] = id.split('-');
      expect(libraryText('id').sentence(text)).toMatch(
        new RegExp(`^${part === 'KE' ? 'Kode etik' : 'Disiplin'} angka ${number}: `),
      );
      expect(libraryText('en').sentence(text)).toMatch(
        new RegExp(`^${part === 'KE' ? 'Code of ethics' : 'Discipline'} no\\. ${number}: `),
      );
    }
  });

  it('agree with the reminder about actions and stages', () => {
    const actions = FORM_ACTIONS.filter((action) => (ACTION_KINDS as readonly string[]).includes(action));
    expect(actions).toHaveLength(7);
    for (const action of ACTION_KINDS.filter((kind) => (actions as readonly string[]).includes(kind)))
      for (const stage of ['prospective', 'fixed'] satisfies LegalStage[])
        for (const { id } of clausesFor(action, stage, 'own-support')) {
          const form = FORMS.find((one) => one.id === id);
          const isPhotoOnly = action === 'upload' && !/-[57]$/.test(id);
          if (!isPhotoOnly) expect(form?.actions, `${id} ${action}`).toContain(action);
          expect([stage, 'any'], id).toContain(form?.stage);
        }
    for (const [id, { sanction }] of Object.entries(CLAUSES))
      expect(FORMS.find((form) => form.id === id)?.sanction).toBe(sanction);
  });

  it('can each be found by every filter that has a word', () => {
    for (const action of FORM_ACTIONS)
      expect(FORMS.some(({ actions }) => actions.includes(action))).toBe(true);
    for (const stage of FORM_STAGES) expect(FORMS.some((form) => form.stage === stage)).toBe(true);
    for (const sanction of FORM_SANCTIONS)
      expect(FORMS.some((form) => form.sanction === sanction)).toBe(true);
  });
});

describe('a search', () => {
  it('asks for every word, in any order, without capitals and accents', () => {
    expect(contains('Kode etik angka 4: like, share', 'SHARE etik')).toBe(true);
    expect(contains('Kode etik angka 4: like, share', 'share disiplin')).toBe(false);
    expect(contains('Kode étik', 'etik')).toBe(true);
    expect(contains('anything', '  ')).toBe(true);
  });

  it('takes a form of any time for each stage', () => {
    const form: Form = {
      id: 'KE-1',
      text: 'fact.form.KE-1',
      actions: ['post'],
      stage: 'any',
      sanction: 'moral',
    };
    expect(fits(form, { action: '', stage: 'fixed', sanction: '' })).toBe(true);
    expect(fits({ ...form, stage: 'prospective' }, { action: '', stage: 'fixed', sanction: '' })).toBe(false);
    expect(fits(form, { action: 'like', stage: '', sanction: '' })).toBe(false);
    expect(fits(form, { action: 'post', stage: '', sanction: 'dismissal' })).toBe(false);
  });
});

describe('the address', () => {
  it('comes back as it was written', () => {
    const address = fc.record({
      part: fc.constantFrom(...PARTS),
      query: fc.string({ maxLength: 100 }),
      action: fc.constantFrom('' as const, ...FORM_ACTIONS),
      stage: fc.constantFrom('' as const, ...FORM_STAGES),
      sanction: fc.constantFrom('' as const, ...FORM_SANCTIONS),
      seed: fc.option(fc.nat({ max: 999_999_999 })),
    });
    fc.assert(
      fc.property(address, (one) => {
        expect(readAddress(writeAddress(one))).toEqual(one);
      }),
    );
    expect(writeAddress(START)).toBe('#part=forms');
  });

  it('lets only known words and a short text in', () => {
    expect(readAddress('')).toEqual(START);
    expect(readAddress('#part=__proto__&action=constructor&stage=<b>&sanction=1&seed=1e9')).toEqual(START);
    expect(readAddress(`#q=${'a'.repeat(500)}`).query).toHaveLength(100);
    fc.assert(
      fc.property(fc.string(), (hash) => {
        expect(PARTS).toContain(readAddress(hash).part);
      }),
    );
  });
});

describe('lists', () => {
  it('every pose has a pictogram and stands in one list', () => {
    expect([...AVOIDED, ...FINE].sort()).toEqual(Object.keys(PICTOGRAMS).sort());
    // Of the fist two sources say that it is fine; of the others one.
    expect(FINE).toEqual(['fist', 'upright', 'pockets', 'crossed']);
  });

  it('no law is listed twice, and each has its article', () => {
    expect(new Set(LAWS).size).toBe(LAWS.length);
    for (const key of LAWS) expect(SOURCES[key].basis, key).not.toBe('');
  });

  it('sites are host names, each said in its sentence or known by its name', () => {
    for (const { host } of Object.values(SITES)) expect(host).toMatch(/^[a-z]+(?:\.[a-z]+)+$/);
  });
});
