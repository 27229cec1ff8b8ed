// The fixtures bring their own jsdom documents.
// @vitest-environment node

import { describe, expect, it } from 'vitest';
import { instagram } from '../../src/sites/instagram/instagram.ts';
import type { Control, Trigger } from '../../src/sites/site.ts';
import type { Surface } from '../../src/sites/surface.ts';
import { fixture, one, page, pathTo, press } from './fixture.ts';

const HOME = 'https://www.instagram.com/';

function open(name: string, path = ''): Document {
  return fixture(`instagram/${name}.html`, `${HOME}${path}`);
}

/** `like commit campaign`; `campaign*` for a comment or message inside. */
function lines(document: Document): string[] {
  return instagram.findControls(document).map(({ action, role, post }) => {
    const named = post?.closest('[data-test-id]') ?? post?.querySelector('[data-test-id]');
    const name = named?.getAttribute('data-test-id') ?? (post?.localName || 'none');
    const isInside = post !== undefined && !instagram.findPosts(document).includes(post);
    return `${action} ${role} ${name}${isInside ? '*' : ''}`;
  });
}

function bar(name: string, ...kinds: readonly string[]): string[] {
  const all = [`like commit ${name}`, `comment open ${name}`, `repost commit ${name}`, `share open ${name}`];
  return all.filter((line) => kinds.length === 0 || kinds.includes(line.split(' ')[0] ?? ''));
}

const double = (element: Element): Trigger => ({ type: 'double', path: pathTo(element) });
const files = (element: Element): Trigger => ({ type: 'files', path: pathTo(element) });
const follows = (document: Document): Control[] =>
  instagram.findControls(document).filter(({ action }) => action === 'follow');

describe.each([
  ['th', 'drawings that are known'],
  ['tl', 'drawings that are known'],
  ['ar', 'right to left'],
])('a feed in %s: %s', (lang) => {
  const document = open(`feed.${lang}`);
  const posts = instagram.findPosts(document);

  it('finds and reads every post', () => {
    expect(posts.map((post) => post.getAttribute('data-test-id'))).toEqual(['campaign', 'rain', 'school']);
    expect(posts.map((post) => instagram.readPost(post))).toMatchObject([
      {
        key: '/p/DAcampaign1/',
        author: 'relawan.arunika',
        text: expect.stringMatching(/^Coblos nomor 2! .*Wulandaru$/),
      },
      {
        key: '/p/DBrain22222/',
        author: 'warung_melati',
        text: expect.stringContaining('🌧️'),
        hashtags: ['hujan'],
      },
      {
        key: '/p/DCschool333/',
        author: 'sdkenanga7',
        text: 'Besok murid kelas empat menanam pohon.',
        alts: [],
      },
    ]);
  });

  it('leaves the picture of a story ring out', () => {
    expect(posts[1] && instagram.readPost(posts[1]).alts).toHaveLength(1);
  });

  it('finds every control, and follows by their place', () => {
    expect(lines(document)).toEqual([
      'follow commit campaign',
      ...bar('campaign'),
      'like commit campaign*',
      'comment commit campaign',
      // GIFs are chosen in a layer.
      'comment open campaign',
      'follow commit rain',
      ...bar('rain'),
      'like commit rain*',
      'comment commit rain',
      'comment open rain',
      'follow commit school',
      ...bar('school', 'like', 'comment', 'share'),
      'comment commit school',
      'follow commit none',
      'follow commit none',
      'follow commit none',
    ]);
    expect(instagram.countUnknown(document)).toBe(0);
  });

  it('knows which like is given', () => {
    const likes = instagram
      .findControls(document)
      .filter(({ action, post }) => action === 'like' && post?.matches('article'));
    expect(likes.map((control) => instagram.isDone(control))).toEqual([false, false, true]);
  });

  it('reads the accounts of the suggestions', () => {
    const accounts = follows(document).map((control) => instagram.readAccount(control));
    expect(accounts.map((account) => `${account?.handle} ${account?.author}`)).toEqual([
      'relawan.arunika relawan.arunika',
      'warung_melati warung_melati',
      'sdkenanga7 sdkenanga7',
      'sutrala.w Sutrala Wijaksa',
      'kedai.senja Kedai Senja',
      'tukang.kayu Tukang Kayu',
    ]);
  });
});

