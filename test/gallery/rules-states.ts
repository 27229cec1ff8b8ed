import { PARTS, type Part } from '../../src/pages/rules/address.ts';
import type { GalleryPage, GalleryState } from './state.ts';

const SHOWS: Readonly<Record<Part, string>> = {
  forms: 'What the decree names, with stage, sanction and source',
  laws: 'Legal bases',
  poses: 'Poses for photographs',
  calendar: 'Elections, and what stage it is today',
  principles: 'The pledge of neutrality, and its three aspects',
  news: 'How to check news',
  report: 'Where to ask or report',
  test: 'Ten questions',
};

const part = (name: Part): GalleryState => ({
  name: `rules-${name}`,
  shows: SHOWS[name],
  address: `rules/index.html#part=${name}&seed=7`,
  ready: name === 'calendar' ? '.elections' : 'main h2',
});

export const RULES_PAGE: GalleryPage = {
  title: 'Rule library (*Aturan*)',
  states: [
    ...PARTS.map(part),
    {
      ...part('test'),
      name: 'rules-test-result',
      shows: 'The ten questions answered',
      act: async (page) => {
        for (const question of await page.locator('fieldset.question').all())
          await question.locator('input').first().click();
        await page.locator('.test-end button').click();
        await page.locator('.result').waitFor();
      },
    },
    {
      name: 'rules-nothing-found',
      shows: 'A search without a result',
      address: 'rules/index.html#part=forms&q=sepeda',
      ready: 'main h2',
    },
  ],
};
