import { useEffect, useState } from 'preact/hooks';
import type { RuleIndex } from '../../core/rule-index.ts';
import { watchStored } from '../../shared/storage.ts';
import { loadRules } from './engine.ts';

export interface RulesInUse {
  readonly rules: RuleIndex | 'waiting' | 'failed';
  load(): void;
}

/** The rules of open tabs, also after they change. */
export function useRules(): RulesInUse {
  const [rules, setRules] = useState<RulesInUse['rules']>('waiting');
  const load = () => {
    loadRules().then(setRules, () => setRules('failed'));
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
  return { rules, load };
}
