import type { DecisionRequest, Grounds } from '../core/decision/decide.ts';
import { onOneLine } from '../core/format/one-line.ts';
import { type Parameters, translate } from '../core/format/translate.ts';
import { ruleOf, sanctionsOf } from '../core/reminding/law.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { ActionKind, Finding } from '../core/types.ts';
import type { Language } from '../shared/locale.ts';
import { LOOKS, type ReminderText } from '../shared/reminder-text.ts';
import { dictionaries } from './dictionaries.ts';
import { whyText } from './why-text.ts';

const SHOWN_WORDS = 4;
const WORD_LENGTH = 80;

/** The gravest actions ask for more than a press. */
const HELD_LONGER: ReadonlySet<ActionKind> = new Set(['post', 'upload', 'join']);

export interface ReminderTextOptions {
  readonly language: Language;
  readonly settings: Pick<Settings, 'status' | 'spouse'>;
  /** Number of reminders before this one: the look is another each time. */
  readonly turn: number;
}

export function reminderText(
  request: DecisionRequest,
  grounds: Grounds,
  options: ReminderTextOptions,
): ReminderText {
  const { language, settings, turn } = options;
  const { findings, stage, clauses, occasion } = grounds;
  const { action, content } = request;
  const say = (key: string, parameters?: Parameters) => translate(dictionaries[language], key, parameters);
  const words = distinctWords(findings);
  const isOwn = findings.length > 0 && findings.every((finding) => finding.field === 'own');
  const isHeldLonger = HELD_LONGER.has(action);
  const kind = action === 'upload' ? 'photo' : 'rule';
  const { status } = settings;
  const sanctions = ruleOf(status) ? [status] : sanctionsOf(clauses);
  return {
    language,
    title: say('reminder.title'),
    foundLabel: say(isOwn ? 'reminder.foundOwn' : 'reminder.found'),
    found: words.slice(0, SHOWN_WORDS),
    more: words.length > SHOWN_WORDS ? say('reminder.more', { count: words.length - SHOWN_WORDS }) : '',
    rule: say(`reminder.${kind}.${stage}`, { action: say(`reminder.action.${action}`) }),
    // Without a known stage no sanction may be promised.
    sanctions: stage === 'unknown' ? [] : sanctions.map((sanction) => say(`reminder.sanction.${sanction}`)),
    advice: action === 'upload' ? say('reminder.advice.photo') : '',
    local: say('reminder.local'),
    cancel: say('reminder.cancel'),
    proceed: say(isHeldLonger ? 'reminder.hold' : 'reminder.continue'),
    holdHelp: isHeldLonger ? say('reminder.holdHelp') : '',
    why: whyText(grounds, content, settings, say),
    wrong: say('reminder.wrong'),
    mutePost: occasion.post === '' ? '' : say('reminder.mutePost'),
    look: turn % LOOKS,
  };
}

/** What the small sign says beside an action that passes. */
export function hintText({ findings, calmed }: Grounds, language: Language, continued: number): string {
  const [word = ''] = distinctWords(findings);
  return translate(dictionaries[language], `hint.${calmed ?? 'named'}`, {
    word: `“${word}”`,
    count: continued,
  });
}

/** Campaign cues first, because they are the reason for the reminder; the same words in capitals are the same words. */
function distinctWords(findings: readonly Finding[]): string[] {
  const words = new Map<string, string>();
  for (const isCue of [true, false]) {
    for (const { signal, text } of findings) {
      const word = shorten(text);
      const key = word.toLowerCase();
      if ((signal === 'campaign') === isCue && !words.has(key)) words.set(key, word);
    }
  }
  return [...words.values()];
}

function shorten(text: string): string {
  const line = onOneLine(text).trim();
  return line.length > WORD_LENGTH ? `${line.slice(0, WORD_LENGTH).toWellFormed()}…` : line;
}
