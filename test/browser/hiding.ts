/** One way of a page to hide, cover or take away the open reminder, as a script of the page. */
export interface Hiding {
  readonly name: string;
  /** One of the twelve that an earlier measurement counted: eleven, and a layer inside of the page's own closed root. */
  readonly isOfTwelve?: true;
  /** Run by `npm test` too, and not by `npm run test:full` alone. */
  readonly isAlways?: true;
  /** Runs before the press that is held. */
  readonly before?: string;
  /** Runs as soon as the reminder is open. */
  readonly script: string;
}

/** `cover(tag)` makes an element that covers everything and lets every click through; `host` is that of the reminder. */
export const PRELUDE = `
  var cover = (tag = 'div') => {
    const element = document.createElement(tag);
    element.textContent = 'Tekan di sini untuk melihat video';
    element.setAttribute('style', 'all: initial; display: block; position: fixed; inset: 0; width: 100vw; height: 100vh;' +
      'max-width: none; max-height: none; background: white; pointer-events: none; z-index: 2147483647');
    return element;
  };
  var popover = (kind, parent = document.body) => {
    const element = cover();
    element.popover = kind;
    parent.append(element);
    return element;
  };
  var sheet = (css) => {
    const style = document.createElement('style');
    style.textContent = css;
    document.head.append(style);
  };
  var host = () => window.probe.hosts[0].node;
  var important = (element, styles) => {
    for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
  };
  var closedRoot = () => {
    const owner = document.createElement('section');
    document.body.append(owner);
    return owner.attachShadow({ mode: 'closed' });
  };
`;

const THE_TWELVE: readonly Hiding[] = [
  {
    name: 'styles of the host: opacity, visibility, display, clip, transform, filter',
    script: `important(host(), { opacity: '0', visibility: 'hidden', display: 'none', 'clip-path': 'inset(50%)',
      transform: 'scale(0)', filter: 'opacity(0)', 'content-visibility': 'hidden', 'pointer-events': 'none' })`,
  },
  {
    name: 'style sheets for every element, also adopted ones',
    script: `(() => {
      const rule = '* { all: unset !important; opacity: 0 !important; transform: scale(0) !important }' +
        '*::backdrop, dialog::backdrop { display: none !important } dialog { display: none !important }' +
        ':host { opacity: 0 !important; display: none !important }';
      sheet(rule);
      const adopted = new CSSStyleSheet();
      adopted.replaceSync(rule);
      document.adoptedStyleSheets = [adopted];
    })()`,
  },
  {
    name: 'a hidden body',
    script: `important(document.body, { opacity: '0', display: 'none', visibility: 'hidden' })`,
  },
  {
    name: 'opacity, visibility, transform, clip and mask of <html>',
    script: `important(document.documentElement, { opacity: '0', visibility: 'hidden', transform: 'scale(0)',
      'clip-path': 'inset(50%)', mask: 'linear-gradient(transparent, transparent)', 'mix-blend-mode': 'difference' })`,
  },
  { name: 'a filter of <html>', script: `important(document.documentElement, { filter: 'opacity(0)' })` },
  { name: 'zoom of <html>', script: `important(document.documentElement, { zoom: '0.01' })` },
  { name: 'an element with the highest z-index', script: 'document.documentElement.append(cover())' },
  { name: 'a manual popover', script: `popover('manual').showPopover()` },
  { name: 'an auto popover', script: `popover('auto').showPopover()` },
  {
    name: 'a modal dialog of the page',
    script: `(() => { const dialog = cover('dialog'); document.body.append(dialog); dialog.showModal(); })()`,
  },
  {
    name: 'an element in fullscreen',
    script: `(() => { const element = cover(); document.body.append(element); return element.requestFullscreen(); })()`,
  },
  {
    name: 'a popover inside of a closed root of the page',
    script: `popover('manual', closedRoot()).showPopover()`,
  },
].map((hiding) => ({ ...hiding, isOfTwelve: true, isAlways: true }));

