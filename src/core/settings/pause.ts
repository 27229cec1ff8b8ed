/** How long one press pauses everything, milliseconds. */
export const PAUSE_MS = 3_600_000;

export interface Pause {
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** A clock that was set back must not make a pause longer than it can be: then there is none. */
export function isPaused(pause: Pause | undefined, now: number): pause is Pause {
  return pause !== undefined && now < pause.until && pause.until - now <= PAUSE_MS;
}
