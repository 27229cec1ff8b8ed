import { isPackAddress } from '../pack/pack-address.ts';
import { readPolicy } from '../settings/policy.ts';
import type { Policy, PolicyFaultReason } from '../settings/policy-ratchet.ts';

/** How a browser gets the extension: from its store, from the agency's own web server, or not by the kit. */
export type ChromeInstall = 'store' | 'self' | 'none';
/** Edge can also take it from the Chrome Web Store. */
export type EdgeInstall = ChromeInstall | 'chrome-store';

/** What the kit is made of, checked: every text in it can be written in each format. */
export interface KitForm {
  /** Name of the agency in guide and statement, at most 120 UTF-16 units. */
  readonly agency: string;
  /** Whom users of the agency ask; may be empty. */
  readonly contact: string;
  /** Exactly what `readPolicy` accepts. */
  readonly policy: Policy;
  readonly chrome: { readonly install: ChromeInstall; readonly id: string };
  readonly edge: { readonly install: EdgeInstall; readonly id: string };
  readonly firefox: { readonly install: ChromeInstall; readonly id: string };
  /** The agency's web server; needed when a browser installs from there. */
  readonly host: KitHost | undefined;
}

export interface KitHost {
  /** Address of a folder, with `/` at its end. */
  readonly folder: string;
  readonly version: string;
  /** Lower-case hex of the package files, or undefined. */
  readonly chromiumSha256: string | undefined;
  readonly firefoxSha256: string | undefined;
}

export type KitReason =
  | PolicyFaultReason
  | 'not-an-object'
  | 'not-a-text'
  | 'empty'
  | 'too-long'
  | 'characters'
  | 'choice'
  | 'host-needed'
  | 'nothing-to-set';

/** What is wrong, and where: `policy.packSources[1].url`, `host.folder`. Who shows it has the words. */
export interface KitFault {
  readonly place: string;
  readonly reason: KitReason;
}

export type KitFormResult =
  | { readonly ok: true; readonly form: KitForm }
  | { readonly ok: false; readonly faults: readonly KitFault[] };

/** Ids of the extension as this repository builds it. */
export const CHROMIUM_ID = 'eecmmephodiflckchfhibgdohnghhikd';
export const FIREFOX_ID = 'jaga-netral@jaganetral.org';

/** One string of a policy that is fixed in an ADMX file may have 255 characters, and file names come after the folder. */
const FOLDER_LIMIT = 200;

const CHROMIUM_ID_FORM = /^[a-p]{32}$/;
/** https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/browser_specific_settings (2026-11). */
const FIREFOX_ID_FORM = /^(?=.{3,80}$)[A-Za-z0-9._-]*@[A-Za-z0-9._-]+$/;
/** `http` on this machine and `file` are for a trial without a web server. */
const FOLDER_FORM =
  /^(?:http:\/\/(?:127\.0\.0\.1|localhost)(?::[0-9]{1,5})?|file:\/\/|https:\/\/[a-z0-9.:-]+)\/(?:[A-Za-z0-9._~-]+\/)*$/;
const VERSION_FORM = /^(?:0|[1-9][0-9]{0,4})(?:\.(?:0|[1-9][0-9]{0,4})){0,3}$/;
const SHA256_FORM = /^[0-9a-f]{64}$/;

/**
 * Control characters, halves of characters, and signs that turn the direction cannot stand in a line of text; U+FFFE and
 * U+FFFF not in XML (https://www.w3.org/TR/xml/#charsets).
 */
const UNWRITABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;

