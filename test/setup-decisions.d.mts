/** Types of setup-decisions.mjs, which is plain JavaScript because it runs before any package is installed. */

export type BrowserKind = 'chromium' | 'firefox';
/** What the tests run besides Node. */
export type ProgramKind = BrowserKind | 'nginx';

export interface Machine {
  /** As `process.platform`. */
  platform: string;
  isRoot: boolean;
  distribution: 'debian' | 'ubuntu' | undefined;
}

export interface Lockfile {
  packages: Record<string, { version?: string; integrity?: string; optional?: boolean }>;
}

export const minimum: Readonly<Record<BrowserKind, number>>;
export function parseOptions(args: readonly string[]): ProgramKind[];
export function nodeFault(version: string, range: string): string | undefined;
export function installReason(
  lock: Lockfile,
  installed: Lockfile | undefined,
  hasFolder: (path: string) => boolean,
): string | undefined;
export function judgeBrowser(kind: BrowserKind, versionText: string): { usable: boolean; reason: string };
export function judgeNginx(versionText: string): { usable: boolean; reason: string };
export function chooseProgram(
  kind: ProgramKind,
  candidates: readonly string[],
  version: (path: string) => string,
): { path: string | undefined; refused: string[] };
export function downloads(missing: readonly ProgramKind[], folder: string): string[][];
export function unpackedPackages(missing: readonly ProgramKind[], machine: Machine): string[];
export function aptPackages(missing: readonly ProgramKind[], machine: Machine): string[];
export function missingMessage(
  missing: readonly ProgramKind[],
  machine: Machine,
  refused: Partial<Record<ProgramKind, readonly string[]>>,
): string;
export function distributionOf(osRelease: string): 'debian' | 'ubuntu' | undefined;
