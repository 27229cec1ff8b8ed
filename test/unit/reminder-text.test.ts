import { describe, expect, it } from 'vitest';
import type { HeldAction } from '../../src/content/held-action.ts';
import { reminderText } from '../../src/content/reminder-text.ts';
import type { Grounds } from '../../src/core/decide.ts';
import { clausesFor, type LegalStage } from '../../src/core/law.ts';
import type { Settings } from '../../src/core/settings.ts';
import type { Dictionary } from '../../src/core/translate.ts';
import { ACTION_KINDS, type ActionKind, type Finding } from '../../src/core/types.ts';
import en from '../../src/locales/reminder.en.json';
import id from '../../src/locales/reminder.id.json';
import { finding, grounds } from './grounds.ts';

const dictionaries: Record<'id' | 'en', Dictionary> = { id, en };
const LANGUAGES = ['id', 'en'] as const;
const STAGES = ['prospective', 'fixed', 'unknown'] as const satisfies readonly LegalStage[];

interface Case {
  readonly action?: ActionKind;
  readonly stage?: LegalStage;
  readonly findings?: readonly Finding[];
  readonly language?: 'id' | 'en';
  readonly verdict?: Partial<Grounds>;
  readonly settings?: Partial<Pick<Settings, 'status' | 'spouse'>>;
  readonly turn?: number;
}
function textOf({
  action = 'like',
  stage = 'fixed',
  findings = [finding('coblos nomor 2')],
  language = 'id',
  verdict,
  settings,
  turn = 0,
}: Case) {
  const held = {
    request: { site: 'x', action, content: { text: 'Ayo coblos nomor 2 besok' }, postKey: 'k', now: 0 },
    verdict: grounds({ findings, stage, clauses: clausesFor(action, stage), ...verdict }),
  };
  // Where the action stands on the page is no matter of the text.
  return reminderText(held as unknown as HeldAction, {
    language,
    dictionary: dictionaries[language],
    settings: { status: 'unspecified', spouse: false, ...settings },
    turn,
  });
}
const allLines = (text: ReturnType<typeof textOf>) => Object.values(text).flat().join('\n');

const cells = LANGUAGES.flatMap((language) =>
  STAGES.flatMap((stage) => ACTION_KINDS.map((action) => ({ language, stage, action }))),
);

describe.each(cells)('$language, $stage, $action', (cell) => {
  const text = textOf(cell);
  const lines = allLines(text);

  it('is complete', () => {
    expect(text.language).toBe(cell.language);
    for (const line of [text.title, text.foundLabel, text.rule, text.local, text.cancel, text.proceed])
      expect(line).not.toBe('');
    // Neither a key without a text nor a parameter without a value.
    expect(lines).not.toMatch(/reminder\.|notice\.|[{}]/);
  });

  it('begins with the action and names only the clauses that apply', () => {
    const say = dictionaries[cell.language];
    const begin =
      cell.language === 'id' ? 'dapat dinilai sebagai keberpihakan.' : 'may be judged as taking sides.';
    expect(text.rule.startsWith(`${say[`reminder.action.${cell.action}`]} ${begin}`)).toBe(true);
    const part =
      cell.language === 'id'
        ? { ethics: 'kode etik,? angka', discipline: 'disiplin,? angka' }
        : { ethics: 'code of ethics no\\.', discipline: 'discipline no\\.' };
    const [ethics, discipline] = cell.action === 'upload' ? [5, 7] : [4, 6];
    const named = (pattern: string, number: number) => new RegExp(`${pattern} ${number}\\b`).test(text.rule);
    expect(named(part.ethics, ethics)).toBe(cell.stage !== 'fixed');
    expect(named(part.discipline, discipline)).toBe(cell.stage !== 'prospective');
    // No number of the other pair.
    expect(named(part.ethics, 9 - ethics) || named(part.discipline, 13 - discipline)).toBe(false);
  });

  it('names the sanction of that clause, and none where the stage is not known', () => {
    const moral = /PP 42\/2004/;
    const severe = /PP 94\/2021/;
    const sanctions = text.sanctions.join('\n');
    expect(text.sanctions).toHaveLength(cell.stage === 'unknown' ? 0 : 1);
    expect(moral.test(sanctions)).toBe(cell.stage === 'prospective');
    expect(severe.test(sanctions)).toBe(cell.stage === 'fixed');
    expect(/sanksi|hukuman|sanction|punish/i.test(text.rule)).toBe(false);
  });

  it('accuses nobody and claims nothing that the decree does not say', () => {
    expect(lines).not.toMatch(/anda melanggar|you (have )?(violated|broke)|melanggar hukum/i);
    expect(lines).not.toMatch(/melarang|dilarang|forbid|prohibit|\bpose\b/i);
    // KASN was dissolved in 2024: nobody can report there.
    expect(lines).not.toMatch(/KASN|lapor|report/i);
  });
});

describe('the dictionaries', () => {
  it.each(LANGUAGES)('%s: every text of the content script keeps to the same rules', (language) => {
    for (const [key, text] of Object.entries(dictionaries[language]))
      expect(text, key).not.toMatch(/anda melanggar|SKB melarang|KASN|you (have )?(violated|broke)/i);
  });
});

describe('the words that were found', () => {
  const found = (...findings: readonly Finding[]) => textOf({ findings }).found;

  it('shows the campaign cue before the names', () => {
    const name = finding('Sutrala Wijaksa', { signal: 'subject' });
    const support = finding('lanjutkan', { signal: 'supporting' });
    expect(found(name, support, finding('coblos nomor 1'))).toEqual([
      'coblos nomor 1',
      'Sutrala Wijaksa',
      'lanjutkan',
    ]);
  });

  it('shows the same words once, in their first spelling', () => {
    expect(found(finding('Coblos'), finding('COBLOS'), finding('coblos', { signal: 'subject' }))).toEqual([
      'Coblos',
    ]);
  });

  it('shows four and counts the rest', () => {
    const findings = ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam'].map((word) => finding(word));
    const { found: shown, more } = textOf({ findings });
    expect(shown).toEqual(['satu', 'dua', 'tiga', 'empat']);
    expect(more).toBe('dan 2 lainnya');
    expect(textOf({ findings: findings.slice(0, 4) }).more).toBe('');
    expect(textOf({ findings, language: 'en' }).more).toBe('and 2 more');
  });

  it('keeps one line of bounded length, and cuts no character in half', () => {
    expect(found(finding(' coblos\n\t nomor   2 '))).toEqual(['coblos nomor 2']);
    expect(found(finding('a'.repeat(80)))).toEqual(['a'.repeat(80)]);
    expect(found(finding('a'.repeat(81)))).toEqual([`${'a'.repeat(80)}…`]);
    const [cut = ''] = found(finding(`${'a'.repeat(79)}😀b`));
    expect(cut.isWellFormed()).toBe(true);
  });

  it('takes a word of the post as data', () => {
    const text = textOf({ findings: [finding('{action} <b>$&</b>')] });
    expect(text.found).toEqual(['{action} <b>$&</b>']);
  });

  it("says whose words they are: the person's own only when all of them are", () => {
    const own = finding('saya pilih', { field: 'own' });
    expect(textOf({ findings: [own, own] }).foundLabel).toBe(id['reminder.foundOwn']);
    expect(textOf({ findings: [own, finding('coblos')] }).foundLabel).toBe(id['reminder.found']);
    expect(textOf({ findings: [] }).foundLabel).toBe(id['reminder.found']);
  });
});
