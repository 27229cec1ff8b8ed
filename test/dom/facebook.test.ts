import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { facebook } from '../../src/sites/facebook/facebook.ts';
import { permalinkOf } from '../../src/sites/facebook/facebook-address.ts';
import { siteFor } from '../../src/sites/index.ts';
import { fixture, fixturePath, page } from './fixture.ts';

const HOME = 'https://www.facebook.com/';

function read(name: string, url = HOME) {
  return facebook.findPosts(fixture(`facebook/${name}`, url)).map(facebook.readPost);
}

function containers(name: string, url = HOME) {
  return facebook
    .findPosts(fixture(`facebook/${name}`, url))
    .map((post) => post.getAttribute('data-test-id'));
}

const NOTHING = { handle: '', hashtags: [], alts: [], link: '', quoted: null, group: null };

describe('Facebook: feed', () => {
  it.each(['feed.en.html', 'feed.id.html'])('finds the four posts of %s in order', (name) => {
    expect(containers(name)).toEqual(['rain', 'campaign', 'news', 'school']);
  });

  it('reads every post of the Indonesian feed, and nothing of the decoys', () => {
    expect(read('feed.id.html')).toEqual([
      {
        ...NOTHING,
        key: '/dimas.prakoso.uji/posts/pfbid0rain',
        author: 'Dimas Prakoso',
        handle: 'dimas.prakoso.uji',
        text: 'Hujan seharian di Sumber Asri 🌧️ Jalan dekat jembatan ditutup.',
        alts: ['Mungkin gambar hujan dan jembatan'],
      },
      {
        ...NOTHING,
        key: '/relawan.uji/posts/pfbid0campaign',
        author: 'Relawan Uji Sumber Asri',
        handle: 'relawan.uji',
        text: 'Warga Sumber Asri, ingat: Coblos nomor 2 ✌️\nMari menangkan Bagas Wirautama dan Ratna Kencana. #SumberAsriBersatu',
        hashtags: ['SumberAsriBersatu'],
        alts: ["Mungkin gambar 2 orang dan teks yang menyatakan 'BAGAS RATNA 2'"],
      },
      {
        ...NOTHING,
        key: '/wartauji/posts/pfbid0news',
        author: 'Warta Uji',
        handle: 'wartauji',
        text: 'KPU Sumber Asri menyortir surat suara di gedung olahraga pekan ini.',
        link: 'Surat suara disortir\nEnam puluh orang bekerja dalam dua giliran.',
      },
      {
        ...NOTHING,
        key: '/sri.handayani.uji/posts/pfbid0school',
        author: 'Sri Handayani',
        handle: 'sri.handayani.uji',
        text: 'Senin depan sekolah masuk lagi. Kelas 4 membawa buku gambar 📚',
      },
    ]);
  });

  it('reads every post of the English feed', () => {
    expect(read('feed.en.html').map(({ text, link }) => [text, link])).toEqual([
      ['It rained all afternoon in Sumber Asri 🌧️ The road by the bridge is closed.', ''],
      [
        'Warga Sumber Asri, ingat: Coblos nomor 2 ✌️\nMari menangkan Bagas Wirautama dan Ratna Kencana. #SumberAsriBersatu',
        '',
      ],
      [
        'The election commission of Sumber Asri sorts ballot papers in the sports hall this week.',
        'Ballot papers sorted\nSixty people work in two shifts.',
      ],
      ['School starts again on Monday. Class 4 brings drawing books 📚', ''],
    ]);
  });

  it('gives the decoy preview no part in the link, with and without its style sheet', () => {
    const html = readFileSync(fixturePath('facebook/feed.en.html'), 'utf8');
    const bare = page(html.replace(/<style>[\s\S]*?<\/style>/, ''), HOME);
    const [rain] = facebook.findPosts(bare).map(facebook.readPost);
    expect(read('feed.en.html')[0]).toEqual(rain);
    expect(rain?.link).toBe('');
    expect(rain?.alts).toEqual(['May be an image of rain and a bridge']);
  });
});

