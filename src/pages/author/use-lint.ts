import { useEffect, useState } from 'preact/hooks';
import { readPack } from '../../core/pack/pack.ts';
import { type LintContext, type LintIssue, lintFile } from '../../core/pack-lint/pack-lint.ts';
import { createPackReader, type PackReader } from '../../core/trial/pack-trial.ts';
import type { Draft } from './draft.ts';

/** Larger ones take seconds, so the person says when. */
export const CHECKED_AT_ONCE = 600;
/** After the last stroke of a key. */
const PAUSE_MS = 350;

export interface Linted {
  readonly issues: readonly LintIssue[];
  /** Null while the draft is no valid pack. */
  readonly reader: PackReader | null;
  /** `asked`: the person has to ask for it. */
  readonly state: 'checking' | 'done' | 'asked';
  check(): void;
}

/** What lint says of the draft as it is, a moment after each change. */
export function useLint(draft: Draft, context: LintContext): Linted {
  const [result, setResult] = useState<Pick<Linted, 'issues' | 'reader'>>({ issues: [], reader: null });
  const [state, setState] = useState<Linted['state']>('checking');
  const check = () => {
    setResult({ issues: lintFile(JSON.stringify(draft), context).issues, reader: readerOf(draft, context) });
    setState('done');
  };
  useEffect(() => {
    if (draft.entities.length > CHECKED_AT_ONCE) {
      setState('asked');
      return;
    }
    setState('checking');
    const timer = setTimeout(check, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, context]);
  return { ...result, state, check };
}

function readerOf(draft: Draft, { beside }: LintContext): PackReader | null {
  const result = readPack(draft);
  if (!result.ok) return null;
  try {
    return createPackReader(result.pack, beside);
  } catch {
    // An id of another pack: lint says so.
    return null;
  }
}
