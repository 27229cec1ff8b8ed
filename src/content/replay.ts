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
  const isDouble = site.replayForm(held.control) === 'double';
  const control = isDouble
    ? sameElement(site, 'double', held, held.control.element, postKeyOf)
    : relocate(site, held, postKeyOf);
  if (!control) return 'gone';
  if (site.isDone(control)) return 'done';
  const { press, target } = formOf(site, control, held);
  // A message shows its like somewhere in its row.
  const shown = (isDouble && control.post) || target;
  const before = traceOf(site, control, shown);
  press();
  for (let waited = 0; waited <= REACTION_MS; waited += LOOK_EVERY_MS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    if (traceOf(site, control, shown) !== before) return 'done';
  }
  return 'press-again';
}

/** Files go to the place they were meant for, or nowhere. */
function handOn(
  site: Site,
  held: HeldAction,
  files: HeldFiles,
  postKeyOf: (control: Control) => string,
): ReplayResult {
  if (!sameElement(site, 'files', held, files.target, postKeyOf)) return 'gone';
  return files.handOn() ? 'done' : 'press-again';
}

/** What has no button is only found in its own place: the same element, about the same post, group or message. */
function sameElement(
  site: Site,
  type: 'files' | 'double',
  held: HeldAction,
  element: Element,
  postKeyOf: (control: Control) => string,
): Control | undefined {
  const control = element.isConnected ? site.findControl({ type, path: pathTo(element) }) : undefined;
  const isSame = control?.action === held.key.action && postKeyOf(control) === held.key.postKey;
  return isSame ? control : undefined;
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
  const form = site.replayForm(control);
  if (form === 'double') return { target, press: () => pressTwice(target) };
  if (form === 'pointer') return { target, press: () => pressPointer(target) };
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
    // A reaction may be a picture only.
    target.querySelectorAll('img, svg').length,
    control.editor && (control.editor.isConnected ? site.readOwnWords(control.editor) : null),
  ]);
}

function click(element: Element): void {
  if (element instanceof HTMLElement) element.click();
  else element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
}

// No `view`: Firefox refuses the page's window in an isolated world.
const PRESS = { bubbles: true, cancelable: true, composed: true, button: 0 };

/** Everything before the click; `detail` counts the clicks as browsers do. */
function pressDown(element: Element, detail: 1 | 2): void {
  const pointer = { ...PRESS, pointerId: 1, pointerType: 'mouse', isPrimary: true };
  element.dispatchEvent(new PointerEvent('pointerdown', { ...pointer, buttons: 1 }));
  element.dispatchEvent(new MouseEvent('mousedown', { ...PRESS, buttons: 1, detail }));
  element.dispatchEvent(new PointerEvent('pointerup', pointer));
  element.dispatchEvent(new MouseEvent('mouseup', { ...PRESS, detail }));
}

function pressPointer(element: Element): void {
  pressDown(element, 1);
  click(element);
}

/** Both clicks, though the page has seen the first: a page that counts clicks itself has forgotten it by now. */
function pressTwice(element: Element): void {
  for (const detail of [1, 2] as const) {
    pressDown(element, detail);
    element.dispatchEvent(new MouseEvent('click', { ...PRESS, detail }));
  }
  element.dispatchEvent(new MouseEvent('dblclick', { ...PRESS, detail: 2 }));
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
