import './fake-browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import en from '../../src/locales/rules.en.json' with { type: 'json' };
import id from '../../src/locales/rules.id.json' with { type: 'json' };
import { deleteScores, dropNewestScore, keepScore, keptScores } from '../../src/pages/rules/kept-scores.ts';
import {
  ANSWERS,
  CHOICES,
  DRAWN,
  drawQuestions,
  QUESTION_IDS,
  scoreOf,
} from '../../src/pages/rules/questions.ts';
import { SOURCES } from '../../src/pages/rules/sources.ts';
import { fakeBrowser, resetBrowser } from './fake-browser.ts';

const SEEDS = Array.from({ length: 1_000 }, (_, seed) => seed);

describe('the pool', () => {
  it('has 30 questions or more, each answered by a sentence with a source', () => {
    expect(QUESTION_IDS.length).toBeGreaterThanOrEqual(30);
    for (const question of QUESTION_IDS) expect(SOURCES[ANSWERS[question]], question).toBeDefined();
    const asked = Object.keys(id).flatMap((key) => /^quiz\.(.+)\.ask$/.exec(key)?.[1] ?? []);
    expect(asked.sort()).toEqual([...QUESTION_IDS].sort());
  });

  it.each([
    ['id', id],
    ['en', en],
  ] as const)('asks in %s, with three different answers', (_language, texts) => {
    for (const question of QUESTION_IDS) {
      expect(texts[`quiz.${question}.ask`], question).toMatch(/\?$/);
      expect(new Set(CHOICES.map((choice) => texts[`quiz.${question}.${choice}`])).size, question).toBe(3);
    }
    expect(new Set(QUESTION_IDS.map((question) => texts[`quiz.${question}.ask`])).size).toBe(
      QUESTION_IDS.length,
    );
  });
});

describe('the draw', () => {
  it('follows from the seed alone', () => {
    expect(drawQuestions(7)).toEqual(drawQuestions(7));
    expect(drawQuestions(7)).not.toEqual(drawQuestions(8));
  });

  it('is ten different questions with all their choices', () => {
    for (const seed of [...SEEDS, 2 ** 32 - 1]) {
      const questions = drawQuestions(seed);
      expect(new Set(questions.map((question) => question.id)).size).toBe(DRAWN);
      for (const { choices } of questions) expect([...choices].sort()).toEqual([...CHOICES]);
    }
  });

  it('comes to every question alike, and puts the right answer in every place alike', () => {
    const drawn = SEEDS.flatMap(drawQuestions);
    const often = (count: number, expected: number) => {
      expect(count).toBeGreaterThan(expected * 0.75);
      expect(count).toBeLessThan(expected * 1.25);
    };
    for (const question of QUESTION_IDS)
      often(drawn.filter((one) => one.id === question).length, drawn.length / QUESTION_IDS.length);
    for (const place of [0, 1, 2])
      often(drawn.filter(({ choices }) => choices[place] === 'right').length, drawn.length / 3);
  });

  it('is scored by the right answers', () => {
    const questions = drawQuestions(7);
    const [first, second] = questions;
    expect(scoreOf(questions, {})).toBe(0);
    if (!first || !second) throw new Error('nothing was drawn');
    expect(scoreOf(questions, { [first.id]: 'right', [second.id]: 'wrong1' })).toBe(1);
    expect(scoreOf(questions, Object.fromEntries(questions.map((one) => [one.id, 'right'])))).toBe(DRAWN);
  });
});

describe('kept scores', () => {
  const score = { day: '2026-11-28', right: 8, total: 10 };
  const stored = () => fakeBrowser.storage.local.get(null);
  beforeEach(resetBrowser);

  it('reading stores nothing', async () => {
    expect(await keptScores()).toEqual([]);
    expect(await stored()).toEqual({});
  });

  it('hold day and score, newest first, a year of them at most', async () => {
    await keepScore({ ...score, right: 3 });
    expect(await keepScore(score)).toEqual([score, { ...score, right: 3 }]);
    expect(await stored()).toEqual({ selfTest: [score, { ...score, right: 3 }] });
    for (let count = 0; count < 60; count += 1) await keepScore(score);
    expect(await keptScores()).toHaveLength(52);
  });

  it('can be taken back and deleted, and then nothing is left', async () => {
    await keepScore({ ...score, right: 3 });
    await keepScore(score);
    expect(await dropNewestScore()).toEqual([{ ...score, right: 3 }]);
    await dropNewestScore();
    expect(await stored()).toEqual({});
    await keepScore(score);
    await deleteScores();
    expect(await stored()).toEqual({});
  });

  it.each([
    ['a text', 'ten'],
    ['another shape', [{ day: '2026-11-28', right: 8, total: 10, name: 'x' }]],
    ['a day that is none', [{ day: '<b>', right: 8, total: 10 }]],
    ['a number that is too large', [{ day: '2026-11-28', right: 1e9, total: 10 }]],
  ])('%s in their place counts as none', async (_what, selfTest) => {
    await fakeBrowser.storage.local.set({ selfTest });
    expect(await keptScores()).toEqual([]);
  });
});
