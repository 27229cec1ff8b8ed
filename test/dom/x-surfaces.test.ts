// The fixtures bring their own jsdom documents.
// @vitest-environment node

import { describe, expect, it } from 'vitest';
import { x } from '../../src/sites/x/x.ts';
import { fixture, key, one, page, pathTo, press } from './fixture.ts';
import { button, chosen, lines, markOf, row } from './x-page.ts';

const STATUS = 'https://x.com/relawan_arunika/status/1900000000000000001';

describe('X, where a page is', () => {
  it.each([
    ['home.id.html', 'feed'],
    ['photo.en.html', 'dialog', '/compose/post'],
    ['photo.en.html', 'photo viewer'],
    ['reels.th.html', 'reels'],
    ['people.en.html', 'suggestions'],
    ['people.id.html', 'search'],
    ['profile.ar.html', 'profile'],
    ['community.tl.html', 'group'],
    ['mobile.id.html', 'mobile'],
    ['thread.id.html', 'dialog'],
    ['intent-like.id.html', 'intent'],
    ['intent-post.id.html', 'intent'],
    ['logged-out.th.html', 'permalink'],
    ['messages.en.html', 'messages'],
    ['notifications.id.html', 'notifications'],
    ['logged-out.en.html', 'other', '/settings/account'],
    ['logged-out.en.html', 'live', '/i/spaces/1abc'],
  ] as const)('%s is %s', (name, surface, address?: string) => {
    const document =
      address === undefined ? chosen(name, 'campaign') : fixture(`x/${name}`, `https://x.com${address}`);
    expect(x.surfaceOf(document)).toBe(surface);
  });

  it.each(['home.id.html', 'mobile.id.html', 'reels.th.html', 'logged-out.th.html', 'icons.tl.html'])(
    'has what is expected there, and nothing unknown (%s)',
    (name) => {
      const document = chosen(name, 'campaign');
      const expected = x.expected[x.surfaceOf(document)] ?? [];
      expect(expected.length).toBeGreaterThan(0);
      const found = new Set(x.findControls(document).map(({ action }) => action));
      expect(expected.filter((action) => !found.has(action))).toEqual([]);
      expect(x.countUnknown(document)).toBe(0);
    },
  );
});

describe('X, pages without articles', () => {
  it('reads the video reel in a language without labels, and its follow', () => {
    const document = chosen('reels.th.html', 'campaign');
    const posts = x.findPosts(document);
    expect(posts.map((post) => markOf(post))).toEqual(['campaign', 'rain']);
    expect(posts.map((post) => x.readPost(post))).toMatchObject([
      {
        key: '/i/status/1900000000000000101',
        author: 'Relawan Arunika',
        handle: 'relawan_arunika',
        text: 'Coblos nomor 2! Bersama kita menangkan Bima Arunika.',
      },
      { key: '/i/status/1900000000000000102', author: 'Warung Melati', handle: 'warung_melati' },
    ]);
    const found = lines(x.findControls(document));
    expect(found).toEqual([
      'post open null',
      'follow commit campaign',
      ...row('campaign'),
      'follow commit rain',
      ...row('rain'),
    ]);
  });

  it('knows the post of a row in the photo viewer by the address, and takes the one beside it first', () => {
    const document = chosen('photo.en.html', 'rain');
    const like = one(document, '[role="dialog"] [data-testid="like"]');
    const post = x.findControl(press(like))?.post;
    expect(post && x.readPost(post).key).toBe('/warung_melati/status/1900000000000000102');
    expect(x.findPosts(document).map((found) => x.readPost(found).key)).toHaveLength(2);
  });
});

