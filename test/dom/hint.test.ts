import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { showHint } from '../../src/reminder/hint.ts';

const WINDOW = { width: 400, height: 300 };
/** What jsdom cannot lay out. */
const CHIP = { width: 200, height: 40 };

let root: ShadowRoot;
beforeAll(() => {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    root = attach.call(this, init);
    return root;
  };
});
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('innerWidth', WINDOW.width);
  vi.stubGlobal('innerHeight', WINDOW.height);
  HTMLElement.prototype.showPopover = vi.fn();
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    return new DOMRect(0, 0, CHIP.width, CHIP.height);
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A control of 30 x 20 pixels at this place of the window. */
function controlAt(x: number, y: number): Element {
  const control = document.createElement('button');
  control.getBoundingClientRect = () => new DOMRect(x, y, 30, 20);
  return control;
}

function placeBeside(control: Element): readonly string[] {
  showHint('Tanda', 'id', control);
  const chip = root.querySelector<HTMLElement>('.hint');
  return [chip?.style.left ?? '', chip?.style.top ?? ''];
}

describe('the sign beside a control', () => {
  it.each([
    ['above it, from its left edge', 100, 150, ['100px', '102px']],
    ['above it where it just has room', 100, 56, ['100px', '8px']],
    ['below it where it has none above', 100, 55, ['100px', '83px']],
    ['inside of the left edge of the window', -20, 150, ['8px', '102px']],
    ['inside of the right edge', 350, 150, ['192px', '102px']],
  ])('stands %s', (_name, x, y, place) => {
    expect(placeBeside(controlAt(x, y))).toEqual(place);
  });

  it('stands inside of the lower edge where there is room neither above nor below', () => {
    vi.stubGlobal('innerHeight', 90);
    expect(placeBeside(controlAt(100, 30))).toEqual(['100px', '42px']);
  });

  it('stays inside of a window that is too small for it', () => {
    vi.stubGlobal('innerWidth', 120);
    vi.stubGlobal('innerHeight', 40);
    expect(placeBeside(controlAt(60, 10))).toEqual(['8px', '8px']);
  });

  it('is a popover that nobody closes by a press, announced, in the language of its text', () => {
    showHint('Tanda', 'id', controlAt(100, 150));
    const chip = root.querySelector<HTMLElement>('.hint');
    expect(chip?.popover).toBe('manual');
    expect(chip?.showPopover).toHaveBeenCalledOnce();
    expect([chip?.getAttribute('role'), chip?.lang, chip?.textContent]).toEqual(['status', 'id', 'Tanda']);
  });

  it('is empty as it comes into the page, so that its text is announced', () => {
    let atFirst: string | null | undefined;
    HTMLElement.prototype.showPopover = function () {
      atFirst = this.textContent;
    };
    showHint('Tanda', 'id', controlAt(100, 150));
    expect(atFirst).toBe('');
  });

  it('goes after six seconds', () => {
    showHint('Tanda', 'id', controlAt(100, 150));
    const { host } = root;
    vi.advanceTimersByTime(5_999);
    expect(host.isConnected).toBe(true);
    vi.advanceTimersByTime(1);
    expect(host.isConnected).toBe(false);
  });
});
