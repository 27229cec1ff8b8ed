import { describe, expect, it } from 'vitest';
import { reportOf } from '../../src/pages/settings/report-text.ts';
import { historyOf } from '../../src/pages/settings/source-history.ts';
import { textsFor } from '../../src/pages/texts.ts';
import type { SourceState } from '../../src/shared/messages.ts';

const DAY = Date.UTC(2031, 1, 2, 5);
const source: SourceState = {
  packId: 'rekaan-2031',
  origin: 'agency',
  url: 'https://paket.rekaan.example/rekaan.jpack',
  keyWords: 'babad-babad',
  active: {
    epoch: 1,
    seq: 4,
    hash: 'a'.repeat(64),
    words: 'lusab-gutih',
    issued: DAY,
    expires: DAY + 86_400_000,
    stale: true,
    received: DAY,
    title: 'Pemilihan Bupati Rekaan 2031',
    version: '1.3.0',
  },
  changedKeyWords: null,
  damage: null,
  restored: null,
  held: null,
  check: { time: DAY, result: 'invalid', details: ['pack.title: is missing'] },
  next: DAY + 3_600_000,
  history: [],
  equivocations: [],
};
const twice: SourceState['equivocations'][number] = {
  time: DAY,
  epoch: 1,
  seq: 4,
  kept: 'a'.repeat(64),
  keptWords: 'lusab-gutih',
  refused: 'b'.repeat(64),
  refusedWords: 'lusab-babad',
  seen: false,
};

describe('the report for the IT officer', () => {
  const report = (language: 'id' | 'en') =>
    reportOf({
      version: '0.1.0',
      browser: 'Mozilla/5.0 Rekaan',
      now: DAY,
      policy: {
        policy: { agencyName: 'BKPSDM Rekaan', maxLogLevel: 0, revokedKeys: ['x', 'y'] },
        faults: [{ key: 'sendLogTo', reason: 'unknown' }],
      },
      sources: [source, { ...source, active: source.active && { ...source.active, stale: false } }],
      texts: textsFor(language, 'Asia/Jakarta'),
    });

  it('says what arrived, what was rejected, and how each list stands', () => {
    const text = report('en');
    for (const part of [
      'Jaga Netral 0.1.0',
      'Mozilla/5.0 Rekaan',
      'agencyName: "BKPSDM Rekaan"',
      'maxLogLevel: 0',
      'revokedKeys: (2)',
      'sendLogTo',
      'rekaan-2031',
      'lusab-gutih',
      'babad-babad',
      'https://paket.rekaan.example/rekaan.jpack',
      'signed, but its content is not valid',
      'pack.title: is missing',
      'Old: it should have been replaced before 3 Feb 2031. It stays in use.',
    ])
      expect(text).toContain(part);
    expect(text.match(/Old: /g)).toHaveLength(1);
    expect(report('id')).toContain('bertanda tangan, tetapi isinya tidak sah');
  });

  it('says so where there is nothing', () => {
    const text = reportOf({
      version: '0.1.0',
      browser: 'x',
      now: DAY,
      policy: { policy: {}, faults: [] },
      sources: [],
      texts: textsFor('id'),
    });
    expect(text.match(/- tidak ada/g)).toHaveLength(2);
  });
});

describe.each([
  [
    'id',
    'dua isi berbeda dengan nomor 1.4',
    'Datang lebih dahulu: ',
    'Ditolak: ',
    'lebih dahulu lusab-gutih, ditolak lusab-babad',
  ],
  [
    'en',
    'two different contents under the number 1.4',
    'Came first: ',
    'Refused: ',
    'first lusab-gutih, refused lusab-babad',
  ],
] as const)('two releases with one number, in %s', (language, what, kept, refused, line) => {
  const texts = textsFor(language, 'Asia/Jakarta');

  it.each([false, true])('stand in the report with both fingerprints and hashes (seen: %s)', (seen) => {
    const state = { ...source, equivocations: [{ ...twice, seen }] };
    const parts = { version: '0.1.0', browser: '', now: DAY, policy: { policy: {}, faults: [] }, texts };
    const report = reportOf({ ...parts, sources: [state] });
    expect(report).toContain(what);
    expect(report).toContain(`${kept}lusab-gutih ${'a'.repeat(64)}`);
    expect(report).toContain(`${refused}lusab-babad ${'b'.repeat(64)}`);
    expect(reportOf({ ...parts, sources: [source] })).not.toContain(what);
  });

  it('stay in the history, in their place', () => {
    const change = { version: '1.3.0', words: 'lusab-gutih', added: 1, removed: 0 };
    const history = [DAY + 2, DAY - 2].map((time) => ({ ...change, time }));
    const lines = historyOf({ history, restored: null, equivocations: [{ ...twice, seen: true }] }, texts);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(line);
  });

  it('keys that count since a change stand there too', () => {
    const parts = { version: '0.1.0', browser: '', now: DAY, policy: { policy: {}, faults: [] }, texts };
    const line = `${texts.say('settings.sources.changedKeys')}: tutug-babab`;
    expect(reportOf({ ...parts, sources: [{ ...source, changedKeyWords: 'tutug-babab' }] })).toContain(line);
    expect(reportOf({ ...parts, sources: [source] })).not.toContain(
      texts.say('settings.sources.changedKeys'),
    );
  });

  it('what the browser lost stands there too', () => {
    const parts = { version: '0.1.0', browser: '', now: DAY, policy: { policy: {}, faults: [] }, texts };
    const report = reportOf({ ...parts, sources: [{ ...source, damage: 'gone', restored: DAY }] });
    for (const line of [
      texts.say('settings.sources.damage.gone'),
      texts.say('settings.sources.restored', { day: texts.date(DAY) }),
    ]) {
      expect(report).toContain(line);
      expect(reportOf({ ...parts, sources: [source] })).not.toContain(line);
    }
  });
});
