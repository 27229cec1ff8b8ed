import { useEffect } from 'preact/hooks';

let last: Element | undefined;

/**
 * When what had the focus has gone with a change of the page, the focus goes to the panel that changed, or to the
 * heading, and not back to the top of the document. For every component that shows or hides controls.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element) last = target;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  useEffect(() => {
    if (!last || last.isConnected || document.activeElement !== document.body) return;
    last = undefined;
    const home = document.getElementById('panel') ?? document.querySelector('h1');
    home?.focus({ preventScroll: true });
  });
}
