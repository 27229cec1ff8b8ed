/** Writes docs/coverage.md from the tables of the sites. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverageDocument } from './document.ts';
import { coverageTables } from './tables.ts';

writeFileSync(join(import.meta.dirname, '../../docs/coverage.md'), coverageDocument(await coverageTables()));
