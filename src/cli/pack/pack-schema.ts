import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { packSchema } from '../../core/pack/pack.ts';
import { findPackageRoot } from '../package-root.ts';

/**
 * The form of a pack as JSON Schema, for editors and other tools. It says what such a schema can say: ids that refer to
 * each other, dates in order and plain text are checked by `readPack()` alone.
 */
export function packJsonSchema(): object {
  return {
    title: 'Rule pack of Jaga Netral',
    description: 'Made from the schema in src/core/pack/pack.ts: npx tsx src/cli/pack/pack-schema.ts',
    ...z.toJSONSchema(packSchema),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = join(findPackageRoot().folder, 'rules', 'pack.schema.json');
  writeFileSync(path, `${JSON.stringify(packJsonSchema(), null, 2)}\n`);
}
