import { lintFile } from '../../core/pack-lint/pack-lint.ts';
import type { LintIssue } from '../../core/pack-lint/pack-lint-issue.ts';
import { lintPlaceholders } from '../../core/pack-lint/pack-lint-placeholders.ts';
import { packOfTable, type TableOptions, type TableResult } from '../../core/pack-table/pack-table.ts';
import { shortened } from '../../core/pack-table/pack-table-cells.ts';
import { slugOf } from '../../core/pack-table/pack-table-names.ts';
import type { Sheet, TableFault } from '../../core/pack-table/pack-table-rows.ts';
import type { TemplateKind } from '../../core/pack-table/pack-table-template.ts';
import { readDelimited } from '../../shared/delimited-table.ts';
import { type Draft, draftOfJson } from './draft.ts';

/** What a person says of the contest where the file does not. */
export interface TableDefaults {
  readonly kind: TemplateKind;
  readonly region: string | undefined;
  readonly year: number | undefined;
}

export interface Opened {
  /** Null when nothing of it could be taken. */
  readonly draft: Draft | null;
  /** Without those in `cells`. */
  readonly faults: readonly TableFault[];
  readonly cells: readonly OpenCell[];
  readonly collisions: TableResult['collisions'];
  /** Of a JSON file that is no pack at all. */
  readonly issues: readonly LintIssue[];
}

/** A cell of the table that still holds the template's example: lint asks for it until it is filled in here. */
export interface OpenCell {
  readonly entry: string;
  readonly text: string;
  readonly fault: TableFault;
}

/** Text of a pack file or of a table. What begins as JSON is taken for JSON. */
export function openText(text: string, name: string, defaults: TableDefaults): Opened {
  if (/^\uFEFF?\s*[{[]/.test(text)) return openJson(text);
  const { sheets, faults } = readDelimited(text, name);
  return openSheets(sheets, faults, name, defaults);
}

/** Sheets of one file, with what was wrong with them already; null where there are none. */
export function openSheets(
  sheets: readonly Sheet[] | null,
  faults: readonly TableFault[],
  name: string,
  defaults: TableDefaults,
): Opened {
  if (sheets === null) return { draft: null, faults, cells: [], collisions: [], issues: [] };
  const result = packOfTable(sheets, optionsOf(name, defaults));
  const cells = openCells(result);
  const asked = new Set(cells.map(({ fault }) => fault));
  return {
    draft: result.pack,
    faults: [...faults, ...result.faults.filter((fault) => !asked.has(fault))],
    cells,
    collisions: result.collisions,
    issues: [],
  };
}

function openCells({ pack, faults, places }: TableResult): OpenCell[] {
  const open = faults.filter(({ code }) => code === 'placeholder');
  if (pack === null || open.length === 0) return [];
  return lintPlaceholders(pack).flatMap(({ entry, parameters }) => {
    const text = String(parameters.text);
    const place = places.get(entry);
    const fault = open.find(
      (one) => one.sheet === place?.sheet && one.row === place.row && one.parameters.text === shortened(text),
    );
    return fault ? [{ entry, text, fault }] : [];
  });
}

function openJson(text: string): Opened {
  const draft = draftOfJson(jsonIn(text));
  // Only of what cannot be edited at all is told here what is wrong; lint says the rest beside the table.
  const issues = draft === null ? lintFile(text, { beside: [] }).issues : [];
  return { draft, faults: [], cells: [], collisions: [], issues };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

function optionsOf(name: string, { kind, region, year }: TableDefaults): TableOptions {
  const stem = name
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N} .,()-]+/gu, ' ')
    .trim()
    .slice(0, 100);
  return {
    id: slugOf(stem) || 'paket',
    title: stem.length >= 3 ? stem : 'Paket',
    source: `berkas ${stem || 'tempelan'}`,
    kind: kind === 'mayor' ? 'regent' : kind,
    isCity: kind === 'mayor',
    year,
    region,
  };
}