describe('a feed with drawings and words that nobody knows', () => {
  const document = open('feed-redrawn.th');

  it('goes by the order of the row', () => {
    expect(lines(document)).toEqual([
      'follow commit campaign',
      ...bar('campaign'),
      'like commit campaign*',
      'comment commit campaign',
      ...bar('rain'),
      'comment commit rain',
      ...bar('school', 'like', 'comment', 'share'),
      'comment commit school',
    ]);
    expect(instagram.countUnknown(document)).toBe(0);
  });

  it('knows a given like by its grid', () => {
    const done = instagram.findControls(document).filter((control) => instagram.isDone(control));
    expect(done.map(({ post }) => post?.getAttribute('data-test-id'))).toEqual(['rain']);
  });
});

describe('single pages', () => {
  it('reads a page for visitors, where a link to sign in stands in place of the comment box', () => {
    const document = open('logged-out.th', 'p/DAcampaign1/');
    expect(instagram.findPosts(document).map((post) => instagram.readPost(post))).toMatchObject([
      {
        key: '/p/DAcampaign1/',
        handle: 'relawan.arunika',
        text: expect.stringMatching(/^Coblos nomor 2! /),
        alts: ['รูปภาพ'],
      },
    ]);
    expect(lines(document)).toEqual([
      'follow commit main',
      'like commit div*',
      'like commit div*',
      ...bar('main'),
    ]);
  });

  it('tells the like of a comment by its own key, with the post that it answers', () => {
    const document = open('permalink.id', 'p/DAcampaign1/');
    const [comment] = instagram
      .findControls(document)
      .filter(({ action, post }) => action === 'like' && !post?.matches('main'));
    expect(comment?.post && instagram.readPost(comment.post)).toMatchObject({
      key: '/p/DAcampaign1/c/1/',
      handle: 'pendukung.satu',
      text: 'Gas terus! Coblos nomor 2',
      quoted: { author: 'relawan.arunika', text: expect.stringContaining('Menangkan') },
    });
  });

  it('opens the list of GIFs from the comment box, and commits in it', () => {
    const document = open('permalink.id', 'p/DAcampaign1/');
    expect(instagram.findControl(press(one(document, '[data-do="open-gif"]')))).toMatchObject({
      action: 'comment',
      role: 'open',
      post: one(document, 'main'),
    });
    const list = document.createElement('div');
    list.setAttribute('role', 'dialog');
    const gif = document.createElement('div');
    gif.setAttribute('role', 'button');
    const picture = document.createElement('img');
    picture.src = 'https://media1.giphy.com/media/kopi/200w.gif';
    gif.append(picture);
    list.append(gif);
    document.body.append(list);
    expect(instagram.findControl(press(gif))).toMatchObject({
      action: 'comment',
      role: 'commit',
      post: undefined,
    });
  });
});

describe('reels, stories, live and embedded posts', () => {
  it('reads a reel without its sound, and comments in the panel beside it', () => {
    const document = open('reels.ar', 'reels/DHreel11111/');
    expect(instagram.findPosts(document).map((post) => instagram.readPost(post))).toMatchObject([
      { key: '/reel/DHreel11111/', author: 'relawan.arunika', alts: [] },
      { key: '/reel/DHreel22222/', author: 'warung_melati', alts: [] },
    ]);
    expect(lines(document)).toEqual([
      'follow commit campaign',
      ...bar('campaign'),
      'follow commit rain',
      ...bar('rain'),
      'like commit div*',
      'comment commit none',
    ]);
  });

  it('keeps two stories apart', () => {
    const document = open('stories.id', 'stories/relawan.arunika/33/');
    expect(instagram.findPosts(document).map((post) => instagram.readPost(post).key)).toEqual([
      '/stories/relawan.arunika/33/',
      '/stories/warung_melati/',
    ]);
  });

  it('takes the emoji beside a story for reactions, and not those of a picker', () => {
    const document = open('stories.id', 'stories/relawan.arunika/33/');
    const quick = one(document, '[data-do="quick"]');
    expect(instagram.findControl(press(quick))).toMatchObject({ action: 'react', role: 'commit' });
    const row = one(document, '.quick');
    for (let count = 0; count < 8; count += 1) {
      row.append(quick.cloneNode(true));
    }
    expect(instagram.findControl(press(quick))).toBeUndefined();
  });

  it('does not take the heart of the navigation for the like of a story', () => {
    const document = open('stories.id', 'stories/relawan.arunika/33/');
    expect(instagram.findControl(press(one(document, '.rail a:nth-child(2) svg')))).toBeUndefined();
  });

  it('reads a live broadcast', () => {
    const document = open('live.id', 'relawan.arunika/live/');
    expect(instagram.findPosts(document).map((post) => instagram.readPost(post))).toMatchObject([
      { key: '/relawan.arunika/live/', handle: 'relawan.arunika', text: 'Live: coblos nomor 2' },
    ]);
    expect(lines(document)).toEqual([
      ...bar('campaign', 'like', 'comment', 'share'),
      'comment commit campaign',
    ]);
  });

  it('reads an embedded post, in which everything only opens the site', () => {
    const document = open('embed.id', 'p/DAcampaign1/embed/captioned/');
    expect(instagram.findPosts(document).map((post) => instagram.readPost(post))).toMatchObject([
      {
        key: '/p/DAcampaign1/',
        handle: 'relawan.arunika',
        text: 'Coblos nomor 2 bersama #Arunika',
        hashtags: ['Arunika'],
      },
    ]);
    expect(lines(document)).toEqual(['like open campaign', 'comment open campaign', 'share open campaign']);
  });
});

