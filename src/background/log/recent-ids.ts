/** More rows than all tabs have on their way: a tab sends one again for about a minute. */
const MOST = 1_000;

/** The ids that were noted last, in the memory of this worker only. */
export interface RecentIds {
  has(id: string): boolean;
  note(id: string): void;
}

export function createRecentIds(): RecentIds {
  const ids = new Set<string>();
  return {
    has: (id) => ids.has(id),
    note(id) {
      ids.add(id);
      const [oldest] = ids;
      if (ids.size > MOST && oldest !== undefined) ids.delete(oldest);
    },
  };
}
