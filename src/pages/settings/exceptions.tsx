import { usePage } from '../parts/frame.tsx';
import type { Save } from './page.tsx';
import { Section } from './section.tsx';

/** Entries that the person does not want to hear of; absent while there are none. */
export function ExceptionsSection({ save }: { readonly save: Save }) {
  const { texts, settings } = usePage();
  if (settings.exceptions.length === 0) return null;
  return (
    <Section title={texts.say('settings.exceptions.title')} lead={texts.say('settings.exceptions.lead')}>
      <ul class="card quiet">
        {settings.exceptions.map((name) => (
          <li key={name}>
            <button
              type="button"
              class="button"
              onClick={() =>
                save({ title: texts.say('settings.exceptions.name', { name }), on: false }, (old) => ({
                  ...old,
                  exceptions: old.exceptions.filter((other) => other !== name),
                }))
              }
            >
              {texts.say('settings.exceptions.remove', { name })}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
