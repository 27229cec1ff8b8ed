import { beforeEach, describe, expect, test, vi } from 'vitest';

vi.mock('../../src/content/lifetime.ts', () => ({ isAlive: () => true }));
const { button, showPage, site, start } = await import('./interceptor.ts');

beforeEach(showPage);

describe('a second press', () => {
  const picture = (post: string) => button(post).previousElementSibling as Element;
  const at = (clientX: number) => ({ button: 0, clientX, clientY: 40 });
  /** One whole press at a time in milliseconds; `detail` is what the browser counts. */
  function presses(
    post: string,
    times: readonly number[],
    { x = (_index: number): number => 40, details = [1, 1, 1, 1] } = {},
  ) {
    const started = start();
    const seen = times.map((time, index) => {
      const target = picture(post);
      const place = at(x(index));
      const detail = details[index] ?? 1;
      return ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'].map((type) => {
        const kind = type.startsWith('pointer') ? PointerEvent : MouseEvent;
        return started.trusted(new kind(type, { ...place, detail }), target, time);
      });
    });
    const after = started.trusted(new MouseEvent('dblclick', at(40)), picture(post));
    return { ...started, seen: seen.map((press) => press.map(({ stopped }) => stopped)), after };
  }
  const none = [false, false, false, false, false];
  const all = [true, true, true, true, true];

  test('on a picture of a campaign post is held whole, with the event that follows it; the first passes', () => {
    const { hold, seen, after } = presses('campaign', [1_000, 1_300]);
    expect(seen).toEqual([none, all]);
    expect(after).toEqual({ stopped: true, prevented: true });
    expect(hold).toHaveBeenCalledTimes(1);
    expect(hold.mock.calls[0]?.[0]).toMatchObject({ key: { action: 'like', postKey: 'campaign' } });
  });

  test('on an ordinary picture is not touched', () => {
    const { hold, seen, after } = presses('rain', [1_000, 1_300]);
    expect(seen).toEqual([none, none]);
    expect(after.stopped).toBe(false);
    expect(hold).not.toHaveBeenCalled();
  });

  test.each([
    ['later', [1_000, 1_501], () => 40],
    ['elsewhere', [1_000, 1_300], (index: number) => 40 + index * 31],
  ])('that comes %s is a press of its own', (_name, times, x) => {
    const { hold, seen } = presses('campaign', times, { x });
    expect(seen).toEqual([none, none]);
    expect(hold).not.toHaveBeenCalled();
  });

  test('that the system counts by a longer interval is held at its click', () => {
    const { hold, seen } = presses('campaign', [1_000, 1_900], { details: [1, 2] });
    expect(seen[1]).toEqual([false, false, false, false, true]);
    expect(hold).toHaveBeenCalledTimes(1);
  });

  test('after a held one begins anew', () => {
    const { hold } = presses('campaign', [1_000, 1_300, 1_400, 1_500]);
    expect(hold).toHaveBeenCalledTimes(2);
  });
});

describe('one press', () => {
  test('is looked up once where it ends on what it began on', () => {
    const { press } = start();
    const find = vi.spyOn(site, 'findControl');
    press(button('rain'));
    expect(find).toHaveBeenCalledTimes(1);
    find.mockRestore();
  });

  test('is looked up again where its end has other elements around it', () => {
    const { trusted, hold } = start();
    const moved = button('rain');
    trusted(new PointerEvent('pointerdown', { button: 0 }), moved);
    const find = vi.spyOn(site, 'findControl');
    button('campaign').after(moved);
    trusted(new MouseEvent('click', { button: 0 }), moved);
    expect(find).toHaveBeenCalledTimes(1);
    expect(hold).not.toHaveBeenCalled();
    find.mockRestore();
  });
});

describe('an account', () => {
  const follow = (index: number) => document.querySelectorAll('[data-follow]')[index] as Element;

  test('that campaigns is held by its name, under its own key', () => {
    const { hold, press } = start();
    press(follow(0));
    expect(hold.mock.calls[0]?.[0]).toMatchObject({
      key: { action: 'follow', postKey: 'account:Relawan menangkan nomor 2' },
      about: 'account',
    });
  });

  test('of an office passes', () => {
    const { hold, press } = start();
    expect(press(follow(1)).some(({ stopped }) => stopped)).toBe(false);
    expect(hold).not.toHaveBeenCalled();
  });
});

describe('a shortcut key', () => {
  const key = () => new KeyboardEvent('keydown', { key: 'f' });
  const middle = (post: string) => {
    document.elementFromPoint = vi.fn(() => document.querySelector(`[data-post=${post}] p`));
    return document.elementFromPoint;
  };
  const post = (name: string) => document.querySelector(`[data-post=${name}]`) as HTMLElement;

  test('means the post with the focus before all others', () => {
    const { hold, trusted, press } = start();
    press(button('rain'));
    middle('rain');
    post('campaign').focus();
    trusted(key(), document.body);
    expect(hold).toHaveBeenCalledTimes(1);
  });

  test('else the last one that was pressed, whatever was pressed outside of posts since', () => {
    const { hold, trusted, press } = start();
    middle('rain');
    press(post('rain').querySelector('p') as Element);
    press(post('campaign').querySelector('p') as Element);
    press(document.querySelector('form') as Element);
    trusted(key(), document.body);
    expect(hold).toHaveBeenCalledTimes(1);
  });

  test('else the last one that a key of the site gave the focus to', () => {
    const { hold, trusted } = start();
    middle('rain');
    trusted(new KeyboardEvent('keydown', { key: 'j' }), document.body);
    post('campaign').focus();
    trusted(new KeyboardEvent('keyup', { key: 'j' }), document.body);
    post('campaign').blur();
    trusted(key(), document.body);
    expect(hold).toHaveBeenCalledTimes(1);
  });

  test('else the one in the middle of the viewport, which is asked for then only', () => {
    const { hold, trusted } = start();
    const asked = middle('campaign');
    trusted(new KeyboardEvent('keydown', { key: 'q' }), document.body);
    expect(asked).not.toHaveBeenCalled();
    trusted(key(), document.body);
    expect(hold).toHaveBeenCalledTimes(1);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
