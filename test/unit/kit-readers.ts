import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse as parsePlist } from 'plist';
import { SaxesParser } from 'saxes';
import { type KitForm, readKitForm } from '../../src/core/kit/form.ts';
import { makeKit } from '../../src/core/kit/kit.ts';

/** Readers of the files of a kit, written from the descriptions of the formats and not from the writers. */

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const texts = (language: string) => JSON.parse(readFileSync(`src/locales/kit.${language}.json`, 'utf8'));
export const tools = {
  texts: { id: texts('id'), en: texts('en') },
  sha256: async (text: string) => sha256(text),
};

/** A public key by its form; no key pair is behind it. */
export const publicKey = (letter: string): string => `B${letter.repeat(85)}A`;

/** Every key of the policy, and every kind of installation. Its agency is invented. */
export const fullForm = {
  agency: 'BKPSDM Kabupaten Contoh & "Rekaan" <Timur> \'A\'',
  contact: 'Meja bantuan, telepon 12 `x` \\ %PATH% $(x)',
  policy: {
    agencyName: 'BKPSDM "Contoh" – Rekaan\\ <b> & ]]> \u{1F3DB} ’x’ $(a) `b` %c%',
    maxLogLevel: 1,
    maxRetentionDays: 14,
    disableExport: true,
    disableUserPacks: false,
    packSources: [
      {
        url: 'https://paket.contoh.go.id/daftar/contoh.jpack',
        packId: 'contoh-2030',
        signingKeys: [publicKey('a'), publicKey('b')],
        recoveryKey: publicKey('c'),
      },
      {
        url: 'data:application/json;base64,e30=',
        packId: 'luring',
        signingKeys: [publicKey('d')],
        recoveryKey: publicKey('e'),
      },
    ],
    revokedKeys: [publicKey('f')],
  },
  chrome: { install: 'self', id: 'eecmmephodiflckchfhibgdohnghhikd' },
  edge: { install: 'store', id: 'abcdefghijklmnopabcdefghijklmnop' },
  firefox: { install: 'self', id: 'jaga-netral@jaganetral.org' },
  host: {
    folder: 'https://paket.contoh.go.id/jaga-netral/',
    version: '0.1.0',
    chromiumSha256: 'a1'.repeat(32),
    firefoxSha256: 'b2'.repeat(32),
  },
};

export function formOf(value: unknown): KitForm {
  const result = readKitForm(value);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.form;
}

export const kitOf = async (value: unknown): Promise<Map<string, string>> => makeKit(formOf(value), tools);

export function textOf(files: ReadonlyMap<string, string>, path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`the kit has no ${path}`);
  return text;
}

export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Of this element alone. */
  readonly text: string;
}

/** @throws where the text is not well-formed */
export function readXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: { children: XmlElement[]; text: string }[] = [{ children: [], text: '' }];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', () => {
    open.push({ children: [], text: '' });
  });
  const add = (part: string): void => {
    const last = open.at(-1);
    if (last) last.text += part;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ local, uri, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const { children = [], text: own = '' } = open.pop() ?? {};
    open.at(-1)?.children.push({
      name: local,
      namespace: uri,
      attributes: Object.fromEntries(values),
      children,
      text: own,
    });
  });
  parser.write(text).close();
  const [root] = open[0]?.children ?? [];
  if (!root) throw new Error('no element');
  return root;
}

/** Elements below one, at any depth, with a name and, if asked for, an attribute of a value. */
export function allBelow(
  element: XmlElement,
  name: string,
  having: Readonly<Record<string, string>> = {},
): XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name && Object.entries(having).every(([key, value]) => child.attributes[key] === value)
      ? [child]
      : []),
    ...allBelow(child, name, having),
  ]);
}

/** The only one. */
export function oneBelow(
  element: XmlElement,
  name: string,
  having: Readonly<Record<string, string>> = {},
): XmlElement {
  const [found, ...others] = allBelow(element, name, having);
  if (!found || others.length > 0) throw new Error(`${others.length + (found ? 1 : 0)} of ${name}`);
  return found;
}

export function readPlist(text: string): Record<string, unknown> {
  return parsePlist(text) as Record<string, unknown>;
}

export type RegistryKeys = Map<string, Map<string, string | number>>;

