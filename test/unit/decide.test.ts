import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/core/compile/compile.ts';
import {
  contentOf,
  type DecisionRequest,
  decide,
  logRow,
  type Verdict,
} from '../../src/core/decision/decide.ts';
import { logRowSchema } from '../../src/core/log/log.ts';
import { logRowId } from '../../src/core/log/log-id.ts';
import { createRuleIndex } from '../../src/core/matching/rule-index.ts';
import { type Pack, parsePack } from '../../src/core/pack/pack.ts';
import { SOURCES } from '../../src/core/reminding/decision-table.ts';
import { EMPTY_MEMORY, type ReminderMemory } from '../../src/core/reminding/fatigue.ts';
import { STATUSES } from '../../src/core/reminding/law.ts';
import { STRENGTHS, type Strength } from '../../src/core/reminding/strength.ts';
import { defaultSettings, type Settings } from '../../src/core/settings/settings.ts';
import {
  ACTION_KINDS,
  type ActionKind,
  CONTEST_PHASES,
  type Content,
  type ContestPhase,
  type Post,
  SITE_IDS,
} from '../../src/core/types.ts';
import { expectedAnswer } from './expected-decisions.ts';
import { testPack } from './test-pack.ts';

/** A moment in Indonesian civil time. */
const wib = (date: string, time = '12:00') => Date.parse(`${date}T${time}:00+07:00`);

function builtIn(id: string): Pack {
  const result = parsePack(readFileSync(new URL(`../../rules/${id}.json`, import.meta.url), 'utf8'));
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.pack;
}
const builtInRules = createRuleIndex(compile([builtIn('general'), builtIn('pilpres-2024')]));

/** The invented contest with one month for each phase: January is the first, June the last. */
const monthOf = (phase: ContestPhase) => `2030-0${CONTEST_PHASES.indexOf(phase) + 1}`;
function datedPack(): Pack {
  const pack = testPack();
  const phases = CONTEST_PHASES.map((phase) => ({
    phase,
    start: `${monthOf(phase)}-01`,
    end: `${monthOf(phase)}-28`,
  }));
  return { ...pack, contests: pack.contests.map((contest) => ({ ...contest, phases })) };
}
const rules = createRuleIndex(compile([datedPack()]));
const CAMPAIGN = 'Mari coblos nomor 1, Sutrala Wijaksa';

interface Case {
  readonly text?: string;
  readonly own?: string;
  readonly action?: ActionKind;
  readonly now?: number;
  readonly settings?: Partial<Settings>;
  readonly site?: DecisionRequest['site'];
  readonly memory?: ReminderMemory;
}
function ask(index: typeof rules, part: Case): Verdict {
  const {
    text = '',
    own,
    action = 'like',
    now = wib('2030-03-10'),
    settings,
    site = 'x',
    memory = EMPTY_MEMORY,
  } = part;
  const request = { site, action, content: { text, own }, postKey: '', now };
  return decide(request, index, { ...defaultSettings(), ...settings }, memory);
}
function reminded(verdict: Verdict): Extract<Verdict, { kind: 'remind' }> {
  if (verdict.kind !== 'remind') throw new Error(`${verdict.kind} instead of a reminder`);
  return verdict;
}
const clauseIds = (verdict: Verdict) => reminded(verdict).clauses.map((clause) => clause.id);

describe('settings', () => {
  it.each(SITE_IDS)('%s switched off: everything passes there, and only there', (site) => {
    const sites = { ...defaultSettings().sites, [site]: false };
    expect(ask(rules, { text: CAMPAIGN, site, settings: { sites } })).toEqual({ kind: 'none' });
    for (const other of SITE_IDS.filter((id) => id !== site))
      expect(ask(rules, { text: CAMPAIGN, site: other, settings: { sites } }).kind).toBe('remind');
  });

  it.each(ACTION_KINDS)('%s switched off: it passes, and nothing else does', (action) => {
    const actions = { ...defaultSettings().actions, [action]: false };
    expect(ask(rules, { text: CAMPAIGN, action, settings: { actions } }).kind).toBe('none');
    for (const other of ACTION_KINDS.filter((kind) => kind !== action))
      expect(ask(rules, { text: CAMPAIGN, action: other, settings: { actions } }).kind).toBe('remind');
  });

  it('of the log and the language change no decision', () => {
    expect(ask(rules, { text: CAMPAIGN, settings: { log: 'none', language: 'en' } }).kind).toBe('remind');
  });
});

