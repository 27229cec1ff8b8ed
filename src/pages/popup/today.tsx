import { useEffect, useState } from 'preact/hooks';
import { civilDate } from '../../core/reminding/stage.ts';
import { send } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';

/** How many reminders there were today, from memory: it counts at every level of the log and names nothing. */
export function Today() {
  const { texts } = usePage();
  const [count, setCount] = useState<number>();
  useEffect(() => {
    send('memory.show', null).then(
      ({ day, shown }) => setCount(day === civilDate(Date.now()) ? shown : 0),
      // A background that does not answer is shown by the state of the tab.
      () => undefined,
    );
  }, []);
  return count === undefined ? null : <p class="popup-note">{texts.count('popup.today', count)}</p>;
}
