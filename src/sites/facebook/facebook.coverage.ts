import type { ActivityPath, CoverageLine, SiteCoverage } from '../coverage.ts';
import type { Surface } from '../surface.ts';

/** Surfaces that show a whole post with its row of actions. */
const POSTS = [
  'feed',
  'permalink',
  'dialog',
  'photo viewer',
  'reels',
  'live',
  'group',
  'page',
  'profile',
  'search',
] as const;
/** Surfaces on which the comments stand open. */
const THREADS = ['feed', 'permalink', 'dialog', 'photo viewer', 'reels', 'live'] as const;

function on(
  surfaces: readonly Surface[],
  ...paths: readonly ActivityPath[]
): Partial<Record<Surface, readonly ActivityPath[]>> {
  return Object.fromEntries(surfaces.map((surface) => [surface, paths]));
}

const NO_MARKUP = 'no evidence of its markup';
const SHEET_ON_MOBILE = 'the sheets of the mobile renderer are unknown (no source, 2026-11)';

const OPENED =
  'Markup of the site itself that others saved in public was opened on 29 November 2026, eight whole pages or pieces: on phones a page of a group (2026, signed out) and a profile (2025), both Vietnamese; on computers a post of a feed (2020) and a profile with its buttons and row (2026), both English and signed in, a list of members (2024), a whole page of a post (2025, English, signed out: no share, badges beside the names of comments), a whole home page (2022, Spanish, signed in: a post with the cards of two friends who shared it); the like plugin in both states (2023). Read in transcriptions of their structure, every post, text, row and button of them is found now. Smaller things came from a Like button (2026, Indonesian), from reductions of the phone renderer that two projects made on a device (2026), and from the code of six projects of 2026, whose labels of like and comment name the author in English, Vietnamese and Chinese (the Indonesian wording is unknown). Comments, sheets, stories and reels on phones, the pane of comments beside a reel, dialogs and the share sheet are known from descriptions and the code of other projects only.';