describe('levels', () => {
  it('a subject that is merely named passes', () => {
    expect(ask(rules, { text: 'Sutrala Wijaksa datang ke pasar' })).toMatchObject({
      kind: 'hint',
      strength: 'named',
    });
  });

  it('an ordinary text passes', () => {
    expect(ask(rules, { text: 'Hujan deras sejak subuh' })).toEqual({ kind: 'none' });
    expect(ask(rules, {})).toEqual({ kind: 'none' });
  });

  it('the own words count beside an ordinary post', () => {
    const verdict = reminded(ask(rules, { text: 'Hujan deras', own: 'coblos nomor 1', action: 'comment' }));
    expect(verdict.findings.map((finding) => finding.field)).toEqual(['own']);
  });
});

describe('clauses, cell by cell', () => {
  const cells = ACTION_KINDS.flatMap((action) => CONTEST_PHASES.map((phase) => [action, phase] as const));

  it.each(cells)('%s in phase %s', (action, phase) => {
    for (const day of ['01', '28']) {
      const verdict = ask(rules, { text: CAMPAIGN, action, now: wib(`${monthOf(phase)}-${day}`) });
      const expected =
        phase === 'prospective'
          ? { stage: 'prospective', id: action === 'upload' ? 'KE-5' : 'KE-4' }
          : { stage: 'fixed', id: action === 'upload' ? 'DS-7' : 'DS-6' };
      expect(reminded(verdict).stage).toBe(expected.stage);
      expect(clauseIds(verdict)).toEqual([expected.id]);
    }
  });

  it.each(ACTION_KINDS)('%s by a phrase of no contest names both halves', (action) => {
    const verdict = reminded(ask(rules, { text: 'Coblos nomor 7', action }));
    expect(verdict.stage).toBe('unknown');
    expect(clauseIds(verdict)).toEqual(action === 'upload' ? ['KE-5', 'DS-7'] : ['KE-4', 'DS-6']);
    expect(verdict.subject).toEqual({ category: 'general', role: 'phrase', contest: null, packVersion: '7' });
  });

  it('the last minute of a phase and the first of the next are told apart in Indonesian time', () => {
    const at = (date: string, time: string) =>
      clauseIds(ask(rules, { text: CAMPAIGN, now: wib(date, time) }));
    expect(at('2030-01-31', '23:59')).toEqual(['KE-4']);
    expect(at('2030-02-01', '00:00')).toEqual(['DS-6']);
  });
});

describe('action x stage x status x strength x source', () => {
  const neutral = (id: string, kind: 'official' | 'press') => ({
    id: `demo:${id}`,
    kind,
    names: [id],
    accounts: [{ site: 'x' as const, handle: id }],
    regional: false,
    source: 'invented',
    confidence: 'in_use' as const,
    examples: { match: [], ignore: [] },
  });
  const neutralAccounts = [neutral('panitia', 'official'), neutral('korancontoh', 'press')];
  const index = createRuleIndex(compile([{ ...datedPack(), neutralAccounts }]));
  const handles = { ordinary: 'warga', press: 'korancontoh', official: 'panitia' } as const;
  const contents: Record<Strength, Content> = {
    named: { text: 'Sutrala Wijaksa datang ke pasar' },
    'account-named': { text: 'Hujan deras', author: 'Sutrala Wijaksa' },
    cue: { text: 'Saya pilih Sutrala Wijaksa' },
    'campaign-account': { text: 'Hujan deras', author: 'Sahabat Sutrala Raya' },
    'own-support': { text: 'Hujan deras', own: 'Saya pilih Sutrala Wijaksa' },
  };
  const stages = { prospective: monthOf('prospective'), fixed: monthOf('campaign') } as const;
  const cells = SOURCES.flatMap((source) => STRENGTHS.map((strength) => ({ source, strength })));

  it.each(cells)('$source, $strength', ({ source, strength }) => {
    for (const action of ACTION_KINDS)
      for (const [stage, month] of Object.entries(stages))
        for (const status of STATUSES) {
          const content = { ...contents[strength], handle: handles[source] };
          const request = { site: 'x', action, content, postKey: 'p', now: wib(`${month}-10`) } as const;
          const verdict = decide(request, index, { ...defaultSettings(), status }, EMPTY_MEMORY);
          const cell = `${action} ${stage} ${status}`;
          expect(`${cell}: ${verdict.kind}`).toBe(
            `${cell}: ${expectedAnswer(source, strength, 'normal', action)}`,
          );
          if (verdict.kind === 'none') continue;
          expect(verdict.strength, cell).toBe(strength);
          expect(verdict.source ?? 'ordinary', cell).toBe(source);
          const photo = action === 'upload';
          const first = stage === 'prospective' ? (photo ? 'KE-5' : 'KE-4') : photo ? 'DS-7' : 'DS-6';
          expect(verdict.clauses[0]?.id, cell).toBe(first);
        }
  });
});

