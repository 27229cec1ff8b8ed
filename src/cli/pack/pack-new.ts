import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { TEMPLATE_KINDS, templatePack, templateRows } from '../../core/pack-table/pack-table-template.ts';
import { writeDelimited } from '../../shared/delimited-table.ts';
import { readArguments } from '../arguments.ts';
import { writeFile } from '../files.ts';
import type { Io } from '../io.ts';
import { findPackageRoot } from '../package-root.ts';
import { CommandFault, type Speech, WrongCall } from '../speech.ts';

export async function run(args: readonly string[], io: Io, { language, say }: Speech): Promise<number> {
  const { values } = readArguments(
    args,
    {
      out: { type: 'string' },
      kind: { type: 'string' },
      region: { type: 'string' },
      year: { type: 'string' },
      tickets: { type: 'string' },
    },
    0,
  );
  const { out, region } = values;
  if (out === undefined) throw new WrongCall('call.missing-option', { option: '--out' });
  if (!/\.(?:csv|json)$/i.test(out)) throw new WrongCall('new.out', { out });
  const kind = TEMPLATE_KINDS.find((known) => known === (values.kind ?? 'regent'));
  if (kind === undefined) throw new WrongCall('new.kind', { kinds: TEMPLATE_KINDS.join(', ') });
  const year = Number(values.year ?? new Date().getFullYear() + 1);
  if (!Number.isInteger(year) || year < 1955 || year > 2100) throw new WrongCall('call.year');
  const tickets = Number(values.tickets ?? 3);
  if (!Number.isInteger(tickets) || tickets < 1 || tickets > 9) throw new WrongCall('new.tickets');
  if (region !== undefined && (region.trim().length < 2 || region.length > 100)) {
    throw new WrongCall('new.region');
  }
  const options = { kind, region: region?.trim(), year, tickets, language };
  if (existsSync(out)) throw new CommandFault('new.exists', { out });
  writeFile(
    out,
    /\.csv$/i.test(out) ? writeDelimited(templateRows(options)) : jsonOf(templatePack(options), out),
  );
  io.stderr.write(`${say(/\.csv$/i.test(out) ? 'new.table' : 'new.pack', { out })}\n`);
  return 0;
}

/** With the JSON Schema for editors where it is near enough to be named. */
function jsonOf(pack: object, out: string): string {
  const schema = join(findPackageRoot().folder, 'rules', 'pack.schema.json');
  const path = relative(dirname(resolve(out)), schema)
    .split('\\')
    .join('/');
  const head = existsSync(schema) && path.length <= 120 && !path.includes('^') ? { $schema: path } : {};
  return `${JSON.stringify({ ...head, ...pack }, null, 2)}\n`;
}
