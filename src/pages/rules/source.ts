import type { LegalSource } from '../../core/reminding/law.ts';

/** Where a sentence of the library was read, and when. */
export interface Source {
  /** Instrument and article, '' where the sentence has none. */
  readonly basis: string;
  /** Pages by site and article. No links, because many have moved. */
  readonly sources: readonly [string, ...string[]];
  /** `contested`: sources say different things, and no law decides it. */
  readonly confidence: LegalSource['confidence'] | 'contested';
  /** Month in which it was read. */
  readonly seen: `${number}-${number}`;
}

/** Month in which the facts on law and elections were read, those of `core/reminding/law.ts` too. */
const LAW_READ = '2026-02';

export function fromLaw({ basis, sources, confidence }: LegalSource): Source {
  const [first = '', ...others] = sources;
  return { basis, sources: [first, ...others], confidence, seen: LAW_READ };
}

type Citation = (basis: string, ...sources: Source['sources']) => Source;

function citing(confidence: Source['confidence'], seen: Source['seen']): Citation {
  return (basis, ...sources) => ({ basis, sources, confidence, seen });
}

export const twoSources = citing('verified_2_sources', LAW_READ);
export const oneSource = citing('verified_1_source', LAW_READ);
export const contested = citing('contested', LAW_READ);
export const twoSourcesInNovember = citing('verified_2_sources', '2026-11');
export const oneSourceInNovember = citing('verified_1_source', '2026-11');
