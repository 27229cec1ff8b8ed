import { describe, expect, it } from 'vitest';
import type { Grounds } from '../../src/core/decision/decide.ts';
import type { Dictionary } from '../../src/core/format/translate.ts';
import { clausesFor, type LegalStage } from '../../src/core/reminding/law.ts';
import type { Settings } from '../../src/core/settings/settings.ts';
import { ACTION_KINDS, type ActionKind, type Content, type Finding } from '../../src/core/types.ts';
import en from '../../src/locales/reminder.en.json';
import id from '../../src/locales/reminder.id.json';
import { hintText, reminderText } from '../../src/reminder/reminder-text.ts';
import { whyText } from '../../src/reminder/why-text.ts';
import { finding, grounds } from './grounds.ts';

const dictionaries: Record<'id' | 'en', Dictionary> = { id, en };
const LANGUAGES = ['id', 'en'] as const;
const STAGES = ['prospective', 'fixed', 'unknown'] as const satisfies readonly LegalStage[];

function whyOf(content: Content, leading: Finding) {
  const settings = { status: 'pns', spouse: false } as const;
  return whyText(grounds({ leading }), content, settings, (key) => key);
}

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
  const request = {
    site: 'x',
    action,
    content: { text: 'Ayo coblos nomor 2 besok' },
    postKey: 'k',
    now: 0,
  } as const;
  const found = grounds({ findings, stage, clauses: clausesFor(action, stage), ...verdict });
  return reminderText(request, found, {
    language,
    settings: { status: 'unspecified', spouse: false, ...settings },
    turn,
  });
}
const allLines = ({ why, ...text }: ReturnType<typeof textOf>) =>
  [
    ...Object.values(text).flat(),
    why.title,
    why.wordsLabel,
    ...why.rows.flatMap(({ label, text: row }) => [label, row]),
  ].join('\n');

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
    expect(lines).not.toMatch(/\b(?:reminder|notice|why)\.[a-z]|[{}]/);
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

