/** Why the background could not do something with the log; `unavailable`: it did not answer at all. */
export const FAILURES = ['failed', 'blocked', 'newer', 'full', 'unavailable'] as const;
export type Failure = (typeof FAILURES)[number];

/** Its errors reach a page as text, `log: ` and a code; the browser's own say that nobody is there. */
export function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : '';
  const code = /^log: (\w+)$/.exec(message)?.[1];
  if (code !== undefined) return FAILURES.find((failure) => failure === code) ?? 'failed';
  return message === NO_ANSWER || /receiving end|message (?:channel|port) closed/i.test(message)
    ? 'unavailable'
    : 'failed';
}

const NO_ANSWER = 'no answer';

/** An answer that is missing is no success: a worker that is starting or gone may leave one out. */
export function answered<Answer>(answer: Answer | undefined): Answer {
  if (answer === undefined) throw new Error(NO_ANSWER);
  return answer;
}
