import { usePage } from '../parts/frame.tsx';
import { useAnswer } from '../parts/use-answer.ts';

/** Signed lists past their day: protection goes on with them, and somebody should know. */
export function StaleLists() {
  const { texts } = usePage();
  const { answer } = useAnswer('sources.list', null);
  const stale = typeof answer === 'string' ? 0 : answer.filter(({ active }) => active?.stale).length;
  return stale > 0 ? <p class="popup-note">{texts.count('popup.stale', stale)}</p> : null;
}
