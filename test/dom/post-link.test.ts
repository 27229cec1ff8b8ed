// No document is asked for.
// @vitest-environment node

import { describe, expect, it } from 'vitest';
import { permalinkOf as facebookKey } from '../../src/sites/facebook/facebook-address.ts';
import { permalinkIn as instagramKey } from '../../src/sites/instagram/instagram-page.ts';
import { postLink } from '../../src/sites/post-link.ts';

const FACEBOOK = [
  ['/groups/123/posts/456/', 'https://www.facebook.com/groups/123/posts/456/'],
  ['/groups/123/permalink/456/', 'https://www.facebook.com/groups/123/posts/456/'],
  ['/groups/wargadesa/?multi_permalinks=456', 'https://www.facebook.com/groups/wargadesa/posts/456/'],
  ['/warga.desa/posts/pfbid02abcDEF', 'https://www.facebook.com/warga.desa/posts/pfbid02abcDEF/'],
  ['/warga.desa/videos/789', 'https://www.facebook.com/warga.desa/videos/789/'],
  ['/reel/789/', 'https://www.facebook.com/reel/789/'],
  [
    '/permalink.php?story_fbid=pfbid0x&id=10001',
    'https://www.facebook.com/permalink.php?story_fbid=pfbid0x&id=10001',
  ],
  ['/story.php?story_fbid=11&id=10001', 'https://www.facebook.com/permalink.php?story_fbid=11&id=10001'],
  ['/photo/?fbid=99', 'https://www.facebook.com/photo/?fbid=99'],
  ['/photo.php?fbid=99', 'https://www.facebook.com/photo/?fbid=99'],
  ['/watch/?v=55', 'https://www.facebook.com/watch/?v=55'],
] as const;

const INSTAGRAM = [
  ['/p/C0dE_-x/', 'https://www.instagram.com/p/C0dE_-x/'],
  ['/warga.desa/p/C0dE_-x/', 'https://www.instagram.com/p/C0dE_-x/'],
  ['/reel/C0dE/', 'https://www.instagram.com/reel/C0dE/'],
  ['/tv/C0dE/', 'https://www.instagram.com/tv/C0dE/'],
] as const;

/** As the sites and their share buttons append them. */
const TRACKERS = [
  'fbclid=IwAR0SECRET',
  'igsh=SECRET%3D%3D',
  'igshid=SECRET',
  'utm_source=ig_web_copy_link&utm_medium=SECRET',
  '__cft__[0]=AZSECRET&__tn__=%2CO%2CP-R',
  'access_token=SECRET',
  'comment_id=1&reply_comment_id=SECRET',
  'mibextid=SECRET',
  'rdid=SECRET&share_url=https%3A%2F%2Fexample.org%2FSECRET',
  'ref=share&s=SECRET',
  'notif_id=1&notif_t=SECRET&ref=notif',
  'set=a.1&type=3&opaqueCursor=SECRET',
  'paipv=0&eav=SECRET&_rdr',
  'sfnsn=SECRET',
];

function within(base: string, path: string, tracker: string, fragment: string): URL {
  return new URL(`${path}${path.includes('?') ? '&' : '?'}${tracker}${fragment}`, base);
}

describe('postLink', () => {
  it.each(FACEBOOK)('Facebook: %s, with any tracker behind it', (path, link) => {
    for (const tracker of TRACKERS) {
      for (const fragment of ['', '#SECRET']) {
        const key = facebookKey(within('https://www.facebook.com', path, tracker, fragment));
        expect(postLink('facebook', key ?? '')).toBe(link);
      }
    }
  });

  it.each(INSTAGRAM)('Instagram: %s, with any tracker behind it', (path, link) => {
    for (const tracker of TRACKERS) {
      const { pathname } = within('https://www.instagram.com', path, tracker, '');
      const key = instagramKey(pathname.split('/').filter((part) => part !== ''));
      expect(postLink('instagram', key ?? '')).toBe(link);
    }
  });

  it('X: by the number alone, without the account', () => {
    expect(postLink('x', '/warga_desa/status/1234567890')).toBe('https://x.com/i/status/1234567890');
    expect(postLink('x', '/i/status/1234567890')).toBe('https://x.com/i/status/1234567890');
  });

  it.each([
    ['facebook', '/warga.desa'],
    ['facebook', '/profile.php?id=10001'],
    ['facebook', 'text:8f3a'],
    ['facebook', ''],
    ['facebook', '/groups/1/posts/2?token=x'],
    ['facebook', '/groups/1/posts/2%2F..%2Fsettings'],
    ['facebook', '/permalink.php?id=&story_fbid=1'],
    ['facebook', '/photo?fbid=1&token=x'],
    ['facebook', '/watch?v=1#x'],
    ['instagram', 'message:/p/C0dE/'],
    ['instagram', '/p/C0dE/?igsh=1'],
    ['instagram', '/warga.desa/'],
    ['x', '/warga_desa'],
    ['x', '/warga_desa/status/12a'],
    ['x', 'https://evil.example/a/status/1'],
  ] as const)('%s: no link of "%s"', (site, key) => {
    expect(postLink(site, key)).toBeNull();
  });
});
