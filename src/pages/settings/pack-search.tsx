import { useId, useState } from 'preact/hooks';
import type { PackEntries } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import { useAnswer } from '../parts/use-answer.ts';

/** What stands in a pack, by its names: closed at first, so that a list of thousands costs nothing. */
export function PackSearch({ pack }: { readonly pack: string }) {
  const { texts } = usePage();
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="entries" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.say('settings.entries.show')}</summary>
      {isOpen ? <Search pack={pack} /> : null}
    </details>
  );
}

function Search({ pack }: { readonly pack: string }) {
  const { texts } = usePage();
  const id = useId();
  const [words, setWords] = useState('');
  const { answer } = useAnswer('packs.entries', { pack, words, from: 0 });
  return (
    <>
      <label for={id}>{texts.say('settings.entries.search')}</label>
      <input
        class="text-input"
        id={id}
        type="search"
        maxLength={120}
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <p role="status">
        {answer === 'waiting' || answer === 'failed'
          ? ''
          : texts.count('settings.entries.found', answer.total)}
      </p>
      {answer === 'failed' ? <p role="alert">{texts.say('settings.entries.failed')}</p> : null}
      {typeof answer === 'string' ? null : <Found {...answer} />}
    </>
  );
}

function Found({ entries, total }: PackEntries) {
  const { texts } = usePage();
  return (
    <>
      <ul class="contests">
        {entries.map(({ id, title, kind }) => (
          <li key={id}>
            <span>{title}</span>
            <span class="row-note">
              {texts.say(kind === 'exception' ? 'settings.entries.exception' : `role.${kind}.name`)}
            </span>
          </li>
        ))}
      </ul>
      {total > entries.length ? (
        <p class="row-note">{texts.say('settings.entries.more', { shown: texts.number(entries.length) })}</p>
      ) : null}
    </>
  );
}
