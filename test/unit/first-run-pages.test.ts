import { describe, expect, it } from 'vitest';
import { loadPacks } from '../../src/cli/packs.ts';
import { compile } from '../../src/core/compile/compile.ts';
import { RETENTION } from '../../src/core/log/log.ts';
import { createRuleIndex } from '../../src/core/matching/rule-index.ts';
import { answerTo, STRICTNESSES } from '../../src/core/reminding/decision-table.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import { logLevelNotes } from '../../src/pages/parts/log-level-notes.ts';
import { previewOf } from '../../src/pages/settings/strictness-preview.tsx';
import { textsFor } from '../../src/pages/texts.ts';
import { afterScreen, beforeScreen, SCREENS, screenOf } from '../../src/pages/welcome/screens.ts';

const rules = createRuleIndex(compile(loadPacks([])));
/** No contest is active then: the examples must work on any day. */
const NOW = Date.parse('2026-11-28T12:00:00+07:00');

describe('preview of strictness', () => {
  const preview = (changes = {}) =>
    previewOf(rules, { ...defaultSettings(), ...changes }, NOW).map(
      ({ kind, action, answers }) => `${kind} ${action}: ${answers.join(' ')}`,
    );

  it('shows every step of the table that the examples stand for', () => {
    expect(preview()).toEqual([
      'ordinary share: none none none',
      'official share: none none hint',
      'friend like: none hint hint',
      'friend share: none hint remind',
      'news like: none hint remind',
      'news share: hint remind remind',
      'campaign like: hint remind remind',
      'campaign share: remind remind remind',
      'own comment: remind remind remind',
    ]);
    const asked = STRICTNESSES.map((one) => answerTo('press', 'cue', 'share', one, false)).join(' ');
    expect(preview()).toContain(`news share: ${asked}`);
  });

  it('does not depend on sites and actions that are switched off', () => {
    const { sites, actions } = defaultSettings();
    const off = { sites: { ...sites, facebook: false }, actions: { ...actions, share: false } };
    expect(preview(off)).toEqual(preview());
  });
});

describe('words of a level of the log', () => {
  it.each(['id', 'en'] as const)('say what it keeps and for how long, in %s', (language) => {
    const texts = textsFor(language);
    const retention = { brief: 12, detailed: 3 };
    const notes = (level: 'none' | 'brief' | 'detailed') => logLevelNotes(level, retention, texts).join(' ');
    expect(notes('none')).not.toMatch(/\d/);
    expect(notes('brief')).toContain('12');
    expect(notes('detailed')).toMatch(/12.*\b3\b.*140/);
    expect(RETENTION.detailed.most).toBeLessThan(RETENTION.brief.most);
  });
});

describe('screens of the first run', () => {
  it('are at most three, each with an address, and any other address is the first', () => {
    expect(SCREENS.length).toBeLessThanOrEqual(3);
    expect(SCREENS.map((screen) => screenOf(`#${screen}`))).toEqual([...SCREENS]);
    expect(['', '#', '#x', '#__proto__', '#about '].map(screenOf)).toEqual(Array(5).fill('about'));
    expect(SCREENS.map(afterScreen)).toEqual(['choices', 'practice', undefined]);
    expect(SCREENS.map(beforeScreen)).toEqual([undefined, 'about', 'choices']);
  });
});
