/** A state of a page that hides nothing, in which *Lanjutkan* must be taken at the first press. */
export interface OrdinaryState {
  readonly name: string;
  /** Script of the page before the press that is held. */
  readonly before?: string;
  /** Script of the page while the reminder is open. */
  readonly during?: string;
  /** A press on an empty place comes first, because the browser asks for one. */
  readonly needsGesture?: true;
}

/** How the page is shown. */
export interface Surrounding {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly media: Readonly<Record<string, string>>;
  readonly isRightToLeft: boolean;
  readonly scrolled: number;
}

export const SURROUNDINGS: readonly Surrounding[] = [
  { name: 'usual window', width: 1000, height: 800, scale: 1, media: {}, isRightToLeft: false, scrolled: 0 },
  {
    name: '320 px, dark, reduced motion',
    width: 320,
    height: 640,
    scale: 2,
    media: { 'prefers-color-scheme': 'dark', 'prefers-reduced-motion': 'reduce' },
    isRightToLeft: false,
    scrolled: 0,
  },
  {
    name: '200 %, forced colours',
    width: 500,
    height: 400,
    scale: 2,
    media: { 'forced-colors': 'active' },
    isRightToLeft: false,
    scrolled: 0,
  },
  {
    name: 'large window, right to left, scrolled',
    width: 1600,
    height: 1000,
    scale: 1,
    media: {},
    isRightToLeft: true,
    scrolled: 300,
  },
];

/** Scripts of the states below use these. */
export const ORDINARY_PRELUDE = `
  window.add = (tag, style, parent = document.body) => {
    const element = document.createElement(tag);
    element.textContent = 'Selamat datang';
    element.style.cssText = style;
    parent.append(element);
    return element;
  };
  window.sheet = (css) => { add('style', '', document.head).textContent = css; };
  window.style = (css) => { document.documentElement.style.cssText += css; };
  window.post = () => document.querySelector('[data-test-id=campaign]').closest('[data-testid=cellInnerDiv]');
  window.around = (element) => { post().before(element); element.append(post()); return element; };
  window.corner = 'position:fixed;inset:auto 8px 8px auto;margin:0;width:120px;height:60px;';
  window.shown = (element, kind = 'manual') => { element.popover = kind; element.showPopover(); return element; };
  window.inRoot = (mode) => add('section', '').attachShadow({ mode });
`;

const htmlStyles = [
  'filter:invert(1) hue-rotate(180deg)',
  'filter:invert(0.93) hue-rotate(180deg) brightness(0.95)',
  'filter:grayscale(1)',
  'filter:sepia(0.4) brightness(0.85)',
  'filter:brightness(0.8) contrast(1.15) saturate(1.2)',
  'filter:opacity(0.99)',
  'opacity:0.99',
  'transform:translateZ(0)',
  'transform:scale(0.98);transform-origin:top',
  'perspective:900px',
  'will-change:transform,opacity,filter',
  'overflow:hidden;height:100%',
  'scroll-behavior:smooth;overscroll-behavior:none',
  'zoom:0.8',
  'zoom:1.25',
  'color-scheme:dark;background:#111;color:#eee',
  'font-size:62.5%',
  'cursor:none',
  'writing-mode:vertical-rl',
  'contain:layout style',
  'mix-blend-mode:multiply;isolation:isolate',
] as const;

