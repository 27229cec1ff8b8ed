// The fixtures bring their own jsdom documents.
// @vitest-environment node

import { describe, expect, it } from 'vitest';
import { instagram } from '../../src/sites/instagram/instagram.ts';
import type { Control } from '../../src/sites/site.ts';
import { fixture, key, one, press } from './fixture.ts';

const HOME = 'https://www.instagram.com/';

function idOf(post: Element | undefined): string | null {
  if (post === undefined) {
    return null;
  }
  // A comment has no name of its own in the fixtures.
  const around = post.parentElement?.closest('[data-test-id], main, [role="dialog"]');
  const inside = around?.getAttribute('data-test-id') ?? around?.getAttribute('role') ?? around?.localName;
  return post.getAttribute('data-test-id') ?? (post.localName === 'main' ? 'main' : `comment of ${inside}`);
}

/** One line per control, such as `like commit rain`. */
function lines(controls: readonly Control[]): string[] {
  return controls.map((control) => `${control.action} ${control.role} ${idOf(control.post)}`);
}

function bar(post: string): string[] {
  return [`like commit ${post}`, `comment open ${post}`, `repost commit ${post}`, `share open ${post}`];
}

/** Types into the box and adds the send button, as the site does after typing. */
function type(form: Element, words: string, label: string): Element {
  const box = one(form, 'textarea') as HTMLTextAreaElement;
  box.value = words;
  const button = form.ownerDocument.createElement('div');
  button.setAttribute('role', 'button');
  button.append(label);
  box.after(button);
  return button;
}

