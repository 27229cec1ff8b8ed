import type { SentenceKey } from './library-text.ts';
import type { Source } from './source.ts';
import { LAW_SOURCES } from './sources-of-law.ts';
import { PRACTICE_SOURCES } from './sources-of-practice.ts';

/** A sentence without its source does not compile. */
export const SOURCES: Readonly<Record<SentenceKey, Source>> = { ...LAW_SOURCES, ...PRACTICE_SOURCES };
