import type { Grounds } from '../../src/core/decision/decide.ts';
import type { Finding } from '../../src/core/types.ts';

export function finding(text: string, part: Partial<Finding> = {}): Finding {
  return {
    entity: 'uji:entri',
    kind: 'phrase',
    signal: 'campaign',
    contest: null,
    field: 'text',
    index: 0,
    start: 0,
    end: text.length,
    text,
    ...part,
  };
}

/** What a decision rests on, with invented values where a test does not care. */
export function grounds(part: Partial<Grounds> = {}): Grounds {
  const leading = part.leading ?? part.findings?.[0] ?? finding('coblos nomor 2');
  return {
    findings: [leading],
    leading,
    entry: { title: 'Entri uji', pack: 'Paket uji', version: '7' },
    strength: 'cue',
    source: null,
    contest: null,
    stage: 'unknown',
    clauses: [],
    subject: { category: 'general', role: 'phrase', contest: null, packVersion: '7' },
    occasion: { id: 'x like k 1', post: 'x k', entity: leading.entity, account: '', strength: 'cue' },
    calmed: null,
    ...part,
  };
}
