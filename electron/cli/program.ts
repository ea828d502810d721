import { Command, CommanderError, Option, type OutputConfiguration } from 'commander';
import { sessionModes } from '../../shared/entities/session.ts';
import { applicationVersion } from '../hosts/version.ts';
import { addActionCommands } from './action-commands.ts';
import { type CommandContext, type GlobalOptions, type OpenCore, createCommandContext } from './command-context.ts';
import { checkDatabase, exportProfile } from './commands/database.ts';
import { listJobs, runJobs } from './commands/jobs.ts';
import { sayAllRight } from './commands/all-right.ts';
import { createProfile, listProfiles } from './commands/profile.ts';
import { acceptProposal, listProposals } from './commands/proposals.ts';
import { type Saying, say } from './commands/say.ts';
import { endSession, listSessions, renameSession } from './commands/sessions.ts';
import { Failure } from './failure.ts';
import { addForgetCommands } from './forget-commands.ts';
import { addMemoryCommands } from './memory-commands.ts';
import { addPartCommands } from './part-commands.ts';
import { addProviderCommands } from './provider-commands.ts';
import type { Terminal } from './terminal.ts';

/** Every command there is, ready to be given arguments. Nothing of it ends the process. */
export const createProgram = (terminal: Terminal, openCore: OpenCore): Command => {
  const program = new Command('trailhead')
    .description('A private companion for parts work, from a terminal.')
    .option('-V, --version [number]', 'print the version of Trailhead; after memory: show that version of the memory')
    .option('--data-dir <dir>', 'the folder of all profiles')
    .option('--profile <nameOrId>', 'whose profile; not needed when there is one')
    .option('--json', 'print bare values as JSON')
    .option('--passphrase-file <file>', 'a file that holds the passphrase; else TRAILHEAD_PASSPHRASE or a prompt')
    .option('--verbose', 'tell more when something fails')
    .showSuggestionAfterError(true);
  answerVersion(program, terminal);

  const context = (): CommandContext => createCommandContext(terminal, program.opts<GlobalOptions>(), openCore);

  const profile = program.command('profile').description('make and list profiles');
  profile
    .command('create')
    .description('make a profile')
    .requiredOption('--name <name>', 'what to call it')
    .option('--recovery-code', 'print a code that opens the profile when the passphrase is lost')
    .action((options: { name: string; recoveryCode?: boolean }) => createProfile(context(), options));
  profile
    .command('list')
    .description('list the profiles of the data folder')
    .action(() => listProfiles(context()));

  program
    .command('say')
    .description('say something in the active session, or begin one, and print the reply')
    .argument('<text>')
    .addOption(new Option('--mode <mode>', 'what the session is for from now on').choices(sessionModes))
    .option('--part <idOrName>', 'the part it is with; goes with --mode')
    .option('--session <id>', 'a running session, instead of the active one')
    .option('--as <self|part>', 'who speaks, in a dialogue: self, or a part by id or name')
    .option('--private', 'keep the session from every provider, from this message on')
    .option('--no-memory', 'keep no memory of the session')
    .action((text: string, saying: Saying) => say(context(), text, saying));
  program
    .command('proposals')
    .description('list what the companion offered')
    .action(() => listProposals(context()));
  program
    .command('accept')
    .description('make a part of a proposal')
    .argument('<id>')
    .option('--name <name>', 'what to call the part')
    .action((id: string, options: { name?: string }) => acceptProposal(context(), id, options));

  addPartCommands(program, context);
  addActionCommands(program, context);
  addProviderCommands(program, context);
  addMemoryCommands(program, context);
  addForgetCommands(program, context);

  program
    .command('sessions')
    .description('list the sessions')
    .action(() => listSessions(context()));
  const session = program.command('session').description('one session');
  session
    .command('end')
    .description('end the active session')
    .action(() => endSession(context()));
  session
    .command('rename')
    .description('give a session a title')
    .argument('<id>')
    .argument('<title>')
    .action((id: string, title: string) => renameSession(context(), id, title));

  program
    .command('detect')
    .description('find parts in a text, or with --json in lines of {"id","text"}; needs no profile')
    .argument('[text]', 'read from standard input when left out')
    .action(async (text: string | undefined) => {
      const { detect } = await import('./commands/detect.ts');
      await detect(terminal, text, program.opts<GlobalOptions>().json === true);
    });

  program
    .command('safety')
    .description('look for danger in a text, or with --json in lines of {"id","text"}; needs no profile')
    .argument('[text]', 'read from standard input when left out')
    .action(async (text: string | undefined) => {
      const { safety } = await import('./commands/safety.ts');
      await safety(terminal, text, program.opts<GlobalOptions>().json === true);
    });

  program
    .command('all-right')
    .description('say that you are all right now: a hard moment that is open is over')
    .action(() => sayAllRight(context()));

  const jobs = program
    .command('jobs')
    .description('what is done in the background: what ran, and what waits')
    .action(() => listJobs(context()));
  jobs
    .command('run')
    .description('do all that is due, now')
    .action(() => runJobs(context()));

  const database = program.command('db').description('the database of a profile');
  database
    .command('check')
    .description('read all of it and say whether it is sound')
    .action(() => checkDatabase(context()));
  program
    .command('export')
    .description('write everything to one JSON file; - for standard output')
    .argument('<file>')
    .option('--force', 'replace the file if it is there')
    .action((file: string, options: { force?: boolean }) => exportProfile(context(), file, options));

  forEveryCommand(program, terminal);
  return program;
};

/** Bare, `--version` is about Trailhead; only the memory has versions of its own to ask for by number. */
const answerVersion = (program: Command, terminal: Terminal): void => {
  program.on('option:version', (number: unknown) => {
    if (typeof number === 'string') return;
    void terminal.write(`${applicationVersion}\n`);
    throw new CommanderError(0, 'commander.version', applicationVersion);
  });
  program.hook('preAction', (_program, command) => {
    if (program.opts<GlobalOptions>().version !== undefined && command.name() !== 'memory')
      throw new Failure('--version takes a number only after memory.', 2);
  });
};

const forEveryCommand = (command: Command, terminal: Terminal): void => {
  const output: OutputConfiguration = {
    writeOut: (text) => void terminal.write(text),
    writeErr: (text) => terminal.note(text),
    outputError: (text, write) => write(asSentence(text)),
  };
  command.exitOverride().configureOutput(output).helpCommand(false);
  for (const inner of command.commands) forEveryCommand(inner, terminal);
};

const asSentence = (text: string): string => {
  const bare = text.replace(/^error: /, '').trimEnd();
  return `${bare.charAt(0).toUpperCase()}${bare.slice(1)}${/[.?)]$/.test(bare) ? '' : '.'}\n`;
};
