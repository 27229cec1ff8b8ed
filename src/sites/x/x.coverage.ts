/** What is covered on X. Surfaces that are in neither list do not offer the activity. */

import type { SiteCoverage } from '../coverage.ts';

const EMBED =
  'an embedded post (platform.twitter.com) only links to the intent pages of X, where the action is held';
const SPACE =
  'no page of a Space or a broadcast has been seen: its hearts and reactions are not recognised; its post in a feed is';

export const xCoverage: SiteCoverage = {
  site: 'x',
  opened:
    'Markup of the site itself that others saved in public was opened on 29 November 2026, ten pieces: the home page of 2021 and of 2025 (English) and a profile of 2025 (Chinese), all signed in on a computer; a status, a quote and a row of 2025, 2025 and 2022 (English, Japanese); a long article of 2026 and a post inside of one (English, Chinese); a list of people and a withheld post of 2023. After the mends every post, row and button that was copied from them is found, and nothing else. Pieces of eight others (2023 to 2026) were read only. Pages of communities and Spaces, the video reel, messages, notifications, signed-out pages and phones are known from the code of X or of other projects and from descriptions only.',
  lines: [
    {
      activity: 'like',
      covered: {
        feed: ['click', 'Enter', 'Space', 'shortcut key'],
        permalink: ['click'],
        'photo viewer': ['click'],
        reels: ['click', 'Enter'],
        search: ['click'],
        profile: ['click'],
        group: ['click'],
        notifications: ['click'],
        mobile: ['touch'],
        intent: ['click', 'Enter'],
      },
      commit: 'heart in the row under the post; on an intent page the button of the sheet',
      elsewhere: { plugin: EMBED },
      open: {
        live: SPACE,
        messages: 'the heart of a message goes to a person, not to the public',
      },
    },
    {
      activity: 'like of a comment',
      covered: { permalink: ['click', 'shortcut key'], 'photo viewer': ['click'], mobile: ['touch'] },
      commit: 'heart in the row under the reply: a reply is a post of its own',
    },
    {
      activity: 'comment',
      covered: {
        dialog: ['click', 'Ctrl+Enter', 'shortcut key'],
        permalink: ['click', 'Ctrl+Enter'],
        'photo viewer': ['click'],
        reels: ['Ctrl+Enter'],
        mobile: ['touch'],
        intent: ['click', 'Ctrl+Enter'],
      },
      commit:
        'reply button of the dialog or of the box under the post, or Ctrl/Cmd+Enter in it; every reply counts as a comment on the post it answers, also where that is a reply itself',
      elsewhere: { plugin: EMBED },
      open: { live: SPACE },
    },
    {
      activity: 'sticker or GIF comment',
      covered: { dialog: ['click'], permalink: ['click'], mobile: ['touch'] },
      commit: 'reply button: a GIF is only attached when it is picked',
    },
    {
      activity: 'send to a person',
      covered: { dialog: ['click'], messages: ['click', 'Enter'], mobile: ['touch'] },
      commit:
        'send button of the message, in the dialog that the share menu opens or in a conversation whose draft carries a post (one that only has its address is held by its words, since the post is not on the page); the item of the menu only opens it, and copying a link is no action',
      open: {
        feed: '"Share via…" hands over to the system, which a page cannot see',
      },
    },
    {
      activity: 'repost',
      covered: {
        feed: ['menu item', 'Enter', 'shortcut key'],
        permalink: ['menu item'],
        'photo viewer': ['menu item'],
        reels: ['menu item'],
        search: ['menu item'],
        profile: ['menu item'],
        group: ['menu item'],
        notifications: ['menu item'],
        mobile: ['touch'],
        intent: ['click'],
      },
      commit: 'item of the menu or sheet that the repost button opens; undoing is no action',
      elsewhere: { plugin: EMBED },
      open: { live: SPACE },
    },
    {
      activity: 'quote',
      covered: { dialog: ['click', 'Ctrl+Enter'], mobile: ['touch'] },
      commit: 'post button of the composer that shows the quoted post, or Ctrl/Cmd+Enter in it',
    },
    {
      activity: 'follow',
      covered: {
        feed: ['menu item'],
        permalink: ['click'],
        profile: ['click', 'Enter', 'Space'],
        'hover card': ['click'],
        suggestions: ['click'],
        search: ['click'],
        reels: ['click'],
        mobile: ['touch'],
        intent: ['click'],
      },
      commit: 'follow button, item of the menu of a post, or the button of the sheet of an intent page',
      elsewhere: { plugin: EMBED },
      open: { live: SPACE },
    },
    {
      activity: 'subscribe',
      covered: { profile: ['click'], permalink: ['click'] },
      commit: 'subscribe button, before the page of the payment opens',
    },
    {
      activity: 'join group',
      covered: { group: ['click', 'Enter'], search: ['click'], suggestions: ['click'] },
      commit:
        'join button of a community; no real one has been seen: it is known by the id of one document, else, on the pages of communities, by its name in eight languages',
    },
    {
      activity: 'feed post',
      covered: {
        feed: ['click', 'Ctrl+Enter'],
        dialog: ['shortcut key'],
        mobile: ['touch'],
        intent: ['click', 'Ctrl+Enter'],
      },
      commit: 'post button of the composer, or Ctrl/Cmd+Enter in it; the key n only opens it',
    },
    {
      activity: 'group post',
      covered: { group: ['click', 'Ctrl+Enter'] },
      commit: 'post button of the composer on the page of the community, whose name is read',
      open: {
        dialog:
          'a composer elsewhere that was set to a community does not say so in a way that is known: only the words count',
      },
    },
    {
      activity: 'thread',
      covered: { dialog: ['click', 'Ctrl+Enter'] },
      commit: 'the one button that posts all, or Ctrl/Cmd+Enter; the words of all parts are read',
    },
    {
      activity: 'picked photo',
      covered: {
        feed: ['file input'],
        dialog: ['file input'],
        permalink: ['file input'],
        group: ['file input'],
        mobile: ['file input'],
      },
      commit: 'the change of the file input of a composer, before X reads it',
      open: { messages: 'a photo to a person is nothing public', profile: 'the own picture is not a post' },
    },
    {
      activity: 'pasted photo',
      covered: { feed: ['paste'], dialog: ['paste'], permalink: ['paste'], group: ['paste'] },
      commit: 'paste into a composer, before X reads it',
    },
    {
      activity: 'dropped photo',
      covered: { feed: ['drop'], dialog: ['drop'], permalink: ['drop'], group: ['drop'] },
      commit: 'drop on a composer, before X reads it',
    },
  ],
};
