import type { ReleaseState, SourceState } from '../../src/shared/messages.ts';

const DAY_MS = 24 * 3_600_000;

/** Invented, in the form of the words of a fingerprint. */
export const WORDS_OF_KEY = 'pagi sawah lampu tikar jendela kopi rakit benang';

export function activeRelease(): ReleaseState & { readonly title: string; readonly version: string } {
  return {
    epoch: 1,
    seq: 3,
    hash: 'a'.repeat(64),
    words: WORDS_OF_KEY,
    issued: Date.now() - 20 * DAY_MS,
    expires: Date.now() + 160 * DAY_MS,
    stale: false,
    received: Date.now() - 19 * DAY_MS,
    title: 'Pemilihan Bupati Rekaan 2031',
    version: '1.2.0',
  };
}

/** The same, some days past its day. */
export function staleRelease(): ReturnType<typeof activeRelease> {
  return { ...activeRelease(), expires: Date.now() - 3 * DAY_MS, stale: true };
}

/** A source of an agency whose second release arrived. */
export function source(change: Partial<SourceState>): SourceState {
  return {
    packId: 'rekaan-2031',
    origin: 'agency',
    url: 'https://paket.rekaan.go.id/daftar/rekaan.jpack',
    keyWords: WORDS_OF_KEY,
    active: activeRelease(),
    changedKeyWords: null,
    damage: null,
    restored: null,
    held: null,
    check: { time: Date.now() - 3_600_000, result: 'unchanged', details: [] },
    next: Date.now() + DAY_MS,
    history: [
      { time: Date.now() - 19 * DAY_MS, version: '1.2.0', words: WORDS_OF_KEY, added: 2, removed: 0 },
      { time: Date.now() - 60 * DAY_MS, version: '1.1.0', words: WORDS_OF_KEY, added: 14, removed: 0 },
    ],
    equivocations: [],
    ...change,
  };
}
