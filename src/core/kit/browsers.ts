import type { KitForm, KitHost } from './form.ts';

export type ChromiumBrowser = 'chrome' | 'edge';
export type KitBrowser = ChromiumBrowser | 'firefox';
export const KIT_BROWSERS: readonly KitBrowser[] = ['chrome', 'edge', 'firefox'];

/**
 * Where each browser reads its policies. Registry: https://chromeenterprise.google/policies/,
 * https://learn.microsoft.com/deployedge/microsoft-edge-policies, https://firefox-admin-docs.mozilla.org/; macOS domains
 * of extensions: `com.google.Chrome.extensions.<id>`. All seen November 2026.
 */
export const BROWSERS: Readonly<
  Record<KitBrowser, { readonly name: string; readonly registry: string; readonly macos: string }>
> = {
  chrome: {
    name: 'Google Chrome',
    registry: 'SOFTWARE\\Policies\\Google\\Chrome',
    macos: 'com.google.Chrome',
  },
  edge: {
    name: 'Microsoft Edge',
    registry: 'SOFTWARE\\Policies\\Microsoft\\Edge',
    macos: 'com.microsoft.Edge',
  },
  firefox: {
    name: 'Mozilla Firefox',
    registry: 'SOFTWARE\\Policies\\Mozilla\\Firefox',
    macos: 'org.mozilla.firefox',
  },
};

const CHROME_STORE = 'https://clients2.google.com/service/update2/crx';
const EDGE_STORE = 'https://edge.microsoft.com/extensionwebstorebase/v1/crx';

/** File names on the agency's web server. The version stands in them, so that no cache serves an old one as new. */
export const packageName = (host: KitHost, ending: 'crx' | 'xpi'): string =>
  `jaga-netral-${host.version}.${ending}`;
export const UPDATE_XML = 'update.xml';
export const UPDATES_JSON = 'updates.json';

/**
 * The entry of `ExtensionSettings` that installs the extension, or undefined where the kit does not install it.
 *
 * A package of our own server names no update address in its manifest, so `override_update_url` makes Chromium ask the
 * server for later versions too (ignored for the stores). Firefox installs anew when `install_url` changes.
 */
export function installEntry(
  browser: KitBrowser,
  form: KitForm,
): Readonly<Record<string, string | boolean>> | undefined {
  const { install } = form[browser];
  if (install === 'none') return undefined;
  const { host } = form;
  if (install === 'self') {
    if (!host) throw new Error('a form that installs from a host names it');
    return browser === 'firefox'
      ? { installation_mode: 'force_installed', install_url: host.folder + packageName(host, 'xpi') }
      : {
          installation_mode: 'force_installed',
          update_url: host.folder + UPDATE_XML,
          override_update_url: true,
        };
  }
  if (browser === 'firefox')
    return { installation_mode: 'force_installed', install_url: addonsMozillaOrg(form) };
  const update_url = browser === 'edge' && install === 'store' ? EDGE_STORE : CHROME_STORE;
  return { installation_mode: 'force_installed', update_url };
}

/** The newest version that Mozilla signed and lists. */
function addonsMozillaOrg({ firefox }: KitForm): string {
  return `https://addons.mozilla.org/firefox/downloads/latest/${firefox.id}/latest.xpi`;
}
