import type { Control, Site } from '../sites/site.ts';
import type { HeldAction, HeldFiles } from './held-action.ts';
import { pathTo } from './opener.ts';
import { placeIn } from './place.ts';

/** How long the page may take to react before the person is asked to press again. */
const REACTION_MS = 1_000;
const LOOK_EVERY_MS = 50;

/**
 * - `done`: performed once, and the page reacted, or it was done already
 * - `press-again`: performed once without a reaction to be seen: a site may refuse events that are not trusted
 * - `gone`: the post or its control is no longer on the page; nothing was performed
 */
export type ReplayResult = 'done' | 'press-again' | 'gone';

/** Performs a held action once, in the form the adapter states. Never tries a second form: a toggle would undo. */
export async function replay(
  site: Site,
  held: HeldAction,
  postKeyOf: (control: Control) => string,
): Promise<ReplayResult> {
  if (held.files) return handOn(site, held, held.files, postKeyOf);
  const control = relocate(site, held, postKeyOf);
  if (!control) return 'gone';
  if (site.isDone(control)) return 'done';
  const { press, target } = formOf(site, control, held);
  const before = traceOf(site, control, target);
  press();
  for (let waited = 0; waited <= REACTION_MS; waited += LOOK_EVERY_MS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    if (traceOf(site, control, target) !== before) return 'done';
  }
  return 'press-again';
}

/** Files go to the place they were meant for, or nowhere: the same element, about the same group or post. */
function handOn(
  site: Site,
  held: HeldAction,
  files: HeldFiles,
  postKeyOf: (control: Control) => string,
): ReplayResult {
  const control = files.target.isConnected
    ? site.findControl({ type: 'files', path: pathTo(files.target) })
    : undefined;
  if (control?.action !== held.key.action || postKeyOf(control) !== held.key.postKey) return 'gone';
  return files.handOn() ? 'done' : 'press-again';
}

/**
 * Finds the control again by action and post key, because lists recycle their cells while the reminder is open and
 * the same element may now belong to another post. Rather none than a wrong one.
 */
function relocate(
  site: Site,
  held: HeldAction,
  postKeyOf: (control: Control) => string,
): Control | undefined {
  const { element, editor } = held.control;
  const candidates = site
    .findControls(element.ownerDocument)
    .filter(({ action, role }) => action === held.key.action && role === 'commit');
  const isAbout = (control: Control) => postKeyOf(control) === held.key.postKey;
  const same = candidates.find(
    (control) => control.element === element || (editor !== undefined && control.editor === editor),
  );
  // The same layer is about the same post; in a list, the same element may be another's by now.
  if (same && element.isConnected && (held.about === 'layer' || isAbout(same))) return { ...same, element };
  // Another layer may be about another post, and without a key nothing tells two drafts apart.
  if (held.about === 'layer' || held.key.postKey === '') return undefined;
  const own = held.request.content.own ?? '';
  const alike = candidates.filter(
    (control) => isAbout(control) && (control.editor ? site.readOwnWords(control.editor) : '') === own,
  );
  // Any control of an account does the same; in a post there are the like buttons of its comments as well.
  if (alike.length === 1 || held.about === 'account') return alike[0];
  return alike.find((control) => placeIn(control.post, control.element) === held.place);
}

interface Form {
  readonly target: Element;
  press(): void;
}

function formOf(site: Site, control: Control, held: HeldAction): Form {
  const { editor } = control;
  if (held.byKey && editor) {
    // The draft stays where it is: the site's own button sends it, or Enter as the person pressed it.
    const button = site.submitButton(editor);
    if (button) return { target: button, press: () => click(button) };
    return { target: editor, press: () => pressEnter(editor, held.command) };
  }
  const target = control.element;
  if (site.replayForm(control) === 'pointer') return { target, press: () => pressPointer(target) };
  return { target, press: () => click(target) };
}

/** What changes when the page reacts: the control's state and place, and the words in the editor. */
function traceOf(site: Site, control: Control, target: Element): string {
  const icon = target.querySelector('[aria-label]');
  return JSON.stringify([
    target.isConnected,
    target.getClientRects().length > 0,
    ...['aria-label', 'aria-pressed', 'aria-disabled', 'data-testid'].map((name) =>
      target.getAttribute(name),
    ),
    icon?.getAttribute('aria-label'),
    target.textContent,
    control.editor && (control.editor.isConnected ? site.readOwnWords(control.editor) : null),
  ]);
}

function click(element: Element): void {
  if (element instanceof HTMLElement) element.click();
  else element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
}

function pressPointer(element: Element): void {
  // No `view`: Firefox refuses the page's window in an isolated world.
  const init = { bubbles: true, cancelable: true, composed: true, button: 0 };
  const pointer = { ...init, pointerId: 1, pointerType: 'mouse', isPrimary: true };
  element.dispatchEvent(new PointerEvent('pointerdown', { ...pointer, buttons: 1 }));
  element.dispatchEvent(new MouseEvent('mousedown', { ...init, buttons: 1, detail: 1 }));
  element.dispatchEvent(new PointerEvent('pointerup', pointer));
  element.dispatchEvent(new MouseEvent('mouseup', { ...init, detail: 1 }));
  click(element);
}

function pressEnter(editor: Element, command: boolean): void {
  if (editor instanceof HTMLElement) editor.focus({ preventScroll: true });
  const init = {
    key: 'Enter',
    code: 'Enter',
    keyCode: 13,
    which: 13,
    bubbles: true,
    cancelable: true,
    composed: true,
  };
  const modifiers = command ? { ctrlKey: true } : {};
  const isUnhandled = editor.dispatchEvent(new KeyboardEvent('keydown', { ...init, ...modifiers }));
  if (isUnhandled && !command) {
    editor.dispatchEvent(
      new InputEvent('beforeinput', {
        inputType: 'insertParagraph',
        bubbles: true,
        cancelable: true,
        composed: true,
      }),
    );
  }
  editor.dispatchEvent(new KeyboardEvent('keyup', { ...init, ...modifiers }));
}
