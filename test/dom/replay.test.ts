import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HeldAction } from '../../src/content/held-action.ts';
import { placeIn } from '../../src/content/place.ts';
import { type ReplayResult, replay } from '../../src/content/replay.ts';
import type { Control, ReplayForm, Site } from '../../src/sites/site.ts';
import { grounds } from '../unit/grounds.ts';
import { controlAt, fakeSite } from './fake-site.ts';
import { one } from './fixture.ts';

const EVENTS = [
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'click',
  'dblclick',
  'keydown',
  'beforeinput',
  'keyup',
];
/** Every event that reached the page, as `type target`. */
let seen: string[];
let listeners: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = `
    <article data-key="/a"><button id="like-a" data-action="like" aria-label="Like">Like</button>
      <form><textarea id="editor"></textarea></form></article>
    <article data-key="/b"><button id="like-b" data-action="like" aria-label="Like">Like</button></article>
    <button id="send" data-action="share">Send</button>`;
  seen = [];
  listeners = new AbortController();
  for (const type of EVENTS)
    document.addEventListener(type, (event) => seen.push(`${type} ${(event.target as Element).id}`), {
      signal: listeners.signal,
    });
});
afterEach(() => {
  listeners.abort();
  vi.useRealTimers();
});

const postKeyOf = (control: Control) => control.post?.getAttribute('data-key') ?? 'opened';

function hold(site: Site, selector: string, part: Partial<HeldAction> = {}): HeldAction {
  const control = controlAt(site, selector);
  return {
    key: { action: control.action, postKey: postKeyOf(control) },
    control,
    about: control.post ? 'post' : 'layer',
    place: placeIn(control.post, control.element),
    byKey: false,
    command: false,
    files: undefined,
    request: { site: 'x', action: control.action, content: { text: '' }, postKey: '', now: 0 },
    verdict: grounds(),
    ...part,
  };
}

async function result(site: Site, held: HeldAction): Promise<ReplayResult> {
  const replayed = replay(site, held, postKeyOf);
  await vi.advanceTimersByTimeAsync(5_000);
  return replayed;
}

/** What the page does when the element is clicked, after `delay` milliseconds. */
function onClick(selector: string, react: (element: Element) => void, delay = 0): void {
  const element = one(document, selector);
  element.addEventListener('click', () => setTimeout(() => react(element), delay));
}

