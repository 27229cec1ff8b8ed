/** Source of chance that gives the same numbers in every run. */
export interface Random {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number from 0 up to `limit`, which it never reaches. */
  below(limit: number): number;
  oneOf<Item>(list: readonly Item[]): Item;
}

export function seeded(seed: number): Random {
  // Neighbouring seeds must not open with neighbouring numbers.
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    oneOf: (list) => {
      const item = list[below(list.length)];
      if (item === undefined) throw new Error('a choice from an empty list');
      return item;
    },
  };
}
