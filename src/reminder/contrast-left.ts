const FUNCTION = /([a-z-]+)\(((?:[^()]|\([^()]*\))*)\)/g;
const COLOURS_ONLY = /^(grayscale|hue-rotate|sepia)$/;

/**
 * How much of the contrast a computed CSS `filter` leaves, roughly: 1 is all, 0 nothing that can be read. Inverting
 * for a dark mode leaves all of it, inverting by half leaves nothing.
 */
export function contrastLeft(filter: string): number {
  let left = 1;
  for (const [, name = '', argument = ''] of filter.matchAll(FUNCTION)) {
    const amount = Number.parseFloat(argument);
    if (name === 'invert') left *= Math.abs(1 - 2 * amount);
    else if (name === 'blur') left *= Math.max(0, 1 - amount / 2);
    // Opacity, brightness and the like; of what else there is nobody can say what it leaves.
    else if (!COLOURS_ONLY.test(name) && (name !== 'saturate' || amount > 1))
      left *= Math.min(amount, 1 / amount) || 0;
  }
  return left;
}
