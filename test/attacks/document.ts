import { ATTACKS, type Evidence } from './table.ts';

const BEGIN = '<!-- attacks: from test/attacks/table.ts, by npm run attacks -->';
const END = '<!-- end of attacks -->';

/** A document with the table of attacks between its two marks. */
export function withAttacks(document: string): string {
  const [before, rest] = document.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`the document needs ${BEGIN} and ${END}`);
  return `${before}${BEGIN}\n\n${attackTables()}\n${END}${after}`;
}

function attackTables(): string {
  return ATTACKS.map(
    ({ title, attacks }) =>
      `**${title}**\n\n| Attack | What comes of it | Shown in |\n|---|---|---|\n${attacks
        .map(({ attack, outcome, evidence }) => `| ${attack} | ${outcome} | ${places(evidence)} |\n`)
        .join('')}`,
  ).join('\n');
}

/** Names of the files; the titles of the tests stand in the table. */
function places(evidence: readonly Evidence[]): string {
  const names = new Set(evidence.map(({ file }) => file.replace(/^.*\/|\.(test|spec)\.ts$/g, '')));
  return [...names].map((name) => `\`${name}\``).join(', ');
}