describe('one performance', () => {
  const site = fakeSite();

  it('is done when the page reacts', async () => {
    onClick('#like-a', (button) => button.setAttribute('aria-pressed', 'true'));
    expect(await result(site, hold(site, '#like-a'))).toBe('done');
    expect(seen).toEqual(['click like-a']);
  });

  it.each([
    ['aria-label', (button: Element) => button.setAttribute('aria-label', 'Unlike')],
    ['data-testid', (button: Element) => button.setAttribute('data-testid', 'unlike')],
    ['aria-disabled', (button: Element) => button.setAttribute('aria-disabled', 'true')],
    ['its text', (button: Element) => button.append('1')],
    ['its place', (button: Element) => button.remove()],
    [
      'its icon',
      (button: Element) => {
        button.querySelector('svg')?.setAttribute('aria-label', 'Unlike');
      },
    ],
  ])('a change of %s is a reaction', async (_name, react) => {
    one(document, '#like-a').innerHTML = '<svg aria-label="Like"></svg>';
    onClick('#like-a', react);
    expect(await result(site, hold(site, '#like-a'))).toBe('done');
    expect(seen).toEqual(['click like-a']);
  });

  it('waits for a slow page without a second try', async () => {
    onClick('#like-a', (button) => button.setAttribute('aria-pressed', 'true'), 900);
    expect(await result(site, hold(site, '#like-a'))).toBe('done');
    expect(seen).toEqual(['click like-a']);
  });

  it('asks for another press when nothing reacts, without a second try', async () => {
    expect(await result(site, hold(site, '#like-a'))).toBe('press-again');
    expect(seen).toEqual(['click like-a']);
  });

  it('takes no reaction of another control for its own', async () => {
    onClick('#like-a', () => one(document, '#like-b').setAttribute('aria-pressed', 'true'));
    expect(await result(site, hold(site, '#like-a'))).toBe('press-again');
  });

  it.each(['click', 'enter'] as const)('in the form "%s" is one click of a button', async (form) => {
    const formed = fakeSite(form);
    expect(await result(formed, hold(formed, '#like-a'))).toBe('press-again');
    expect(seen).toEqual(['click like-a']);
  });

  it('in the form "pointer" is one whole press', async () => {
    const pointer: ReplayForm = 'pointer';
    const formed = fakeSite(pointer);
    const pressed: Event[] = [];
    for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup'])
      one(document, '#like-a').addEventListener(type, (event) => pressed.push(event));
    await result(formed, hold(formed, '#like-a'));
    expect(seen).toEqual(
      ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'].map((type) => `${type} like-a`),
    );
    for (const event of pressed) {
      expect(event).toMatchObject({ bubbles: true, cancelable: true, composed: true, button: 0 });
      expect((event as MouseEvent).buttons).toBe(event.type.endsWith('down') ? 1 : 0);
    }
    expect(pressed[0]).toMatchObject({ isPrimary: true, pointerType: 'mouse' });
  });

  it('in the form "double" is one double click, and the reaction may show anywhere in the message', async () => {
    const formed = fakeSite('double');
    const details: number[] = [];
    const element = one(document, '#like-a');
    for (const type of ['mousedown', 'mouseup', 'click', 'dblclick'])
      element.addEventListener(type, (event) => details.push((event as MouseEvent).detail));
    element.addEventListener('dblclick', () => element.parentElement?.append(document.createElement('img')));
    expect(await result(formed, hold(formed, '#like-a'))).toBe('done');
    const press = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
    expect(seen).toEqual([...press, ...press, 'dblclick'].map((type) => `${type} like-a`));
    expect(details).toEqual([1, 1, 1, 2, 2, 2, 2]);
  });

  it('in the form "double" asks for nothing but the same element', async () => {
    const formed = fakeSite('double');
    const held = hold(formed, '#like-a');
    one(document, '#like-a').outerHTML = '<button id="like-a" data-action="like">Like</button>';
    expect(await result(formed, held)).toBe('gone');
    expect(seen).toEqual([]);
  });

  it('on an element that is no HTML is a click as well', async () => {
    one(document, '#like-a').outerHTML = '<svg id="like-a" data-action="like"></svg>';
    expect(await result(site, hold(site, '#like-a'))).toBe('press-again');
    expect(seen).toEqual(['click like-a']);
  });
});

describe('nothing is performed', () => {
  const site = fakeSite();

  it('when it is done already: another press would undo it', async () => {
    const held = hold(site, '#like-a');
    one(document, '#like-a').setAttribute('aria-pressed', 'true');
    expect(await result(site, held)).toBe('done');
    expect(seen).toEqual([]);
  });

  it('when the cell holds another post now', async () => {
    const held = hold(site, '#like-a');
    one(document, '[data-key="/a"]').setAttribute('data-key', '/c');
    expect(await result(site, held)).toBe('gone');
    expect(seen).toEqual([]);
  });

  it('when the post is gone', async () => {
    const held = hold(site, '#like-a');
    one(document, '[data-key="/a"]').remove();
    expect(await result(site, held)).toBe('gone');
    expect(seen).toEqual([]);
  });

  it.each([
    ['another action', 'data-action', 'share'],
    ['no more than an opener', 'data-role', 'open'],
  ])('when the control is %s now', async (_name, attribute, value) => {
    const held = hold(site, '#like-a');
    one(document, '#like-a').setAttribute(attribute, value);
    expect(await result(site, held)).toBe('gone');
    expect(seen).toEqual([]);
  });

  it('when the layer of a control outside of every post is gone: a new one may be for another post', async () => {
    const held = hold(site, '#send');
    one(document, '#send').outerHTML = '<button id="send" data-action="share">Send</button>';
    expect(await result(site, held)).toBe('gone');
    expect(seen).toEqual([]);
  });
});

