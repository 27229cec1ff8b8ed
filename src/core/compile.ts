import { isCapitals, normalize } from './normalize.ts';
import type { Pack, PackEntity } from './pack.ts';
import {
  BALLOT_NUMBER_ENTRY,
  type CompiledEntry,
  type CompiledRules,
  type CompiledTerm,
  RULES_FORMAT,
} from './rules.ts';

/** Names of each member that are joined to pair names; keeps the product small for any pack. */
const PAIR_NAMES = 8;

/**
 * Packs that `readPack()` accepted, as one flat set of rules.
 *
 * @throws Error naming both packs when they use the same id for an entry or a contest.
 */
export function compile(packs: readonly Pack[]): CompiledRules {
  const contests = packs.flatMap((pack) =>
    pack.contests.map(({ id, kind, year, region, name, phases }) => ({
      id,
      kind,
      year,
      region,
      name,
      phases,
    })),
  );
  const contestIndex = new Map(contests.map((contest, index) => [contest.id, index]));
  refuseSharedIds(packs);

  const entries: CompiledEntry[] = [];
  const terms: CompiledTerm[] = [];
  const add = (entry: CompiledEntry, entryTerms: readonly Omit<CompiledTerm, 'entry'>[]) => {
    const index = entries.push(entry) - 1;
    const seen = new Set<string>();
    for (const term of entryTerms) {
      const key = `${term.kind} ${term.tokens.join(' ')}`;
      if (term.tokens.length === 0 || seen.has(key)) continue;
      seen.add(key);
      terms.push({ ...term, entry: index });
    }
  };

  packs.forEach((pack, packIndex) => {
    const entities = new Map(pack.entities.map((entity) => [entity.id, entity]));
    for (const entity of pack.entities) {
      const contest = entity.contest === undefined ? -1 : (contestIndex.get(entity.contest) ?? -1);
      const members = (entity.members ?? []).flatMap((member) => entities.get(member) ?? []);
      add({ id: entity.id, pack: packIndex, contest, role: entity.role, title: entity.name }, [
        ...entityTerms(entity),
        ...pairTerms(members),
      ]);
    }
    for (const phrase of pack.phrases) {
      const signal = phrase.strength === 'strong' ? 'campaign' : 'supporting';
      add({ id: phrase.id, pack: packIndex, contest: -1, role: 'phrase', title: phrase.text }, [
        { tokens: tokensOf(phrase.text), kind: 'phrase', signal },
      ]);
    }
    for (const exception of pack.exceptions) {
      add({ id: exception.id, pack: packIndex, contest: -1, role: 'phrase', title: exception.text }, [
        { tokens: tokensOf(exception.text), kind: 'exception', signal: 'supporting' },
      ]);
    }
  });
  if (packs.length > 0) {
    const pack = Math.max(
      0,
      packs.findIndex(({ id }) => id === 'general'),
    );
    add({ id: BALLOT_NUMBER_ENTRY, pack, contest: -1, role: 'phrase', title: 'nomor urut' }, []);
  }

  return {
    format: RULES_FORMAT,
    packs: packs.map(({ id, title, version }) => ({ id, title, version })),
    contests,
    entries,
    terms,
  };
}

type Term = Omit<CompiledTerm, 'entry'>;

function tokensOf(text: string): string[] {
  return normalize(text).tokens.map((token) => token.text);
}

function entityTerms(entity: PackEntity): Term[] {
  // A name that is repeated as an alias follows the rules of that alias: "Timnas AMIN" is not "timnas, amin".
  const repeated = entity.aliases.some((alias) => alias.text === entity.name);
  const terms: Term[] = repeated ? [] : [{ tokens: tokensOf(entity.name), kind: 'name', signal: 'subject' }];
  for (const alias of entity.aliases) {
    const term: Term = { tokens: tokensOf(alias.text), kind: 'alias', signal: alias.signal ?? 'subject' };
    terms.push(alias.kind === 'initials' ? { ...term, capitals: capitalsOf(alias.text) } : term);
  }
  for (const hashtag of entity.hashtags) {
    terms.push({ tokens: tokensOf(`#${hashtag.replace(/^#/, '')}`), kind: 'hashtag', signal: 'campaign' });
  }
  for (const slogan of entity.slogans) {
    const signal = slogan.strength === 'strong' ? 'campaign' : 'supporting';
    terms.push({ tokens: tokensOf(slogan.text), kind: 'slogan', signal });
  }
  for (const account of entity.accounts) {
    terms.push({ tokens: tokensOf(`@${account.handle}`), kind: 'account', signal: 'campaign' });
  }
  if (entity.ballotNumber !== undefined) {
    terms.push({ tokens: [String(entity.ballotNumber)], kind: 'number', signal: 'campaign' });
  }
  return terms;
}

function capitalsOf(text: string): number[] {
  return normalize(text).tokens.flatMap((token, index) =>
    isCapitals(text.slice(token.start, token.end)) ? [index] : [],
  );
}

/** "Name Name" in both orders, which also reads the hashtags that join them; packs need not list these. */
function pairTerms(members: readonly PackEntity[]): Term[] {
  const [first, second] = members;
  if (!first || !second || members.length !== 2) return [];
  return namesOf(first).flatMap((one) =>
    namesOf(second).flatMap((other): Term[] => [
      { tokens: [...one, ...other], kind: 'alias', signal: 'subject' },
      { tokens: [...other, ...one], kind: 'alias', signal: 'subject' },
    ]),
  );
}

function namesOf(entity: PackEntity): string[][] {
  const clear = entity.aliases.filter(({ kind, signal }) => kind !== 'initials' && signal !== 'supporting');
  return [entity.name, ...clear.map((alias) => alias.text)].slice(0, PAIR_NAMES).map(tokensOf);
}

function refuseSharedIds(packs: readonly Pack[]): void {
  const owners = new Map<string, string>();
  for (const pack of packs) {
    for (const { id } of [...pack.contests, ...pack.entities, ...pack.phrases, ...pack.exceptions]) {
      const owner = owners.get(id);
      if (owner !== undefined) throw new Error(`"${id}" is in pack "${owner}" and in pack "${pack.id}"`);
      owners.set(id, pack.id);
    }
  }
}
