import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { allBelow, fullForm, kitOf, readXml, textOf } from './kit-readers.ts';

const ADMX = 'windows/PolicyDefinitions/jaga-netral.admx';
const admlPath = (language: string) => `windows/PolicyDefinitions/${language}/jaga-netral.adml`;
const schema = readFileSync('test/unit/kit-admx.xsd', 'utf8');

/** Faults by libxml2. */
async function schemaFaults(...contents: readonly string[]): Promise<string[]> {
  const { errors } = await validateXML({
    xml: contents.map((text, at) => ({ fileName: `file-${at}.xml`, contents: text })),
    schema,
  });
  return errors.map(({ message }) => message);
}

const forms: [string, object][] = [
  ['a full form', fullForm],
  ['a form that only installs', { agency: 'A', edge: { install: 'none' } }],
  [
    'a form that only sets',
    { ...fullForm, chrome: { install: 'none' }, edge: { install: 'none' }, firefox: { install: 'none' } },
  ],
];

describe('administrative templates', () => {
  it.each(forms)('%s: fit the schema, those for device management too', async (_name, form) => {
    const files = await kitOf(form);
    const ingested = ['chrome', 'firefox'].map((browser) => {
      const [first] = JSON.parse(textOf(files, `windows/intune-${browser}.json`)).omaSettings;
      return first.value;
    });
    const all = [ADMX, admlPath('id-ID'), admlPath('en-US')].map((path) => textOf(files, path));
    expect(await schemaFaults(...all, ...ingested)).toEqual([]);
  });

  it.each(forms)(
    '%s: every string and every field of the one file stands in the other, and no more',
    async (_name, form) => {
      const files = await kitOf(form);
      const text = textOf(files, ADMX);
      const used = [...text.matchAll(/\$\(string\.(\w+)\)/g)].map(([, id]) => id);
      const presentations = [...text.matchAll(/\$\(presentation\.(\w+)\)/g)].map(([, id]) => id);
      const fields = allBelow(readXml(text), 'elements').flatMap(({ children }) =>
        children.map(({ name, attributes }) => [name, attributes.id]),
      );
      const boxes = { textBox: 'text', decimalTextBox: 'decimal', dropdownList: 'enum' };
      for (const language of ['id-ID', 'en-US']) {
        const adml = readXml(textOf(files, admlPath(language)));
        const strings = allBelow(adml, 'string').map(({ attributes }) => attributes.id);
        const unused = ['admx_level_0', 'admx_level_1', 'admx_level_2', 'admx_boolean_0', 'admx_boolean_1'];
        expect(new Set([...strings].filter((id) => !unused.includes(id ?? '')))).toEqual(
          new Set(used.filter((id) => !unused.includes(id ?? ''))),
        );
        expect(used.filter((id) => !strings.includes(id))).toEqual([]);
        expect(allBelow(adml, 'presentation').map(({ attributes }) => attributes.id)).toEqual(presentations);
        const shown = allBelow(adml, 'presentation').flatMap(({ children }) =>
          children.map(({ name, attributes }) => [boxes[name as keyof typeof boxes], attributes.refId]),
        );
        expect(shown).toEqual(fields);
      }
    },
  );

  it('the schema refuses faults', async () => {
    const files = await kitOf(fullForm);
    const admx = textOf(files, ADMX);
    const adml = textOf(files, admlPath('id-ID'));
    const faulty: [string, string, string][] = [
      [admx, 'class="Machine"', 'class="Computer"'],
      [admx, '<parentCategory ref="JagaNetral"/>', '<parentCategory ref="Nowhere"/>'],
      [admx, 'name="edge_settings"', 'name="chrome_settings"'],
      [admx, 'id="edge_agencyName"', 'id="chrome_agencyName"'],
      [admx, 'minRequiredRevision="1.0"', ''],
      [admx, '<string>force_installed</string>', `<string>${'a'.repeat(256)}</string>`],
      [admx, '<decimal value="1"/>', '<decimal value="-1"/>'],
      [adml, '<string id="supported"', '<string id="category"'],
      [adml, 'defaultItem="1"', 'defaultItem="-1"'],
      [adml, '<displayName>Jaga Netral</displayName>', ''],
    ];
    for (const [text, from, to] of faulty) {
      expect(text, from).toContain(from);
      expect(await schemaFaults(text.replace(from, to)), from).not.toEqual([]);
    }
    expect(await schemaFaults(admx.replace('</policies>', ''))).not.toEqual([]);
  });
});
