import { describe, expect, it, vi } from 'vitest';
import { createReminderMemory } from '../../src/content/reminder-memory.ts';
import type { Occasion } from '../../src/core/reminding/fatigue.ts';
import type { SharedMemory } from '../../src/shared/messages.ts';

const NOW = Date.parse('2030-03-10T12:00:00+07:00');
const shared = (part: Partial<SharedMemory> = {}): SharedMemory => ({
  epoch: 0,
  day: '2030-03-10',
  shown: 0,
  wrong: [],
  entities: [],
  detections: [],
  ...part,
});
const occasion: Occasion = { id: 'x like p 1', post: 'x p', entity: 'a', account: 'x y', strength: 'cue' };
const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

function create(isPrivate = false) {
  const read = vi.fn(() => Promise.resolve(shared({ shown: 4 })));
  const send = vi.fn(() => Promise.resolve(shared({ shown: 5 })));
  const life = new AbortController();
  const memory = createReminderMemory({ now: () => NOW, isPrivate, read, send, signal: life.signal });
  return { memory, read, send, life };
}

describe('memory of reminders in a tab', () => {
  it('counts at once, tells only the entity, and takes what all tabs know', async () => {
    const { memory, send } = create();
    memory.add(occasion, 'continued');
    expect(memory.current()).toMatchObject({ shown: 1, occasions: [occasion.id] });
    expect(send.mock.calls).toEqual([[{ entity: 'a', end: 'continued' }]]);
    await settled();
    expect(memory.current()).toMatchObject({ shown: 5, occasions: [occasion.id] });
    expect(memory.current().accounts).toHaveLength(1);
  });

  it('tells of a wrong detection in closed vocabulary', () => {
    const { memory, send } = create();
    const detection = { entry: 'a', site: 'x', action: 'like', kind: 'alias', isOwn: false } as const;
    memory.add(occasion, 'wrong', detection);
    expect(send.mock.calls).toEqual([[{ entity: 'a', end: 'wrong', detection }]]);
  });

  it('asks again when the tab is looked at again, until it ends', async () => {
    const { read, life } = create();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(read).toHaveBeenCalledTimes(2);
    life.abort();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('forgets posts too when the person has it forgotten', async () => {
    const { memory } = create();
    memory.add(occasion, 'muted-post');
    await settled();
    memory.forget(shared({ epoch: 7 }));
    expect(memory.current()).toMatchObject({ shown: 0, occasions: [], mutedPosts: [], accounts: [] });
  });

  it('an answer from before that does not bring it back', async () => {
    const { memory, read } = create();
    await settled();
    read.mockResolvedValueOnce(shared({ epoch: 0, shown: 9, wrong: ['a'] }));
    document.dispatchEvent(new Event('visibilitychange'));
    memory.forget(shared({ epoch: 7 }));
    await settled();
    expect(memory.current()).toMatchObject({ shown: 0, wrong: [] });
  });

  it('shares again after a wipe of everything, which begins epochs anew', async () => {
    const { memory, send } = create();
    await settled();
    memory.forget(shared({ epoch: 7 }));
    memory.forget(shared({ epoch: 0 }));
    send.mockResolvedValueOnce(shared({ shown: 3 }));
    memory.add(occasion, 'continued');
    expect(send).toHaveBeenLastCalledWith({ entity: 'a', end: 'continued', epoch: 0 });
    await settled();
    expect(memory.current()).toMatchObject({ shown: 3, occasions: [occasion.id] });
  });

  it('learns of it when it is looked at again, where nobody could tell it', async () => {
    const { memory, read } = create();
    await settled();
    memory.forget(shared({ epoch: 7 }));
    memory.add(occasion, 'muted-post');
    await settled();
    read.mockResolvedValueOnce(shared({ epoch: 0, shown: 2 }));
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(memory.current()).toMatchObject({ shown: 2, occasions: [], mutedPosts: [] });
  });

  it('an answer from before that, which comes behind a later one, does not bring it back either', async () => {
    const { memory, read } = create();
    await settled();
    let answer: (memory: SharedMemory) => void = () => undefined;
    read.mockReturnValueOnce(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    document.dispatchEvent(new Event('visibilitychange'));
    read.mockResolvedValueOnce(shared({ epoch: 7 }));
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
    answer(shared({ epoch: 0, shown: 9, wrong: ['a'] }));
    await settled();
    expect(memory.current()).toMatchObject({ shown: 0, wrong: [] });
  });

  it('takes answers of one epoch in any order', async () => {
    const { memory, read, send } = create();
    await settled();
    let answer: (memory: SharedMemory) => void = () => undefined;
    send.mockReturnValueOnce(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    memory.add(occasion, 'continued');
    read.mockResolvedValueOnce(shared({ shown: 4 }));
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
    answer(shared({ shown: 5 }));
    await settled();
    expect(memory.current().shown).toBe(5);
  });

  it('in a private window says nothing to anybody', async () => {
    const { memory, read, send } = create(true);
    memory.add(occasion, 'continued');
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(read).not.toHaveBeenCalled();
    expect(send).not.toHaveBeenCalled();
    expect(memory.current().shown).toBe(1);
  });

  it('a sleeping background changes nothing', async () => {
    const silent = () => Promise.reject(new Error('no answer'));
    const life = new AbortController();
    const memory = createReminderMemory({
      now: () => NOW,
      isPrivate: false,
      read: silent,
      send: silent,
      signal: life.signal,
    });
    memory.add(occasion, 'cancelled');
    await settled();
    expect(memory.current().shown).toBe(1);
  });
});
