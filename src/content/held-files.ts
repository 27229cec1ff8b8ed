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
  const rebuild = () => {
    const rebuilt = new DataTransfer();
    for (const file of files) rebuilt.items.add(file);
    for (const [type, text] of texts) rebuilt.setData(type, text);
    return rebuilt;
  };
  return event instanceof DragEvent
    ? heldDrop(event, target, files.length, rebuild)
    : heldPaste(target, files.length, rebuild);
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

function heldDrop(event: DragEvent, target: Element, count: number, rebuild: () => DataTransfer): HeldFiles {
  const { clientX, clientY } = event;
  const dispatch = (type: string, dataTransfer: DataTransfer | null) => {
    const made = new DragEvent(type, { ...MADE_BY_US, clientX, clientY, dataTransfer });
    if (dataTransfer && made.dataTransfer?.files.length !== count) return false;
    target.dispatchEvent(made);
    return true;
  };
  return {
    target,
    handOn: () => dispatch('drop', rebuild()),
    // The page saw the drag come in; without its end it would go on showing "drop here".
    discard: () => void dispatch('dragleave', null),
  };
}

function heldPaste(target: Element, count: number, rebuild: () => DataTransfer): HeldFiles {
  return {
    target,
    handOn() {
      const made = new ClipboardEvent('paste', { ...MADE_BY_US, clipboardData: rebuild() });
      if (made.clipboardData?.files.length !== count) return false;
      target.dispatchEvent(made);
      return true;
    },
    discard: () => undefined,
  };
}
