import { BROWSERS, type KitBrowser } from './browsers.ts';
import type { KitForm } from './form.ts';
import { element, textElement, XML_HEAD } from './markup.ts';
import {
  installKey,
  installValues,
  policyKey,
  policyValues,
  registryData,
  WINDOWS_TEXT_LIMIT,
} from './registry.ts';
import type { KitWords } from './words.ts';

const NAMESPACE = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';
const ROOT_CATEGORY = 'JagaNetral';

/** Names inside of the files; letters, digits and `_` only, as the schema wants. */
export const categoryName = (browser: KitBrowser): string => `${ROOT_CATEGORY}_${browser}`;
export const settingsPolicy = (browser: KitBrowser): string => `${browser}_settings`;
export const installPolicy = (browser: KitBrowser): string => `${browser}_install`;
export const CATEGORY_PATH = (browser: KitBrowser): string => `${ROOT_CATEGORY}~${categoryName(browser)}`;

/** One field of the policy that sets the agency's values. */
interface Field {
  readonly id: string;
  readonly valueName: string;
  /** As it is in the registry. */
  readonly data: string | number;
  readonly kind:
    | {
        readonly type: 'choice';
        readonly items: readonly { readonly text: string; readonly value: number }[];
      }
    | { readonly type: 'number'; readonly least: number; readonly most: number }
    | { readonly type: 'text'; readonly limit: number };
  /** Key of the words beside the field. */
  readonly label: string;
}

const LEVELS = [0, 1, 2].map((value) => ({ text: `admx.level.${value}`, value }));
const NO_YES = [0, 1].map((value) => ({ text: `admx.boolean.${value}`, value }));
const KINDS: Readonly<Record<string, Field['kind']>> = {
  agencyName: { type: 'text', limit: 60 },
  maxLogLevel: { type: 'choice', items: LEVELS },
  maxRetentionDays: { type: 'number', least: 1, most: 90 },
  disableExport: { type: 'choice', items: NO_YES },
  disableUserPacks: { type: 'choice', items: NO_YES },
};

/** The fields of one browser, in the order of the form; each holds the value of the form when somebody opens it. */
export function fieldsOf(browser: KitBrowser, form: KitForm): Field[] {
  if (browser === 'firefox') {
    return policyValues(browser, form).map(({ data }) => ({
      id: 'firefox_policy',
      valueName: form.firefox.id,
      data,
      kind: { type: 'text', limit: WINDOWS_TEXT_LIMIT },
      label: 'key.json',
    }));
  }
  return Object.entries(form.policy).map(([key, value]) => ({
    id: `${browser}_${key}`,
    valueName: key,
    data: registryData(value),
    kind: KINDS[key] ?? { type: 'text', limit: WINDOWS_TEXT_LIMIT },
    label: `key.${key}`,
  }));
}

/**
 * Administrative template for the Group Policy editor: for each browser one policy with the agency's values, filled in,
 * and one that installs. Its shape: MS-GPREG section 7,
 * https://learn.microsoft.com/openspecs/windows_protocols/ms-gpreg/6e10478a-e9e6-4fdc-a1f6-bdd9bd7f2209 (November 2026).
 */
export function admxFile(browsers: readonly KitBrowser[], form: KitForm): string {
  const categories = [
    element('category', { name: ROOT_CATEGORY, displayName: reference('category') }),
    ...browsers.map((browser) =>
      element('category', { name: categoryName(browser), displayName: reference(`category_${browser}`) }, [
        element('parentCategory', { ref: ROOT_CATEGORY }),
      ]),
    ),
  ];
  const policies = browsers.flatMap((browser) => [
    ...settingsElement(browser, form),
    ...installElement(browser, form),
  ]);
  return `${XML_HEAD}\n${element(
    'policyDefinitions',
    { xmlns: NAMESPACE, revision: '1.0', schemaVersion: '1.0' },
    [
      element('policyNamespaces', {}, [
        element('target', { prefix: 'jaganetral', namespace: 'JagaNetral.Policies' }),
      ]),
      element('resources', { minRequiredRevision: '1.0' }),
      element('supportedOn', {}, [
        element('definitions', {}, [
          element('definition', { name: 'SUPPORTED', displayName: reference('supported') }),
        ]),
      ]),
      element('categories', {}, categories),
      element('policies', {}, policies),
    ],
  )}\n`;
}

const reference = (id: string): string => `$(string.${id})`;

