import { usePage } from '../parts/frame.tsx';
import { PrivacyLine } from '../parts/header.tsx';
import { HostAccess } from '../parts/host-access.tsx';
import { Icon } from '../parts/icon.tsx';
import type { ScreenProps } from './screen-props.ts';

const DOES = ['welcome.about.reminds', 'welcome.about.sites', 'welcome.about.decides'] as const;
const NEVER = [
  'welcome.about.sends',
  'welcome.about.reports',
  'welcome.about.acts',
  'welcome.about.private',
] as const;

export function AboutScreen({ title }: ScreenProps) {
  const { texts } = usePage();
  return (
    <>
      {title}
      <p class="lead">{texts.say('welcome.about.lead')}</p>
      <PrivacyLine />
      <div class="promises">
        <section class="card promise">
          <h2>{texts.say('welcome.about.does')}</h2>
          <ul>
            {DOES.map((key) => (
              <li key={key}>
                <Icon name="check" />
                <span>{texts.say(key)}</span>
              </li>
            ))}
          </ul>
        </section>
        <section class="card promise">
          <h2>{texts.say('welcome.about.never')}</h2>
          <ul>
            {NEVER.map((key) => (
              <li key={key}>
                <Icon name="away" />
                <span>{texts.say(key)}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <p class="soft">{texts.say('welcome.about.agency')}</p>
      <p class="soft">{texts.say('welcome.about.limits')}</p>
      <HostAccess />
    </>
  );
}
