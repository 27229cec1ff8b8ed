// The fixtures bring their own jsdom documents.
// @vitest-environment node

import { describe, expect, it } from 'vitest';
import type { Control } from '../../src/sites/site.ts';
import { x } from '../../src/sites/x/x.ts';
import { fixture, key, one, press } from './fixture.ts';

const STATUS = 'https://x.com/relawan_arunika/status/1900000000000000001';

function idOf(post: Element | undefined): string | null {
  return post?.getAttribute('data-test-id') ?? null;
}

/** One line per control, such as `like commit rain`. */
function lines(controls: readonly Control[]): string[] {
  return controls.map((control) => `${control.action} ${control.role} ${idOf(control.post)}`);
}

function bar(post: string): string[] {
  return [`comment open ${post}`, `repost open ${post}`, `like commit ${post}`, `share open ${post}`];
}

function inCase(page: Document, name: string, selector: string): Element {
  return one(page, `[data-case="${name}"] ${selector}`);
}

describe.each(['en', 'id'])('X, status page with replies (%s)', (lang) => {
  const page = fixture(`x/feed.${lang}.html`, STATUS);
  const posts = x.findPosts(page);

  it('finds every post, outermost and in order', () => {
    expect(posts.map(idOf)).toEqual(['campaign', 'rain', 'school', 'news']);
  });

  it('reads every post completely', () => {
    const [campaign, rain, school, news] = posts.map((post) => x.readPost(post));
    expect(campaign).toEqual({
      key: '/relawan_arunika/status/1900000000000000001',
      author: 'Relawan Arunika',
      handle: 'relawan_arunika',
      text: 'Coblos nomor 2! Bersama kita menangkan Bima Arunika dan Sekar Wulandaru. #ArunikaWulandaru',
      hashtags: ['ArunikaWulandaru'],
      alts: [
        lang === 'en'
          ? "May be an image of 2 people and text that says 'COBLOS NOMOR 2'"
          : "Mungkin gambar 2 orang dan teks yang menyatakan 'COBLOS NOMOR 2'",
      ],
      link: '',
      quoted: null,
      group: null,
    });
    expect(rain).toEqual({
      key: '/warung_melati/status/1900000000000000002',
      author: 'Warung Melati',
      handle: 'warung_melati',
      text: 'Hujan deras sejak subuh, jalan depan warung tergenang. Hati-hati ya 🌧️ #hujan',
      hashtags: ['hujan'],
      alts: [],
      link: '',
      quoted: null,
      group: null,
    });
    expect(school).toEqual({
      key: '/sdkenanga7/status/1900000000000000003',
      author: 'SD Kenanga 7',
      handle: 'sdkenanga7',
      text: 'Besok murid kelas empat menanam pohon di halaman sekolah. Bawa sarung tangan dan air minum.',
      hashtags: [],
      alts: [],
      link: '',
      quoted: {
        author: 'Dinas Taman Kota',
        text: 'Bibit trembesi dan ketapang bisa diambil gratis hari Sabtu.',
      },
      group: 'Komite Kenanga',
    });
    expect(news?.text).toBe(
      'Jembatan Kali Lembayung ditutup dua malam untuk perbaikan; kendaraan dialihkan lewat Jalan Cempaka. lembayung.example/jembat',
    );
    expect(news?.link).toBe('lembayung.example\nJembatan ditutup dua malam');
  });

  it('finds every control with its post', () => {
    expect(lines(x.findControls(page))).toEqual([
      'post open null',
      'follow commit campaign',
      ...bar('campaign'),
      'comment commit campaign',
      ...bar('rain'),
      ...bar('school'),
      ...bar('news'),
    ]);
  });

  it('knows a like from any target inside its button, and a like that is done', () => {
    const path = one(page, '[data-test-id="rain"] [data-testid="like"] path');
    const control = x.findControl(press(path));
    expect(control).toMatchObject({ action: 'like', role: 'commit' });
    expect(idOf(control?.post)).toBe('rain');
    expect(control?.element.getAttribute('data-testid')).toBe('like');
    expect(control && x.isDone(control)).toBe(false);
    expect(control && x.replayForm(control)).toBe('click');

    const liked = x.findControl(press(one(page, '[data-test-id="school"] [data-testid="unlike"] path')));
    expect(liked && x.isDone(liked)).toBe(true);
  });

  it('takes Enter and Space on a button and the key l on the post, but no other key and no modifier', () => {
    const like = one(page, '[data-test-id="rain"] [data-testid="like"]');
    const rain = one(page, '[data-test-id="rain"]');
    expect(x.findControl(key(like, 'Enter'))?.element).toBe(like);
    expect(x.findControl(key(like, ' '))?.element).toBe(like);
    expect(x.findControl(key(rain, 'l'))?.element).toBe(like);
    expect(x.findControl(key(rain, 't'))).toMatchObject({ action: 'repost', role: 'open' });
    expect(x.findControl(key(rain, 'r'))).toMatchObject({ action: 'comment', role: 'open' });
    expect(x.findControl(key(rain, 'l', { command: true }))).toBeUndefined();
    expect(x.findControl(key(rain, 'j'))).toBeUndefined();
    expect(x.findControl(key(one(page, 'body'), 'l'))).toBeUndefined();
  });

  it('sends a comment on Ctrl+Enter only, since Enter is a new line here', () => {
    const line = one(page, '[data-testid="tweetTextarea_0"] [data-offset-key]');
    const editor = one(page, '[data-testid="tweetTextarea_0"]');
    const control = x.findControl(key(line, 'Enter', { command: true }));
    expect(control).toMatchObject({ action: 'comment', role: 'commit', element: editor, editor });
    expect(idOf(control?.post)).toBe('campaign');
    expect(x.findControl(key(line, 'Enter'))).toBeUndefined();
    expect(x.findControl(key(line, 'Enter', { shift: true }))).toBeUndefined();
    expect(x.findControl(key(line, 'l'))).toBeUndefined();
    expect(x.findControl(key(line, ' '))).toBeUndefined();
  });

  it('knows presses that are none of its business', () => {
    for (const selector of [
      'caret',
      'bookmark',
      'tweetText',
      'tweetButtonInline',
      'tweetPhoto',
      'socialContext',
    ]) {
      for (const element of page.querySelectorAll(`[data-testid="${selector}"]`)) {
        expect(x.findControl(press(element)), selector).toBeUndefined();
      }
    }
    expect(
      x.findControl(press(one(page, '[data-test-id="rain"] button:not([data-testid])'))),
    ).toBeUndefined();
    expect(x.findControl(press(one(page, '[data-test-id="school"] [role="link"]:not(a)')))).toBeUndefined();
  });
});

