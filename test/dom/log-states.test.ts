import '../unit/fake-browser.ts';
import './effects-at-once.ts';
import { h, render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LogLevel } from '../../src/core/log/log.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import { FAILURES } from '../../src/pages/log/failure.ts';
import { IDLE_MS } from '../../src/pages/log/idle.ts';
import { LogPage } from '../../src/pages/log/page.tsx';
import { startPage } from '../../src/pages/parts/frame.tsx';
import { type TextKey, textsFor } from '../../src/pages/texts.ts';
import type { LogState } from '../../src/shared/messages.ts';
import { eventually } from '../eventually.ts';
import { fakeBrowser, resetBrowser } from '../unit/fake-browser.ts';

interface Shown {
  readonly language?: 'id' | 'en';
  readonly level?: LogLevel;
  readonly state?: Partial<LogState>;
  readonly total?: number;
  /** What a message answers in place of the usual. */
  readonly answers?: Readonly<Record<string, () => unknown>>;
}

const sent: string[] = [];

/** The page over a background that has no row. */
async function open({ language = 'id', level = 'brief', state = {}, total = 0, answers = {} }: Shown = {}) {
  const status: LogState = { lock: 'off', rows: total, details: 0, unsealed: 0, lost: 0, ...state };
  await fakeBrowser.storage.local.set({ settings: { ...defaultSettings(), language, log: level } });
  const usual: Record<string, () => unknown> = {
    'log.state': () => status,
    'log.list': () => ({ rows: '[]', total }),
    'log.acknowledge': () => null,
    'lock.open': () => ({ opened: false }),
    'lock.close': () => null,
  };
  fakeBrowser.runtime.sendMessage = vi.fn(async ({ name }: { name: string }) => {
    sent.push(name);
    return { ...usual, ...answers }[name]?.();
  }) as never;
  startPage('log.page.title', h(LogPage, {}));
  await eventually(() => expect(document.querySelector('h1')).not.toBeNull());
}

const shown = () => document.body.textContent ?? '';
const says = (key: TextKey, parameters: Record<string, string> = {}, language: 'id' | 'en' = 'id') =>
  eventually(() => expect(shown()).toContain(textsFor(language).say(key, parameters)));
const press = (key: TextKey) => {
  const name = textsFor('id').say(key);
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  if (!button) throw new Error(`no button ${name}`);
  button.click();
};

beforeEach(() => {
  resetBrowser();
  sent.length = 0;
  document.body.innerHTML = '<div id="app"></div>';
  // jsdom has no layout.
  window.matchMedia = (() => ({ matches: false, addEventListener() {}, removeEventListener() {} })) as never;
});
afterEach(() => {
  const root = document.getElementById('app');
  if (root) render(null, root);
  vi.useRealTimers();
});

describe.each(['id', 'en'] as const)('in %s', (language) => {
  test('empty', async () => {
    await open({ language });
    await says('log.empty.title', {}, language);
    await says('log.empty.text', {}, language);
    const alerts = [...document.querySelectorAll('[role=alert]')];
    expect(alerts.map(({ textContent }) => textContent).join('')).toBe('');
  });

  test('switched off', async () => {
    await open({ language, level: 'none' });
    await says('log.off.text', {}, language);
    expect(shown()).not.toContain(textsFor(language).say('log.empty.text'));
  });

  test('loading', async () => {
    await open({ language, answers: { 'log.state': () => new Promise(() => {}) } });
    await says('log.load.waiting', {}, language);
    expect(document.querySelector('[role=tab]')).toBeNull();
  });

  test.each(FAILURES)('%s, announced, with another try', async (failure) => {
    let failing = true;
    const list = () => {
      if (!failing) return { rows: '[]', total: 0 };
      return failure === 'unavailable' ? undefined : { failure: `log: ${failure}` };
    };
    await open({ language, answers: { 'log.list': list } });
    await says(`log.failure.${failure}`, {}, language);
    expect(document.querySelector('.notice-problem [role=alert]')?.textContent).toBe(
      textsFor(language).say(`log.failure.${failure}`),
    );
    failing = false;
    document.querySelector<HTMLElement>('.notice-problem button')?.click();
    await says('log.empty.title', {}, language);
  });

  test('lost rows', async () => {
    await open({ language, state: { lost: 1_200 } });
    const text = textsFor(language).count('log.lost.text', 1_200);
    await eventually(() => expect(shown()).toContain(text));
  });

  test('rows to be sealed anew', async () => {
    await open({ language, state: { unsealed: 40 } });
    const text = textsFor(language).count('log.unsealed.text', 40);
    await eventually(() => expect(shown()).toContain(text));
  });

  test('locked: how many rows, and nothing else of them', async () => {
    await open({ language, state: { lock: 'locked' }, total: 7 });
    await says('log.locked.title', {}, language);
    expect(shown()).toContain(textsFor(language).count('log.locked.rows', 7));
    expect(document.querySelector('[role=tab], [role=table]')).toBeNull();
  });
});

test('every failure has words of its own in both languages', () => {
  for (const language of ['id', 'en'] as const) {
    const texts = FAILURES.map((failure) => textsFor(language).say(`log.failure.${failure}`));
    expect(new Set(texts).size).toBe(FAILURES.length);
    for (const text of texts) expect(text).not.toMatch(/IndexedDB|worker|database|error/i);
  }
});

test('lost rows are told of until the person says that it was read', async () => {
  let lost = 3;
  const state = () => ({ lock: 'off', rows: 0, details: 0, unsealed: 0, lost });
  const acknowledge = () => {
    lost = 0;
    return null;
  };
  await open({ answers: { 'log.state': state, 'log.acknowledge': acknowledge } });
  await says('log.lost.read');
  press('log.lost.read');
  await eventually(() => expect(document.querySelector('.notice-problem')).toBeNull());
  expect(sent).toContain('log.acknowledge');
});

test('a wrong passphrase is said, and so is a lock that could not be tried', async () => {
  let answer: unknown = { opened: false };
  await open({ state: { lock: 'locked' }, answers: { 'lock.open': () => answer } });
  await says('log.locked.open');
  press('log.locked.open');
  await says('log.locked.wrong');
  answer = undefined;
  press('log.locked.open');
  await says('log.locked.failed');
});

test('an open lock closes after five minutes without use, and the page says that it is locked', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  await open({ state: { lock: 'unlocked' } });
  await says('log.empty.title');
  vi.advanceTimersByTime(IDLE_MS);
  await says('log.locked.title');
  expect(sent).toContain('lock.close');
});
