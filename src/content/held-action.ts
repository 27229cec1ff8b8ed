import type { DecisionRequest, Grounds } from '../core/decision/decide.ts';
import type { Control } from '../sites/site.ts';
import type { ActionKey } from './permit.ts';

/** An action that was stopped before the page saw it, and what is needed to perform it later. Memory only. */
export interface HeldAction {
  readonly key: ActionKey;
  readonly control: Control;
  /** What the post key names: a key of an account finds the control again as well as one of a post. */
  readonly about: SubjectKind;
  /** Where the control stands in its post, to tell it from others with the same action. */
  readonly place: string;
  /** True when the person used a key in the editor (Enter), not a button. */
  readonly byKey: boolean;
  /** Ctrl or Command was held with that key. */
  readonly command: boolean;
  /** Files that were picked, pasted or dropped, and wait to be handed on. */
  readonly files: HeldFiles | undefined;
  readonly request: DecisionRequest;
  readonly verdict: Grounds;
}

/** `layer`: the post whose control opened the layer; another layer with the same control may be about another post. */
export type SubjectKind = 'post' | 'account' | 'layer';

export interface HeldFiles {
  readonly target: Element;
  /** Gives the page the same files by the same kind of event, once. False: the browser does not allow it here. */
  handOn(): boolean;
  /** Leaves the page as if nothing had been picked or dropped. */
  discard(): void;
}
