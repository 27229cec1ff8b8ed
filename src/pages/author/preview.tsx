import { useId, useState } from 'preact/hooks';
import { type PackReader, reasonsOf } from '../../core/trial/pack-trial.ts';
import type { Finding } from '../../core/types.ts';
import { Reasons } from './reasons.tsx';
import { useWords } from './words.ts';

/** Posts that are read at each change. */
const MOST_POSTS = 50;

/** Posts of a person, one for each line, as a tab would read them with this pack. Nothing of them is kept. */
export function Preview({ reader }: { readonly reader: PackReader | null }) {
  const { say } = useWords();
  const id = useId();
  const [text, setText] = useState('');
  const posts = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, MOST_POSTS);
  return (
    <section class="card preview" aria-label={say('page.preview.title')}>
      <h2>{say('page.preview.title')}</h2>
      <div class="field">
        <label for={id}>{say('page.preview.posts')}</label>
        <textarea
          id={id}
          rows={4}
          value={text}
          aria-describedby={`${id}-note`}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <p class="field-note" id={`${id}-note`}>
          {say('page.preview.note')}
        </p>
      </div>
      {reader === null ? <p class="soft">{say('page.preview.waiting')}</p> : null}
      <ul class="posts" aria-live="polite">
        {reader === null
          ? null
          : posts.map((post, place) => <Post key={`${place} ${post}`} text={post} reader={reader} />)}
      </ul>
    </section>
  );
}

function Post({ text, reader }: { readonly text: string; readonly reader: PackReader }) {
  const { say } = useWords();
  const found = reader.read({ text });
  return (
    <li class={`post post-${found.level}`}>
      <p>
        <strong>{say(`page.level.${found.level}`)}</strong>
      </p>
      <p class="marked">
        {piecesOf(text, found.findings).map(({ start, piece, isFound }) =>
          isFound ? <mark key={start}>{piece}</mark> : piece,
        )}
      </p>
      {found.findings.length > 0 ? <Reasons reasons={reasonsOf(found, reader)} /> : null}
    </li>
  );
}

/** A text cut at the borders of what was found in it; overlapping findings are one piece. */
function piecesOf(text: string, findings: readonly Pick<Finding, 'start' | 'end'>[]) {
  const pieces: { readonly start: number; readonly piece: string; readonly isFound: boolean }[] = [];
  let at = 0;
  const add = (end: number, isFound: boolean) => {
    if (end > at) pieces.push({ start: at, piece: text.slice(at, end), isFound });
    at = Math.max(at, end);
  };
  for (const { start, end } of [...findings].sort((one, other) => one.start - other.start)) {
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return pieces;
}
