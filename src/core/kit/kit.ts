import { admlFile, admxFile } from './admx.ts';
import { BROWSERS, KIT_BROWSERS, UPDATE_XML, UPDATES_JSON } from './browsers.ts';
import { CHECKSUMS, checksumsOf, uuidOf } from './checksums.ts';
import type { KitForm } from './form.ts';
import { guidePage } from './guide.ts';
import { INGESTED, intuneFile } from './intune.ts';
import { chromiumPolicyFile, firefoxPolicyFile, googleAdminFile } from './json-files.ts';
import { mobileConfigFile, plistFiles } from './macos.ts';
import { fitsWindows, powerShellFile, regFile, regRemovalFile } from './registry.ts';
import { statementPage } from './statement.ts';
import { apacheFile, iisFile, nginxFile, updatesJson, updateXml } from './web-server.ts';
import { type KitTexts, kitWords } from './words.ts';

/** Name of the zip that holds all files of a kit. */
export const KIT_ZIP = 'jaga-netral-kit.zip';

export type KitLanguage = 'id' | 'en';

/** What the generator cannot do by itself: it runs on the command line and in a page. */
export interface KitTools {
  readonly texts: Readonly<Record<KitLanguage, KitTexts>>;
  /** Of the UTF-8 bytes of a text, in lower-case hex. */
  readonly sha256: (text: string) => Promise<string>;
}

/**
 * All files of the kit: path (with `/`) -> text, to be written as UTF-8. The same form gives the same files.
 * Windows files are left out where a value is longer than they take (`fitsWindows`).
 */
export async function makeKit(form: KitForm, { texts, sha256 }: KitTools): Promise<Map<string, string>> {
  const id = kitWords(texts.id);
  const en = kitWords(texts.en);
  const uuids = new Map<string, string>();
  const files = new Map<string, string>();
  const add = (path: string, text: string | undefined): void => {
    if (text !== undefined) files.set(path, text);
  };

  for (const browser of KIT_BROWSERS) {
    // Asked for by name below, and a profile is written at once: so the names are known before.
    const names = [
      '',
      `.${BROWSERS[browser].macos}`,
      `.${BROWSERS[browser].macos}.extensions.${form[browser].id}`,
    ];
    for (const name of names.map((end) => `org.jaganetral.kit.${browser}${end}`)) {
      uuids.set(name, await uuidOf(name, sha256));
    }
  }
  const uuid = (name: string): string => {
    const known = uuids.get(name);
    if (known === undefined) throw new Error(`no UUID for ${name}`);
    return known;
  };

  if (fitsWindows(form)) {
    for (const browser of KIT_BROWSERS) {
      add(`windows/jaga-netral-${browser}.reg`, regFile(browser, form));
      add(`windows/hapus-jaga-netral-${browser}.reg`, regRemovalFile(browser, form));
      const title = `Jaga Netral: ${BROWSERS[browser].name}`;
      add(`windows/jaga-netral-${browser}.ps1`, powerShellFile(browser, form, title));
    }
    for (const browser of INGESTED) add(`windows/intune-${browser}.json`, intuneFile(browser, form));
    add('windows/PolicyDefinitions/jaga-netral.admx', admxFile(KIT_BROWSERS, form));
    add('windows/PolicyDefinitions/id-ID/jaga-netral.adml', admlFile(KIT_BROWSERS, form, id));
    add('windows/PolicyDefinitions/en-US/jaga-netral.adml', admlFile(KIT_BROWSERS, form, en));
  }

  add('linux/etc/opt/chrome/policies/managed/jaga-netral.json', chromiumPolicyFile('chrome', form));
  add('linux/etc/chromium/policies/managed/jaga-netral.json', chromiumPolicyFile('chrome', form));
  add('linux/etc/opt/edge/policies/managed/jaga-netral.json', chromiumPolicyFile('edge', form));
  add('linux/etc/firefox/policies/policies.json', firefoxPolicyFile(form));
  add('firefox/policies.json', firefoxPolicyFile(form));
  add('google-admin/chrome.json', googleAdminFile(form));

  for (const browser of KIT_BROWSERS) {
    for (const [name, text] of plistFiles(browser, form)) add(`macos/${name}`, text);
    add(`macos/jaga-netral-${browser}.mobileconfig`, mobileConfigFile(browser, form, uuid));
  }

  add('web-server/nginx.conf', nginxFile());
  add('web-server/apache.htaccess', apacheFile());
  add('web-server/web.config', iisFile());
  if (form.host && (form.chrome.install === 'self' || form.edge.install === 'self')) {
    add(`web-server/${UPDATE_XML}`, updateXml(form, form.host));
  }
  if (form.host && form.firefox.install === 'self') {
    add(`web-server/${UPDATES_JSON}`, updatesJson(form, form.host));
  }

  add('pernyataan-untuk-instansi.html', statementPage('id', form, id));
  add('statement-for-the-agency.html', statementPage('en', form, en));
  const contents = { paths: new Set(files.keys()) };
  add('BACA-SAYA.html', guidePage('id', form, id, contents));
  add('README.html', guidePage('en', form, en, contents));
  add('form.json', `${JSON.stringify(form, null, 2)}\n`);

  const sorted = new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  sorted.set(CHECKSUMS, await checksumsOf(sorted, sha256));
  return sorted;
}
