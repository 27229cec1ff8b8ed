/** Bundled into the content script that the bench builds, and into no other one. */

/** The same function, with a user timing mark before and after each call: the browser's trace has their times. */
export function marked<Arguments extends readonly unknown[], Result>(
  name: string,
  run: (...values: Arguments) => Result,
): (...values: Arguments) => Result {
  return (...values) => {
    performance.mark(`jaga:${name}:begin`);
    try {
      return run(...values);
    } finally {
      performance.mark(`jaga:${name}:end`);
    }
  };
}
