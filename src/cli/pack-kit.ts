import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type KitFault, type KitForm, newKitForm, readKitForm } from '../core/kit/form.ts';
import { KIT_ZIP, makeKit } from '../core/kit/kit.ts';
import { sourceKeysIn } from '../core/kit/public-keys.ts';
import { fitsWindows } from '../core/kit/registry.ts';
import { EMBEDDED } from '../core/pack-source.ts';
import en from '../locales/kit.en.json' with { type: 'json' };
import id from '../locales/kit.id.json' with { type: 'json' };
import { zipTexts } from '../shared/zip-texts.ts';
import { parseArguments } from './arguments.ts';
import { readBytes, readJson } from './files.ts';
import { type Io, UsageError } from './io.ts';

export const help = `  pack kit --out DIR [--form form.json] [--agency NAME] [--contact TEXT] [--max-log-level 0|1|2]
           [--max-retention-days N] [--disable-export] [--disable-user-packs]
           [--source URL --keys keys.public.json]... [--host FOLDER-URL --version VERSION | --no-install]
  pack kit --new-form > form.json
      Makes everything that IT needs to hand out the extension and the agency's settings: files for Group Policy,
      Intune, Linux, macOS and Firefox, a step-by-step (BACA-SAYA.html), the statement of the agency, checksums, and
      jaga-netral-kit.zip with all of them. Flags count more than the form. DIR must be new or empty.
      --new-form    prints a form to fill in (docs/agencies/rollout.md explains each line)
      --source      https address of a signed list, or the file X.jpack itself, which then becomes part of the policy;
                    the --keys in the same place holds its public keys
      --host        the browsers install from this folder of yours, not from the stores
      --no-install  sets the values only; the extension is installed by hand (pilot), or is there already
`;

const OPTIONS = {
  form: { type: 'string' },
  out: { type: 'string' },
  'new-form': { type: 'boolean' },
  agency: { type: 'string' },
  contact: { type: 'string' },
  'max-log-level': { type: 'string' },
  'max-retention-days': { type: 'string' },
  'disable-export': { type: 'boolean' },
  'disable-user-packs': { type: 'boolean' },
  source: { type: 'string', multiple: true },
  keys: { type: 'string', multiple: true },
  host: { type: 'string' },
  version: { type: 'string' },
  'no-install': { type: 'boolean' },
} as const;

/** `jaga-netral pack kit …`. Resolves to the exit code. @throws UsageError */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const values = readOptions(args);
  if (values['new-form'] === true) {
    io.stdout.write(`${JSON.stringify(newKitForm(), null, 2)}\n`);
    return 0;
  }
  if (values.out === undefined) throw new UsageError('pack kit needs --out DIR; see pack kit --help');
  const out = resolve(values.out);
  if (existsSync(out) && readdirSync(out).length > 0) {
    throw new UsageError(
      `${out} is not empty; name a new folder, so that no old file stays among the new ones`,
    );
  }
  const form = checkForm(withFlags(readForm(values.form), values));
  const files = await makeKit(form, { texts: { id, en }, sha256: async (text) => sha256(text) });

  const zip = zipTexts(files);
  for (const [path, text] of files) write(join(out, path), text);
  write(join(out, KIT_ZIP), zip);

  const left = fitsWindows(form)
    ? ''
    : 'The files for Windows are left out: a value is too long for the registry.\n';
  io.stdout.write(
    `${left}${files.size} files and ${KIT_ZIP} in ${out}\nSHA-256 of the zip: ${sha256(zip)}\nBegin with BACA-SAYA.html\n`,
  );
  return 0;
}

function readOptions(args: readonly string[]) {
  return parseArguments({ args: [...args], options: OPTIONS }, '; see pack kit --help').values;
}

type Values = ReturnType<typeof readOptions>;
type Given = Record<string, unknown>;

const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A source may name the file with its keys (`"keys": "keys.public.json"`), beside the form. */
function readForm(path: string | undefined): unknown {
  if (path === undefined) return {};
  const form = readJson(path);
  if (!isObject(form) || !isObject(form.policy) || !Array.isArray(form.policy.packSources)) return form;
  const packSources = form.policy.packSources.map((source: unknown) => {
    if (!isObject(source)) return source;
    const { keys, url, ...rest } = source;
    const beside = dirname(path);
    return {
      ...(typeof keys === 'string' ? keysOf(join(beside, keys)) : {}),
      ...rest,
      ...(url === undefined ? {} : { url: addressOf(url, beside) }),
    };
  });
  return { ...form, policy: { ...form.policy, packSources } };
}

/** A file instead of an address becomes the address that holds it: no browser then asks anybody. */
function addressOf(url: unknown, folder: string): unknown {
  if (typeof url !== 'string' || !/^(?:[A-Za-z]:[\\/])?[^:]+\.jpack$/.test(url)) return url;
  return `${EMBEDDED}${Buffer.from(readBytes(resolve(folder, url))).toString('base64')}`;
}

function keysOf(path: string): Given {
  const keys = sourceKeysIn(readJson(path));
  if (keys === 'not-an-object') throw new UsageError(`${path} does not hold public keys`);
  if (keys === 'parts') {
    throw new UsageError(`${path} must hold packId, signingKeys and recoveryKey, as pack keys writes them`);
  }
  return { ...keys };
}

