import type { ActionKind, FindingKind, SiteId } from '../types.ts';
import type { DecisionRequest, Grounds } from './decide.ts';

/**
 * What the author of a pack needs to mend a wrong detection. Closed vocabulary and the id of an entry: nothing of the post,
 * of its author or of the person.
 */
export interface WrongDetection {
  readonly entry: string;
  readonly site: SiteId;
  readonly action: ActionKind;
  /** Which form of the entry was seen. */
  readonly kind: FindingKind;
  /** Whether it stood in the person's own words. */
  readonly isOwn: boolean;
}

export function wrongDetection(
  { site, action }: Pick<DecisionRequest, 'site' | 'action'>,
  { leading }: Pick<Grounds, 'leading'>,
): WrongDetection {
  return { entry: leading.entity, site, action, kind: leading.kind, isOwn: leading.field === 'own' };
}
