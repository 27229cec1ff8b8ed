import { describe, expect, it } from 'vitest';
import {
  buttonOf,
  closestAcross,
  hashtagsIn,
  isActivation,
  isBareEnter,
  isEditable,
  isShown,
  labelOf,
  outermost,
  ownWords,
  TEXT_LIMIT,
  textKey,
  visibleText,
} from '../../src/sites/dom.ts';
import { key, one, page, pathTo, press } from './fixture.ts';

function textOf(body: string, head = ''): string {
  return visibleText(page(`<head>${head}</head><body>${body}</body>`).body);
}

describe('visibleText', () => {
  it('gives one newline per block and br, and collapses other white space', () => {
    expect(textOf('<p>Satu  dua</p><div><div>tiga</div></div>empat<br>lima\n  enam')).toBe(
      'Satu dua\ntiga\nempat\nlima enam',
    );
  });

  it.each([
    ['aria-hidden', '<span aria-hidden="true">x</span>'],
    ['hidden', '<span hidden>x</span>'],
    ['display none inline', '<div style="display:none">x</div>'],
    ['visibility hidden', '<span style="visibility:hidden">x</span>'],
    ['opacity 0', '<span style="opacity:0">x</span>'],
    ['font size 0', '<span style="font-size:0">x</span>'],
    ['font size 0px inherited', '<span style="font-size:0px"><b>x</b></span>'],
    ['letter out of the flow', '<span style="position:absolute">x</span>'],
    ['clipped box', '<span style="position:absolute;clip:rect(0px,0px,0px,0px)">long words</span>'],
    ['script', '<script>x</script>'],
    ['style', '<style>x</style>'],
    ['template', '<template>x</template>'],
    ['svg title', '<svg><title>x</title></svg>'],
    ['typed words', '<textarea>x</textarea>'],
  ])('leaves out %s', (_name, html) => {
    expect(textOf(`a${html}b`)).toMatch(/^a\n?b$/);
  });

  it('leaves out what a style sheet hides', () => {
    expect(
      textOf('a<i class="h">x</i><i class="k">b</i>', '<style>.h{display:none}.k{display:inline}</style>'),
    ).toBe('ab');
  });

  it('shows what is visible inside a hidden parent, and what is large inside a parent of font size 0', () => {
    expect(textOf('<div style="visibility:hidden">x<b style="visibility:visible">ya</b></div>')).toBe('ya');
    expect(textOf('<div style="font-size:0">x<b style="font-size:12px">ya</b></div>')).toBe('ya');
  });

  it('keeps a positioned element that holds words', () => {
    expect(textOf('<div style="position:absolute">Coblos nomor 2</div>')).toBe('Coblos nomor 2');
  });

  it('takes emoji from images, and no photo description', () => {
    expect(
      textOf('Hai <img alt="✌️"><img alt="🇮🇩"> <img alt="2️⃣"><img alt="May be an image of text"><img alt="">'),
    ).toBe('Hai ✌️🇮🇩 2️⃣');
  });

  it('keeps the newlines of pre-wrapped text, also from a parent', () => {
    expect(textOf('<div style="white-space:pre-wrap"><span>satu\ndua</span></div>')).toBe('satu\ndua');
  });

  it('leaves out what the caller skips', () => {
    const { body } = page('<p>a</p><form>b</form>');
    expect(visibleText(body, { skip: (element) => element.localName === 'form' })).toBe('a');
  });

  it('is bounded and does not cut an emoji in two', () => {
    const { body } = page(`<p>${'😀'.repeat(TEXT_LIMIT)}</p>`);
    expect(visibleText(body)).toHaveLength(TEXT_LIMIT);
    expect(visibleText(body, { limit: 5 })).toBe('😀😀');
  });
});

describe('isShown', () => {
  it('sees a hidden ancestor, and aria-hidden only up to the given element', () => {
    const { body } = page(
      '<div id="a" aria-hidden="true"><p id="b"><i id="c"></i></p></div><div style="display:none"><i id="d"></i></div>',
    );
    const inner = one(body, '#c');
    expect(isShown(inner)).toBe(true);
    expect(isShown(inner, one(body, '#b'))).toBe(true);
    expect(isShown(inner, one(body, '#a'))).toBe(false);
    expect(isShown(one(body, '#d'))).toBe(false);
  });
});

