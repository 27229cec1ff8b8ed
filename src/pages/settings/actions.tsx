import { usePage } from '../parts/frame.tsx';
import { Switch } from '../parts/switch.tsx';
import { ACTION_GROUPS } from './action-groups.ts';
import type { Save } from './page.tsx';
import { Section } from './section.tsx';

export function ActionsSection({ save }: { readonly save: Save }) {
  const { texts, settings } = usePage();
  return (
    <Section title={texts.say('settings.actions.title')} lead={texts.say('settings.actions.lead')}>
      <div class="groups">
        {ACTION_GROUPS.map((group) => (
          <fieldset class="card group" key={group.title}>
            <legend>
              <h3>{texts.say(group.title)}</h3>
            </legend>
            {group.actions.map((action) => {
              const name = `action.${action}.name` as const;
              return (
                <Switch
                  key={action}
                  name={texts.say(name)}
                  on={settings.actions[action]}
                  onChange={(on) =>
                    save({ name, on }, (old) => ({ ...old, actions: { ...old.actions, [action]: on } }))
                  }
                />
              );
            })}
          </fieldset>
        ))}
      </div>
    </Section>
  );
}
