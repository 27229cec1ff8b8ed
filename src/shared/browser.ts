/** The only import of the polyfill: Chrome before 148 has no promise-based `browser`. */
import browser from 'webextension-polyfill';

export type { Runtime } from 'webextension-polyfill';
export { browser };
