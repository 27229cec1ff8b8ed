import { STRICTNESSES } from '../../core/reminding/decision-table.ts';
import { Choice } from '../parts/choice.tsx';
import { usePage } from '../parts/frame.tsx';
import type { Save } from './page.tsx';
import { Section } from './section.tsx';
import { StrictnessPreview } from './strictness-preview.tsx';

export function StrictnessSection({ save }: { readonly save: Save }) {
  const { texts, settings } = usePage();
  const title = 'settings.strictness.title';
  return (
    <Section title={texts.say(title)} lead={texts.say('settings.strictness.lead')}>
      <div class="card">
        {STRICTNESSES.map((strictness) => {
          const name = `settings.strictness.${strictness}` as const;
          return (
            <Choice
              key={strictness}
              group="strictness"
              name={texts.say(name)}
              notes={[texts.say(`${name}-note`)]}
              chosen={settings.strictness === strictness}
              onChoose={() => save({ name: title, choice: name }, (old) => ({ ...old, strictness }))}
            />
          );
        })}
      </div>
      <StrictnessPreview />
    </Section>
  );
}
