/**
 * Import this file for its effect alone. A passphrase is to be slow to try, half a second of a core each time; a test that is
 * about something else tries hundreds. What is asked for is what it was: `log-lock.test.ts` and `pack-signing.test.ts` look at
 * the number.
 */
const derive = crypto.subtle.deriveKey.bind(crypto.subtle);
const derived: SubtleCrypto['deriveKey'] = (algorithm, ...others) =>
  derive(
    typeof algorithm === 'object' && 'iterations' in algorithm ? { ...algorithm, iterations: 1 } : algorithm,
    ...others,
  );
Object.defineProperty(crypto.subtle, 'deriveKey', { value: derived, configurable: true, writable: true });
