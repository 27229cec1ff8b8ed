/** X: the adapter. What acts is in x-controls.ts, what is read in x-post.ts and x-account.ts. */

import { makeControl } from '../control.ts';
import { buttonOf, editorOf, isActivation, isBareEnter, isDisabled } from '../dom.ts';
import type { Control, Site, Trigger } from '../site.ts';
import { finish } from '../steps.ts';
import * as on from './x.selectors.ts';
import { readAccount } from './x-account.ts';
import { type BarAction, barActionOf, buttonsIn } from './x-bar.ts';
import { composerOf, editorOfFiles, readOwnWords, submitButton } from './x-composer.ts';
import { controlOf, controlsInSteps, countUnknown, findControls, isDone } from './x-controls.ts';
import { opensComposer } from './x-menu.ts';
import { articleAround, lastPosts, postAround, postsIn, readPost } from './x-post.ts';
import { expected, surfaceInSteps, surfaceOf } from './x-surface.ts';

type KeyTrigger = Extract<Trigger, { type: 'key' }>;

const KEYS: Readonly<Record<string, BarAction>> = {
  [on.LIKE_KEY]: 'like',
  [on.REPOST_KEY]: 'repost',
  [on.REPLY_KEY]: 'reply',
};

/** X lists its keys in the page while they are on; a key that a list leaves out does nothing. */
function isListed(document: Document, key: string): boolean {
  const lists = [...document.querySelectorAll(on.SHORTCUT_LIST)].map((element) => {
    try {
      return Object.keys(JSON.parse(element.getAttribute('data-at-shortcutkeys') ?? ''));
    } catch {
      return [key];
    }
  });
  return lists.length === 0 || lists.some((keys) => keys.includes(key));
}

/** X's own keys act on the post that has the focus, else on the current one. */
function shortcutOf(trigger: KeyTrigger): Control | undefined {
  const [target] = trigger.path;
  const key = trigger.key.toLowerCase();
  const action = KEYS[key];
  const isSingle = trigger.before.toLowerCase() !== on.GO_KEY;
  const isBare = isSingle && !trigger.shift && !trigger.alt && !trigger.command;
  if (target === undefined || !isBare || (action === undefined && key !== on.NEW_POST_KEY)) {
    return undefined;
  }
  const document = target.ownerDocument;
  if (!isListed(document, key) || target.closest(on.MENU) !== null) {
    return undefined;
  }
  if (action === undefined) {
    const opener = [...document.querySelectorAll('a[href], button')].find(opensComposer);
    return opener && controlOf(opener);
  }
  const post = postOfKey(target, trigger);
  const button = post && buttonsIn(post).find((element) => barActionOf(element) === action);
  return button && !isDisabled(button) ? controlOf(button) : undefined;
}

function postOfKey(target: Element, trigger: KeyTrigger): Element | undefined {
  const around = target.matches('body, html, main') ? undefined : postAround(target);
  if (around !== undefined || target.closest(on.DIALOG) !== null) {
    return around;
  }
  const current = trigger.current();
  return current && (articleAround(current) ?? current);
}

/** Plain Enter is a new line in X's composers, where Ctrl or Command makes it send; in a message it sends. */
function typedControl(trigger: KeyTrigger): Control | undefined {
  const editor = trigger.path.find((element) => element.matches(`${on.EDITOR}, ${on.CHAT_EDITOR}`));
  if (editor === undefined || trigger.key !== 'Enter') {
    return undefined;
  }
  return trigger.command || (editor.matches(on.CHAT_EDITOR) && isBareEnter(trigger))
    ? controlOf(editor)
    : undefined;
}

function filesControl(path: readonly Element[]): Control | undefined {
  const [target] = path;
  const editor = target && editorOfFiles(target);
  if (target === undefined || editor === undefined) {
    return undefined;
  }
  const element = target.matches(on.FILE_INPUT) ? target : editor;
  return makeControl(element, { action: 'upload', role: 'commit', post: composerOf(editor).post, editor });
}

/** No action of X by double click is known in a browser (unverified 2026-11), so `double` is never a control. */
function findControl(trigger: Trigger): Control | undefined {
  if (trigger.type === 'files') {
    return filesControl(trigger.path);
  }
  if (trigger.type === 'key' && editorOf(trigger.path) !== undefined) {
    return typedControl(trigger);
  }
  if (!isActivation(trigger)) {
    return trigger.type === 'key' ? shortcutOf(trigger) : undefined;
  }
  const button = buttonOf(trigger.path);
  return button === undefined || isDisabled(button) || button.matches(on.EDITOR)
    ? undefined
    : controlOf(button);
}

export const x: Site = {
  id: 'x',
  hosts: on.HOSTS,
  findPosts: postsIn,
  readPost,
  findControl,
  findControls,
  readAccount,
  surfaceOf,
  expected,
  countUnknown: (root) => finish(countUnknown(root)),
  readOwnWords,
  isDone,
  submitButton,
  replayForm: () => 'click',
  inSteps: { surfaceOf: surfaceInSteps, lastPosts, findControls: controlsInSteps, countUnknown },
};
