import { useEffect, useState } from 'preact/hooks';
import { QUIET_AFTER } from '../../core/reminding/fatigue.ts';
import { type SharedMemory, send } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import { Notice } from '../parts/notice.tsx';
import type { Save } from './page.tsx';
import { Section } from './section.tsx';
import { WrongExport } from './wrong-export.tsx';

type State = SharedMemory | 'waiting' | 'failed';

/** What the memory of reminders holds back now, and how to end it. */
export function QuietSection({ save }: { readonly save: Save }) {
  const { texts, settings } = usePage();
  const [memory, setMemory] = useState<State>('waiting');
  const [isForgotten, setForgotten] = useState(false);
  const load = () => {
    send('memory.show', null).then(setMemory, () => setMemory('failed'));
  };
  useEffect(load, []);
  const forget = () => {
    send('memory.forget', null).then(
      () => {
        setForgotten(true);
        load();
      },
      () => setMemory('failed'),
    );
  };
  const { coolDown, dailyBudget } = settings.fatigue;
  const lead = texts.say('settings.quiet.lead', {
    minutes: texts.number(coolDown),
    budget: texts.number(dailyBudget),
    times: texts.number(QUIET_AFTER),
  });
  return (
    <Section title={texts.say('settings.quiet.title')} lead={lead}>
      {memory === 'waiting' ? <p role="status">{texts.say('settings.quiet.waiting')}</p> : null}
      {memory === 'failed' ? <Notice kind="problem" text={texts.say('settings.quiet.failed')} /> : null}
      {typeof memory === 'string' ? null : (
        <div class="card quiet">
          <ul>
            <li>{texts.count('settings.quiet.today', memory.shown)}</li>
            <li>{texts.count('settings.quiet.decided', countDecided(memory))}</li>
            <li>{texts.count('settings.quiet.wrong', memory.wrong.length)}</li>
          </ul>
          {memory.wrong.length > 0 ? (
            <button
              type="button"
              class="button"
              onClick={() =>
                save({ name: 'settings.exceptions.title', on: true }, (old) => ({
                  ...old,
                  exceptions: [...new Set([...old.exceptions, ...memory.wrong])],
                }))
              }
            >
              {texts.say('settings.quiet.keep')}
            </button>
          ) : null}
          {memory.detections.length > 0 ? <WrongExport detections={memory.detections} /> : null}
          <button type="button" class="button" onClick={forget}>
            {texts.say('settings.quiet.forget')}
          </button>
        </div>
      )}
      <p role="status">{isForgotten ? texts.say('settings.quiet.forgotten') : ''}</p>
    </Section>
  );
}

function countDecided({ entities }: SharedMemory): number {
  return entities.filter(({ continued }) => continued >= QUIET_AFTER).length;
}
