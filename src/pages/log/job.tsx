import { useEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../parts/frame.tsx';
import type { TextKey } from '../texts.ts';

/** Long work that goes on whatever is shown meanwhile, and can be stopped at any time. */
export interface Job {
  readonly name: TextKey;
  readonly done: number;
  readonly total: number;
  cancel(): void;
}

export interface Jobs {
  /** The one that runs. */
  readonly job: Job | undefined;
  /** Resolves to whether it was done to its end; rejects as the work does, not when it was stopped. Only one at a time. */
  run(name: TextKey, work: Work): Promise<boolean>;
}

export type Work = (signal: AbortSignal, onProgress: (done: number, total: number) => void) => Promise<void>;

export function useJob(): Jobs {
  const [job, setJob] = useState<Job>();
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const run = async (name: TextKey, work: Work) => {
    if (running.current) return false;
    const stop = new AbortController();
    running.current = stop;
    const cancel = () => stop.abort();
    setJob({ name, done: 0, total: 0, cancel });
    try {
      await work(stop.signal, (done, total) => {
        if (!stop.signal.aborted) setJob({ name, done, total, cancel });
      });
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    } finally {
      running.current = undefined;
      setJob(undefined);
    }
    return !stop.signal.aborted;
  };
  return { job, run };
}

export function JobLine({ job }: { readonly job: Job | undefined }) {
  const { texts } = usePage();
  if (!job) return null;
  const { name, done, total, cancel } = job;
  return (
    <div class="card job">
      <p id="job-name">{texts.say(name)}</p>
      <progress aria-labelledby="job-name" {...(total > 0 ? { value: done, max: total } : {})} />
      <p class="job-count">
        {total > 0
          ? texts.say('log.job.progress', { done: texts.number(done), total: texts.number(total) })
          : ''}
      </p>
      <button type="button" class="button" onClick={cancel}>
        {texts.say('log.job.cancel')}
      </button>
    </div>
  );
}
