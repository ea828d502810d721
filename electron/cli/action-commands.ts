import { type Command, Option } from 'commander';
import { actorKinds } from '../../shared/entities/action.ts';
import type { CommandContext } from './command-context.ts';
import { type ActionFilter, listActions } from './commands/actions.ts';
import { redo, redoSession, undo, undoSession } from './commands/undo.ts';

/** The commands about what was done, and about taking it back. */
export const addActionCommands = (program: Command, context: () => CommandContext): void => {
  program
    .command('actions')
    .description('list everything that was done, newest first')
    .option('--since <moment>', 'only from then on, in ISO 8601')
    .addOption(new Option('--actor <who>', 'only what they did').choices(actorKinds))
    .option('--part <id>', 'only what touched this part')
    .option('--session <id>', 'only what was done in this session')
    .option('--type <type>', 'only of this type, such as create_part')
    .option('--limit <number>', 'at most so many')
    .action((filter: ActionFilter) => listActions(context(), filter));
  program
    .command('undo')
    .description('take back what was done')
    .argument('<id>')
    .option('--with-later', 'also the later work that rests on it')
    .action((id: string, options: { withLater?: boolean }) => undo(context(), id, options));
  program
    .command('redo')
    .description('do again what was undone')
    .argument('<id...>')
    .option('--with-others', 'also undo what is in the way, and do again what it rests on')
    .action((ids: string[], options: { withOthers?: boolean }) => redo(context(), ids, options));
  program
    .command('undo-session')
    .description('take back all the companion did in a session')
    .argument('<id>')
    .option('--with-later', 'also the later work that rests on it')
    .action((id: string, options: { withLater?: boolean }) => undoSession(context(), id, options));
  program
    .command('redo-session')
    .description('do again what was undone of what the companion did in a session')
    .argument('<id>')
    .option('--with-others', 'also undo what is in the way, and do again what it rests on')
    .action((id: string, options: { withOthers?: boolean }) => redoSession(context(), id, options));
};
