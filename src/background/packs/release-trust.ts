import keys from '../../../rules/keys.json';
import type { Mark } from '../../core/pack/pack-trust.ts';

/** What this version of the extension knows about publishers; it holds where everything that was remembered is gone. */
export const RELEASE_TRUST: {
  readonly revoked: readonly string[];
  readonly floors: Readonly<Record<string, Mark>>;
} = keys;