describe('X, pages with rows that are no posts', () => {
  it('leaves out unavailable posts and quotes, and finds the rows without menus (logged out, Thai)', () => {
    const document = chosen('logged-out.th.html', 'campaign');
    expect(x.findPosts(document).map((post) => markOf(post))).toEqual(['post', 'reply']);
    expect(lines(x.findControls(document))).toEqual([...row('post'), ...row('reply')]);
    const [post] = x.findPosts(document);
    expect(post && x.readPost(post)).toMatchObject({
      quoted: null,
      text: 'Pasar pagi buka sampai pukul sebelas.',
    });
  });

  it('leaves out notifications of likes', () => {
    const document = chosen('notifications.id.html', 'campaign');
    expect(x.findPosts(document).map((post) => markOf(post))).toEqual(['campaign', 'rain']);
  });

  it('leaves out people', () => {
    expect(x.findPosts(chosen('people.en.html', 'campaign'))).toEqual([]);
  });

  it('finds everything without test ids by the drawings, and a like that is done', () => {
    const document = chosen('icons.tl.html', 'campaign');
    const controls = x.findControls(document);
    expect(lines(controls)).toEqual(['post open null', ...row('campaign'), ...row('rain')]);
    const likes = controls.filter(({ action }) => action === 'like');
    expect(likes.map((control) => x.isDone(control))).toEqual([false, true]);
  });
});

describe('X, layers', () => {
  it('knows the items of menus by their drawings (Arabic)', () => {
    const document = chosen('menus.ar.html', 'campaign');
    const items = (name: string) =>
      [...document.querySelectorAll(`[data-case="${name}"] [role="menuitem"]`)].map((item) => {
        const control = x.findControl(press(item));
        return control && [control.action, control.role];
      });
    expect(items('share')).toEqual([undefined, ['share', 'open']]);
    expect(items('follow')).toEqual([['follow', 'commit'], undefined]);
    expect(items('unfollow')).toEqual([undefined]);
  });

  it('gives a menu the post of the button that says its menu is open', () => {
    const document = chosen('home.id.html', 'campaign');
    button(document, 'rain', 'retweet').setAttribute('aria-expanded', 'true');
    const layers = one(document, '#layers');
    layers.innerHTML =
      '<div role="menu"><div role="menuitem" data-x="1">Posting ulang</div><a href="/compose/post" role="menuitem">Kutipan</a></div>';
    const [repost, quote] = [...layers.querySelectorAll('[role="menuitem"]')].map((item) =>
      x.findControl(press(item)),
    );
    expect(repost).toMatchObject({ action: 'repost', role: 'commit' });
    expect(markOf(repost?.post)).toBe('rain');
    expect(quote).toMatchObject({ action: 'quote', role: 'open' });
    button(document, 'rain', 'retweet').setAttribute('data-testid', 'unretweet');
    expect(x.findControl(press(one(layers, '[data-x]')))).toBeUndefined();
  });

  it.each([
    ['like', 'like'],
    ['retweet', 'repost'],
  ])('finds the post of /intent/%s by its id', (kind, action) => {
    const document = chosen(`intent-${kind}.id.html`, 'rain');
    const control = x.findControl(press(one(document, '[data-testid="confirmationSheetConfirm"] span')));
    expect(control).toMatchObject({ action, role: 'commit' });
    expect(markOf(control?.post)).toBe('rain');
    const cancel = one(document, '[data-testid="confirmationSheetCancel"]');
    expect(x.findControl(press(cancel))).toBeUndefined();
  });

  it('takes Cancel where Confirm leads to an article to be read first', () => {
    const document = chosen('intent-nudge.en.html', 'campaign');
    const confirm = one(document, '[data-testid="confirmationSheetConfirm"]');
    const cancel = one(document, '[data-testid="confirmationSheetCancel"]');
    expect(x.findControl(press(confirm))).toBeUndefined();
    expect(x.findControl(press(cancel))).toMatchObject({ action: 'repost', role: 'commit' });
  });
});

