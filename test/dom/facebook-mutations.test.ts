import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { useSavedStyles } from '../../src/cli/inspect/saved-styles.ts';
import { facebook } from '../../src/sites/facebook/facebook.ts';
import { fixturePath, page } from './fixture.ts';

/** Words of the fixture in a language that no table holds (Tagalog). */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  'Tindakan untuk postingan ini': 'Mga pagkilos',
  'Kirim ini ke teman atau posting di profil Anda.': 'Ipadala ito sa mga kaibigan',
  'Beri komentar': 'Mag-iwan ng komento',
  'Beri reaksi': 'Mag-react',
  'Komentari sebagai': 'Magkomento bilang',
  'Komentari dengan': 'Magkomento gamit',
  Komentari: 'Magkomento',
  Bagikan: 'Ibahagi',
  'Suka: 7 orang': 'I-like: 7 tao',
  '"Suka"': '"I-like"',
  '>Suka<': '>I-like<',
  'Apa yang Anda pikirkan': 'Ano ang nasa isip mo',
};

function replaceAll(html: string, from: RegExp | string, to: string): string {
  return html.replaceAll(from, to);
}

const dropAttribute = (html: string, name: string) =>
  replaceAll(html, new RegExp(` ${name}="[^"]*"`, 'g'), '');
const inTagalog = (html: string) =>
  Object.entries(OTHER_WORDS)
    .reduce((text, [from, to]) => replaceAll(text, from, to), html)
    .replace('lang="id"', 'lang="tl"');
const withoutMarkers = (html: string) => replaceAll(html, 'data-ad-rendering-role=', 'data-x1a2=');
const withoutPreviews = (html: string) =>
  dropAttribute(dropAttribute(html, 'data-ad-preview'), 'data-ad-comet-preview');

const MUTATIONS: Readonly<Record<string, (html: string) => string>> = {
  'markers renamed': withoutMarkers,
  'no aria-posinset': (html) => dropAttribute(html, 'aria-posinset'),
  'no aria-labelledby': (html) => dropAttribute(html, 'aria-labelledby'),
  'no aria-describedby': (html) => dropAttribute(html, 'aria-describedby'),
  'no preview attributes': withoutPreviews,
  'random elements around labels': (html) =>
    replaceAll(html, /<span>(Suka|Komentari|Bagikan)<\/span>/g, '<qzx-wrap><span>$1</span></qzx-wrap>'),
  'labels in another language': inTagalog,
  'headings are no headings': (html) => replaceAll(replaceAll(html, '<h3', '<div'), '</h3>', '</div>'),
  'no role of main and feed': (html) => replaceAll(html, / role="(main|feed)"/g, ''),
  'no form': (html) => replaceAll(replaceAll(html, '<form', '<section'), '</form>', '</section>'),
  'containers are articles': (html) =>
    replaceAll(
      html,
      /aria-posinset="\d" aria-labelledby="[^"]*" aria-describedby="[^"]*"/g,
      'role="article"',
    ),
  'no marker, no preview, no known label': (html) => withoutPreviews(withoutMarkers(inTagalog(html))),
  'no marker, no label, and articles': (html) =>
    replaceAll(
      withoutPreviews(withoutMarkers(inTagalog(html))),
      /aria-posinset="\d" aria-labelledby="[^"]*" aria-describedby="[^"]*"/g,
      'role="article"',
    ),
};

function load(mutate: (html: string) => string): Document {
  const html = mutate(readFileSync(fixturePath('facebook/feed.id.html'), 'utf8'));
  const document = page(html, 'https://www.facebook.com/');
  useSavedStyles(document);
  return document;
}

const POSTS = ['rain', 'campaign', 'news', 'school'];

describe.each(Object.entries(MUTATIONS))('Facebook feed with %s', (_name, mutate) => {
  it('changes something', () => {
    const html = readFileSync(fixturePath('facebook/feed.id.html'), 'utf8');
    expect(mutate(html)).not.toBe(html);
  });

  // It is only read.
  const document = load(mutate);

  it('finds the same posts with author and text', () => {
    const posts = facebook.findPosts(document);
    expect(posts.map((post) => post.getAttribute('data-test-id'))).toEqual(POSTS);
    const read = posts.map(facebook.readPost);
    expect(read.map(({ author, handle }) => [author, handle])).toEqual([
      ['Dimas Prakoso', 'dimas.prakoso.uji'],
      ['Relawan Uji Sumber Asri', 'relawan.uji'],
      ['Warta Uji', 'wartauji'],
      ['Sri Handayani', 'sri.handayani.uji'],
    ]);
    expect(read[0]?.text).toBe('Hujan seharian di Sumber Asri 🌧️ Jalan dekat jembatan ditutup.');
    expect(read[1]?.text).toContain('Coblos nomor 2');
    expect(JSON.stringify(read)).not.toMatch(/umpan|palsu|nomor 9/);
  });

  it('finds like, comment and share of each', () => {
    const controls = facebook.findControls(document);
    for (const id of POSTS) {
      const own = controls.filter(({ post }) => post?.getAttribute('data-test-id') === id);
      const kinds = own.map(({ action, role }) => `${action} ${role}`);
      expect(kinds).toEqual(['like commit', 'react open', 'comment open', 'share open', 'comment commit']);
    }
    expect(facebook.countUnknown(document)).toBe(0);
  });
});
