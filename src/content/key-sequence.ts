import { isEditable } from '../sites/dom.ts';

/** How long one key waits for the next: a second in common libraries (inferred); that of the sites is unknown. */
export const SEQUENCE_MS = 1_000;

/** Sites have shortcuts of two keys, such as X's `g l`, which goes to another page and likes nothing. */
export interface KeySequence {
  /** The bare key that went down right before this one, '' where there is none; then this one is remembered. */
  next(event: KeyboardEvent): string;
}

export function createKeySequence(): KeySequence {
  let last = { key: '', at: Number.NEGATIVE_INFINITY };
  return {
    next(event) {
      const before = event.timeStamp - last.at <= SEQUENCE_MS ? last.key : '';
      const [target] = event.composedPath();
      const isBare = !event.ctrlKey && !event.metaKey && !event.altKey;
      const isTyped = target instanceof Element && isEditable(target);
      last = { key: isBare && !isTyped ? event.key : '', at: event.timeStamp };
      return before;
    },
  };
}
