import { useEffect, useState } from 'preact/hooks';
import { fromBase64 } from '../../shared/base64.ts';
import { readStored, watchStored } from '../../shared/storage.ts';

export interface RuleFileInUse<Value> {
  /** `failed`: there are no rules yet, or none of this version. */
  readonly value: Value | 'waiting' | 'failed';
  load(): void;
}

/** What `read` finds in the rules of open tabs, also after they change. It must be the same function each time. */
export function useRuleFile<Value>(read: (file: Uint8Array<ArrayBuffer>) => Value): RuleFileInUse<Value> {
  const [value, setValue] = useState<RuleFileInUse<Value>['value']>('waiting');
  const load = () => {
    readRuleFile()
      .then(read)
      .then(
        (found) => setValue(() => found),
        () => setValue('failed'),
      );
  };
  useEffect(() => {
    const lifetime = new AbortController();
    // Right after the installation the rules are still being compiled.
    watchStored((key) => {
      if (key === 'snapshot') load();
    }, lifetime.signal);
    load();
    return () => lifetime.abort();
  }, []);
  return { value, load };
}

async function readRuleFile(): Promise<Uint8Array<ArrayBuffer>> {
  const { snapshot } = await readStored('snapshot');
  if (snapshot === undefined) throw new Error('no rules are stored');
  return fromBase64(snapshot);
}
