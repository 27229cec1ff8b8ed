// The fixtures bring their own jsdom documents.
// @vitest-environment node

/** Pages as browsers save them, most in languages without a label table: every post and every control is found. */
import { describe, expect, it } from 'vitest';
import { findOnPage, inspectDocument } from '../../src/cli/inspect/inspect.ts';
import { facebook } from '../../src/sites/facebook/facebook.ts';
import { instagram } from '../../src/sites/instagram/instagram.ts';
import type { Site } from '../../src/sites/site.ts';
import { x } from '../../src/sites/x/x.ts';
import { fixture, page } from './fixture.ts';

interface Found {
  /** Author, text, quoted post and group. */
  readonly posts: readonly string[];
  /** Actions by the place of their post, or by `none`; the ways to begin a new post are left out. */
  readonly controls: Readonly<Record<string, string>>;
  readonly keys: readonly string[];
}

function read(site: Site, name: string, url: string, change = (_page: Document) => {}): Found {
  const page = fixture(`${site.id}/${name}`, url);
  change(page);
  const { posts, controls } = findOnPage(site, page);
  const keys = posts.map(({ key }) => key);
  const byPost: Record<string, string> = {};
  for (const { action, role, post } of controls.filter((control) => control.action !== 'post')) {
    const place = post === null ? 'none' : keys.indexOf(post);
    byPost[place] = [byPost[place], role === 'open' ? `${action}…` : action].filter(Boolean).join(' ');
  }
  const described = posts.map(({ author, text, quoted, group }) => {
    const quote = quoted === null ? [] : [`${quoted.author}: ${quoted.text}`];
    return [author, text, ...quote, ...(group === null ? [] : [group])].join(' | ');
  });
  return { posts: described, controls: byPost, keys };
}

const ROW = 'like comment… share…';
const ROW_WITH_ARROW = 'like react… comment… share…';
const ANSWERED = 'like reply…';

