import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Presence } from '../../src/reminder/presence.ts';
import { type Answer, type OpenReminder, openReminder, outcomeOf } from '../../src/reminder/reminder.ts';
import type { ReminderText } from '../../src/shared/reminder-text.ts';

const presence = vi.hoisted(() => ({
  isArmed: true,
  isSeen: true,
  stopped: 0,
  lost: (): void => undefined,
}));
// jsdom has no top layer, so there is nothing to watch but the word of the test.
vi.mock('../../src/reminder/presence.ts', () => ({
  watchPresence: (_presented: unknown, lost: () => void): Presence => {
    presence.lost = lost;
    return {
      isArmed: () => presence.isArmed,
      isSeen: () => presence.isSeen,
      stop: () => {
        presence.stopped += 1;
      },
    };
  },
}));

const TEXT: ReminderText = {
  language: 'id',
  title: 'Judul',
  foundLabel: 'Ditemukan:',
  found: ['coblos nomor 2'],
  more: '',
  rule: 'Aturan',
  sanctions: [],
  advice: '',
  local: 'Hanya di perangkat ini.',
  cancel: 'Batalkan',
  proceed: 'Lanjutkan',
  holdHelp: '',
  why: { title: 'Mengapa?', wordsLabel: 'Kata', words: { before: '', word: 'coblos', behind: '' }, rows: [] },
  wrong: 'Salah deteksi',
  mutePost: 'Jangan ingatkan lagi',
  look: 0,
};

let root: ShadowRoot;
/** Listeners by their element and type: jsdom cannot make a trusted event, so they are called with one that says so. */
let listeners: Map<EventTarget, Map<string, (event: unknown) => void>>;
beforeAll(() => {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    root = attach.call(this, init);
    return root;
  };
  HTMLDialogElement.prototype.close = () => undefined;
});
beforeEach(() => {
  Object.assign(presence, { isArmed: true, isSeen: true, stopped: 0 });
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  listeners = new Map();
  const add = EventTarget.prototype.addEventListener;
  vi.spyOn(EventTarget.prototype, 'addEventListener').mockImplementation(function (
    this: EventTarget,
    ...given: Parameters<typeof add>
  ) {
    const [type, listener] = given;
    const known = listeners.get(this) ?? new Map();
    listeners.set(this, known.set(type, listener));
    return add.apply(this, given);
  });
});
afterEach(() => {
  presence.lost();
  vi.restoreAllMocks();
});

interface Press {
  readonly isTrusted?: boolean;
  readonly detail?: number;
}

/** The answer after these presses, or undefined while there is none. */
async function pressed(
  reminder: OpenReminder,
  name: (typeof NAMES)[number],
  { isTrusted = true, detail = 1 }: Press = {},
): Promise<Answer | undefined> {
  const [wrong, mute] = root.querySelectorAll('.quiet');
  const button = {
    wrong,
    mute,
    cancel: root.querySelector('.cancel'),
    continue: root.querySelector('.continue'),
  }[name];
  const stopPropagation = vi.fn();
  listeners.get(button as Element)?.get('click')?.({ isTrusted, detail, timeStamp: 1_000, stopPropagation });
  expect(stopPropagation).toHaveBeenCalledOnce();
  return Promise.race([reminder.answer, new Promise<undefined>((resolve) => setTimeout(resolve, 0))]);
}

const ANSWERS = { cancel: 'cancelled', continue: 'continued', wrong: 'wrong', mute: 'muted-post' } as const;
const NAMES = ['cancel', 'continue', 'wrong', 'mute'] as const;
const PROCEEDING = ['continue', 'wrong', 'mute'] as const;

