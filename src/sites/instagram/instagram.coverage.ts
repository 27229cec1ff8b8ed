/** What is covered on Instagram. Surfaces that are in neither list do not offer the activity. */

import type { SiteCoverage } from '../coverage.ts';

const LINKS_ONLY = 'the embedded post only links to the site';
const BY_COMMENT_BOX = 'a reply to a comment is sent by the comment box and counts as a comment';
const BY_GRID = 'on a wide screen the results are a grid, whose posts open as a dialog';

export const instagramCoverage: SiteCoverage = {
  site: 'instagram',
  opened:
    'Markup of the site itself that others saved in public was opened on 29 November 2026: two whole pages of a post, both signed in on a computer (one of 2025 in Portuguese, one of 2026 in English), and three lists of followers of 2023 and 2024 (English, Spanish). After the mends their posts, words and 19 controls are found, and nothing else. The grid of a profile on a phone (2026, signed out) and the one of reels (2025), of which pieces were copied, show no post and only the button to follow. Pieces of seven others (2019 to 2025) were read only: rows, icons and heads have the shapes of the fixtures, but icons of 2019 are no drawings and are not known. Feed, stories, reels, live, messages and the rest of phones are known from descriptions and the code of other projects only.',
  lines: [
    {
      activity: 'like',
      covered: {
        feed: ['click', 'Enter', 'Space'],
        permalink: ['click'],
        dialog: ['click'],
        reels: ['click', 'Enter'],
        story: ['click'],
        live: ['click'],
        search: ['click'],
        mobile: ['touch'],
      },
      commit: 'heart of 24 px in the row of actions; heart beside the reply box of a story',
      elsewhere: { plugin: LINKS_ONLY },
    },
    {
      activity: 'reaction',
      covered: { story: ['click'] },
      commit: 'emoji in the row beside a story',
      open: { messages: 'the emoji of a message go to a person, not to the public' },
    },
    {
      activity: 'double-tap like',
      covered: {
        feed: ['double click'],
        permalink: ['double click'],
        dialog: ['double click'],
        reels: ['double click'],
        messages: ['double click'],
        mobile: ['touch'],
      },
      commit:
        'second click or tap on the picture or video, performed by the heart of the post; on a message both clicks, since it has no heart',
    },
    {
      activity: 'like of a comment',
      covered: {
        feed: ['click'],
        permalink: ['click'],
        dialog: ['click'],
        reels: ['click'],
        mobile: ['touch'],
      },
      commit: 'heart of 12 or 16 px beside the comment; the comment and its post are read',
    },
    {
      activity: 'comment',
      covered: {
        feed: ['Enter', 'click'],
        permalink: ['Enter', 'click'],
        dialog: ['Enter', 'click'],
        reels: ['Enter', 'click'],
        live: ['Enter'],
        mobile: ['touch'],
      },
      commit: 'Enter without Shift in the comment box, or the button with words behind it',
      elsewhere: { plugin: LINKS_ONLY, search: BY_GRID },
    },
    {
      activity: 'reply',
      covered: { story: ['Enter', 'click'] },
      commit: 'Enter without Shift in the reply box of a story, or the button behind it',
      elsewhere: { feed: BY_COMMENT_BOX, permalink: BY_COMMENT_BOX },
    },
    {
      activity: 'sticker or GIF comment',
      covered: { feed: ['click'], permalink: ['click'], dialog: ['click'], reels: ['click'] },
      commit:
        'a picture in the list of GIFs, which opens from the comment box (hosts of the pictures: unverified)',
    },
    {
      activity: 'send to a person',
      covered: {
        feed: ['click', 'Enter'],
        permalink: ['click'],
        dialog: ['click'],
        reels: ['click'],
        story: ['click'],
        live: ['click'],
        mobile: ['touch'],
      },
      commit: 'send button of the share sheet, after a person was chosen',
      elsewhere: { plugin: LINKS_ONLY },
      open: {
        messages: 'forwarding a message to another chat is known by its words only (English, Indonesian)',
      },
    },
    {
      activity: 'share to story',
      covered: { feed: ['click'], permalink: ['click'], reels: ['click'] },
      commit: 'entry of the share sheet, known by its words only (unverified)',
    },
    {
      activity: 'repost',
      covered: {
        feed: ['click', 'Enter'],
        permalink: ['click'],
        dialog: ['click'],
        reels: ['click'],
        mobile: ['touch'],
      },
      commit: 'icon with two arrows in the row of actions',
    },
    {
      activity: 'follow',
      covered: {
        feed: ['click'],
        permalink: ['click'],
        dialog: ['click'],
        reels: ['click'],
        profile: ['click', 'Enter', 'Space'],
        'hover card': ['click'],
        suggestions: ['click'],
        notifications: ['click'],
        mobile: ['touch'],
      },
      commit:
        'button beside the name of the account; in a post the post decides, elsewhere name and description',
      elsewhere: {
        search: 'the list of accounts in the search box only links to profiles',
        plugin: LINKS_ONLY,
      },
    },
    {
      activity: 'subscribe',
      covered: {},
      commit: 'a payment in the app',
      open: { profile: 'paid subscriptions are begun on a page of payment that was not looked at' },
    },
    {
      activity: 'feed post',
      covered: { feed: ['click', 'Enter'], mobile: ['touch'] },
      commit: 'last step of the dialog (on phones: of the page) for a new post, with its caption',
    },
    {
      activity: 'story post',
      covered: { mobile: ['touch'] },
      commit: 'button of the page for a new story, with its text (shape unverified)',
    },
    {
      activity: 'picked photo',
      covered: { feed: ['file input'] },
      commit:
        'choice of a file; judged by a caption where one stands beside it. Instagram asks for the caption after the picture, so most choices pass and the last step is held',
      open: { mobile: 'no words stand beside the choice on phones' },
    },
    {
      activity: 'dropped photo',
      covered: { feed: ['drop'] },
      commit: 'drop on the dialog for a new post, as above',
    },
    {
      activity: 'pasted photo',
      covered: { feed: ['paste'] },
      commit: 'paste into the dialog for a new post, as above',
    },
  ],
};
