import { describe, expect, it } from 'vitest';
import { contestNameLength } from '../../src/core/language/contests/contest-names.ts';
import { match } from '../../src/core/matching/match.ts';
import { createEngine } from '../evidence/engine.ts';

const governor = { kind: 'governor', region: 'Jawa Barat', year: 2024 } as const;
const regent = { kind: 'regent', region: 'Kabupaten Contoh', year: 2024 } as const;
const president = { kind: 'president', region: null, year: 2024 } as const;

function named(text: string, contest: Parameters<typeof contestNameLength>[1]): string {
  const all = text.split(' ');
  const rests = all.map((_word, at) => all.slice(at));
  const words = rests.find((rest) => contestNameLength(rest, contest) > 0) ?? [];
  return words.slice(0, contestNameLength(words, contest)).join(' ');
}

describe('a contest is named', () => {
  it.each([
    ['seru pilgub jabar kemarin', governor, 'pilgub jabar'],
    ['pilkada di jawa barat', governor, 'pilkada di jawa barat'],
    ['pilkada jabar 2024 panas', governor, 'pilkada jabar 2024'],
    ['calon gubernur jabar', governor, 'calon gubernur jabar'],
    ['siapa calon wakil gubernur jawa barat', governor, 'calon wakil gubernur jawa barat'],
    ['debat pilgub jabar', governor, 'debat pilgub jabar'],
    ['#pilgubjabar', governor, '#pilgubjabar'],
    ['#debatpilgubjawabarat2024', governor, '#debatpilgubjawabarat2024'],
    ['#cawagubjabar24', governor, '#cawagubjabar24'],
    ['pilgub papua', { ...governor, region: 'Papua' }, 'pilgub papua'],
    ['pilbup contoh ramai', regent, 'pilbup contoh'],
    ['pilkada contoh ramai', regent, 'pilkada contoh'],
    ['calon wakil bupati contoh', regent, 'calon wakil bupati contoh'],
    ['#cabupcontoh', regent, '#cabupcontoh'],
    ['#pilwalkotcontoh24', { ...regent, region: 'Kota Contoh' }, '#pilwalkotcontoh24'],
    ['pilpres 2024 usai', president, 'pilpres 2024'],
    ['pilpres2024 usai', president, 'pilpres2024'],
    ['calon wakil presiden 2024', president, 'calon wakil presiden 2024'],
    ['debat capres tadi', president, 'debat capres'],
    ['#debatcapres', president, '#debatcapres'],
    ['#pilpres24', president, '#pilpres24'],
  ])('%s', (text, contest, name) => {
    expect(named(text, contest)).toBe(name);
  });

  it.each([
    ['a poll of no place', 'pilkada kemarin libur', governor],
    ['another place', 'pilgub jateng', governor],
    ['the capital, where a mayor is elected', 'pilkada bandung', governor],
    ['a regency of the place', 'pilkada papua selatan', { ...governor, region: 'Papua' }],
    ['another year', 'pilgub jabar 2018', governor],
    ['another year', '#pilgubjabar2018', governor],
    ['an office', 'gubernur jabar meresmikan pasar', governor],
    ['another poll', 'pilpres jabar', governor],
    ['a poll of no year', 'capres jabar', president],
    ['another year', 'pilpres 2019', president],
    ['another year', 'debat capres 2019', president],
    ['another country', 'pilpres amerika 2024', president],
    ['more than the hashtag says', '#pilgubjabaran', governor],
    ['a contest of a town', 'pilgub jabar', { ...governor, kind: 'regent' as const }],
    ['a contest that is no poll of one', 'pilkada jabar', { ...governor, kind: 'legislature' as const }],
    ['the regent', 'bupati contoh panen', regent],
  ])('not by %s: %s', (_what, text, contest) => {
    expect(named(text, contest)).toBe('');
  });
});

describe('a text that names a contest', () => {
  const { rules } = createEngine();
  const findingsOf = (text: string, isActive: (contest: string) => boolean = () => true) => {
    const { level, findings } = match({ text }, rules, isActive);
    return [level, ...findings.map(({ contest, text: words }) => `${contest} "${words}"`)];
  };

  it('is a hint, and no more beside what only supports', () => {
    const hint = ['hint', 'pilkada-2024-jawa-tengah "pilgub Jateng"'];
    expect(findingsOf('Nobar pilgub Jateng yuk')).toEqual(hint);
    expect(findingsOf('relawan pilgub Jateng, lanjutkan')).toEqual(hint);
  });

  it('says nothing of a contest that sleeps', () => {
    expect(findingsOf('Nobar pilgub Jateng yuk', () => false)).toEqual(['none']);
  });

  it.each([
    'KPU undang warga nobar debat pilgub Jateng',
    'Pilgub Jateng sudah dekat. Gunakan hak pilih.',
    'Nobar pilgub Jateng. ASN ikut? Netral ya!',
  ])('is none where it explains: %s', (text) => {
    expect(findingsOf(text)).toEqual(['none']);
  });

  it('leaves a candidate beside it the only subject', () => {
    const [level, ...rest] = findingsOf('Ahmad Luthfi di debat pilgub Jateng');
    expect(level).toBe('hint');
    expect(rest.every((one) => !one.includes('pilgub'))).toBe(true);
  });

  it('counts in no name of an account', () => {
    expect(match({ text: '', author: 'Pilgub Jateng' }, rules, () => true).level).toBe('none');
  });
});
