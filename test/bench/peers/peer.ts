/** Counts what an engine finds in one text. */
export type Scanner = (text: string) => number;

/** A way to find many terms in a text, as somebody who chose it would set it up. */
export interface Peer {
  readonly name: string;
  /** @throws Error where the engine does not take this many terms. */
  build(terms: readonly string[]): Scanner;
}
