import { useId } from 'preact/hooks';
import { type SentenceKey, useLibraryText } from './library-text.ts';
import type { Source } from './source.ts';
import { SOURCES } from './sources.ts';

/** A statement, and small below it where it comes from: the only way to show one. */
export function Sentence({ of }: { readonly of: SentenceKey }) {
  const text = useLibraryText();
  const id = useId();
  return (
    <div class="sentence">
      <p id={id}>{text.sentence(of)}</p>
      <SourceNote source={SOURCES[of]} about={id} />
    </div>
  );
}

interface SourceNoteProps {
  readonly source: Source;
  /** Id of the element that it is about. */
  readonly about?: string;
}

export function SourceNote({ source, about }: SourceNoteProps) {
  const text = useLibraryText();
  const { basis, sources, confidence, seen } = source;
  const certainty =
    confidence === 'contested'
      ? text.say('source.contested')
      : text.confidence(`why.confidence.${confidence}`);
  return (
    <details class="source">
      <summary class="opens" aria-describedby={about}>
        {text.say('source.label')} <span class="certainty">({certainty})</span>
      </summary>
      {basis === '' ? null : <p>{text.say('source.basis', { basis })}</p>}
      <p>{sources.join('; ')}</p>
      <p>{text.say('source.seen', { month: text.month(seen) })}</p>
    </details>
  );
}

export function Sentences({ of }: { readonly of: readonly SentenceKey[] }) {
  return (
    <ul class="sentences">
      {of.map((key) => (
        <li key={key}>
          <Sentence of={key} />
        </li>
      ))}
    </ul>
  );
}
