/** X: reads posts and recognises actions. Why each hook is what it is stands in x.selectors.ts. */

import type { ActionKind, Post, QuotedPost } from '../core/types.ts';
import {
  buttonOf,
  editorOf,
  hashtagsIn,
  inDocumentOrder,
  isActivation,
  labelOf,
  outermost,
  ownWords,
  textKey,
  visibleText,
} from './dom.ts';
import type { Control, Site, Trigger } from './site.ts';
import * as on from './x.selectors.ts';

const CONTROL_CANDIDATES = `button, a[href], [role="button"], ${on.MENU_ITEM}, ${on.EDITOR}`;
const STATUS_PATH = /^\/(?:(\w+)|i(?:\/web)?)\/status\/(\d+)/;

function testId(element: Element): string {
  return element.getAttribute('data-testid') ?? '';
}

/** Path of a link to this site, '' for any other; saved pages have absolute addresses. */
function pathOf(link: Element): string {
  const href = link.getAttribute('href');
  if (href === null || !URL.canParse(href, 'https://x.com')) {
    return '';
  }
  const url = new URL(href, 'https://x.com');
  return on.HOSTS.includes(url.hostname) ? url.pathname : '';
}

function pagePath(element: Element): string {
  const url = element.ownerDocument.URL;
  return URL.canParse(url) ? new URL(url).pathname : '';
}

function isBefore(a: Element, b: Element): boolean {
  return (a.compareDocumentPosition(b) & 4) !== 0;
}

function isPost(article: Element): boolean {
  return testId(article) === on.POST_TEST_ID || article.querySelector(on.USER_NAME) !== null;
}

function postsIn(root: ParentNode): Element[] {
  return outermost([...root.querySelectorAll(on.ARTICLE)].filter(isPost));
}

/** Outermost post around the element; the article of an unavailable quote is inside one. */
function articleAround(element: Element): Element | undefined {
  let found: Element | undefined;
  for (let node = element.closest(on.ARTICLE); node; node = node.parentElement?.closest(on.ARTICLE) ?? null) {
    if (isPost(node)) {
      found = node;
    }
  }
  return found;
}

/** The post, or in the photo viewer the post whose bar stands outside its article. */
function postAround(element: Element): Element | undefined {
  const article = articleAround(element);
  const dialog = element.closest(on.DIALOG);
  return article ?? (dialog === null ? undefined : (focusedIn(dialog) ?? postsIn(dialog)[0]));
}

/** The post that a status page is about: the one in the address, else the one that X marks as focused. */
function focusedIn(root: ParentNode): Element | undefined {
  const posts = postsIn(root).filter((post) => root.nodeType !== 9 || post.closest(on.DIALOG) === null);
  const first = posts[0];
  const id = first === undefined ? undefined : STATUS_PATH.exec(pagePath(first))?.[2];
  const named = id === undefined ? undefined : posts.find((post) => statusOf(post)?.id === id);
  return named ?? posts.find((post) => post.matches(on.FOCUSED));
}

function quoteIn(post: Element): Element | undefined {
  return [...post.querySelectorAll(on.QUOTE)].find(
    (link) => link.querySelector(`${on.USER_NAME}, ${on.TEXT}`) !== null,
  );
}

/** First match that belongs to the post itself and not to the post it quotes. */
function ownAll(post: Element, quote: Element | undefined, selector: string): Element[] {
  return [...post.querySelectorAll(selector)].filter((element) => quote?.contains(element) !== true);
}

/** The permalink has the time in it; other status links (photo, analytics) start with the same path. */
function statusOf(post: Element): { readonly handle: string; readonly id: string } | undefined {
  const links = ownAll(post, quoteIn(post), on.STATUS_LINK);
  const timed = links.filter((link) => link.querySelector('time') !== null);
  for (const link of [...timed, ...links]) {
    const [, handle, id] = STATUS_PATH.exec(pathOf(link)) ?? [];
    if (id !== undefined) {
      return { handle: (handle ?? '').toLowerCase(), id };
    }
  }
  return undefined;
}