export interface RegistryFile {
  readonly set: RegistryKeys;
  readonly removedKeys: string[];
  readonly removedValues: [string, string][];
}

function put(keys: RegistryKeys, key: string, name: string, data: string | number): void {
  const values = keys.get(key) ?? new Map();
  keys.set(key, values.set(name, data));
}

/** A text of a .reg file without its quotes: `\\` and `\"` are the only escapes. */
function unquote(text: string): string {
  if (!/^(?:[^\\"]|\\[\\"])*$/.test(text)) throw new Error(`not a text of a .reg file: ${text}`);
  return text.replace(/\\([\\"])/g, '$1');
}

/** https://support.microsoft.com/help/310516: the format of regedit, version 5.00. @throws where it is not */
export function readReg(text: string): RegistryFile {
  if (/[^\x20-\x7e\r\n]/.test(text)) throw new Error('not ASCII');
  if (/\r(?!\n)|(?<!\r)\n/.test(text)) throw new Error('a line does not end with CRLF');
  const lines = text.replace(/,\\\r\n {2}/g, ',').split('\r\n');
  if (lines.shift() !== 'Windows Registry Editor Version 5.00') throw new Error('no header');
  if (lines.shift() !== '') throw new Error('no empty line after the header');
  const file: RegistryFile = { set: new Map(), removedKeys: [], removedValues: [] };
  let key: string | undefined;
  for (const line of lines) {
    const start = /^\[(-?)(HKEY_LOCAL_MACHINE\\[^\]]+)\]$/.exec(line);
    const value = /^"((?:[^\\"]|\\.)*)"=(.*)$/.exec(line);
    if (line === '') continue;
    if (start) {
      key = start[1] === '' ? start[2] : undefined;
      if (start[1] === '-') file.removedKeys.push(start[2] ?? '');
    } else if (value && key !== undefined) {
      const name = unquote(value[1] ?? '');
      const data = value[2] ?? '';
      if (data === '-') file.removedValues.push([key, name]);
      else put(file.set, key, name, regDataOf(data));
    } else throw new Error(`not a line of a .reg file: ${line}`);
  }
  return file;
}

function regDataOf(data: string): string | number {
  const [, number] = /^dword:([0-9a-f]{8})$/.exec(data) ?? [];
  if (number !== undefined) return Number.parseInt(number, 16);
  const [, quoted] = /^"(.*)"$/.exec(data) ?? [];
  if (quoted !== undefined) return unquote(quoted);
  const [, bytes] = /^hex\(1\):([0-9a-f]{2}(?:,[0-9a-f]{2})*)$/.exec(data) ?? [];
  if (bytes === undefined) throw new Error(`not a value of a .reg file: ${data}`);
  const text = Buffer.from(bytes.replaceAll(',', ''), 'hex').toString('utf16le');
  if (!text.endsWith('\0') || text.slice(0, -1).includes('\0')) throw new Error('a text without its end');
  return text.slice(0, -1);
}

/** The lines that set values, as PowerShell reads them: `''` is a quote inside of quotes, and nothing is filled in. */
export function readPowerShell(text: string): RegistryKeys {
  if (/[^\x20-\x7e\r\n]/.test(text)) throw new Error('not ASCII');
  const keys: RegistryKeys = new Map();
  for (const line of text.split('\r\n').filter((each) => each.startsWith('Set-JagaNetral '))) {
    const words = [
      ...line
        .slice('Set-JagaNetral '.length)
        .matchAll(/'((?:[^']|'')*)'(?= |$)|\(-join \[char\[\]\]\(([0-9,]+)\)\)(?= |$)|([0-9]+)(?= |$)/g),
    ];
    const read = words.map(([, quoted, units, number]) => {
      if (quoted !== undefined) return quoted.replaceAll("''", "'");
      if (units !== undefined) return String.fromCharCode(...units.split(',').map(Number));
      return Number(number);
    });
    const [key, name, data, type] = read;
    const whole = words.map(([word]) => word).join(' ') === line.slice('Set-JagaNetral '.length);
    if (!whole || read.length !== 4 || typeof key !== 'string' || typeof name !== 'string') {
      throw new Error(`not a line that sets a value: ${line}`);
    }
    if (data === undefined || type !== (typeof data === 'number' ? 'DWord' : 'String')) throw new Error(line);
    put(keys, key.replace(/^HKLM:\\/, 'HKEY_LOCAL_MACHINE\\'), name, data);
  }
  return keys;
}

