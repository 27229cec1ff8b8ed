import { describe, expect, it } from 'vitest';
import { facebook } from '../../src/sites/facebook/facebook.ts';
import type { Control, Trigger } from '../../src/sites/site.ts';
import { fixture, key, one, press } from './fixture.ts';

const HOME = 'https://www.facebook.com/';

function load(name: string, url = HOME): Document {
  return fixture(`facebook/${name}`, url);
}

function idOf(post: Element | undefined): string | null {
  return post?.getAttribute('data-test-id') ?? null;
}

function summary(control: Control | undefined) {
  return control === undefined ? undefined : [control.action, control.role, idOf(control.post)];
}

function found(trigger: Trigger) {
  return summary(facebook.findControl(trigger));
}

function all(name: string, url = HOME) {
  return facebook.findControls(load(name, url)).map(summary);
}

/** Types into a Lexical box and lets the site show its send button. */
function type(post: Element, send: string | undefined): { editor: Element; button: Element | undefined } {
  const editor = one(post, '[contenteditable]');
  one(editor, 'p').textContent = 'Saya setuju';
  if (send === undefined) {
    return { editor, button: undefined };
  }
  const button = post.ownerDocument.createElement('div');
  button.setAttribute('role', 'button');
  if (send !== '') {
    button.setAttribute('aria-label', send);
  }
  one(post, 'form').append(button);
  return { editor, button };
}

describe.each([
  ['feed.en.html', { send: 'Post comment', liked: 'Remove Like' }],
  ['feed.id.html', { send: 'Posting komentar', liked: 'Hapus Suka' }],
])('Facebook controls of %s', (name, words) => {
  const campaign = (document: Document) => one(document, '[data-test-id=campaign]');

  it('lists like, react, comment and share of every post with their post', () => {
    const perPost = (id: string) => [
      ['like', 'commit', id],
      ['react', 'open', id],
      ['comment', 'open', id],
      ['share', 'open', id],
      ['comment', 'commit', id],
    ];
    expect(all(name)).toEqual([
      ['post', 'open', null],
      ...['rain', 'campaign', 'news', 'school'].flatMap(perPost),
    ]);
  });

  it('like by press on the icon, the marker or the button, and by Enter and Space', () => {
    const post = campaign(load(name));
    const marker = one(post, '[data-ad-rendering-role=like_button]');
    const button = marker.closest('[role=button]') ?? post;
    for (const target of [button, marker, one(button, 'i')]) {
      expect(found(press(target))).toEqual(['like', 'commit', 'campaign']);
      expect(facebook.findControl(press(target))?.element).toBe(button);
    }
    expect(found(key(button, 'Enter'))).toEqual(['like', 'commit', 'campaign']);
    expect(found(key(button, ' '))).toEqual(['like', 'commit', 'campaign']);
    expect(found(key(button, 'x'))).toBeUndefined();
  });

  it('a liked post has no like to hold, but its state can be seen', () => {
    const post = campaign(load(name));
    const button = one(post, '[data-ad-rendering-role=like_button]').closest('[role=button]') ?? post;
    const like = facebook.findControl(press(button));
    expect(like !== undefined && facebook.isDone(like)).toBe(false);
    button.setAttribute('aria-label', words.liked);
    expect(found(press(button))).toBeUndefined();
    expect(like !== undefined && facebook.isDone(like)).toBe(true);
    expect(facebook.findControls(post).filter(facebook.isDone).map(summary)).toEqual([
      ['like', 'commit', 'campaign'],
    ]);
  });

  it('counts, decoys, menus and author links are none of our business', () => {
    const post = campaign(load(name));
    const word = one(post, '[data-ad-rendering-role=like_button]')
      .closest('[role=button]')
      ?.getAttribute('aria-label');
    one(post, '[aria-label*=":"]').append(word ?? 'no word');
    one(post, '[aria-hidden=true] [role=button]').setAttribute('aria-label', word ?? 'no word');
    for (const selector of [
      '[aria-label*=":"]',
      '[aria-hidden=true] [role=button]',
      '[aria-haspopup=menu]',
      'h3 a',
      'ul [role=button]',
      '[data-ad-rendering-role=story_message]',
    ]) {
      expect(found(press(one(post, selector)))).toBeUndefined();
    }
  });

  it('comment by Enter, not by Shift+Enter, typing or a press into the box', () => {
    const post = campaign(load(name));
    const { editor } = type(post, undefined);
    const line = one(editor, 'p');
    const control = facebook.findControl(key(line, 'Enter'));
    expect(summary(control)).toEqual(['comment', 'commit', 'campaign']);
    expect(control?.editor).toBe(editor);
    expect(facebook.readOwnWords(editor)).toBe('Saya setuju');
    expect(found(key(line, 'Enter', { shift: true }))).toBeUndefined();
    expect(found(key(line, 'a'))).toBeUndefined();
    expect(found(key(line, ' '))).toBeUndefined();
    expect(found(press(line))).toBeUndefined();
  });

  it.each(['known label', 'no label', 'unknown label'])('comment by its button with %s', (kind) => {
    const post = campaign(load(name));
    const label = { 'known label': words.send, 'no label': '', 'unknown label': 'Publicar' }[kind] ?? '';
    const { editor, button } = type(post, label);
    expect(button).toBeDefined();
    expect(facebook.submitButton(editor)).toBe(button);
    const control = button === undefined ? undefined : facebook.findControl(press(button));
    expect(summary(control)).toEqual(['comment', 'commit', 'campaign']);
    expect(control?.editor).toBe(editor);
  });

  it('has no send button before something is typed, and then sends by Enter', () => {
    const post = campaign(load(name));
    const editor = one(post, '[contenteditable]');
    expect(facebook.submitButton(editor)).toBeUndefined();
    const byEnter = facebook.findControl(key(editor, 'Enter'));
    expect(byEnter !== undefined && facebook.replayForm(byEnter)).toBe('enter');
    type(post, words.send);
    expect(byEnter !== undefined && facebook.replayForm(byEnter)).toBe('click');
    const like = facebook.findControls(post)[0];
    expect(like !== undefined && facebook.replayForm(like)).toBe('click');
  });
});

