/** Whole numbers of a rule file, as wide as the largest of them asks for. */
export type Numbers = Uint8Array | Uint16Array | Int32Array;

/**
 * @param least bytes of each number at least: where one piece of code reads several lists, one width for all of them is
 * faster than the narrowest for each
 */
export function narrowed(numbers: ArrayLike<number>, least: 1 | 2 = 1): Numbers {
  let most = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    const value = numbers[at] ?? 0;
    // A negative one needs all bits.
    if (value > most || value < 0) most = value < 0 ? Number.POSITIVE_INFINITY : value;
  }
  if (most > 0xffff) return Int32Array.from(numbers);
  return most > 0xff || least > 1 ? Uint16Array.from(numbers) : Uint8Array.from(numbers);
}
