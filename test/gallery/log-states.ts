import type { Page } from 'playwright';
import type { LogRow } from '../../src/core/log/log.ts';
import { HOUR_MS } from '../../src/core/log/log-id.ts';
import { packLogPage } from '../../src/shared/log-page-text.ts';
import type { LogEntry, LogState } from '../../src/shared/messages.ts';
import { logRowAt } from '../log-row.ts';
import type { Answer, Answers, GalleryPage, GalleryState } from './state.ts';

const PAGE = 'log/index.html';

const KINDS: readonly Partial<LogRow>[] = [
  { site: 'x', action: 'like', outcome: 'continued' },
  { site: 'x', action: 'repost', outcome: 'cancelled', category: 'campaign' },
  { site: 'facebook', action: 'share', outcome: 'cancelled', category: 'party' },
  { site: 'instagram', action: 'comment', outcome: 'closed', category: 'general' },
  { site: 'facebook', action: 'join', outcome: 'continued' },
  { site: 'instagram', action: 'like', outcome: 'cancelled' },
];

/** Newest first, some hours apart; with details as level *Rinci* has them, or without. */
function rows(count: number, detailed: boolean): readonly LogEntry[] {
  return Array.from({ length: count }, (_, place) => {
    const moment = Date.now() - place * 9 * HOUR_MS;
    const row = logRowAt(moment, new Uint8Array(12).fill(255 - (place % 200)), KINDS[place % KINDS.length]);
    const link = { x: 'https://x.com/i/status/1900000000000000001', facebook: null, instagram: null }[
      row.site as 'x'
    ];
    const detail = { id: row.id, term: 'nomor 2', excerpt: 'Kawan, ayo coblos nomor 2', link };
    return { ...row, detail: detailed ? detail : null };
  });
}

const state = (change: Partial<LogState> = {}): readonly Answer[] => [
  { value: { lock: 'off', rows: 14, details: 0, unsealed: 0, lost: 0, ...change } satisfies LogState },
];
const list = (count: number, detailed = false, total = count): Answer => ({
  value: packLogPage({ rows: rows(count, detailed), total }),
});
const filled: Answers = { 'log.state': state(), 'log.list': [list(14)] };
const detailed: Answers = { 'log.state': state({ details: 14 }), 'log.list': [list(14, true)] };
const failing = (answer: Answer): Answers => ({ 'log.state': [answer], 'log.list': [answer] });

const ROWS = '.log-row';
const openFilters = (page: Page) => page.locator('.filters summary').click();

const FAILURES: readonly GalleryState[] = (
  [
    ['failed', 'The log cannot be opened', { failure: 'log: failed' }],
    ['blocked', 'Another window holds the database', { failure: 'log: blocked' }],
    ['newer', 'A newer version wrote the database', { failure: 'log: newer' }],
    ['full', 'The disk is full', { failure: 'log: full' }],
    ['unavailable', 'The worker does not answer', { nobody: true }],
  ] as const
).map(([failure, shows, answer]) => ({
  name: `log-${failure}`,
  shows,
  address: PAGE,
  answers: failing(answer),
  ready: '.notice-problem',
}));