describe('X, keys', () => {
  const document = fixture('x/feed.en.html', STATUS);
  const body = one(document, 'body');
  const rain = one(document, '[data-test-id="rain"]');
  const on = (element: Element, name: string, current?: Element) =>
    x.findControl({ ...key(element, name), current: () => current } as Parameters<typeof x.findControl>[0]);

  it('acts on the post around the focus, else on the current one', () => {
    expect(markOf(on(body, 'l', rain)?.post)).toBe('rain');
    expect(markOf(on(body, 'L', one(rain, '[data-testid="tweetText"]'))?.post)).toBe('rain');
    expect(markOf(on(one(document, '[data-test-id="school"]'), 't', rain)?.post)).toBe('school');
    expect(on(body, 'l')).toBeUndefined();
    expect(on(body, 'n')).toMatchObject({ action: 'post', role: 'open' });
  });

  it('goes elsewhere by the key after a g, and likes nothing', () => {
    const pressed = (before: string, name: string) =>
      x.findControl({ ...key(rain, name), before } as Parameters<typeof x.findControl>[0]);
    expect(pressed('g', 'l')).toBeUndefined();
    expect(pressed('g', 'n')).toBeUndefined();
    expect(pressed('j', 'l')).toMatchObject({ action: 'like' });
  });

  it('has no keys where X lists its keys without them, nor in a menu', () => {
    const list = document.createElement('div');
    one(document, '#react-root').append(list);
    list.setAttribute('data-at-shortcutkeys', '{"j":"Next post"}');
    expect(on(rain, 'l')).toBeUndefined();
    list.setAttribute('data-at-shortcutkeys', '{"l":"Like"}');
    expect(on(rain, 'l')).toMatchObject({ action: 'like' });
    list.setAttribute('data-at-shortcutkeys', 'no JSON');
    expect(on(rain, 'l')).toMatchObject({ action: 'like' });
    list.remove();
    one(document, '#layers').innerHTML = '<div role="menu"><div role="menuitem" tabindex="0">x</div></div>';
    expect(on(one(document, '#layers [role="menuitem"]'), 'l', rain)).toBeUndefined();
  });

  it('has no double click', () => {
    const photo = one(document, '[data-testid="tweetPhoto"]');
    expect(x.findControl({ type: 'double', path: pathTo(photo) })).toBeUndefined();
  });
});

describe('X, composers', () => {
  it('sends a thread with one button, and takes files of its picker and its editors', () => {
    const document = chosen('thread.id.html', 'campaign');
    const [first, second] = document.querySelectorAll('[contenteditable]');
    const send = one(document, '[data-testid="tweetButton"]');
    send.removeAttribute('disabled');
    send.setAttribute('aria-disabled', 'false');
    expect(x.findControl(press(send))).toMatchObject({ action: 'post', role: 'commit', post: undefined });
    expect(x.submitButton(second ?? send)).toBe(send);
    // Each part is found again by the editor in which the keys were pressed.
    const held = x.findControl(key(second ?? send, 'Enter', { command: true }));
    expect(held).toMatchObject({ action: 'post', element: second, editor: second });
    expect(x.findControls(document).map(({ element }) => element)).toEqual(
      expect.arrayContaining([send, second]),
    );
    expect(x.findControls(document).map(({ element }) => element)).not.toContain(first);
    const picker = one(document, 'input[type="file"]');
    expect(x.findControl({ type: 'files', path: pathTo(picker) })).toMatchObject({
      action: 'upload',
      role: 'commit',
      element: picker,
      editor: first,
    });
    expect(x.findControl({ type: 'files', path: pathTo(one(second ?? send, '[data-block]')) })).toMatchObject(
      {
        action: 'upload',
        editor: second,
      },
    );
    expect(x.findControl(press(one(document, '[data-testid="unsentButton"]')))).toBeUndefined();
  });

  it('knows the post that a picture answers', () => {
    const document = fixture('x/feed.en.html', STATUS);
    const control = x.findControl({ type: 'files', path: pathTo(one(document, 'input[type="file"]')) });
    expect(control).toMatchObject({ action: 'upload' });
    expect(markOf(control?.post)).toBe('campaign');
  });

  it('leaves pictures alone that are not for a post', () => {
    const document = page(
      '<div role="dialog"><input type="file" data-testid="fileInput"><input name="displayName"></div>',
      'https://x.com/settings/profile',
    );
    expect(x.findControl({ type: 'files', path: pathTo(one(document, '[type="file"]')) })).toBeUndefined();
  });

  it('tells post and quote on the pages of the phone', () => {
    const compose = chosen('mobile-compose.id.html', 'campaign');
    expect(x.findControl(press(one(compose, '[data-testid="tweetButton"]')))).toMatchObject({
      action: 'post',
      role: 'commit',
      editor: one(compose, 'textarea'),
    });
    const quote = chosen('phone-quote.id.html', 'campaign');
    one(quote, 'textarea').textContent = 'Setuju';
    const send = one(quote, '[data-testid="tweetButton"]');
    for (const name of ['disabled', 'aria-disabled']) send.removeAttribute(name);
    const control = x.findControl(press(send));
    expect(control).toMatchObject({ action: 'quote', role: 'commit' });
    expect(control?.editor && x.readOwnWords(control.editor)).toBe('Setuju');
    expect(control?.post && x.readPost(control.post).text).toMatch(/^Coblos nomor 2!/);
  });
});