describe.each([
  ['en', 'Add a comment…', 'Post', ['Like', 'Unlike']],
  ['id', 'Tambahkan komentar…', 'Kirim', ['Suka', 'Batal Suka']],
] as const)('Instagram, feed (%s)', (lang, box, post, [like, unlike]) => {
  const page = fixture(`instagram/feed.${lang}.html`, HOME);
  const posts = instagram.findPosts(page);
  const by = (name: string) =>
    lang === 'en' ? `Photo by ${name} on August 14, 2026. ` : `Foto oleh ${name} pada 14 Agustus 2026. `;

  it('finds every post in order', () => {
    expect(posts.map(idOf)).toEqual(['campaign', 'rain', 'school', 'news']);
  });

  it('reads every post completely', () => {
    const [campaign, rain, school, news] = posts.map((element) => instagram.readPost(element));
    expect(campaign).toEqual({
      key: '/p/DAcampaign1/',
      author: 'relawan.arunika',
      handle: 'relawan.arunika',
      text: 'Coblos nomor 2! Bersama kita menangkan Bima Arunika dan Sekar Wulandaru #ArunikaWulandaru #Lembayung…',
      hashtags: ['ArunikaWulandaru', 'Lembayung'],
      alts:
        lang === 'en'
          ? [
              `${by('Relawan Arunika')}May be an image of 2 people and text that says 'COBLOS NOMOR 2'.`,
              `${by('Relawan Arunika')}May be an image of text.`,
            ]
          : [
              `${by('Relawan Arunika')}Mungkin gambar 2 orang dan teks yang menyatakan 'COBLOS NOMOR 2'`,
              `${by('Relawan Arunika')}Mungkin gambar teks.`,
            ],
      link: '',
      quoted: null,
      group: null,
    });
    expect(rain).toMatchObject({
      key: '/p/DBrain22222/',
      author: 'warung_melati',
      text: 'Hujan deras sejak subuh 🌧️ jalan depan warung tergenang #hujan',
      hashtags: ['hujan'],
    });
    expect(rain?.alts).toHaveLength(1);
    expect(school).toMatchObject({
      key: '/p/DCschool333/',
      author: 'sdkenanga7, komite.kenanga',
      handle: 'sdkenanga7',
      text: 'Besok murid kelas empat menanam pohon di halaman sekolah.\nBawa sarung tangan dan air minum.',
      hashtags: [],
      alts: [],
    });
    expect(news).toMatchObject({
      key: '/p/DDnews44444/',
      author: 'kabar.lembayung',
      text: 'Jembatan Kali Lembayung ditutup dua malam; kendaraan lewat Jalan Cempaka. Terima kasih @dinas.jalan',
    });
  });

  it("does not read the author's own comment as the caption of a post without one", () => {
    const own = fixture(`instagram/feed.${lang}.html`, HOME);
    const rain = one(own, '[data-test-id="rain"]');
    one(rain, 'span[dir="auto"] > a[href*="/explore/tags/"]').parentElement?.remove();
    expect(instagram.readPost(rain)).toMatchObject({ text: '', hashtags: [] });
  });

  it('finds every control with its post', () => {
    expect(lines(instagram.findControls(page))).toEqual([
      'follow commit campaign',
      ...['campaign', 'rain'].flatMap((name) => [
        ...bar(name),
        `like commit comment of ${name}`,
        `comment commit ${name}`,
      ]),
      ...bar('school'),
      'comment commit school',
      'like commit news',
      'comment open news',
      'share open news',
      'comment commit news',
    ]);
  });

  it('knows a like from any target inside its button, and a like that is done', () => {
    const control = instagram.findControl(
      press(one(page, `[data-test-id="rain"] svg[height="24"][aria-label="${like}"] path`)),
    );
    expect(control).toMatchObject({ action: 'like', role: 'commit', label: like });
    expect(control?.element.getAttribute('role')).toBe('button');
    expect(idOf(control?.post)).toBe('rain');
    expect(control && instagram.isDone(control)).toBe(false);
    expect(control && instagram.replayForm(control)).toBe('pointer');

    const done = instagram.findControl(
      press(one(page, `[data-test-id="school"] svg[height="24"][aria-label="${unlike}"]`)),
    );
    expect(done && instagram.isDone(done)).toBe(true);
  });

  it('takes the like of a comment for one of the comment, with the post that it answers', () => {
    const hearts = [...page.querySelectorAll(':is(svg[height="12"], svg[height="16"])')].filter(
      (icon) => icon.closest('[role="button"]') !== null,
    );
    expect(hearts).toHaveLength(2);
    const controls = hearts.map((heart) => instagram.findControl(press(heart)));
    expect(controls).toMatchObject([
      { action: 'like', role: 'commit' },
      { action: 'like', role: 'commit' },
    ]);
    const [comment] = controls.map((control) => control?.post && instagram.readPost(control.post));
    expect(comment).toMatchObject({
      handle: 'pendukung.satu',
      text: 'Siap menang! #gaspol',
      hashtags: ['gaspol'],
      alts: [],
      quoted: { author: 'relawan.arunika', text: expect.stringMatching(/^Coblos nomor 2!/) },
    });
    expect(comment?.key).not.toBe('/p/DAcampaign1/');
  });

  it('knows a repost that is done by its check mark', () => {
    const done = (id: string) => {
      const label = lang === 'en' ? 'Repost' : 'Posting ulang';
      const control = instagram.findControl(
        press(one(page, `[data-test-id="${id}"] svg[aria-label="${label}"]`)),
      );
      return control && instagram.isDone(control);
    };
    expect(done('rain')).toBe(false);
    expect(done('school')).toBe(true);
  });

  it('sends a comment on Enter, not on Shift+Enter or another key', () => {
    const editor = one(page, `[data-test-id="rain"] textarea[aria-label="${box}"]`);
    const control = instagram.findControl(key(editor, 'Enter'));
    expect(control).toMatchObject({ action: 'comment', role: 'commit', element: editor, editor, label: box });
    expect(idOf(control?.post)).toBe('rain');
    expect(control && instagram.replayForm(control)).toBe('enter');
    expect(instagram.findControl(key(editor, 'Enter', { shift: true }))).toBeUndefined();
    // Only Shift is known to make a new line.
    expect(instagram.findControl(key(editor, 'Enter', { command: true }))?.action).toBe('comment');
    expect(instagram.findControl(key(editor, ' '))).toBeUndefined();
    expect(instagram.findControl(key(editor, 'l'))).toBeUndefined();
  });

  it('sends a comment by the button that appears after typing', () => {
    const own = fixture(`instagram/feed.${lang}.html`, HOME);
    const form = one(own, '[data-test-id="news"] form');
    const editor = one(form, 'textarea');
    expect(instagram.submitButton(editor)).toBeUndefined();
    const button = type(form, 'Hati-hati di jalan', post);
    const control = instagram.findControl(press(button));
    expect(control).toMatchObject({
      action: 'comment',
      role: 'commit',
      element: button,
      editor,
      label: post,
    });
    expect(idOf(control?.post)).toBe('news');
    expect(instagram.submitButton(editor)).toBe(button);
    expect(instagram.readOwnWords(editor)).toBe('Hati-hati di jalan');
    const typed = instagram.findControl(key(editor, 'Enter'));
    expect(typed && instagram.replayForm(typed)).toBe('click');
    const comments = instagram
      .findControls(own)
      .filter(({ action, post }) => action === 'comment' && idOf(post) === 'news');
    expect(comments.map(({ role }) => role)).toEqual(['open', 'commit']);
  });

  it('takes Enter and Space on a focused button', () => {
    const button = one(page, `[data-test-id="rain"] svg[height="24"][aria-label="${like}"]`).closest(
      '[role="button"]',
    );
    expect(button && instagram.findControl(key(button, 'Enter'))?.action).toBe('like');
    expect(button && instagram.findControl(key(button, ' '))?.action).toBe('like');
    expect(button && instagram.findControl(key(button, 'l'))).toBeUndefined();
  });

  it('knows presses that are none of its business', () => {
    const others = ['svg[height="13"]', 'section polygon', 'img', 'span[role="button"]', 'a', 'time'];
    for (const selector of others) {
      expect(
        instagram.findControl(press(one(page, `[data-test-id="rain"] ${selector}`))),
        selector,
      ).toBeUndefined();
    }
  });
});

