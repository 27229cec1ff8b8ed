/** Answers that hold for one moment. While one event is handled nothing of the page changes, so nothing is read twice. */

type Answers = Map<unknown, Map<unknown, unknown>>;

let answers: Answers | undefined;

/**
 * Does a task within which every answer of `oncePerMoment()` is remembered, and forgets them all at its end, also where it
 * throws. The task must neither change the page nor let the page's own code run.
 */
export function inOneMoment<Result>(task: () => Result): Result {
  if (answers !== undefined) {
    return task();
  }
  answers = new Map();
  try {
    return task();
  } finally {
    answers = undefined;
  }
}

/** The same function, which in a moment works out each answer once; outside of one it remembers nothing. */
export function oncePerMoment<Subject extends object, Result>(
  read: (subject: Subject) => Result,
): (subject: Subject) => Result {
  return (subject) => {
    if (answers === undefined) {
      return read(subject);
    }
    let known = answers.get(read);
    if (known === undefined) {
      known = new Map();
      answers.set(read, known);
    }
    if (known.has(subject)) {
      return known.get(subject) as Result;
    }
    const result = read(subject);
    known.set(subject, result);
    return result;
  };
}