describe('X, comment and post composers', () => {
  it('offers the button once it can be pressed', () => {
    const page = fixture('x/feed.en.html', STATUS);
    const editor = one(page, '[data-testid="tweetTextarea_0"]');
    const button = one(page, '[data-testid="tweetButtonInline"]');
    expect(x.submitButton(editor)).toBeUndefined();
    button.removeAttribute('disabled');
    button.setAttribute('aria-disabled', 'false');
    expect(x.submitButton(editor)).toBe(button);
    const control = x.findControl(press(one(button, 'span')));
    expect(control).toMatchObject({ action: 'comment', role: 'commit', element: button, editor });
    expect(idOf(control?.post)).toBe('campaign');
    expect(
      x.findControls(page).filter(({ action, role }) => action === 'comment' && role === 'commit'),
    ).toHaveLength(1);
  });

  it('knows the focused post by its mark where the address does not tell it, and by the address first', () => {
    const marked = fixture('x/feed.en.html', 'https://x.com/home');
    const editor = one(marked, '[data-testid="tweetTextarea_0"]');
    expect(idOf(x.findControl(key(editor, 'Enter', { command: true }))?.post)).toBe('campaign');

    const named = fixture('x/feed.en.html', 'https://x.com/warung_melati/status/1900000000000000002');
    const box = one(named, '[data-testid="tweetTextarea_0"]');
    expect(idOf(x.findControl(key(box, 'Enter', { command: true }))?.post)).toBe('rain');
  });

  it('tells the reply dialog from the composer of the home page behind it', () => {
    const page = fixture('x/reply-dialog.id.html', 'https://x.com/compose/post');
    const reply = x.findControl(press(inCase(page, 'reply', '[data-testid="tweetButton"]')));
    expect(reply).toMatchObject({ action: 'comment', role: 'commit' });
    expect(idOf(reply?.post)).toBe('answered');
    expect(reply?.editor && x.readOwnWords(reply.editor)).toBe('Siap\nmenang');

    const home = x.findControl(
      key(one(page, '[data-home-box] [contenteditable]'), 'Enter', { command: true }),
    );
    expect(home).toMatchObject({ action: 'post', role: 'commit', post: undefined });

    inCase(page, 'reply', 'article').setAttribute('tabindex', '-1');
    const behind = x.findControl(
      key(one(page, '[data-home-box] [contenteditable]'), 'Enter', { command: true }),
    );
    expect(behind).toMatchObject({ action: 'post', post: undefined });
  });

  it('reads the textarea of the mobile site', () => {
    const page = fixture('x/reply-dialog.id.html', 'https://mobile.twitter.com/compose/post');
    const editor = inCase(page, 'mobile', 'textarea');
    const control = x.findControl(key(editor, 'Enter', { command: true }));
    expect(idOf(control?.post)).toBe('answered-mobile');
    expect(x.readOwnWords(editor)).toBe('Hati-hati di jalan');
    expect(x.submitButton(editor)).toBe(inCase(page, 'mobile', '[data-testid="tweetButton"]'));
  });

  it('knows a new post, a thread, a quote and the viewer', () => {
    const page = fixture('x/composer.en.html', 'https://x.com/home');
    const post = x.findControl(press(inCase(page, 'post', '[data-testid="tweetButton"]')));
    expect(post).toMatchObject({ action: 'post', post: undefined });
    expect(post?.editor && x.readOwnWords(post.editor)).toBe('Satu\nDua');

    const quote = x.findControl(press(inCase(page, 'quote', '[data-testid="tweetButton"]')));
    expect(quote).toMatchObject({ action: 'quote', role: 'commit', post: undefined });

    const like = x.findControl(press(inCase(page, 'viewer', '[data-testid="like"]')));
    expect(idOf(like?.post)).toBe('viewed');
    const box = x.findControl(key(inCase(page, 'viewer', '[contenteditable]'), 'Enter', { command: true }));
    expect(box?.action).toBe('comment');
    expect(idOf(box?.post)).toBe('viewed');
  });
});

