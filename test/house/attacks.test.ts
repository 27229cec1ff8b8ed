import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { withAttacks } from '../attacks/document.ts';
import { ATTACKS, type Evidence } from '../attacks/table.ts';
import { readText, root } from './repository.ts';

/** Titles of the tests in these files, with the titles around them; vitest reads them without running anything. */
function titlesIn(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jaga-netral-titles-'));
  try {
    const out = join(folder, 'titles.json');
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const options = ['--staticParse', `--json=${out}`, '--config', 'test/vitest.config.ts'];
    execFileSync(process.execPath, [vitest, 'list', ...files, ...options], { cwd: root, stdio: 'ignore' });
    const found: readonly { readonly name: string; readonly file: string }[] = JSON.parse(
      readFileSync(out, 'utf8'),
    );
    return new Map(
      files.map((path) => [
        path,
        found.filter(({ file }) => relative(root, file) === path).map(({ name }) => name),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is wrong with each: no such test, or no such row. */
function faultsOf(
  evidence: readonly Evidence[],
  titles: ReadonlyMap<string, readonly string[]>,
  textOf: (file: string) => string,
): readonly string[] {
  return evidence.flatMap(({ file, test: title, row }) => {
    if (!titles.get(file)?.includes(title)) return [`${file}: no test "${title}"`];
    const isThere =
      row === undefined || ["'", '"', '`'].some((mark) => textOf(file).includes(mark + row + mark));
    return isThere ? [] : [`${file}: no row "${row}" for "${title}"`];
  });
}

const all = ATTACKS.flatMap(({ attacks }) => attacks);
const evidence = all.flatMap((attack) => attack.evidence);

test('every attack on signed lists has a test, by its title; a renamed one is missed', () => {
  const titles = titlesIn([...new Set(evidence.map(({ file }) => file))]);
  expect(faultsOf(evidence, titles, readText)).toEqual([]);
  const [file, test] = ['test/unit/pack-trust.test.ts', 'arbitrary content > a file %s'];
  expect(
    faultsOf(
      [
        { file, test, row: 'signed by nobody we know' },
        { file, test: `${test} and more` },
        { file: 'test/unit/none.test.ts', test },
      ],
      titles,
      readText,
    ),
  ).toHaveLength(3);
});

test('attacks are told apart, say what comes of them, and are shown', () => {
  expect(all.length).toBeGreaterThanOrEqual(50);
  expect(new Set(all.map(({ attack }) => attack)).size).toBe(all.length);
  for (const { attack, outcome, evidence: shown } of all) {
    expect(attack.length * outcome.length, attack).toBeGreaterThan(0);
    expect(shown.length, attack).toBeGreaterThan(0);
  }
});

test('docs/signed-packs.md holds the table; `npm run attacks` writes it', () => {
  const document = readText('docs/signed-packs.md');
  expect(document).toBe(withAttacks(document));
});
