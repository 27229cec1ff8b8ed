import { sharesLetters } from '../language/lexicon.ts';
import { GRAMMAR } from '../language/vocabulary.ts';
import { neutralAccountsOf } from '../pack/neutral-accounts.ts';
import { PACK_PARTS, type Pack } from '../pack/pack.ts';
import {
  type CompiledEntry,
  type CompiledRules,
  type CompiledTerm,
  RULE_ENTRIES,
  RULE_ENTRIES_PACK,
} from '../rule-file/rules.ts';
import type { Contest } from '../types.ts';
import { compilePack, type PackPart } from './compile-pack.ts';
import { draftSkim, skimWords } from './compile-skim.ts';
import { type EarlierFacts, readWords, type WordSources } from './compile-words.ts';
import { type KnownNearWords, NearWords } from './near-words.ts';

export { isDistinctive } from './compile-pack.ts';

/**
 * Packs that `readPack()` accepted, as one flat set of rules.
 *
 * @throws Error naming both packs when they use the same id for an entry or a contest.
 */
export function compile(packs: readonly Pack[]): CompiledRules {
  return new Compiler(sharedNearWords).compile(packs);
}

/** What is near to a name depends on the lexicon only: command line, pages and tests compile the same names again and again. */
const sharedNearWords = new NearWords();

/** What compiling some packs has found, for a compiler that begins where it ended. JSON. */
export interface Prepared {
  /** In the order of the packs. */
  readonly parts: readonly PackPart[];
  readonly guard: readonly string[];
  readonly doubtful: readonly string[];
  readonly read: readonly string[];
  readonly slips: Readonly<Record<string, number>>;
  readonly near: KnownNearWords;
}

/**
 * Compiles again and again, each time only what the change touches: what a pack brings by itself is kept with it, and of
 * the words of the language only those are read anew that a changed word may have changed. The rules are the same, letter
 * for letter, as those of a compiler that begins with nothing.
 */
export class Compiler {
  readonly #parts = new WeakMap<Pack, PackPart>();
  readonly #near: NearWords;
  #last: EarlierFacts | undefined;

  constructor(near = new NearWords()) {
    this.#near = near;
  }

  /** @param packs the very ones that were compiled when `prepared` was made */
  static from(packs: readonly Pack[], prepared: Prepared): Compiler {
    const { parts, guard, doubtful, read, slips, near } = prepared;
    const compiler = new Compiler(new NearWords(near));
    for (const [at, pack] of packs.entries()) {
      const part = parts[at];
      if (part) compiler.#parts.set(pack, part);
    }
    compiler.#last = {
      sources: sourcesOf(parts),
      facts: {
        guard: new Set(guard),
        doubtful: new Set(doubtful),
        read: new Set(read),
        slips: new Map(Object.entries(slips)),
      },
    };
    return compiler;
  }

  /** @throws Error naming both packs when they use the same id for an entry or a contest. */
  compile(packs: readonly Pack[]): CompiledRules {
    refuseSharedIds(packs);
    const parts = packs.map((pack) => this.#partOf(pack));
    const contests = contestsOf(packs);
    const { entries, terms } = join(packs, parts, contests);
    const draft = draftSkim(parts.map(({ skim }) => skim));
    const sources = sourcesOf(parts);
    const facts = readWords(sources, terms, draft, this.#near, this.#last);
    this.#last = { sources, facts };
    const { misspellable, besideOthers, ownEndings, sharedLetters } = sources;
    const distinctive = new Set(misspellable);
    return {
      packs: packs.map(({ id, title, version }) => ({ id, title, version })),
      contests,
      entries,
      terms,
      neutralAccounts: neutralAccountsOf(packs),
      words: {
        misspellable,
        besideOthers,
        ownEndings,
        sharedLetters,
        guard: [...facts.guard].sort(),
        doubtful: [...facts.doubtful].sort(),
      },
      skim: skimWords(draft, {
        isRead: (word) => facts.read.has(word),
        slipFlags: (word) => facts.slips.get(word) ?? 0,
        isSure: (word) => distinctive.has(word),
      }),
    };
  }

  /** What is known after the last call, of the packs of that call. */
  prepared(packs: readonly Pack[]): Prepared {
    this.compile(packs);
    const { guard = [], doubtful = [], read = [], slips = [] } = this.#last?.facts ?? {};
    return {
      parts: packs.map((pack) => this.#partOf(pack)),
      guard: [...guard],
      doubtful: [...doubtful],
      read: [...read],
      slips: Object.fromEntries(slips),
      near: this.#near.known(),
    };
  }

  #partOf(pack: Pack): PackPart {
    const known = this.#parts.get(pack);
    if (known) return known;
    const part = compilePack(pack);
    this.#parts.set(pack, part);
    return part;
  }
}

function contestsOf(packs: readonly Pack[]): Contest[] {
  return packs.flatMap((pack) =>
    pack.contests.map(({ id, kind, year, region, name, phases }) => ({
      id,
      kind,
      year,
      region,
      name,
      phases,
    })),
  );
}

/** Entries and terms of all packs, with the entries that stand in none. */
function join(
  packs: readonly Pack[],
  parts: readonly PackPart[],
  contests: readonly Contest[],
): { readonly entries: readonly CompiledEntry[]; readonly terms: readonly CompiledTerm[] } {
  const contestIndex = new Map(contests.map((contest, index) => [contest.id, index]));
  const entries: CompiledEntry[] = [];
  const terms: CompiledTerm[] = [];
  for (const [pack, part] of parts.entries()) {
    const first = entries.length;
    for (const { id, contest, role, title } of part.entries)
      entries.push({ id, pack, contest: contestIndex.get(contest ?? '') ?? -1, role, title });
    for (const term of part.terms) terms.push({ ...term, entry: first + term.entry });
  }
  if (packs.length > 0) {
    const pack = Math.max(
      0,
      packs.findIndex(({ id }) => id === RULE_ENTRIES_PACK),
    );
    for (const entry of RULE_ENTRIES) entries.push({ ...entry, pack, contest: -1, role: 'phrase' });
  }
  return { entries, terms };
}

function sourcesOf(parts: readonly PackPart[]): WordSources {
  const misspellable = new Set(parts.flatMap((part) => part.misspellable));
  const besideOthers = new Set(parts.flatMap((part) => part.beside));
  return {
    parts,
    words: new Set([...GRAMMAR, ...parts.flatMap((part) => part.words)]),
    misspellable: [...misspellable].sort(),
    besideOthers: [...besideOthers].filter((word) => !misspellable.has(word)).sort(),
    ownEndings: [...new Set(parts.flatMap((part) => part.ownEndings))].sort(),
    sharedLetters: [...new Set([...misspellable, ...besideOthers])].filter(sharesLetters).sort(),
  };
}

/** @throws Error naming both packs when they use the same id for an entry or a contest. */
export function refuseSharedIds(packs: readonly Pack[]): void {
  const owners = new Map<string, string>();
  for (const pack of packs) {
    for (const { id } of PACK_PARTS.flatMap((part): readonly { id: string }[] => pack[part] ?? [])) {
      const owner = owners.get(id);
      if (owner !== undefined) throw new Error(`"${id}" is in pack "${owner}" and in pack "${pack.id}"`);
      owners.set(id, pack.id);
    }
  }
}
