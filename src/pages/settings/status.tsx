import { STATUSES } from '../../core/reminding/law.ts';
import { Choice } from '../parts/choice.tsx';
import { usePage } from '../parts/frame.tsx';
import { Switch } from '../parts/switch.tsx';
import type { Save } from './page.tsx';
import { Section } from './section.tsx';

export function StatusSection({ save }: { readonly save: Save }) {
  const { texts, settings } = usePage();
  const title = 'settings.status.title';
  const spouse = 'settings.status.spouse';
  return (
    <Section title={texts.say(title)} lead={texts.say('settings.status.lead')}>
      <div class="card">
        {STATUSES.map((status) => {
          const name = `settings.status.${status}` as const;
          return (
            <Choice
              key={status}
              group="status"
              name={texts.say(name)}
              chosen={settings.status === status}
              onChoose={() => save({ name: title, choice: name }, (old) => ({ ...old, status }))}
            />
          );
        })}
        <Switch
          name={texts.say(spouse)}
          note={texts.say('settings.status.spouse-note')}
          on={settings.spouse}
          onChange={(on) => save({ name: spouse, on }, (old) => ({ ...old, spouse: on }))}
        />
      </div>
    </Section>
  );
}
