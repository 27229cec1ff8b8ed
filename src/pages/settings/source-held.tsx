import { useState } from 'preact/hooks';
import { type SourceState, send } from '../../shared/messages.ts';
import { usePage } from '../parts/frame.tsx';
import { Notice } from '../parts/notice.tsx';

interface SourceHeldProps {
  readonly packId: string;
  readonly held: NonNullable<SourceState['held']>;
  changed(): void;
}

/** A release that looks like a mistake: what is odd about it, and the person's word. Until then the one before it is used. */
export function SourceHeld({ packId, held, changed }: SourceHeldProps) {
  const { texts } = usePage();
  const [failed, setFailed] = useState(false);
  const share = (part: number) => `${texts.number(Math.round(part * 1_000) / 10)} %`;
  const accept = () => {
    setFailed(false);
    send('sources.accept', { packId, hash: held.hash }).then(
      ({ accepted }) => (accepted ? changed() : setFailed(true)),
      () => setFailed(true),
    );
  };
  return (
    <Notice kind="problem" text={texts.say('settings.sources.held', { version: held.version })}>
      <ul>
        {held.reasons.map((reason) => (
          <li key={reason}>
            {texts.say(`settings.sources.held.${reason}`, {
              share: share(reason === 'drops' ? held.dropped : held.remarked),
            })}
          </li>
        ))}
        <li>{texts.say('settings.sources.held.words', { words: held.words })}</li>
      </ul>
      <p>{texts.say('settings.sources.held.ask')}</p>
      <button type="button" class="button" onClick={accept}>
        {texts.say('settings.sources.held.accept')}
      </button>
      <p role="alert">{failed ? texts.say('settings.sources.held.failed') : ''}</p>
    </Notice>
  );
}
