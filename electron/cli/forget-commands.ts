import type { Command } from 'commander';
import type { CommandContext } from './command-context.ts';
import {
  type ForgetOptions,
  forgetBelief,
  forgetDay,
  forgetEverything,
  forgetMessage,
  forgetPart,
  forgetSession,
} from './commands/forget.ts';

/** The commands that take something away for good. */
export const addForgetCommands = (program: Command, context: () => CommandContext): void => {
  const forget = program.command('forget').description('forget something for good, after showing all that goes with it');
  const one = (name: string, description: string): Command =>
    forget.command(name).description(description).option('--dry-run', 'only show what would go').option('--yes', 'without asking');
  const byId = (name: string, description: string, run: (context: CommandContext, id: string, options: ForgetOptions) => Promise<void>) =>
    one(name, description)
      .argument('<id>')
      .action((id: string, options: ForgetOptions) => run(context(), id, options));
  byId('message', 'a message, with the replies that say its words back', forgetMessage);
  byId('session', 'a session with all that was written in it', forgetSession);
  byId('part', 'a part with all that is known of it; messages of yours that name it stay', forgetPart);
  byId('belief', 'something that is remembered, from every version of the memory', forgetBelief);
  one('day', 'what you wrote on one day, as far as you did not write it anew later')
    .argument('<day>', 'such as 2026-03-02')
    .option('--time-zone <name>', 'whose day, such as Europe/Dublin; else this computer’s')
    .action((day: string, options: Parameters<typeof forgetDay>[2]) => forgetDay(context(), day, options));
  one('everything', 'everything but the profile itself').action((options: ForgetOptions) => forgetEverything(context(), options));
};