describe('Instagram, pages without a feed', () => {
  it('reads a single page without article, saved with absolute addresses', () => {
    const page = fixture('instagram/post.id.html', `${HOME}p/DAcampaign1/`);
    const posts = instagram.findPosts(page);
    expect(posts.map(idOf)).toEqual(['main']);
    expect(posts.map((post) => instagram.readPost(post))).toEqual([
      {
        key: '/p/DAcampaign1/',
        author: 'relawan.arunika',
        handle: 'relawan.arunika',
        text: 'Coblos nomor 2, menangkan Bima Arunika #ArunikaWulandaru',
        hashtags: ['ArunikaWulandaru'],
        alts: ["Foto oleh Relawan Arunika. Mungkin gambar teks yang menyatakan 'NOMOR 2'"],
        link: '',
        quoted: null,
        group: null,
      },
    ]);
    expect(lines(instagram.findControls(page))).toEqual([
      'follow commit main',
      'like commit comment of single',
      'like commit comment of single',
      ...bar('main'),
      'comment commit main',
    ]);
  });

  it('reads the dialog over a profile and not the grid behind it', () => {
    const page = fixture('instagram/modal.en.html', `${HOME}p/DGmodal9999/`);
    const posts = instagram.findPosts(page);
    expect(posts.map(idOf)).toEqual(['modal']);
    expect(posts.map((post) => instagram.readPost(post))).toEqual([
      {
        key: '/p/DGmodal9999/',
        author: 'kedai.senja',
        handle: 'kedai.senja',
        text: 'Kopi baru dari lereng Gunung Tirta #kopi',
        hashtags: ['kopi'],
        alts: ['Photo by Kedai Senja on June 1, 2026.'],
        link: '',
        quoted: null,
        group: null,
      },
    ]);
    // "Post" in the dialog is a comment and "Following" is not a follow.
    expect(lines(instagram.findControls(page))).toEqual([
      'follow commit null',
      'like commit comment of modal',
      'like commit modal',
      'comment open modal',
      'share open modal',
      'comment commit modal',
    ]);
  });

  it('reads the reels feed', () => {
    const page = fixture('instagram/reels.en.html', `${HOME}reels/DHreel11111/`);
    const posts = instagram.findPosts(page);
    expect(posts.map(idOf)).toEqual(['reel-1', 'reel-2']);
    const [first, second] = posts.map((post) => instagram.readPost(post));
    expect(first).toMatchObject({
      key: '/reel/DHreel11111/',
      author: 'relawan.arunika',
      text: 'Coblos nomor 2 #Arunika',
      hashtags: ['Arunika'],
      alts: [],
    });
    expect(second).toMatchObject({ author: 'warung_melati', text: 'Hujan lagi.' });
    expect(second?.key).toMatch(/^text:/);
    expect(lines(instagram.findControls(page))).toEqual([
      'follow commit reel-1',
      ...bar('reel-1'),
      'follow commit reel-2',
      ...bar('reel-2'),
      'like commit comment of dialog',
      'comment commit null',
    ]);
  });

  it('reads a story and its reply box', () => {
    const page = fixture('instagram/story.id.html', `${HOME}stories/relawan.arunika/33/`);
    expect(instagram.findPosts(page).map((post) => instagram.readPost(post))).toMatchObject([
      {
        key: '/stories/relawan.arunika/33/',
        handle: 'relawan.arunika',
        alts: ["Foto oleh Relawan Arunika. Mungkin gambar teks yang menyatakan 'NOMOR 2'"],
      },
    ]);
    const editor = one(page, 'textarea');
    expect(instagram.findControl(key(editor, 'Enter'))).toMatchObject({
      action: 'reply',
      role: 'commit',
      editor,
    });
    const send = instagram.submitButton(editor);
    expect(send?.textContent).toBe('Kirim');
    expect(send && instagram.findControl(press(send))).toMatchObject({
      action: 'reply',
      role: 'commit',
      editor,
    });
    expect(instagram.findControl(press(one(page, 'svg[aria-label="Suka"]')))?.action).toBe('like');
  });
});

