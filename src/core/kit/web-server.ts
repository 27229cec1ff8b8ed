import { packageName } from './browsers.ts';
import type { KitForm, KitHost } from './form.ts';
import { element, XML_HEAD } from './markup.ts';

/**
 * What Chromium asks at `update.xml` (https://developer.chrome.com/docs/apps/autoupdate, seen November 2026). Chrome and
 * Edge take the same package; where the form gives them two ids, each has its entry.
 */
export function updateXml(form: KitForm, host: KitHost): string {
  const browsers = [form.chrome, form.edge].filter(({ install }) => install === 'self');
  const ids = [...new Set(browsers.map(({ id }) => id))];
  return `${XML_HEAD}\n${element(
    'gupdate',
    { xmlns: 'http://www.google.com/update2/response', protocol: '2.0' },
    ids.map((appid) =>
      element('app', { appid }, [
        element('updatecheck', {
          codebase: host.folder + packageName(host, 'crx'),
          version: host.version,
          hash_sha256: host.chromiumSha256,
        }),
      ]),
    ),
  )}\n`;
}

/**
 * What Firefox asks where a package names this file in `browser_specific_settings.gecko.update_url`
 * (https://extensionworkshop.com/documentation/manage/updating-your-extension, seen November 2026).
 */
export function updatesJson(form: KitForm, host: KitHost): string {
  const update = {
    version: host.version,
    update_link: host.folder + packageName(host, 'xpi'),
    ...(host.firefoxSha256 === undefined ? {} : { update_hash: `sha256:${host.firefoxSha256}` }),
    applications: { gecko: { strict_min_version: '140.0' } },
  };
  return `${JSON.stringify({ addons: { [form.firefox.id]: { updates: [update] } } }, null, 2)}\n`;
}

/** Ending -> type; browsers refuse some packages of another type. */
const TYPES: readonly (readonly [string, string])[] = [
  ['jpack', 'application/json'],
  ['crx', 'application/x-chrome-extension'],
  ['xpi', 'application/x-xpinstall'],
];
const ALWAYS_ASK = 'no-cache';

/**
 * The extension asks for a signed list without cookies, referrer, query or a permission for the host. So the answer must
 * let any origin read it, come at once (no redirect), and not out of an old cache: one on the way may keep the file, but
 * asks each time whether it is still the one, keeps the packed and the plain one apart (`gzip_vary`), and is given the packed
 * one too (`gzip_proxied`; without it nginx packs nothing for whoever says `Via`).
 */
export function nginxFile(): string {
  return `# Inside "server { ... }" of the site that serves the files. Then: nginx -t && systemctl reload nginx
location ~ \\.jpack$ {
    types { }
    default_type ${TYPES[0]?.[1]};
    add_header Access-Control-Allow-Origin "*" always;
    add_header Cache-Control "${ALWAYS_ASK}" always;
    add_header X-Content-Type-Options "nosniff" always;
    gzip on;
    gzip_vary on;
    gzip_proxied any;
    gzip_types ${TYPES[0]?.[1]};
}
location ~ \\.crx$ {
    types { }
    default_type ${TYPES[1]?.[1]};
    add_header Cache-Control "${ALWAYS_ASK}" always;
}
location ~ \\.xpi$ {
    types { }
    default_type ${TYPES[2]?.[1]};
    add_header Cache-Control "${ALWAYS_ASK}" always;
}
location ~ /(update\\.xml|updates\\.json)$ {
    add_header Cache-Control "${ALWAYS_ASK}" always;
}
`;
}

export function apacheFile(): string {
  return `# As .htaccess in the folder of the files, or inside <Directory>. Needs: a2enmod headers
${TYPES.map(([ending, type]) => `AddType ${type} .${ending}`).join('\n')}
<FilesMatch "\\.jpack$">
    Header always set Access-Control-Allow-Origin "*"
    Header always set X-Content-Type-Options "nosniff"
</FilesMatch>
<FilesMatch "\\.(jpack|crx|xpi)$|^update\\.xml$|^updates\\.json$">
    Header always set Cache-Control "${ALWAYS_ASK}"
</FilesMatch>
`;
}

/** `web.config` of a folder that holds only these files: headers count for the whole folder. */
export function iisFile(): string {
  const header = (name: string, value: string): string => element('add', { name, value });
  return `${XML_HEAD}\n${element('configuration', {}, [
    element('system.webServer', {}, [
      element(
        'staticContent',
        {},
        TYPES.flatMap(([ending, mimeType]) => [
          element('remove', { fileExtension: `.${ending}` }),
          element('mimeMap', { fileExtension: `.${ending}`, mimeType }),
        ]),
      ),
      element('httpProtocol', {}, [
        element('customHeaders', {}, [
          header('Access-Control-Allow-Origin', '*'),
          header('Cache-Control', ALWAYS_ASK),
          header('X-Content-Type-Options', 'nosniff'),
        ]),
      ]),
    ]),
  ])}\n`;
}
