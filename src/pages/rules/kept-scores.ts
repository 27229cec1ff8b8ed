import * as z from 'zod/mini';
import { browser } from '../../shared/browser.ts';

/** Key in `storage.local`: there only after the person asked for it. */
const KEY = 'selfTest';
/** A year of a test in every week. */
const MOST = 52;

const count = z.int().check(z.gte(0), z.lte(100));
const scoreSchema = z.strictObject({
  day: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  right: count,
  total: count,
});
const scoresSchema = z.array(scoreSchema).check(z.maxLength(MOST));

export type Score = z.infer<typeof scoreSchema>;

/** Newest first; none when what is stored is not ours. */
export async function keptScores(): Promise<readonly Score[]> {
  const stored = scoresSchema.safeParse((await browser.storage.local.get(KEY))[KEY]);
  return stored.success ? stored.data : [];
}

export async function keepScore(score: Score): Promise<readonly Score[]> {
  const scores = [score, ...(await keptScores())].slice(0, MOST);
  await browser.storage.local.set({ [KEY]: scores });
  return scores;
}

/** Takes back the newest one; without scores nothing of the test is left in the storage. */
export async function dropNewestScore(): Promise<readonly Score[]> {
  const scores = (await keptScores()).slice(1);
  if (scores.length === 0) await deleteScores();
  else await browser.storage.local.set({ [KEY]: scores });
  return scores;
}

export async function deleteScores(): Promise<void> {
  await browser.storage.local.remove(KEY);
}
