import type { Browser } from 'puppeteer-core';

/** The part of Puppeteer's own connection that its types do not show. */
interface Connection {
  send(method: string, parameters: unknown): Promise<{ readonly result: unknown }>;
}

/** Value of an expression in the first window of Firefox itself, with the browser's rights; promises are awaited. */
export async function inFirefoxWindow<Value>(browser: Browser, expression: string): Promise<Value> {
  const { connection } = browser as unknown as { connection: Connection };
  const { result: tree } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = (tree as { contexts: readonly { context: string }[] }).contexts;
  if (!window) throw new Error('Firefox has no window');
  const { result } = await connection.send('script.evaluate', {
    // As text: BiDi has forms of its own for objects.
    expression: `(async () => JSON.stringify((await ${expression}) ?? null))()`,
    target: { context: window.context },
    awaitPromise: true,
  });
  const answer = (result as { result?: { value?: unknown } }).result?.value;
  if (typeof answer !== 'string') throw new Error(`Firefox did not answer: ${JSON.stringify(result)}`);
  return JSON.parse(answer) as Value;
}
