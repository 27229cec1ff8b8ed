import './fake-browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createListener } from '../../src/background/handlers.ts';
import { createLogStore } from '../../src/background/log/log-store.ts';
import { createConfirmations } from '../../src/content/confirm.ts';
import type { ReminderText } from '../../src/shared/reminder-text.ts';
import { contentSender, fakeBrowser, NOON, pageSender, resetBrowser } from './fake-browser.ts';

const text: ReminderText = {
  language: 'en',
  title: 'One moment',
  foundLabel: 'Found:',
  found: ['coblos nomor 2'],
  more: '',
  rule: 'rule',
  sanctions: [],
  advice: '',
  local: '',
  cancel: 'Cancel',
  proceed: 'Continue',
  holdHelp: '',
  why: { title: '', wordsLabel: '', words: { before: '', word: '', behind: '' }, rows: [] },
  wrong: '',
  mutePost: '',
  look: 0,
};
const ID = '0123456789abcdef0123456789abcdef';

beforeEach(resetBrowser);

describe('a question of a small frame', () => {
  const ids = [ID, 'f'.repeat(32)];
  let opened: unknown[];
  let confirmations: ReturnType<typeof createConfirmations>;
  beforeEach(() => {
    opened = [];
    let count = 0;
    confirmations = createConfirmations(() => ids[count++] ?? '');
    fakeBrowser.runtime.onMessage.addListener((message: unknown) => {
      opened.push(message);
      return Promise.resolve(null);
    });
  });
  const read = (id: string) => confirmations.receive({ name: 'confirm.read', payload: { id } });
  const answer = (id: string, outcome: string) =>
    confirmations.receive({ name: 'confirm.answer', payload: { id, outcome } });

  it('asks for a page, gives it the text, and takes one answer', async () => {
    const asked = confirmations.ask(text);
    expect(opened).toEqual([{ name: 'confirm.open', payload: { id: ID } }]);
    expect(await read(ID)).toBe(text);
    await answer(ID, 'continued');
    expect(await asked).toBe('continued');
    // The page may be loaded again; there is nothing left to answer.
    expect(await read(ID)).toBeNull();
    await answer(ID, 'cancelled');
  });

  it('is closed by the next one, whose answer the older page cannot give', async () => {
    const first = confirmations.ask(text);
    const second = confirmations.ask(text);
    expect(await first).toBe('closed');
    expect(await read(ID)).toBeNull();
    await answer(ID, 'continued');
    await answer(ids[1] ?? '', 'cancelled');
    expect(await second).toBe('cancelled');
  });

  it('fails when nobody opens the page', async () => {
    fakeBrowser.reset();
    await expect(confirmations.ask(text)).rejects.toThrow();
  });

  it('leaves other messages alone', () => {
    expect(confirmations.receive({ name: 'tab.query', payload: null })).toBeUndefined();
    expect(confirmations.receive(undefined)).toBeUndefined();
  });
});

describe('the background', () => {
  const now = () => NOON;
  const listen = () => createListener(createLogStore(now), now);
  const open = (id: unknown, sender = contentSender()) =>
    listen()({ name: 'confirm.open', payload: { id } }, { ...sender, frameId: 3 });

  it('opens our page with the way back to the frame, and nothing else', async () => {
    const create = vi.spyOn(fakeBrowser.windows, 'create').mockResolvedValue({} as never);
    expect(await open(ID)).toBeNull();
    expect(create).toHaveBeenCalledTimes(1);
    expect(create.mock.calls[0]?.[0]).toMatchObject({
      type: 'popup',
      url: expect.stringMatching(new RegExp(`/pages/confirm/index\\.html#id=${ID}&tab=7&frame=3$`)),
    });
  });

  it.each([['<b>'], [`${ID}0`], [7]])('refuses the id %j', async (id) => {
    await expect(open(id)).rejects.toThrow('refused');
  });

  it('refuses pages of ours', async () => {
    await expect(open(ID, pageSender())).rejects.toThrow('refused');
  });
});
