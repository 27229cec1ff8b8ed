import css from './overlay.css';

/** An element of ours above the page: a closed shadow root on `<html>`, out of reach of page styles and scripts. */
export interface Overlay {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Removes it; the page is as before. */
  remove(): void;
}

/**
 * A page may register a custom property by its name, with a value that spoils ours; so the names are new each time.
 */
function ownNames(): string {
  return css.replace(/--(?=[a-z])/g, `--p${crypto.getRandomValues(new Uint32Array(1))[0]}-`);
}

/**
 * On `<html>`, because a page that hides its body would hide us (measured). Closed, so that page scripts cannot
 * press our buttons. The style is a `<style>` element: Firefox before 153 has no adopted style sheets here.
 */
export function createOverlay(): Overlay {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  addStyle(root);
  document.documentElement.append(host);
  return { host, root, remove: () => host.remove() };
}

function addStyle(root: ShadowRoot): void {
  // A page of ours refuses style elements, and every browser adopts sheets there.
  if (location.protocol.endsWith('-extension:')) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    return;
  }
  const style = document.createElement('style');
  style.textContent = ownNames();
  root.append(style);
}

export function textElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text: string,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
