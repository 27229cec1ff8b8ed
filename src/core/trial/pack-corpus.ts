import type { Content } from '../types.ts';
import type { Expected } from './pack-trial.ts';

/** One line of a corpus: a post, and what should come of it. */
export interface CorpusCase {
  readonly content: Content;
  readonly expected: Expected;
}

/** Why a line is no post. Who shows it has the words. */
export type CaseFault = 'json' | 'object' | 'text' | 'expect';

/**
 * `{"text","author"?,"own"?,"alts"?,"expect"?}`; `expect` is `"remind"`, `"hint"`, `"none"`, true (a reminder) or false
 * (nothing), and `level` is taken for it too.
 */
export function readCase(json: string): CorpusCase | CaseFault {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return 'json';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'object';
  const { text, own, author, alts, expect, level } = value as Record<string, unknown>;
  if (typeof text !== 'string') return 'text';
  const expected = expectedOf(expect ?? level);
  if (expected === undefined) return 'expect';
  const optional = (part: unknown) => (typeof part === 'string' ? part : undefined);
  const list = Array.isArray(alts) ? alts.filter((alt): alt is string => typeof alt === 'string') : undefined;
  return { content: { text, own: optional(own), author: optional(author), alts: list }, expected };
}

function expectedOf(value: unknown): Expected | undefined {
  if (value === undefined || value === null) return null;
  if (value === true) return 'remind';
  if (value === false) return 'none';
  return value === 'remind' || value === 'hint' || value === 'none' ? value : undefined;
}
