import { expect, test } from 'vitest';
import { createKeySequence } from '../../src/content/key-sequence.ts';

/** Goes down on the element, as the window sees it. */
function next(
  keys: ReturnType<typeof createKeySequence>,
  key: string,
  at: number,
  options: { readonly ctrlKey?: boolean; readonly on?: Element } = {},
): string {
  const event = new KeyboardEvent('keydown', { key, ctrlKey: options.ctrlKey === true });
  const given = { composedPath: () => [options.on ?? document.body], timeStamp: at };
  return keys.next(
    new Proxy(event, { get: (real, name) => Reflect.get({ ...given, ...plain(real) }, name) }),
  );
}

const plain = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => ({ key, ctrlKey, metaKey, altKey });

test('a key is known to the one after it, for a second', () => {
  const keys = createKeySequence();
  expect([next(keys, 'g', 0), next(keys, 'l', 1_000), next(keys, 'l', 1_500)]).toEqual(['', 'g', 'l']);
  next(keys, 'g', 5_000);
  expect(next(keys, 'l', 6_001)).toBe('');
});

test('keys with a modifier and those that are typed begin nothing', () => {
  const keys = createKeySequence();
  next(keys, 'g', 0, { ctrlKey: true });
  expect(next(keys, 'l', 1)).toBe('');
  next(keys, 'g', 5_000, { on: document.createElement('textarea') });
  expect(next(keys, 'l', 5_001)).toBe('');
});