const LINES: readonly CoverageLine[] = [
  {
    activity: 'like',
    covered: {
      ...on(POSTS, 'click'),
      feed: ['click', 'touch', 'Enter', 'Space', 'shortcut key'],
      permalink: ['click', 'shortcut key'],
      mobile: ['click', 'touch'],
      plugin: ['click'],
    },
    commit: 'the Like button of the post, also by the key the page publishes for it',
  },
  {
    activity: 'reaction',
    covered: {
      ...on(THREADS, 'palette'),
      story: ['click'],
      live: ['palette', 'click'],
    },
    commit:
      'a picture of the palette, which is a portal outside of the post; under a story or live video a row of pictures (live: unverified)',
    open: { mobile: SHEET_ON_MOBILE },
  },
  {
    activity: 'like of a comment',
    covered: on(THREADS, 'click'),
    commit:
      'the first button in the row of the time of a comment; the comment is read together with its post; on reels and live videos in the shape that comments have elsewhere (inferred)',
    open: { mobile: NO_MARKUP },
  },
  {
    activity: 'comment',
    covered: { ...on(POSTS, 'click', 'Enter'), mobile: ['click'], plugin: ['click'] },
    commit:
      'Enter in the comment box, or its send button; in the comments plugin the button only (its markup is unverified); on phones the button of the box that opens',
  },
  {
    activity: 'reply',
    covered: on([...THREADS, 'story'], 'click', 'Enter'),
    commit: 'Enter in the box below a comment or story, or its send button',
    open: {
      mobile: NO_MARKUP,
      messages: 'a reply in a chat is about a message; chats are not read',
    },
  },
  {
    activity: 'sticker or GIF comment',
    covered: on(
      ['feed', 'permalink', 'dialog', 'photo viewer', 'reels', 'live', 'group', 'page', 'profile'],
      'click',
    ),
    commit:
      'a picture of the picker that the comment box opened, which is the same form everywhere (that one press sends is unverified)',
    open: { mobile: NO_MARKUP },
  },
  {
    activity: 'share now',
    covered: {
      ...on(POSTS, 'click'),
      feed: ['click', 'menu item'],
      sharer: ['click'],
    },
    commit: 'Share now in the share sheet or menu; the button of the sharer page',
    open: { mobile: SHEET_ON_MOBILE },
    elsewhere: { plugin: 'the share button of the plugin opens the sharer page' },
  },
  {
    activity: 'share with text',
    covered: on(['feed', 'permalink', 'dialog', 'sharer'], 'click'),
    commit: 'Share now below the caption; the words are read beside the post',
    open: { mobile: SHEET_ON_MOBILE },
  },
  {
    activity: 'send to a person',
    covered: on(['feed', 'permalink', 'dialog'], 'click'),
    commit: 'Send beside a person in the share sheet',
    open: {
      messages: 'a link pasted into a chat: chats are not read',
      mobile: SHEET_ON_MOBILE,
    },
  },
  {
    activity: 'share to story',
    covered: { ...on(['permalink', 'dialog'], 'click'), feed: ['click', 'menu item'] },
    commit: 'Share to story in the share sheet or menu',
    open: { mobile: SHEET_ON_MOBILE },
  },
  {
    activity: 'follow',
    covered: {
      ...on(
        ['permalink', 'reels', 'profile', 'search', 'suggestions', 'hover card', 'mobile', 'plugin'],
        'click',
      ),
      feed: ['click', 'Enter'],
    },
    commit:
      'the button in the header of a post, on a card, at the top of a profile, or in the plugin; on phones at the top of a profile',
  },
  {
    activity: 'add friend',
    covered: on(['profile', 'search', 'suggestions', 'hover card', 'mobile'], 'click'),
    commit: 'the button on the profile or card',
    open: {
      notifications: 'to accept a request is another action, which the settings do not know',
    },
  },
  {
    activity: 'join group',
    covered: on(['feed', 'group', 'search', 'suggestions', 'mobile'], 'click'),
    commit: 'the button in the header of a post, on a card, or at the top of the group',
    open: { notifications: 'to accept an invitation: no evidence of its markup' },
  },
  {
    activity: 'like page',
    covered: on(['page', 'plugin'], 'click'),
    commit: 'Like at the top of the page, or in the plugin of a page',
    open: { 'hover card': NO_MARKUP, mobile: NO_MARKUP },
  },
  {
    activity: 'follow page',
    covered: on(['page', 'mobile'], 'click'),
    commit: 'Follow at the top of the page',
  },
  {
    activity: 'feed post',
    covered: on(['feed', 'page', 'profile'], 'click'),
    commit: 'Post in the composer',
    open: { mobile: 'the composer of the mobile renderer is unknown (no source, 2026-11)' },
  },
  {
    activity: 'group post',
    covered: on(['group'], 'click'),
    commit: 'Post in the composer; the name of the group is read beside the words',
    open: { mobile: 'the composer of the mobile renderer is unknown (no source, 2026-11)' },
  },
  {
    activity: 'story post',
    covered: on(['story'], 'click'),
    commit: 'Share to story on the page that makes stories',
    open: { mobile: NO_MARKUP },
  },
  {
    activity: 'picked photo',
    covered: { ...on(['feed', 'permalink', 'dialog'], 'file input'), group: ['file input'] },
    commit: 'the file input of the comment box or composer changes',
    open: { mobile: 'the picker of the mobile renderer is native' },
  },
  {
    activity: 'pasted photo',
    covered: on(['feed'], 'paste'),
    commit: 'a picture is pasted into the comment box or composer',
  },
  {
    activity: 'dropped photo',
    covered: on(['feed'], 'drop'),
    commit: 'a picture is dropped on the comment box or composer',
  },
];

/** What is covered on Facebook, by fixtures; logged-in pages were described by others (2025-11 to 2026-08). */
export const facebookCoverage: SiteCoverage = { site: 'facebook', opened: OPENED, lines: LINES };
