import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** The streams of a command; tests pass their own. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** A fault of the call (arguments, files) that the person at the keyboard can mend: shown without a stack, exit 2. */
export class UsageError extends Error {}

/** Why something failed, in one sentence: faults of Node come as errors, and anything can be thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Exit code of a call that could not be understood, or of input with invalid lines. */
export const EXIT_INVALID = 2;

/** Writes and waits while the reader is slower than we are, so that memory stays flat. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its end; cut off at `LINE_LIMIT`. */
  readonly text: string;
  readonly tooLong: boolean;
}

/** UTF-16 units of one line that are kept; a file without line ends must not fill the memory. */
export const LINE_LIMIT = 8 * 1024 * 1024;

/** Lines of a stream, decoded as UTF-8 without a byte order mark. A CR before the LF stays: JSON takes it as space. */
export async function* readLines(stream: Readable): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let number = 0;
  let rest = '';
  let tooLong = false;
  const lineOf = (end: string): Line => {
    number += 1;
    const whole = rest + end;
    const line = { number, text: whole.slice(0, LINE_LIMIT), tooLong: tooLong || whole.length > LINE_LIMIT };
    rest = '';
    tooLong = false;
    return line;
  };
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      yield lineOf(text.slice(start, end));
      start = end + 1;
    }
    if (rest.length > LINE_LIMIT) tooLong = true;
    else rest += text.slice(start);
  }
  rest += decoder.decode();
  if (rest !== '') yield lineOf('');
}
