import './fake-browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createListener } from '../../src/background/handlers.ts';
import { createLogStore } from '../../src/background/log/log-store.ts';
import type { SharedMemory } from '../../src/shared/messages.ts';
import { contentSender, fakeBrowser, NOON, pageSender, resetBrowser, storedState } from './fake-browser.ts';

let listener: ReturnType<typeof createListener>;
const ask = (name: string, payload: unknown, sender = contentSender()) =>
  listener({ name, payload }, sender) as Promise<SharedMemory>;
const add = (entity: string | null, end = 'continued', sender = contentSender()) =>
  ask('memory.add', { entity, end }, sender);

beforeEach(() => {
  resetBrowser();
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
  listener = createListener(
    createLogStore(() => NOON),
    () => NOON,
  );
});

describe('what tabs share of reminders', () => {
  it('is empty at first, and grows by what tabs tell', async () => {
    expect(await ask('memory.read', null)).toEqual({
      epoch: 0,
      day: '',
      shown: 0,
      wrong: [],
      entities: [],
      detections: [],
    });
    await add('a');
    await add('a', 'cancelled');
    await add(null, 'hinted');
    const memory = await add('b', 'wrong');
    expect(memory).toMatchObject({ day: '2026-11-24', shown: 3, wrong: ['b'] });
    expect(memory.entities).toEqual([
      { id: 'a', reminded: NOON, hinted: 0, continued: 0 },
      { id: 'b', reminded: NOON, hinted: 0, continued: 1 },
    ]);
    expect(await ask('memory.show', null, pageSender())).toEqual(memory);
  });

  it('drops what was on its way while everything was forgotten', async () => {
    const { epoch } = await add('a');
    await ask('memory.forget', null, pageSender());
    const late = await ask('memory.add', { entity: 'b', end: 'continued', epoch });
    expect(late).toMatchObject({ epoch: NOON, shown: 0, entities: [] });
    const next = await ask('memory.add', { entity: 'b', end: 'continued', epoch: late.epoch });
    expect(next).toMatchObject({ shown: 1, entities: [{ id: 'b' }] });
  });

  it('a wipe of everything begins anew, and tells open tabs so', async () => {
    await ask('memory.forget', null, pageSender());
    const { epoch } = await add('a');
    fakeBrowser.tabs.query = vi.fn(() => Promise.resolve([{ id: 3 }])) as never;
    const sent = vi.fn(() => Promise.resolve(null));
    fakeBrowser.tabs.sendMessage = sent as never;
    await ask('data.reset', null, pageSender());
    expect((sent.mock.calls.at(-1) as unknown[] | undefined)?.slice(0, 2)).toEqual([
      3,
      { name: 'memory.forgotten', payload: expect.objectContaining({ epoch: 0, shown: 0, entities: [] }) },
    ]);
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    const late = await ask('memory.add', { entity: 'b', end: 'continued', epoch });
    expect(late).toMatchObject({ epoch: 0, shown: 0, entities: [] });
    const next = await ask('memory.add', { entity: 'b', end: 'continued', epoch: late.epoch });
    expect(next).toMatchObject({ shown: 1, entities: [{ id: 'b' }] });
  });

  it('keeps of a wrong detection what a report may say, and of nothing else', async () => {
    const detection = { entry: 'b', site: 'x', action: 'like', kind: 'alias', isOwn: false };
    await ask('memory.add', { entity: 'a', end: 'continued', detection: { ...detection, entry: 'a' } });
    const { detections } = await ask('memory.add', { entity: 'b', end: 'wrong', detection });
    expect(detections).toEqual([detection]);
  });

  it('keeps the latest two hundred of them', async () => {
    const detection = { site: 'x', action: 'like', kind: 'alias', isOwn: false };
    for (let index = 0; index < 203; index += 1)
      await ask('memory.add', {
        entity: 'b',
        end: 'wrong',
        detection: { ...detection, entry: `b:${index}` },
      });
    const { detections } = await ask('memory.read', null);
    expect([detections.length, detections[0]?.entry]).toEqual([200, 'b:3']);
  });

  it('loses nothing when two tabs tell at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => add('a')));
    expect((await ask('memory.read', null)).entities[0]?.continued).toBe(20);
  });

  it('never reaches the disk', async () => {
    const before = await storedState();
    await add('a');
    expect(await storedState()).toEqual(before);
  });

  it('has nothing of a private window', async () => {
    await add('a', 'continued', contentSender({ incognito: true }));
    expect((await ask('memory.read', null)).entities).toEqual([]);
  });

  it('is forgotten on the word of a page, also in the tabs', async () => {
    await add('a');
    fakeBrowser.tabs.query = vi.fn(() => Promise.resolve([{ id: 3 }, { id: 4 }])) as never;
    const sent = vi.fn(() => Promise.reject(new Error('no listener')));
    fakeBrowser.tabs.sendMessage = sent as never;
    await ask('memory.forget', null, pageSender());
    const forgotten = { epoch: NOON, day: '', shown: 0, wrong: [], entities: [], detections: [] };
    expect(await ask('memory.read', null)).toEqual(forgotten);
    expect(sent.mock.calls.map((call) => (call as unknown[]).slice(0, 2))).toEqual(
      [3, 4].map((id) => [id, { name: 'memory.forgotten', payload: forgotten }]),
    );
  });

  it('each time it is forgotten counts, also within one millisecond', async () => {
    await ask('memory.forget', null, pageSender());
    await ask('memory.forget', null, pageSender());
    expect((await ask('memory.read', null)).epoch).toBe(NOON + 1);
  });

  it('a page of a site may not have it forgotten, and no tab may say what it likes', async () => {
    await expect(ask('memory.forget', null)).rejects.toThrow('refused');
    await expect(ask('memory.show', null)).rejects.toThrow('refused');
    await expect(ask('memory.add', { entity: 'a', end: 'loved' })).rejects.toThrow('refused');
    await expect(ask('memory.add', { entity: 'a'.repeat(81), end: 'wrong' })).rejects.toThrow('refused');
    await expect(ask('memory.add', { entity: 'a', end: 'wrong', text: 'x' })).rejects.toThrow('refused');
    const detection = { entry: 'a', site: 'x', action: 'like', kind: 'alias', isOwn: false };
    for (const change of [{ site: 'y' }, { kind: 'Bima Arunika' }, { action: '' }, { text: 'kiriman' }])
      await expect(
        ask('memory.add', { entity: 'a', end: 'wrong', detection: { ...detection, ...change } }),
      ).rejects.toThrow('refused');
  });

  it('what somebody else stored there counts as nothing', async () => {
    await fakeBrowser.storage.session.set({ reminders: { epoch: 1, entities: 'all' } });
    expect(await ask('memory.read', null)).toMatchObject({ epoch: 0, entities: [] });
    expect((await add('a')).entities).toHaveLength(1);
  });
});
