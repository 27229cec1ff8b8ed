import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright';

/** Of the pixels that were painted. */
const SCALE = 0.6;
const GAP = 12;
const QUALITY = 0.55;

/** Several PNG pictures side by side in one WebP file; the page only draws. */
export async function writeSheet(page: Page, pictures: readonly Buffer[], path: string): Promise<void> {
  const address = await page.evaluate(
    async ({ sources, scale, gap, quality }) => {
      const images = await Promise.all(
        sources.map(async (source) => {
          const image = new Image();
          image.src = `data:image/png;base64,${source}`;
          await image.decode();
          return image;
        }),
      );
      const sizes = images.map(({ width, height }) => [width * scale, height * scale] as const);
      const canvas = document.createElement('canvas');
      canvas.width = sizes.reduce((sum, [width]) => sum + width + gap, gap);
      canvas.height = Math.max(...sizes.map(([, height]) => height)) + 2 * gap;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.imageSmoothingQuality = 'high';
      context.fillStyle = '#888';
      context.fillRect(0, 0, canvas.width, canvas.height);
      let left = gap;
      images.forEach((image, place) => {
        const [width, height] = sizes[place] ?? [0, 0];
        context.drawImage(image, left, gap, width, height);
        left += width + gap;
      });
      return canvas.toDataURL('image/webp', quality);
    },
    {
      sources: pictures.map((picture) => picture.toString('base64')),
      scale: SCALE,
      gap: GAP,
      quality: QUALITY,
    },
  );
  const [kind, content = ''] = address.split(',');
  if (kind !== 'data:image/webp;base64') throw new Error(`the browser makes no WebP: ${kind}`);
  writeFileSync(path, Buffer.from(content, 'base64'));
}