/** A quoted author has no links, only lines: the name, then the handle. */
function personIn(userName: Element | undefined): { readonly name: string; readonly handle: string } {
  if (userName === undefined) {
    return { name: '', handle: '' };
  }
  const lines = visibleText(userName).split(/\s*\n\s*/);
  const links = [...userName.querySelectorAll('a[href]')];
  const linked = links.map((link) => /^\/(\w+)\/?$/.exec(pathOf(link))?.[1]).find((name) => name);
  const written = lines.map((line) => /^@(\w+)/.exec(line)?.[1]).find((name) => name);
  const first = links[0];
  const linkText = first === undefined ? '' : visibleText(first).replace(/\s+/g, ' ');
  const name = linkText !== '' && !linkText.startsWith('@') ? linkText : (lines[0] ?? '');
  return { name: name.startsWith('@') ? '' : name, handle: (linked ?? written ?? '').toLowerCase() };
}

function avatarHandle(post: Element, quote: Element | undefined): string {
  const [avatar] = ownAll(post, quote, `[data-testid^="${on.AVATAR_PREFIX}"]`);
  return avatar === undefined ? '' : testId(avatar).slice(on.AVATAR_PREFIX.length).toLowerCase();
}

function textOf(element: Element | undefined): string {
  return element === undefined ? '' : visibleText(element);
}

function altsIn(post: Element): string[] {
  const alts = [...post.querySelectorAll(on.PHOTO)].map((photo) => {
    const label = photo.getAttribute('aria-label') ?? '';
    return (label === '' ? (photo.querySelector('img[alt]')?.getAttribute('alt') ?? '') : label).trim();
  });
  return [...new Set(alts)].filter((alt) => alt !== '' && !on.NO_DESCRIPTION.includes(alt.toLowerCase()));
}

/** A card with a large picture shows its title in the picture; then the name of its link is what people read. */
function linkText(card: Element | undefined): string {
  const shown = textOf(card);
  return shown === '' ? (card?.querySelector('a[aria-label]')?.getAttribute('aria-label') ?? '') : shown;
}

/** Who reposted it, or the community; "Pinned" stands without a link. */
function contextOf(post: Element): string | null {
  const context = post.querySelector(on.SOCIAL_CONTEXT);
  if (context === null || (context.closest('a') === null && context.querySelector('a') === null)) {
    return null;
  }
  const name = context.querySelector('a') ?? context.firstElementChild;
  return textOf(name ?? undefined) || textOf(context) || null;
}

function readQuote(quote: Element | undefined): QuotedPost | null {
  if (quote === undefined) {
    return null;
  }
  return {
    author: personIn(quote.querySelector(on.USER_NAME) ?? undefined).name,
    text: textOf(quote.querySelector(on.TEXT) ?? undefined),
  };
}

function readPost(container: Element): Post {
  const quote = quoteIn(container);
  const person = personIn(ownAll(container, quote, on.USER_NAME)[0]);
  const status = statusOf(container);
  const handle = person.handle || status?.handle || avatarHandle(container, quote);
  const text = textOf(ownAll(container, quote, on.TEXT)[0]);
  const alts = altsIn(container);
  const quoted = readQuote(quote);
  const content = [handle, text, ...alts, quoted?.author ?? '', quoted?.text ?? ''].join('\n');
  return {
    key:
      status === undefined
        ? textKey(content)
        : status.handle === ''
          ? `/i/status/${status.id}`
          : `/${status.handle}/status/${status.id}`,
    author: person.name || handle,
    handle,
    text,
    hashtags: hashtagsIn(text),
    alts,
    link: linkText(ownAll(container, quote, on.CARD)[0]),
    quoted,
    group: contextOf(container),
  };
}

