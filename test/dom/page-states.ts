/** Pages of the three sites as their fixtures have them, and states into which people bring such pages every day. */

import type { SiteId } from '../../src/core/types.ts';
import { fixture } from './fixture.ts';

/** A fixture of `test/fixtures` with the address that it stands for. */
export interface Page {
  readonly site: SiteId;
  readonly name: string;
  readonly url: string;
}

const at = (site: SiteId, host: string, pages: Readonly<Record<string, string>>): readonly Page[] =>
  Object.entries(pages).map(([name, path]) => ({
    site,
    name: `${site}/${name}.html`,
    url: `https://${host}${path}`,
  }));

/** Left out are fixtures that hold a part of a page only, such as `hover-card` and `shared`. */
export const PAGES: readonly Page[] = [
  ...at('facebook', 'www.facebook.com', {
    'feed.id': '/',
    'feed.en': '/',
    'feed.ar': '/',
    'articles.tl': '/',
    'markers.pt': '/',
    'saved-feed.nl': '/',
    'saved-bare.pl': '/',
    'saved-voices.km': '/',
    'dialog.id': '/relawan.uji/posts/pfbid0uji',
    'saved-dialog.ko': '/',
    'group.id': '/groups/77',
    'saved-group.es': '/groups/77',
    'permalink.th': '/kelompok.uji/posts/pfbid0thai',
    'permalink.logged-out': '/permalink.php?story_fbid=pfbid0abc&id=1',
    'saved-logged-out.ja': '/kabar.uji/posts/pfbid0jp',
    'photo.jv': '/photo/?fbid=55',
    'profile.en': '/dimas.uji',
    'profile.th': '/relawan.uji',
    'reels.vi': '/reel/1001',
    'saved-reel.zh': '/reel/99911',
    'saved-watch.vi': '/watch/?v=1234567890',
    'search.en': '/search/top/?q=uji',
    'saved-search.pt': '/search/top?q=uji',
  }),
  ...at('facebook', 'm.facebook.com', {
    'mobile.id': '/',
    'saved-mobile.de': '/',
    'saved-phone-group.sw': '/groups/77',
    'saved-phone-profile.sw': '/kabar.uji',
  }),
  ...at('instagram', 'www.instagram.com', {
    'feed.id': '/',
    'feed.en': '/',
    'feed.th': '/',
    'feed.tl': '/',
    'feed.ar': '/',
    'feed-redrawn.th': '/',
    'other-language.pt': '/',
    'saved-feed.tr': '/',
    'share-dialog.id': '/',
    'dialog.id': '/p/DAcampaign1/',
    'modal.en': '/p/DGmodal9999/',
    'permalink.id': '/p/DAcampaign1/',
    'post.id': '/p/DAcampaign1/',
    'logged-out.th': '/p/DAcampaign1/',
    'saved-post.ja': '/p/BB1/',
    'saved-page.pt': '/kabar.uji/p/HH1/',
    'reels.en': '/reels/DHreel11111/',
    'reels.ar': '/reels/DHreel11111/',
    'reels-feed.id': '/reels/DHreel11111/',
    'saved-reels.ko': '/reels/DDD/',
    'live.id': '/relawan.arunika/live/',
    'story.id': '/stories/relawan.arunika/33/',
    'stories.id': '/stories/relawan.arunika/33/',
    'profile.id': '/tim.arunika/',
    'profile.th': '/tim.arunika/',
    'profile-followed.th': '/tim.arunika/',
    'saved-profile.es': '/partai_uji/',
    'followers.id': '/tim.arunika/',
    'saved-followers.es': '/partai_uji/followers/',
    'people.id': '/explore/people/',
    'people.th': '/explore/people/',
    'messages.id': '/direct/t/11/',
    'create-details.id': '/create/details/',
    'create-story.id': '/create/story/',
  }),
  ...at('x', 'x.com', {
    'feed.id': '/home',
    'feed.en': '/home',
    'home.id': '/home',
    'cohort.en': '/home',
    'icons.tl': '/home',
    'menus.ar': '/home',
    'thread.id': '/home',
    'saved-home.ja': '/home',
    'saved-status.ar': '/partai_uji/status/555555',
    'saved-article.zh': '/kabar_uji/article/777777',
    'logged-out.th': '/relawan_arunika/status/1900000000000000001',
    'logged-out.en': '/home',
    'photo.en': '/relawan_arunika/status/1900000000000000001/photo/1',
    'reels.th': '/home',
    'profile.ar': '/relawan_arunika',
    'people.en': '/i/connect_people',
    'people.id': '/search?q=uji&f=user',
    'search.en': '/search?q=uji',
    'notifications.id': '/notifications',
    'community.tl': '/i/communities/17001',
    'messages.en': '/messages/1-2',
    'mobile.id': '/home',
    'phone-quote.id': '/compose/post',
    'mobile-compose.id': '/compose/post',
    'reply-dialog.id': '/home',
    'intent-like.id': '/intent/like?tweet_id=1900000000000000001',
  }),
];

