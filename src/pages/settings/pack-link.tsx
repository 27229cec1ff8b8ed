import { useId, useState } from 'preact/hooks';
import { type LinkPreview, send } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import { Notice } from '../parts/notice.tsx';

type State =
  | { readonly kind: 'idle' | 'reading' | 'added' | 'failed' }
  | { readonly kind: 'refused'; readonly fault: Extract<LinkPreview, { ok: false }>['fault'] }
  | { readonly kind: 'asking'; readonly link: string; readonly preview: Extract<LinkPreview, { ok: true }> };

/** A signed list by its link: the words of the publisher's keys are shown, and compared by the person. */
export function PackLink({ onAdded }: { onAdded(): void }) {
  const { texts } = usePage();
  const id = useId();
  const [link, setLink] = useState('');
  const [state, setState] = useState<State>({ kind: 'idle' });
  const ask = (name: 'sources.preview' | 'sources.add', asked: string) => {
    setState({ kind: 'reading' });
    send(name, { link: asked }).then(
      (preview) => {
        if (!preview.ok) return setState({ kind: 'refused', fault: preview.fault });
        if (name === 'sources.preview') return setState({ kind: 'asking', link: asked, preview });
        setLink('');
        setState({ kind: 'added' });
        onAdded();
      },
      () => setState({ kind: 'failed' }),
    );
  };
  return (
    <form
      class="card import"
      onSubmit={(event) => {
        event.preventDefault();
        ask('sources.preview', link);
      }}
    >
      <label class="row-name" for={id}>
        {texts.say('settings.link.title')}
      </label>
      <p class="row-note" id={`${id}-note`}>
        {texts.say('settings.link.note')}
      </p>
      <input
        id={id}
        type="text"
        class="text-input"
        inputMode="url"
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`${id}-note`}
        value={link}
        onInput={(event) => {
          setLink(event.currentTarget.value);
          setState({ kind: 'idle' });
        }}
      />
      {state.kind === 'asking' ? (
        <section aria-label={state.preview.title} class="pack-preview">
          <h3>{state.preview.title}</h3>
          <ul>
            <li>{texts.count('settings.packs.entries', state.preview.entries)}</li>
            <li>{texts.say('settings.packs.source', { source: state.preview.source })}</li>
            <li>{texts.say('settings.link.words', { words: state.preview.keyWords })}</li>
          </ul>
          <p>{texts.say('settings.link.ask')}</p>
          <p class="buttons">
            <button type="button" class="button button-main" onClick={() => ask('sources.add', state.link)}>
              {texts.say('settings.link.add')}
            </button>{' '}
            <button type="button" class="button" onClick={() => setState({ kind: 'idle' })}>
              {texts.say('settings.import.cancel')}
            </button>
          </p>
        </section>
      ) : (
        <button type="submit" class="button" disabled={link.trim() === '' || state.kind === 'reading'}>
          {texts.say('settings.link.show')}
        </button>
      )}
      <p role="status">
        {state.kind === 'reading' ? texts.say('settings.link.reading') : ''}
        {state.kind === 'added' ? texts.say('settings.link.added') : ''}
      </p>
      {state.kind === 'failed' ? <Notice kind="problem" text={texts.say('settings.link.failed')} /> : null}
      {state.kind === 'refused' ? (
        <Notice
          kind="problem"
          text={texts.say(
            state.fault === 'link' || state.fault === 'keys' || state.fault === 'taken'
              ? `settings.link.fault.${state.fault}`
              : `settings.sources.result.${state.fault}`,
          )}
        />
      ) : null}
    </form>
  );
}