describe('Facebook: layers outside the post', () => {
  it('lists the controls of the dialog, the palette, the sheet and the menu', () => {
    expect(all('dialog.id.html')).toEqual([
      ['like', 'commit', 'dialog'],
      ['comment', 'open', 'dialog'],
      ['share', 'open', 'dialog'],
      ['reply', 'open', 'dialog'],
      ['comment', 'commit', 'dialog'],
      ['comment', 'commit', 'dialog'],
      ...Array.from({ length: 5 }, () => ['react', 'commit', null]),
      ['share', 'commit', null],
      ['share', 'commit', null],
      ['share', 'open', null],
      ['share', 'commit', null],
    ]);
  });

  it.each([
    ['#share-now', ['share', 'commit', null]],
    ['#share-now span', ['share', 'commit', null]],
    ['#send-friend', ['share', 'commit', null]],
    ['#share-group', ['share', 'open', null]],
    ['#copy-link', undefined],
    ['#share-sheet [aria-label=Tutup]', undefined],
    ['#share-menu [role=menuitem]', ['share', 'commit', null]],
    ['#share-menu [role=menuitem]:last-child', undefined],
    ['#closed-shell [role=button]', undefined],
    ['#palette [role=button] img', ['react', 'commit', null]],
    ['#arrow', ['comment', 'commit', 'dialog']],
    ['#post-dialog form ul [role=button]', undefined],
  ])('press on %s: %j', (selector, expected) => {
    expect(found(press(one(load('dialog.id.html'), selector)))).toEqual(expected);
  });

  it('gives the caption of the share sheet as own words, and no comment', () => {
    const document = load('dialog.id.html');
    const control = facebook.findControl(press(one(document, '#share-now')));
    expect(control?.editor === undefined ? '' : facebook.readOwnWords(control.editor)).toBe('Setuju');
    expect(found(key(one(document, '#share-sheet p'), 'Enter'))).toBeUndefined();
  });

  it('leaves chat alone', () => {
    const document = load('dialog.id.html');
    expect(found(key(one(document, '[aria-label=Pesan] p'), 'Enter'))).toBeUndefined();
    expect(found(press(one(document, '[style*=mwp] [role=button]')))).toBeUndefined();
  });
});

