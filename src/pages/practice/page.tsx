import { openRuleIndex } from '../../core/matching/rule-index.ts';
import { usePage } from '../parts/frame.tsx';
import { Header, PrivacyLine } from '../parts/header.tsx';
import { RetryNotice } from '../parts/retry-notice.tsx';
import { useRuleFile } from '../parts/use-rule-file.ts';
import { CheckText } from './check.tsx';
import { PracticePosts } from './posts.tsx';

export function PracticePage() {
  const { texts } = usePage();
  const { value: rules, load } = useRuleFile(openRuleIndex);
  return (
    <>
      <Header current="practice" />
      <main class="page">
        <div class="intro">
          <h1>{texts.say('practice.page.title')}</h1>
          <p class="lead">{texts.say('practice.page.lead')}</p>
          <PrivacyLine />
        </div>
        {rules === 'waiting' ? <p role="status">{texts.say('frame.load.waiting')}</p> : null}
        {rules === 'failed' ? (
          <RetryNotice
            text={texts.say('practice.rules.failed')}
            again={texts.say('frame.load.retry')}
            onRetry={load}
          />
        ) : null}
        {typeof rules === 'string' ? null : (
          <>
            <h2>{texts.say('practice.posts.title')}</h2>
            <p class="soft">{texts.say('practice.posts.lead')}</p>
            <PracticePosts rules={rules} />
            <h2>{texts.say('practice.check.title')}</h2>
            <p class="soft">{texts.say('practice.check.lead')}</p>
            <CheckText rules={rules} />
          </>
        )}
      </main>
    </>
  );
}