/** What a composer does follows from what is shown with it: a post above is replied to, one below is quoted. */
function composerOf(element: Element): { readonly action: ActionKind; readonly post: Element | undefined } {
  const dialog = element.closest(on.DIALOG);
  const scope: ParentNode = dialog ?? element.ownerDocument;
  const editor = editorNear(element) ?? element;
  const posts = postsIn(scope).filter((post) => dialog !== null || post.closest(on.DIALOG) === null);
  const above = posts.filter((post) => isBefore(post, editor)).at(-1);
  if (dialog !== null) {
    const below = posts.find((post) => isBefore(editor, post));
    if (above !== undefined) {
      return { action: 'comment', post: above };
    }
    const isQuote = below !== undefined || dialog.querySelector(on.USER_NAME) !== null;
    return { action: isQuote ? 'quote' : 'post', post: below };
  }
  const isInline = closestWith(editor, on.SUBMIT)?.querySelector(`[data-testid="${on.INLINE_SUBMIT_ID}"]`);
  const isStatus = STATUS_PATH.test(pagePath(element));
  const post = focusedIn(scope) ?? (isStatus || !isInline ? above : undefined);
  return post === undefined ? { action: 'post', post: undefined } : { action: 'comment', post };
}

/** Nearest ancestor that contains a match, within the dialog: two composers can exist at once. */
function closestWith(element: Element, selector: string): Element | undefined {
  for (let node = element.parentElement; node !== null; node = node.parentElement) {
    if (node.querySelector(selector) !== null) {
      return node;
    }
    if (node.matches(on.DIALOG)) {
      return undefined;
    }
  }
  return undefined;
}

function editorNear(element: Element): Element | undefined {
  return element.matches(on.EDITOR)
    ? element
    : (closestWith(element, on.EDITOR)?.querySelector(on.EDITOR) ?? undefined);
}

function isDisabled(button: Element): boolean {
  return button.hasAttribute('disabled') || button.getAttribute('aria-disabled') === 'true';
}

function submitButton(editor: Element): Element | undefined {
  const buttons = [...(closestWith(editor, on.SUBMIT)?.querySelectorAll(on.SUBMIT) ?? [])];
  return buttons.find((button) => !isDisabled(button));
}

/** The group must be the action bar: video controls are a group too. */
function isShareButton(element: Element): boolean {
  const group = element.closest(on.ACTION_GROUP);
  if (group === null || group.querySelector(on.GROUP_ACTION) === null) {
    return false;
  }
  const menus = [...group.querySelectorAll(on.SHARE_BUTTON)];
  const share = menus.at(-1) ?? [...group.querySelectorAll(on.SHARE_FALLBACK)].at(-1);
  return share === element;
}

/** The item after the confirm item has no test id of its own. */
function isQuoteItem(item: Element): boolean {
  const menu = item.closest(on.MENU);
  const items = [...(menu?.querySelectorAll(on.MENU_ITEM) ?? [])];
  const before = items[items.indexOf(item) - 1];
  const known = [...on.REPOST_CONFIRM_IDS, ...on.REPOST_UNDO_IDS];
  return before !== undefined && known.includes(testId(before)) && !known.includes(testId(item));
}

function sendsByChat(item: Element): boolean {
  return item.matches(on.SEND_BY_CHAT) || on.SEND_BY_CHAT_LABELS.includes(labelOf(item).toLowerCase());
}

function intentOf(element: Element): ActionKind | undefined {
  const kind = /^\/intent\/(\w+)/.exec(pagePath(element))?.[1] ?? '';
  if (on.INTENT_LIKE.includes(kind)) {
    return 'like';
  }
  if (on.INTENT_REPOST.includes(kind)) {
    return 'repost';
  }
  if (on.INTENT_FOLLOW.includes(kind)) {
    return 'follow';
  }
  return on.INTENT_POST.includes(kind) ? 'post' : undefined;
}

type Meaning = Pick<Control, 'action' | 'role' | 'post' | 'editor'>;

function meaning(
  action: ActionKind,
  role: Control['role'],
  post: Element | undefined,
  editor?: Element,
): Meaning {
  return { action, role, post, editor };
}

