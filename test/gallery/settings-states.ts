import { INVENTED_TABLE } from '../browser/invented-table.ts';
import { AGENCY_POLICY } from '../practice/agency-policy.ts';
import { inventedPack } from '../unit/publisher.ts';
import { giveFile } from './give-file.ts';
import { source, staleRelease, WORDS_OF_KEY } from './signed-list.ts';
import type { Answer, Answers, GalleryPage, GalleryState } from './state.ts';

const PAGE = 'settings/index.html';
/** The last group stands under all others. */
const READY = 'fieldset.section .drop';
const FAILED: readonly Answer[] = [{ failure: 'failed' }];

const group = (
  name: string,
  shows: string,
  section: string,
  change: Partial<GalleryState> = {},
): GalleryState => ({
  name: `settings-${name}`,
  shows,
  address: PAGE,
  ready: READY,
  part: { section: `settings.${section}.title` },
  ...change,
});

const WRONG_MEMORY: Answers = {
  'memory.show': [
    {
      value: {
        epoch: 1,
        day: '2026-11-29',
        shown: 4,
        wrong: ['pemilu-2024:nasdem'],
        entities: [],
        detections: [{ entry: 'pemilu-2024:nasdem', site: 'x', action: 'like', kind: 'name', isOwn: false }],
      },
    },
  ],
};

const sources = (...states: readonly unknown[]): Answers => ({ 'sources.list': [{ value: states }] });
/** What an agency set, as the page finds it in storage. */
const WITH_POLICY = `(() => {
  const get = chrome.storage.local.get.bind(chrome.storage.local);
  chrome.storage.local.get = async (keys) => ({ ...(await get(keys)), policy: ${JSON.stringify(AGENCY_POLICY)} });
})()`;

export const SETTINGS_PAGE: GalleryPage = {
  title: 'Settings (*Pengaturan*)',
  states: [
    { name: 'settings-top', shows: 'As the page opens', address: PAGE, ready: READY, part: 'window' },
    group('status', 'Who the person is', 'status'),
    group('sites', 'Sites', 'sites'),
    group('actions', 'Actions', 'actions'),
    group('strictness', 'Strictness, with what each step would remind of', 'strictness', {
      ready: '.preview tbody tr',
    }),
    group('often', 'How often', 'often'),
    group('regions', 'A region is searched', 'regions', {
      settings: { regions: ['Jawa Barat'] },
      act: async (page) => {
        await page.locator('.regions [role=switch]').first().waitFor();
        await page.locator('.search input[type=search]').fill('kal');
      },
    }),
    group('quiet', 'What is quiet, with the report of a wrong detection', 'quiet', {
      answers: WRONG_MEMORY,
      act: (page) => page.locator('.report summary').click(),
    }),
    group('exceptions', 'Exceptions, one of an entry that is gone', 'exceptions', {
      settings: { exceptions: ['pemilu-2024:nasdem', 'hilang:1'] },
      ready: '.exceptions li',
    }),
    group('import', 'A list from a file, shown before it is installed', 'packs', {
      part: { selector: '.import' },
      act: async (page) => {
        await giveFile(page, '.import input[type=file]', 'daftar.json', JSON.stringify(inventedPack()));
        await page.locator('.import h3, .import .list-preview, .import .button-main').first().waitFor();
      },
    }),
    group('import-refused', 'A file that is no list', 'packs', {
      part: { selector: '.import' },
      act: async (page) => {
        await giveFile(page, '.import input[type=file]', 'daftar.json', INVENTED_TABLE);
        await page.locator('.import .problems').waitFor();
      },
    }),
    group('packs-failed', 'The lists cannot be read', 'packs', {
      answers: { 'packs.list': FAILED },
    }),
    group('sources', 'A signed list by policy, with its history', 'sources', {
      answers: sources(source({})),
      ready: '.source',
      act: async (page) => {
        for (const summary of await page.locator('.source summary').all()) await summary.click();
      },
    }),
    group('sources-stale', 'A signed list past its day, whose host is not reached', 'sources', {
      answers: sources(
        source({
          active: staleRelease(),
          check: { time: Date.now(), result: 'unreachable', details: [] },
        }),
      ),
      ready: '.source',
    }),
    group('sources-held', 'A release that looks like a mistake', 'sources', {
      answers: sources(
        source({
          held: {
            hash: 'c'.repeat(64),
            words: WORDS_OF_KEY,
            title: 'Pemilihan Bupati Rekaan 2031',
            version: '1.3.0',
            reasons: ['remarks', 'drops'],
            remarked: 0.082,
            dropped: 0.61,
          },
          check: { time: Date.now(), result: 'held', details: [] },
        }),
      ),
      ready: '.source',
    }),
    group('sources-twice', 'Two releases under one number', 'sources', {
      answers: sources(
        source({
          equivocations: [
            {
              time: Date.now(),
              epoch: 1,
              seq: 3,
              kept: 'a'.repeat(64),
              keptWords: WORDS_OF_KEY,
              refused: 'b'.repeat(64),
              refusedWords: WORDS_OF_KEY.split(' ').reverse().join(' '),
              seen: false,
            },
          ],
        }),
      ),
      ready: '.source',
    }),
    group('sources-restored', 'A list whose database the browser lost, in use from its copy', 'sources', {
      answers: sources(source({ damage: 'copy', restored: Date.now() })),
      ready: '.source',
    }),
    group('sources-access', 'Firefox: access to the host is to be given', 'sources', {
      answers: sources(
        source({ active: null, history: [], check: { time: Date.now(), result: 'no-access', details: [] } }),
      ),
      ready: '.source',
    }),
    group('sources-empty', 'No signed list', 'sources', { answers: sources() }),
    group('agency', 'What an agency set, with what was rejected', 'agency', {
      before: WITH_POLICY,
      ready: '.card.quiet',
    }),
    group('words', 'Own words, and one that cannot be added', 'words', {
      settings: { words: { watched: ['bakti rekaan'], ignored: ['kampung baru'] } },
      act: async (page) => {
        await page.locator('.words-add input').first().fill('a');
        await page.locator('.words-add .button').first().click();
        await page.locator('.word-fault:not(:empty)').waitFor();
      },
    }),
    group('finished', 'Elections that are over', 'finished'),
    group('log', 'Level of the log', 'log', { settings: { log: 'detailed' } }),
    group('language', 'Language', 'language'),
    group('file', 'Settings from a file, shown before they are used', 'file', {
      act: async (page) => {
        const settings = { log: 'none', spouse: true, sites: 1 };
        const file = { format: 'jaga-netral-settings-1', settings };
        await giveFile(page, '.drop', 'pengaturan.json', JSON.stringify(file));
        await page.locator('.changes').waitFor();
      },
    }),
    group('file-refused', 'A file that holds no settings', 'file', {
      act: async (page) => {
        await giveFile(page, '.drop', 'pengaturan.json', '{"a":1}');
        await page.locator('.file .notice-problem').waitFor();
      },
    }),
    {
      name: 'settings-not-saved',
      shows: 'A change that could not be stored',
      address: PAGE,
      answers: { 'settings.save': FAILED },
      ready: READY,
      part: 'window',
      act: async (page) => {
        await page.locator('[role=switch]').first().click();
        await page.locator('.said-failed:not(:empty)').waitFor();
      },
    },
  ],
};
