import { describe, expect, it } from 'vitest';
import { facebook } from '../../src/sites/facebook/facebook.ts';
import type { Control, Trigger } from '../../src/sites/site.ts';
import { fixture, key, one, page, pathTo, press } from './fixture.ts';

const HOST = 'https://www.facebook.com';

function load(name: string, path: string): Document {
  return fixture(`facebook/${name}`, `${HOST}${path}`);
}

function summary({ action, role, post, element }: Control) {
  const place = post?.getAttribute('data-test-id') ?? (post?.hasAttribute('aria-label') ? 'comment' : null);
  return [action, role, String(place), ...(element.id === '' ? [] : [element.id])].join(' ');
}

function controlsOf(document: Document) {
  return facebook.findControls(document).map(summary);
}

function textsOf(document: Document) {
  return facebook.findPosts(document).map((container) => {
    const { author, text, group } = facebook.readPost(container);
    return [container.getAttribute('data-test-id'), author, text, ...(group === null ? [] : [group])];
  });
}

const found = (trigger: Trigger) => {
  const control = facebook.findControl(trigger);
  return control && summary(control);
};
const ROW = (id: string) => [`like commit ${id}`, `comment open ${id}`, `share open ${id}`];
const ROW_WITH_ARROW = (id: string) => [
  `like commit ${id}`,
  `react open ${id}`,
  `comment open ${id}`,
  `share open ${id}`,
];

describe('Facebook views: posts and controls', () => {
  it('search, logged in: decoys, "with 3 others", Join and Follow without labels, cards', () => {
    const document = load('search.en.html', '/search/top/?q=uji');
    expect(textsOf(document)).toEqual([
      ['group', 'Joko Uji Santosa', 'The market road is closed on Monday.', 'Grup Uji Warga'],
      ['campaign', 'Relawan Uji', 'Coblos nomor 2, menangkan! #UjiBersatu'],
      ['with', 'Sutrala Wijaksa', 'Dinner by the river.'],
    ]);
    expect(controlsOf(document)).toEqual([
      'join commit group',
      ...ROW_WITH_ARROW('group'),
      'follow commit campaign',
      ...ROW_WITH_ARROW('campaign'),
      ...ROW_WITH_ARROW('with'),
      'friend commit null card-friend',
      'join commit null card-join',
    ]);
  });

  it('Thai, logged out, no marker and no known label: by the place in the row and in the comment', () => {
    const document = load('permalink.th.html', '/kelompok.uji/posts/pfbid0thai');
    expect(textsOf(document)).toEqual([['thai', 'Kelompok Uji', 'ประชุมหมู่บ้านวันศุกร์ Coblos nomor 2']]);
    expect(controlsOf(document)).toEqual([
      'follow commit thai',
      ...ROW('thai'),
      'like commit comment',
      'reply open thai',
      'comment commit thai',
      'comment commit thai send',
    ]);
  });

  it('Tagalog, articles only: suggestions, reels and placeholders are no posts', () => {
    const document = load('articles.tl.html', '/');
    expect(textsOf(document)).toEqual([
      ['rain', 'Dimas Prakoso', 'Umulan buong araw'],
      ['campaign', 'Relawan Uji', 'Coblos nomor 2'],
      ['sharer', 'Rini Uji', 'Basahin ninyo'],
    ]);
    const [, , sharer] = facebook.findPosts(document).map(facebook.readPost);
    expect(sharer?.quoted).toEqual({ author: 'Paguyuban Uji', text: 'Menangkan nomor 2' });
    expect(controlsOf(document)).toEqual([
      ...ROW_WITH_ARROW('rain'),
      'friend commit null pymk-add',
      'friend commit null',
      ...ROW_WITH_ARROW('campaign'),
      ...ROW_WITH_ARROW('sharer'),
    ]);
  });

  it('Arabic, right to left', () => {
    const document = load('feed.ar.html', '/');
    expect(textsOf(document)).toEqual([
      ['rain', 'أحمد أوجي', 'مطر طوال اليوم 🌧️'],
      ['campaign', 'متطوعون', 'Coblos nomor 2 معنا'],
    ]);
    expect(controlsOf(document)).toEqual([
      ...ROW('rain'),
      'comment commit rain',
      'follow commit campaign',
      ...ROW('campaign'),
      'comment commit campaign',
    ]);
  });

  it('viewer of reels: each reel is a post with a key of its own', () => {
    const document = load('reels.vi.html', '/reel/1001');
    expect(textsOf(document)).toEqual([
      ['rain', 'Dapur Uji', 'Soto sepuluh menit\n#uji'],
      ['campaign', 'Relawan Uji', 'Menangkan nomor 2\n#uji'],
    ]);
    expect(facebook.findPosts(document).map((post) => facebook.readPost(post).key)).toEqual([
      '/reel/1001',
      '/reel/1002',
    ]);
    expect(controlsOf(document)).toEqual([
      'follow commit rain',
      ...ROW('rain'),
      'follow commit campaign',
      ...ROW('campaign'),
    ]);
  });

  it('viewer of photos: the panel is the post, the photo beside it is read', () => {
    const document = load('photo.jv.html', '/photo/?fbid=55');
    expect(textsOf(document)).toEqual([['campaign', 'Relawan Uji', 'Coblos nomor 2 bareng']]);
    const [post] = facebook.findPosts(document).map(facebook.readPost);
    expect(post?.alts).toEqual(["Bisa uga gambar teks sing ngomong 'COBLOS 2'"]);
    expect(controlsOf(document)).toEqual([
      ...ROW('campaign'),
      'like commit comment',
      'reply open campaign',
      'comment commit campaign',
    ]);
  });

  it('layers without a known label: sheet, stickers and composer, but no emoji', () => {
    const document = load('layers.tl.html', '/');
    const layers = (id: string) => facebook.findControls(one(document, id)).map(summary);
    expect(layers('#sheet')).toEqual([
      'share commit null sheet-now',
      ...Array.from({ length: 5 }, () => 'share open null'),
    ]);
    expect(layers('#stickers')).toEqual(Array.from({ length: 6 }, () => 'comment commit campaign'));
    expect(layers('#emojis')).toEqual([]);
    expect(layers('#composer')).toEqual(['post commit null composer-post']);
    // Closed again: its pictures send nothing.
    one(document, '[aria-expanded=true]').setAttribute('aria-expanded', 'false');
    expect(layers('#stickers')).toEqual([]);
  });

  it('nothing unknown is counted where everything is understood, and something where a row is not', () => {
    const document = load('articles.tl.html', '/');
    expect(facebook.countUnknown(document)).toBe(0);
    const empty = page(
      '<div role="feed"><div role="article"><h3><a href="/a.uji">A</a></h3><div data-ad-rendering-role="story_message">Hai</div><p>Pencet</p></div></div>',
      HOST,
    );
    expect(facebook.countUnknown(empty)).toBe(1);
  });
});

