import { useId, useState } from 'preact/hooks';
import type { Verdict } from '../../core/decision/decide.ts';
import { translate } from '../../core/format/translate.ts';
import type { RuleIndex } from '../../core/matching/rule-index.ts';
import { ACTION_KINDS, type ActionKind, type Finding } from '../../core/types.ts';
import { dictionaries } from '../../reminder/dictionaries.ts';
import { whyText } from '../../reminder/why-text.ts';
import { usePage } from '../parts/frame.tsx';
import { tryOut } from './engine.ts';
import { piecesOf } from './pieces.ts';
import { type SleepingContest, sleepingContests } from './sleeping.ts';

/** A text or a draft is checked while it is written; nothing of it is kept. */
export function CheckText({ rules }: { readonly rules: RuleIndex }) {
  const { texts, settings } = usePage();
  const [text, setText] = useState('');
  const [author, setAuthor] = useState('');
  const [action, setAction] = useState<ActionKind>('post');
  const id = useId();
  const isOwn = action === 'post' || action === 'comment' || action === 'reply' || action === 'quote';
  const content = isOwn ? { text: '', own: text } : { text, author };
  const now = Date.now();
  const { verdict } = tryOut({ site: 'facebook', action, content, now }, rules, settings);
  return (
    <div class="card check">
      <label for={`${id}-text`}>{texts.say('practice.check.text')}</label>
      <textarea
        id={`${id}-text`}
        rows={5}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <div class="check-row">
        <label>
          {texts.say('practice.check.action')}{' '}
          <select
            value={action}
            onChange={({ currentTarget }) => setAction(currentTarget.value as ActionKind)}
          >
            {ACTION_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {texts.say(`action.${kind}.name`)}
              </option>
            ))}
          </select>
        </label>
        {isOwn ? null : (
          <label>
            {texts.say('practice.check.author')}{' '}
            <input value={author} onInput={({ currentTarget }) => setAuthor(currentTarget.value)} />
          </label>
        )}
      </div>
      <p role="status" class="verdict">
        {text.trim() === '' ? '' : texts.say(`practice.verdict.${verdict.kind}`)}
      </p>
      <Sleeping contests={sleepingContests(content, rules, settings.finishedContests, now)} />
      {verdict.kind === 'none' ? null : (
        <Found text={text} field={isOwn ? 'own' : 'text'} verdict={verdict} content={content} rules={rules} />
      )}
    </div>
  );
}

/** Whoever tries a list before its election would else take it for a list that did not arrive. */
function Sleeping({ contests }: { readonly contests: readonly SleepingContest[] }) {
  const { texts } = usePage();
  if (contests.length === 0) return null;
  return (
    <>
      <p>{texts.say('practice.sleeping.title')}</p>
      <ul>
        {contests.map(({ name, begins }) => (
          <li key={name}>
            {begins === null
              ? texts.say('practice.sleeping.over', { name })
              : texts.say('practice.sleeping.begins', { name, day: texts.date(begins) })}
          </li>
        ))}
      </ul>
    </>
  );
}

interface FoundProps {
  readonly text: string;
  readonly field: Finding['field'];
  readonly verdict: Exclude<Verdict, { kind: 'none' }>;
  readonly content: Parameters<typeof whyText>[1];
  readonly rules: RuleIndex;
}

/** The words that were found, marked in the text; the entries; and what stands behind *Mengapa?* */
function Found({ text, field, verdict, content, rules }: FoundProps) {
  const { texts, settings } = usePage();
  const say = (key: string, parameters?: Readonly<Record<string, string | number>>) =>
    translate(dictionaries[texts.language], key, parameters);
  const { rows } = whyText(verdict, content, settings, say);
  const titles = [...new Set(verdict.findings.map(({ entity }) => rules.titleOf(entity)))];
  return (
    <>
      <p class="marked">
        {piecesOf(text, verdict.findings, field).map(({ start, text: piece, isFound }) =>
          isFound ? <mark key={start}>{piece}</mark> : piece,
        )}
      </p>
      <h3>{texts.say('practice.check.entries')}</h3>
      <ul class="entries">
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
      <dl>
        {rows.map((row, index) => (
          <div key={`${row.label} ${row.text}`}>
            <dt>{rows[index - 1]?.label === row.label ? null : row.label}</dt>
            <dd>{row.text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
