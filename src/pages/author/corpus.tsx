import { useId, useRef, useState } from 'preact/hooks';
import type { PackReader } from '../../core/trial/pack-trial.ts';
import { FileField } from '../parts/file-field.tsx';
import { type CorpusResult, casesIn, isJsonLines, runCorpus } from './corpus-run.ts';
import { LARGEST_FILE } from './largest-file.ts';
import { Reasons } from './reasons.tsx';
import { useWords } from './words.ts';

type State =
  | { readonly name: string; readonly result: CorpusResult; readonly reader: PackReader }
  | { readonly name: string; readonly done: number; readonly all: number }
  | 'large'
  | undefined;

/** A file of posts, read with the pack: what is found of what should be, and what reminds of nothing. Not kept. */
export function Corpus({ reader }: { readonly reader: PackReader | null }) {
  const { say } = useWords();
  const id = useId();
  const [state, setState] = useState<State>();
  const turn = useRef(0);
  const read = async (file: File) => {
    if (reader === null) return;
    turn.current += 1;
    const own = turn.current;
    if (file.size > LARGEST_FILE) {
      setState('large');
      return;
    }
    const text = await file.text();
    const cases = casesIn(text, isJsonLines(text));
    const { name } = file;
    setState({ name, done: 0, all: cases.length });
    const result = await runCorpus(cases, reader, (done) => {
      if (own === turn.current) setState({ name, done, all: cases.length });
      return new Promise((resolve) => setTimeout(resolve));
    });
    // A file that was picked later counts.
    if (own === turn.current) setState({ name, result, reader });
  };
  return (
    <section class="card corpus" aria-label={say('page.corpus.title')}>
      <h2>{say('page.corpus.title')}</h2>
      <div class="field">
        <label for={id}>{say('page.corpus.file')}</label>
        <FileField
          id={id}
          accept=".txt,.jsonl,.ndjson,.json,text/plain"
          disabled={reader === null}
          describedBy={`${id}-note`}
          onPick={read}
        />
        <p class="field-note" id={`${id}-note`}>
          {say('page.corpus.note')}
        </p>
      </div>
      <p role="status">
        {reader === null
          ? say('page.preview.waiting')
          : state === undefined
            ? ''
            : state === 'large'
              ? say('page.corpus.large', { most: LARGEST_FILE / 1_000_000 })
              : 'done' in state
                ? say('page.corpus.reading', { done: state.done, all: state.all })
                : say('page.corpus.done', { name: state.name })}
      </p>
      {typeof state === 'object' && 'result' in state ? (
        <>
          {state.reader === reader ? null : <p class="has-errors">{say('page.corpus.older')}</p>}
          <Result result={state.result} />
        </>
      ) : null}
    </section>
  );
}

function Result({ result: { tally, misses, hidden, faults, invalid } }: { readonly result: CorpusResult }) {
  const { say, percent } = useWords();
  const share = (part: number, whole: number) =>
    whole === 0 ? '–' : say('page.corpus.share', { share: percent(part / whole), part, whole });
  return (
    <>
      <dl class="rates">
        <dt>{say('page.corpus.recall')}</dt>
        <dd>{share(tally.found, tally.expected)}</dd>
        <dt>{say('page.corpus.alarms')}</dt>
        <dd>{share(tally.alarms, tally.ordinary)}</dd>
        <dt>{say('page.corpus.signs')}</dt>
        <dd>{share(tally.signs, tally.ordinary)}</dd>
        <dt>{say('page.corpus.unlabelled')}</dt>
        <dd>{share(tally.flagged, tally.unlabelled)}</dd>
      </dl>
      {invalid > 0 ? <p class="has-errors">{say('page.corpus.invalid', { count: invalid })}</p> : null}
      <ul class="posts">
        {faults.map(({ line, fault }) => (
          <li class="post" key={`fault ${line}`}>
            {say('page.corpus.line', { line })}: {say(`page.corpus.fault.${fault}`)}
          </li>
        ))}
        {misses.map(({ line, outcome, text, reasons }) => (
          <li class={`post post-${outcome === 'missed' ? 'none' : 'remind'}`} key={line}>
            <p>
              <strong>{say(`page.outcome.${outcome}`)}</strong>{' '}
              <span class="soft">{say('page.corpus.line', { line })}</span>
            </p>
            <p class="marked">{text}</p>
            <Reasons reasons={reasons} />
          </li>
        ))}
      </ul>
      {hidden > 0 ? <p class="soft">{say('page.issues.more', { count: hidden })}</p> : null}
    </>
  );
}
