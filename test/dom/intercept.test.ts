import { beforeEach, describe, expect, test, vi } from 'vitest';

const alive = vi.hoisted(() => ({ value: true, asked: 0 }));
vi.mock('../../src/content/lifetime.ts', () => ({
  isAlive: () => {
    alive.asked += 1;
    return alive.value;
  },
}));
const { button, showPage, start } = await import('./interceptor.ts');

beforeEach(() => {
  alive.value = true;
  showPage();
});

describe('intercept', () => {
  test('a press on a campaign post is swallowed whole and held once', () => {
    const { hold, press } = start();
    const events = press(button('campaign'));
    expect(events.map(({ stopped }) => stopped)).toEqual([true, true, true, true, true]);
    // Only the click performs something; the focus that mousedown gives is harmless.
    expect(events.map(({ prevented }) => prevented)).toEqual([false, false, false, false, true]);
    expect(hold).toHaveBeenCalledTimes(1);
    expect(hold.mock.calls[0]?.[0]).toMatchObject({
      key: { action: 'like', postKey: 'campaign' },
      byKey: false,
    });
  });

  test('a press on an ordinary post is not touched', () => {
    const { hold, press } = start();
    expect(press(button('rain')).some(({ stopped, prevented }) => stopped || prevented)).toBe(false);
    expect(hold).not.toHaveBeenCalled();
  });

  test('nothing is touched during a pause', () => {
    const { hold, press } = start({ until: 1 });
    expect(press(button('campaign')).some(({ stopped, prevented }) => stopped || prevented)).toBe(false);
    expect(hold).not.toHaveBeenCalled();
  });

  test('a pause that is over holds nothing back', () => {
    const { hold, press } = start({ until: 0 });
    press(button('campaign'));
    expect(hold).toHaveBeenCalledTimes(1);
  });

  test('a reminder that cannot be shown lets the action through', () => {
    const { hold, failed, press } = start();
    hold.mockImplementation(() => {
      throw new Error('no document element');
    });
    const events = press(button('campaign'));
    expect(events.at(-1)).toEqual({ stopped: false, prevented: false });
    expect(failed).toHaveBeenCalledTimes(1);
  });

  test('a dead extension lets everything pass', () => {
    const { hold, orphaned, press } = start();
    alive.value = false;
    expect(press(button('campaign')).some(({ stopped }) => stopped)).toBe(false);
    expect(orphaned).toHaveBeenCalled();
    expect(hold).not.toHaveBeenCalled();
  });

  test('a press asks twice whether the extension is there: as it begins and at its click', () => {
    const { hold, orphaned, press, trusted } = start();
    alive.asked = 0;
    press(button('rain'));
    expect(alive.asked).toBe(2);
    trusted(new PointerEvent('pointerdown', { button: 0 }), button('campaign'));
    alive.value = false;
    const click = trusted(new MouseEvent('click', { button: 0 }), button('campaign'));
    expect([click.stopped, hold.mock.calls.length, orphaned.mock.calls.length]).toEqual([false, 0, 1]);
  });

  test('a press that ends elsewhere holds nothing', () => {
    const { hold, press } = start();
    press(button('campaign'), document.body);
    expect(hold).not.toHaveBeenCalled();
  });

  test('other mouse buttons pass', () => {
    const { hold, trusted } = start();
    const events = [
      trusted(new PointerEvent('pointerdown', { button: 1 }), button('campaign')),
      trusted(new MouseEvent('auxclick', { button: 1 }), button('campaign')),
    ];
    expect(events.some(({ stopped }) => stopped)).toBe(false);
    expect(hold).not.toHaveBeenCalled();
  });

  test('a touch that becomes a scroll holds nothing later', () => {
    const { hold, trusted } = start();
    trusted(new PointerEvent('pointerdown', { button: 0 }), button('campaign'));
    trusted(new PointerEvent('pointercancel', { button: 0 }), button('campaign'));
    expect(trusted(new PointerEvent('pointerup', { button: 0 }), button('campaign')).stopped).toBe(false);
    expect(hold).not.toHaveBeenCalled();
  });

  test('a click without a press, as assistive technology makes it, is held', () => {
    const { hold, trusted } = start();
    expect(trusted(new MouseEvent('click'), button('campaign'))).toEqual({ stopped: true, prevented: true });
    expect(hold).toHaveBeenCalledTimes(1);
  });

  test('keys of an input method are left alone', () => {
    const { hold, trusted } = start();
    const composing = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true });
    expect(trusted(composing, button('campaign')).stopped).toBe(false);
    expect(hold).not.toHaveBeenCalled();
  });

  test('Enter: key down, its repeats and the click it makes are swallowed; held once', () => {
    const { hold, trusted } = start();
    const target = button('campaign');
    const events = [
      trusted(new KeyboardEvent('keydown', { key: 'Enter' }), target),
      trusted(new KeyboardEvent('keydown', { key: 'Enter', repeat: true }), target),
      trusted(new KeyboardEvent('keypress', { key: 'Enter' }), target),
      trusted(new MouseEvent('click', { detail: 0 }), target),
      trusted(new KeyboardEvent('keyup', { key: 'Enter' }), target),
    ];
    expect(events.map(({ stopped }) => stopped)).toEqual([true, true, true, true, true]);
    expect(hold).toHaveBeenCalledTimes(1);
    // The stroke is over: a later click of its own is considered again.
    trusted(new MouseEvent('click', { detail: 0 }), target);
    expect(hold).toHaveBeenCalledTimes(2);
  });

  test('the adapter learns of the key before: a sequence of the site is no shortcut', () => {
    const { hold, trusted } = start();
    const post = button('campaign').parentElement ?? document.body;
    post.focus();
    const stroke = (key: string, at: number) => {
      const down = trusted(new KeyboardEvent('keydown', { key }), post, at);
      trusted(new KeyboardEvent('keyup', { key }), post, at);
      return down.stopped;
    };
    expect([stroke('g', 0), stroke('f', 400)]).toEqual([false, false]);
    expect(hold).not.toHaveBeenCalled();
    expect(stroke('f', 900)).toBe(true);
    expect(hold).toHaveBeenCalledTimes(1);
  });

  test('a stroke that lost its key up to another window does not swallow later clicks', () => {
    const { hold, trusted } = start();
    trusted(new KeyboardEvent('keydown', { key: 'Enter' }), button('campaign'));
    const blur = new FocusEvent('blur');
    Object.defineProperty(blur, 'target', { value: window });
    trusted(blur, document.body);
    trusted(new MouseEvent('click', { detail: 0 }), button('campaign'));
    expect(hold).toHaveBeenCalledTimes(2);
  });
});