describe('Facebook: comments', () => {
  it('the like of a comment is about the comment and the post above it', () => {
    const document = load('permalink.logged-out.html', '/permalink.php?story_fbid=pfbid0abc&id=1');
    const like = facebook.findControls(document).find(({ post }) => post?.hasAttribute('aria-label'));
    expect(like?.action).toBe('like');
    const read = like?.post && facebook.readPost(like.post);
    expect(read).toMatchObject({
      key: 'comment:1',
      author: 'Wahyu Uji',
      text: 'Coblos nomor 9 saja #bukanpos',
      quoted: { author: 'Kabar Desa Uji' },
    });
    expect(read?.quoted?.text).toContain('The village meeting');
  });

  it('a liked comment is done, in a language without a table too', () => {
    const document = load('permalink.th.html', '/');
    const button = one(document, '[aria-label^="ความคิดเห็น"] ul [role=button]');
    expect(found(press(button))).toBe('like commit comment');
    button.setAttribute('aria-label', 'เอา ถูกใจ ออก');
    expect(found(press(button))).toBeUndefined();
  });
});

describe('Facebook: accounts', () => {
  const accountOf = (document: Document, selector: string) => {
    const control = facebook.findControl(press(one(document, selector)));
    const account = control && facebook.readAccount(control);
    return account && [control.action, account.author, account.handle, account.group, account.text];
  };

  it('cards: name, handle and description of a person, name of a group', () => {
    const document = load('search.en.html', '/search/top/?q=uji');
    expect(accountOf(document, '#card-friend')).toEqual([
      'friend',
      'Eko Uji Perdana',
      'eko.uji',
      null,
      'Lives in Sumber Asri',
    ]);
    expect(accountOf(document, '#card-join')).toEqual([
      'join',
      '',
      '',
      'Relawan Uji Dua',
      'Menangkan nomor 2 bersama',
    ]);
  });

  it('people you may know: the first button befriends, the second does not', () => {
    const document = load('articles.tl.html', '/');
    expect(accountOf(document, '#pymk-add')).toEqual([
      'friend',
      'Dewi Uji Sekar',
      'dewi.uji',
      null,
      'Relawan menangkan nomor 2',
    ]);
    expect(accountOf(document, '#pymk-remove')).toBeUndefined();
  });

  it('title of a profile and hover card, in a language without a table', () => {
    const document = load('profile.th.html', '/relawan.uji');
    const [action, author, handle, group, text] = accountOf(document, '#title-follow') ?? [];
    expect([action, author, handle, group]).toEqual([
      'follow',
      'Relawan Uji Sumber Asri',
      'relawan.uji',
      null,
    ]);
    expect(text).toContain('Menangkan nomor 2 bersama kami');
    expect(accountOf(document, '#title-message')).toBeUndefined();
    expect(accountOf(document, '#hover-follow')?.slice(0, 3)).toEqual([
      'follow',
      'Dewi Uji Sekar',
      'dewi.uji',
    ]);
  });

  it('the title of a group joins; a member has a menu there, an owner a file input', () => {
    const html = (more: string) =>
      page(
        `<html lang="km"><div role="main"><div><h1><a href="/groups/77">Grup Uji</a></h1><div><div role="button" id="b"><span>ចូលរួម</span></div>${more}</div></div></div></html>`,
        `${HOST}/groups/77`,
      );
    expect(accountOf(html(''), '#b')?.slice(0, 4)).toEqual(['join', '', '', 'Grup Uji']);
    expect(
      accountOf(html('<div role="button" aria-haspopup="menu"><span>សមាជិក</span></div>'), '#b'),
    ).toBeUndefined();
  });

  it('to follow a page is an action on a page, and done once it is followed', () => {
    const html = (label: string) =>
      page(
        `<html lang="id"><div role="main"><h1>Uji</h1><div role="button" id="b"><span>${label}</span></div></div></html>`,
        `${HOST}/pages/uji/1`,
      );
    expect(accountOf(html('Ikuti'), '#b')?.[0]).toBe('page');
    const document = html('Ikuti');
    const follow = facebook.findControl(press(one(document, '#b')));
    one(document, '#b span').textContent = 'Mengikuti';
    expect(follow && facebook.isDone(follow)).toBe(true);
  });

  it('a new post is about the group it is written in, and about nobody elsewhere', () => {
    const html =
      '<div role="main"><h1>Grup Uji Warga</h1></div><div role="dialog"><div contenteditable="true" role="textbox"></div><div role="button" aria-label="Posting" id="b"></div></div>';
    const post = (path: string) => {
      const control = facebook.findControl(press(one(page(`<html lang="id">${html}`, HOST + path), '#b')));
      return control && [control.action, facebook.readAccount(control)?.group];
    };
    expect(post('/groups/77/')).toEqual(['post', 'Grup Uji Warga']);
    expect(post('/')).toEqual(['post', undefined]);
  });
});

