/** Set by the first line of the bundle, before any module of the engine runs. */
declare const benchStart: number;
declare const chrome: {
  readonly storage: { readonly local: { get(keys: readonly string[]): Promise<Record<string, unknown>> } };
};

/** Milliseconds from the start of the content script in a fresh page. */
export interface Times {
  readonly read: number;
  readonly ready: number;
  readonly firstMatch: number;
  readonly found: number;
}

/** Reads what is stored, builds an engine from it and looks through one post; the page then carries the times. */
export async function reportTimes(
  key: 'terms' | 'compiled',
  build: (stored: never) => (text: string) => number,
): Promise<void> {
  const { [key]: stored, text } = await chrome.storage.local.get([key, 'text']);
  if (stored === undefined || typeof text !== 'string') {
    document.documentElement.dataset.bench = 'empty';
    return;
  }
  const read = performance.now() - benchStart;
  const scan = build(stored as never);
  const ready = performance.now() - benchStart;
  const found = scan(text);
  const times: Times = { read, ready, firstMatch: performance.now() - benchStart, found };
  document.documentElement.dataset.bench = JSON.stringify(times);
}
