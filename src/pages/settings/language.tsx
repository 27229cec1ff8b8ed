import { Choice } from '../parts/choice.tsx';
import { usePage } from '../parts/frame.tsx';
import type { Save } from './page.tsx';
import { Section } from './section.tsx';

export function LanguageSection({ save }: { readonly save: Save }) {
  const { texts, settings } = usePage();
  const title = 'settings.language.title';
  return (
    <Section title={texts.say(title)}>
      <div class="card">
        {(['auto', 'id', 'en'] as const).map((language) => {
          const name = `settings.language.${language}` as const;
          return (
            <Choice
              key={language}
              group="language"
              name={texts.say(name)}
              {...(language === 'auto' ? {} : { lang: language })}
              chosen={settings.language === language}
              onChoose={() => save({ name: title, choice: name }, (old) => ({ ...old, language }))}
            />
          );
        })}
      </div>
    </Section>
  );
}
