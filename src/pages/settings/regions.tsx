import { useId, useState } from 'preact/hooks';
import { usePage } from '../parts/frame.tsx';
import { Switch } from '../parts/switch.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import { PacksFailed } from './packs-failed.tsx';
import type { Save } from './page.tsx';
import { findRegions, regionsOf, withRegion } from './regions.ts';
import { Section } from './section.tsx';

/** Where the person lives or works, out of the regions of the packs; none is all of them. */
export function RegionsSection({ save }: { readonly save: Save }) {
  const { texts, settings } = usePage();
  const { answer: packs, load } = useAnswer('packs.list', null);
  const [typed, setTyped] = useState('');
  const [isWhole, setWhole] = useState(false);
  const id = useId();
  const chosen = settings.regions;
  const regions = typeof packs === 'string' ? [] : regionsOf(packs, chosen);
  const found = findRegions(regions, typed);
  // Some forty lines would hide what comes after: those that are chosen, and the others when they are asked for.
  const shown = typed !== '' || isWhole ? found : found.filter((region) => chosen.includes(region));
  const title = 'settings.regions.title';
  return (
    <Section title={texts.say(title)} lead={texts.say('settings.regions.lead')}>
      <p class="chosen-regions">
        {chosen.length === 0
          ? texts.say('settings.regions.all')
          : texts.say('settings.regions.chosen', { regions: chosen.join(', ') })}
      </p>
      {chosen.length > 0 ? (
        <p>
          <button
            type="button"
            class="button"
            onClick={() =>
              save({ name: title, choice: 'settings.regions.every' }, (old) => ({ ...old, regions: [] }))
            }
          >
            {texts.say('settings.regions.reset')}
          </button>
        </p>
      ) : null}
      {packs === 'waiting' ? <p role="status">{texts.say('settings.packs.waiting')}</p> : null}
      {packs === 'failed' ? <PacksFailed retry={load} /> : null}
      {typeof packs === 'string' ? null : (
        <div class="card">
          <div class="search">
            <label for={id}>{texts.say('settings.regions.search')}</label>
            <input
              class="text-input"
              type="search"
              id={id}
              value={typed}
              autocomplete="off"
              spellcheck={false}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
            <p role="status" class="row-note">
              {typed === '' ? '' : texts.count('settings.regions.found', found.length)}
            </p>
            <button type="button" class="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
              {texts.count('settings.regions.whole', regions.length)}
            </button>
          </div>
          <div class="regions">
            {shown.map((region) => (
              <Switch
                key={region}
                name={region}
                on={chosen.includes(region)}
                onChange={(on) =>
                  save({ title: region, on }, (old) => ({
                    ...old,
                    regions: withRegion(old.regions, region, on),
                  }))
                }
              />
            ))}
          </div>
        </div>
      )}
    </Section>
  );
}
