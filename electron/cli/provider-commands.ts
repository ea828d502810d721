import { Argument, type Command } from 'commander';
import { modelKinds } from '../../shared/entities/provider.ts';
import type { CommandContext } from './command-context.ts';
import { removeProvider, setProvider, showProvider, testProvider } from './commands/provider.ts';

/** The commands about who answers and where words go. */
export const addProviderCommands = (program: Command, context: () => CommandContext): void => {
  const provider = program.command('provider').description('who answers, and where words go');
  provider
    .command('show')
    .description('say who answers, and whether anything may leave')
    .action(() => showProvider(context()));
  provider
    .command('set')
    .description('choose who answers; a key comes from TRAILHEAD_API_KEY or standard input, never from an argument')
    .addArgument(new Argument('<kind>').choices(['guide', ...modelKinds]))
    .option('--model <name>', 'which model')
    .option('--base-url <address>', 'where a local model is, such as http://127.0.0.1:11434')
    .option('--yes', 'turn it on without being asked')
    .action((kind: 'guide' | 'anthropic' | 'local', options: Parameters<typeof setProvider>[2]) => setProvider(context(), kind, options));
  provider
    .command('test')
    .description('ask a server which models it has; nothing you wrote is sent')
    .addArgument(new Argument('[kind]').choices(modelKinds))
    .option('--base-url <address>', 'where a local model is')
    .action((kind: 'anthropic' | 'local' | undefined, options: { baseUrl?: string }) => testProvider(context(), kind, options));
  provider
    .command('remove')
    .description('go back to the built-in guide, turn connections off and forget the keys')
    .action(() => removeProvider(context()));
};
