import type { Browser, Page } from 'puppeteer-core';

/** Puppeteer keeps its BiDi connection to itself, and has no command for the browser's own windows. */
interface Connection {
  send(method: string, parameters: unknown): Promise<{ readonly result: unknown }>;
}

/**
 * Gives the page trusted events that WebDriver has no command for, such as a drop of files. The page makes them itself,
 * because files that the browser's code puts into an event are not shown to it; code of the browser dispatches them, and
 * what that dispatches is trusted. `events` is an expression for an array.
 */
export async function dispatchTrusted(
  browser: Browser,
  page: Page,
  target: string,
  events: string,
): Promise<void> {
  const address = await page.evaluate(
    `(window.given = { target: ${target}, events: ${events} }, location.href)`,
  );
  const { send } = connectionOf(browser);
  const { result: tree } = await send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = (tree as { contexts: readonly { context: string }[] }).contexts;
  if (!window) throw new Error('Firefox has no window');
  const { result } = await send('script.evaluate', {
    expression: `(${inBrowser})(${JSON.stringify(address)}, ${JSON.stringify(`(${inTab})()`)})`,
    target: { context: window.context },
    awaitPromise: true,
  });
  const answer = (result as { result?: { value?: unknown } }).result?.value;
  if (answer !== 'done') throw new Error(`events were not dispatched: ${JSON.stringify(result)}`);
}

function connectionOf(browser: Browser): Connection {
  const { connection } = browser as unknown as { connection: Connection };
  return { send: (method, parameters) => connection.send(method, parameters) };
}

/** Runs in the window of the browser: finds the tab and runs the script in its process, with the browser's rights. */
const inBrowser = `async (address, script) => {
  const tab = gBrowser.browsers.find((one) => one.currentURI.spec === address);
  if (!tab) return 'no tab with ' + address;
  const { messageManager } = tab;
  const answer = new Promise((resolve) => {
    messageManager.addMessageListener('jaga-netral-test', function listen({ data }) {
      messageManager.removeMessageListener('jaga-netral-test', listen);
      resolve(data);
    });
  });
  messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
  return answer;
}`;

const inTab = `() => {
  try {
    const { given } = content.wrappedJSObject;
    // Called on the page's own object it would be the page that dispatches.
    const target = Cu.unwaiveXrays(given.target);
    for (const event of given.events) target.dispatchEvent(Cu.unwaiveXrays(event));
    sendAsyncMessage('jaga-netral-test', 'done');
  } catch (error) {
    sendAsyncMessage('jaga-netral-test', String(error));
  }
}`;
