import { useRef, useState } from 'preact/hooks';
import type { RuleIndex } from '../../core/matching/rule-index.ts';
import type { ActionKind } from '../../core/types.ts';
import { showHint } from '../../reminder/hint.ts';
import { type Answer, openReminder, outcomeOf } from '../../reminder/reminder.ts';
import { hintText, reminderText } from '../../reminder/reminder-text.ts';
import { usePage } from '../parts/frame.tsx';
import { tryOut } from './engine.ts';
import { EXAMPLES, type Example } from './examples.ts';

/** Example posts with buttons that do nothing but ask the real engine, and show the real reminder. */
export function PracticePosts({ rules }: { readonly rules: RuleIndex }) {
  return (
    <ul class="posts">
      {EXAMPLES.map((example) => (
        <li key={example.text}>
          <PracticePost example={example} rules={rules} />
        </li>
      ))}
    </ul>
  );
}

type Result = 'none' | 'hint' | ReturnType<typeof outcomeOf>;
/** Another look each time, as in a tab. */
let turn = 0;

interface PracticePostProps {
  readonly example: Example;
  readonly rules: RuleIndex;
  /** After a press that passed, and after a reminder that was answered. */
  onTried?(): void;
}

export function PracticePost({ example, rules, onTried }: PracticePostProps) {
  const { texts, settings } = usePage();
  const [result, setResult] = useState<Result>();
  const end = (next: Result) => {
    setResult(next);
    onTried?.();
  };
  const pressed = useRef(0);
  const { site, author, text, actions, kind } = example;

  const press = (action: ActionKind, button: Element) => {
    pressed.current += 1;
    const number = pressed.current;
    const content = { text, author, own: '' };
    const { request, verdict } = tryOut({ site, action, content, now: Date.now() }, rules, settings);
    if (verdict.kind === 'none') {
      end('none');
    } else if (verdict.kind === 'hint') {
      showHint(hintText(verdict, texts.language, 0), texts.language, button);
      end('hint');
    } else {
      const options = { language: texts.language, settings, turn };
      turn += 1;
      openReminder(reminderText(request, verdict, options)).answer.then((answer: Answer) => {
        if (number === pressed.current) end(outcomeOf(answer));
      });
    }
  };

  return (
    <article class={`post post-${site}`} aria-label={texts.say(`practice.kind.${kind}`)}>
      <p class="post-head">
        <strong>{author}</strong> <span class="soft">{texts.say(`site.${site}.name`)}</span>
      </p>
      <p lang="id">{text}</p>
      <p class="post-actions">
        {actions.map((action) => (
          <button
            key={action}
            type="button"
            class="button"
            onClick={({ currentTarget }) => press(action, currentTarget)}
          >
            {texts.say(`action.${action}.name`)}
          </button>
        ))}
      </p>
      <p role="status" class="soft">
        {result === undefined ? texts.say(`practice.kind.${kind}`) : texts.say(`practice.result.${result}`)}
      </p>
    </article>
  );
}
