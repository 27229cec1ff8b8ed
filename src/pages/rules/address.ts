import {
  FORM_ACTIONS,
  FORM_SANCTIONS,
  FORM_STAGES,
  type FormAction,
  type FormSanction,
  type FormStage,
} from './forms.ts';

export const PARTS = ['forms', 'laws', 'poses', 'calendar', 'principles', 'news', 'report', 'test'] as const;
export type Part = (typeof PARTS)[number];

/** What is shown, as it stands behind the `#`: a search can be kept as a bookmark or passed on. */
export interface Address {
  readonly part: Part;
  readonly query: string;
  readonly action: FormAction | '';
  readonly stage: FormStage | '';
  readonly sanction: FormSanction | '';
  /** Of the ten questions; null: drawn anew. */
  readonly seed: number | null;
}

export const START: Address = { part: 'forms', query: '', action: '', stage: '', sanction: '', seed: null };

const QUERY_LENGTH = 100;

/** Whoever made the link: only words of our lists, and a short text, get through. */
export function readAddress(hash: string): Address {
  const values = new URLSearchParams(hash.replace(/^#/, ''));
  const one = <Word extends string, Other>(name: string, words: readonly Word[], other: Other) =>
    words.find((word) => word === values.get(name)) ?? other;
  const seed = values.get('seed') ?? '';
  return {
    part: one('part', PARTS, START.part),
    query: (values.get('q') ?? '').slice(0, QUERY_LENGTH),
    action: one('action', FORM_ACTIONS, ''),
    stage: one('stage', FORM_STAGES, ''),
    sanction: one('sanction', FORM_SANCTIONS, ''),
    seed: /^\d{1,9}$/.test(seed) ? Number(seed) : null,
  };
}

export function writeAddress({ part, query, action, stage, sanction, seed }: Address): string {
  const values = { q: query, action, stage, sanction, seed: seed === null ? '' : String(seed) };
  const filled = Object.entries(values).filter(([, value]) => value !== '');
  return `#${new URLSearchParams([['part', part], ...filled])}`;
}
