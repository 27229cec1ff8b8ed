import { type KitFault, newKitForm } from '../../core/kit/form.ts';
import { EMBEDDED } from '../../core/pack/pack-source.ts';

/**
 * The form as it would stand in the file of `pack kit --form`. What a person types may be anything, so only `readKitForm`
 * says whether it is one. All changes give a new form.
 */
export type FormValue = Readonly<Record<string, unknown>>;

/** Where a value stands: `['policy', 'packSources', 0, 'url']`. */
export type Place = readonly (string | number)[];

type Given = Readonly<Record<string | number, unknown>>;

const isGroup = (value: unknown): value is Given => typeof value === 'object' && value !== null;

/** As a fault names it: `policy.packSources[0].url`. */
export function nameOf(place: Place): string {
  return place.map((key, at) => (typeof key === 'number' ? `[${key}]` : at === 0 ? key : `.${key}`)).join('');
}

/** A form to fill in: the one of the command line, without the name of an agency that is nobody's and what is not set. */
export function blankForm(): FormValue {
  const form = newKitForm();
  const { agencyName: _example, revokedKeys: _none, ...policy } = form.policy as Given;
  return { ...form, agency: '', policy };
}

/**
 * A form from a file, or null for what has not the shape of one. A form of the command line may name a file of keys beside
 * it (`"keys": "keys.public.json"`), which no page can read: the name is left out, and the keys are then told as missing.
 */
export function formOfJson(text: string): FormValue | null {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  if (!isGroup(value) || Array.isArray(value)) return null;
  const known = Object.keys(blankForm()).some((key) => Object.hasOwn(value as Given, key));
  if (!known) return null;
  const form = value as FormValue;
  const place = ['policy', 'packSources'];
  if (!Array.isArray(valueAt(form, place))) return form;
  return withValue(form, place, entriesAt(form, place).map(withoutFileOfKeys));
}

function withoutFileOfKeys(source: unknown): unknown {
  if (!isGroup(source) || typeof source.keys !== 'string') return source;
  const { keys: _file, ...rest } = source;
  return rest;
}

export function valueAt(form: FormValue, place: Place): unknown {
  return place.reduce<unknown>((part, key) => (isGroup(part) ? part[key] : undefined), form);
}

export function entriesAt(form: FormValue, place: Place): readonly unknown[] {
  const value = valueAt(form, place);
  return Array.isArray(value) ? value : [];
}

/** With another value in one place; `undefined` takes it away, and a group that is then empty, other than the policy, with it. */
export function withValue(form: FormValue, place: Place, value: unknown): FormValue {
  return changed(form, place, value) as FormValue;
}

function changed(part: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list = Array.isArray(part) ? part : [];
    return list.map((entry, at) => (at === key ? changed(entry, rest, value) : entry));
  }
  const group: Given = isGroup(part) && !Array.isArray(part) ? part : {};
  const next = changed(group[key], rest, value);
  const { [key]: _old, ...others } = group;
  const isGone = next === undefined || (key === 'host' && isGroup(next) && Object.keys(next).length === 0);
  return inOrder(isGone ? others : { ...others, [key]: next });
}

/** Names as the form of the command line has them, so that a value taken away and set again gives the same files. */
const ORDER: readonly string[] = [
  ...['agency', 'contact', 'policy'],
  ...Object.keys(newKitForm().policy as Given),
  ...['chrome', 'edge', 'firefox', 'host', 'install', 'id'],
  ...['url', 'packId', 'signingKeys', 'recoveryKey'],
  ...['folder', 'version', 'chromiumSha256', 'firefoxSha256'],
];

function inOrder(group: Given): Given {
  const place = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  return Object.fromEntries(Object.entries(group).sort(([one], [other]) => place(one) - place(other)));
}

/** Digits are a number, anything else stays a text and is told as a fault; nothing is no value. */
export function numberOf(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return /^[0-9]{1,9}$/.test(trimmed) ? Number(trimmed) : text;
}

export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function newSource(): Given {
  return { url: '', packId: '', signingKeys: [], recoveryKey: '' };
}

/** Whether the fields of the agency's own server have to be shown. */
export function hasHost(form: FormValue): boolean {
  const browsers = ['chrome', 'edge', 'firefox'];
  return (
    form.host !== undefined || browsers.some((browser) => valueAt(form, [browser, 'install']) === 'self')
  );
}

/** The signed file inside of the policy, in bytes; undefined for an address. */
export function embeddedSize(url: unknown): number | undefined {
  if (typeof url !== 'string' || !url.startsWith(EMBEDDED)) return undefined;
  return Math.floor(((url.length - EMBEDDED.length) * 3) / 4);
}

/** Faults that belong to a field: of its value, or of something in it. */
export function faultsAt(faults: readonly KitFault[], place: Place): readonly KitFault[] {
  const name = nameOf(place);
  return faults.filter(
    (fault) =>
      fault.place === name || fault.place.startsWith(`${name}[`) || fault.place.startsWith(`${name}.`),
  );
}

/** Fields of the page, by the names that faults have. */
const SHOWN =
  /^(?:agency|contact|policy\.(?:agencyName|maxLogLevel|maxRetentionDays|disableExport|disableUserPacks|revokedKeys(?:\[\d+\])?|packSources(?:\[\d+\](?:\.(?:url|packId|recoveryKey|signingKeys(?:\[\d+\])?))?)?)|(?:chrome|edge|firefox)\.(?:install|id)|host(?:\.(?:folder|version|chromiumSha256|firefoxSha256))?)$/;

/** Faults that have no field: of a form from a file, or of the form as a whole. */
export function faultsElsewhere(faults: readonly KitFault[]): readonly KitFault[] {
  return faults.filter(({ place }) => !SHOWN.test(place));
}
