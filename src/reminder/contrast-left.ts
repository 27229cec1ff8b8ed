const FUNCTION = /([a-z-]+)\(((?:[^()]|\([^()]*\))*)\)/g;

/**
 * How much of the contrast a computed CSS `filter` leaves, roughly: 1 is all, 0 nothing that can be read. Inverting
 * for a dark mode leaves all of it, inverting by half leaves nothing.
 */
export function contrastLeft(filter: string): number {
  let left = 1;
  let blur = 0;
  for (const [, name = '', argument = ''] of filter.matchAll(FUNCTION)) {
    const amount = Number.parseFloat(argument);
    if (name === 'invert') left *= Math.abs(1 - 2 * amount);
    else if (name === 'opacity' || name === 'contrast' || name === 'brightness' || name === 'saturate')
      left *= name === 'saturate' && amount < 1 ? 1 : Math.min(amount, 1 / amount);
    else if (name === 'blur') blur += amount;
    else if (!COLOURS_ONLY.has(name)) return 0;
  }
  return blur > 1 ? 0 : left;
}

const COLOURS_ONLY: ReadonlySet<string> = new Set(['hue-rotate', 'sepia', 'grayscale']);
