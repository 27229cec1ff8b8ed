import type { LogEntry } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import { Ask } from './ask.tsx';
import { hoursOf, startOf } from './calendar.ts';
import type { DayRange } from './files.tsx';
import type { LogKeeper } from './log-keeper.ts';

/** What is asked before something is deleted. */
export type Question =
  | { readonly about: 'row'; readonly row: LogEntry }
  | { readonly about: 'range'; readonly range: DayRange; readonly rows: number }
  | { readonly about: 'clear' }
  | { readonly about: 'reset' };

interface QuestionsProps {
  readonly question: Question | undefined;
  readonly keeper: LogKeeper;
  onDone(text: string): void;
  onClosed(): void;
}

export function Questions({ question, keeper, onDone, onClosed }: QuestionsProps) {
  const { texts } = usePage();
  if (!question) return null;
  const done = (work: Promise<void>, text: string) => work.then(() => onDone(text));
  const shared = { onClosed };
  switch (question.about) {
    case 'row': {
      const { row } = question;
      const named = {
        action: texts.say(`action.${row.action}.name`),
        time: `${texts.date(row.hour)}, ${texts.hour(row.hour)}`,
      };
      return (
        <Ask
          {...shared}
          title={texts.say('log.row.ask')}
          text={texts.say('log.row.explain', named)}
          yes={texts.say('log.row.confirm')}
          act={() => done(keeper.removeRow(row.id), texts.say('log.row.done'))}
        />
      );
    }
    case 'range': {
      const { range, rows } = question;
      const days = { from: texts.date(startOf(range.first)), to: texts.date(startOf(range.last)) };
      return (
        <Ask
          {...shared}
          title={texts.say('log.range.ask', days)}
          text={texts.count('log.range.explain', rows)}
          yes={texts.say('log.range.confirm')}
          act={() =>
            done(keeper.removeHours(hoursOf(range.first, range.last)), texts.say('log.range.done', days))
          }
        />
      );
    }
    case 'clear':
      return (
        <Ask
          {...shared}
          title={texts.say('log.clear.ask')}
          text={texts.say('log.clear.explain')}
          yes={texts.say('log.clear.confirm')}
          act={() => done(keeper.clear(), texts.say('log.clear.done'))}
        />
      );
    case 'reset':
      return (
        <Ask
          {...shared}
          title={texts.say('log.reset.ask')}
          text={texts.say('log.reset.explain')}
          yes={texts.say('log.reset.confirm')}
          act={() => done(keeper.reset(), texts.say('log.reset.done'))}
        />
      );
  }
}