describe('saved pages of Facebook', () => {
  const at = (name: string, path: string, host = 'www') =>
    read(facebook, name, `https://${host}.facebook.com${path}`);

  it('home feed of 2022: the like that is given is left out', () => {
    const { posts, controls, keys } = at('saved-feed.nl.html', '/');
    expect(posts).toEqual([
      'Kabar Uji | Rapat warga malam ini.\nCoblos nomor 2!',
      'Toko Uji | Diskon besar',
      'Wati Uji | Selamat pagi semua',
      'Eko Uji | Setuju ini | Partai Uji: Menangkan nomor 2',
      ' | Dijual padi | Grup Uji Sawah',
    ]);
    expect(controls).toEqual({
      0: `follow ${ROW_WITH_ARROW} ${ANSWERED} ${ANSWERED} comment`,
      1: ROW_WITH_ARROW,
      2: 'react… comment… share…',
      3: ROW_WITH_ARROW,
      4: 'like react… comment…',
      none: 'friend friend',
    });
    expect(keys[3]).toBe('/eko.uji/posts/pfbid04');
    const ad = facebook.findPosts(fixture('facebook/saved-feed.nl.html', 'https://www.facebook.com/'))[1];
    expect(ad && facebook.readPost(ad)).toMatchObject({
      alts: ['Kan een afbeelding zijn van schoenen'],
      link: 'Nu kopen',
    });
  });

  describe('labels that name the author (2026)', () => {
    const named = (like: (word: string) => string, comment: string) =>
      read(facebook, 'saved-feed.nl.html', 'https://www.facebook.com/', (page) => {
        for (const button of page.querySelectorAll('[aria-posinset] [aria-label="Vind ik leuk"]')) {
          button.setAttribute('aria-label', like('Vind ik leuk'));
        }
        for (const button of page.querySelectorAll('[aria-posinset] [aria-label="Opmerking plaatsen"]')) {
          button.setAttribute('aria-label', comment);
        }
      }).controls;
    const plain = at('saved-feed.nl.html', '/').controls;

    it.each([
      ['a long one', (word: string) => `Reageer met ${word} op het bericht van deze pagina`, 'Opmerking'],
      ['as the button beside it', (word: string) => `${word} Kabars bericht`, 'Opmerking bij Kabars bericht'],
    ])('is not given yet: %s', (_name, like, comment) => {
      expect(named(like, comment)).toEqual(plain);
    });

    it('is not given yet: as the header', () => {
      const { 0: first, ...others } = named((word) => `${word} Kabar`, 'Opmerking');
      expect(first).toBe(plain[0]);
      expect(others).toMatchObject({ 1: 'react… comment… share…' });
    });

    it('is given: more words of no name', () => {
      expect(named((word) => `${word} weer verwijderen`, 'Opmerking bij Kabars bericht')[1]).toBe(
        'react… comment… share…',
      );
    });

    it('follow with the name, without a space', () => {
      const followed = (label: string) =>
        facebook
          .findControls(
            page(
              `<html lang="id"><div role="main"><div><h1><a href="/kabar.uji">卡巴Uji</a></h1><div role="button" aria-label="${label}"><i></i></div></div></div></html>`,
              'https://www.facebook.com/kabar.uji',
            ),
          )
          .map((control) => [control.action, facebook.readAccount(control)?.author]);
      expect(followed('关注卡巴Uji')).toEqual([['follow', '卡巴Uji']]);
      expect(followed('卡巴Uji takip et')).toEqual([['follow', '卡巴Uji']]);
      expect(followed('关注我们')).toEqual([]);
    });
  });

  it('permalink, logged out, below a dialog to sign in', () => {
    const { posts, controls, keys } = at('saved-logged-out.ja.html', '/kabar.uji/posts/pfbid0jp');
    expect(posts).toEqual(['Kabar Uji | Coblos nomor 2 #Uji']);
    expect(controls).toEqual({ 0: `${ROW} ${ANSWERED}` });
    expect(keys).toEqual(['/kabar.uji/posts/pfbid0jp']);
  });

  describe('permalink, signed out, where nothing can be shared', () => {
    const without = (...attributes: string[]) =>
      read(
        facebook,
        'saved-signed-out.el.html',
        'https://www.facebook.com/budi.uji.1/posts/pfbid02aa',
        (page) => {
          for (const attribute of attributes) {
            const found = page.querySelectorAll(`[${attribute}]`);
            for (const element of found) element.removeAttribute(attribute.split('=')[0] ?? '');
          }
        },
      );
    const post = 'Budi Uji | Kabar gembira 🎉\nCoblos nomor 2 #Uji';

    it('like and comment alone are a row; the badges, answers and reactions of comments are none', () => {
      const { posts, controls, keys } = without();
      expect(posts).toEqual([post]);
      expect(controls).toEqual({ 0: 'like comment…' });
      expect(keys).toEqual(['/budi.uji.1/posts/pfbid02aa']);
    });

    it.each([
      [
        'the number alone says it',
        ['aria-labelledby', 'aria-describedby', 'role="article"', 'data-ad-rendering-role="profile_name"'],
      ],
      [
        'the article alone says it',
        [
          'aria-posinset',
          'aria-labelledby',
          'aria-describedby',
          'data-ad-rendering-role',
          'data-ad-preview',
          'data-ad-comet-preview',
        ],
      ],
      [
        'a name with its mark alone says it',
        ['aria-posinset', 'aria-labelledby', 'aria-describedby', 'role="article"'],
      ],
    ])('%s', (_name, attributes) => {
      const { posts, controls } = without(...attributes);
      expect(posts).toEqual([post]);
      expect(controls).toEqual({ 0: 'like comment…' });
    });
  });

  it('home feed: a post that friends have shared keeps its own words, and each card has its row', () => {
    const { posts, controls, keys } = at('saved-shared-cards.lo.html', '/');
    expect(posts).toEqual(['Paco Uji | Coblos nomor 2 di Uji😞 | Eva Uji: Tiket sudah habis']);
    expect(controls).toEqual({ 0: `${ROW_WITH_ARROW} ${ROW_WITH_ARROW} ${ROW_WITH_ARROW}` });
    expect(keys).toEqual(['/paco.uji/posts/634']);
  });

  it('a dialog over the feed: the comment beside the post belongs to it', () => {
    const { posts, controls, keys } = at('saved-dialog.ko.html', '/');
    expect(posts).toEqual(['Kabar Uji 1 | Satu', 'Kabar Uji 2 | Dua', 'Kabar Uji 1 | Satu']);
    expect(keys[2]).toBe(keys[0]);
    expect(controls).toEqual({ 0: `${ROW} ${ROW} ${ANSWERED} comment`, 1: ROW });
  });

  it('page of a group, with an author that is no link', () => {
    const { posts, controls } = at('saved-group.es.html', '/groups/77');
    expect(posts).toEqual([
      'Ana Uji | Hola vecinos | Grupo Uji Pasar',
      'Miembro anónimo | Menangkan nomor 2 | Grupo Uji Pasar',
    ]);
    expect(controls).toEqual({ 0: ROW_WITH_ARROW, 1: ROW_WITH_ARROW, none: 'join' });
    // The same list on a page of no group.
    expect(at('saved-group.es.html', '/groups/feed/').posts[0]).toBe('Ana Uji | Hola vecinos');
  });

  it('search: cards that are articles', () => {
    const { posts, controls } = at('saved-search.pt.html', '/search/top?q=uji');
    expect(posts).toEqual(['Kabar Uji 1 | Oi']);
    expect(controls).toEqual({ 0: ROW, none: 'friend join follow' });
  });

  it('posts without any mark', () => {
    const { posts, controls, keys } = at('saved-bare.pl.html', '/');
    expect(posts).toEqual(['Kabar 1 | Nomor 1', 'Kabar 2 | Nomor 2']);
    expect(keys).toEqual(['/kabar.uji1/posts/pfbidq1', '/kabar.uji2/posts/pfbidq2']);
    expect(controls).toEqual({ 0: ROW, 1: ROW });
    const [post] = facebook.findPosts(fixture('facebook/saved-bare.pl.html', 'https://www.facebook.com/'));
    expect(post && facebook.readPost(post).handle).toBe('kabar.uji1');
  });

  it('a row of pictures beside a name is no post: cards, head of a profile, beside other posts', () => {
    const button = '<div role="button"><i></i><span>x</span></div>';
    const card = (title: string, path: string) =>
      `<div><div>${title}<a href="/a.uji">Ani Uji</a><a href="${path}">1</a></div><div>${button.repeat(3)}</div></div>`;
    const found = (html: string) =>
      facebook.findPosts(
        page(`<html lang="km"><div role="main">${html}</div></html>`, 'https://www.facebook.com/'),
      ).length;
    const marked =
      '<div role="article"><h3><a href="/b.uji">Budi</a></h3><i data-ad-rendering-role="like_button"></i></div>';
    expect(found(card('', '/a.uji/posts/1'))).toBe(1);
    expect(found(card('', '/a.uji/about'))).toBe(0);
    expect(found(card('', '/a.uji/posts/1').replace('/a.uji"', '/help"'))).toBe(0);
    expect(found(card('<div role="button"></div>'.repeat(60), '/a.uji/posts/1'))).toBe(0);
    expect(found(`${'<a href="/a.uji/posts/2">2</a>'.repeat(100)}${card('', '/a.uji/posts/1')}`)).toBe(0);
    expect(found(card('<h1>Ani Uji</h1>', '/photo/?fbid=1'))).toBe(0);
    expect(found(`${marked}${card('', '/photo/?fbid=1')}`)).toBe(1);
  });

  it('posts of a view that is kept but not shown are left out', () => {
    const { posts } = read(facebook, 'saved-group.es.html', 'https://www.facebook.com/groups/77', (page) => {
      page.querySelector('[role="feed"]')?.setAttribute('style', 'display:none');
    });
    expect(posts).toEqual([]);
  });

  it('follow stands behind the heading, without a picture, and nothing else is in its line', () => {
    const actions = (line: string) =>
      facebook
        .findControls(
          page(
            `<html lang="km"><div role="main"><div role="article"><div><h3><a href="/a.uji">Ani</a></h3>${line}</div><i data-ad-rendering-role="like_button"></i></div></div></html>`,
            'https://www.facebook.com/',
          ),
        )
        .map(({ action }) => action);
    expect(actions('<div><div role="button"><span>តាមដាន</span></div></div>')).toEqual(['follow']);
    expect(actions('<div role="button"><i></i><span>តាមដាន</span></div>')).toEqual([]);
    expect(
      actions('<div data-ad-preview="message">Hai</div><div role="button"><span>តាមដាន</span></div>'),
    ).toEqual([]);
  });

  it('mobile renderer without marks of posts', () => {
    const { posts, controls } = at('saved-mobile.de.html', '/', 'm');
    expect(posts).toEqual([
      'Kabar Uji | Nomor 2 menang',
      'Eko Uji | Selamat pagi',
      'Partai Uji | 2 periode!',
    ]);
    expect(controls).toEqual({ 0: ROW, 1: ROW, 2: ROW });
  });

  it('home feed of 2020: one button of the row without an icon, one more behind it, the audience as a picture', () => {
    const { posts, controls } = at('saved-voices.km.html', '/');
    expect(posts).toEqual(['Kabar Uji | Coblos nomor 2']);
    expect(controls).toEqual({ 0: `${ROW} comment` });
    const [post] = facebook.findPosts(fixture('facebook/saved-voices.km.html', 'https://www.facebook.com/'));
    expect(post && facebook.readPost(post).alts).toEqual(['រូបភាពអាចមានមនុស្ស']);
  });

  it('members of a group: each is befriended', () => {
    const page = fixture('facebook/saved-members.ka.html', 'https://www.facebook.com/groups/77/members');
    const found = facebook.findControls(page);
    expect(found.map((control) => [control.action, facebook.readAccount(control)?.author])).toEqual([
      ['friend', 'Wati Uji'],
      ['friend', 'Relawan Coblos Nomor 2'],
    ]);
  });

  it('plugin: what is liked already keeps its word, and its form says so', () => {
    const actions = (form: string) =>
      findOnPage(
        facebook,
        page(
          `<html lang="km"><form method="post" action="/plugins/like/${form}"><button type="submit" title="x"><span>តាមដាន</span></button></form></html>`,
          'https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fwww.facebook.com%2Fkabar.uji',
        ),
      ).controls.map(({ action }) => action);
    expect(actions('connect')).toEqual(['like']);
    expect(actions('disconnect')).toEqual([]);
  });

  it('phone, signed out: number of reactions before the row, a button in a wider one, the end of a text that opens', () => {
    const { posts, controls } = at('saved-phone-group.sw.html', '/groups/77', 'm');
    expect(posts).toEqual([
      'Mshiriki asiyejulikana | Jumamosi tuwachague namba 2 wote | GRUP UJI PASAR SUMBER',
      'Eko Uji | Ninabadilisha noti hadi Ijumaa | GRUP UJI PASAR SUMBER',
      'Ani Uji | 🔥 Supu ya kuku Leo tu kwa bei hii | GRUP UJI PASAR SUMBER',
    ]);
    expect(controls).toEqual({ 0: ROW, 1: ROW, 2: ROW, none: 'join' });
  });

  it('phone, signed in: a post in several boxes, with and without a number; a like that is given has a colour', () => {
    const { posts, controls } = at('saved-phone-profile.sw.html', '/kabar.uji', 'm');
    expect(posts).toEqual([
      'Kabar Uji | Menangkan nomor 2',
      'Wati Uji | Mazoezi ya leo | Grup Uji Sawah',
      'Eko Uji | Habari za asubuhi',
    ]);
    expect(controls).toEqual({ 0: 'like comment…', 1: 'comment…', 2: ROW, none: 'follow' });
    const [campaign] = facebook.findPosts(
      fixture('facebook/saved-phone-profile.sw.html', 'https://m.facebook.com/kabar.uji'),
    );
    expect(campaign && facebook.readPost(campaign).alts).toEqual(['Huenda ni picha ya umati']);
  });

  it('page of a video: follow beside the heading, comments beside the post', () => {
    const { posts, controls } = at('saved-watch.vi.html', '/watch/?v=1234567890');
    // The number of views stands where the text stands.
    expect(posts).toEqual(['Kabar Uji | Rapat kampung nomor 2\n1,2K lượt xem']);
    expect(controls).toEqual({ 0: `follow ${ROW} ${ANSWERED}` });
  });

  it('viewer of reels: plain caption, menu among the actions', () => {
    const { posts, controls, keys } = at('saved-reel.zh.html', '/reel/99911');
    expect(posts).toEqual(['Kabar Uji | Nomor 2 menang']);
    expect(controls).toEqual({ 0: `follow ${ROW}` });
    expect(keys).toEqual(['/reel/99911']);
  });

  describe('viewer of reels with its pane of comments', () => {
    const PANE = '[role="complementary"]';
    const one = (page: Document, selector: string) => page.querySelector(selector) as Element;

    it('actions beside the player, name and caption in the pane', () => {
      const { posts, controls, keys } = at('reel-pane.mk.html', '/reel/99911');
      expect(posts).toEqual(['Kabar Uji | Nomor 2 menang']);
      expect(controls).toEqual({ 0: `${ROW} follow ${ANSWERED} comment` });
      expect(keys).toEqual(['/reel/99911']);
    });

    it('actions in a branch of their own', () => {
      const { posts, controls } = read(
        facebook,
        'reel-pane.mk.html',
        'https://www.facebook.com/reel/99911',
        (page) => {
          const card = one(page, `${PANE} h2`).parentElement?.parentElement as Element;
          one(page, '[data-video-id]').append(card);
        },
      );
      expect(posts).toEqual(['Kabar Uji | Nomor 2 menang']);
      expect(controls).toEqual({ 0: `follow ${ROW} ${ANSWERED} comment` });
    });

    it('the pane is about the reel of the address', () => {
      const { controls } = read(facebook, 'reels.vi.html', 'https://www.facebook.com/reel/1002', (page) => {
        const pane = one(fixture('facebook/reel-pane.mk.html', 'https://www.facebook.com/'), PANE);
        pane.querySelector('h2')?.parentElement?.parentElement?.remove();
        one(page, '[role="main"]').after(page.importNode(pane, true));
      });
      expect(controls).toEqual({ 0: `follow ${ROW}`, 1: `follow ${ROW} ${ANSWERED} comment` });
    });
  });

  it('home feed with the counts inside of the buttons, and no markers', () => {
    const { posts, controls } = at('saved-counts.zh.html', '/');
    expect(posts).toEqual(['Kabar Uji 1 | Coblos nomor 1', 'Kabar Uji 2 | Coblos nomor 2']);
    expect(controls).toEqual({ 0: `follow ${ROW_WITH_ARROW}`, 1: ROW_WITH_ARROW });
  });

  it('permalink with digits of its own, an answer inside of a comment, the time before the buttons', () => {
    const { posts, controls } = at('saved-digits.bn.html', '/kabar.uji/posts/pfbid01');
    expect(posts).toEqual(['Kabar Uji | Rapat warga 🌾, nomor ২']);
    expect(controls).toEqual({ 0: `follow ${ROW} ${ANSWERED} ${ANSWERED} comment` });
  });

  it('a number of reactions before the buttons of a comment is none of them', () => {
    const page = fixture('facebook/saved-digits.bn.html', 'https://www.facebook.com/kabar.uji/posts/pfbid01');
    for (const count of page.querySelectorAll('[aria-label="২টি প্রতিক্রিয়া"]')) {
      count.parentElement?.nextElementSibling?.prepend(count);
    }
    const inComments = facebook
      .findControls(page)
      .filter(({ element }) => element.closest('[role="article"][aria-label]') !== null);
    expect(inComments.map(({ action, label }) => `${action} ${label}`)).toEqual([
      'like লাইক',
      'reply উত্তর দিন',
      'like লাইক',
      'reply উত্তর দিন',
    ]);
  });

  it('page of an organisation, logged out', () => {
    const { posts, controls, keys } = at('saved-page.fr.html', '/kabar.uji');
    expect(posts).toEqual(['Kabar Uji | Coblos nomor 1\n#uji', 'Kabar Uji | Coblos nomor 2\n#uji']);
    expect(keys).toEqual(['/kabar.uji/posts/pfbid01', '/kabar.uji/posts/pfbid02']);
    expect(controls).toEqual({ 0: `${ROW} ${ANSWERED}`, 1: ROW, none: 'follow' });
  });

  it('viewer of a photo: its panel is the post', () => {
    const { posts, controls, keys } = at('saved-photo.it.html', '/photo/?fbid=77&set=a.1');
    expect(posts).toEqual(['Kabar Uji | Coblos nomor 2 #uji']);
    expect(keys).toEqual(['/photo?fbid=77']);
    expect(controls).toEqual({ 0: `${ROW} ${ANSWERED} comment` });
  });

  it('articles with an empty label are posts, those with a label are comments', () => {
    const { posts, controls, keys } = at('saved-articles.ro.html', '/groups/77/');
    expect(posts).toEqual([
      'Mila Uji 1 | Coblos nomor 1 😩 | Grup Uji',
      'Mila Uji 2 | Coblos nomor 2 😩 | Grup Uji',
    ]);
    expect(keys).toEqual(['/groups/77/posts/7001', '/groups/77/posts/7002']);
    expect(controls).toEqual({ 0: `${ROW} ${ANSWERED}`, 1: `${ROW} ${ANSWERED}`, none: 'join' });
  });

  it('units without attributes: an article around the video is no post, a comment beside it is its own', () => {
    const { posts, controls } = at('saved-empty-label.hu.html', '/');
    expect(posts).toEqual(['Kabar Uji 1 | Coblos nomor 1', 'Kabar Uji 2 | Coblos nomor 2']);
    expect(controls).toEqual({ 0: `${ROW} ${ANSWERED}`, 1: ROW });
  });

  it('dialog of a post, from right to left: what stands beside its link belongs to it', () => {
    const { posts, controls } = at('saved-modal.he.html', '/kabar.uji1/posts/pfbid01');
    expect(posts).toEqual(['Kabar Uji 2 | Coblos nomor 2', 'Kabar Uji 1 | Coblos nomor 1']);
    expect(controls).toEqual({ 0: ROW, 1: `${ROW} ${ANSWERED} comment` });
  });

  it('carousels of reels, people and groups in the list of posts are none', () => {
    const { posts, controls } = at('saved-carousels.pl.html', '/');
    expect(posts).toEqual([
      'Kabar Uji 1 | Coblos nomor 1',
      'Toko Uji | Sepatu murah',
      'Kabar Uji 6 | Lihat ini | Partai Uji: Menangkan nomor 2',
    ]);
    expect(controls).toEqual({ 0: ROW, 1: ROW, 2: ROW, none: 'friend join' });
  });

  it('profile: what is counted in digits of the language is no button to follow', () => {
    const { posts, controls } = at('saved-profile.my.html', '/calon.uji');
    expect(posts).toEqual(['Calon Uji | Coblos nomor ၂', 'Calon Uji | Selamat pagi']);
    expect(controls).toEqual({ 0: ROW, 1: 'like comment…', none: 'follow' });
    const page = fixture('facebook/saved-profile.my.html', 'https://www.facebook.com/calon.uji');
    const follow = facebook.findControls(page).find(({ action }) => action === 'follow');
    expect(follow?.label).toBe('သူငယ်ချင်း ထည့်ရန်');
  });

  it('a post may carry a label beside its header', () => {
    const { posts } = read(facebook, 'saved-feed.nl.html', 'https://www.facebook.com/', (page) => {
      for (const post of page.querySelectorAll('[aria-posinset]')) {
        post.setAttribute('aria-label', 'bericht');
        post.removeAttribute('aria-posinset');
      }
    });
    expect(posts).toHaveLength(5);
  });
});

