import type { ActionKind, Post } from '../../src/core/types.ts';
import type { Control, ReplayForm, Site } from '../../src/sites/site.ts';

/**
 * A site of our own making, for what does not depend on a real one. A post is `[data-key]`; a control is
 * `[data-action]`, with `data-role="open"` where it only opens a layer; an editor is a `textarea` in a `form`, sent by
 * the form's `[data-action]`; what is done has `aria-pressed="true"`.
 */
export function fakeSite(form: ReplayForm = 'click'): Site {
  const editorOf = (element: Element) => element.closest('form')?.querySelector('textarea') ?? undefined;
  const control = (element: Element): Control => ({
    action: element.getAttribute('data-action') as ActionKind,
    role: element.getAttribute('data-role') === 'open' ? 'open' : 'commit',
    element,
    label: element.textContent ?? '',
    post: element.closest('[data-key]') ?? undefined,
    editor: editorOf(element),
  });
  return {
    id: 'x',
    hosts: ['x.com'],
    findPosts: (root) => [...root.querySelectorAll('[data-key]')],
    readPost: (container) => ({ ...EMPTY_POST, ...textsOf(container) }),
    findControl: ({ path }) => {
      const element = path.find((item) => item.hasAttribute('data-action'));
      return element && control(element);
    },
    findControls: (root) => [...root.querySelectorAll('[data-action]')].map(control),
    readAccount: () => undefined,
    surfaceOf: () => 'feed',
    expected: {},
    countUnknown: () => 0,
    readOwnWords: (editor) => (editor instanceof HTMLTextAreaElement ? editor.value : ''),
    isDone: (found) => found.element.getAttribute('aria-pressed') === 'true',
    submitButton: (editor) => editor.closest('form')?.querySelector('button') ?? undefined,
    replayForm: () => form,
  };
}

const EMPTY_POST: Post = {
  key: '',
  author: '',
  handle: '',
  text: '',
  hashtags: [],
  alts: [],
  link: '',
  quoted: null,
  group: null,
};

function textsOf(container: Element): Pick<Post, 'key' | 'text'> {
  return {
    key: container.getAttribute('data-key') ?? '',
    text: container.querySelector('p')?.textContent ?? '',
  };
}

/** The control of this site whose element matches, or a failed test. */
export function controlAt(site: Site, selector: string): Control {
  const found = site.findControls(document).find(({ element }) => element.matches(selector));
  if (!found) throw new Error(`no control ${selector}`);
  return found;
}
