/** Writes the table of attacks into docs/signed-packs.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withAttacks } from './document.ts';

const path = join(import.meta.dirname, '../../docs/signed-packs.md');
writeFileSync(path, withAttacks(readFileSync(path, 'utf8')));