describe('Facebook: shortcut keys', () => {
  const pressed = (name: string, change: (document: Document) => void = () => undefined, modifiers = {}) => {
    const document = load('search.en.html', '/search/top/?q=uji');
    change(document);
    const post = one(document, '[data-test-id=campaign]');
    return found({ ...key(one(post, 'h3 a'), name, modifiers), current: () => post } as Trigger);
  };
  const publish = (keys: object) => (document: Document) =>
    one(document, '[data-at-shortcutkeys]').setAttribute('data-at-shortcutkeys', JSON.stringify(keys));

  it('l, c, s and p act on the current post', () => {
    expect(pressed('l')).toBe('like commit campaign');
    expect(pressed('c')).toBe('comment open campaign');
    expect(pressed('s')).toBe('share open campaign');
    expect(pressed('p')).toBe('post open null');
    expect(pressed('j')).toBeUndefined();
  });

  it('never with modifiers or in a field', () => {
    for (const modifier of ['shift', 'alt', 'command']) {
      expect(pressed('l', undefined, { [modifier]: true })).toBeUndefined();
    }
    const document = load('search.en.html', '/');
    const post = one(document, '[data-test-id=campaign]');
    expect(found({ ...key(one(document, 'input'), 'l'), current: () => post } as Trigger)).toBeUndefined();
  });

  it('only keys that the page publishes, with the meaning that it gives them', () => {
    expect(pressed('l', publish({ x: 'like or react to current post or photo' }))).toBeUndefined();
    expect(pressed('x', publish({ x: 'like or react to current post or photo' }))).toBe(
      'like commit campaign',
    );
    expect(pressed('l', publish({ l: 'next post' }))).toBeUndefined();
    expect(pressed('l', (document) => one(document, '[data-at-shortcutkeys]').remove())).toBeUndefined();
    expect(
      pressed('l', (document) =>
        one(document, '[data-at-shortcutkeys]').setAttribute('data-at-shortcutkeys', 'no JSON'),
      ),
    ).toBeUndefined();
  });

  it('not when the person has switched single keys off', () => {
    const off = (document: Document) => {
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = '{"CometCustomKeyCommands":{"areSingleKeysDisabled":true}}';
      document.body.append(script);
    };
    expect(pressed('l', off)).toBeUndefined();
  });

  it('in a language without a table the letter counts', () => {
    const document = load('feed.ar.html', '/');
    const post = one(document, '[data-test-id=campaign]');
    expect(found({ ...key(one(post, 'h3 a'), 'l'), current: () => post } as Trigger)).toBe(
      'like commit campaign',
    );
  });
});

