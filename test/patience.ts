/** How long anything is waited for in a test, in milliseconds: shorter than a test may take, so that it says what never came. */
export const PATIENCE_MS = 60_000;
