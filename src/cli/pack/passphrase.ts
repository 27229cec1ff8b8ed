import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Io } from '../io.ts';
import { CommandFault, type Speech } from '../speech.ts';

/** For machines without a person at the keyboard, such as a drill in CI. */
export const PASSPHRASE_VARIABLE = 'JAGA_NETRAL_PASSPHRASE';
export const PASSPHRASE_LEAST = 12;

/**
 * Asks for a passphrase without showing it.
 *
 * @param isNew a new one must be long enough, and is asked for twice
 * @throws UsageError when there is nobody to ask
 */
export async function askPassphrase(io: Io, { say }: Speech, about: string, isNew: boolean): Promise<string> {
  const given = process.env[PASSPHRASE_VARIABLE];
  if (given !== undefined) return checked(given, isNew);
  if (!('isTTY' in io.stdin) || !io.stdin.isTTY)
    throw new CommandFault('passphrase.nobody', { about, variable: PASSPHRASE_VARIABLE });
  const first = checked(await ask(io, say('passphrase.ask', { about })), isNew);
  if (isNew && (await ask(io, say('passphrase.again'))) !== first)
    throw new CommandFault('passphrase.differ');
  return first;
}

function checked(passphrase: string, isNew: boolean): string {
  if (isNew && passphrase.length < PASSPHRASE_LEAST)
    throw new CommandFault('passphrase.short', { least: PASSPHRASE_LEAST });
  return passphrase;
}

/** The prompt is written by us; what is typed goes nowhere. */
function ask(io: Io, prompt: string): Promise<string> {
  io.stderr.write(prompt);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: io.stdin, output: silent, terminal: true });
  return new Promise((resolve) => {
    lines.question('', (answer) => {
      lines.close();
      io.stderr.write('\n');
      resolve(answer);
    });
  });
}
