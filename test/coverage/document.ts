import { ACTIVITIES, type Activity, type CoverageLine, type SiteCoverage } from '../../src/sites/coverage.ts';
import { SURFACES, type Surface } from '../../src/sites/surface.ts';

const NAMES = { facebook: 'Facebook', instagram: 'Instagram', x: 'X' } as const;
const MARKS = { covered: '●', elsewhere: '→', open: '○', none: '·' } as const;

const HEAD = `# Coverage

Which action is recognised where, by which path, and where it commits. This file is made from the tables
\`src/sites/<site>/<site>.coverage.ts\` by \`npm run coverage\`; a test compares them. Every covered cell is performed in Chromium and
in Firefox by \`test/browser/coverage.spec.ts\` (in Firefox code of the browser dispatches the events of a paste or drop of
files, because WebDriver cannot): cancelled means nothing happened, continued means exactly once, an ordinary post is not
touched.

It rests on fixtures of our own, written from descriptions, other projects' code and, where it is said below the name of a site,
real markup that somebody saved in public. No page was opened with an account of ours.

${MARKS.covered} covered · ${MARKS.elsewhere} leads to another surface, where it is covered · ${MARKS.open} open, with the reason below · ${MARKS.none} not on this site
`;

type Row = readonly string[];

function table(head: Row, rows: readonly Row[]): string {
  const cells = (row: Row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [cells(head), cells(head.map(() => '---')), ...rows.map(cells)].join('\n');
}

function markOf(line: CoverageLine | undefined, surface: Surface): string {
  if (line?.covered[surface]) return MARKS.covered;
  if (line?.elsewhere?.[surface] !== undefined) return MARKS.elsewhere;
  return line?.open?.[surface] === undefined ? MARKS.none : MARKS.open;
}

/** A line may be written in several parts, such as one for each place where it commits. */
function mergedLine(lines: readonly CoverageLine[], activity: Activity): CoverageLine | undefined {
  const parts = lines.filter((line) => line.activity === activity);
  const [first] = parts;
  return (
    first && {
      ...first,
      covered: Object.assign({}, ...parts.map(({ covered }) => covered)),
      elsewhere: Object.assign({}, ...parts.map(({ elsewhere }) => elsewhere)),
      open: Object.assign({}, ...parts.map(({ open }) => open)),
    }
  );
}

/** Lines of at most 125 characters. */
function wrapped(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.pop();
    if (last === undefined) lines.push(word);
    else if (`${last} ${word}`.length <= 125) lines.push(`${last} ${word}`);
    else lines.push(last, word);
  }
  return lines.join('\n');
}

function surfacesOf(lines: readonly CoverageLine[]): Surface[] {
  return [...SURFACES, 'other' as const].filter((surface) =>
    lines.some((line) => markOf(line, surface) !== MARKS.none),
  );
}

function siteSection({ site, opened, lines }: SiteCoverage): string {
  const surfaces = surfacesOf(lines);
  const matrix = (Object.keys(ACTIVITIES) as Activity[]).map((activity) => {
    const line = mergedLine(lines, activity);
    return [activity, ACTIVITIES[activity], ...surfaces.map((surface) => markOf(line, surface))];
  });
  const details = lines.map(({ activity, covered, commit }) => [
    activity,
    Object.entries(covered)
      .map(([surface, paths]) => `${surface}: ${paths.join(', ')}`)
      .join('; ') || 'nothing yet',
    commit,
  ]);
  const reasoned = (title: string, list: 'elsewhere' | 'open', last: string) => {
    const rows = lines.flatMap((line) =>
      Object.entries(line[list] ?? {}).map(([surface, reason]) => [line.activity, surface, reason]),
    );
    return rows.length === 0 ? '' : `${title}:\n\n${table(['activity', 'surface', last], rows)}`;
  };
  return [
    `## ${NAMES[site]}`,
    opened === undefined ? '' : wrapped(opened),
    table(['activity', 'action', ...surfaces], matrix),
    table(['activity', 'covered paths', 'commits at'], details),
    reasoned('Leads elsewhere', 'elsewhere', 'where to'),
    reasoned('Open', 'open', 'reason'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The text of docs/coverage.md. */
export function coverageDocument(tables: readonly SiteCoverage[]): string {
  return `${[HEAD.trim(), ...tables.map(siteSection)].join('\n\n')}\n`;
}
