import type { SourceState } from '../../shared/messages.ts';
import type { Texts } from '../texts.ts';

/** What changed, numbers that were given twice, and what was restored, as lines of text; newest first. */
export function historyOf(
  { history, equivocations, restored }: Pick<SourceState, 'history' | 'equivocations' | 'restored'>,
  texts: Texts,
): readonly string[] {
  const changes = history.map(({ time, version, added, removed, words }) => ({
    time,
    line: texts.say('settings.sources.change', {
      day: texts.date(time),
      version,
      added: texts.number(added),
      removed: texts.number(removed),
      words,
    }),
  }));
  const twice = equivocations.map(({ time, epoch, seq, keptWords, refusedWords }) => ({
    time,
    line: texts.say('settings.sources.twice.change', {
      day: texts.date(time),
      number: `${epoch}.${seq}`,
      kept: keptWords,
      refused: refusedWords,
    }),
  }));
  const restorations =
    restored === null
      ? []
      : [{ time: restored, line: texts.say('settings.sources.restored', { day: texts.date(restored) }) }];
  return [...changes, ...twice, ...restorations]
    .sort((one, other) => other.time - one.time)
    .map(({ line }) => line);
}
