import type { Finding, Level, Signal } from '../types.ts';

/**
 * From signals to the level of a content, first row that fits. Signals may stand in different fields of the content
 * (a candidate as author, support in the text).
 *
 * | signals present               | level  | example                            |
 * |-------------------------------|--------|------------------------------------|
 * | campaign                      | remind | "coblos nomor 2", "saya pilih X"   |
 * | subject and supporting        | remind | "X, lanjutkan!"                    |
 * | subject                       | hint   | "X datang ke pasar"                |
 * | supporting only, or nothing   | none   | "lanjutkan", "relawan bencana"     |
 */
const TABLE: readonly { readonly signals: readonly Signal[]; readonly level: Level }[] = [
  { signals: ['campaign'], level: 'remind' },
  { signals: ['subject', 'supporting'], level: 'remind' },
  { signals: ['subject'], level: 'hint' },
];

export function levelOf(findings: readonly Pick<Finding, 'signal'>[]): Level {
  const present = new Set(findings.map((finding) => finding.signal));
  const row = TABLE.find(({ signals }) => signals.every((signal) => present.has(signal)));
  return row?.level ?? 'none';
}