describe('saved pages of Instagram', () => {
  const at = (name: string, path: string, change?: (page: Document) => void) =>
    read(instagram, name, `https://www.instagram.com${path}`, change);
  const FEED = ['kabar.uji | Coblos nomor 2 #uji', 'toko_uji | Diskon', 'partai_uji | Menang 👍'];

  it('home feed: what stands in the head of a post is no caption', () => {
    const { posts, controls } = at('saved-feed.tr.html', '/');
    expect(posts).toEqual(FEED);
    expect(controls).toEqual({
      0: 'like comment… repost share… comment',
      1: 'comment… share… comment',
      2: `follow ${ROW} comment`,
      none: 'follow follow',
    });
  });

  it('captions that do not say their direction', () => {
    const { posts } = at('saved-feed.tr.html', '/', (page) => {
      for (const text of page.querySelectorAll('[dir]')) {
        text.removeAttribute('dir');
      }
    });
    expect(posts).toEqual(FEED);
  });

  it('profile: signs on the pictures of the grid are no row of actions', () => {
    const { posts, controls } = at('saved-profile.es.html', '/partai_uji/');
    expect(posts).toEqual([]);
    expect(controls).toEqual({ none: 'follow follow follow follow' });
  });

  it('reels feed: the last icons of the column save and open a menu', () => {
    const { posts, controls } = at('saved-reels.ko.html', '/reels/DDD/');
    expect(posts).toEqual(['kabar.uji | Coblos nomor 2', 'toko_uji | Diskon besar']);
    expect(controls).toEqual({
      0: 'follow like comment… repost share…',
      1: 'follow like comment… repost share…',
    });
  });

  it('reels feed: columns without some of their icons', () => {
    const without = (page: Document, ...labels: string[]) => {
      for (const icon of page.querySelectorAll(
        labels.map((label) => `svg[aria-label="${label}"]`).join(', '),
      )) {
        icon.closest('[role="button"]')?.remove();
      }
    };
    const short = at('saved-reels.ko.html', '/reels/DDD/', (page) => without(page, '저장', '리포스트'));
    expect(short.controls[0]).toBe(`follow ${ROW}`);
    const { controls } = at('saved-reels.ko.html', '/reels/DDD/', (page) => {
      without(page, '저장');
      for (const path of page.querySelectorAll('svg[aria-label="공유"] path')) {
        path.setAttribute('d', 'M13.973 20.046 21.77 6.928');
      }
    });
    expect(controls[0]).toBe('follow like comment… repost share…');
  });

  it('grid of a profile, logged out on a phone: its pictures lead to the app and are no posts', () => {
    const { posts, controls } = at('saved-grid.da.html', '/klub.uji/');
    expect(posts).toEqual([]);
    expect(controls).toEqual({ none: 'follow' });
  });

  it('permalink, logged out, below a dialog to sign up', () => {
    const { posts, controls, keys } = at('saved-post.ja.html', '/p/BB1/');
    expect(posts).toEqual(['kabar.uji | Coblos nomor 2']);
    expect(controls).toEqual({ 0: `like ${ROW}` });
    expect(keys).toEqual(['/p/BB1/']);
  });
});

