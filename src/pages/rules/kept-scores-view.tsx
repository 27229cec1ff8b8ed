import { useEffect, useState } from 'preact/hooks';
import { civilDate } from '../../core/reminding/stage.ts';
import { browser } from '../../shared/browser.ts';
import { deleteScores, dropNewestScore, keepScore, keptScores, type Score } from './kept-scores.ts';
import { useLibraryText } from './library-text.ts';

interface Kept {
  readonly scores: readonly Score[];
  readonly note: '' | 'deleted' | 'failed';
  keep(score: Score): void;
  drop(): void;
  clear(): void;
}

/** What is stored, and the ways to change it; a fault of the storage becomes a note. */
export function useKeptScores(): Kept {
  const [scores, setScores] = useState<readonly Score[]>([]);
  const [note, setNote] = useState<Kept['note']>('');
  const show = (work: Promise<readonly Score[]>, done: Kept['note'] = '') => {
    work.then(
      (next) => {
        setScores(next);
        setNote(done);
      },
      () => setNote('failed'),
    );
  };
  useEffect(() => show(keptScores()), []);
  return {
    scores,
    note,
    keep: (score) => show(keepScore(score)),
    drop: () => show(dropNewestScore()),
    clear: () =>
      show(
        deleteScores().then(() => []),
        'deleted',
      ),
  };
}

/** Not ticked until the person ticks it; nothing is offered where nothing may be kept. */
export function KeepScore({ kept, right, total }: { readonly kept: Kept } & Omit<Score, 'day'>) {
  const text = useLibraryText();
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    if (kept.note !== '') setKept(false);
  }, [kept.note]);
  if (browser.extension.inIncognitoContext) return <p>{text.say('test.keepPrivate')}</p>;
  return (
    <label class="keep">
      <input
        type="checkbox"
        checked={isKept}
        onChange={({ currentTarget: { checked } }) => {
          setKept(checked);
          if (checked) kept.keep({ day: civilDate(Date.now()), right, total });
          else kept.drop();
        }}
      />
      <span>{text.say('test.keep')}</span>
    </label>
  );
}

export function KeptScores({ kept: { scores, note, clear } }: { readonly kept: Kept }) {
  const text = useLibraryText();
  return (
    <>
      {scores.length > 0 ? (
        <section class="kept">
          <h3>{text.say('test.kept')}</h3>
          <ul>
            {scores.map(({ day, right, total }, index) => (
              <li key={index}>{text.say('test.keptLine', { date: text.day(day), right, total })}</li>
            ))}
          </ul>
          <button type="button" class="button button-grave" onClick={clear}>
            {text.say('test.delete')}
          </button>
        </section>
      ) : null}
      <p role="status">{note === '' ? '' : text.say(`test.${note}`)}</p>
    </>
  );
}
