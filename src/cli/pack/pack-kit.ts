import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { adviceOnLists, listText } from '../../core/kit/embedded-lists.ts';
import { type KitForm, newKitForm, readKitForm } from '../../core/kit/form.ts';
import { KIT_ZIP, makeKit } from '../../core/kit/kit.ts';
import { sourceKeysIn } from '../../core/kit/public-keys.ts';
import { fitsWindows } from '../../core/kit/registry.ts';
import { EMBEDDED } from '../../core/pack/pack-source.ts';
import en from '../../locales/kit.en.json' with { type: 'json' };
import id from '../../locales/kit.id.json' with { type: 'json' };
import { fromBase64 } from '../../shared/base64.ts';
import { packCryptography } from '../../shared/pack-cryptography.ts';
import { zipTexts } from '../../shared/zip-texts.ts';
import { parseArguments } from '../arguments.ts';
import { makeFolder, readBytes, readJson, writeFile } from '../files.ts';
import { type Io, UsageError } from '../io.ts';
import { findPackageRoot } from '../package-root.ts';
import { CommandFault, type Speech, WrongCall } from '../speech.ts';

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
export async function run(args: readonly string[], io: Io, speech: Speech): Promise<number> {
  const { say } = speech;
  const values = readOptions(args);
  if (values['new-form'] === true) {
    io.stdout.write(`${JSON.stringify(newKitForm(), null, 2)}\n`);
    return 0;
  }
  if (values.out === undefined) throw new WrongCall('kit.needs-out');
  const out = resolve(values.out);
  if (existsSync(out) && readdirSync(out).length > 0) {
    throw new CommandFault('kit.not-empty', { out });
  }
  const form = checkForm(withFlags(readForm(values.form), values), speech);
  const files = await makeKit(form, { texts: { id, en }, sha256: async (text) => sha256(text) });

  const zip = zipTexts(files);
  for (const [path, text] of files) write(join(out, path), text);
  write(join(out, KIT_ZIP), zip);

  const appVersion = findPackageRoot().version;
  const reading = { now: Date.now(), appVersion, cryptography: packCryptography, fromBase64 };
  for (const advice of await adviceOnLists(form, reading)) io.stdout.write(`${listText(advice, say)}\n`);
  if (!fitsWindows(form)) io.stdout.write(`${say('kit.no-windows')}\n`);
  io.stdout.write(`${say('kit.done', { count: files.size, zip: KIT_ZIP, out, hash: sha256(zip) })}\n`);
  return 0;
}

function readOptions(args: readonly string[]) {
  return parseArguments({ args: [...args], options: OPTIONS }).values;
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
  if (keys === 'not-an-object') throw new CommandFault('kit.no-keys', { path });
  if (keys === 'parts') throw new CommandFault('kit.keys-parts', { path });
  return { ...keys };
}

function withFlags(form: unknown, values: Values): unknown {
  if (!isObject(form)) return form;
  const { source = [], keys = [] } = values;
  if (source.length !== keys.length) throw new WrongCall('kit.pairs');
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
    throw new WrongCall('kit.exclude');
  }
  const install = values['no-install'] === true ? 'none' : values.host === undefined ? undefined : 'self';
  if (install !== undefined) {
    for (const browser of ['chrome', 'edge', 'firefox']) {
      whole[browser] = { ...(isObject(form[browser]) ? form[browser] : {}), install };
    }
  }
  return whole;
}

/** What a value must look like, where "not valid" alone would help nobody. */
const HINTED = [
  'policy.agencyName',
  'policy.maxLogLevel',
  'policy.maxRetentionDays',
  'policy.disableExport',
  'policy.disableUserPacks',
  'policy.packSources',
  'policy.revokedKeys',
  'agency',
  'contact',
  'chrome.id',
  'edge.id',
  'firefox.id',
  'host.folder',
  'host.version',
  'host.chromiumSha256',
  'host.firefoxSha256',
] as const;

function checkForm(value: unknown, { say }: Speech): KitForm {
  const result = readKitForm(value);
  if (result.ok) return result.form;
  const lines = result.faults.map(({ place, reason }) => {
    const hinted = HINTED.find((known) => known === place.replace(/\[.*$/, ''));
    const hint = hinted === undefined ? '' : ` (${say(`kit.hint.${hinted}`)})`;
    return `  ${place === '' ? say('kit.form') : place}: ${say(`kit.reason.${reason}`)}${hint}`;
  });
  throw new UsageError(say('kit.faults', { lines: lines.join('\n') }));
}

function write(path: string, content: string | Uint8Array): void {
  makeFolder(dirname(path));
  writeFile(path, content);
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
