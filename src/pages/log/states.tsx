import type { RETENTION } from '../../core/log/log.ts';
import { usePage } from '../parts/frame.tsx';
import { Notice } from '../parts/notice.tsx';
import { RetryNotice } from '../parts/retry-notice.tsx';
import type { Failure } from './failure.ts';
import type { Log } from './log-keeper.ts';

interface FailedProps {
  readonly failure: Failure;
  onRetry(): void;
}

/** The log could not be opened, and what the person can do. */
export function Failed({ failure, onRetry }: FailedProps) {
  const { texts } = usePage();
  return (
    <RetryNotice
      text={texts.say(`log.failure.${failure}`)}
      again={texts.say('log.load.retry')}
      onRetry={onRetry}
    />
  );
}

/** Rows are gone that nobody deleted. */
export function Lost({ lost, onRead }: { readonly lost: number; onRead(): void }) {
  const { texts } = usePage();
  if (lost === 0) return null;
  return (
    <Notice kind="problem" text={texts.count('log.lost.text', lost)}>
      <button type="button" class="button" onClick={onRead}>
        {texts.say('log.lost.read')}
      </button>
    </Notice>
  );
}

/** Rows still lie as they were before a change of the lock. */
export function Unsealed({ rows, onGoOn }: { readonly rows: number; onGoOn(): void }) {
  const { texts } = usePage();
  if (rows === 0) return null;
  return (
    <Notice kind="remark" text={texts.count('log.unsealed.text', rows)}>
      <button type="button" class="button" onClick={onGoOn}>
        {texts.say('log.unsealed.go-on')}
      </button>
    </Notice>
  );
}

export function EmptyLog() {
  const { texts, effective: settings } = usePage();
  return (
    <div class="empty">
      <h2>{texts.say('log.empty.title')}</h2>
      {settings.log === 'none' ? null : <p>{texts.say('log.empty.text')}</p>}
    </div>
  );
}

/** How far loading came, and the way on when it stopped. */
export function LoadingLine({ log, onGoOn }: { readonly log: Log; onGoOn(): void }) {
  const { texts } = usePage();
  if (log.phase !== 'ready' || log.rows.length === 0) return null;
  const { rows, total, loading, stopped } = log;
  const counts = { shown: texts.number(rows.length), total: texts.number(total) };
  if (stopped)
    return (
      <Notice
        kind="problem"
        text={`${texts.say('log.more.stopped', counts)} ${texts.say(`log.failure.${stopped}`)}`}
      >
        <button type="button" class="button" onClick={onGoOn}>
          {texts.say('log.load.retry')}
        </button>
      </Notice>
    );
  if (loading)
    return (
      <div class="loading">
        <p id="loading">{texts.say('log.more.loading', counts)}</p>
        <progress aria-labelledby="loading" value={rows.length} max={total} />
      </div>
    );
  if (rows.length < total)
    return <Notice kind="remark" text={texts.count('log.more.unreadable', total - rows.length)} />;
  return null;
}

export function LogExplained() {
  const { texts, effective: settings } = usePage();
  const days = (level: keyof typeof RETENTION) => ({ days: texts.number(settings.retention[level]) });
  return (
    <details class="card explained">
      <summary class="opens">{texts.say('log.hold.title')}</summary>
      <ul>
        <li>{texts.say('log.hold.holds')}</li>
        <li>{texts.say(settings.log === 'detailed' ? 'log.hold.never-detailed' : 'log.hold.never')}</li>
        <li>{texts.say('log.hold.retention', days('brief'))}</li>
        {settings.log === 'detailed' ? (
          <li>{texts.say('log.hold.retention-detailed', days('detailed'))}</li>
        ) : null}
        <li>{texts.say('log.hold.reader')}</li>
      </ul>
    </details>
  );
}
