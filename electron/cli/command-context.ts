import type { ProfileSummary } from '../../shared/entities/profile.ts';
import type { Forgetting } from '../../shared/entities/forgetting.ts';
import type { Core } from '../core/create-core.ts';
import type { SaveFile } from '../core/ports.ts';
import { defaultDataDir, prepareDataDir } from '../hosts/data-folder.ts';
import { ask } from './ask.ts';
import { Failure } from './failure.ts';
import { forgettingStands } from './forgetting-stands.ts';
import { jsonLine } from './output.ts';
import { readPassphrase } from './passphrase.ts';
import type { Terminal } from './terminal.ts';

/** The options every command takes, before or after its name. */
export type GlobalOptions = {
  dataDir?: string;
  profile?: string;
  json?: boolean;
  passphraseFile?: string;
  verbose?: boolean;
  /** Of the memory. */
  version?: string;
};

export type OpenCore = (options: { dataDir: string; saveFile: SaveFile; verbose: boolean }) => Promise<Core>;

/** What a command works with. */
export type CommandContext = {
  terminal: Terminal;
  options: GlobalOptions;
  /** Prints a result: the value as JSON, or as text for people. */
  print(value: unknown, text: () => string): Promise<void>;
  /** Runs with a core that is stopped afterwards, whatever happens. */
  withCore<Value>(use: (core: Core) => Promise<Value>, saveFile?: SaveFile): Promise<Value>;
  /** The same with the person's profile open. */
  withProfile<Value>(use: (core: Core) => Promise<Value>, saveFile?: SaveFile): Promise<Value>;
};

const noFile: SaveFile = async () => ({ outcome: 'cancelled' });

export const createCommandContext = (terminal: Terminal, options: GlobalOptions, openCore: OpenCore): CommandContext => {
  const withCore: CommandContext['withCore'] = async (use, saveFile = noFile) => {
    const folder = await prepareDataDir(options.dataDir ?? defaultDataDir());
    if (!folder.ok) throw new Failure(folder.message);
    const core = await openCore({ dataDir: folder.value, saveFile, verbose: options.verbose ?? false });
    const interrupted = Promise.withResolvers<never>();
    const ignoreInterrupts = terminal.onInterrupt(() => interrupted.reject(new Failure('Stopped.')));
    try {
      return await Promise.race([use(core), interrupted.promise]);
    } finally {
      ignoreInterrupts();
      await core.stop();
    }
  };
  return {
    terminal,
    options,
    print: async (value, text) => void (await terminal.write(options.json === true ? jsonLine(value) : text())),
    withCore,
    withProfile: (use, saveFile) =>
      withCore(async (core) => {
        await unlock(core, terminal, options);
        await finishForgetting(core, terminal);
        return use(core);
      }, saveFile),
  };
};

const unlock = async (core: Core, terminal: Terminal, options: GlobalOptions): Promise<void> => {
  const { profiles, damaged } = await ask(core, 'profiles.list', {});
  const [first] = damaged;
  if (profiles.length === 0 && first !== undefined) throw new Failure(first.message);
  const profile = chooseProfile(profiles, options.profile);
  const passphrase = await readPassphrase(terminal, options.passphraseFile, { isNew: false });
  const { notice } = await ask(core, 'profiles.unlock', { profileId: profile.id, secret: { kind: 'passphrase', passphrase } });
  if (notice !== null) terminal.note(`${notice}\n`);
};

/** What was not finished when Trailhead came to its end goes first, so that no command shows what is to be gone. */
const finishForgetting = async (core: Core, terminal: Terminal): Promise<void> => {
  const isUnfinished = ({ step }: Forgetting): boolean => step !== 'done';
  const { items } = await ask(core, 'forgetting.list', {});
  if (!items.some(isUnfinished)) return;
  terminal.note('Something was to be forgotten and is not all gone yet. Going on with that first.\n');
  const left = (await ask(core, 'forgetting.resume', {})).items.filter(isUnfinished);
  terminal.note(left.length === 0 ? 'Now it is forgotten for good.\n' : left.map(({ step }) => forgettingStands[step]).join(''));
};

/** The profile with this id or name; the only one there is when none is named. */
const chooseProfile = (profiles: readonly ProfileSummary[], wanted: string | undefined): ProfileSummary => {
  const [first, ...others] = wanted === undefined ? profiles : matching(profiles, wanted);
  if (first !== undefined && others.length === 0) return first;
  if (profiles.length === 0) throw new Failure('There is no profile yet; make one with: trailhead profile create --name NAME');
  if (first === undefined) throw new Failure('There is no profile of that name; trailhead profile list shows all.');
  throw new Failure(
    wanted === undefined
      ? 'There are several profiles; choose one with --profile, and see them with: trailhead profile list'
      : 'Several profiles have that name; choose one by its id, which trailhead profile list shows.',
  );
};

const matching = (profiles: readonly ProfileSummary[], wanted: string): ProfileSummary[] => {
  const byId = profiles.filter(({ id }) => id === wanted);
  return byId.length > 0 ? byId : profiles.filter(({ label }) => label === wanted);
};
