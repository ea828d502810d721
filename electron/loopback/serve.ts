import { fileURLToPath } from 'node:url';
import { type Core, createCore } from '../core/create-core.ts';
import { systemClock, systemIds, systemRandom } from '../core/node-ports.ts';
import { READING_PACE_MS, createNodePorts } from '../hosts/create-node-ports.ts';
import { defaultDataDir, prepareDataDir } from '../hosts/data-folder.ts';
import { rendererAssets } from '../hosts/renderer-assets.ts';
import type { LoopbackOptions } from './context.ts';
import { createDownloads } from './downloads.ts';
import { type Opened, openForPerson } from './open-for-person.ts';
import { type LoopbackServer, startLoopbackServer } from './server.ts';
import { type SignIn, createSignIn } from './sign-in.ts';
import { awaitStopRequest } from './stop-request.ts';

/** Stopping may take this long, in milliseconds; what is not done then is left to the next start. */
const STOP_LIMIT_MS = 2_000;

export type ServeOptions = {
  dataDir?: string;
  port?: number;
  /** Print an address and a code instead of opening a window. */
  noOpen?: boolean;
  verifyOutputs?: boolean;
  rendererDir?: string;
  /** A session known beforehand, for development: the page stays signed in when the host restarts. */
  session?: string;
  middleware?: LoopbackOptions['middleware'];
  /** Called once the host answers, before anything is opened. */
  onListening?: (server: LoopbackServer) => void | Promise<void>;
};

const builtRenderer = fileURLToPath(new URL('../../out/renderer', import.meta.url));

/** Runs the loopback host until it is asked to stop. Answers the exit status; whatever goes wrong was said in one sentence by then. */
export const serve = async (options: ServeOptions = {}): Promise<number> => {
  if (isPackaged()) return fail('The browser host is for development only and does not run from an installed Trailhead.');
  const folder = await prepareDataDir(options.dataDir ?? defaultDataDir());
  if (!folder.ok) return fail(folder.message);

  // A terminal that went away ends the host by its signal, not by the next line that can't be printed.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

  const clock = systemClock;
  const random = systemRandom;
  const downloads = createDownloads({ clock, random });
  const ports = createNodePorts({
    host: 'loopback',
    dataDir: folder.value,
    saveFile: downloads.saveFile,
    replyPaceMs: READING_PACE_MS,
    verifyOutputs: options.verifyOutputs ?? false,
  });
  const core = createCore(ports);
  core.start();
  const signIn = createSignIn({ clock, random, ...(options.session === undefined ? {} : { session: options.session }) });
  const shown = new EventTarget();
  const started = await startLoopbackServer({
    core,
    signIn,
    downloads,
    clock,
    random,
    ids: systemIds,
    readAsset: rendererAssets(options.rendererDir ?? builtRenderer),
    port: options.port ?? 0,
    onSignInShown: () => shown.dispatchEvent(new Event('page')),
    onSignedIn: () => shown.dispatchEvent(new Event('signed-in')),
    ...(options.middleware === undefined ? {} : { middleware: options.middleware }),
  });
  if (!started.ok) return fail(started.message);
  return run(core, signIn, started.value, shown, options);
};

const run = async (core: Core, signIn: SignIn, server: LoopbackServer, shown: EventTarget, options: ServeOptions): Promise<number> => {
  const stop = awaitStopRequest();
  let opened: Opened | undefined;
  try {
    await options.onListening?.(server);
    opened = await openForPerson({ origin: server.origin, signIn, shown, clock: systemClock, noOpen: options.noOpen ?? false });
    await Promise.race([stop.requested, opened.closed]);
    return 0;
  } catch (error) {
    return fail(`Trailhead could not start: ${error instanceof Error ? error.message : 'its core did not answer'}.`);
  } finally {
    // From here on another Ctrl-C ends the process at once.
    stop.release();
    // Listeners first, so that nothing new arrives while the profile is being locked.
    const closing = server.close();
    await Promise.race([Promise.all([core.stop(), opened?.remove(), closing]), limit(STOP_LIMIT_MS)]);
  }
};

const limit = (milliseconds: number): Promise<void> => systemClock.delay(milliseconds, new AbortController().signal);

const fail = (sentence: string): number => {
  process.stderr.write(`${sentence}\n`);
  return 1;
};

/** Inside an installed application everything lies in an archive, and this host is not part of it. */
const isPackaged = (): boolean => 'electron' in process.versions || import.meta.url.includes('.asar/');
