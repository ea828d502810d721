import type { InstalledFiles } from '../hosts/create-node-ports.ts';
import type { OpenCore } from './command-context.ts';

/** The core of a command, loaded only by commands that need it: the others start at once and touch no database driver. */
export const createOpenCore =
  (files?: InstalledFiles): OpenCore =>
  async ({ dataDir, saveFile, verbose }) => {
    const [{ createCore }, { createNodePorts }] = await Promise.all([
      import('../core/create-core.ts'),
      import('../hosts/create-node-ports.ts'),
    ]);
    const ports = createNodePorts({ host: 'cli', dataDir, saveFile, replyPaceMs: 0, ...(files === undefined ? {} : { files }) });
    // A failure ends a command with a sentence; its line for the log is for those who asked for more.
    return createCore(verbose ? ports : { ...ports, logger: { failure: () => undefined } });
  };
