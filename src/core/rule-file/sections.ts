import type { Numbers } from './numbers.ts';
import { openRuleFile, RuleFileError, type RuleSections, writeRuleFile } from './rule-file.ts';
import { LISTS, TABLES } from './rules.ts';
import { StringPool } from './string-pool.ts';
import { TABLE_PARTS, type TableSections } from './string-table.ts';

export type ListName = (typeof LISTS)[number];
export type TableName = (typeof TABLES)[number];

/** Lists and tables of a rule file by their names. */
export interface OpenedRules {
  readonly list: (name: ListName) => Numbers;
  readonly table: (name: TableName) => TableSections;
  readonly strings: StringPool;
}

export function writeSections(
  lists: Readonly<Record<ListName, Numbers>>,
  tables: Readonly<Record<TableName, TableSections>>,
): Uint8Array {
  return writeRuleFile([
    ...LISTS.map((name) => lists[name]),
    ...TABLES.flatMap((name) => TABLE_PARTS.map((part) => tables[name][part])),
  ]);
}

/** @throws RuleFileError when the bytes are no rule file of this format, or are cut or damaged. */
export function openSections(file: Uint8Array): OpenedRules {
  const sections = openRuleFile(file);
  const list = (name: ListName) => sections(LISTS.indexOf(name));
  return {
    list,
    table: (name) => tableAt(sections, LISTS.length + TABLES.indexOf(name) * TABLE_PARTS.length),
    strings: new StringPool({
      units: bytesOf(list('units')),
      starts: { offsets: list('starts'), blocks: list('startBlocks') },
      buckets: { offsets: list('buckets'), blocks: list('bucketBlocks') },
      prints: bytesOf(list('prints')),
    }),
  };
}

function tableAt(sections: RuleSections, first: number): TableSections {
  return {
    members: wordsOf(sections(first)),
    ranks: sections(first + 1),
    starts: sections(first + 2),
    values: sections(first + 3),
  };
}

function bytesOf(numbers: Numbers): Uint8Array {
  if (numbers instanceof Uint8Array) return numbers;
  throw new RuleFileError('damaged', 'a section of bytes has wider numbers');
}

function wordsOf(numbers: Numbers): Int32Array {
  if (numbers instanceof Int32Array) return numbers;
  throw new RuleFileError('damaged', 'a section of words has narrower numbers');
}
