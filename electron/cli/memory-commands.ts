import type { Command } from 'commander';
import type { CommandContext } from './command-context.ts';
import { diffMemory, listVersions, restoreMemory, showMemory, verifyMemory, whyRemembered } from './commands/memory.ts';

/** The commands about what is remembered. `memory --version N` is read with the options of every command. */
export const addMemoryCommands = (program: Command, context: () => CommandContext): void => {
  const memory = program
    .command('memory')
    .description('show what is remembered; with --version, as it was then')
    .action(() => showMemory(context()));
  memory
    .command('log')
    .description('list its versions, newest first')
    .action(() => listVersions(context()));
  memory
    .command('diff')
    .description('show what is different in the second version')
    .argument('<from>')
    .argument('<to>')
    .action((from: string, to: string) => diffMemory(context(), from, to));
  memory
    .command('restore')
    .description('write an earlier version again, as a new one')
    .argument('<version>')
    .action((version: string) => restoreMemory(context(), version));
  memory
    .command('verify')
    .description('rebuild every version and compare it with its hash')
    .option('--repair', 'put the last sound version where one is damaged')
    .action((options: { repair?: boolean }) => verifyMemory(context(), options));
  memory
    .command('why')
    .description('show the reasons for something that is remembered')
    .argument('<path>', 'its id, or its place such as /themes/0')
    .action((path: string) => whyRemembered(context(), path));
};
