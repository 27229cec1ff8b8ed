import type { Reason } from '../../core/trial/pack-trial.ts';
import { useWords } from './words.ts';

/** What was found in a post, and why it counts; one line each. */
export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { say } = useWords();
  if (reasons.length === 0) return <p class="soft">{say('page.reasons.none')}</p>;
  return (
    <>
      {reasons.map(({ entity, title, text, kind, signal }, place) => (
        <p key={`${entity} ${place}`} class="soft">
          “{text}” → {title} ({say(`kind.${kind}`)}, {say(`signal.${signal}`)})
        </p>
      ))}
    </>
  );
}
