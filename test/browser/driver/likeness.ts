import type { Tab } from './driver.ts';

/**
 * How much of the detail of one picture is also in another, from 0 to 1: of the tiles of 16 pixels that hold a strong edge in
 * the first, how many do in the second. Another colour or a shift by a pixel leaves the detail, a cover takes it.
 * Computed in a page, because browsers read PNG.
 */
export async function detailKept(page: Tab, first: string, second: string): Promise<number> {
  if (first === second) return 1;
  return page.evaluate<number>(`(async () => {
    const edges = async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const { width, height } = picture;
      const canvas = new OffscreenCanvas(width, height).getContext('2d');
      canvas.drawImage(picture, 0, 0);
      const { data } = canvas.getImageData(0, 0, width, height);
      const light = (x, y) => { const at = 4 * (y * width + x); return data[at] * 0.3 + data[at + 1] * 0.6 + data[at + 2] * 0.1; };
      const tiles = new Map();
      for (let y = 0; y < height; y += 1)
        for (let x = 1; x < width; x += 1)
          if (Math.abs(light(x, y) - light(x - 1, y)) > 60) {
            const tile = (y >> 4) * 1000 + (x >> 4);
            tiles.set(tile, (tiles.get(tile) ?? 0) + 1);
          }
      return tiles;
    };
    const [before, after] = [await edges(${JSON.stringify(first)}), await edges(${JSON.stringify(second)})];
    const kept = [...before].filter(([tile, count]) => (after.get(tile) ?? 0) * 3 >= count).length;
    return before.size === 0 ? 0 : kept / before.size;
  })()`);
}