describe('X, places that show a control of the feed as well', () => {
  it.each([
    ['photo-replies.en.html', '[data-test-id="campaign"] [data-testid="like"]', 'like', 'campaign'],
    ['status.id.html', '[data-testid$="-follow"]', 'follow', 'campaign'],
    ['status.id.html', '[data-testid$="-subscribe"]', 'follow', 'campaign'],
    ['intent-reply.id.html', '[data-testid="tweetTextarea_0"]', 'comment', 'campaign'],
    ['communities.tl.html', '[data-test-id="campaign"] button', 'join', undefined],
  ] as const)('%s: %s', (name, selector, action, post) => {
    const document = chosen(name, 'campaign');
    const element = one(document, selector);
    const control = x.findControl(
      action === 'comment' ? key(element, 'Enter', { command: true }) : press(element),
    );
    expect(control).toMatchObject({ action, role: 'commit' });
    expect(control?.post && markOf(control.post)).toBe(post);
    if (action === 'join') expect(control && x.readAccount(control)?.group).toBe('Relawan Menangkan Nomor 2');
  });
});

describe('X, messages', () => {
  it('takes a message that carries a post, by its button and by Enter', () => {
    const document = chosen('messages.en.html', 'campaign');
    const box = one(document, 'textarea');
    const send = one(document, '[data-testid="dm-composer-send-button"]');
    for (const control of [x.findControl(press(send)), x.findControl(key(box, 'Enter'))]) {
      expect(control).toMatchObject({ action: 'share', role: 'commit', editor: box });
      expect(control?.post && x.readPost(control.post)).toMatchObject({
        author: 'Relawan Arunika',
        text: 'Coblos nomor 2! Bersama kita menangkan Bima Arunika.',
      });
    }
    expect(x.submitButton(box)).toBe(send);
    expect(x.findControl(key(box, 'Enter', { shift: true }))).toBeUndefined();
    expect(lines(x.findControls(document)).filter((line) => line.startsWith('share'))).toHaveLength(1);
  });

  it('leaves other messages alone, unless they hold the address of a post', () => {
    const document = chosen('messages-plain.en.html', 'campaign');
    const box = one(document, 'textarea') as HTMLTextAreaElement;
    expect(x.findControl(key(box, 'Enter'))).toBeUndefined();
    box.value = 'https://x.com/relawan_arunika/status/19001';
    expect(x.findControl(key(box, 'Enter'))).toMatchObject({ action: 'share', post: undefined, editor: box });
  });
});