function settingsElement(browser: KitBrowser, form: KitForm): string[] {
  const fields = fieldsOf(browser, form);
  if (fields.length === 0) return [];
  const name = settingsPolicy(browser);
  return [
    element(
      'policy',
      {
        name,
        class: 'Machine',
        displayName: reference(name),
        explainText: reference(`${name}_help`),
        presentation: `$(presentation.${name})`,
        key: policyKey(browser, form),
      },
      [
        element('parentCategory', { ref: categoryName(browser) }),
        element('supportedOn', { ref: 'SUPPORTED' }),
        element('elements', {}, fields.map(fieldElement)),
      ],
    ),
  ];
}

function fieldElement({ id, valueName, kind }: Field): string {
  const common = { id, valueName, required: true };
  if (kind.type === 'text') return element('text', { ...common, maxLength: kind.limit });
  if (kind.type === 'number') {
    return element('decimal', { ...common, minValue: kind.least, maxValue: kind.most });
  }
  return element(
    'enum',
    common,
    kind.items.map(({ text, value }) =>
      element('item', { displayName: reference(stringId(text)) }, [
        element('value', {}, [element('decimal', { value })]),
      ]),
    ),
  );
}

function installElement(browser: KitBrowser, form: KitForm): string[] {
  const values = installValues(browser, form);
  if (values.length === 0) return [];
  const name = installPolicy(browser);
  const key = installKey(browser, form);
  const list = (value: (data: string | number) => string): string[] =>
    values.map((entry) =>
      element('item', { key, valueName: entry.name }, [element('value', {}, [value(entry.data)])]),
    );
  const set = (data: string | number): string =>
    typeof data === 'number' ? element('decimal', { value: data }) : textElement('string', {}, data);
  return [
    element(
      'policy',
      {
        name,
        class: 'Machine',
        displayName: reference(name),
        explainText: reference(`${name}_help`),
        key,
      },
      [
        element('parentCategory', { ref: categoryName(browser) }),
        element('supportedOn', { ref: 'SUPPORTED' }),
        element('enabledList', {}, list(set)),
        element(
          'disabledList',
          {},
          list(() => element('delete', {})),
        ),
      ],
    ),
  ];
}

/** `admx.level.0` -> `admx_level_0`: the schema allows no dots. */
const stringId = (key: string): string => key.replaceAll('.', '_');

/** The words of one language, and what the fields show; the values of the form stand in them. */
export function admlFile(browsers: readonly KitBrowser[], form: KitForm, words: KitWords): string {
  const strings: (readonly [string, string])[] = [
    ['category', 'Jaga Netral'],
    ['supported', words('admx.supported')],
    ...browsers.map((browser) => [`category_${browser}`, BROWSERS[browser].name] as const),
    ...[...LEVELS, ...NO_YES].map(({ text }) => [stringId(text), words(text)] as const),
  ];
  const presentations: string[] = [];
  for (const browser of browsers) {
    const fields = fieldsOf(browser, form);
    const browserName = { browser: BROWSERS[browser].name, agency: form.agency };
    if (fields.length > 0) {
      const name = settingsPolicy(browser);
      strings.push([name, words('admx.settings', browserName)]);
      strings.push([`${name}_help`, words('admx.settings.help', browserName)]);
      presentations.push(
        element(
          'presentation',
          { id: name },
          fields.map((field) => presentationOf(field, words)),
        ),
      );
    }
    if (installValues(browser, form).length > 0) {
      const name = installPolicy(browser);
      strings.push([name, words('admx.install', browserName)]);
      strings.push([`${name}_help`, words('admx.install.help', browserName)]);
    }
  }
  return `${XML_HEAD}\n${element(
    'policyDefinitionResources',
    { xmlns: NAMESPACE, revision: '1.0', schemaVersion: '1.0' },
    [
      textElement('displayName', {}, 'Jaga Netral'),
      textElement('description', {}, words('admx.description', { agency: form.agency })),
      element('resources', {}, [
        element(
          'stringTable',
          {},
          strings.map(([id, text]) => textElement('string', { id }, text)),
        ),
        ...(presentations.length > 0 ? [element('presentationTable', {}, presentations)] : []),
      ]),
    ],
  )}\n`;
}

function presentationOf({ id, data, kind, label }: Field, words: KitWords): string {
  const text = words(label);
  if (kind.type === 'text') {
    return element('textBox', { refId: id }, [
      textElement('label', {}, text),
      textElement('defaultValue', {}, String(data)),
    ]);
  }
  if (kind.type === 'number') return textElement('decimalTextBox', { refId: id, defaultValue: data }, text);
  const defaultItem = kind.items.findIndex(({ value }) => value === data);
  return textElement('dropdownList', { refId: id, noSort: true, defaultItem }, text);
}
