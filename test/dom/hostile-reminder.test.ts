import { beforeAll, describe, expect, it, vi } from 'vitest';
import general from '../../rules/general.json';
import { compile } from '../../src/core/compile/compile.ts';
import { contentOf, decide } from '../../src/core/decision/decide.ts';
import { createRuleIndex } from '../../src/core/matching/rule-index.ts';
import { readPack } from '../../src/core/pack/pack.ts';
import { EMPTY_MEMORY } from '../../src/core/reminding/fatigue.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import { openReminder } from '../../src/reminder/reminder.ts';
import { reminderText } from '../../src/reminder/reminder-text.ts';
import type { ReminderText } from '../../src/shared/reminder-text.ts';
import { seeded } from '../bench/random.ts';
import { triesOf } from '../extent.ts';
import { hostileMarkup } from '../unit/hostile-markup.ts';

const STRINGS = triesOf(20_000);
/** Strings that one reminder shows at once. */
const AT_ONCE = 19;

let takeAway: () => void = () => undefined;
// jsdom has no top layer, so there is nothing to watch but the word of the test.
vi.mock('../../src/reminder/presence.ts', () => ({
  watchPresence: (_presented: unknown, lost: () => void) => {
    takeAway = lost;
    return { isArmed: () => true, isSeen: () => true, stop: () => undefined };
  },
}));

let root: ShadowRoot;
beforeAll(() => {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    root = attach.call(this, init);
    return root;
  };
  HTMLDialogElement.prototype.showModal = () => undefined;
  HTMLDialogElement.prototype.close = () => undefined;
  document.body.append(document.createElement('main'));
});

const namesOf = (parent: ParentNode) => [...parent.querySelectorAll('*')].map(({ localName }) => localName);

/** Opens a reminder, reads it, and takes it away as a page would. */
async function show(text: ReminderText) {
  const { host, answer } = openReminder(text);
  const dialog = root.querySelector('dialog');
  if (!dialog) throw new Error('no dialog');
  const attributes = [...root.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());
  const seen = {
    names: namesOf(root),
    attributes: [...new Set(attributes)].sort(),
    text: dialog.textContent,
  };
  host.remove();
  takeAway();
  expect(await answer).toBe('closed');
  return seen;
}

const textOf = (next: () => string): ReminderText => ({
  language: 'id',
  title: next(),
  foundLabel: next(),
  found: [next(), next(), next()],
  more: next(),
  rule: next(),
  sanctions: [next()],
  advice: next(),
  local: next(),
  cancel: 'Batalkan',
  proceed: next(),
  holdHelp: '',
  why: {
    title: next(),
    wordsLabel: next(),
    words: { before: next(), word: next(), behind: next() },
    rows: [{ label: next(), text: next() }],
  },
  wrong: next(),
  mutePost: next(),
  look: 0,
});

/** A script that ran would say so. */
const hasRun = () => document.title === '1';

describe('hostile strings in the reminder', () => {
  it('a planted script does run here, so that one that does not is a proof', () => {
    const script = document.createElement('script');
    script.textContent = 'document.title = 1';
    document.body.append(script);
    script.remove();
    expect(hasRun()).toBe(true);
    document.title = '';
  });

  it(`${STRINGS} strings are shown as text: no element, no attribute, no script`, async () => {
    const random = seeded(7);
    const plain = await show(textOf(() => 'kata'));
    const before = namesOf(document).join();
    for (let shown = 0; shown < STRINGS; shown += AT_ONCE) {
      const strings: string[] = [];
      const next = () => {
        const string = hostileMarkup(random, 300);
        strings.push(string);
        return string;
      };
      const { names, attributes, text } = await show(textOf(next));
      expect(names).toEqual(plain.names);
      expect(attributes).toEqual(plain.attributes);
      for (const string of strings) expect(text).toContain(string);
    }
    expect(hasRun()).toBe(false);
    expect(namesOf(document).join()).toBe(before);
  });

  it('from the post to the reminder: text, author, picture text, quote, group and own words', async () => {
    const pack = readPack(general);
    if (!pack.ok) throw new Error(pack.problems.join());
    const rules = createRuleIndex(compile([pack.pack]));
    const random = seeded(11);
    const allowed = new Set((await show({ ...textOf(() => 'kata'), more: '' })).names);
    let reminded = 0;
    for (let round = 0; round < 60; round += 1) {
      const hostile = () => `${hostileMarkup(random, 200)} coblos nomor 2 ${hostileMarkup(random, 200)}`;
      const post = {
        key: 'x:1',
        author: hostile(),
        handle: hostile(),
        text: hostile(),
        hashtags: [],
        alts: [hostile()],
        link: hostile(),
        quoted: { author: hostile(), text: hostile() },
        group: hostile(),
      };
      const content = contentOf(post, hostile());
      const request = {
        site: 'x',
        action: 'like',
        content,
        postKey: 'x:1',
        now: Date.UTC(2026, 10, 28),
      } as const;
      const verdict = decide(request, rules, defaultSettings(), EMPTY_MEMORY);
      if (verdict.kind !== 'remind') continue;
      reminded += 1;
      const { names } = await show(
        reminderText(request, verdict, {
          language: 'id',
          settings: defaultSettings(),
          turn: round,
        }),
      );
      expect(names.filter((name) => !allowed.has(name))).toEqual([]);
      expect(names.filter((name) => name === 'button')).toHaveLength(4);
    }
    expect(reminded).toBeGreaterThan(50);
    expect(hasRun()).toBe(false);
  });
});
