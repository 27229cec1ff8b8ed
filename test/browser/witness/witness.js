/**
 * Another extension, which can open the closed shadow root of the reminder as no page can. It tells a test where the
 * buttons lie and what is shown, and it presses them as a hostile extension would.
 */
const rootOf = (element) =>
  globalThis.chrome?.dom
    ? chrome.dom.openOrClosedShadowRoot(element)
    : (element.openOrClosedShadowRoot ?? null);

function findDialog() {
  for (const element of document.querySelectorAll('div')) {
    const dialog = rootOf(element)?.querySelector('dialog.reminder');
    if (dialog) return { host: element, dialog };
  }
}

const boxOf = (element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
};

/** Its first class; what has none is the one of its kind. */
const nameOf = (element) => element?.classList[0] ?? element?.localName ?? '';

function look() {
  const found = findDialog();
  if (!found) return null;
  const { host, dialog } = found;
  return {
    dialog: boxOf(dialog),
    content: boxOf(dialog.querySelector('.content')),
    cancel: boxOf(dialog.querySelector('.cancel')),
    proceed: boxOf(dialog.querySelector('.continue')),
    focus: nameOf(rootOf(host).activeElement),
    isWhyOpen: dialog.querySelector('.why').open,
    help: dialog.querySelector('.help').textContent,
    elements: [...dialog.querySelectorAll('*')].map(({ localName }) => localName).join(' '),
    scrolled: dialog.querySelector('.content').scrollTop,
    isModal: dialog.matches(':modal'),
  };
}

/** The small sign beside a control, or null. */
function lookAtHint() {
  for (const element of document.querySelectorAll('div')) {
    const chip = rootOf(element)?.querySelector('.hint');
    if (chip) return { box: boxOf(chip), text: chip.textContent };
  }
  return null;
}

/** What a script can do to a button that it reached: none of these events is trusted. */
function press() {
  const found = findDialog();
  if (!found) return false;
  const button = found.dialog.querySelector('.continue');
  button.focus();
  button.click();
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
    button.dispatchEvent(
      new PointerEvent(type, { bubbles: true, composed: true, cancelable: true, detail: 1 }),
    );
  for (const type of ['keydown', 'keyup'])
    button.dispatchEvent(
      new KeyboardEvent(type, { key: 'Enter', bubbles: true, composed: true, cancelable: true }),
    );
  return true;
}

for (const [name, task] of Object.entries({ look, press, hint: lookAtHint }))
  document.addEventListener(`witness-${name}`, () => {
    document.dispatchEvent(new CustomEvent('witness-answer', { detail: JSON.stringify(task()) }));
  });