describe('X, layers outside the posts', () => {
  const page = fixture('x/menu.en.html', 'https://x.com/home');

  it.each(['old', 'new', 'sheet'])('commits a repost and opens a quote (%s)', (name) => {
    const items = [...one(page, `[data-case="${name}"]`).querySelectorAll('[role="menuitem"]')];
    expect(
      items
        .map((item) => x.findControl(press(item)))
        .map((control) => control && [control.action, control.role, control.post]),
    ).toEqual(
      [['repost', 'commit', undefined], ['quote', 'open', undefined], undefined].slice(0, items.length),
    );
  });

  it('leaves undoing a repost alone but opens the quote beside it', () => {
    expect(x.findControl(press(inCase(page, 'undo', '[data-testid="unretweetConfirm"]')))).toBeUndefined();
    expect(x.findControl(press(inCase(page, 'undo', 'a[role="menuitem"] span')))).toMatchObject({
      action: 'quote',
    });
  });

  it('knows sending to a person by the address or the label, and that copying is no action', () => {
    const items = [...one(page, '[data-case="share"]').querySelectorAll('[role="menuitem"]')];
    expect(items.map((item) => x.findControl(press(item))?.action)).toEqual([
      undefined,
      undefined,
      'share',
      'share',
    ]);
    const send = x.findControl(press(inCase(page, 'chat', '[data-testid="dm-composer-send-button"] path')));
    expect(send).toMatchObject({ action: 'share', role: 'commit', post: undefined });
  });

  it('leaves other menus and sheets alone', () => {
    for (const item of page.querySelectorAll(
      '[data-case="caret"] [role="menuitem"], [data-case="unfollow"] button',
    )) {
      expect(x.findControl(press(item))).toBeUndefined();
    }
  });

  it.each([
    ['like?tweet_id=1', 'like'],
    ['retweet?tweet_id=1', 'repost'],
    ['follow?screen_name=a', 'follow'],
    ['post?text=a', 'post'],
    ['other', undefined],
  ])('reads the action of an intent page from its address (%s)', (path, action) => {
    const intent = fixture('x/intent.en.html', `https://x.com/intent/${path}`);
    const control = x.findControl(press(one(intent, '[data-testid="confirmationSheetConfirm"]')));
    expect(control?.action).toBe(action);
  });

  it('knows a follow, but not an unfollow', () => {
    const feed = fixture('x/feed.en.html', STATUS);
    const button = one(feed, '[data-testid$="-follow"]');
    expect(x.findControl(press(button))).toMatchObject({ action: 'follow', role: 'commit' });
    button.setAttribute('data-testid', '1700000001-unfollow');
    expect(x.findControl(press(button))).toBeUndefined();
  });
});

