import { useEffect, useState } from 'preact/hooks';
import { type Place, readPlace, writePlace } from './address.ts';

/** What is shown, kept in the address of the page. */
export function usePlace(): readonly [Place, (change: Partial<Place>) => void] {
  const [place, setPlace] = useState(() => readPlace(location.hash));
  useEffect(() => {
    const read = () => setPlace(readPlace(location.hash));
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  const go = (change: Partial<Place>) => {
    const next = { ...place, ...change };
    // Replaced, because one step back should leave the page and not undo a letter of a date.
    history.replaceState(null, '', `${location.pathname}${writePlace(next)}`);
    setPlace(next);
  };
  return [place, go];
}