type Given = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a form that somebody wrote: all faults at once, so that it is mended in one go. */
export function readKitForm(value: unknown): KitFormResult {
  const faults: KitFault[] = [];
  const fault = (place: string, reason: KitReason): void => {
    faults.push({ place, reason });
  };
  if (!isObject(value)) return { ok: false, faults: [{ place: '', reason: 'not-an-object' }] };

  const known = (given: Given, place: string, keys: readonly string[]): void => {
    for (const key of Object.keys(given)) {
      if (!keys.includes(key)) fault(`${place}${key}`.slice(0, 80), 'unknown');
    }
  };
  const part = (key: string): Given => {
    const given = value[key];
    if (given === undefined) return {};
    if (isObject(given)) return given;
    fault(key, 'not-an-object');
    return {};
  };
  const text = (given: unknown, place: string, limit: number, mayBeEmpty: boolean): string => {
    if (given === undefined || given === '') {
      if (!mayBeEmpty) fault(place, given === undefined ? 'missing' : 'empty');
      return '';
    }
    if (typeof given !== 'string') fault(place, 'not-a-text');
    else if (given.length > limit) fault(place, 'too-long');
    else if (UNWRITABLE.test(given)) fault(place, 'characters');
    else if (given.trim() === '') fault(place, 'empty');
    else return given;
    return '';
  };
  const choice = <T extends string>(
    given: unknown,
    place: string,
    choices: readonly T[],
    otherwise: T,
  ): T => {
    if (given === undefined) return otherwise;
    const found = choices.find((name) => name === given);
    if (found === undefined) fault(place, 'choice');
    return found ?? otherwise;
  };
  const browser = <T extends string>(
    key: string,
    choices: readonly T[],
    otherwise: T,
    form: RegExp,
    id: string,
  ) => {
    const given = part(key);
    known(given, `${key}.`, ['install', 'id']);
    const install = choice(given.install, `${key}.install`, choices, otherwise);
    const written = given.id === undefined || given.id === '' ? id : given.id;
    if (typeof written === 'string' && form.test(written)) return { install, id: written };
    fault(`${key}.id`, written === '' ? 'missing' : 'invalid');
    return { install, id };
  };

  known(value, '', ['agency', 'contact', 'policy', 'chrome', 'edge', 'firefox', 'host']);
  const agency = text(value.agency, 'agency', 120, false);
  const contact = text(value.contact, 'contact', 200, true);
  const policy = readKitPolicy(value.policy, fault);
  const chrome = browser('chrome', ['store', 'self', 'none'], 'store', CHROMIUM_ID_FORM, CHROMIUM_ID);
  // The Edge store gives an id of its own, which nobody can guess.
  const fromEdgeStore = isObject(value.edge) && value.edge.install === 'store';
  const edge = browser(
    'edge',
    ['store', 'chrome-store', 'self', 'none'],
    'chrome-store',
    CHROMIUM_ID_FORM,
    fromEdgeStore ? '' : chrome.id,
  );
  const firefox = browser('firefox', ['store', 'self', 'none'], 'store', FIREFOX_ID_FORM, FIREFOX_ID);
  const host = readHost(value.host, part('host'), text, fault, known);

  const own = [chrome.install, edge.install, firefox.install].includes('self');
  if (own && value.host === undefined) fault('host', 'host-needed');
  const nothing = [chrome, edge, firefox].every(({ install }) => install === 'none');
  if (nothing && Object.keys(policy).length === 0 && faults.length === 0) fault('', 'nothing-to-set');

  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, form: { agency, contact, policy, chrome, edge, firefox, host } };
}

type Fault = (place: string, reason: KitReason) => void;

function readKitPolicy(given: unknown, fault: Fault): Policy {
  if (given === undefined) return {};
  const { policy, faults } = readPolicy(given);
  for (const { key, reason, part } of faults) {
    const value = isObject(given) ? given[key] : undefined;
    const name = typeof value === 'string' && key === 'agencyName' ? value : undefined;
    if (key === '') fault('policy', 'not-an-object');
    else if (name !== undefined && name.length > 60) fault('policy.agencyName', 'too-long');
    else if (name !== undefined && UNWRITABLE.test(name)) fault('policy.agencyName', 'characters');
    else fault(`policy.${key}${part === undefined ? '' : `.${part}`}`, reason);
  }
  // Stricter than the extension: what an XML file cannot hold would never arrive.
  if (policy.agencyName !== undefined && UNWRITABLE.test(policy.agencyName))
    fault('policy.agencyName', 'characters');
  return policy;
}

function readHost(
  given: unknown,
  host: Given,
  text: (value: unknown, place: string, limit: number, mayBeEmpty: boolean) => string,
  fault: Fault,
  known: (value: Given, place: string, keys: readonly string[]) => void,
): KitHost | undefined {
  if (given === undefined) return undefined;
  known(host, 'host.', ['folder', 'version', 'chromiumSha256', 'firefoxSha256']);
  const folder = text(host.folder, 'host.folder', FOLDER_LIMIT, false);
  if (folder !== '' && !isFolder(folder)) fault('host.folder', 'invalid');
  const version = text(host.version, 'host.version', 23, false);
  if (version !== '' && !VERSION_FORM.test(version)) fault('host.version', 'invalid');
  const hash = (key: 'chromiumSha256' | 'firefoxSha256'): string | undefined => {
    const value = text(host[key], `host.${key}`, 64, true);
    if (value !== '' && !SHA256_FORM.test(value)) fault(`host.${key}`, 'invalid');
    return value === '' ? undefined : value;
  };
  return { folder, version, chromiumSha256: hash('chromiumSha256'), firefoxSha256: hash('firefoxSha256') };
}

/** Of a web server: what lies in it must have an address that every browser reads as it stands. */
function isFolder(text: string): boolean {
  return FOLDER_FORM.test(text) && (!text.startsWith('https:') || isPackAddress(`${text}file`));
}

/** A form to fill in; as it stands it is valid. */
export function newKitForm(): Readonly<Record<string, unknown>> {
  return {
    agency: 'Nama Instansi',
    contact: '',
    policy: {
      agencyName: 'Nama Instansi',
      maxLogLevel: 0,
      maxRetentionDays: 30,
      disableExport: false,
      disableUserPacks: false,
      packSources: [],
      revokedKeys: [],
    },
    chrome: { install: 'store', id: CHROMIUM_ID },
    edge: { install: 'chrome-store', id: CHROMIUM_ID },
    firefox: { install: 'store', id: FIREFOX_ID },
  };
}
