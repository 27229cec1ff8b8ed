/** What a control of Facebook means, and where it stands. */

import type { ActionKind } from '../../core/types.ts';
import { labelOf, visibleText } from '../dom.ts';
import { oncePerMoment } from '../moment.ts';
import * as S from './facebook.selectors.ts';
import { withoutGlyphs } from './facebook-mobile.ts';

/** Where a control stands. */
export interface Surroundings {
  readonly post: Element | undefined;
  readonly layer: Element | undefined;
  /** True when the layer is the share sheet or menu. */
  readonly isShareLayer: boolean;
}

export interface Meaning {
  readonly action: ActionKind;
  readonly role: 'commit' | 'open';
  readonly post: Element | undefined;
  readonly editor?: Element | undefined;
}

/** Accessible name and visible text of a button: Facebook uses either one alone. */
export const labelsOf = oncePerMoment((button: Element): readonly string[] => {
  const label = withoutGlyphs(labelOf(button));
  const text = withoutGlyphs(visibleText(button, { limit: 120 }).replace(/\s+/g, ' '));
  return text === '' || text === label ? [label] : [label, text];
});

export function saysAny(labels: readonly string[], table: S.Labels): boolean {
  return labels.some((label) => S.matches(table, label));
}
