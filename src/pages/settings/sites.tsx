import { SITE_IDS } from '../../core/types.ts';
import { usePage } from '../parts/frame.tsx';
import { HostAccess } from '../parts/host-access.tsx';
import { Switch } from '../parts/switch.tsx';
import type { Save } from './page.tsx';
import { Section } from './section.tsx';

export function SitesSection({ save }: { readonly save: Save }) {
  const { texts, settings } = usePage();
  return (
    <Section title={texts.say('settings.sites.title')} lead={texts.say('settings.sites.lead')}>
      <HostAccess isQuiet />
      <div class="card">
        {SITE_IDS.map((site) => {
          const name = `site.${site}.name` as const;
          return (
            <Switch
              key={site}
              name={texts.say(name)}
              on={settings.sites[site]}
              onChange={(on) =>
                save({ name, on }, (old) => ({ ...old, sites: { ...old.sites, [site]: on } }))
              }
            />
          );
        })}
      </div>
    </Section>
  );
}
