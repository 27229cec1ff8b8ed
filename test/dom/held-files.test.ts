import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { HeldAction } from '../../src/content/held-action.ts';

vi.mock('../../src/content/lifetime.ts', () => ({ isAlive: () => true }));
const { showPage, start } = await import('./interceptor.ts');

beforeEach(showPage);

const filesOf = (hold: ReturnType<typeof start>['hold']) =>
  (hold.mock.calls[0]?.[0] as HeldAction | undefined)?.files;

describe('files', () => {
  const [file] = [new File(['picture'], 'picture.png', { type: 'image/png' })];
  const form = () => document.querySelector('form') as Element;
  const fileInput = () => document.querySelector('input') as HTMLInputElement;
  function pick() {
    const files = [file];
    Object.defineProperty(fileInput(), 'files', { value: files, configurable: true });
    return files;
  }
  /** jsdom has neither of these. */
  class FakeTransfer {
    readonly files: File[] = [];
    readonly texts = new Map<string, string>();
    readonly items = { add: (added: File) => this.files.push(added) };
    get types() {
      return [...this.texts.keys(), ...(this.files.length > 0 ? ['Files'] : [])];
    }
    getData = (type: string) => this.texts.get(type) ?? '';
    setData = (type: string, text: string) => this.texts.set(type, text);
  }
  class FakeDrag extends MouseEvent {
    dataTransfer: FakeTransfer | null;
    constructor(type: string, init: MouseEventInit & { dataTransfer?: FakeTransfer | null }) {
      super(type, init);
      this.dataTransfer = init.dataTransfer ?? null;
    }
  }
  class FakePaste extends Event {
    clipboardData: FakeTransfer | null;
    constructor(type: string, init: EventInit & { clipboardData?: FakeTransfer }) {
      super(type, init);
      // As Firefox does: the given one is ignored.
      this.clipboardData = init.clipboardData ? new FakeTransfer() : null;
    }
  }
  function transfer(texts: Record<string, string> = {}, files = [file]) {
    const made = new FakeTransfer();
    for (const added of files) made.items.add(added as File);
    for (const [type, text] of Object.entries(texts)) made.setData(type, text);
    return made;
  }
  beforeEach(() => {
    vi.stubGlobal('DataTransfer', FakeTransfer);
    vi.stubGlobal('DragEvent', FakeDrag);
    vi.stubGlobal('ClipboardEvent', FakePaste);
  });
  /** What the page gets, while and after the action is held. */
  function reaching(target: Element, ...types: readonly string[]) {
    const events: Event[] = [];
    for (const type of types) target.addEventListener(type, (event) => events.push(event));
    return events;
  }

  test('picked: both events are swallowed, one reminder opens, the input keeps its files', () => {
    const { hold, trusted } = start();
    const files = pick();
    const swallowed = ['input', 'change'].map((type) => trusted(new Event(type), fileInput()).stopped);
    expect(swallowed).toEqual([true, true]);
    expect(hold).toHaveBeenCalledTimes(1);
    expect(hold.mock.calls[0]?.[0]).toMatchObject({ key: { action: 'upload' } });
    expect(fileInput().files).toBe(files);
  });

  test('picked and continued: the page gets both events once, and bubbling', () => {
    const { hold, trusted } = start();
    pick();
    trusted(new Event('input'), fileInput());
    trusted(new Event('change'), fileInput());
    const events = reaching(form(), 'input', 'change');
    expect(filesOf(hold)?.handOn()).toBe(true);
    expect(events.map(({ type }) => type)).toEqual(['input', 'change']);
  });

  test('picked, and meanwhile changed by the page: nothing is handed on or cleared', () => {
    const { hold, trusted } = start();
    pick();
    trusted(new Event('change'), fileInput());
    pick();
    const events = reaching(form(), 'input', 'change');
    const held = filesOf(hold);
    const cleared = vi.spyOn(fileInput(), 'value', 'set');
    held?.discard();
    expect(held?.handOn()).toBe(false);
    expect(events).toEqual([]);
    expect(cleared).not.toHaveBeenCalled();
  });

  test('picked and cancelled: the input is empty again', () => {
    const { hold, trusted } = start();
    pick();
    trusted(new Event('change'), fileInput());
    const cleared = vi.spyOn(fileInput(), 'value', 'set');
    filesOf(hold)?.discard();
    expect(cleared).toHaveBeenCalledWith('');
  });

  test.each(['input', 'change'])('the event %s without files is not touched', (type) => {
    const { hold, trusted } = start();
    const [, text] = document.querySelectorAll('input');
    expect(trusted(new Event(type), fileInput()).stopped).toBe(false);
    expect(trusted(new Event(type), text as Element).stopped).toBe(false);
    expect(hold).not.toHaveBeenCalled();
  });

  test('dropped: swallowed with its default, and handed on with files and texts', () => {
    const { hold, trusted } = start();
    const dataTransfer = transfer({ 'text/html': '<b>x</b>' });
    const drop = new FakeDrag('drop', { clientX: 7, clientY: 9, dataTransfer });
    expect(trusted(drop, form())).toEqual({ stopped: true, prevented: true });
    const events = reaching(form(), 'drop', 'dragleave');
    expect(filesOf(hold)?.handOn()).toBe(true);
    expect(events).toMatchObject([{ type: 'drop', clientX: 7, clientY: 9, bubbles: true, cancelable: true }]);
    const [given] = events as FakeDrag[];
    expect(given?.dataTransfer).not.toBe(dataTransfer);
    expect(given?.dataTransfer).toMatchObject({ files: [file], texts: new Map([['text/html', '<b>x</b>']]) });
  });

  test('dropped and cancelled: the page sees the drag leave', () => {
    const { hold, trusted } = start();
    trusted(new FakeDrag('drop', { dataTransfer: transfer() }), form());
    const events = reaching(form(), 'drop', 'dragleave');
    filesOf(hold)?.discard();
    expect(events.map(({ type }) => type)).toEqual(['dragleave']);
  });

  test('pasted: swallowed with its default, and handed on', () => {
    const { hold, trusted } = start();
    const textarea = document.querySelector('textarea') as Element;
    const clipboardData = transfer({ 'text/plain': 'x' });
    expect(trusted(new FakePaste('paste', { clipboardData }), textarea).stopped).toBe(false);
    const paste = new FakePaste('paste', {});
    paste.clipboardData = clipboardData;
    expect(trusted(paste, textarea)).toEqual({ stopped: true, prevented: true });
    const events = reaching(textarea, 'paste');
    expect(filesOf(hold)?.handOn()).toBe(true);
    expect((events[0] as FakePaste).clipboardData).toMatchObject({ files: [file] });
  });

  test('texts that are pasted or dropped, and drops on an input of files, are not touched', () => {
    const { hold, trusted } = start();
    const texts = transfer({ 'text/plain': 'x' }, []);
    const paste = new FakePaste('paste', {});
    paste.clipboardData = texts;
    expect(trusted(paste, form()).stopped).toBe(false);
    expect(trusted(new FakeDrag('drop', { dataTransfer: texts }), form()).stopped).toBe(false);
    expect(trusted(new FakeDrag('drop', { dataTransfer: transfer() }), fileInput()).stopped).toBe(false);
    expect(hold).not.toHaveBeenCalled();
  });

  test('beside an ordinary draft are not touched', () => {
    const { hold, trusted } = start();
    (document.querySelector('textarea') as HTMLTextAreaElement).value = 'Hujan deras';
    pick();
    expect(trusted(new Event('change'), fileInput()).stopped).toBe(false);
    expect(hold).not.toHaveBeenCalled();
  });
});