describe('what a person does not want to hear', () => {
  const cue = { text: 'Saya pilih Sutrala Wijaksa' };

  it('an exception takes its entry out, and nothing else', () => {
    const settings = { exceptions: ['demo:sutrala'] };
    expect(ask(rules, { ...cue, settings }).kind).not.toBe('remind');
    expect(ask(rules, { text: 'Saya pilih Bragasta Pinular', settings }).kind).toBe('remind');
    // What is left is support for nobody.
    expect(ask(rules, { text: 'Sutrala Wijaksa, terang bersama!' }).kind).toBe('remind');
    expect(ask(rules, { text: 'Sutrala Wijaksa, terang bersama!', settings })).toEqual({ kind: 'none' });
  });

  it('so does a wrong detection of this session', () => {
    const memory = { ...EMPTY_MEMORY, wrong: ['demo:sutrala'] };
    expect(ask(rules, { ...cue, memory }).kind).not.toBe('remind');
  });

  it('a region that was not chosen eases a like, not a comment', () => {
    const elsewhere = { regions: ['Lain'] };
    expect(ask(rules, { ...cue, settings: elsewhere }).kind).toBe('hint');
    expect(ask(rules, { ...cue, settings: { regions: ['Lain', 'Contoh'] } }).kind).toBe('remind');
    expect(ask(rules, { ...cue, settings: elsewhere, action: 'comment' }).kind).toBe('remind');
    expect(ask(rules, { text: 'Coblos nomor 9', settings: elsewhere }).kind).toBe('remind');
  });
});

describe('one occasion', () => {
  const occasion = (own: string, part: Partial<DecisionRequest> = {}) => {
    const content = { text: CAMPAIGN, own, author: 'Warga', handle: part.content?.handle };
    const request = {
      site: 'x',
      action: 'comment',
      postKey: 'p',
      now: wib('2030-03-10'),
      ...part,
      content,
    } as const;
    return reminded(decide(request, rules, defaultSettings(), EMPTY_MEMORY)).occasion;
  };

  it('is the same post, action and own words', () => {
    const { id } = occasion('mantap');
    expect(occasion('mantap').id).toBe(id);
    expect(occasion('lain').id).not.toBe(id);
    expect(occasion('mantap', { action: 'reply' }).id).not.toBe(id);
    expect(occasion('mantap', { postKey: 'q' }).id).not.toBe(id);
    expect(occasion('mantap', { site: 'facebook' }).id).not.toBe(id);
    expect(occasion('', { postKey: '' })).toMatchObject({ id: '', post: '' });
    expect(occasion('mantap', { postKey: '' }).id).not.toBe('');
  });

  it('knows the account by its handle, else by its name', () => {
    expect(occasion('').account).toBe('x Warga');
    expect(occasion('', { content: { text: '', handle: 'warga_1' } }).account).toBe('x warga_1');
  });
});

describe('a contest that sleeps', () => {
  const named = 'Pilih Sutrala Wijaksa, terang bersama!';

  it('gives nothing for its names before it begins, whatever the settings say', () => {
    for (const finishedContests of [false, true])
      expect(ask(rules, { text: named, now: wib('2029-12-31'), settings: { finishedContests } })).toEqual({
        kind: 'none',
      });
  });

  it('gives nothing after its end, until finished contests are asked for', () => {
    const now = wib('2030-06-29');
    expect(ask(rules, { text: named, now })).toEqual({ kind: 'none' });
    const woken = reminded(ask(rules, { text: named, now, settings: { finishedContests: true } }));
    expect(woken.subject.contest).toEqual({ kind: 'governor', year: 2030 });
    // Which half applies to a finished contest is not for us to say.
    expect(woken.stage).toBe('unknown');
  });
});

