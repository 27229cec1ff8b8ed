import { RETENTION } from '../../core/log.ts';
import { Choice } from '../parts/choice.tsx';
import { usePage } from '../parts/frame.tsx';
import type { Save } from './page.tsx';
import { Section } from './section.tsx';

export function LogSection({ save }: { readonly save: Save }) {
  const { texts, settings } = usePage();
  const title = 'settings.log.title';
  const notes = {
    brief: [
      texts.say('settings.log.brief-keeps', { days: texts.number(RETENTION.brief.initial) }),
      texts.say('settings.log.brief-forgets'),
    ],
    none: [texts.say('settings.log.none-keeps'), texts.say('settings.log.none-old')],
  };
  return (
    <Section title={texts.say(title)} lead={texts.say('settings.log.lead')}>
      <div class="card">
        {(['brief', 'none'] as const).map((log) => {
          const name = `settings.log.${log}` as const;
          return (
            <Choice
              key={log}
              group="log"
              name={texts.say(name)}
              notes={notes[log]}
              chosen={settings.log === log}
              onChoose={() => save({ name: title, choice: name }, (old) => ({ ...old, log }))}
            />
          );
        })}
      </div>
      <p>
        <a class="arrow-link" href="../log/index.html">
          {texts.say('settings.log.link')}
        </a>
      </p>
    </Section>
  );
}
