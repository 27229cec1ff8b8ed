import { LOG_LEVELS, type LogLevel } from '../../core/log/log.ts';
import { Choice } from './choice.tsx';
import { usePage } from './frame.tsx';
import { logLevelNotes } from './log-level-notes.ts';

interface LogLevelChoiceProps {
  readonly log: LogLevel;
  readonly notes?: readonly string[];
  onChoose(): void;
}

/** One level of the log, as it takes effect: what the agency does not allow cannot be chosen, and says so. */
export function LogLevelChoice({ log, notes = [], onChoose }: LogLevelChoiceProps) {
  const { texts, effective, policy } = usePage();
  const { maxLogLevel, agencyName } = policy.policy;
  const isForbidden = maxLogLevel !== undefined && LOG_LEVELS.indexOf(log) > maxLogLevel;
  const name = agencyName ?? texts.say('settings.agency.unnamed');
  return (
    <Choice
      group="log"
      name={texts.say(`settings.log.${log}`)}
      notes={[
        ...(isForbidden ? [texts.say('settings.agency.forbidden', { name })] : []),
        ...logLevelNotes(log, effective.retention, texts),
        ...notes,
      ]}
      chosen={effective.log === log}
      isForbidden={isForbidden}
      onChoose={onChoose}
    />
  );
}
