import type { Io } from '../io.ts';
import { CommandFault, type Speech } from '../speech.ts';
import { withHelp } from '../with-help.ts';
import { helpOf, PACK_COMMANDS, type PackCommandName, packHelp } from './pack-help.ts';

/** One step of making a pack; each is a file of its own, loaded when it is asked for. */
export interface PackCommand {
  /** Resolves to the exit code. @throws UsageError for a wrong call or an unreadable file. */
  run(args: readonly string[], io: Io, speech: Speech): Promise<number>;
}

const COMMANDS: Readonly<Record<PackCommandName, () => Promise<PackCommand>>> = {
  new: () => import('./pack-new.ts'),
  import: () => import('./pack-import.ts'),
  lint: () => import('./pack-lint.ts'),
  test: () => import('./pack-test.ts'),
  diff: () => import('./pack-diff.ts'),
  keys: () => import('./pack-keys.ts'),
  sign: () => import('./pack-sign.ts'),
  verify: () => import('./pack-verify.ts'),
  recover: () => import('./pack-recover.ts'),
  kit: () => import('./pack-kit.ts'),
};

/** `jaga-netral pack …`. Resolves to the exit code. @throws UsageError */
export async function pack(args: readonly string[], io: Io, speech: Speech): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h') {
    io.stdout.write(packHelp(speech.language));
    return 0;
  }
  const command = PACK_COMMANDS.find((known) => known === name);
  if (!command)
    throw new CommandFault('call.unknown-command', {
      name: `pack ${name}`,
      help: 'jaga-netral pack --help',
    });
  return withHelp(
    rest,
    () => helpOf(command),
    io,
    speech,
    async () => {
      const { run } = await COMMANDS[command]();
      return run(rest, io, speech);
    },
  );
}
