import type { SourceState } from '../../shared/messages.ts';
import type { Texts } from '../texts.ts';

/** Names and values, also the lines of the report. */
export function factsOf(
  { active, check, next, url, keyWords, changedKeyWords }: SourceState,
  texts: Texts,
): readonly (readonly [string, string])[] {
  const moment = (time: number) => `${texts.date(time)} ${texts.time(time)}`;
  return [
    ...(active
      ? ([
          [
            texts.say('settings.sources.release'),
            `${active.version} (${active.epoch}.${active.seq}), ${texts.date(active.issued)} – ${texts.date(active.expires)}`,
          ],
          [texts.say('settings.sources.words'), active.words],
        ] as const)
      : []),
    [texts.say('settings.sources.keys'), keyWords],
    ...(changedKeyWords === null
      ? []
      : [[texts.say('settings.sources.changedKeys'), changedKeyWords] as const]),
    [texts.say('settings.sources.from'), url ?? texts.say('settings.sources.embedded')],
    ...(check
      ? ([
          [
            texts.say('settings.sources.checked'),
            `${moment(check.time)}: ${texts.say(`settings.sources.result.${check.result}`)}`,
          ],
          [texts.say('settings.sources.next'), moment(next)],
        ] as const)
      : []),
  ];
}
