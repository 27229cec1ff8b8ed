import { AMOUNTS, BESIDE_DAWN, MONEY, wordSet as words } from '../language/vocabulary.ts';
import type { Token } from '../text/normalize.ts';

/** One of these stands in every offer. */
export const VOTE_WORDS = words(
  'coblos nyoblos mencoblos dicoblos paslon caleg capres cagub cabup cawalkot timses serangan',
);
const WINDOW = 5;

/** First and last token of money or goods offered for a vote ("coblos ... dapat 100 ribu") at `here`, or undefined. */
export function moneyOfferAt(tokens: readonly Token[], here: number): readonly [number, number] | undefined {
  const word = tokens[here]?.text ?? '';
  if (tokens[here]?.kind !== 'word' || !VOTE_WORDS.has(word)) return undefined;
  let last = here;
  if (word === 'serangan') {
    if (tokens[here + 1]?.text !== 'fajar' || tokens[here + 1]?.breaks !== false) return undefined;
    last = here + 1;
    // An attack at dawn in a war, or an upset stomach: only beside a candidate, a vote or money is it the bribe.
    if (near(tokens, here, (index) => BESIDE_DAWN.has(tokens[index]?.text ?? '')) !== undefined)
      return [here, last];
  }
  const money = near(tokens, here, (index) => isMoney(tokens, index));
  return money === undefined ? undefined : [Math.min(here, money), Math.max(last, money)];
}

function isMoney(tokens: readonly Token[], index: number): boolean {
  const text = tokens[index]?.text ?? '';
  return (
    MONEY.has(text) ||
    (AMOUNTS.has(text) && /\d/.test(tokens[index - 1]?.text ?? '')) ||
    /^\d+(?:rb|ribu|jt|juta|k)$/.test(text)
  );
}

/** The nearest token within a few words of `here`, in the same sentence, for which `test` holds. */
function near(tokens: readonly Token[], here: number, test: (index: number) => boolean): number | undefined {
  for (let index = here + 1; index <= here + WINDOW; index += 1) {
    if (tokens[index]?.breaks !== false) break;
    if (test(index)) return index;
  }
  for (let index = here - 1; index >= here - WINDOW; index -= 1) {
    if (tokens[index + 1]?.breaks !== false) break;
    if (test(index)) return index;
  }
  return undefined;
}
