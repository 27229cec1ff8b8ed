import { Readable, Writable } from 'node:stream';
import { main } from '../../src/cli/main.ts';

/** Keeps what is written to it. */
export class Sink extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk;
    done();
  }
}

/** Runs one command line in this process: its exit code, and what it wrote. */
export async function runCommand(args: readonly string[], input: string | Iterable<string | Buffer> = '') {
  const io = { stdin: Readable.from(input), stdout: new Sink(), stderr: new Sink() };
  const code = await main(args, io);
  return { code, out: io.stdout.text, error: io.stderr.text };
}
