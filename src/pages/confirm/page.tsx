import { ARMING_MS } from '../../reminder/presence.ts';
import type { ReminderText } from '../../shared/reminder-text.ts';
import type { Texts } from '../texts.ts';

interface QuestionProps {
  readonly text: ReminderText;
  /** `performance.now()` when the page was shown. */
  readonly opened: number;
  answer(outcome: 'cancelled' | 'continued'): void;
}

/** What the reminder says, with the same two answers. */
export function Question({ text, opened, answer }: QuestionProps) {
  const onClick = (outcome: 'cancelled' | 'continued') => (event: MouseEvent) => {
    const isDeliberate = event.isTrusted && event.detail <= 1 && event.timeStamp - opened >= ARMING_MS;
    if (isDeliberate) answer(outcome);
  };
  return (
    <main class="question" aria-labelledby="title">
      <h1 id="title">{text.title}</h1>
      <p>
        {text.foundLabel} {text.found.map((word) => [<q key={word}>{word}</q>, ' '])}
        {text.more}
      </p>
      <p>{text.rule}</p>
      {text.sanctions.map((sanction) => (
        <p class="sanction" key={sanction}>
          {sanction}
        </p>
      ))}
      {text.advice === '' ? null : <p>{text.advice}</p>}
      <details>
        <summary>{text.why.title}</summary>
        <p>
          {text.why.wordsLabel}: {text.why.words.before}
          <q>{text.why.words.word}</q>
          {text.why.words.behind}
        </p>
        {text.why.rows.map(({ label, text: row }) => (
          <p key={`${label} ${row}`}>
            <strong>{label}.</strong> {row}
          </p>
        ))}
      </details>
      <div class="answers">
        <button class="button button-main" type="button" onClick={onClick('cancelled')}>
          {text.cancel}
        </button>
        <button class="button" type="button" onClick={onClick('continued')}>
          {text.proceed}
        </button>
      </div>
      <p>{text.local}</p>
    </main>
  );
}

/** The frame was closed or has reloaded: there is nothing left to decide. */
export function Gone({ texts }: { readonly texts: Texts }) {
  return (
    <main class="question">
      <h1>{texts.say('confirm.gone.title')}</h1>
      <p>{texts.say('confirm.gone.text')}</p>
    </main>
  );
}
