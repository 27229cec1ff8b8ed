import { useState } from 'preact/hooks';
import { usePage } from '../parts/frame.tsx';

interface RemoveListProps {
  /** What the button says, before and after the question. */
  readonly button: string;
  readonly question: string;
  readonly failure: string;
  remove(): Promise<unknown>;
  removed(): void;
}

/** Removes something that is not easily had again: asks first, and says when it is still there. */
export function RemoveList({ button, question, failure, remove, removed }: RemoveListProps) {
  const { texts } = usePage();
  const [step, setStep] = useState<'idle' | 'asking' | 'failed'>('idle');
  if (step === 'idle') {
    return (
      <button type="button" class="button" onClick={() => setStep('asking')}>
        {button}
      </button>
    );
  }
  return (
    <div>
      <p role="alert">{step === 'failed' ? failure : question}</p>
      <button type="button" class="button" onClick={() => setStep('idle')}>
        {texts.say('settings.import.cancel')}
      </button>{' '}
      <button
        type="button"
        class="button button-grave"
        onClick={() => remove().then(removed, () => setStep('failed'))}
      >
        {button}
      </button>
    </div>
  );
}