function meaningOf(element: Element): Meaning | undefined {
  const id = testId(element);
  if (element.matches(on.EDITOR) || on.SUBMIT_IDS.includes(id)) {
    const { action, post } = composerOf(element);
    return meaning(action, 'commit', post, editorNear(element));
  }
  if (on.LIKE_IDS.includes(id)) {
    return meaning('like', 'commit', postAround(element));
  }
  if (on.REPOST_MENU_IDS.includes(id)) {
    return meaning('repost', 'open', postAround(element));
  }
  if (on.REPLY_IDS.includes(id)) {
    return meaning('comment', 'open', postAround(element));
  }
  if (on.REPOST_CONFIRM_IDS.includes(id)) {
    return meaning('repost', 'commit', undefined);
  }
  if (id.endsWith(on.FOLLOW_SUFFIX)) {
    return meaning('follow', 'commit', articleAround(element));
  }
  if (on.NEW_POST_IDS.includes(id)) {
    return meaning('post', 'open', undefined);
  }
  if (on.CHAT_SEND_IDS.includes(id) && element.closest(on.DIALOG) !== null) {
    return meaning('share', 'commit', undefined);
  }
  if (id === on.SHEET_CONFIRM_ID) {
    const action = intentOf(element);
    return action && meaning(action, 'commit', postsIn(element.ownerDocument)[0]);
  }
  if (element.matches(on.MENU_ITEM)) {
    if (isQuoteItem(element)) {
      return meaning('quote', 'open', undefined);
    }
    return sendsByChat(element) ? meaning('share', 'commit', undefined) : undefined;
  }
  return isShareButton(element) ? meaning('share', 'open', postAround(element)) : undefined;
}

function controlOf(element: Element): Control | undefined {
  const found = meaningOf(element);
  return found && { ...found, element, label: labelOf(element) };
}

/** X's own keys act on the post that has the focus, wherever in it the focus is. */
function shortcutOf(trigger: Trigger): Control | undefined {
  if (trigger.type !== 'key' || trigger.shift || trigger.alt || trigger.command) {
    return undefined;
  }
  const ids = {
    [on.LIKE_KEY]: on.LIKE_IDS,
    [on.REPOST_KEY]: on.REPOST_MENU_IDS,
    [on.REPLY_KEY]: on.REPLY_IDS,
  }[trigger.key.toLowerCase()];
  const target = trigger.path[0];
  const post = target === undefined ? undefined : articleAround(target);
  const button = ids?.map((id) => post?.querySelector(`[data-testid="${id}"]`)).find((found) => found);
  return button ? controlOf(button) : undefined;
}

function findControl(trigger: Trigger): Control | undefined {
  const typedIn = trigger.type === 'key' ? editorOf(trigger.path) : undefined;
  if (trigger.type === 'key' && typedIn !== undefined) {
    // Plain Enter is a new line in X's editors; only Ctrl or Command makes it send.
    const editor = trigger.path.find((element) => element.matches(on.EDITOR));
    return trigger.key === 'Enter' && trigger.command && editor !== undefined ? controlOf(editor) : undefined;
  }
  if (!isActivation(trigger)) {
    return shortcutOf(trigger);
  }
  const button = buttonOf(trigger.path);
  return button === undefined || isDisabled(button) || button.matches(on.EDITOR)
    ? undefined
    : controlOf(button);
}

function findControls(root: ParentNode): Control[] {
  const candidates = [...root.querySelectorAll(CONTROL_CANDIDATES)].filter((element) =>
    // An editor stands for its button only while that cannot be pressed: one way to send is one control.
    element.matches(on.EDITOR) ? submitButton(element) === undefined : !isDisabled(element),
  );
  return inDocumentOrder(candidates)
    .map(controlOf)
    .filter((control) => control !== undefined);
}

/** A thread is several editors in one dialog, sent together. */
function readOwnWords(editor: Element): string {
  const dialog = editor.closest(on.DIALOG);
  const editors = dialog === null ? [editor] : [...dialog.querySelectorAll(on.EDITOR)];
  return (editors.includes(editor) ? editors : [editor])
    .map(ownWords)
    .filter((words) => words !== '')
    .join('\n');
}

export const x: Site = {
  id: 'x',
  hosts: on.HOSTS,
  findPosts: postsIn,
  readPost,
  findControl,
  findControls,
  readOwnWords,
  isDone: (control) => control.action === 'like' && on.LIKED_IDS.includes(testId(control.element)),
  submitButton,
  replayForm: () => 'click',
};