describe('the control is found again', () => {
  const site = fakeSite();

  it('when the page rendered it anew', async () => {
    const held = hold(site, '#like-a');
    one(document, '#like-a').outerHTML = '<button id="anew" data-action="like">Like</button>';
    onClick('#anew', (button) => button.setAttribute('aria-pressed', 'true'));
    expect(await result(site, held)).toBe('done');
    expect(seen).toEqual(['click anew']);
  });

  it('when its post moved to another cell, and the old cell holds a new one', async () => {
    const held = hold(site, '#like-a');
    one(document, '[data-key="/a"]').setAttribute('data-key', '/c');
    one(document, '[data-key="/b"]').setAttribute('data-key', '/a');
    await result(site, held);
    expect(seen).toEqual(['click like-b']);
  });

  it('in its layer, while that is the same', async () => {
    onClick('#send', (button) => button.remove());
    expect(await result(site, hold(site, '#send'))).toBe('done');
    expect(seen).toEqual(['click send']);
  });
});

describe('of several controls with the same action in a post', () => {
  const site = fakeSite();
  beforeEach(() => {
    one(document, '[data-key="/a"]').insertAdjacentHTML(
      'afterbegin',
      '<ul><li><button id="like-comment" data-action="like">Like</button></li></ul>',
    );
  });

  it('the one in the same place is pressed after the page has rendered the post anew', async () => {
    const held = hold(site, '#like-a');
    const post = one(document, '[data-key="/a"]');
    post.replaceWith(post.cloneNode(true));
    await result(site, held);
    expect(seen).toEqual(['click like-a']);
  });

  it('none is pressed when the place tells nothing any more', async () => {
    const held = hold(site, '#like-a');
    const post = one(document, '[data-key="/a"]');
    post.replaceWith(post.cloneNode(true));
    one(document, '#like-a').before(document.createElement('hr'));
    expect(await result(site, held)).toBe('gone');
    expect(seen).toEqual([]);
  });
});

describe('an account', () => {
  const site = fakeSite();
  const accountKey = (control: Control) => `account:${control.element.getAttribute('data-name')}`;
  beforeEach(() => {
    document.body.innerHTML = '<button id="follow" data-action="follow" data-name="relawan">Follow</button>';
  });
  const held = () =>
    hold(site, '#follow', { about: 'account', key: { action: 'follow', postKey: 'account:relawan' } });
  const replayed = async (action: HeldAction) => {
    const promise = replay(site, action, accountKey);
    await vi.advanceTimersByTimeAsync(5_000);
    return promise;
  };

  it('is found again by its key', async () => {
    const action = held();
    one(document, '#follow').outerHTML =
      '<button id="other" data-action="follow" data-name="dinas"></button><button id="anew" data-action="follow" data-name="relawan"></button>';
    await replayed(action);
    expect(seen).toEqual(['click anew']);
  });

  it('is gone when the button is now about another one', async () => {
    const action = held();
    one(document, '#follow').setAttribute('data-name', 'dinas');
    expect(await replayed(action)).toBe('gone');
    expect(seen).toEqual([]);
  });
});

describe('files', () => {
  const site = fakeSite();
  const handOn = vi.fn(() => true);
  const held = () => {
    const target = one(document, '#like-a');
    return hold(site, '#like-a', { files: { target, handOn, discard: () => undefined } });
  };
  beforeEach(() => handOn.mockClear());

  it('are handed on once to the place they were meant for', async () => {
    expect(await result(site, held())).toBe('done');
    expect(handOn).toHaveBeenCalledTimes(1);
    expect(seen).toEqual([]);
  });

  it('are asked for again where the browser does not hand them on', async () => {
    handOn.mockReturnValueOnce(false);
    expect(await result(site, held())).toBe('press-again');
  });

  it.each([
    ['is gone', (element: Element) => element.remove()],
    ['is about another post', () => one(document, '[data-key="/a"]').setAttribute('data-key', '/c')],
    ['takes no files any more', (element: Element) => element.removeAttribute('data-action')],
  ])('are handed to nobody when that place %s', async (_name, change) => {
    const action = held();
    change(one(document, '#like-a'));
    expect(await result(site, action)).toBe('gone');
    expect(handOn).not.toHaveBeenCalled();
  });
});

