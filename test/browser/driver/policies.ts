import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { browserPath } from './installed.ts';

/** A place where one browser reads its policies, and no other browser of this machine does. */
export interface Policies {
  /** To be started instead of the browser. */
  readonly program: string;
  /** False: other browsers read the place too, so it may hold what concerns one extension of the test only. */
  readonly isAlone: boolean;
  /** Replaces the policies at once; undefined leaves no file. */
  write(policies: object | undefined): void;
  remove(): void;
}

/** Folders below `/etc` where Chromium, Chrome, Chrome for Testing and Edge look, by the name they were built with. */
const CHROMIUM_PLACES = ['chromium', 'opt/chrome', 'opt/chrome_for_testing', 'opt/edge'];

/**
 * Starts its arguments where the policies of `$1` lie in `/etc`: in a mount namespace of its own, which nobody else sees
 * and which ends with it. A user namespace makes that possible without being root. The layer over `/etc` only gives the
 * folders that are not there yet.
 */
const IN_NAMESPACE = `exec unshare --user --map-root-user --mount sh -ec '
  mount -t overlay overlay -o "lowerdir=$1/etc:/etc" /etc
  for place in ${CHROMIUM_PLACES.join(' ')}; do mount --bind "$1/policies" "/etc/$place/policies"; done
  shift
  exec "$@"
' sh`;

/**
 * Chromium reads fixed folders only. Where the system allows no namespaces, root may write into them; without both there
 * is no way.
 */
export function chromiumPolicies(): Policies {
  const folder = mkdtempSync(join(tmpdir(), 'jaga-policies-'));
  for (const place of CHROMIUM_PLACES) mkdirSync(join(folder, 'etc', place, 'policies'), { recursive: true });
  const managed = join(folder, 'policies/managed');
  mkdirSync(managed, { recursive: true });
  const program = join(folder, 'chromium');
  const script = (start: string) => writeFileSync(program, `#!/bin/sh\n${start} "$@"\n`, { mode: 0o755 });
  script(`${IN_NAMESPACE} '${folder}'`);
  const tried = spawnSync(program, ['test', '-d', '/etc/chromium/policies/managed'], { encoding: 'utf8' });
  if (tried.status === 0) {
    script(`${IN_NAMESPACE} '${folder}' '${browserPath('chromium')}'`);
    return {
      program,
      isAlone: true,
      write: (policies) => replace(join(managed, 'test.json'), join(folder, 'new'), policies),
      remove: () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  rmSync(folder, { recursive: true, force: true });
  if (process.getuid?.() === 0) return chromiumPoliciesForAll(basename(folder));
  throw new Error(`Chromium can be given no policy here. Its folder lies in /etc, so it takes root, or namespaces of users and mounts (${tried.stderr.trim()}).
  Ubuntu: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0
  Docker: run it with --cap-add SYS_ADMIN --security-opt seccomp=unconfined, or as root`);
}

/** `name`: of the files, as no one else has. */
function chromiumPoliciesForAll(name: string): Policies {
  const folders = CHROMIUM_PLACES.map((place) => join('/etc', place, 'policies/managed'));
  const made = folders.flatMap((folder) => mkdirSync(folder, { recursive: true }) ?? []);
  const files = folders.map((folder) => join(folder, `${name}.json`));
  return {
    program: browserPath('chromium'),
    isAlone: false,
    // The new file is made beside the folder: all that lies in it is read.
    write: (policies) => {
      for (const file of files) replace(file, join(dirname(file), '..', `.${name}`), policies);
    },
    remove: () => {
      for (const path of [...files, ...made]) rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Firefox reads `distribution/policies.json` beside its program: a folder of links to all of its files has its own. */
export function firefoxPolicies(): Policies {
  const original = realpathSync(browserPath('firefox'));
  const source = dirname(original);
  if (!existsSync(join(source, 'libxul.so')))
    throw new Error(`no policy can be given to Firefox here: ${original} does not lie beside its libraries`);
  const folder = mkdtempSync(join(tmpdir(), 'jaga-policies-'));
  for (const name of readdirSync(source)) {
    if (name === 'distribution') continue;
    // It looks for the others where it really lies.
    if (name === basename(original)) copyFileSync(original, join(folder, name));
    else symlinkSync(join(source, name), join(folder, name));
  }
  mkdirSync(join(folder, 'distribution'));
  return {
    program: join(folder, basename(original)),
    isAlone: true,
    write: (policies) =>
      replace(join(folder, 'distribution/policies.json'), join(folder, 'new'), policies && { policies }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Whole or not at all: Chromium watches the folder. */
function replace(file: string, between: string, content: object | undefined): void {
  if (!content) {
    rmSync(file, { force: true });
    return;
  }
  writeFileSync(between, JSON.stringify(content));
  renameSync(between, file);
}
