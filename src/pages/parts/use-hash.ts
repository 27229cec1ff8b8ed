import { useEffect, useState } from 'preact/hooks';

/** What stands behind the `#` of the address, also after it changes. `read` must be the same function each time. */
export function useHash<State>(read: (hash: string) => State): State {
  return useFollowed(read)[0];
}

/**
 * What a page shows, kept behind the `#`. A change replaces the address, because one step back should leave the page and
 * not undo a letter of a search.
 */
export function useHashState<State extends object>(
  read: (hash: string) => State,
  write: (state: State) => string,
): readonly [State, (change: Partial<State>) => void] {
  const [state, setState] = useFollowed(read);
  const change = (part: Partial<State>) => {
    const next = { ...state, ...part };
    history.replaceState(null, '', `${location.pathname}${write(next)}`);
    setState(next);
  };
  return [state, change];
}

function useFollowed<State>(read: (hash: string) => State) {
  const [state, setState] = useState(() => read(location.hash));
  useEffect(() => {
    const follow = () => setState(read(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return [state, setState] as const;
}