const STATES: readonly OrdinaryState[] = [
  { name: 'nothing special' },
  ...htmlStyles.map((css) => ({ name: `<html style="${css}">`, before: `style(${JSON.stringify(css)})` })),
  {
    name: 'a long page',
    before: `for (let count = 0; count < 4000; count += 1) add('p', 'margin:2px').append(document.createElement('b'))`,
  },
  {
    name: 'scroll lock of the body',
    before: `document.body.style.cssText = 'position:fixed;top:0;left:0;right:0;overflow:hidden'`,
  },
  {
    name: 'bars and a chat widget with the highest z-index',
    before: `add('div', 'position:fixed;inset:0 0 auto;height:40px;background:#fc0;z-index:2147483647'); add('div', corner + 'background:#0cf;z-index:2147483647')`,
  },
  { name: 'a chat widget as a popover', before: `shown(add('div', corner))` },
  { name: 'a chat widget as a popover of an open root', before: `shown(add('div', corner, inRoot('open')))` },
  {
    name: 'a chat widget as a popover of a closed root',
    before: `shown(add('div', corner, inRoot('closed')))`,
  },
  { name: 'a message that comes as a popover', during: `shown(add('output', corner))` },
  {
    name: 'a message that was a popover and goes',
    before: `window.note = shown(add('output', corner))`,
    during: 'note.remove()',
  },
  { name: 'a menu that is open', before: `shown(add('menu', corner), 'auto')` },
  {
    name: 'a cookie bar as a dialog that is not modal',
    before: `add('dialog', 'position:fixed;inset:auto 0 0;margin:0').show()`,
  },
  {
    name: 'the post in a modal dialog of the page',
    before: `around(document.createElement('dialog')).showModal()`,
  },
  {
    name: 'the post in a popover',
    before: `shown(around(add('div', 'width:90vw;height:80vh;overflow:auto')))`,
  },
  {
    name: 'the post in an element in fullscreen',
    needsGesture: true,
    before: `around(add('div', 'background:white;overflow:auto')).requestFullscreen()`,
  },
  {
    name: 'animations that run',
    before: `sheet('@keyframes turn { to { rotate: 1turn } } .turn { animation: turn 1s infinite linear }');
      for (let count = 0; count < 20; count += 1) add('i', 'position:fixed;display:block;top:' + 20 * count + 'px').className = 'turn'`,
  },
  {
    name: 'a video that plays',
    before: `(async () => {
      const canvas = add('canvas', '');
      const draw = () => { canvas.getContext('2d').fillRect(Math.random() * 200, 0, 9, 9); requestAnimationFrame(draw); };
      draw();
      const video = add('video', 'width:200px');
      video.muted = true;
      video.srcObject = canvas.captureStream();
      await video.play();
    })()`,
  },
  {
    name: 'a feed that grows',
    during: `{ const main = document.querySelector('main'); const timer = setInterval(() => add('p', '', main), 30); setTimeout(() => clearInterval(timer), 3000); }`,
  },
  {
    name: 'a page that scrolls by itself',
    during: `{ const timer = setInterval(() => scrollBy(0, 7), 30); setTimeout(() => clearInterval(timer), 3000); }`,
  },
  {
    name: 'a pointer of the page',
    before: `sheet('* { cursor: crosshair !important } button { cursor: url("data:image/gif;base64,R0lGODlhAQABAAAAACw="), none !important }')`,
  },
  {
    name: 'style sheets that hide what is empty',
    before: `sheet('div:empty, html > div { display: none !important } * { box-sizing: border-box; margin: 0 }')`,
  },
  { name: 'everything selected', before: `getSelection().selectAllChildren(document.body)` },
  {
    name: 'classes and attributes of <html> that change',
    during: `{ const timer = setInterval(() => { document.documentElement.classList.toggle('dark'); document.documentElement.dataset.time = Date.now(); }, 40); setTimeout(() => clearInterval(timer), 3000); }`,
  },
  { name: 'details that open', during: `{ const details = add('details', ''); details.open = true; }` },
  {
    name: 'a frame over the whole window',
    before: `add('iframe', 'position:fixed;inset:0;width:100%;height:100%;border:0;pointer-events:none')`,
  },
  {
    name: 'a short view transition',
    during: `return document.startViewTransition?.(() => { document.title = 'Lain'; }).finished`,
  },
  {
    name: 'another tool marks every element',
    before: `for (const element of document.querySelectorAll('*')) element.setAttribute('data-marked', '')`,
    during: `for (const element of document.documentElement.children) element.setAttribute('data-marked', '')`,
  },
  {
    name: 'an element that takes the focus again and again',
    during: `{ const input = add('input', ''); const timer = setInterval(() => input.focus(), 50); setTimeout(() => clearInterval(timer), 3000); }`,
  },
  {
    name: 'a blurred and dimmed page behind',
    before: `document.querySelector('main').style.cssText = 'filter:blur(6px) brightness(0.4)'`,
  },
  {
    name: 'a layer of the page over everything that lets clicks through',
    before: `add('div', 'position:fixed;inset:0;background:rgb(0 0 0 / 8%);pointer-events:none;z-index:2147483647', document.documentElement); probe.hosts.length = 0`,
  },
];

export const ORDINARY = SURROUNDINGS.flatMap((surrounding) =>
  STATES.map((state) => ({ surrounding, state })),
);
