import { admxFile, CATEGORY_PATH, fieldsOf, installPolicy, settingsPolicy } from './admx.ts';
import { BROWSERS, type KitBrowser } from './browsers.ts';
import type { KitForm } from './form.ts';
import { element } from './markup.ts';
import { installValues } from './registry.ts';

/**
 * Browsers whose policies Windows takes from an ADMX file that device management brings. It refuses
 * `Software\Policies\Microsoft` but for a list of exceptions in which Edge does not stand
 * (https://learn.microsoft.com/windows/client-management/win32-and-centennial-app-policy-configuration, seen November
 * 2026): for Edge there is a script.
 */
export const INGESTED: readonly KitBrowser[] = ['chrome', 'firefox'];

/** Area of the policies of one browser, as Windows names it: each browser has a file of its own. */
const application = (browser: KitBrowser): string =>
  `JagaNetral${browser === 'chrome' ? 'Chrome' : 'Firefox'}`;

/**
 * Body of `POST https://graph.microsoft.com/v1.0/deviceManagement/deviceConfigurations`
 * (https://learn.microsoft.com/graph/api/intune-deviceconfig-windows10customconfiguration-create, seen November 2026).
 * Each entry can also be typed into the Intune page as a custom OMA-URI setting of type text.
 */
export function intuneFile(browser: KitBrowser, form: KitForm): string | undefined {
  const fields = fieldsOf(browser, form);
  const installs = installValues(browser, form).length > 0;
  if (fields.length === 0 && !installs) return undefined;
  const name = application(browser);
  const settings = [
    {
      displayName: 'ADMX',
      omaUri: `./Device/Vendor/MSFT/Policy/ConfigOperations/ADMXInstall/${name}/Policy/${name}`,
      value: admxFile([browser], form),
    },
  ];
  const policy = (policyName: string, value: string): void => {
    settings.push({
      displayName: policyName,
      omaUri: `./Device/Vendor/MSFT/Policy/Config/${name}~Policy~${CATEGORY_PATH(browser)}/${policyName}`,
      value,
    });
  };
  if (fields.length > 0) {
    const data = fields.map(({ id, data: value }) => element('data', { id, value }));
    policy(settingsPolicy(browser), [element('enabled', {}), ...data].join('\n'));
  }
  if (installs) policy(installPolicy(browser), element('enabled', {}));
  return `${JSON.stringify(
    {
      '@odata.type': '#microsoft.graph.windows10CustomConfiguration',
      displayName: `Jaga Netral: ${BROWSERS[browser].name}`,
      description: form.agency,
      omaSettings: settings.map((setting) => ({
        '@odata.type': '#microsoft.graph.omaSettingString',
        ...setting,
      })),
    },
    null,
    2,
  )}\n`;
}
