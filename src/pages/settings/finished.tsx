import { usePage } from '../parts/frame.tsx';
import { Switch } from '../parts/switch.tsx';
import type { Save } from './page.tsx';
import { Section } from './section.tsx';

export function FinishedSection({ save }: { readonly save: Save }) {
  const { texts, settings } = usePage();
  const name = 'settings.finished.name';
  return (
    <Section title={texts.say('settings.finished.title')} lead={texts.say('settings.finished.lead')}>
      <div class="card">
        <Switch
          name={texts.say(name)}
          note={texts.say('settings.finished.note')}
          on={settings.finishedContests}
          onChange={(on) => save({ name, on }, (old) => ({ ...old, finishedContests: on }))}
        />
      </div>
    </Section>
  );
}
