import type { Policy } from '../settings/policy-ratchet.ts';
import { BROWSERS, installEntry, type KitBrowser } from './browsers.ts';
import type { KitForm } from './form.ts';

/** One value below `HKEY_LOCAL_MACHINE`: a number is a REG_DWORD, a text a REG_SZ. */
export interface RegistryValue {
  readonly key: string;
  readonly name: string;
  readonly data: string | number;
}

/** Longest text that the Windows files take; a signed pack inside of the policy (`data:`) can be longer. */
export const WINDOWS_TEXT_LIMIT = 1_000_000;

/**
 * What a value of the policy is in the registry. Chromium turns numbers into booleans and JSON texts into lists by its
 * schema (components/policy/core/common/registry_dict.cc, seen November 2026).
 */
export function registryData(value: Policy[keyof Policy]): string | number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number' || typeof value === 'string') return value;
  return JSON.stringify(value);
}

/** Key that holds the values of the policy, and those of one extension only. */
export function policyKey(browser: KitBrowser, form: KitForm): string {
  const { registry } = BROWSERS[browser];
  return browser === 'firefox'
    ? `${registry}\\3rdparty\\Extensions`
    : `${registry}\\3rdparty\\extensions\\${form[browser].id}\\policy`;
}

/** A key of its own for the extension leaves the entries of others alone, unless they are one JSON text. */
export function installKey(browser: KitBrowser, form: KitForm): string {
  return `${BROWSERS[browser].registry}\\ExtensionSettings\\${form[browser].id}`;
}

export function policyValues(browser: KitBrowser, form: KitForm): RegistryValue[] {
  const key = policyKey(browser, form);
  const entries = Object.entries(form.policy);
  if (browser !== 'firefox')
    return entries.map(([name, value]) => ({ key, name, data: registryData(value) }));
  // Firefox reads a JSON text here, and lists of objects in no other form.
  return entries.length === 0 ? [] : [{ key, name: form.firefox.id, data: JSON.stringify(form.policy) }];
}

export function installValues(browser: KitBrowser, form: KitForm): RegistryValue[] {
  const key = installKey(browser, form);
  return Object.entries(installEntry(browser, form) ?? {}).map(([name, value]) => ({
    key,
    name,
    data: typeof value === 'boolean' ? Number(value) : value,
  }));
}

const allValues = (browser: KitBrowser, form: KitForm): RegistryValue[] => [
  ...policyValues(browser, form),
  ...installValues(browser, form),
];

export function fitsWindows(form: KitForm): boolean {
  return allValues('firefox', form)
    .concat(allValues('chrome', form))
    .every(({ data }) => typeof data === 'number' || data.length <= WINDOWS_TEXT_LIMIT);
}

const REG_HEAD = 'Windows Registry Editor Version 5.00';
const ROOT = 'HKEY_LOCAL_MACHINE';

/** A file that regedit imports by a double click. ASCII only, so that no code page can change it; CRLF ends lines. */
export function regFile(browser: KitBrowser, form: KitForm): string | undefined {
  const values = allValues(browser, form);
  if (values.length === 0) return undefined;
  const lines: string[] = [];
  let key = '';
  for (const value of values) {
    if (value.key !== key) lines.push('', `[${ROOT}\\${value.key}]`);
    key = value.key;
    lines.push(`"${quoted(value.name)}"=${regData(value.data)}`);
  }
  return `${[REG_HEAD, ...lines, ''].join('\r\n')}\r\n`;
}

/** Takes away what `regFile` writes, and nothing of other extensions. */
export function regRemovalFile(browser: KitBrowser, form: KitForm): string | undefined {
  const values = allValues(browser, form);
  if (values.length === 0) return undefined;
  const own = browser === 'firefox' ? undefined : policyKey(browser, form).replace(/\\policy$/, '');
  const lines = [...new Set(values.map(({ key }) => key))].flatMap((key) => {
    if (key === installKey(browser, form)) return ['', `[-${ROOT}\\${key}]`];
    if (own !== undefined) return ['', `[-${ROOT}\\${own}]`];
    return ['', `[${ROOT}\\${key}]`, `"${quoted(form.firefox.id)}"=-`];
  });
  return `${[REG_HEAD, ...lines, ''].join('\r\n')}\r\n`;
}

const quoted = (text: string): string => text.replace(/[\\"]/g, '\\$&');

function regData(data: string | number): string {
  if (typeof data === 'number') return `dword:${data.toString(16).padStart(8, '0')}`;
  return /^[\x20-\x7e]*$/.test(data) ? `"${quoted(data)}"` : hexText(data);
}

/** A REG_SZ as its bytes, UTF-16LE with a zero at the end; lines go on after a backslash. */
function hexText(text: string): string {
  const bytes: string[] = [];
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : 0;
    bytes.push((unit & 0xff).toString(16).padStart(2, '0'), (unit >> 8).toString(16).padStart(2, '0'));
  }
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 24) lines.push(bytes.slice(at, at + 24).join(','));
  return `hex(1):${lines.join(',\\\r\n  ')}`;
}

/**
 * The same values for a tool that runs scripts (Intune, SCCM). ASCII only. `SOFTWARE\Policies` is one for 32 and 64 bits
 * (https://learn.microsoft.com/windows/win32/winprog64/shared-registry-keys, seen November 2026).
 */
export function powerShellFile(browser: KitBrowser, form: KitForm, title: string): string | undefined {
  const values = allValues(browser, form);
  if (values.length === 0) return undefined;
  const lines = values.map(({ key, name, data }) =>
    typeof data === 'number'
      ? `Set-JagaNetral ${psText(`HKLM:\\${key}`)} ${psText(name)} ${data} 'DWord'`
      : `Set-JagaNetral ${psText(`HKLM:\\${key}`)} ${psText(name)} ${psText(data)} 'String'`,
  );
  return `${[
    `# ${title}`,
    "$ErrorActionPreference = 'Stop'",
    'function Set-JagaNetral($Key, $Name, $Data, $Type) {',
    '  if (-not (Test-Path -LiteralPath $Key)) { New-Item -Path $Key -Force | Out-Null }',
    '  New-ItemProperty -LiteralPath $Key -Name $Name -Value $Data -PropertyType $Type -Force | Out-Null',
    '}',
    ...lines,
    '',
  ].join('\r\n')}`;
}

/** A text of PowerShell without anything that it would fill in; other than ASCII as numbers of UTF-16 units. */
function psText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return `(-join [char[]](${units.join(',')}))`;
}
