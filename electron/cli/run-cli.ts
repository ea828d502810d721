import { CommanderError } from 'commander';
import type { OpenCore } from './command-context.ts';
import { Failure } from './failure.ts';
import { inertLine } from './inert.ts';
import { createProgram } from './program.ts';
import type { Terminal } from './terminal.ts';

/** Runs one command and answers its exit status: 0 done, 1 failed, 2 used wrongly. */
export const runCli = async (args: readonly string[], terminal: Terminal, openCore: OpenCore): Promise<number> => {
  try {
    await createProgram(terminal, openCore).parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    // Commander has already said what is wrong. Help that was asked for is no mistake; help instead of a command is.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.note(`${error instanceof Failure ? inertLine(error.message) : unexpected(error)}\n`);
    if (args.includes('--verbose') && error instanceof Error && error.stack !== undefined) terminal.note(`${error.stack}\n`);
    return error instanceof Failure ? error.status : 1;
  }
};

const unexpected = (error: unknown): string =>
  `Something went wrong inside Trailhead${error instanceof Error ? ` (${error.name})` : ''}; --verbose tells more.`;