describe('X, other cohorts', () => {
  it('reads a logged-out page saved with absolute addresses', () => {
    const page = fixture('x/logged-out.en.html', 'https://x.com/pasarkemuning/status/1900000000000000011');
    const [post] = x.findPosts(page);
    expect(post && x.readPost(post)).toMatchObject({
      key: '/pasarkemuning/status/1900000000000000011',
      author: 'Pasar Kemuning',
      handle: 'pasarkemuning',
    });
    expect(lines(x.findControls(page))).toEqual(['post open null', ...bar('post')]);
  });

  it('reads div buttons, quotes without own text, unavailable quotes, ads and skips empty cells', () => {
    const page = fixture('x/cohort.en.html', 'https://x.com/home');
    const posts = x.findPosts(page);
    expect(posts.map(idOf)).toEqual(['old', 'quote-only', 'gone', 'ad']);
    const [, quoting, gone, ad] = posts.map((post) => x.readPost(post));
    expect(quoting).toMatchObject({
      key: '/rinikalalumi/status/1900000000000000022',
      author: 'Rini Kalalumi',
      text: '',
      alts: ['Poster nomor 2'],
      quoted: { author: 'Tim Arunika', text: 'Menangkan Bima Arunika, coblos nomor 2.' },
      group: 'Warga Lembayung',
    });
    expect(gone).toMatchObject({ author: 'Joko Anggara', text: 'Sudah dihapus rupanya.', quoted: null });
    expect(ad).toMatchObject({ handle: 'tokopelangi', text: 'Payung lipat, dua warna.' });
    expect(ad?.key).toMatch(/^text:/);
    expect(lines(x.findControls(page))).toEqual([
      'post open null',
      ...bar('old'),
      ...bar('quote-only'),
      ...bar('gone'),
      ...bar('ad'),
    ]);
  });

  it('follows a recycled cell: the same element with other content is another post', () => {
    const page = fixture('x/feed.en.html', STATUS);
    const rain = one(page, '[data-test-id="rain"]');
    const before = x.readPost(rain).key;
    rain.replaceChildren(...one(page, '[data-test-id="news"]').childNodes);
    expect(x.readPost(rain).key).not.toBe(before);
    expect(x.readPost(rain).author).toBe('Kabar Lembayung');
  });
});