/**
 * What Windows writes when somebody enables a policy of an ADMX file, with the values of its fields.
 *
 * @param fields id of a field -> what stands in it; for a list of choices the value of the choice
 */
export function enable(
  admx: XmlElement,
  policyName: string,
  fields: ReadonlyMap<string, string>,
): RegistryKeys {
  const policy = oneBelow(admx, 'policy', { name: policyName });
  const keys: RegistryKeys = new Map();
  const root = (key = policy.attributes.key): string => `HKEY_LOCAL_MACHINE\\${key}`;
  const items = allBelow(policy, 'enabledList').flatMap(({ children }) => children);
  for (const { attributes, children } of items) {
    const value = children[0]?.children[0];
    const data = value?.name === 'decimal' ? Number(value.attributes.value) : (value?.text ?? '');
    put(keys, root(attributes.key), attributes.valueName ?? '', data);
  }
  const ids = new Set(fields.keys());
  for (const field of allBelow(policy, 'elements').flatMap(({ children }) => children)) {
    const { id = '', valueName = '', maxLength = '1023', minValue, maxValue } = field.attributes;
    const given = fields.get(id);
    ids.delete(id);
    if (given === undefined) throw new Error(`no value for ${id}`);
    if (field.name === 'text') {
      if (given.length > Number(maxLength)) throw new Error(`${valueName} is too long`);
      put(keys, root(), valueName, given);
    } else if (field.name === 'decimal') {
      const number = Number(given);
      if (!(number >= Number(minValue) && number <= Number(maxValue)))
        throw new Error(`${valueName}: ${given}`);
      put(keys, root(), valueName, number);
    } else {
      if (!choicesOf(field).includes(given)) throw new Error(`${valueName} has no choice ${given}`);
      put(keys, root(), valueName, Number(given));
    }
  }
  if (ids.size > 0) throw new Error(`no field ${[...ids]}`);
  return keys;
}

const choicesOf = (field: XmlElement): string[] =>
  allBelow(field, 'decimal').map(({ attributes }) => attributes.value ?? '');

/** What the fields of a policy hold when the editor opens it. */
export function filledIn(admx: XmlElement, adml: XmlElement, policyName: string): Map<string, string> {
  const policy = oneBelow(admx, 'policy', { name: policyName });
  const fields = new Map<string, string>();
  for (const box of allBelow(adml, 'presentation', { id: policyName }).flatMap(({ children }) => children)) {
    const { refId = '', defaultValue = '', defaultItem } = box.attributes;
    if (box.name === 'textBox') fields.set(refId, oneBelow(box, 'defaultValue').text);
    else if (box.name === 'decimalTextBox') fields.set(refId, defaultValue);
    else fields.set(refId, choicesOf(oneBelow(policy, 'enum', { id: refId }))[Number(defaultItem)] ?? '');
  }
  return fields;
}

export function joined(...all: readonly RegistryKeys[]): RegistryKeys {
  const keys: RegistryKeys = new Map();
  for (const part of all) {
    for (const [key, values] of part) for (const [name, data] of values) put(keys, key, name, data);
  }
  return keys;
}

interface Schema {
  readonly type: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/**
 * The values of a registry key as Chromium hands them to the extension: numbers become booleans, JSON texts lists, by
 * the schema (components/policy/core/common/registry_dict.cc).
 */
export function asChromium(values: ReadonlyMap<string, string | number>): Record<string, unknown> {
  const schema: Schema = JSON.parse(readFileSync('src/managed-schema.json', 'utf8'));
  return Object.fromEntries(
    [...values].map(([name, data]) => {
      const type = schema.properties?.[name]?.type;
      if (type === 'boolean' && typeof data === 'number') return [name, data !== 0];
      if (type === 'array' && typeof data === 'string') return [name, JSON.parse(data)];
      if (type === 'string' && typeof data === 'string') return [name, data];
      if (type === 'integer' && typeof data === 'number') return [name, data];
      throw new Error(`Chromium cannot convert ${name}`);
    }),
  );
}
