import { useLibraryText } from './library-text.ts';
import { Sentence, Sentences } from './sentence.tsx';

export function PrinciplesPart() {
  const text = useLibraryText();
  return (
    <>
      <h3>{text.say('principles.pledge')}</h3>
      <ol class="sentences numbered">
        {(
          ['fact.pledge.neutral', 'fact.pledge.conflict', 'fact.pledge.media', 'fact.pledge.money'] as const
        ).map((key) => (
          <li key={key}>
            <Sentence of={key} />
          </li>
        ))}
      </ol>
      <Sentence of="fact.pledge.when" />
      <h3>{text.say('principles.aspects')}</h3>
      <Sentences of={['fact.aspect.politics', 'fact.aspect.service', 'fact.aspect.decisions']} />
      <Sentence of="fact.aspect.management" />
    </>
  );
}
