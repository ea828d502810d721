import { commandNames } from '../cli/command-names.ts';

export type Launch = { kind: 'window'; dataDir: string | undefined } | { kind: 'command'; args: string[] };

/** `--data-dir DIR` may stand before a command; its value is not a command. */
const optionsWithValue = ['--data-dir', '--profile', '--passphrase-file'];
/** What asks the command line for something although no command is named. */
const commandLineOptions = ['--help', '-h', '--version', '-V'];

/**
 * What a start asks for: the command line when the first word is one of its commands, otherwise the window.
 * @param argv as the process has it: the program, in development its folder, then the arguments.
 */
export const readLaunch = (argv: readonly string[], isPackaged: boolean): Launch => {
  const args = argv.slice(isPackaged ? 1 : 2);
  const [first] = words(args);
  if (first !== undefined && isCommand(first)) return { kind: 'command', args: [...args] };
  if (first === undefined && args.some((argument) => commandLineOptions.includes(argument))) return { kind: 'command', args: [...args] };
  return { kind: 'window', dataDir: valueOf(args, '--data-dir') };
};

const isCommand = (word: string): boolean => commandNames.some((name) => name === word);

const words = (args: readonly string[]): string[] =>
  args.filter((argument, index) => !argument.startsWith('-') && !optionsWithValue.includes(args[index - 1] ?? ''));

const valueOf = (args: readonly string[], option: string): string | undefined => {
  const joined = args.find((argument) => argument.startsWith(`${option}=`));
  if (joined !== undefined) return joined.slice(option.length + 1);
  const index = args.indexOf(option);
  return index === -1 ? undefined : args[index + 1];
};
