import type { FileContent, SaveFile } from '../../core/ports.ts';
import { writeFileAtomically } from '../../hosts/write-file-atomically.ts';
import { ask } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { Failure } from '../failure.ts';
import { inertLine } from '../inert.ts';
import { facts } from '../output.ts';
import type { Terminal } from '../terminal.ts';

/** Reads the whole database. Unsound is a failure: scripts see it in the exit status. */
export const checkDatabase = async (context: CommandContext): Promise<void> => {
  const found = await context.withProfile((core) => ask(core, 'database.check', {}));
  await context.print(found, () =>
    facts([
      ['Database', found.sound ? 'sound' : 'damaged'],
      ['Schema version', String(found.schemaVersion)],
      ['Messages', String(found.messages)],
    ]),
  );
  if (found.sound) return;
  for (const problem of found.problems) context.terminal.note(`${inertLine(problem)}\n`);
  throw new Failure('The database is damaged; keep a copy of the data folder before doing anything else.');
};

/** Writes everything the person owns to one file, or to standard output for `-`. */
export const exportProfile = async (context: CommandContext, file: string, { force }: { force?: boolean }): Promise<void> => {
  let problem: string | undefined;
  const saveFile: SaveFile = async ({ content }) => {
    const saved =
      file === '-' ? await pour(context.terminal, content) : await writeFileAtomically(file, content, { overwrite: force === true });
    if (saved.ok) return { outcome: 'saved', fileName: saved.value };
    problem = saved.message;
    return { outcome: 'cancelled' };
  };
  const outcome = await context.withProfile((core) => ask(core, 'transfer.export', {}), saveFile);
  if (outcome.outcome !== 'saved')
    throw new Failure(problem?.replace('allow it to be replaced', 'replace it with --force') ?? 'The export was not written.');
  if (file !== '-') await context.print(outcome, () => `Everything is in ${outcome.fileName}\n`);
};

const pour = async (terminal: Terminal, content: FileContent) => {
  try {
    const decoder = new TextDecoder();
    for await (const piece of content) {
      if (!(await terminal.write(typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true }))))
        return { ok: false, message: 'Nobody read the export to its end.' } as const;
    }
    return { ok: true, value: '-' } as const;
  } catch {
    return { ok: false, message: 'The export could not be read to its end.' } as const;
  }
};
