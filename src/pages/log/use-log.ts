import { useEffect, useMemo, useState } from 'preact/hooks';
import { send } from '../../shared/messages.ts';
import { watchIdle } from './idle.ts';
import { createLogKeeper, type Log, type LogKeeper } from './log-keeper.ts';

export function useLog(): { readonly log: Log; readonly keeper: LogKeeper } {
  const [log, setLog] = useState<Log>({ phase: 'waiting' });
  const keeper = useMemo(() => createLogKeeper(send, setLog, () => performance.now()), []);
  useEffect(() => {
    const lookAgain = () => {
      if (document.visibilityState === 'visible') keeper.refresh();
    };
    document.addEventListener('visibilitychange', lookAgain);
    keeper.load();
    return () => {
      document.removeEventListener('visibilitychange', lookAgain);
      keeper.stop();
    };
  }, []);

  const isUnlocked = log.phase === 'ready' && log.status.lock === 'unlocked';
  useEffect(() => {
    if (!isUnlocked) return;
    const lifetime = new AbortController();
    // The rows are hidden whatever the background says; it forgets the key by its own clock as well.
    const onIdle = () => keeper.closeLock().catch(() => undefined);
    watchIdle({ onIdle, onUse: keeper.keepOpen }, lifetime.signal);
    return () => lifetime.abort();
  }, [isUnlocked]);
  return { log, keeper };
}
