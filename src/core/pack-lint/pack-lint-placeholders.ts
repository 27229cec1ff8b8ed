import type { Pack } from '../pack/pack.ts';
import { PLACEHOLDER } from '../pack-table/pack-table-names.ts';
import { error, type LintIssue } from './pack-lint-issue.ts';

/**
 * Examples of the template that nobody has replaced: one issue for each cell of its spreadsheet, not for each field that is
 * made of that cell. A ticket is called by its persons, a contest by its region, a pack by its contest.
 */
export function lintPlaceholders(pack: Pack): LintIssue[] {
  const { contests, entities } = pack;
  const issues: LintIssue[] = [];
  /** `name` of the entry it stands in. */
  const ask = (text: string, path: LintIssue['path'], entry: string, name: string): boolean => {
    const isOpen = PLACEHOLDER.test(text);
    if (isOpen) issues.push(error('placeholder', path, entry, { text, name }));
    return isOpen;
  };
  const openNames = new Set<string>();
  contests.forEach(({ id, name, region }, index) => {
    const isRegionOpen = region !== null && ask(region, ['contests', index, 'region'], id, name);
    if (isRegionOpen || ask(name, ['contests', index, 'name'], id, name)) openNames.add(name);
  });
  if (!openNames.has(pack.title)) ask(pack.title, ['title'], '', pack.title);
  const openPersons = new Set(entities.filter(({ name }) => PLACEHOLDER.test(name)).map(({ id }) => id));
  entities.forEach(({ id, name, members = [], aliases, hashtags, slogans }, index) => {
    if (!members.some((member) => openPersons.has(member))) ask(name, ['entities', index, 'name'], id, name);
    for (const text of [
      ...aliases.map((alias) => alias.text),
      ...hashtags,
      ...slogans.map((slogan) => slogan.text),
    ])
      ask(text, ['entities', index], id, name);
  });
  for (const part of ['phrases', 'exceptions'] as const)
    pack[part].forEach(({ id, text, source }, index) => {
      ask(source, [part, index, 'source'], id, text);
    });
  const leads = new Set(openSources(pack).map(({ entry }) => entry));
  if (leads.has('')) ask(pack.source, ['source'], '', pack.title);
  for (const part of ['contests', 'entities'] as const)
    pack[part].forEach(({ id, name, source }, index) => {
      if (leads.has(id)) ask(source, [part, index, 'source'], id, name);
    });
  return issues;
}

/** A source that is still the template's example. */
export interface OpenSource {
  /** Id of the entry or contest where it is asked for, or '' for the pack. */
  readonly entry: string;
  /** Ids of what a spreadsheet would fill from the same cell: persons of the ticket, contest and pack. */
  readonly followers: readonly string[];
}

/** As the cells of a spreadsheet: a ticket has one with its persons, and the first of a contest is that of contest and pack. */
export function openSources({ source, contests, entities }: Pack): OpenSource[] {
  const cells = new Map<string, string[]>();
  const tickets = new Map(
    entities.flatMap((ticket) => (ticket.members ?? []).map((member) => [member, ticket] as const)),
  );
  /** By the contest and the words of the source. */
  const first = new Map<string, string>();
  const place = (id: string, leader: string | undefined) => {
    if (leader === undefined) cells.set(id, []);
    else cells.set(leader, [...(cells.get(leader) ?? []), id]);
  };
  for (const entity of entities) {
    if (!PLACEHOLDER.test(entity.source)) continue;
    const ticket = tickets.get(entity.id);
    const isOfTicket = ticket?.source === entity.source;
    const leader = isOfTicket ? ticket.id : entity.id;
    if (!cells.has(leader)) cells.set(leader, []);
    if (isOfTicket) place(entity.id, leader);
    const key = `${entity.contest} ${entity.source}`;
    if (!first.has(key)) first.set(key, leader);
  }
  /** What contest and pack wait for, by the words of the source. */
  const ofContests = new Map<string, string>();
  for (const contest of contests) {
    if (!PLACEHOLDER.test(contest.source)) continue;
    const leader = first.get(`${contest.id} ${contest.source}`);
    place(contest.id, leader);
    if (!ofContests.has(contest.source)) ofContests.set(contest.source, leader ?? contest.id);
  }
  if (PLACEHOLDER.test(source)) place('', ofContests.get(source));
  return [...cells].map(([entry, followers]) => ({ entry, followers }));
}
