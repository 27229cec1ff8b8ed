import type { LogLevel } from '../../core/log/log.ts';
import { EXCERPT_LENGTH } from '../../core/log/log-detail.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Texts } from '../texts.ts';

/** What a level of the log keeps, for how long, and what it never keeps: the same words wherever it is chosen. */
export function logLevelNotes(
  level: LogLevel,
  { brief, detailed }: Settings['retention'],
  texts: Texts,
): readonly string[] {
  if (level === 'none') return [texts.say('settings.log.none-keeps')];
  if (level === 'brief')
    return [
      texts.say('settings.log.brief-keeps', { days: texts.number(brief) }),
      texts.say('settings.log.brief-forgets'),
    ];
  return [
    texts.say('settings.log.detailed-keeps', {
      brief: texts.number(brief),
      days: texts.number(detailed),
      letters: texts.number(EXCERPT_LENGTH),
    }),
    texts.say('settings.log.detailed-forgets'),
    texts.say('settings.log.detailed-warning'),
  ];
}
