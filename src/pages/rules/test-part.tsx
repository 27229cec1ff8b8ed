import { useEffect, useRef, useState } from 'preact/hooks';
import { Choice } from '../parts/choice.tsx';
import type { Address } from './address.ts';
import { KeepScore, KeptScores, useKeptScores } from './kept-scores-view.tsx';
import { type LibraryText, useLibraryText } from './library-text.ts';
import { ANSWERS, type Answers, drawQuestions, type Question, scoreOf } from './questions.ts';
import { Sentence } from './sentence.tsx';

function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

/** Ten questions on one sheet, checked together. Nothing of it leaves the page. */
export function TestPart({ address }: { readonly address: Address }) {
  const [seed, setSeed] = useState(() => address.seed ?? newSeed());
  const kept = useKeptScores();
  return (
    <>
      <Sheet key={seed} seed={seed} kept={kept} again={() => setSeed(newSeed())} />
      <KeptScores kept={kept} />
    </>
  );
}

interface SheetProps {
  readonly seed: number;
  readonly kept: ReturnType<typeof useKeptScores>;
  again(): void;
}

function Sheet({ seed, kept, again }: SheetProps) {
  const text = useLibraryText();
  const questions = drawQuestions(seed);
  const [answers, setAnswers] = useState<Answers>({});
  const [missing, setMissing] = useState(0);
  const [isChecked, setChecked] = useState(false);
  const result = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (isChecked) result.current?.focus();
  }, [isChecked]);

  const check = (event: Event) => {
    event.preventDefault();
    const open = questions.filter(({ id }) => answers[id] === undefined);
    setMissing(open.length);
    if (open.length === 0) setChecked(true);
    else form.current?.querySelector<HTMLInputElement>(`input[name="${open[0]?.id}"]`)?.focus();
  };

  return (
    <form ref={form} class="test" onSubmit={check}>
      {isChecked ? (
        <div class="card result">
          <h3 ref={result} tabIndex={-1}>
            {text.say('test.score', { right: scoreOf(questions, answers), total: questions.length })}
          </h3>
          <KeepScore kept={kept} right={scoreOf(questions, answers)} total={questions.length} />
          <button type="button" class="button" onClick={again}>
            {text.say('test.again')}
          </button>
        </div>
      ) : null}
      {questions.map((question, index) =>
        isChecked ? (
          <Checked key={question.id} question={question} number={index + 1} answers={answers} text={text} />
        ) : (
          <fieldset key={question.id} class="card question">
            <legend>
              {text.say('test.question', { number: index + 1, ask: text.say(`quiz.${question.id}.ask`) })}
            </legend>
            {question.choices.map((choice) => (
              <Choice
                key={choice}
                group={question.id}
                name={text.say(`quiz.${question.id}.${choice}`)}
                chosen={answers[question.id] === choice}
                onChoose={() => setAnswers((before) => ({ ...before, [question.id]: choice }))}
              />
            ))}
          </fieldset>
        ),
      )}
      {isChecked ? null : (
        <div class="test-end">
          <button type="submit" class="button button-main">
            {text.say('test.check')}
          </button>
          <p role="status">{missing === 0 ? '' : text.say('test.missing', { count: missing })}</p>
        </div>
      )}
    </form>
  );
}

interface CheckedProps {
  readonly question: Question;
  readonly number: number;
  readonly answers: Answers;
  readonly text: LibraryText;
}

function Checked({ question: { id }, number, answers, text }: CheckedProps) {
  const isRight = answers[id] === 'right';
  return (
    <section class={`card question ${isRight ? 'is-right' : 'is-wrong'}`}>
      <h4>{text.say('test.question', { number, ask: text.say(`quiz.${id}.ask`) })}</h4>
      <p class="verdict">
        {isRight
          ? `${text.say('test.right')} ${text.say(`quiz.${id}.right`)}`
          : text.say('test.wrong', { answer: text.say(`quiz.${id}.right`) })}
      </p>
      <Sentence of={ANSWERS[id]} />
    </section>
  );
}