describe('Mengapa', () => {
  const rows = (part: Case) => textOf(part).why.rows;
  const named = (part: Case, label: string) =>
    rows(part)
      .filter((row) => row.label === id[label as keyof typeof id])
      .map(({ text }) => text);

  it('shows the words in their place, on one line, and says where it was cut', () => {
    const text = `${'awal '.repeat(20)}ayo\ncoblos nomor 2${' akhir'.repeat(20)}`;
    const start = text.indexOf('coblos');
    const leading = finding('coblos nomor 2', { start, end: start + 14 });
    const { words } = whyOf({ text }, leading);
    expect(words.word).toBe('coblos nomor 2');
    expect(words.before).toMatch(/^….*ayo $/);
    expect(words.behind).toMatch(/^ akhir.*…$/);
    expect(`${words.before}${words.word}${words.behind}`.length).toBeLessThanOrEqual(60 * 2 + 14 + 2);
    expect(whyOf({ text: 'coblos nomor 2' }, { ...leading, start: 0, end: 14 }).words).toEqual({
      before: '',
      word: 'coblos nomor 2',
      behind: '',
    });
  });

  it('finds the words in whatever field they stand', () => {
    const content = { text: '', alts: ['satu', 'gambar dua'], own: 'kata saya' };
    const place = (part: Partial<Finding>) => whyOf(content, finding('', part)).words.word;
    expect(place({ field: 'alts', index: 1, start: 0, end: 6 })).toBe('gambar');
    expect(place({ field: 'own', start: 5, end: 9 })).toBe('saya');
    expect(place({ field: 'quoted', start: 0, end: 9 })).toBe('');
  });

  it('names entry, pack, stage, each clause with its basis, duty, what is allowed, and sources', () => {
    expect(named({}, 'why.entry')).toEqual(['Entri uji (Paket uji, versi 7)']);
    expect(named({ stage: 'prospective' }, 'why.stage')[0]).toContain('bakal calon');
    const own = { action: 'post', verdict: { clauses: clausesFor('post', 'fixed', 'own-support') } } as const;
    expect(named(own, 'why.form').map((text) => text.slice(0, 16))).toEqual([
      'Disiplin angka 6',
      'Disiplin angka 2',
      'Disiplin angka 8',
    ]);
    for (const text of named(own, 'why.form')) expect(text).toMatch(/Dasar: .*PP 94\/2021/);
    expect(named({}, 'why.duty')[0]).toContain('UU 20/2023');
    expect(named({}, 'why.allowed')[0]).toContain('turnbackhoax.id, cekfakta.com');
    expect(named({}, 'why.ask')[0]).toContain('PPK atau Bawaslu');
    // One source for each clause, and that of the duty.
    expect(named(own, 'why.sources')).toHaveLength(4);
    expect(named(own, 'why.sources').at(2)).toContain('sumber berbeda');
  });

  it.each([
    ['unspecified', 'fixed', 'PP 94/2021'],
    ['pns', 'fixed', 'PP 94/2021'],
    ['pns', 'prospective', 'PP 42/2004'],
    ['pppk', 'fixed', 'PP 49/2018'],
    ['pppk', 'prospective', 'PP 49/2018'],
    ['honorer', 'fixed', 'SE MenPANRB 1/2023'],
    ['honorer', 'prospective', 'SE MenPANRB 1/2023'],
  ] as const)('%s, %s: the sanction is that of %s', (status, stage, basis) => {
    const part = { stage, settings: { status } };
    const all = ['PP 94/2021', 'PP 42/2004', 'PP 49/2018', 'SE MenPANRB 1/2023'];
    for (const lines of [textOf(part).sanctions, named(part, 'why.sanction')]) {
      expect(lines).toHaveLength(1);
      expect(all.filter((one) => lines[0]?.includes(one))).toEqual([basis]);
    }
  });

  it('promises no sanction where the stage is not known', () => {
    expect(named({ stage: 'unknown' }, 'why.sanction')).toEqual([id['why.sanction.unknown']]);
  });

  it('speaks of husband and wife to those only', () => {
    expect(named({}, 'why.spouse')).toEqual([]);
    expect(named({ settings: { spouse: true } }, 'why.spouse')[0]).toContain('SE MenPANRB 18/2023');
  });
});

describe('what the reminder offers', () => {
  it('looks different each time, four in turn', () => {
    expect([0, 1, 2, 3, 4, 5].map((turn) => textOf({ turn }).look)).toEqual([0, 1, 2, 3, 0, 1]);
  });

  it('asks to hold the button for own posts, uploads and joins only', () => {
    const held = ACTION_KINDS.filter((action) => textOf({ action }).holdHelp !== '');
    expect(held).toEqual(['join', 'post', 'upload']);
    for (const action of ACTION_KINDS)
      expect(textOf({ action }).proceed).toBe(
        held.includes(action) ? 'Tahan untuk melanjutkan' : 'Lanjutkan',
      );
  });

  it('advises on photos where one is uploaded, and forbids no pose', () => {
    const advised = ACTION_KINDS.filter((action) => textOf({ action }).advice !== '');
    expect(advised).toEqual(['upload']);
    expect(textOf({ action: 'upload' }).advice).not.toMatch(/SKB|dilarang|melarang/);
  });

  it('offers silence for a post only where there is one', () => {
    expect(textOf({}).mutePost).not.toBe('');
    const nowhere = { id: '', post: '', entity: null, account: '', strength: 'cue' } as const;
    expect(textOf({ verdict: { occasion: nowhere } }).mutePost).toBe('');
  });
});

describe('a hint', () => {
  const hint = (calmed: Grounds['calmed'], continued = 0) =>
    hintText(grounds({ calmed, findings: [finding('Sutrala', { signal: 'subject' })] }), 'id', continued);

  it('names the words and why it is no reminder', () => {
    expect(hint(null)).toBe('Menyebut “Sutrala”. Tidak ditahan.');
    expect(hint('cool-down')).toContain('Sama seperti tadi: “Sutrala”');
    expect(hint('budget')).toContain('hari ini');
    expect(hint('decided', 3)).toContain('3 kali');
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
