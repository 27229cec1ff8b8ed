import type { Grounds } from '../core/decision/decide.ts';
import { onOneLine } from '../core/format/one-line.ts';
import type { Parameters } from '../core/format/translate.ts';
import {
  type Clause,
  DUTY,
  type LegalSource,
  ruleOf,
  SPOUSE_RULE,
  sanctionsOf,
} from '../core/reminding/law.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { Content, Finding } from '../core/types.ts';
import type { WhyText, WordsInContext } from '../shared/reminder-text.ts';

type Say = (key: string, parameters?: Parameters) => string;

/** What stands behind *Mengapa?*: the words in their place, the entry, the stage, the forms with basis and source. */
export function whyText(
  grounds: Grounds,
  content: Content,
  { status, spouse }: Pick<Settings, 'status' | 'spouse'>,
  say: Say,
): WhyText {
  const { clauses, stage, entry, leading } = grounds;
  const row = (label: string, text: string) => ({ label: say(label), text });
  const sanctions = stage === 'unknown' ? ['unknown'] : sanctionsOf(clauses);
  const rule = ruleOf(status);
  const sources: LegalSource[] = [
    ...clauses,
    ...(rule ? [rule] : []),
    DUTY,
    ...(spouse ? [SPOUSE_RULE] : []),
  ];
  return {
    title: say('why.title'),
    wordsLabel: say('why.words'),
    words: inContext(leading, content),
    rows: [
      row('why.entry', say('why.entryOf', entry)),
      row('why.stage', say(`why.stage.${stage}`)),
      ...clauses.map((clause) => row('why.form', formText(clause, say))),
      ...sanctions.map((sanction) =>
        row('why.sanction', rule ? say(`reminder.sanction.${status}`) : say(`why.sanction.${sanction}`)),
      ),
      row('why.duty', say('why.duty.text')),
      ...(spouse ? [row('why.spouse', say('why.spouse.text'))] : []),
      row('why.allowed', say('why.allowed.text')),
      row('why.ask', say('why.ask.text')),
      ...sources.map((source) => row('why.sources', sourceText(source, say))),
    ],
  };
}

function formText({ id, basis }: Clause, say: Say): string {
  return `${say(`why.clause.${id}`)} ${say('why.basis', { basis })}`;
}

function sourceText({ basis, sources, confidence }: LegalSource, say: Say): string {
  return `${basis}: ${sources.join('; ')} (${say(`why.confidence.${confidence}`)})`;
}

/** UTF-16 units on each side of the words. */
const AROUND = 60;

function inContext({ field, index, start, end }: Finding, content: Content): WordsInContext {
  const value = content[field];
  const text = (typeof value === 'string' ? value : value?.[index]) ?? '';
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  const before = `${from > 0 ? '…' : ''}${text.slice(from, start).toWellFormed()}`;
  const behind = `${text.slice(end, to).toWellFormed()}${to < text.length ? '…' : ''}`;
  return { before: onOneLine(before), word: onOneLine(text.slice(start, end)), behind: onOneLine(behind) };
}
