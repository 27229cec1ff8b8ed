import './fake-browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerMessages, send } from '../../src/shared/messages.ts';
import { fakeBrowser, resetBrowser } from './fake-browser.ts';

beforeEach(resetBrowser);

describe('answerMessages', () => {
  it('gives the sender what the promise brings, also null', async () => {
    answerMessages(() => Promise.resolve({ stored: true }));
    expect(await send('log.add', {} as never)).toEqual({ stored: true });
    resetBrowser();
    answerMessages(() => Promise.resolve(null));
    expect(await send('log.clear', null)).toBeNull();
  });

  it('tells the sender of a failure, with its reason', async () => {
    answerMessages(() => Promise.reject(new Error('refused')));
    await expect(send('log.clear', null)).rejects.toThrow('refused');
    resetBrowser();
    answerMessages(() => Promise.reject('no error'));
    await expect(send('log.clear', null)).rejects.toThrow('failed');
  });

  it('leaves to others what it does not own', async () => {
    answerMessages(() => undefined);
    answerMessages((message) => Promise.resolve(message));
    expect(await send('log.clear', null)).toEqual({ name: 'log.clear', payload: null });
  });

  it('gives the browser true for an answer to come and nothing else, which every browser understands', async () => {
    const given = async (answer: Promise<unknown> | undefined) => {
      resetBrowser();
      answerMessages(() => answer);
      return fakeBrowser.runtime.onMessage.trigger({}, {}, () => undefined);
    };
    expect(await given(Promise.resolve(1))).toEqual([true]);
    expect(await given(undefined)).toEqual([undefined]);
  });
});

describe('send', () => {
  const failing = (...words: readonly string[]) => {
    const sendMessage = vi.fn();
    for (const said of words) sendMessage.mockRejectedValueOnce(new Error(said));
    Object.assign(fakeBrowser.runtime, { sendMessage: sendMessage.mockResolvedValue(null) });
    return sendMessage;
  };
  const nobody = 'Could not establish connection. Receiving end does not exist.';

  it('sends again what nobody received, because the background just went to sleep', async () => {
    const sendMessage = failing(nobody);
    expect(await send('log.clear', null)).toBeNull();
    expect(sendMessage.mock.calls).toEqual(Array(2).fill([{ name: 'log.clear', payload: null }]));
  });

  it('not for ever, and nothing that somebody may have received', async () => {
    failing(nobody, nobody);
    await expect(send('log.clear', null)).rejects.toThrow(nobody);
    const sendMessage = failing('The message port closed before a response was received.');
    await expect(send('log.clear', null)).rejects.toThrow('port closed');
    expect(sendMessage).toHaveBeenCalledOnce();
  });
});

describe('browser', () => {
  it('is `chrome` where `browser` is not there, or is an element of the page', async () => {
    const { browser } = globalThis as { browser?: unknown };
    const apiOf = async (value: unknown) => {
      vi.resetModules();
      Object.assign(globalThis, { browser: value });
      return (await import('../../src/shared/browser.ts')).browser;
    };
    Object.assign(globalThis, { chrome: { runtime: { id: 'chrome' } } });
    try {
      expect((await apiOf(undefined)).runtime.id).toBe('chrome');
      expect((await apiOf({ tagName: 'DIV' })).runtime.id).toBe('chrome');
      expect((await apiOf({ runtime: { id: 'browser' } })).runtime.id).toBe('browser');
    } finally {
      Object.assign(globalThis, { browser, chrome: browser });
    }
  });
});
