import { BROWSERS, installEntry, type KitBrowser } from './browsers.ts';
import type { KitForm } from './form.ts';
import { type PlistValue, plistFile } from './plist.ts';

/** Preference domain -> what stands in it. */
type Domains = readonly (readonly [string, { readonly [key: string]: PlistValue | undefined }])[];

/**
 * Chrome and Edge read values for an extension from a domain of its own and nowhere else; Firefox reads all from its own
 * and needs `EnterprisePoliciesEnabled` (https://support.mozilla.org/kb/managing-firefox-policies-macos-desktops, November
 * 2026).
 */
export function macosDomains(browser: KitBrowser, form: KitForm): Domains {
  const { macos } = BROWSERS[browser];
  const { id } = form[browser];
  const entry = installEntry(browser, form);
  const settings = entry === undefined ? undefined : { [id]: entry };
  const policy =
    Object.keys(form.policy).length > 0 ? (form.policy as { [key: string]: PlistValue }) : undefined;
  if (browser === 'firefox') {
    if (!settings && !policy) return [];
    return [
      [
        macos,
        {
          EnterprisePoliciesEnabled: true,
          '3rdparty': policy && { Extensions: { [id]: policy } },
          ExtensionSettings: settings,
        },
      ],
    ];
  }
  return [
    ...(settings ? ([[macos, { ExtensionSettings: settings }]] as const) : []),
    ...(policy ? ([[`${macos}.extensions.${id}`, policy]] as const) : []),
  ];
}

/** `<domain>.plist` -> text, for tools that take property lists (Jamf, Intune). */
export function plistFiles(browser: KitBrowser, form: KitForm): [string, string][] {
  return macosDomains(browser, form).map(([domain, value]) => [`${domain}.plist`, plistFile(value)]);
}

/**
 * A configuration profile for one browser, for any device management.
 * https://developer.apple.com/documentation/devicemanagement/toplevel (seen November 2026).
 *
 * @param uuid for a name; the same name gives the same, so that a new profile replaces the old one
 */
export function mobileConfigFile(
  browser: KitBrowser,
  form: KitForm,
  uuid: (name: string) => string,
): string | undefined {
  const domains = macosDomains(browser, form);
  if (domains.length === 0) return undefined;
  const identifier = `org.jaganetral.kit.${browser}`;
  return plistFile({
    PayloadContent: domains.map(([domain, value]) => ({
      ...value,
      PayloadDisplayName: `Jaga Netral: ${domain}`,
      PayloadEnabled: true,
      PayloadIdentifier: `${identifier}.${domain}`,
      PayloadType: domain,
      PayloadUUID: uuid(`${identifier}.${domain}`),
      PayloadVersion: 1,
    })),
    PayloadDisplayName: `Jaga Netral (${BROWSERS[browser].name})`,
    PayloadIdentifier: identifier,
    PayloadOrganization: form.agency,
    PayloadScope: 'System',
    PayloadType: 'Configuration',
    PayloadUUID: uuid(identifier),
    PayloadVersion: 1,
  });
}
