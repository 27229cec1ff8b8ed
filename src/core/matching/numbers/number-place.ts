import type { Token } from '../../text/normalize.ts';
import type { Signal } from '../../types.ts';
import type { Unit } from './number-units.ts';

/** A ballot number in a context that makes it one. Which ticket carries it is the matcher's question, not ours. */
export interface NumberPhrase {
  /** Token range, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** 1 to 99. */
  readonly value: number;
  readonly signal: Signal;
  /** Too ordinary to count unless a ticket of an active contest has this number. */
  readonly needsTicket: boolean;
  /** A number or a finger with nothing around it: counts beside another finding only. */
  readonly bare?: boolean;
}

/** One text, and one of its units. */
export interface Place {
  readonly units: readonly Unit[];
  readonly at: number;
  readonly tokens: readonly Token[];
  readonly text: string;
  /** Units of the whole text, of which `units` may be some sentences only. */
  readonly total: number;
}

export type Phrase = Omit<NumberPhrase, 'value'>;

export function spanOf(
  { units }: Place,
  first: number,
  last: number,
  signal: Signal,
  needsTicket = false,
): Phrase {
  return { from: units[first]?.token ?? 0, to: (units[last]?.token ?? 0) + 1, signal, needsTicket };
}