describe('what the log may know', () => {
  const texts = [
    CAMPAIGN,
    'Saya pilih Bragasta Pinular',
    '#SutralaMaju',
    'Sutrala sampai tuntas',
    'Coblos nomor 9',
    'Coblos nomor 2, salam untuk Melodra Kencani',
  ];

  it.each(texts)('"%s": closed vocabulary only', (text) => {
    const verdict = reminded(ask(rules, { text }));
    expect(Object.keys(verdict.subject).sort()).toEqual(['category', 'contest', 'packVersion', 'role']);
    const pack = datedPack();
    const written = JSON.stringify(verdict.subject).toLowerCase();
    const foreign = [
      ...pack.entities.flatMap(({ id, name }) => [id, ...name.split(/\W+/)]),
      ...pack.contests.flatMap(({ id, name, region }) => [id, name, region ?? '']),
      ...verdict.findings.map((finding) => finding.text),
    ];
    for (const word of foreign.filter((part) => part !== ''))
      expect(written, word).not.toContain(word.toLowerCase());
    const now = wib('2030-03-10');
    const row = logRow(
      logRowId(now, new Uint8Array(12)),
      now,
      { site: 'facebook', action: 'share', content: { text }, postKey: '', now },
      verdict.subject,
      'continued',
    );
    expect(logRowSchema.parse(row)).toEqual(row);
    expect(row).toMatchObject({ site: 'facebook', action: 'share', outcome: 'continued', hour: now });
  });

  it('speaks of the contest before the cue of no contest', () => {
    const text = 'Coblos nomor 9! Saya pilih Ganjar Pranowo';
    const verdict = reminded(ask(builtInRules, { text, now: wib('2023-12-05') }));
    expect(verdict.findings[0]).toMatchObject({ contest: null, signal: 'campaign' });
    expect(verdict.stage).toBe('fixed');
    expect(verdict.subject).toMatchObject({
      category: 'candidate',
      role: 'candidate',
      contest: { kind: 'president', year: 2024 },
    });
  });

  it('speaks of the cue before a party that is merely named', () => {
    const pack = datedPack();
    const parties = pack.entities.slice(1, 2).map(({ contest: _none, ...entity }) => ({
      ...entity,
      id: 'demo:party',
      role: 'party' as const,
      name: 'Partai Rembulan Rekaan',
      aliases: [],
    }));
    const withParty = createRuleIndex(compile([{ ...pack, entities: [...pack.entities, ...parties] }]));
    const named = ask(withParty, { text: 'Partai Rembulan Rekaan bertemu. Coblos nomor 9!' });
    expect(reminded(named).findings[0]?.entity).toBe('demo:party');
    expect(reminded(named).subject).toMatchObject({ category: 'general', role: 'phrase', contest: null });
    expect(reminded(ask(withParty, { text: 'Saya pilih Partai Rembulan Rekaan' })).subject).toMatchObject({
      category: 'party',
      role: 'party',
      contest: null,
    });
  });

  it.each([
    ['candidate', 'candidate', 'Saya pilih Sutrala Wijaksa'],
    ['candidate', 'ticket', 'Coblos nomor 2'],
    ['general', 'phrase', 'Coblos nomor 7'],
  ])('category %s for role %s', (category, role, text) => {
    expect(reminded(ask(rules, { text })).subject).toMatchObject({ category, role });
  });

  it('a campaign team is a campaign, in the version of its pack', () => {
    const content = { text: 'Kerja bakti hari Minggu', author: 'Sahabat Sutrala Raya' };
    const request: DecisionRequest = {
      site: 'facebook',
      action: 'like',
      content,
      postKey: '',
      now: wib('2030-03-10'),
    };
    expect(reminded(decide(request, rules, defaultSettings(), EMPTY_MEMORY)).subject).toEqual({
      category: 'campaign',
      role: 'campaign-team',
      contest: { kind: 'governor', year: 2030 },
      packVersion: '7',
    });
  });
});

