import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Grounds } from '../../src/core/decision/decide.ts';

vi.mock('../../src/content/lifetime.ts', () => ({ isAlive: () => true }));
const { button, showPage, start } = await import('./interceptor.ts');

/** At this step a like of a campaign post gets a sign, and words of one's own do. */
const startGently = () => start(undefined, 'gentle');

beforeEach(showPage);

describe('an action that passes with a sign', () => {
  test('a press is not touched, and the sign is for its control, once, at the click', () => {
    const { hold, hint, press } = startGently();
    const events = press(button('campaign'));
    expect(events.some(({ stopped, prevented }) => stopped || prevented)).toBe(false);
    expect(hold).not.toHaveBeenCalled();
    expect(hint).toHaveBeenCalledTimes(1);
    expect(hint.mock.calls[0]?.[0]).toMatchObject({
      control: { element: button('campaign'), action: 'like' },
      grounds: { kind: 'hint' },
    });
  });

  test('a press that ends elsewhere has none', () => {
    const { hint, press } = startGently();
    press(button('campaign'), document.body);
    expect(hint).not.toHaveBeenCalled();
  });

  test('a press on an ordinary post has none', () => {
    const { hint, press } = startGently();
    press(button('rain'));
    expect(hint).not.toHaveBeenCalled();
  });

  test('where a reminder comes there is none', () => {
    const { hold, hint, press } = start();
    press(button('campaign'));
    expect(hold).toHaveBeenCalledTimes(1);
    expect(hint).not.toHaveBeenCalled();
  });

  test('a key of the site has one, and its repeats have none', () => {
    const { hint, trusted } = startGently();
    const post = button('campaign').parentElement ?? document.body;
    post.focus();
    const down = (repeat: boolean) => trusted(new KeyboardEvent('keydown', { key: 'f', repeat }), post);
    expect([down(false), down(true), down(true)].some(({ stopped }) => stopped)).toBe(false);
    trusted(new KeyboardEvent('keyup', { key: 'f' }), post);
    expect(hint).toHaveBeenCalledTimes(1);
  });

  test('a choice of files has one, at the last of its events', () => {
    // No words of the general list give one for an upload.
    const grounds = {} as Grounds;
    const { hold, hint, trusted } = start(undefined, 'normal', (_trigger, control) =>
      control ? { kind: 'pass', hint: { control, grounds } } : { kind: 'pass' },
    );
    const input = document.querySelector('input') as HTMLInputElement;
    Object.defineProperty(input, 'files', { value: [new File([''], 'foto.png')], configurable: true });
    trusted(new Event('input'), input);
    expect(hint).not.toHaveBeenCalled();
    trusted(new Event('change'), input);
    expect(hold).not.toHaveBeenCalled();
    expect(hint.mock.calls).toMatchObject([[{ control: { action: 'upload' }, grounds }]]);
  });

  test('Enter on a button has one: its click belongs to the stroke', () => {
    const { hint, trusted } = startGently();
    const target = button('campaign');
    trusted(new KeyboardEvent('keydown', { key: 'Enter' }), target);
    trusted(new MouseEvent('click', { detail: 0 }), target);
    trusted(new KeyboardEvent('keyup', { key: 'Enter' }), target);
    expect(hint).toHaveBeenCalledTimes(1);
  });
});
