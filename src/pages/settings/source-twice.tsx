import { useState } from 'preact/hooks';
import { type EquivocationState, send } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import { Notice } from '../parts/notice.tsx';

interface SourceTwiceProps {
  readonly packId: string;
  readonly equivocation: EquivocationState;
  changed(): void;
}

/** The publisher signed two contents under one number: both fingerprints to compare, until the person says it was seen. */
export function SourceTwice({ packId, equivocation, changed }: SourceTwiceProps) {
  const { texts } = usePage();
  const [failed, setFailed] = useState(false);
  const { epoch, seq, keptWords, refused, refusedWords } = equivocation;
  const seen = () => {
    setFailed(false);
    send('sources.seen', { packId, hash: refused }).then(changed, () => setFailed(true));
  };
  return (
    <Notice kind="problem" text={texts.say('settings.sources.twice', { number: `${epoch}.${seq}` })}>
      <ul>
        <li>{texts.say('settings.sources.twice.kept', { words: keptWords })}</li>
        <li>{texts.say('settings.sources.twice.refused', { words: refusedWords })}</li>
      </ul>
      <p>{texts.say('settings.sources.twice.ask')}</p>
      <button type="button" class="button" onClick={seen}>
        {texts.say('settings.sources.twice.seen')}
      </button>
      <p role="alert">{failed ? texts.say('settings.sources.twice.failed') : ''}</p>
    </Notice>
  );
}