export const LOG_PAGE: GalleryPage = {
  title: 'Log (*Catatan*)',
  states: [
    { name: 'log-list', shows: 'Rows by day', address: PAGE, answers: filled, ready: ROWS },
    {
      name: 'log-filters',
      shows: 'By outcome, with a filter that the address holds',
      address: `${PAGE}#view=outcome&site=x`,
      answers: filled,
      ready: '.log-group',
    },
    {
      name: 'log-nothing-found',
      shows: 'A filter that no row passes',
      address: `${PAGE}#action=quote`,
      answers: filled,
      ready: '.empty',
      act: async (page) => {
        if (!(await page.locator('.filters[open]').count())) await openFilters(page);
      },
    },
    {
      name: 'log-detail',
      shows: 'At *Rinci*: words and link of a post, once they are asked for',
      address: PAGE,
      settings: { log: 'detailed' },
      answers: detailed,
      ready: ROWS,
      act: async (page) => {
        await page.locator('.log-row [aria-expanded]').first().click();
        await page.locator('.detail').waitFor();
      },
    },
    {
      name: 'log-charts',
      shows: 'Charts with their tables',
      address: `${PAGE}#tab=charts`,
      answers: { 'log.state': state({ rows: 40 }), 'log.list': [list(40)] },
      ready: 'canvas',
      act: async (page) => {
        for (const table of await page.locator('[role=tabpanel] details:not(.filters) summary').all())
          await table.click();
      },
    },
    {
      name: 'log-undo',
      shows: '*Bersih-bersih*: what was carried through',
      address: `${PAGE}#tab=undo`,
      settings: { log: 'detailed' },
      answers: detailed,
      ready: '.undo-item',
      act: (page) => page.locator('.undo-item input').first().click(),
    },
    {
      name: 'log-files',
      shows: 'Export and deletion',
      address: `${PAGE}#tab=files`,
      answers: filled,
      ready: '.deletion',
    },
    {
      name: 'log-ask',
      shows: 'The question before everything is deleted',
      address: `${PAGE}#tab=files`,
      answers: filled,
      ready: '.deletion',
      part: 'window',
      act: async (page) => {
        await page.locator('div.deletion .button-grave').last().click();
        await page.locator('dialog').waitFor();
      },
    },
    {
      name: 'log-lock',
      shows: 'A lock is to be set, and the passphrases differ',
      address: `${PAGE}#tab=lock`,
      answers: filled,
      ready: '.secret input',
      act: async (page) => {
        await page.locator('.secret input').first().fill('padi menguning');
        await page.locator('.secret input').last().fill('padi');
        await page.locator('.secret .button-main').click();
      },
    },
    {
      name: 'log-unlocked',
      shows: 'Open under a lock',
      address: `${PAGE}#tab=lock`,
      answers: { ...filled, 'log.state': state({ lock: 'unlocked' }) },
      ready: '#lock-title',
    },
    {
      name: 'log-locked',
      shows: 'Locked, and a wrong passphrase',
      address: PAGE,
      answers: { 'log.state': state({ lock: 'locked' }), 'lock.open': [{ value: { opened: false } }] },
      ready: '.locked',
      act: async (page) => {
        await page.locator('.secret input').fill('salah sekali');
        await page.locator('.secret .button-main').click();
        await page.locator('[aria-invalid=true]').waitFor();
      },
    },
    {
      name: 'log-empty',
      shows: 'No row yet',
      address: PAGE,
      answers: { 'log.state': state({ rows: 0 }), 'log.list': [list(0)] },
      ready: '.empty',
    },
    {
      name: 'log-off',
      shows: 'Switched off (*Tanpa catatan*)',
      address: PAGE,
      settings: { log: 'none' },
      answers: { 'log.state': state({ rows: 0 }), 'log.list': [list(0)] },
      ready: '.empty',
    },
    {
      name: 'log-waiting',
      shows: 'The log is being opened',
      address: PAGE,
      answers: failing({ never: true }),
      ready: 'main > [role=status]',
    },
    {
      name: 'log-loading',
      shows: 'The first rows are there, more are coming',
      address: PAGE,
      answers: {
        'log.state': state({ rows: 4_200 }),
        'log.list': [list(50, false, 4_200), { never: true }],
      },
      ready: '.loading',
      part: 'window',
    },
    {
      name: 'log-stopped',
      shows: 'Loading stopped half way',
      address: PAGE,
      answers: {
        'log.state': state({ rows: 4_200 }),
        'log.list': [list(50, false, 4_200), { nobody: true }],
      },
      ready: '.notice-problem',
      part: 'window',
    },
    {
      name: 'log-lost',
      shows: 'Rows are gone that nobody deleted',
      address: PAGE,
      answers: { ...filled, 'log.state': state({ lost: 5 }) },
      ready: '.notice-problem',
    },
    {
      name: 'log-job',
      shows: 'Long work (rows are sealed anew), which can be stopped',
      address: PAGE,
      answers: {
        ...filled,
        'log.state': state({ lock: 'unlocked', unsealed: 3_000 }),
        'log.reseal': [{ value: { left: 1_800 } }, { never: true }],
      },
      ready: '.notice-remark',
      act: async (page) => {
        await page.locator('.notice-remark .button').click();
        await page.locator('.job-count:not(:empty)').waitFor();
      },
    },
    ...FAILURES,
  ],
};