const FURTHER: readonly Hiding[] = [
  { name: 'a removed host', script: 'host().remove()' },
  {
    name: 'a host moved into an invisible element',
    isAlways: true,
    script: `(() => { important(document.body, { opacity: '0' }); document.body.append(host()); })()`,
  },
  {
    name: 'a host moved with its state',
    script: `(() => {
      important(document.body, { opacity: '0', filter: 'opacity(0)', 'content-visibility': 'hidden' });
      if (document.body.moveBefore) document.body.moveBefore(host(), null);
      else document.body.append(host());
    })()`,
  },
  {
    name: 'another <html>',
    isAlways: true,
    script: `document.replaceChild(document.documentElement.cloneNode(true), document.documentElement)`,
  },
  { name: 'an emptied <html>', script: 'document.documentElement.replaceChildren()' },
  {
    name: 'the host as a popover with a backdrop of the page',
    isAlways: true,
    script: `(() => {
      sheet('html > div::backdrop { background: white !important; pointer-events: none !important; position: fixed; inset: 0 }');
      host().popover = 'manual';
      host().showPopover();
    })()`,
  },
  {
    name: 'the host in fullscreen',
    script: `(() => { sheet('::backdrop { background: white !important }'); return host().requestFullscreen(); })()`,
  },
  {
    name: 'a popover that was open before, shown again',
    before: `window.earlier = popover('manual'); earlier.style.width = '9px'; earlier.showPopover()`,
    script: `(earlier.style.width = '100vw', earlier.hidePopover(), earlier.showPopover())`,
  },
  {
    name: 'a popover that was open before, shown again, with its events stopped',
    isAlways: true,
    before: `for (const type of ['beforetoggle', 'toggle']) addEventListener(type, (event) => event.stopImmediatePropagation(), true);
      window.earlier = popover('manual'); earlier.style.width = '9px'; earlier.showPopover()`,
    script: `(earlier.style.width = '100vw', earlier.hidePopover(), earlier.showPopover())`,
  },
  {
    name: 'a popover of a closed root that was open before, shown again',
    isAlways: true,
    before: `window.earlier = popover('manual', closedRoot()); earlier.style.width = '9px'; earlier.showPopover()`,
    script: `(earlier.style.width = '100vw', earlier.hidePopover(), earlier.showPopover())`,
  },
  {
    name: 'a small popover that was open before grows',
    before: `window.earlier = popover('manual'); earlier.style.width = '9px'; earlier.showPopover()`,
    script: `earlier.style.width = '100vw'`,
  },
  {
    name: 'a popover in a closed root inside of an open one',
    script: `(() => {
      const outer = document.createElement('section');
      document.body.append(outer);
      const inner = document.createElement('p');
      outer.attachShadow({ mode: 'open' }).append(inner);
      popover('manual', inner.attachShadow({ mode: 'closed' })).showPopover();
    })()`,
  },
  {
    name: 'a modal dialog inside of a closed root',
    script: `(() => { const dialog = cover('dialog'); closedRoot().append(dialog); dialog.showModal(); })()`,
  },
  {
    name: 'a popover over the text only',
    script: `(() => {
      const element = popover('manual');
      element.style.height = '60vh';
      element.showPopover();
    })()`,
  },
  {
    name: 'a popover shown again whenever it is covered',
    isAlways: true,
    script: `(() => {
      const element = popover('manual');
      element.showPopover();
      setInterval(() => { element.hidePopover(); element.showPopover(); }, 40);
    })()`,
  },
  {
    name: 'a new popover of a closed root every 100 ms',
    script: `(() => {
      const root = closedRoot();
      setInterval(() => popover('manual', root).showPopover(), 100);
    })()`,
  },
  {
    name: 'a view transition that never ends',
    isAlways: true,
    script: `(() => {
      if (!document.startViewTransition) return;
      sheet('::view-transition { background: white; pointer-events: none } ::view-transition-group(root) { animation-duration: 1000s }' +
        '::view-transition-old(root), ::view-transition-new(root) { animation: none; opacity: 0 }');
      return document.startViewTransition(() => undefined).ready;
    })()`,
  },
  {
    name: 'registered custom properties',
    isAlways: true,
    script: `['paper', 'ink', 'soft', 'line', 'accent', 'on-accent', 'word'].forEach((name) =>
      CSS.registerProperty({ name: '--' + name, syntax: '<length>', inherits: false, initialValue: '0px' }))`,
  },
  {
    name: 'transparent selection of everything',
    isAlways: true,
    script: `(() => {
      sheet('::selection { color: transparent !important; background: transparent !important; -webkit-text-fill-color: transparent }');
      getSelection().selectAllChildren(document.documentElement);
    })()`,
  },
  {
    name: 'fonts of the page under the names of the fonts of the system',
    script: `(() => {
      for (const family of ['system-ui', '-apple-system', 'Segoe UI', 'Roboto', 'Noto Sans', 'sans-serif'])
        for (const quote of ['', '"'])
          sheet('@font-face { font-family: ' + quote + family + quote + '; src: local("DejaVu Sans"), local("Liberation Sans"); size-adjust: 1% }');
      return document.fonts.ready.then(() => undefined);
    })()`,
  },
  {
    name: 'animations of the host',
    script: `host().animate({ opacity: [0, 0], transform: ['scale(0)', 'scale(0)'], filter: ['opacity(0)', 'opacity(0)'],
      display: ['none', 'none'], visibility: ['hidden', 'hidden'] }, { duration: 1e6, fill: 'both' })`,
  },
  {
    name: 'attributes of the host',
    script: `['hidden', 'inert', 'slot', 'aria-hidden', 'contenteditable', 'popover'].forEach((name) =>
      host().setAttribute(name, name === 'hidden' ? 'until-found' : 'true'))`,
  },
  { name: 'inert <html> and <body>', script: 'document.documentElement.inert = document.body.inert = true' },
  {
    name: '<html> without content',
    script: `important(document.documentElement, { 'content-visibility': 'hidden' })`,
  },
  { name: '<html> without display', script: `important(document.documentElement, { display: 'none' })` },
  { name: 'huge zoom of <html>', script: `important(document.documentElement, { zoom: '30' })` },
  { name: 'small zoom of <html>', script: `important(document.documentElement, { zoom: '0.2' })` },
  ...[
    'invert(0.5)',
    'brightness(0)',
    'contrast(0)',
    'blur(20px)',
    'brightness(40)',
    'opacity(0.2)',
    'grayscale(1) opacity(0.5) opacity(0.5)',
    'url("#erase")',
    'drop-shadow(0 0 90px white) brightness(3)',
  ].map((filter) => ({
    name: `filter of <html>: ${filter}`,
    script: `(() => {
      document.body.insertAdjacentHTML('beforeend', '<svg width=0 height=0><filter id=erase><feFlood flood-color=white /></filter></svg>');
      important(document.documentElement, { filter: ${JSON.stringify(filter)} });
    })()`,
  })),
  {
    name: 'a filter of <html> that goes when the pointer moves',
    script: `(() => {
      important(document.documentElement, { filter: 'opacity(0)' });
      addEventListener('pointermove', () => document.documentElement.style.removeProperty('filter'), true);
    })()`,
  },
  {
    name: 'a filter by an animation of <html>',
    script: `document.documentElement.animate({ filter: ['opacity(0)', 'opacity(0)'] }, { duration: 1e6 })`,
  },
  {
    name: 'a popover that goes when the pointer moves',
    isAlways: true,
    script: `(() => {
      const element = popover('manual', closedRoot());
      element.showPopover();
      addEventListener('pointermove', () => element.remove(), true);
    })()`,
  },
];

export const HIDINGS: readonly Hiding[] = [...THE_TWELVE, ...FURTHER];
