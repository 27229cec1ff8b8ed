import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { POLICY_KEYS } from '../../src/core/settings/policy.ts';
import { tools } from './kit-readers.ts';

const folder = 'docs/agencies';
const languages = ['id', 'en'] as const;
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** The anchor that GitHub makes of a heading. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

describe('docs for agencies', () => {
  it('has the same pages in both languages', () => {
    expect(readdirSync(join(folder, 'id')).sort()).toEqual(readdirSync(join(folder, 'en')).sort());
  });

  it('every link leads to a page and a heading that is there', () => {
    const pages = [
      'README.md',
      ...languages.flatMap((language) =>
        readdirSync(join(folder, language)).map((name) => `${language}/${name}`),
      ),
    ];
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\(([^)#]*)(?:#([^)]+))?\)/g)].flatMap(([link, path = '', heading]) => {
        const target = path === '' ? page : join(dirname(page), path);
        if (!existsSync(join(folder, target))) return [`${page}: ${link}`];
        const headings = [...read(target).matchAll(/^#+ (.*)$/gm)].map(([, text = '']) => anchor(text));
        return heading === undefined || headings.includes(heading) ? [] : [`${page}: ${link}`];
      }),
    );
    expect(pages.length).toBe(13);
    expect(broken).toEqual([]);
  });

  it.each(languages)('%s: the statement says what the page to sign says', (language) => {
    const page = oneLine(read(`${language}/statement.md`));
    const sentences = Object.entries(tools.texts[language])
      .filter(([key]) => /^statement\.(promise|may)\.|^statement\.(may|end)$/.test(key))
      .map(([, text]) => oneLine(String(text)));
    expect(sentences).toHaveLength(11);
    expect(sentences.filter((text) => !page.includes(text))).toEqual([]);
  });

  it.each(languages)('%s: lists exactly the values that a policy can have', (language) => {
    const keys = [...read(`${language}/index.md`).matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key);
    expect(keys.sort()).toEqual([...POLICY_KEYS].sort());
  });

  it.each(languages)('%s: accuses nobody', (language) => {
    for (const name of readdirSync(join(folder, language))) {
      expect(read(`${language}/${name}`)).not.toMatch(/anda (?:telah )?melanggar|you (?:have )?violated/i);
    }
  });
});
