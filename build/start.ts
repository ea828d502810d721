import { spawn } from 'node:child_process';
import { buildIfNeeded } from './built-files.ts';
import { findElectron, hasScreen } from './find-electron.ts';
import { projectRoot } from './node-version.mjs';
import { type StartOptions, readStartOptions, usage } from './start-options.ts';

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

/** Builds what is missing, then runs Trailhead in Electron, or in a browser where Electron can't run. Answers the exit status. */
export const start = async (args: string[]): Promise<number> => {
  const read = readStartOptions(args);
  if (!read.ok) {
    say(read.message);
    return 2;
  }
  const { options } = read;
  if (options.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  if (options.host === 'loopback') return startLoopback(options);
  const electron = hasScreen() ? findElectron() : undefined;
  if (electron !== undefined) return startElectron(electron, options);
  if (options.host === 'electron') {
    say(hasScreen() ? 'Electron is not installed and could not be downloaded.' : 'Electron needs a screen, and there is none here.');
    return 1;
  }
  say(
    `${hasScreen() ? 'Electron is not here and could not be downloaded' : 'There is no screen for Electron'}, so Trailhead runs in a browser.`,
  );
  return startLoopback(options);
};

const startElectron = (electron: string, { dataDir }: StartOptions): number | Promise<number> => {
  if (!buildIfNeeded(['renderer', 'main', 'preload'])) return 1;
  const child = spawn(electron, [projectRoot, ...(dataDir === undefined ? [] : [`--data-dir=${dataDir}`])], { stdio: 'inherit' });
  // Ctrl-C reaches Electron as well, which locks before it ends; this process only waits for it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.once('exit', (status) => resolve(status ?? 1));
    child.once('error', () => {
      say('Electron could not be started; npm start -- --host loopback opens Trailhead in a browser.');
      resolve(1);
    });
  });
};

const startLoopback = async ({ dataDir, port, noOpen }: StartOptions): Promise<number> => {
  if (!buildIfNeeded(['renderer'])) return 1;
  const { serve } = await import('../electron/loopback/serve.ts');
  return serve({ port, noOpen, ...(dataDir === undefined ? {} : { dataDir }) });
};
