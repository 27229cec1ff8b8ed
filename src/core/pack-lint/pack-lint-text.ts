import { type Dictionary, type Parameters, translate } from '../format/translate.ts';
import type { TableFault } from '../pack-table/pack-table-rows.ts';
import type { LintIssue } from './pack-lint-issue.ts';

/** What is wrong and how to mend it, in one language. Words of the pack stand in it as they are: it is text, never markup. */
export interface IssueText {
  readonly text: string;
  readonly fix: string;
}

/** `dictionary` is one of `locales/author.*.json`. */
export function lintText(
  { code, parameters }: Pick<LintIssue, 'code' | 'parameters'>,
  dictionary: Dictionary,
): IssueText {
  return textOf(`lint.${code}`, parameters, dictionary);
}

export function tableText(
  { code, parameters }: Pick<TableFault, 'code' | 'parameters'>,
  dictionary: Dictionary,
): IssueText {
  return textOf(`table.${code}`, parameters, dictionary);
}

function textOf(key: string, parameters: Parameters, dictionary: Dictionary): IssueText {
  const words = { ...parameters };
  // These two name something of ours, in its own words in each language.
  for (const name of ['cue', 'phase'] as const) {
    if (Object.hasOwn(words, name)) words[name] = translate(dictionary, `${name}.${words[name]}`);
  }
  return {
    text: translate(dictionary, `${key}.text`, words),
    fix: translate(dictionary, `${key}.fix`, words),
  };
}

/** Where a fault of a spreadsheet stands: sheet, then cell, row or nothing more. */
export function tablePlace(
  { sheet, row, column, heading }: Omit<TableFault, 'severity' | 'code' | 'parameters'>,
  dictionary: Dictionary,
): string {
  const parts = [
    ...(sheet === '' ? [] : [translate(dictionary, 'place.sheet', { sheet })]),
    ...(row === 0
      ? []
      : [
          column === ''
            ? translate(dictionary, 'place.row', { row })
            : translate(dictionary, 'place.cell', { row, column, heading }),
        ]),
  ];
  return parts.join(', ');
}