describe('accounts', () => {
  it.each([
    [
      'profile.id',
      'tim.arunika/',
      ['tim.arunika|Relawan Coblos Nomor 2|Coblos nomor 2, menangkan Bima Arunika'],
    ],
    [
      'profile.th',
      'tim.arunika/',
      ['tim.arunika|Relawan Coblos Nomor 2|Coblos nomor 2, menangkan Bima Arunika'],
    ],
    ['profile-followed.th', 'tim.arunika/', []],
    ['hover-card.id', '', ['relawan.arunika|Relawan Coblos Nomor 2|', 'warung_melati|Warung Melati|']],
    ['hover-card.th', '', ['relawan.arunika|Relawan Coblos Nomor 2|', 'warung_melati|Warung Melati|']],
    [
      'people.id',
      'explore/people/',
      ['posko.nomor2|Posko Coblos Nomor 2|', 'warung_melati|Warung Melati|', 'sutrala.w|Sutrala Wijaksa|'],
    ],
    [
      'people.th',
      'notifications/',
      ['posko.nomor2|Posko Coblos Nomor 2|', 'warung_melati|Warung Melati|', 'sutrala.w|Sutrala Wijaksa|'],
    ],
  ])('%s: follow buttons with name and description', (name, path, expected) => {
    const accounts = follows(open(name, path)).map((control) => instagram.readAccount(control));
    expect(accounts.map((account) => `${account?.handle}|${account?.author}|${account?.text}`)).toEqual(
      expected,
    );
  });

  it('finds the rows of a list of followers', () => {
    expect(follows(open('followers.id', 'tim.arunika/'))).toHaveLength(4);
  });

  it('says nothing about the account of a like or a new post', () => {
    const [like] = instagram.findControls(open('feed.th')).filter(({ action }) => action === 'like');
    const [post] = instagram.findControls(open('create.id'));
    expect(like && instagram.readAccount(like)).toBeUndefined();
    expect(post && instagram.readAccount(post)).toBeUndefined();
  });

  it('does not follow by place where the words are known', () => {
    const document = open('people.id', 'explore/people/');
    for (const button of document.querySelectorAll('button[data-do]')) {
      button.textContent = 'Mengikuti';
    }
    expect(follows(document)).toEqual([]);
  });
});

describe('new posts and files', () => {
  it.each([
    ['create.id', '', 'Bagikan'],
    ['create.th', '', 'แชร์'],
    ['create-details.id', 'create/details/', 'Bagikan'],
    ['create-story.id', 'create/story/', 'Tambahkan ke cerita Anda'],
  ])('%s: one button publishes', (name, path, label) => {
    const controls = instagram.findControls(open(name, path));
    expect(controls).toMatchObject([{ action: 'post', role: 'commit', label, post: undefined }]);
  });

  it('knows a picked, a dropped and a pasted picture, with the caption beside it', () => {
    const document = open('create.id');
    for (const selector of ['input[type="file"]', '.preview img', '[contenteditable]']) {
      expect(instagram.findControl(files(one(document, selector))), selector).toMatchObject({
        action: 'upload',
        role: 'commit',
        post: undefined,
        editor: one(document, '[contenteditable]'),
      });
    }
  });

  it('knows a picture for a story, and none for a chat or a page without a place for it', () => {
    const story = open('stories.id', 'stories/relawan.arunika/33/');
    expect(instagram.findControl(files(one(story, 'textarea')))).toMatchObject({
      action: 'upload',
      editor: one(story, 'textarea'),
    });
    const chat = open('messages.id', 'direct/t/11/');
    expect(instagram.findControl(files(one(chat, '[contenteditable]')))).toBeUndefined();
    expect(instagram.findControl(files(one(open('people.id'), 'main')))).toBeUndefined();
  });
});

