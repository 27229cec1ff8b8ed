import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { galleryDocument, PICTURES, pictureOf } from '../gallery/document.ts';
import { GALLERY } from '../gallery/pages.ts';
import { readText, root } from './repository.ts';

const states = GALLERY.flatMap((page) => page.states);

test('every state of the gallery has its picture, and every picture its state; `npm run gallery` makes them', () => {
  const names = states.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const files = readdirSync(join(root, 'docs', PICTURES)).map((file) => `${PICTURES}/${file}`);
  expect(files.sort()).toEqual(states.map(pictureOf).sort());
});

test('docs/gallery.md shows all of them', () => {
  expect(readText('docs/gallery.md')).toBe(galleryDocument());
});