describe('Facebook: groups, replies, other languages, mobile', () => {
  it('group: Join without a label, a liked post, reply box inside a comment', () => {
    expect(all('group.id.html')).toEqual([
      ['join', 'commit', 'group'],
      ['like', 'commit', 'group'],
      ['comment', 'open', 'group'],
      ['share', 'open', 'group'],
      ['like', 'commit', 'anonymous'],
      ['comment', 'open', 'anonymous'],
      ['comment', 'commit', 'anonymous'],
      ['comment', 'commit', 'anonymous'],
      ['like', 'commit', null],
      ['reply', 'open', 'anonymous'],
      ['reply', 'commit', 'anonymous'],
    ]);
    const document = load('group.id.html');
    expect(
      found(press(one(document, '[data-test-id=group] [data-ad-rendering-role=like_button]'))),
    ).toBeUndefined();
    expect(found(key(one(document, '[aria-label="Balas ke Wahyu Uji"] p'), 'Enter'))).toEqual([
      'reply',
      'commit',
      'anonymous',
    ]);
  });

  it('logged out: follow in the header; the like of a comment is not the like of the post', () => {
    expect(all('permalink.logged-out.html')).toEqual([
      ['follow', 'commit', 'permalink'],
      ['like', 'commit', 'permalink'],
      ['comment', 'open', 'permalink'],
      ['share', 'open', 'permalink'],
      ['like', 'commit', null],
      ['reply', 'open', 'permalink'],
    ]);
  });

  it('works by markers and structure where no label is known', () => {
    expect(all('markers.pt.html')).toEqual([
      ['follow', 'commit', null],
      ['follow', 'commit', 'markers-1'],
      ['like', 'commit', 'markers-1'],
      ['comment', 'open', 'markers-1'],
      ['share', 'open', 'markers-1'],
      ['comment', 'commit', 'markers-1'],
      ['comment', 'commit', 'markers-1'],
      ['join', 'commit', 'markers-2'],
      ['like', 'commit', 'markers-2'],
      ...Array.from({ length: 5 }, () => ['react', 'commit', null]),
    ]);
    const document = load('markers.pt.html');
    expect(facebook.submitButton(one(document, '[contenteditable]'))).toBe(one(document, '#send'));
    // aria-pressed says that it is liked.
    expect(found(press(one(document, '[aria-pressed=true]')))).toBeUndefined();
  });

  it('m.facebook.com: like, comment and share by their place', () => {
    const document = load('mobile.id.html', 'https://m.facebook.com/');
    expect(found(press(one(document, '#m-like .native-text')))).toEqual(['like', 'commit', 'mobile']);
    expect(found(press(one(document, '#m-comment')))).toEqual(['comment', 'open', 'mobile']);
    expect(found(press(one(document, '#m-share')))).toEqual(['share', 'open', 'mobile']);
    expect(found(press(one(document, '[data-action-id="21"]')))).toBeUndefined();
    // A dialog of the site hides the page from screen readers as a whole; it is no decoy for that.
    one(document, 'body > div').setAttribute('aria-hidden', 'true');
    expect(found(press(one(document, '#m-like .native-text')))).toEqual(['like', 'commit', 'mobile']);
  });

  describe('phones, in the shape of saved pages', () => {
    const at = (name: string, path: string) => load(name, `https://m.facebook.com${path}`);
    const author = (trigger: Trigger) => {
      const control = facebook.findControl(trigger);
      return control && [control.action, control.post && facebook.readPost(control.post).author];
    };

    it('a press inside of a box means the box, whatever stands in it', () => {
      const document = at('saved-phone-profile.sw.html', '/kabar.uji');
      const like = one(document, '[data-action-id="48"]');
      expect(author(press(one(like, '.native-text')))).toEqual(['like', 'Kabar Uji']);
      const text = one(like, '.native-text');
      text.outerHTML = `<button class="native-text">${text.innerHTML}</button>`;
      expect(author(press(one(like, 'button span')))).toEqual(['like', 'Kabar Uji']);
      expect(author(press(one(document, '[data-action-id="49"] .native-text')))).toEqual([
        'comment',
        'Kabar Uji',
      ]);
    });

    it('a like that is given has a colour, and is not held again', () => {
      const document = at('saved-phone-profile.sw.html', '/kabar.uji');
      const liked = one(document, '[data-action-id="58"]');
      expect(facebook.findControl(press(liked))).toBeUndefined();
      for (const part of liked.querySelectorAll('[style]')) part.setAttribute('style', 'color:#3b3c3e;');
      expect(author(press(liked))).toEqual(['like', 'Wati Uji']);
    });

    it('the edge of a wider button acts as the button; the name of the page is no part of its words', () => {
      const document = at('saved-phone-group.sw.html', '/groups/77');
      const wide = facebook.findControl(press(one(document, '[data-action-id="111"]')));
      expect(wide && [wide.action, wide.element.getAttribute('data-action-id')]).toEqual(['join', '112']);
      expect(wide && facebook.readAccount(wide)?.group).toBe('GRUP UJI PASAR SUMBER');
      expect(wide && facebook.readAccount(wide)?.text).not.toContain('namba 2');
      for (const number of ['103', '120', '121', '15', '14', '39']) {
        expect(facebook.findControl(press(one(document, `[data-action-id="${number}"]`)))).toBeUndefined();
      }
      document.documentElement.lang = 'id';
      const join = one(document, '[data-action-id="112"]');
      expect(facebook.findControl(press(join))).toBeUndefined();
      join.setAttribute('aria-label', 'Gabung GRUP UJI PASAR SUMBER');
      expect(facebook.findControl(press(join))?.action).toBe('join');
    });

    it('the box for a comment floats over the page, and its button sends', () => {
      const document = at('saved-phone-profile.sw.html', '/kabar.uji');
      for (const number of ['20', '19']) {
        one(document, '#screen-root').insertAdjacentHTML(
          'beforeend',
          `<div class="${number}"><textarea class="textbox multi-line-floating-textbox"></textarea><button class="textbox-submit-button"></button></div>`,
        );
        const editor = one(document, 'textarea');
        expect(facebook.submitButton(editor)).toBe(one(document, '.textbox-submit-button'));
        const send = facebook.findControl(press(one(document, '.textbox-submit-button')));
        expect(send && [send.action, send.role, send.editor]).toEqual(['comment', 'commit', editor]);
        // Of several posts none is known to be meant.
        expect(send?.post).toBeUndefined();
        one(document, `[class="${number}"]`).remove();
      }
    });
  });

  it.each([
    ['#page-like', ['page', 'commit', null]],
    ['#page-follow', ['follow', 'commit', null]],
    ['#page-following', undefined],
    ['#add-friend', ['friend', 'commit', null]],
    ['#join-group', ['join', 'commit', null]],
    ['#upload', ['upload', 'open', null]],
    ['#reel-like', ['like', 'commit', null]],
    ['#reel-comment', ['comment', 'open', null]],
    ['#reel-share', ['share', 'open', null]],
    ['#next', undefined],
    ['#post-submit', ['post', 'commit', null]],
    ['[aria-label=Search]', undefined],
  ])('profile and composer: press on %s is %j', (selector, expected) => {
    expect(found(press(one(load('profile.en.html'), selector)))).toEqual(expected);
  });

  it('the composer gives the draft as own words and does not send on Enter', () => {
    const document = load('profile.en.html');
    const control = facebook.findControl(press(one(document, '#post-submit')));
    expect(control?.editor === undefined ? '' : facebook.readOwnWords(control.editor)).toBe(
      'Vote for pair two',
    );
    expect(found(key(one(document, '[role=dialog] p'), 'Enter'))).toBeUndefined();
    expect(found(key(one(document, 'input'), 'Enter'))).toBeUndefined();
  });
});
