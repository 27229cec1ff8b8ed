import type { EntryName } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import type { Texts } from '../texts.ts';
import type { Save } from './page.tsx';
import { Section } from './section.tsx';

/** Entries that the person does not want to hear of; absent while there are none. */
export function ExceptionsSection({ save }: { readonly save: Save }) {
  const { texts, settings } = usePage();
  if (settings.exceptions.length === 0) return null;
  return (
    <Section title={texts.say('settings.exceptions.title')} lead={texts.say('settings.exceptions.lead')}>
      <Exceptions ids={settings.exceptions} save={save} />
    </Section>
  );
}

function Exceptions({ ids, save }: { readonly ids: readonly string[]; readonly save: Save }) {
  const { texts } = usePage();
  const { answer } = useAnswer('entries.name', ids);
  if (answer === 'waiting') return <p role="status">{texts.say('settings.packs.waiting')}</p>;
  const names = new Map((answer === 'failed' ? [] : answer).map((entry) => [entry.id, entry]));
  return (
    <ul class="card exceptions">
      {ids.map((id) => {
        const name = names.get(id)?.title ?? id;
        return (
          <li key={id}>
            <span class="row-words">
              <span class="row-name">{name}</span>
              <span class="row-note">{placeOf(names.get(id), texts)}</span>
            </span>
            <button
              type="button"
              class="button"
              aria-label={texts.say('settings.exceptions.remove-one', { name })}
              onClick={() =>
                save({ title: texts.say('settings.exceptions.name', { name }), on: false }, (old) => ({
                  ...old,
                  exceptions: old.exceptions.filter((other) => other !== id),
                }))
              }
            >
              {texts.say('settings.exceptions.remove')}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Contest and pack of an entry. */
function placeOf(entry: EntryName | undefined, texts: Texts): string {
  if (!entry) return texts.say('settings.exceptions.gone');
  const { contest, pack } = entry;
  return contest === null || contest === pack.title ? pack.title : `${contest} · ${pack.title}`;
}
