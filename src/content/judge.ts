import { contentOf, type DecisionRequest, type Grounds } from '../core/decision/decide.ts';
import type { ReminderMemory } from '../core/reminding/fatigue.ts';
import { isPaused } from '../core/settings/pause.ts';
import type { Control, Site, Trigger } from '../sites/site.ts';
import type { Decide } from './decisions.ts';
import type { HeldAction } from './held-action.ts';
import type { Openers } from './opener.ts';
import type { Permits } from './permit.ts';
import { placeIn } from './place.ts';
import type { Snapshot } from './snapshot.ts';

export interface JudgeOptions {
  readonly site: Site;
  readonly snapshot: () => Snapshot | undefined;
  readonly memory: () => ReminderMemory;
  readonly permits: Permits;
  readonly openers: Openers;
  readonly decide: Decide;
  readonly now: () => number;
}

/** What happens to the rest of a gesture once its first event was judged. */
export type Judgement =
  | { readonly kind: 'pass'; readonly hint?: Hint }
  | { readonly kind: 'permitted' }
  | { readonly kind: 'hold'; readonly held: HeldAction };

/** What may be said beside a control whose action passes. */
export interface Hint {
  readonly control: Control;
  readonly grounds: Grounds;
}

export const PASS: Judgement = { kind: 'pass' };

export type Judge = (trigger: Trigger | undefined, control: Control | undefined) => Judgement;

/** Judges a trigger and the control it uses: synchronous, and without a trace in the page. */
export function createJudge({ site, snapshot, memory, permits, openers, decide, now }: JudgeOptions): Judge {
  return (trigger, control) => {
    const loaded = snapshot();
    if (!trigger || control?.role !== 'commit' || !loaded || site.isDone(control)) return PASS;
    if (isPaused(loaded.pause, now())) return PASS;
    const { subject, about } = openers.subjectOf(control);
    const key = { action: control.action, postKey: subject?.key ?? '' };
    const request: DecisionRequest = {
      site: site.id,
      ...key,
      content: contentOf(subject, control.editor ? site.readOwnWords(control.editor) : ''),
      now: now(),
    };
    const verdict = decide(request, loaded, memory());
    // Used up even where nothing is said any more: a later reminder is another one.
    if (permits.use(key)) return { kind: 'permitted' };
    if (verdict.kind === 'none') return PASS;
    if (verdict.kind === 'hint') return { kind: 'pass', hint: { control, grounds: verdict } };
    const isKey = trigger.type === 'key';
    const held: HeldAction = {
      key,
      control,
      about,
      place: placeIn(control.post, control.element),
      byKey: isKey && isTypedInto(control.editor, trigger),
      command: isKey && trigger.command,
      files: undefined,
      request,
      verdict,
    };
    return { kind: 'hold', held };
  };
}

function isTypedInto(editor: Element | undefined, trigger: Trigger): boolean {
  const [target] = trigger.path;
  return target !== undefined && editor?.contains(target) === true;
}