describe('Facebook: other cohorts', () => {
  it('logged out: reads the article, without its comments, placeholder and "See more"', () => {
    expect(read('permalink.logged-out.html')).toEqual([
      {
        ...NOTHING,
        key: '/permalink.php?id=100000000000001&story_fbid=pfbid0abc',
        author: 'Kabar Desa Uji',
        text: 'The village meeting is on Friday.\nBring your #GotongRoyong tools…',
        hashtags: ['GotongRoyong'],
        alts: [
          'May be an image of a village hall, 8 remaining items',
          'May be an image of a village hall',
          'No photo description available.',
        ],
      },
    ]);
  });

  it('groups: the header is the group, the author stands in the second line; emptied posts are none', () => {
    expect(containers('group.id.html')).toEqual(['group', 'anonymous']);
    const [named, anonymous] = read('group.id.html');
    expect(named).toEqual({
      ...NOTHING,
      key: '/groups/100200300/posts/777',
      author: 'Joko Uji Santosa',
      group: 'Grup Uji Pasar Sumber Asri',
      text: 'Jual bibit cabai murah.',
    });
    expect(anonymous).toEqual({
      ...NOTHING,
      key: expect.stringMatching(/^text:/),
      author: 'Anggota anonim',
      group: 'Grup Uji Tani',
      // Coloured background: no message marker; the comment and the counts are not part of it.
      text: 'Kapan musim tanam dimulai?',
    });
  });

  it('shared posts: quoted author and text, the sharer keeps a key of its own', () => {
    const [shared, silent, reel, link] = read('shared.en.html');
    expect(shared).toEqual({
      ...NOTHING,
      key: '/rini.uji/posts/pfbid0shared',
      author: 'Rini Uji Astuti',
      handle: 'rini.uji',
      text: 'My neighbour wrote this. an older post',
      alts: ['May be an image of a mountain'],
      quoted: { author: 'Paguyuban Uji', text: 'Choose the pair from the mountain #uji' },
    });
    expect(silent).toEqual({
      ...NOTHING,
      key: expect.stringMatching(/^text:/),
      author: 'Eko Uji',
      text: '',
      alts: ['May be an image of a blue flag'],
      quoted: { author: 'Paguyuban Uji', text: 'Vote for the blue pair' },
    });
    // The reel repeats the header of its own post and has a second menu.
    expect(reel).toEqual({
      ...NOTHING,
      key: '/reel/3003003',
      author: 'Dapur Uji',
      handle: 'dapur.uji',
      text: 'Soto in ten minutes, as in this post',
    });
    expect(link).toMatchObject({
      key: '/wartauji/posts/444',
      text: 'Read this',
      link: 'Bridge opens again\nAfter two months of work',
    });
  });

  it('post dialog without container attributes: found by its menu', () => {
    expect(containers('dialog.id.html')).toEqual(['dialog']);
    expect(read('dialog.id.html')).toEqual([
      {
        ...NOTHING,
        key: '/lina.uji/posts/pfbid0dialog',
        author: 'Lina Uji',
        handle: 'lina.uji',
        text: 'Gotong royong hari Minggu',
      },
    ]);
  });

  it('unknown language without container attributes: found by the markers', () => {
    expect(containers('markers.pt.html')).toEqual(['markers-1', 'markers-2']);
    expect(read('markers.pt.html')).toEqual([
      {
        ...NOTHING,
        key: expect.stringMatching(/^text:/),
        author: 'Clube Teste',
        handle: 'clube.teste',
        text: 'Vote 22 no domingo',
      },
      { ...NOTHING, key: expect.stringMatching(/^text:/), author: '', group: 'Grupo Teste', text: 'Bom dia' },
    ]);
  });

  it('m.facebook.com: text and author without glyphs and timestamps', () => {
    const url = 'https://m.facebook.com/';
    expect(containers('mobile.id.html', url)).toEqual(['mobile']);
    expect(read('mobile.id.html', url)).toEqual([
      {
        ...NOTHING,
        key: expect.stringMatching(/^text:/),
        author: 'Posyandu Uji Mawar',
        text: 'Timbang balita hari Selasa\npukul delapan #SehatUji',
        hashtags: ['SehatUji'],
        alts: ['Mungkin gambar 3 orang'],
      },
    ]);
  });

  it('a page without posts has none', () => {
    expect(facebook.findPosts(fixture('facebook/profile.en.html', HOME))).toEqual([]);
    expect(
      facebook.findPosts(
        page('<div role="article"><div></div></div><div aria-posinset="1" aria-labelledby="x"></div>'),
      ),
    ).toEqual([]);
  });

  it('a wrapper of two posts does not swallow them', () => {
    const post = (id: string) =>
      `<div aria-posinset="1" aria-labelledby="${id}"><h3 id="${id}"><a href="/${id}">${id}</a></h3><div role="button"><i data-ad-rendering-role="like_button"></i></div></div>`;
    const document = page(`<div role="article">${post('a.uji')}${post('b.uji')}</div>`, HOME);
    expect(facebook.findPosts(document).map((element) => facebook.readPost(element).author)).toEqual([
      'a.uji',
      'b.uji',
    ]);
  });

  it('a permalink page without a link takes the key from its address', () => {
    const html =
      '<div role="article"><h3><a href="/a.uji">A</a></h3><div data-ad-rendering-role="story_message">Hai</div></div>';
    const key = (url: string) =>
      facebook.findPosts(page(html, url)).map((post) => facebook.readPost(post).key);
    expect(key('https://www.facebook.com/a.uji/posts/55?ref=share')).toEqual(['/a.uji/posts/55']);
    expect(key(HOME)[0]).toMatch(/^text:/);
  });

  it('keeps the key when "See more" unfolds the rest', () => {
    const html = (text: string) =>
      page(
        `<div role="article"><h3><a href="/a.uji">A</a></h3><div data-ad-rendering-role="story_message">${text}</div></div>`,
        HOME,
      );
    const key = (text: string) =>
      facebook.findPosts(html(text)).map((post) => facebook.readPost(post).key)[0];
    const start = 'kata '.repeat(60);
    expect(key(`${start}…`)).toBe(key(`${start} dan seterusnya`));
    expect(key('lain')).not.toBe(key(start));
  });
});