describe('Instagram, layers and other languages', () => {
  it('commits a share by the label, or by the person picker where the label is unknown', () => {
    const page = fixture('instagram/share-dialog.id.html', HOME);
    const pressed = (name: string, nth: number) => {
      const buttons = page.querySelectorAll(`[data-case="${name}"] :is(button, [role="button"])`);
      const button = buttons[nth];
      return button && instagram.findControl(press(button));
    };
    expect(pressed('id', 0)).toBeUndefined();
    expect(pressed('id', 1)).toMatchObject({ action: 'share', role: 'commit', post: undefined });
    expect(pressed('id', 1)?.editor?.localName).toBe('textarea');
    expect(pressed('pt', 0)).toBeUndefined();
    expect(pressed('pt', 1)).toMatchObject({ action: 'share', role: 'commit', post: undefined });
    expect(pressed('settings', 0)).toBeUndefined();
  });

  it('publishes a new post', () => {
    const page = fixture('instagram/new-post.en.html', HOME);
    const control = instagram.findControl(press(one(page, '[role="dialog"] [role="button"]')));
    expect(control).toMatchObject({ action: 'post', role: 'commit', post: undefined });
    expect(control?.editor && instagram.readOwnWords(control.editor)).toBe('Coblos nomor 2');
  });

  it('goes by the order of the row in a language without a table', () => {
    const page = fixture('instagram/other-language.pt.html', HOME);
    expect(instagram.findPosts(page).map(idOf)).toEqual(['plain', 'liked']);
    const controls = instagram.findControls(page);
    expect(lines(controls)).toEqual([
      ...bar('plain'),
      'comment commit plain',
      ...bar('liked'),
      'comment commit liked',
    ]);
    const done = controls
      .filter(({ action }) => action === 'like')
      .map((control) => instagram.isDone(control));
    expect(done).toEqual([false, true]);
  });

  it('does not take a form of the settings for a comment box', () => {
    const page = fixture('instagram/new-post.en.html', `${HOME}accounts/edit/`);
    const form = page.createElement('form');
    const box = page.createElement('textarea');
    form.append(box);
    one(page, 'main').append(form);
    expect(instagram.findControl(key(box, 'Enter'))).toBeUndefined();
  });
});