describe('Facebook: files', () => {
  const files = (document: Document, selector: string) => {
    const control = facebook.findControl({ type: 'files', path: pathTo(one(document, selector)) });
    return control && [summary(control), control.editor?.getAttribute('role') ?? null];
  };

  it('picked, pasted or dropped in a comment box: with its post and words', () => {
    const document = load('feed.id.html', '/');
    const within = '[data-test-id=campaign]';
    expect(files(document, `${within} input[type=file]`)).toEqual(['upload commit campaign', 'textbox']);
    expect(files(document, `${within} [contenteditable] p`)).toEqual(['upload commit campaign', 'textbox']);
    expect(files(document, `${within} form`)).toEqual(['upload commit campaign', 'textbox']);
  });

  it('in the composer: with its words and no post; never in a chat', () => {
    const document = load('layers.tl.html', '/');
    expect(files(document, '#composer-file')).toEqual(['upload commit null composer-file', 'textbox']);
    expect(files(load('dialog.id.html', '/'), '[aria-label=Pesan]')).toBeUndefined();
    expect(files(load('layers.tl.html', '/messages/t/1'), '#composer-file')).toBeUndefined();
  });
});

describe('Facebook: surfaces', () => {
  it.each([
    ['/', 'feed'],
    ['/home.php', 'feed'],
    ['/relawan.uji/posts/1', 'permalink'],
    ['/permalink.php?story_fbid=1&id=2', 'permalink'],
    ['/watch/?v=4', 'permalink'],
    ['/watch/', 'feed'],
    ['/watch/live/?v=4', 'live'],
    ['/photo/?fbid=5', 'photo viewer'],
    ['/reel/7', 'reels'],
    ['/stories/1/', 'story'],
    ['/groups/77', 'group'],
    ['/groups/feed/', 'feed'],
    ['/groups/discover', 'suggestions'],
    ['/pages/uji/1', 'page'],
    ['/relawan.uji', 'profile'],
    ['/profile.php?id=5', 'profile'],
    ['/relawan.uji/about', 'profile'],
    ['/search/top/?q=a', 'search'],
    ['/hashtag/uji', 'search'],
    ['/friends/suggestions', 'suggestions'],
    ['/notifications', 'notifications'],
    ['/messages/t/1', 'messages'],
    ['/sharer/sharer.php?u=https%3A%2F%2Fa.example', 'sharer'],
    ['/plugins/like.php?href=https%3A%2F%2Fa.example', 'plugin'],
    ['/v19.0/plugins/page.php?href=a', 'plugin'],
    ['/plugins/comments?href=a', 'plugin'],
    ['/settings', 'other'],
    ['/login/', 'other'],
    ['/help/1', 'other'],
  ])('%s is %s', (path, surface) => {
    const document = page('<h1>Judul</h1>', HOST + path);
    expect(facebook.surfaceOf(document)).toBe(surface);
  });

  it('an open dialog with a post, the mobile renderer', () => {
    expect(facebook.surfaceOf(load('dialog.id.html', '/'))).toBe('dialog');
    expect(facebook.surfaceOf(load('mobile.id.html', '/'))).toBe('mobile');
    expect(facebook.surfaceOf(page('', 'https://m.facebook.com/groups/7'))).toBe('mobile');
  });
});