describe('more saved pages of Instagram', () => {
  const at = (name: string, path: string, change?: (page: Document) => void) =>
    read(instagram, name, `https://www.instagram.com${path}`, change);
  const ROW_WITH_REPOST = 'like comment… repost share…';

  it('home feed: counts beside the icons are buttons that do nothing here', () => {
    const { posts, controls, keys } = at('saved-counts.hi.html', '/');
    expect(posts).toEqual(['kabar.uji | Coblos nomor 2 #uji', 'toko_uji, mitra_uji | Diskon #uji']);
    expect(keys).toEqual(['/p/AA1/', '/p/BB2/']);
    expect(controls).toEqual({ 0: `${ROW_WITH_REPOST} comment`, 1: `follow ${ROW_WITH_REPOST} comment` });
  });

  it('page of a reel, logged out', () => {
    const { posts, controls, keys } = at('saved-reel.uk.html', '/kabar.uji/reel/CC3/');
    expect(posts).toEqual(['kabar.uji | Coblos nomor 2 #uji']);
    expect(keys).toEqual(['/reel/CC3/']);
    expect(controls).toEqual({ 0: `follow like ${ROW}` });
  });

  it('page of a post, logged in: marked accounts, the line before the caption, mentions and avatars are none of it', () => {
    const { posts, controls } = at('saved-page.pt.html', '/kabar.uji/p/HH1/');
    expect(posts).toEqual(['kabar.uji, mitra_uji | Coblos nomor 2\nbersama @kabar.uji #uji']);
    expect(controls).toEqual({ 0: `follow like like ${ROW} comment` });
    const page = fixture('instagram/saved-page.pt.html', 'https://www.instagram.com/kabar.uji/p/HH1/');
    const comment = instagram
      .findControls(page)
      .find(({ post }) => post !== undefined && !post.matches('main'))?.post;
    expect(comment && instagram.readPost(comment)).toMatchObject({ handle: 'budi', text: '@wati 🔥' });
    expect(instagram.readPost(instagram.findPosts(page)[0] as Element).alts).toEqual([
      'Foto de Toko Uji marcando kabar.uji',
    ]);
  });

  it('page of a post without a caption: neither its time nor the line above other posts is one', () => {
    const { posts } = at('saved-page.pt.html', '/kabar.uji/p/HH1/', (page) =>
      page.querySelector('#caption')?.remove(),
    );
    expect(posts).toEqual(['kabar.uji, mitra_uji | ']);
  });

  it('followers in a dialog: those who are followed already and the cross that closes it are left out', () => {
    const { controls } = at('saved-followers.es.html', '/partai_uji/followers/');
    expect(controls).toEqual({ none: 'follow follow' });
  });

  it('a cross is no like: neither one of lines above a single account, nor one that is a path above many', () => {
    const actions = (change: (page: Document) => void) =>
      at('saved-followers.es.html', '/partai_uji/followers/', change).controls;
    const alone = actions((page) => {
      for (const row of page.querySelectorAll('._aano > div > div > div:nth-child(n+2)')) {
        row.remove();
      }
    });
    const redrawn = actions((page) => {
      page.querySelector('line')?.remove();
      page.querySelector('polyline')?.replaceWith(page.createElementNS('http://www.w3.org/2000/svg', 'path'));
    });
    expect([alone, redrawn]).toEqual([{ none: 'follow' }, { none: 'follow follow' }]);
  });

  it('followers in a language without words: the button that repeats beside each of them', () => {
    const { controls } = at('saved-followers.es.html', '/partai_uji/followers/', (page) => {
      for (const label of page.querySelectorAll('button [dir]')) {
        label.textContent = 'Xyz';
      }
    });
    expect(controls).toEqual({ none: 'follow follow follow follow' });
  });

  it('dialog of a post over a profile', () => {
    const { posts, controls } = at('saved-modal.fi.html', '/p/EE5/');
    expect(posts).toEqual(['kabar.uji | Coblos nomor 2 #uji']);
    expect(controls).toEqual({ 0: `follow like like ${ROW} comment`, none: 'follow' });
  });
});

