import { prepareFirefoxProfile } from './driver/firefox-profile.ts';

/** Once for all browser tests, before they begin. */
// biome-ignore lint/style/noDefaultExport: vitest calls the default export of a global set-up.
export default prepareFirefoxProfile;