describe('Facebook: a live video and a reel', () => {
  const REACTIONS = ['Suka', 'Super', 'Peduli', 'Haha', 'Wow']
    .map((name) => `<div role="button" aria-label="${name}"><img alt="" src="data:,"></div>`)
    .join('');
  const viewer = (path: string) =>
    page(
      `<html lang="id"><body><div role="main"><div id="viewer"><div data-video-id="7"><video></video></div>
        <h2><a href="/relawan.uji" aria-label="Lihat Profil Pemilik">Relawan Uji</a></h2><div dir="auto">Coblos nomor 2</div>
        <div>${['Suka', 'Komentar', 'Bagikan'].map((name) => `<div role="button" tabindex="0" aria-label="${name}"><i></i><span></span></div>`).join('')}</div>
        <div role="toolbar">${REACTIONS}</div>
        <div role="article" tabindex="-1" aria-label="Komentar oleh Wahyu Uji"><a href="/wahyu.uji">Wahyu Uji</a><div dir="auto">Setuju</div>
          <ul><li><div role="button">Suka</div></li><li><div role="button">Balas</div></li><li><a href="/a?comment_id=7">2j</a></li></ul>
          <form><div contenteditable="true" role="textbox" aria-label="Balas ke Wahyu Uji"><p>Ya</p></div></form></div>
      </div></div></body></html>`,
      HOST + path,
    );
  const reaction = '[role=toolbar] [role=button]:nth-child(2)';

  it.each(['/watch/live/', '/live/7'])('%s has a row of reactions below it', (path) => {
    const document = viewer(path);
    const control = facebook.findControl(press(one(document, reaction)));
    expect(control).toMatchObject({ action: 'react', role: 'commit' });
    expect(control?.post && facebook.readPost(control.post).text).toContain('Coblos nomor 2');
  });

  it('elsewhere such a row is none', () => {
    expect(facebook.findControl(press(one(viewer('/relawan.uji'), reaction)))?.action).not.toBe('react');
  });

  it.each(['/watch/live/', '/reel/7'])('%s has comments with a like and replies', (path) => {
    const document = viewer(path);
    const like = facebook.findControl(press(one(document, '[role=article] li [role=button]')));
    expect(like).toMatchObject({ action: 'like', role: 'commit' });
    expect(like?.post && facebook.readPost(like.post).text).toContain('Setuju');
    const reply = facebook.findControl(key(one(document, '[contenteditable]'), 'Enter'));
    expect(reply).toMatchObject({ action: 'reply', role: 'commit' });
    expect(reply?.post && facebook.readPost(reply.post).text).toContain('Coblos nomor 2');
  });
});

describe('Facebook: sharer page and plugins', () => {
  const control = (html: string, path: string) => {
    const document = page(`<html lang="id"><body>${html}</body></html>`, HOST + path);
    const [only, ...more] = facebook.findControls(document).filter(({ role }) => role === 'commit');
    expect(more).toEqual([]);
    return only;
  };

  it('the sharer shares its link, with the words of the preview and of the person', () => {
    const share = control(
      '<div role="button" aria-label="Batal"></div><div contenteditable="true" role="textbox"><p>Ayo</p></div><div>Coblos nomor 2</div><div role="button"><span>Posting ke Facebook</span></div>',
      '/sharer/sharer.php?u=https%3A%2F%2Fberita.example%2Fcoblos-nomor-2',
    );
    expect(share?.action).toBe('share');
    expect(share?.editor && facebook.readOwnWords(share.editor)).toBe('Ayo');
    expect(share?.post && facebook.readPost(share.post)).toMatchObject({
      key: 'link:https://berita.example/coblos-nomor-2',
      text: 'Coblos nomor 2',
      link: 'coblos nomor 2',
    });
  });

  it.each([
    ['/plugins/like.php', 'like'],
    ['/plugins/page.php', 'page'],
    ['/v19.0/plugins/follow.php', 'follow'],
  ])('%s: %s of the account in its address, whatever the button is called', (path, action) => {
    const found = control(
      '<a href="https://www.facebook.com/relawan.uji">Relawan Uji</a><form><button type="submit">ถูกใจ</button></form>',
      `${path}?href=https%3A%2F%2Fwww.facebook.com%2Frelawan.uji`,
    );
    expect(found?.action).toBe(action);
    expect(found && facebook.readAccount(found)).toMatchObject({
      author: 'Relawan Uji',
      handle: 'relawan.uji',
    });
  });

  it('a comment on a page of another site is sent by its button, and others wrote the rest', () => {
    const comment = control(
      '<form><textarea placeholder="Tulis komentar">Ayo</textarea><button type="submit">Posting</button></form><div><div>Coblos nomor 2</div><button type="button">Suka</button></div>',
      '/plugins/comments?href=https%3A%2F%2Fberita.example%2Fhari-ini',
    );
    expect(comment).toMatchObject({ action: 'comment', label: 'Posting' });
    expect(comment?.editor && facebook.readOwnWords(comment.editor)).toBe('Ayo');
    expect(comment?.post && facebook.readPost(comment.post)).toMatchObject({
      key: 'link:https://berita.example/hari-ini',
      text: '',
      link: 'hari ini',
    });
    expect(comment?.editor && facebook.findControl(key(comment.editor, 'Enter'))).toBeUndefined();
  });
});