function withFlags(form: unknown, values: Values): unknown {
  if (!isObject(form)) return form;
  const { source = [], keys = [] } = values;
  if (source.length !== keys.length) throw new UsageError('each --source needs its --keys FILE');
  const sources = source.map((url, at) => ({ url: addressOf(url, '.'), ...keysOf(keys[at] ?? '') }));
  const given = isObject(form.policy) ? form.policy : {};
  const number = (text: string): unknown => (/^[0-9]+$/.test(text) ? Number(text) : text);
  const policy: Given = { ...given };
  if (values.agency !== undefined) policy.agencyName = values.agency;
  if (values['max-log-level'] !== undefined) policy.maxLogLevel = number(values['max-log-level']);
  if (values['max-retention-days'] !== undefined) {
    policy.maxRetentionDays = number(values['max-retention-days']);
  }
  if (values['disable-export'] === true) policy.disableExport = true;
  if (values['disable-user-packs'] === true) policy.disableUserPacks = true;
  if (sources.length > 0) {
    const old = policy.packSources;
    policy.packSources = [...(Array.isArray(old) ? old : []), ...sources];
  }
  const whole: Given = { ...form };
  // A form whose policy is no object stays as it is, so that the check names it.
  if (form.policy === undefined || isObject(form.policy)) whole.policy = policy;
  if (values.agency !== undefined) whole.agency = values.agency;
  if (values.contact !== undefined) whole.contact = values.contact;
  if (values.host !== undefined || values.version !== undefined) {
    whole.host = {
      ...(isObject(form.host) ? form.host : {}),
      ...(values.host === undefined ? {} : { folder: values.host }),
      ...(values.version === undefined ? {} : { version: values.version }),
    };
  }
  if (values.host !== undefined && values['no-install'] === true) {
    throw new UsageError('--host and --no-install exclude each other');
  }
  const install = values['no-install'] === true ? 'none' : values.host === undefined ? undefined : 'self';
  if (install !== undefined) {
    for (const browser of ['chrome', 'edge', 'firefox']) {
      whole[browser] = { ...(isObject(form[browser]) ? form[browser] : {}), install };
    }
  }
  return whole;
}

const REASONS: Readonly<Record<KitFault['reason'], string>> = {
  'not-an-object': 'must be an object { … }',
  unknown: 'is not known; look for a slip, or take the line out',
  missing: 'is missing',
  'not-a-text': 'must be a text in quotes',
  empty: 'must not be empty',
  'too-long': 'is too long',
  characters: 'holds a line end or another character that cannot be written into every file',
  choice: 'is none of the choices (store, self, none; for edge also chrome-store)',
  type: 'is of another kind: a number in quotes, a text where yes or no belongs, and the like',
  range: 'is too large, too small, too long, or has too many entries',
  address: 'is no address that browsers fetch: https, no ? and no #; nor is it a file X.jpack',
  key: 'is no public key; take it out of keys.public.json as it stands',
  duplicate: 'stands there twice',
  space: 'has no room: signed lists inside of the policy may have 3,000,000 characters together',
  invalid: 'is not valid',
  'host-needed': 'is needed, because a browser installs from your own server ("install": "self")',
  'nothing-to-set': 'the form sets nothing and installs nothing',
};
/** What a value must look like, where "not valid" alone would help nobody. */
const HINTS: Readonly<Record<string, string>> = {
  'policy.agencyName': '1 to 60 characters in one line',
  'policy.maxLogLevel': '0 (no log), 1 (brief) or 2 (detailed), without quotes',
  'policy.maxRetentionDays': 'a whole number from 1 to 90, without quotes',
  'policy.disableExport': 'true or false, without quotes',
  'policy.disableUserPacks': 'true or false, without quotes',
  'policy.packSources':
    'a list of at most 10, each {"url": "https://…/x.jpack", "packId", "signingKeys": […], "recoveryKey"}; the address without ? or #',
  'policy.revokedKeys': 'a list of public keys of 87 characters',
  agency: 'at most 120 characters',
  contact: 'at most 200 characters',
  'chrome.id': '32 letters from a to p',
  'edge.id': '32 letters from a to p; the Edge store shows it on the page of the extension',
  'firefox.id': 'such as jaga-netral@jaganetral.org',
  'host.folder': 'such as https://example.go.id/jaga-netral/ with / at its end, at most 200 characters',
  'host.version': 'such as 0.1.0',
  'host.chromiumSha256': '64 digits from 0 to 9 and a to f',
  'host.firefoxSha256': '64 digits from 0 to 9 and a to f',
};

function checkForm(value: unknown): KitForm {
  const result = readKitForm(value);
  if (result.ok) return result.form;
  const lines = result.faults.map(({ place, reason }) => {
    const hint = HINTS[place.replace(/\[.*$/, '')];
    return `  ${place === '' ? 'form' : place}: ${REASONS[reason]}${hint === undefined ? '' : ` (${hint})`}`;
  });
  throw new UsageError(`the form has faults:\n${lines.join('\n')}`);
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
