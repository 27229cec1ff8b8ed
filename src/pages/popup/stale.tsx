import { usePage } from '../parts/frame.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import { useMessage } from '../parts/use-message.ts';

/**
 * Signed lists past their day, lost by the browser, or signed twice under one number: protection goes on with them, and somebody should know.
 */
export function StaleLists() {
  const { texts } = usePage();
  const { answer, load } = useAnswer('sources.list', null);
  useMessage('sources.changed', load);
  const sources = typeof answer === 'string' ? [] : answer;
  const stale = sources.filter(({ active }) => active?.stale).length;
  const isTwice = sources.some(({ equivocations }) => equivocations.some(({ seen }) => !seen));
  const isGone = sources.some(({ damage }) => damage === 'gone');
  return (
    <>
      {isGone ? <p class="popup-note">{texts.say('popup.listGone')}</p> : null}
      {isTwice ? <p class="popup-note">{texts.say('popup.twice')}</p> : null}
      {stale > 0 ? <p class="popup-note">{texts.count('popup.stale', stale)}</p> : null}
    </>
  );
}
