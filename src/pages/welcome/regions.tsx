import { useEffect, useState } from 'preact/hooks';
import { type PackState, send } from '../../shared/messages.ts';
import { Choice } from '../parts/choice.tsx';
import { usePage } from '../parts/frame.tsx';
import type { Save } from '../settings/page.tsx';
import { Section } from '../settings/section.tsx';

/** Regions of the packs, once each, in the order of the alphabet. */
export function regionsOf(packs: readonly PackState[]): readonly string[] {
  const regions = packs.flatMap(({ contests }) => contests.flatMap(({ region }) => region ?? []));
  return [...new Set(regions)].sort((one, other) => one.localeCompare(other, 'id'));
}

export function RegionsSection({ save }: { readonly save: Save }) {
  const { texts, settings } = usePage();
  const [known, setKnown] = useState<readonly string[]>([]);
  const [isNarrowed, setNarrowed] = useState(settings.regions.length > 0);
  useEffect(() => {
    send('packs.list', null).then(
      (packs) => setKnown(regionsOf(packs)),
      // All regions is what is left to choose then, and what is chosen already.
      () => undefined,
    );
  }, []);
  const title = 'welcome.regions.title';
  return (
    <Section title={texts.say(title)} lead={texts.say('welcome.regions.lead')}>
      <div class="card">
        <Choice
          group="regions"
          name={texts.say('welcome.regions.all')}
          chosen={!isNarrowed}
          onChoose={() => {
            setNarrowed(false);
            save({ name: title, choice: 'welcome.regions.all' }, (old) => ({ ...old, regions: [] }));
          }}
        />
        <Choice
          group="regions"
          name={texts.say('welcome.regions.some')}
          notes={[texts.say('welcome.regions.some-note')]}
          chosen={isNarrowed}
          onChoose={() => setNarrowed(true)}
        />
        {isNarrowed ? (
          <fieldset class="regions">
            <legend class="hidden">{texts.say('welcome.regions.some')}</legend>
            {[...new Set([...known, ...settings.regions])].map((region) => (
              <label class="region" key={region}>
                <input
                  type="checkbox"
                  checked={settings.regions.includes(region)}
                  onChange={({ currentTarget: { checked } }) =>
                    save({ title: region, on: checked }, (old) => {
                      const others = old.regions.filter((name) => name !== region);
                      return { ...old, regions: checked ? [...others, region] : others };
                    })
                  }
                />
                <span>{region}</span>
              </label>
            ))}
          </fieldset>
        ) : null}
      </div>
    </Section>
  );
}
