// No document is asked for.
// @vitest-environment node

import { expect, test, vi } from 'vitest';
import { createDecisions, decideAnew } from '../../src/content/decisions.ts';
import type { DecisionRequest } from '../../src/core/decision/decide.ts';
import { EMPTY_MEMORY } from '../../src/core/reminding/fatigue.ts';
import type { Content } from '../../src/core/types.ts';
import { loaded } from './interceptor.ts';

const content = {
  text: 'Hujan deras',
  own: 'Hati-hati',
  author: 'Tari Uji',
  handle: 'tari.uji',
  alts: ['Payung', 'Jalan'],
  link: 'Cuaca',
  quoted: 'Kabar',
  group: 'Warga',
} satisfies Required<Content>;
const request: DecisionRequest = { site: 'x', action: 'like', content, postKey: '/p/1', now: 1_000_000 };
const snapshot = { ...loaded, pause: undefined };

function asked() {
  const anew = vi.fn(decideAnew);
  return { anew, decide: createDecisions(anew) };
}

/** The same texts in other objects, as they are read from the page again. */
const readAgain = (): DecisionRequest => JSON.parse(JSON.stringify(request));

test('the same question in the same state is decided once', () => {
  const { anew, decide } = asked();
  const verdict = decide(request, snapshot, EMPTY_MEMORY);
  expect(decide(readAgain(), { ...snapshot, pause: { until: 1 } }, EMPTY_MEMORY)).toBe(verdict);
  expect(decide({ ...readAgain(), now: request.now + 9_999 }, snapshot, EMPTY_MEMORY)).toBe(verdict);
  expect(anew).toHaveBeenCalledTimes(1);
});

const other = 'Coblos nomor 2';
test.each([
  ...Object.keys(content).map((field): [string, Partial<DecisionRequest>] => [
    field,
    { content: { ...content, [field]: field === 'alts' ? ['Payung', other] : other } },
  ]),
  ...Object.keys(content).map((field): [string, Partial<DecisionRequest>] => [
    `no ${field}`,
    { content: { ...content, [field]: undefined } },
  ]),
  ['one alt more', { content: { ...content, alts: [...content.alts, other] } }],
  ['one alt less', { content: { ...content, alts: ['Payung'] } }],
  ['site', { site: 'facebook' }],
  ['action', { action: 'repost' }],
  ['post', { postKey: '/p/2' }],
  ['ten seconds later', { now: request.now + 10_000 }],
  ['a clock that was put back', { now: request.now - 1 }],
] satisfies [string, Partial<DecisionRequest>][])('another question is decided anew: %s', (_name, change) => {
  const { anew, decide } = asked();
  decide(request, snapshot, EMPTY_MEMORY);
  const changed = { ...request, ...change };
  expect(decide(changed, snapshot, EMPTY_MEMORY)).toEqual(decideAnew(changed, snapshot, EMPTY_MEMORY));
  expect(anew).toHaveBeenCalledTimes(2);
});

test('other rules, settings or reminders are another question', () => {
  const { anew, decide } = asked();
  decide(request, snapshot, EMPTY_MEMORY);
  decide(request, { ...snapshot, rules: { ...snapshot.rules } }, EMPTY_MEMORY);
  decide(request, { ...snapshot, settings: { ...snapshot.settings } }, EMPTY_MEMORY);
  decide(request, snapshot, { ...EMPTY_MEMORY });
  expect(anew).toHaveBeenCalledTimes(4);
});

test('the last four questions are remembered, and no more', () => {
  const { anew, decide } = asked();
  const ask = (post: number) => decide({ ...request, postKey: `/p/${post}` }, snapshot, EMPTY_MEMORY);
  for (const post of [1, 2, 3, 4, 1, 2, 3, 4]) ask(post);
  expect(anew).toHaveBeenCalledTimes(4);
  ask(5);
  ask(1);
  expect(anew).toHaveBeenCalledTimes(6);
});
