import { type Pack, parsePack } from '../../core/pack/pack.ts';
import { LARGEST_FILE } from './largest-file.ts';

/** The pack that a JSON file holds; null where it holds none, or is too large. */
export async function packOfFile(file: File): Promise<Pack | null> {
  const result = file.size > LARGEST_FILE ? null : parsePack(await file.text());
  return result?.ok ? result.pack : null;
}
