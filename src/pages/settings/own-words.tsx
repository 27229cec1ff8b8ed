import { useId, useState } from 'preact/hooks';
import type { WordFault } from '../../core/settings/personal-pack.ts';
import { PERSONAL_LIMITS } from '../../core/settings/settings.ts';
import { send } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import type { Save } from './page.tsx';
import { Section } from './section.tsx';

/** Words of the person: to be reminded of, or never to be reminded of. */
export function OwnWordsSection({ save }: { readonly save: Save }) {
  const { texts } = usePage();
  return (
    <Section title={texts.say('settings.words.title')} lead={texts.say('settings.words.lead')}>
      <WordList list="watched" save={save} />
      <WordList list="ignored" save={save} />
    </Section>
  );
}

type Fault = WordFault | 'known' | 'many' | 'failed';

interface WordListProps {
  readonly list: 'watched' | 'ignored';
  readonly save: Save;
}

function WordList({ list, save }: WordListProps) {
  const { texts, settings } = usePage();
  const id = useId();
  const [word, setWord] = useState('');
  const [fault, setFault] = useState<Fault>();
  const words = settings.words[list];
  const title = `settings.words.${list}` as const;
  const store = (on: boolean, change: (words: readonly string[]) => string[]) =>
    save({ name: title, on }, (old) => ({
      ...old,
      words: { ...old.words, [list]: change(old.words[list]) },
    }));

  const add = async () => {
    const text = word.trim();
    if (words.some((known) => known.toLowerCase() === text.toLowerCase())) return setFault('known');
    if (words.length >= PERSONAL_LIMITS.words) return setFault('many');
    const found = await send('words.check', { text }).catch(() => 'failed' as const);
    setFault(found ?? undefined);
    if (found !== null) return;
    setWord('');
    store(true, (old) => [...old, text]);
  };

  return (
    <form
      class="card words"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label class="row-name" for={id}>
        {texts.say(title)}
      </label>
      <p class="row-note" id={`${id}-note`}>
        {texts.say(`settings.words.${list}-note`)}
      </p>
      <div class="words-add">
        <input
          class="text-input"
          id={id}
          type="text"
          maxLength={PERSONAL_LIMITS.length}
          value={word}
          aria-describedby={`${id}-note ${id}-fault`}
          aria-invalid={fault !== undefined}
          onInput={(event) => {
            setWord(event.currentTarget.value);
            setFault(undefined);
          }}
        />
        <button type="submit" class="button">
          {texts.say('settings.words.add')}
        </button>
      </div>
      <p role="alert" id={`${id}-fault`} class="word-fault">
        {fault === undefined ? '' : texts.say(`settings.words.fault.${fault}`)}
      </p>
      <ul class="chips">
        {words.map((known) => (
          <li key={known} class="chip">
            <span>{known}</span>
            <button
              type="button"
              class="button"
              aria-label={texts.say('settings.words.removeOf', { word: known })}
              onClick={() => store(false, (old) => old.filter((other) => other !== known))}
            >
              {texts.say('settings.words.remove')}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
