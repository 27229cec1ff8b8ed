import { type Dictionary, translate } from '../../core/format/translate.ts';
import { issueLine, type LintIssue } from '../../core/pack-lint/pack-lint.ts';
import { lintText, tablePlace, tableText } from '../../core/pack-lint/pack-lint-text.ts';
import type { TableFault } from '../../core/pack-table/pack-table-rows.ts';

/** One fault of a spreadsheet in two lines: where and what, then how to mend it. */
export function tableFaultLines(fault: TableFault, words: Dictionary): string {
  const { text, fix } = tableText(fault, words);
  return `${translate(words, `severity.${fault.severity}`)}: ${tablePlace(fault, words)}: ${text}\n    ${fix}\n`;
}

/** The same for a fault of a pack; `json` is the text of its file, `row` tells where an entry came from. */
export function issueLines(
  issue: LintIssue,
  words: Dictionary,
  where: { readonly json: string } | { readonly placeOf: (entry: string) => string },
): string {
  const { text, fix } = lintText(issue, words);
  const place =
    'json' in where
      ? translate(words, 'place.line', { line: issueLine(where.json, issue) })
      : where.placeOf(issue.entry);
  return `${translate(words, `severity.${issue.severity}`)}: ${place === '' ? '' : `${place}: `}${text}\n    ${fix}\n`;
}
