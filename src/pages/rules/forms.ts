import { CLAUSES, type Clause, type SanctionClass } from '../../core/reminding/law.ts';
import type { ActionKind } from '../../core/types.ts';
import type { SentenceKey } from './library-text.ts';

/** What a form is about: actions of the sites, and what happens elsewhere. */
export const FORM_ACTIONS = [
  'like',
  'comment',
  'share',
  'follow',
  'join',
  'post',
  'upload',
  'message',
  'attend',
  'offline',
] as const;
export type FormAction = (typeof FORM_ACTIONS)[number];
export type SiteAction = Extract<FormAction, ActionKind>;

export const FORM_STAGES = ['prospective', 'fixed', 'any'] as const;
export type FormStage = (typeof FORM_STAGES)[number];

/** `contested`: sources differ, so none is claimed. */
export const FORM_SANCTIONS = [
  'moral',
  'medium-discipline',
  'severe-discipline',
  'dismissal',
  'contested',
] as const satisfies readonly (SanctionClass | string)[];
export type FormSanction = (typeof FORM_SANCTIONS)[number];

/** One form of the annex of the joint decree; wording and source go by the key of its sentence. */
export interface Form {
  readonly id: `${'KE' | 'DS'}-${number}`;
  readonly text: SentenceKey;
  readonly actions: readonly FormAction[];
  readonly stage: FormStage;
  readonly sanction: FormSanction;
}

type IdOf<Key> = Key extends `fact.form.${infer Id}` ? Id : never;
type OtherId = IdOf<SentenceKey> & Form['id'];

/** A form that the reminder knows: what it says stands in `core/reminding/law.ts`. */
function clause(id: Clause['id'], stage: FormStage, ...actions: FormAction[]): Form {
  return { id, text: `why.clause.${id}`, actions, stage, sanction: CLAUSES[id].sanction };
}

function other(id: OtherId, stage: FormStage, sanction: FormSanction, ...actions: FormAction[]): Form {
  return { id, text: `fact.form.${id}`, actions, stage, sanction };
}

/** In the order of the annex. Only actions that the wording names: a photo frame, for example, it does not. */
export const FORMS: readonly Form[] = [
  other('KE-1', 'prospective', 'moral', 'offline'),
  clause('KE-2', 'prospective', 'post', 'comment', 'share'),
  other('KE-3', 'prospective', 'moral', 'attend'),
  clause('KE-4', 'prospective', 'post', 'comment', 'share', 'like', 'join', 'follow'),
  clause('KE-5', 'prospective', 'upload', 'post'),
  other('KE-6', 'prospective', 'moral', 'attend'),
  other('KE-7', 'any', 'moral', 'attend'),
  other('DS-1', 'fixed', 'severe-discipline', 'offline'),
  clause('DS-2', 'fixed', 'post', 'comment', 'share'),
  other('DS-3', 'prospective', 'medium-discipline', 'offline'),
  other('DS-4', 'fixed', 'severe-discipline', 'attend'),
  other('DS-5', 'any', 'dismissal', 'offline'),
  clause('DS-6', 'fixed', 'post', 'comment', 'share', 'like', 'join', 'follow'),
  clause('DS-7', 'fixed', 'upload', 'post'),
  clause('DS-8', 'any', 'post', 'comment', 'share', 'message', 'offline'),
  other('DS-9', 'prospective', 'contested', 'offline'),
  other('DS-10', 'fixed', 'severe-discipline', 'offline'),
  other('DS-11', 'prospective', 'severe-discipline', 'offline'),
  other('DS-12', 'any', 'severe-discipline', 'offline'),
];
