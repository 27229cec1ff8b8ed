/** `error`: the pack should not be handed out. `advice`: look at it, it may be right. */
export type LintSeverity = 'error' | 'advice';

export interface LintIssue {
  readonly severity: LintSeverity;
  /** Key of `locales/author.*.json`: `lint.<code>.text` says what is wrong, `lint.<code>.fix` how to mend it. */
  readonly code: string;
  /** Where in the pack, as keys and indexes. */
  readonly path: readonly PropertyKey[];
  /** Id of the entry or contest, or '' for the pack as a whole. */
  readonly entry: string;
  /** What the texts fill in. Words of the pack stand here as they are. */
  readonly parameters: Readonly<Record<string, string | number>>;
}

type Path = LintIssue['path'];
type Parameters = LintIssue['parameters'];

export function error(code: string, path: Path, entry: string, parameters: Parameters = {}): LintIssue {
  return { severity: 'error', code, path, entry, parameters };
}

export function advice(code: string, path: Path, entry: string, parameters: Parameters = {}): LintIssue {
  return { severity: 'advice', code, path, entry, parameters };
}