describe('labelOf', () => {
  it.each([
    ['aria-label', '<i id="t" aria-label=" Suka ">x</i>', 'Suka'],
    [
      'aria-labelledby',
      '<i id="t" aria-labelledby="n m">x</i><b id="n">Suka</b><b id="m">ini</b>',
      'Suka ini',
    ],
    ['text', '<i id="t">Bagikan\n sekarang<i hidden>x</i></i>', 'Bagikan sekarang'],
    ['placeholder', '<textarea id="t" placeholder="Tulis komentar">rahasia</textarea>', 'Tulis komentar'],
    ['an icon inside', '<i id="t"><svg aria-label="Suka"></svg></i>', 'Suka'],
    ['never what was typed', '<i id="t" contenteditable="true">rahasia</i>', ''],
  ])('takes %s', (_name, html, expected) => {
    expect(labelOf(one(page(html), '#t'))).toBe(expected);
  });

  it('is bounded', () => {
    expect(labelOf(one(page(`<i id="t" aria-label="${'a'.repeat(1000)}"></i>`), '#t'))).toHaveLength(300);
  });
});

describe('paths', () => {
  it('closestAcross leaves shadow roots', () => {
    const document = page('<article><div></div></article>');
    const root = one(document, 'div').attachShadow({ mode: 'open' });
    const inner = document.createElement('i');
    root.append(inner);
    expect(closestAcross(inner, 'article')).toBe(one(document, 'article'));
    expect(closestAcross(inner, 'nav')).toBeUndefined();
  });

  it('buttonOf takes the innermost thing that acts', () => {
    const document = page('<a href="/"><div role="button" id="b"><i></i></div></a><p></p>');
    expect(buttonOf(pathTo(one(document, 'i')))).toBe(one(document, '#b'));
    expect(buttonOf(pathTo(one(document, 'p')))).toBeUndefined();
  });

  it.each([
    ['<textarea id="t"></textarea>', true],
    ['<input id="t">', true],
    ['<input type="checkbox" id="t">', false],
    ['<div contenteditable="true"><p id="t"></p></div>', true],
    ['<div contenteditable="true"><p contenteditable="false" id="t"></p></div>', false],
    ['<div role="button" id="t"></div>', false],
  ])('isEditable %s: %s', (html, expected) => {
    expect(isEditable(one(page(html), '#t'))).toBe(expected);
  });
});

describe('triggers', () => {
  const document = page('<div role="button" id="b"></div><div contenteditable="true" id="e"></div>');
  const button = one(document, '#b');
  const editor = one(document, '#e');

  it('are activations when they press the control', () => {
    expect(isActivation(press(button))).toBe(true);
    expect(isActivation(key(button, 'Enter'))).toBe(true);
    expect(isActivation(key(button, ' '))).toBe(true);
    expect(isActivation(key(button, 'l'))).toBe(false);
    expect(isActivation(key(button, 'Enter', { command: true }))).toBe(false);
    expect(isActivation(key(button, 'Enter', { alt: true }))).toBe(false);
    expect(isActivation(key(editor, 'Enter'))).toBe(false);
  });

  it('bare Enter has no Shift', () => {
    expect(isBareEnter(key(editor, 'Enter'))).toBe(true);
    expect(isBareEnter(key(editor, 'Enter', { shift: true }))).toBe(false);
    expect(isBareEnter(press(editor))).toBe(false);
  });
});

describe('small helpers', () => {
  it('ownWords reads editors and fields', () => {
    const document = page(
      '<div contenteditable="true"><p>Saya <b>setuju</b></p></div><textarea>Maju</textarea>',
    );
    expect(ownWords(one(document, 'div'))).toBe('Saya setuju');
    expect(ownWords(one(document, 'textarea'))).toBe('Maju');
  });

  it('textKey is stable, short and tells texts apart', () => {
    expect(textKey('Coblos nomor 2')).toBe(textKey('Coblos nomor 2'));
    expect(textKey('Coblos nomor 2')).not.toBe(textKey('Coblos nomor 3'));
    expect(textKey('x'.repeat(10_000))).toMatch(/^text:[0-9a-z]{1,11}$/);
    const keys = Array.from({ length: 5000 }, (_, index) => textKey(`post ${index}`));
    expect(new Set(keys).size).toBe(5000);
  });

  it('hashtagsIn keeps the spelling, once, and no numbers', () => {
    expect(hashtagsIn('#MenangkanBagas, #menangkanbagas (#Uji_2) #2 a#b https://x/#c ＃Desa')).toEqual([
      'MenangkanBagas',
      'Uji_2',
      'Desa',
    ]);
  });

  it('outermost drops what another one contains', () => {
    const document = page('<div id="a"><div id="b"></div></div><div id="c"></div>');
    const all = [...document.querySelectorAll('div')];
    expect(outermost(all).map((element) => element.id)).toEqual(['a', 'c']);
  });
});