describe('an editor', () => {
  const site = fakeSite();
  let editor: HTMLTextAreaElement;
  beforeEach(() => {
    editor = one(document, '#editor') as HTMLTextAreaElement;
    editor.value = 'Semangat';
    editor.setAttribute('data-action', 'comment');
  });
  /** The submit button appears with the first letter on every site. */
  function addButton(): void {
    const button = document.createElement('button');
    button.id = 'submit';
    button.type = 'button';
    button.setAttribute('data-action', 'comment');
    editor.removeAttribute('data-action');
    editor.after(button);
  }
  const byKey = { byKey: true };

  it('is sent by the button beside it, without a key', async () => {
    const held = hold(site, '#editor', byKey);
    addButton();
    onClick('#submit', () => {
      editor.value = '';
    });
    expect(await result(site, held)).toBe('done');
    expect(seen).toEqual(['click submit']);
  });

  it('is sent by Enter where there is no button', async () => {
    const keys: KeyboardEvent[] = [];
    for (const type of ['keydown', 'keyup'])
      editor.addEventListener(type, (event) => keys.push(event as KeyboardEvent));
    editor.addEventListener('keydown', () =>
      setTimeout(() => {
        editor.value = '';
      }),
    );
    expect(await result(site, hold(site, '#editor', byKey))).toBe('done');
    expect(seen).toEqual(['keydown editor', 'beforeinput editor', 'keyup editor']);
    expect(document.activeElement).toBe(editor);
    // Editors look at the old numbers too.
    for (const event of keys)
      expect(event).toMatchObject({
        key: 'Enter',
        code: 'Enter',
        keyCode: 13,
        ctrlKey: false,
        bubbles: true,
      });
  });

  it('gets no line break after a key that the page took', async () => {
    editor.addEventListener('keydown', (event) => event.preventDefault());
    await result(site, hold(site, '#editor', byKey));
    expect(seen).toEqual(['keydown editor', 'keyup editor']);
  });

  it('gets Ctrl with Enter when the person held it, and no line break', async () => {
    const keys: Event[] = [];
    editor.addEventListener('keydown', (event) => keys.push(event));
    await result(site, hold(site, '#editor', { ...byKey, command: true }));
    expect(seen).toEqual(['keydown editor', 'keyup editor']);
    expect(keys).toMatchObject([{ key: 'Enter', ctrlKey: true }]);
  });

  it('keeps its draft, and asks for another press, when nothing reacts', async () => {
    expect(await result(site, hold(site, '#editor', byKey))).toBe('press-again');
    expect(seen.filter((event) => event === 'keydown editor')).toHaveLength(1);
    expect(editor.value).toBe('Semangat');
  });

  it('outside of every post is found by itself, although its button is the control now', async () => {
    document.body.append(one(document, 'form'));
    const held = hold(site, '#editor', byKey);
    addButton();
    await result(site, held);
    expect(seen).toEqual(['click submit']);
  });

  it('that was rendered anew is sent when it holds the same words, and not with others', async () => {
    const action = hold(site, '#editor', {
      ...byKey,
      request: { site: 'x', action: 'comment', content: { text: '', own: 'Semangat' }, postKey: '', now: 0 },
    });
    one(document, 'form').outerHTML =
      '<form><textarea id="anew" data-action="comment">Lain</textarea><button id="submit" type="button"></button></form>';
    expect(await result(site, action)).toBe('gone');
    (one(document, '#anew') as HTMLTextAreaElement).value = 'Semangat';
    await result(site, action);
    expect(seen).toEqual(['click submit']);
  });

  it('sent by a press of a button is one click of that button, not of another beside it', async () => {
    addButton();
    one(document, '#submit').outerHTML += '<button id="also" type="button" data-action="share"></button>';
    onClick('#also', () => {
      editor.value = '';
    });
    expect(await result(site, hold(site, '#also'))).toBe('done');
    expect(seen).toEqual(['click also']);
  });
});
