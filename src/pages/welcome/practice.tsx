import { usePage } from '../parts/frame.tsx';
import { Notice } from '../parts/notice.tsx';
import { EXAMPLES } from '../practice/examples.ts';
import { PracticePost } from '../practice/posts.tsx';
import { useRules } from '../practice/use-rules.ts';
import type { ScreenProps } from './page.tsx';

interface PracticeScreenProps extends ScreenProps {
  onTried(): void;
}

/** One example with the real reminder, and where everything else is. */
export function PracticeScreen({ title, onTried }: PracticeScreenProps) {
  const { texts } = usePage();
  const { rules, load } = useRules();
  const example = EXAMPLES.find(({ kind }) => kind === 'support');
  return (
    <>
      {title}
      <p class="lead">{texts.say('welcome.practice.lead')}</p>
      {rules === 'waiting' ? <p role="status">{texts.say('frame.load.waiting')}</p> : null}
      {rules === 'failed' ? (
        <Notice kind="problem" text={texts.say('practice.rules.failed')}>
          <button type="button" class="button" onClick={load}>
            {texts.say('frame.load.retry')}
          </button>
        </Notice>
      ) : null}
      {typeof rules === 'string' || !example ? null : (
        <PracticePost example={example} rules={rules} onTried={onTried} />
      )}
      <h2>{texts.say('welcome.practice.more')}</h2>
      <ul class="ways">
        {(['practice', 'rules', 'log', 'settings'] as const).map((page) => (
          <li key={page}>
            <a class="arrow-link" href={`../${page}/index.html`}>
              {texts.say(`welcome.practice.${page}`)}
            </a>
          </li>
        ))}
      </ul>
      <p class="soft">{texts.say('welcome.practice.button')}</p>
    </>
  );
}
