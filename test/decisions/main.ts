/** Writes docs/decisions.md from the tables of the core. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decisionsDocument } from './document.ts';

writeFileSync(join(import.meta.dirname, '../../docs/decisions.md'), decisionsDocument());
