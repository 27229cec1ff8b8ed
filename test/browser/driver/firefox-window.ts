import type { Browser } from 'puppeteer-core';

/** The part of Puppeteer's own connection that its types do not show. */
interface Connection {
  send(method: string, parameters: unknown): Promise<{ readonly result: unknown }>;
  emit(event: string, parameters: unknown): void;
}

/** A tab, as WebDriver BiDi lists it. */
interface Context {
  readonly context: string;
  readonly url: string;
}

/**
 * Tells Puppeteer of a tab that it does not know. Firefox puts a new context into a tab of an extension as it moves to
 * another process, and now and then Puppeteer misses that (2 of 300 tabs in November 2026, on a busy machine): it keeps
 * the old one, which Firefox knows no more. Puppeteer makes the same event itself for tabs that were there before it.
 */
export async function announceTab(browser: Browser, address: string): Promise<void> {
  const { connection } = browser as unknown as { connection: Connection };
  const { result } = await connection.send('browsingContext.getTree', { maxDepth: 0 });
  const known = (await browser.pages()).map((page) => (page.mainFrame() as unknown as { _id: string })._id);
  for (const tab of (result as { contexts: readonly Context[] }).contexts) {
    if (tab.url.startsWith(address) && !known.includes(tab.context))
      connection.emit('browsingContext.contextCreated', tab);
  }
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
