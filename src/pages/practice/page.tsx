import { usePage } from '../parts/frame.tsx';
import { Header, PrivacyLine } from '../parts/header.tsx';
import { Notice } from '../parts/notice.tsx';
import { CheckText } from './check.tsx';
import { PracticePosts } from './posts.tsx';
import { useRules } from './use-rules.ts';

export function PracticePage() {
  const { texts } = usePage();
  const { rules, load } = useRules();
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
          <Notice kind="problem" text={texts.say('practice.rules.failed')}>
            <button type="button" class="button" onClick={load}>
              {texts.say('frame.load.retry')}
            </button>
          </Notice>
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
