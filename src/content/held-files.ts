import type { HeldFiles } from './held-action.ts';

/** Events that give files to a page. `input` comes before `change`, and a page may read the files at either. */
export const FILE_EVENTS = ['input', 'change', 'drop', 'paste'] as const;

const MADE_BY_US: EventInit = { bubbles: true, cancelable: true, composed: true };

/** The input in which files were just picked. */
export function filledInput(target: EventTarget | undefined): HTMLInputElement | undefined {
  const isFilled = target instanceof HTMLInputElement && target.type === 'file' && target.files?.length;
  return isFilled ? target : undefined;
}

function transferOf(event: Event): DataTransfer | null {
  if (event instanceof DragEvent) return event.dataTransfer;
  return event instanceof ClipboardEvent ? event.clipboardData : null;
}

/** True when the event gives files to the page. A drop on an input of files changes that input, and is seen there. */
export function givesFiles(event: Event, target: Element | undefined): boolean {
  if (event.type === 'input' || event.type === 'change') return filledInput(target) !== undefined;
  if (event.type === 'drop' && target instanceof HTMLInputElement && target.type === 'file') return false;
  return transferOf(event)?.types.includes('Files') === true;
}

/** Takes everything out of the event at once: browsers empty it when its listeners are done. */
export function holdFiles(event: Event, target: Element): HeldFiles | undefined {
  const input = filledInput(target);
  if (input) return heldInput(input);
  const transfer = transferOf(event);
  if (!transfer) return undefined;
  const files = [...transfer.files];
  const texts = transfer.types
    .filter((type) => type !== 'Files')
    .map((type) => [type, transfer.getData(type)] as const);
  // A directory, or a file that is only promised: it cannot be handed on, so it is not taken.
  if (files.length === 0) return undefined;
  const fill = (empty: DataTransfer) => {
    for (const file of files) empty.items.add(file);
    for (const [type, text] of texts) empty.setData(type, text);
    return empty;
  };
  return event instanceof DragEvent
    ? heldDrop(event, target, () => fill(new DataTransfer()))
    : heldPaste(target, files.length, fill);
}

function heldInput(input: HTMLInputElement): HeldFiles {
  const { files } = input;
  return {
    target: input,
    handOn() {
      // The page may have emptied its input meanwhile, or filled it with something else.
      if (input.files !== files || !files?.length) return false;
      input.dispatchEvent(new Event('input', MADE_BY_US));
      input.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    },
    discard() {
      if (input.files === files) input.value = '';
    },
  };
}

function heldDrop(event: DragEvent, target: Element, rebuild: () => DataTransfer): HeldFiles {
  const { clientX, clientY } = event;
  const dispatch = (type: string, dataTransfer: DataTransfer | null) =>
    target.dispatchEvent(new DragEvent(type, { ...MADE_BY_US, clientX, clientY, dataTransfer }));
  return {
    target,
    handOn() {
      dispatch('drop', rebuild());
      return true;
    },
    // The page saw the drag come in; without its end it would go on showing "drop here".
    discard: () => void dispatch('dragleave', null),
  };
}

function heldPaste(target: Element, count: number, fill: (empty: DataTransfer) => DataTransfer): HeldFiles {
  return {
    target,
    handOn() {
      const made = new ClipboardEvent('paste', { ...MADE_BY_US, clipboardData: new DataTransfer() });
      // Firefox 153 ignores that member and makes an empty one of its own, which can be filled (measured).
      if (made.clipboardData) fill(made.clipboardData);
      if (made.clipboardData?.files.length !== count) return false;
      target.dispatchEvent(made);
      return true;
    },
    discard: () => undefined,
  };
}
