import { useEffect, useState } from 'preact/hooks';
import { labelsOf } from '../../core/rule-labels.ts';
import type { Contest } from '../../core/types.ts';
import { fromBase64 } from '../../shared/base64.ts';
import { readStored, watchStored } from '../../shared/storage.ts';

type Contests = readonly Contest[] | 'waiting' | 'failed';

/** Contests of the packs that tabs use now; `load` tries again. */
export function useContests(): { readonly contests: Contests; load(): void } {
  const [contests, setContests] = useState<Contests>('waiting');
  const load = () => {
    readContests().then(setContests, () => setContests('failed'));
  };
  useEffect(() => {
    const lifetime = new AbortController();
    // Packs come and go while the page is open.
    watchStored((key) => {
      if (key === 'snapshot') load();
    }, lifetime.signal);
    load();
    return () => lifetime.abort();
  }, []);
  return { contests, load };
}

async function readContests(): Promise<readonly Contest[]> {
  const { snapshot } = await readStored('snapshot');
  if (snapshot === undefined) throw new Error('no rules are stored');
  return labelsOf(fromBase64(snapshot)).contests;
}
