import type { Browser } from 'webextension-polyfill';

export type { Runtime } from 'webextension-polyfill';

const { browser: standard, chrome } = globalThis as unknown as { browser?: Browser; chrome: Browser };

/**
 * The API of the browser. Chromium before 148 calls it `chrome` only, with promises too; and there an element of the
 * page with the id "browser" would be `globalThis.browser`.
 */
export const browser: Browser = standard?.runtime?.id === undefined ? chrome : standard;