describe('saved pages of X', () => {
  const X_ROW = 'comment… repost… like share…';

  it('home: the like that is given is left out', () => {
    const { posts, controls } = read(x, 'saved-home.ja.html', 'https://x.com/home');
    expect(posts).toEqual([
      'Kabar Uji🌾 | Coblos nomor 2 #uji berita.example/panjang | Sri Ujiさんがリポスト',
      'Toko🌾 | Setuju | Partai Uji: Menang nomor 2',
      'Berita🌾 | Baca',
      'Polling🌾 | Pilih siapa',
    ]);
    expect(controls).toEqual({
      0: X_ROW,
      1: 'comment… repost… share…',
      2: `follow ${X_ROW}`,
      3: X_ROW,
      none: 'follow follow',
    });
  });

  it('status, logged out', () => {
    const { posts, controls, keys } = read(
      x,
      'saved-status.ar.html',
      'https://x.com/partai_uji/status/555555',
    );
    expect(posts).toEqual(['Partai Uji🌾 | Menangkan nomor 2', 'Budi🌾 | siap']);
    expect(controls).toEqual({ 0: X_ROW, 1: X_ROW });
    expect(keys).toEqual(['/partai_uji/status/555555', '/budi_uji/status/666666']);
  });

  it('a long article: the posts between its paragraphs are posts of their own', () => {
    const url = 'https://x.com/kabar_uji/article/777777';
    const { posts, controls, keys } = read(x, 'saved-article.zh.html', url);
    expect(posts).toEqual([
      'Kabar Uji | Siapa menang\nCoblos nomor 2\ndemikian | Partai Uji: Menangkan nomor 2\nsiap',
      'Partai Uji | Menangkan nomor 2',
      'Budi | siap',
    ]);
    expect(controls).toEqual({ 0: `follow ${X_ROW} follow`, 1: X_ROW, 2: X_ROW });
    expect(keys).toEqual([
      '/kabar_uji/status/777777',
      '/partai_uji/status/888888',
      '/budi_uji/status/999999',
    ]);
    const page = fixture('x/saved-article.zh.html', url);
    expect(x.surfaceOf(page)).toBe('permalink');
    expect(x.findPosts(page).map((post) => x.readPost(post).alts)).toEqual([[], [], []]);
  });

  it('a long article that does not say how often it was seen: its address tells the post', () => {
    const { keys } = read(x, 'saved-article.zh.html', 'https://x.com/kabar_uji/article/777777', (page) => {
      for (const link of page.querySelectorAll('a[href*="/analytics"]')) {
        link.remove();
      }
    });
    expect(keys[0]).toBe('/kabar_uji/status/777777');
  });

  it('home of 2022: buttons that are no button elements, the plural id of names', () => {
    const { posts, controls } = read(x, 'saved-buttons.es.html', 'https://twitter.com/home');
    expect(posts).toEqual([
      'Kabar Uji | Coblos nomor 2',
      'Toko Uji | Diskon besar | Partai Uji: Menangkan nomor 2',
    ]);
    expect(controls).toEqual({ 0: X_ROW, 1: 'comment… repost… share…', none: 'follow' });
  });

  it('home of 2021: neither names nor words have an id, and the menu in the head is in no row', () => {
    const page = fixture('x/saved-buttons.es.html', 'https://twitter.com/home');
    for (const named of ['User-Names', 'tweetText']) {
      page.querySelector(`[data-testid="${named}"]`)?.removeAttribute('data-testid');
    }
    const { posts, view } = inspectDocument(x, page);
    expect(posts[0]).toMatchObject({ author: 'Kabar Uji', handle: 'kabar_uji', text: 'Coblos nomor 2' });
    expect(view.unknownControls).toBe(0);
  });
});
