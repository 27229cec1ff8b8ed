import { openRuleIndex } from '../../core/matching/rule-index.ts';
import { usePage } from '../parts/frame.tsx';
import { RetryNotice } from '../parts/retry-notice.tsx';
import { useRuleFile } from '../parts/use-rule-file.ts';
import { EXAMPLES } from '../practice/examples.ts';
import { PracticePost } from '../practice/posts.tsx';
import type { ScreenProps } from './screen-props.ts';

interface PracticeScreenProps extends ScreenProps {
  onTried(): void;
}

/** One example with the real reminder, and where everything else is. */
export function PracticeScreen({ title, onTried }: PracticeScreenProps) {
  const { texts } = usePage();
  const { value: rules, load } = useRuleFile(openRuleIndex);
  const example = EXAMPLES.find(({ kind }) => kind === 'support');
  return (
    <>
      {title}
      <p class="lead">{texts.say('welcome.practice.lead')}</p>
      {rules === 'waiting' ? <p role="status">{texts.say('frame.load.waiting')}</p> : null}
      {rules === 'failed' ? (
        <RetryNotice
          text={texts.say('practice.rules.failed')}
          again={texts.say('frame.load.retry')}
          onRetry={load}
        />
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
