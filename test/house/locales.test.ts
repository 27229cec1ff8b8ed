import { describe, expect, test } from 'vitest';
import { filesBelow, readText } from './repository.ts';

type Texts = Readonly<Record<string, unknown>>;

const languages = ['en', 'id'] as const;
const files = filesBelow('src/locales', /\.json$/);
const areas = [...new Set(files.map((path) => /([^/]+)\.\w+\.json$/.exec(path)?.[1] ?? path))];

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
}

/** Differences between the two languages of one area, and texts that cannot be shown. */
function localeFaults(id: Texts, en: Texts): string[] {
  const faults: string[] = [];
  for (const key of new Set([...Object.keys(id), ...Object.keys(en)])) {
    const texts = [id[key], en[key]];
    if (texts.includes(undefined)) faults.push(`${key}: not in both languages`);
    else if (texts.some((text) => typeof text !== 'string' || text.trim() === ''))
      faults.push(`${key}: empty`);
    else if (String(placeholders(String(id[key]))) !== String(placeholders(String(en[key])))) {
      faults.push(`${key}: other placeholders`);
    }
  }
  return faults;
}

/** The extension reminds; it never says that somebody breaks the law, which only the authorities decide. */
const accusations = [
  /anda (?:telah )?melanggar/i,
  /you (?:are violating|have violated|violate|broke|are breaking)/i,
];

describe('dictionaries', () => {
  test('each area has both languages', () => {
    expect(areas).toContain('manifest');
    expect(files).toEqual(
      areas.flatMap((area) => languages.map((language) => `src/locales/${area}.${language}.json`)).sort(),
    );
  });

  test.each(areas)('%s: equal keys, equal placeholders, no empty text', (area) => {
    const [en, id] = languages.map((language) =>
      JSON.parse(readText(`src/locales/${area}.${language}.json`)),
    );
    expect(Object.keys(id).length).toBeGreaterThan(0);
    expect(localeFaults(id, en)).toEqual([]);
  });

  test.each(files)('%s accuses nobody and holds no markup', (path) => {
    const texts = Object.values(JSON.parse(readText(path)) as Record<string, string>);
    expect(texts.filter((text) => accusations.some((pattern) => pattern.test(text)))).toEqual([]);
    expect(texts.filter((text) => /<\/?[a-z]|&\w+;/i.test(text))).toEqual([]);
  });

  test('planted faults are found', () => {
    expect(localeFaults({ a: 'Halo {name}' }, { a: 'Hello {name}' })).toEqual([]);
    expect(localeFaults({ a: 'Halo', b: 'Ya' }, { a: 'Hello' })).toEqual(['b: not in both languages']);
    expect(localeFaults({ a: 'Halo' }, { a: 'Hello', c: 'No' })).toEqual(['c: not in both languages']);
    expect(localeFaults({ a: ' ' }, { a: 'Hello' })).toEqual(['a: empty']);
    expect(localeFaults({ a: 'Halo {nama}' }, { a: 'Hello {name}' })).toEqual(['a: other placeholders']);
    expect(localeFaults({ a: '{n} dari {n}' }, { a: '{n}' })).toEqual(['a: other placeholders']);
    expect(accusations.some((pattern) => pattern.test('Anda melanggar aturan'))).toBe(true);
    expect(accusations.some((pattern) => pattern.test('dapat dinilai sebagai keberpihakan'))).toBe(false);
  });
});

describe('manifest texts', () => {
  test.each(languages)('%s fits the limits of the stores', (language) => {
    const { name, description } = JSON.parse(readText(`src/locales/manifest.${language}.json`));
    expect(name).toBe('Jaga Netral');
    expect(description.length).toBeLessThanOrEqual(132);
  });

  test('each name that the manifest asks for exists', () => {
    const asked = [...readText('manifest.json').matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key);
    const texts = JSON.parse(readText('src/locales/manifest.id.json'));
    expect(new Set(asked)).toEqual(new Set(Object.keys(texts)));
  });
});