describe('double clicks', () => {
  it('press the like of the post', () => {
    const document = open('feed.th');
    const control = instagram.findControl(double(one(document, '[data-test-id="rain"] ._aagw')));
    expect(control).toMatchObject({
      action: 'like',
      role: 'commit',
      post: one(document, '[data-test-id="rain"]'),
    });
    expect(control?.element).toBe(one(document, '[data-test-id="rain"] [data-do="like"]'));
    expect(control && instagram.replayForm(control)).toBe('pointer');
  });

  it('count on the layer over the video of a reel', () => {
    const document = open('reels-feed.id', 'reels/DHreel11111/');
    expect(instagram.findControl(double(one(document, '.overlay')))?.action).toBe('like');
  });

  it('mean nothing beside the picture', () => {
    const document = open('feed.th');
    for (const selector of [
      '.head',
      '.head img',
      'section',
      'time',
      'textarea',
      '[data-do="like"] svg',
      '._ap3a._aaco',
    ]) {
      expect(
        instagram.findControl(double(one(document, `[data-test-id="campaign"] ${selector}`))),
        selector,
      ).toBeUndefined();
    }
    const grid = open('profile.id', 'tim.arunika/');
    expect(instagram.findControl(double(one(grid, '.grid img')))).toBeUndefined();
  });

  it('like a message, with the post that it shares', () => {
    const document = open('messages.id', 'direct/t/11/');
    const control = instagram.findControl(double(one(document, '[data-test-id="campaign"] .bubble img')));
    expect(control).toMatchObject({ action: 'like', role: 'commit' });
    // A click on the link in the message would lead away.
    expect(control?.element).toBe(one(document, '[data-test-id="campaign"] .bubble'));
    expect(control && instagram.replayForm(control)).toBe('double');
    expect(control?.post && instagram.readPost(control.post)).toMatchObject({
      key: 'message:/p/DAcampaign1/',
      text: expect.stringContaining('Coblos nomor 2!'),
    });
    expect(instagram.findControls(document)).toEqual([]);
    expect(instagram.findControl(double(one(document, '.box [contenteditable]')))).toBeUndefined();
  });
});

describe('surfaces', () => {
  it.each<[string, Surface]>([
    ['', 'feed'],
    ['p/DAcampaign1/', 'permalink'],
    ['relawan.arunika/reel/DHreel1/', 'permalink'],
    ['p/DAcampaign1/embed/captioned/', 'plugin'],
    ['reels/DHreel1/', 'reels'],
    ['stories/relawan.arunika/33/', 'story'],
    ['relawan.arunika/live/', 'live'],
    ['relawan.arunika/', 'profile'],
    ['explore/tags/hujan/', 'search'],
    ['explore/people/', 'suggestions'],
    ['notifications/', 'notifications'],
    ['accounts/activity/', 'notifications'],
    ['direct/t/11/', 'messages'],
    ['accounts/edit/', 'other'],
    ['create/story/', 'other'],
  ])('/%s is %s', (path, surface) => {
    expect(instagram.surfaceOf(page('<main></main>', `${HOME}${path}`))).toBe(surface);
  });

  it('is a dialog where a post stands in one', () => {
    expect(instagram.surfaceOf(open('dialog.id', 'p/DAcampaign1/'))).toBe('dialog');
  });

  it.each([
    ['feed.th', ''],
    ['permalink.id', 'p/DAcampaign1/'],
    ['dialog.id', 'p/DAcampaign1/'],
    ['reels.ar', 'reels/DHreel11111/'],
    ['logged-out.th', 'p/DAcampaign1/'],
  ])('%s shows what is expected there', (name, path) => {
    const document = open(name, path);
    const found = new Set(instagram.findControls(document).map(({ action }) => action));
    const missing = instagram.expected[instagram.surfaceOf(document)]?.filter((action) => !found.has(action));
    expect(missing).toEqual([]);
  });
});
