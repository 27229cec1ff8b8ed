import { type Dictionary, translate } from '../core/translate.ts';
import type { Finding } from '../core/types.ts';
import type { ReminderText } from '../shared/reminder-text.ts';
import type { HeldAction } from './held-action.ts';

const SHOWN_WORDS = 4;
const WORD_LENGTH = 80;

export function reminderText(held: HeldAction, language: 'id' | 'en', dictionary: Dictionary): ReminderText {
  const { findings, stage, clauses } = held.verdict;
  const { action } = held.request;
  const say = (key: string, parameters?: Record<string, string | number>) =>
    translate(dictionary, key, parameters);
  const words = distinctWords(findings);
  const isOwn = findings.length > 0 && findings.every((finding) => finding.field === 'own');
  const kind = action === 'upload' ? 'photo' : 'rule';
  return {
    language,
    title: say('reminder.title'),
    foundLabel: say(isOwn ? 'reminder.foundOwn' : 'reminder.found'),
    found: words.slice(0, SHOWN_WORDS),
    more: words.length > SHOWN_WORDS ? say('reminder.more', { count: words.length - SHOWN_WORDS }) : '',
    rule: say(`reminder.${kind}.${stage}`, { action: say(`reminder.action.${action}`) }),
    // Without a known stage neither sanction may be promised.
    sanctions:
      stage === 'unknown' ? [] : clauses.map((clause) => say(`reminder.sanction.${clause.sanction}`)),
    local: say('reminder.local'),
    cancel: say('reminder.cancel'),
    proceed: say('reminder.continue'),
  };
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
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > WORD_LENGTH ? `${line.slice(0, WORD_LENGTH).toWellFormed()}…` : line;
}