describe('the packs that we ship', () => {
  const campaign = 'Saya pilih Ganjar Pranowo';
  const expectStage = (now: number, action: ActionKind, stage: string, ids: readonly string[]) => {
    const verdict = ask(builtInRules, { text: campaign, now, action });
    expect(reminded(verdict).stage).toBe(stage);
    expect(clauseIds(verdict)).toEqual(ids);
    expect(reminded(verdict).subject.contest).toEqual({ kind: 'president', year: 2024 });
    expect(reminded(verdict).subject.packVersion).toBe(builtIn('pilpres-2024').version);
  };

  it('October 2023: prospective candidates', () => {
    expectStage(wib('2023-10-25'), 'like', 'prospective', ['KE-4']);
    expectStage(wib('2023-10-25'), 'upload', 'prospective', ['KE-5']);
    expectStage(wib('2023-11-12', '23:59'), 'share', 'prospective', ['KE-4']);
  });

  it('December 2023: candidates', () => {
    expectStage(wib('2023-11-13', '00:00'), 'share', 'fixed', ['DS-6']);
    expectStage(wib('2023-12-05'), 'like', 'fixed', ['DS-6']);
    expectStage(wib('2023-12-05'), 'upload', 'fixed', ['DS-7']);
  });

  it('November 2026: the names sleep, the general phrases do not', () => {
    const now = wib('2026-11-24');
    expect(ask(builtInRules, { text: campaign, now }).kind).toBe('none');
    expect(ask(builtInRules, { text: 'Ganjar Pranowo meresmikan pasar', now })).toEqual({ kind: 'none' });
    const general = reminded(ask(builtInRules, { text: 'Coblos nomor 2!', now }));
    expect(general.stage).toBe('unknown');
    expect(clauseIds(general)).toEqual(['KE-4', 'DS-6']);
    expect(general.subject.contest).toBeNull();
    const settings = { finishedContests: true };
    expect(reminded(ask(builtInRules, { text: campaign, now, settings })).stage).toBe('unknown');
  });

  it('news about a candidate passes in the middle of the campaign', () => {
    const verdict = ask(builtInRules, { text: 'Ganjar Pranowo tiba di kota kami', now: wib('2023-12-05') });
    expect(verdict).toMatchObject({ kind: 'hint', strength: 'named' });
  });
});

describe('contentOf', () => {
  const post: Post = {
    key: 'k',
    author: 'Penulis',
    handle: 'akun',
    text: 'isi',
    hashtags: ['Tagar'],
    alts: ['gambar'],
    link: 'tautan',
    quoted: { author: 'Dikutip', text: 'isi kutipan' },
    group: 'Grup',
  };

  it('hands every text of the post to the matcher', () => {
    expect(contentOf(post, 'kata saya')).toEqual({
      text: 'isi',
      own: 'kata saya',
      author: 'Penulis',
      handle: 'akun',
      alts: ['gambar'],
      link: 'tautan',
      quoted: 'Dikutip\nisi kutipan',
      group: 'Grup',
    });
  });

  it('has empty texts where the post has none, and only the own words without a post', () => {
    expect(contentOf({ ...post, quoted: null, group: null }, '')).toMatchObject({ quoted: '', group: '' });
    expect(contentOf(undefined, 'kata saya')).toEqual({ text: '', own: 'kata saya' });
  });

  it.each(['text', 'author', 'alts', 'link', 'quoted', 'group'] as const)('a cue in %s is found', (field) => {
    const cue = 'Coblos nomor 1';
    const empty: Post = {
      ...post,
      author: '',
      handle: '',
      text: '',
      alts: [],
      link: '',
      quoted: null,
      group: null,
    };
    const value = { alts: [cue], quoted: { author: '', text: cue } }[field as string] ?? cue;
    const request: DecisionRequest = {
      site: 'x',
      action: 'like',
      content: contentOf({ ...empty, [field]: value }, ''),
      postKey: '',
      now: wib('2030-03-10'),
    };
    const verdict = reminded(decide(request, rules, defaultSettings(), EMPTY_MEMORY));
    expect(verdict.findings[0]?.field).toBe(field);
  });
});
