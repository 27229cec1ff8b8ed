/**
 * Whether one of the manifest's match patterns (`https://host/*`) covers this address. The address is undefined
 * where the browser does not show it to us, which is to say on every other site.
 */
export function isCovered(address: string | undefined, patterns: readonly string[]): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const { origin } = new URL(address);
  return patterns.some((pattern) => pattern === `${origin}/*`);
}