function each(page: Document, selector: string, change: (element: Element) => void): void {
  for (const element of page.querySelectorAll(selector)) change(element);
}

/** Letters of a language of which no adapter has a table; words that are alike stay alike. */
const inGeorgian = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[a-z]/g, (letter) => String.fromCodePoint(0x10d0 + letter.charCodeAt(0) - 97));

function translate(page: Document): void {
  page.documentElement.lang = 'ka';
  for (const name of ['aria-label', 'aria-placeholder', 'placeholder']) {
    each(page, `[${name}]:not(a, img)`, (element) =>
      element.setAttribute(name, inGeorgian(element.getAttribute(name) ?? '')),
    );
  }
  const walker = page.createTreeWalker(page.body, 4);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const button = node.parentElement?.closest('button, [role="button"], [role="menuitem"], svg');
    if (button && !node.parentElement?.closest('a')) node.nodeValue = inGeorgian(node.nodeValue ?? '');
  }
}

function openLayer(page: Document, html: string): void {
  const layer = page.createElement('div');
  layer.innerHTML = html;
  (page.querySelector('#layers') ?? page.body).append(layer);
}

const FIRST_POST =
  '[aria-posinset], [role="article"]:not([aria-label]), article, [data-tracking-duration-id]';

/** None of them is a change of the site: each must be understood as well as the page itself. */
export const STATES: Readonly<Record<string, (page: Document) => void>> = {
  'as loaded': () => undefined,
  'dark and right to left': (page) => {
    page.documentElement.className = '__fb-dark-mode';
    page.documentElement.style.colorScheme = 'dark';
    page.documentElement.dir = 'rtl';
    page.body.style.backgroundColor = 'rgb(0, 0, 0)';
  },
  'in another language': translate,
  'every like is given': (page) => {
    const isIndonesian = page.documentElement.lang === 'id';
    each(page, '[data-testid="like"]', (button) => button.setAttribute('data-testid', 'unlike'));
    each(page, '[data-ad-rendering-role="like_button"]', (marker) => {
      const button = marker.closest('[role="button"]');
      const label = button?.getAttribute('aria-label') ?? '';
      button?.setAttribute('aria-label', `${isIndonesian ? 'Hapus' : 'Remove'} ${label}`);
    });
    each(page, 'svg[height="24"]:is([aria-label="Suka"], [aria-label="Like"])', (heart) => {
      heart.setAttribute('aria-label', isIndonesian ? 'Batal Suka' : 'Unlike');
      heart.setAttribute('viewBox', '0 0 48 48');
    });
  },
  'a menu is open': (page) => {
    const item = (text: string) => `<div role="menuitem" tabindex="0"><span>${text}</span></div>`;
    openLayer(page, `<div role="menu">${['Simpan', 'Sembunyikan', 'Laporkan'].map(item).join('')}</div>`);
  },
  'a dialog of the site lies above': (page) => {
    each(page, 'body > div:first-of-type', (root) => root.setAttribute('aria-hidden', 'true'));
    openLayer(
      page,
      '<div role="dialog" aria-modal="true"><h2>Notifikasi</h2><p>Nyalakan notifikasi?</p><div role="button" tabindex="0"><span>Nyalakan</span></div><div role="button" tabindex="0"><span>Nanti</span></div></div>',
    );
  },
  'scrolled: the first post is emptied, more are on the way': (page) => {
    const posts = [...page.querySelectorAll(FIRST_POST)].filter(
      (post) => !post.parentElement?.closest(FIRST_POST),
    );
    const [first] = posts;
    if (first === undefined || posts.length < 2) return;
    const cell = first.closest('[data-testid="cellInnerDiv"]');
    if (cell) cell.remove();
    else first.replaceChildren();
    const last = posts.at(-1)?.closest('[data-testid="cellInnerDiv"]') ?? posts.at(-1);
    const next = page.createElement('div');
    next.innerHTML = '<div role="article"><div role="progressbar"></div></div>';
    last?.after(next);
  },
  'words stand in every box': (page) => {
    each(page, '[contenteditable="true"]', (box) => box.replaceChildren('Semangat'));
    each(page, 'textarea', (box) => box.replaceChildren('Semangat'));
  },
};

export function pageIn(page: Page, state: string): Document {
  const document = fixture(page.name, page.url);
  STATES[state]?.(document);
  return document;
}
