import { GALLERY } from './pages.ts';

/** Below `docs/`. */
export const PICTURES = 'gallery';
export const pictureOf = (state: { readonly name: string }) => `${PICTURES}/${state.name}.webp`;

/** `docs/gallery.md`. */
export function galleryDocument(): string {
  const pages = GALLERY.map(
    ({ title, states }) =>
      `## ${title}\n\n${states
        .map((state) => `${state.shows}\n\n<img src="${pictureOf(state)}" alt="${state.shows}">\n`)
        .join('\n')}`,
  );
  return `# Every page, in every state

Made by \`npm run gallery\` from the built extension in Chromium: Indonesian and English, each light and dark, 640 pixels wide
and half as large here. A fault of the disk, of the database or of the worker is told by an answer that stands in for the
background's; what the page makes of it is real. Long pages are cut. Over a site, and in the window that asks in place of a
frame that is too small: [pictures/](pictures/), by \`npm run pictures\`.

${pages.join('\n')}`;
}
