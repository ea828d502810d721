import type { InstalledFiles } from '../hosts/create-node-ports.ts';
import { createOpenCore } from './open-core.ts';
import { runCli } from './run-cli.ts';
import { processTerminal } from './terminal.ts';

/**
 * Runs the command line of this process and answers its exit status.
 * @param files where an installed application keeps what the core reads; a checkout knows by itself.
 */
export const trailhead = (args: readonly string[], files?: InstalledFiles): Promise<number> =>
  runCli(args, processTerminal(), createOpenCore(files));
