import { useId, useState } from 'preact/hooks';
import { readPackLink } from '../../core/pack/pack-address.ts';
import { type LinkPreview, send } from '../../shared/messages.ts';
import { requestFetchFrom } from '../../shared/permissions.ts';
import { usePage } from '../parts/frame.tsx';
import { Notice } from '../parts/notice.tsx';
import { SourcePreview, SourceRefused } from './source-preview.tsx';

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
        const address = readPackLink(link)?.address;
        // First of all, because Firefox asks the person in a click only. Without access the preview says so.
        (address === undefined ? Promise.resolve(false) : requestFetchFrom(address))
          .catch(() => false)
          .finally(() => ask('sources.preview', link));
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
        <SourcePreview
          preview={state.preview}
          add={() => ask('sources.add', state.link)}
          cancel={() => setState({ kind: 'idle' })}
        />
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
      {state.kind === 'refused' ? <SourceRefused fault={state.fault} /> : null}
    </form>
  );
}