describe('a press in the reminder', () => {
  it.each(NAMES)('%s: of a person, alone and in sight, answers, and the reminder goes', async (name) => {
    const reminder = openReminder(TEXT);
    expect(await pressed(reminder, name)).toBe(ANSWERS[name]);
    expect(reminder.host.isConnected).toBe(false);
    expect(presence.stopped).toBeGreaterThan(0);
  });

  it.each(NAMES)('%s: of a script is nothing', async (name) => {
    const reminder = openReminder(TEXT);
    expect(await pressed(reminder, name, { isTrusted: false })).toBeUndefined();
    expect(reminder.host.isConnected).toBe(true);
  });

  it.each(NAMES)('%s: the other half of a double click is nothing', async (name) => {
    const reminder = openReminder(TEXT);
    expect(await pressed(reminder, name, { detail: 2 })).toBeUndefined();
  });

  it.each(NAMES)('%s: a key, which has no number of clicks, counts', async (name) => {
    expect(await pressed(openReminder(TEXT), name, { detail: 0 })).toBe(ANSWERS[name]);
  });

  it('nothing counts before it was on top for the arming time', async () => {
    presence.isArmed = presence.isSeen = false;
    const reminder = openReminder(TEXT);
    for (const name of NAMES) expect(await pressed(reminder, name)).toBeUndefined();
  });

  it.each(PROCEEDING)('%s wants to have been seen', async (name) => {
    presence.isSeen = false;
    expect(await pressed(openReminder(TEXT), name)).toBeUndefined();
  });

  it('Batalkan needs no more than to be on top', async () => {
    presence.isSeen = false;
    expect(await pressed(openReminder(TEXT), 'cancel')).toBe('cancelled');
  });

  it('Lanjutkan of the gravest actions wants to be held, the others do not', async () => {
    const held = { ...TEXT, holdHelp: 'Tahan tombol' };
    const reminder = openReminder(held);
    expect(await pressed(reminder, 'continue')).toBeUndefined();
    expect(root.querySelector('.help')?.textContent).toBe('Tahan tombol');
    expect(await pressed(reminder, 'cancel')).toBe('cancelled');
    for (const name of ['wrong', 'mute'] as const)
      expect(await pressed(openReminder(held), name)).toBe(ANSWERS[name]);
  });
});

describe('the reminder', () => {
  const dialog = () => root.querySelector('dialog') as HTMLDialogElement;
  const answerOf = (reminder: OpenReminder) =>
    Promise.race([reminder.answer, new Promise<undefined>((resolve) => setTimeout(resolve, 0))]);

  it.each([
    [true, 'cancelled'],
    [false, undefined],
  ] as const)('Escape, trusted %s: %s, and never closed by the browser', async (isTrusted, answer) => {
    const reminder = openReminder(TEXT);
    const preventDefault = vi.fn();
    listeners.get(dialog())?.get('cancel')?.({ isTrusted, preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(await answerOf(reminder)).toBe(answer);
  });

  it('closed by anybody else is closed; open again, when it was put on top, it stays', async () => {
    const reminder = openReminder(TEXT);
    dialog().dispatchEvent(new Event('close'));
    expect(await answerOf(reminder)).toBeUndefined();
    dialog().open = false;
    dialog().dispatchEvent(new Event('close'));
    expect(await answerOf(reminder)).toBe('closed');
  });

  it('that was taken away is closed, which is never a continue', async () => {
    const reminder = openReminder(TEXT);
    presence.lost();
    expect(await reminder.answer).toBe('closed');
    expect(outcomeOf('closed')).toBe('closed');
  });

  it('calls a wrong detection and silence for a post a continue in the log', () => {
    expect((['cancelled', 'continued', 'wrong', 'muted-post'] as const).map(outcomeOf)).toEqual([
      'cancelled',
      'continued',
      'continued',
      'continued',
    ]);
  });

  it('that cannot be shown throws and leaves nothing', () => {
    HTMLDialogElement.prototype.showModal = () => {
      throw new DOMException('not in a document', 'InvalidStateError');
    };
    const before = document.documentElement.childElementCount;
    expect(() => openReminder(TEXT)).toThrow('not in a document');
    expect(document.documentElement.childElementCount).toBe(before);
  });

  it('takes the focus to Batalkan, and gives it back where it was', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    const reminder = openReminder(TEXT);
    expect(root.activeElement?.className).toBe('cancel');
    expect(await pressed(reminder, 'cancel')).toBe('cancelled');
    expect(document.activeElement).toBe(field);
    field.remove();
  });
});
