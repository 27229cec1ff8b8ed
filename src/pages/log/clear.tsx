import { useRef, useState } from 'preact/hooks';
import { usePage } from '../parts/frame.tsx';

interface ClearLogProps {
  clear(): Promise<void>;
  onCleared(): void;
}

/** The button and its question. A modal dialog focuses its first button, "Batal": a second Enter by habit deletes nothing. */
export function ClearLog({ clear, onCleared }: ClearLogProps) {
  const { texts } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, setState] = useState<'asking' | 'working' | 'failed'>('asking');
  const confirm = () => {
    if (state === 'working') return;
    setState('working');
    clear().then(
      () => {
        setState('asking');
        dialog.current?.close();
        onCleared();
      },
      () => setState('failed'),
    );
  };
  return (
    <>
      <button
        type="button"
        class="button button-grave"
        onClick={() => {
          setState('asking');
          dialog.current?.showModal();
        }}
      >
        {texts.say('log.clear.button')}
      </button>
      <dialog class="ask" ref={dialog} aria-labelledby="clear-title" aria-describedby="clear-text">
        <h2 id="clear-title">{texts.say('log.clear.ask')}</h2>
        <p id="clear-text">{texts.say('log.clear.explain')}</p>
        <p role="alert" class="ask-problem">
          {state === 'failed' ? texts.say('log.clear.failed') : ''}
        </p>
        <div class="ask-buttons">
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {texts.say('log.clear.cancel')}
          </button>
          <button
            type="button"
            class="button button-grave"
            aria-disabled={state === 'working'}
            onClick={confirm}
          >
            {texts.say(state === 'working' ? 'log.clear.working' : 'log.clear.confirm')}
          </button>
        </div>
      </dialog>
    </>
  );
}
