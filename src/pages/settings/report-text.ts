import type { SourceState } from '../../shared/messages.ts';
import type { StoredPolicy } from '../../shared/storage.ts';
import type { Texts } from '../texts.ts';
import { placeOf } from './agency.tsx';
import { factsOf } from './source-facts.ts';

interface ReportParts {
  readonly version: string;
  /** User agent of the browser. */
  readonly browser: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly policy: StoredPolicy;
  readonly sources: readonly SourceState[];
  readonly texts: Texts;
}

/**
 * What arrived of a policy, what was rejected and why, and the state of each signed list, as lines of text. No setting,
 * status, region or row of the person is part of it.
 */
export function reportOf({ version, browser, now, policy, sources, texts }: ReportParts): string {
  const accepted = Object.entries(policy.policy).map(([key, value]) => `${key}: ${briefly(value)}`);
  const rejected = policy.faults.map((fault) =>
    texts.say(`settings.agency.fault.${fault.reason}`, { key: placeOf(fault) }),
  );
  return [
    `${texts.say('frame.product.name')} ${version}, ${texts.date(now)} ${texts.time(now)}`,
    browser,
    '',
    ...(policy.received === undefined
      ? []
      : [
          texts.say('settings.agency.received', {
            moment: `${texts.date(policy.received)} ${texts.time(policy.received)}`,
          }),
        ]),
    texts.say('settings.report.accepted'),
    ...bullets(accepted, texts),
    texts.say('settings.report.rejected'),
    ...bullets(rejected, texts),
    ...sources.flatMap((source) => [
      '',
      `${source.active?.title ?? source.packId} (${source.packId})`,
      ...bullets(
        factsOf(source, texts).map(([name, value]) => `${name}: ${value}`),
        texts,
      ),
      ...(source.active?.stale
        ? [`  - ${texts.say('settings.sources.stale', { day: texts.date(source.active.expires) })}`]
        : []),
      ...(source.damage ? [`  - ${texts.say(`settings.sources.damage.${source.damage}`)}`] : []),
      ...(source.restored === null
        ? []
        : [`  - ${texts.say('settings.sources.restored', { day: texts.date(source.restored) })}`]),
      ...(source.check?.details ?? []).map((detail) => `    ${detail}`),
      ...source.equivocations.flatMap((one) => [
        `  - ${texts.say('settings.sources.twice', { number: `${one.epoch}.${one.seq}` })} (${texts.date(one.time)})`,
        `    ${texts.say('settings.sources.twice.kept', { words: `${one.keptWords} ${one.kept}` })}`,
        `    ${texts.say('settings.sources.twice.refused', { words: `${one.refusedWords} ${one.refused}` })}`,
      ]),
    ]),
    '',
  ].join('\n');
}

const bullets = (lines: readonly string[], texts: Texts) =>
  (lines.length > 0 ? lines : [texts.say('settings.report.nothing')]).map((line) => `  - ${line}`);

/** Keys and sources are told by their number here; the sources follow one by one. */
function briefly(value: unknown): string {
  return Array.isArray(value) ? `(${value.length})` : JSON.stringify(value);
}