describe('Facebook: addresses', () => {
  it.each([
    ['/groups/1/permalink/2/?x=1', '/groups/1/posts/2'],
    ['/groups/1/posts/2', '/groups/1/posts/2'],
    ['/groups/uji?multi_permalinks=9', '/groups/uji/posts/9'],
    ['/a.b/posts/pfbid0x?__cft__[0]=1', '/a.b/posts/pfbid0x'],
    ['/story.php?story_fbid=1&id=2&m_entstream_source=t', '/permalink.php?id=2&story_fbid=1'],
    ['/photo.php?fbid=3&set=a', '/photo?fbid=3'],
    ['/watch/?v=4&ref=x', '/watch?v=4'],
    ['/reel/5/?s=1', '/reel/5'],
    ['/a.b', undefined],
    ['/', undefined],
    ['https://warta.example/a/posts/1', undefined],
  ])('%s is %s', (href, expected) => {
    expect(permalinkOf(new URL(href, HOME))).toBe(expected);
  });

  it('serves its hosts', () => {
    expect(siteFor('WWW.facebook.com')).toBe(facebook);
    expect(siteFor('web.facebook.com')).toBe(facebook);
    expect(siteFor('m.facebook.com')).toBe(facebook);
    expect(siteFor('facebook.com.example.org')).toBeUndefined();
  });
});
