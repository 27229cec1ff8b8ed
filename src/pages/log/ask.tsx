import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../parts/frame.tsx';

interface AskProps {
  readonly title: string;
  readonly text: string;
  /** Words of the button that does it. */
  readonly yes: string;
  readonly children?: ComponentChildren;
  /** Rejects when it could not be done; the question stays then. */
  act(): Promise<void>;
  /** The question is gone, answered either way. */
  onClosed(): void;
}

/** A modal question before something that cannot be undone. Its first button is "Batal": a second Enter by habit deletes nothing. */
export function Ask({ title, text, yes, children, act, onClosed }: AskProps) {
  const { texts } = usePage();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, setState] = useState<'asking' | 'working' | 'failed'>('asking');
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const confirm = () => {
    if (state === 'working') return;
    setState('working');
    act().then(
      () => dialog.current?.close(),
      () => setState('failed'),
    );
  };
  return (
    <dialog
      class="ask"
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onClose={onClosed}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <p id={`${id}-text`}>{text}</p>
      {children}
      <p role="alert" class="ask-problem">
        {state === 'failed' ? texts.say('log.ask.failed') : ''}
      </p>
      <div class="ask-buttons">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {texts.say('log.ask.cancel')}
        </button>
        <button
          type="button"
          class="button button-grave"
          aria-disabled={state === 'working'}
          onClick={confirm}
        >
          {state === 'working' ? texts.say('log.ask.working') : yes}
        </button>
      </div>
    </dialog>
  );
}
