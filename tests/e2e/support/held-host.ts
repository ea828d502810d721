import { join } from 'node:path';
import { createCore } from '../../../electron/core/create-core.ts';
import { systemClock, systemIds, systemRandom } from '../../../electron/core/node-ports.ts';
import type { Clock } from '../../../electron/core/ports.ts';
import { READING_PACE_MS, createNodePorts } from '../../../electron/hosts/create-node-ports.ts';
import { rendererAssets } from '../../../electron/hosts/renderer-assets.ts';
import { createDownloads } from '../../../electron/loopback/downloads.ts';
import { startLoopbackServer } from '../../../electron/loopback/server.ts';
import { createSignIn } from '../../../electron/loopback/sign-in.ts';
import type { Host } from './host.ts';
import { signInWith } from './host.ts';

export type HeldHost = Host & {
  /** From now on the companion stops before its next word, until it is let go. */
  holdReplies(): void;
  letRepliesGo(): void;
};

/** The loopback host in this process, over the same core, with the companion's pace in the test's hands. */
export async function startHeldHost(dataDir: string): Promise<HeldHost> {
  let held = false;
  let release: () => void = () => undefined;
  let gate: Promise<void> = Promise.resolve();
  const clock: Clock = {
    now: systemClock.now,
    async delay(milliseconds, signal) {
      await systemClock.delay(milliseconds, signal);
      if (held) await gate;
    },
  };
  const downloads = createDownloads({ clock, random: systemRandom });
  const ports = createNodePorts({
    host: 'loopback',
    dataDir,
    saveFile: downloads.saveFile,
    replyPaceMs: READING_PACE_MS,
    verifyOutputs: true,
    country: () => 'GB',
  });
  const core = createCore({ ...ports, clock });
  const signIn = createSignIn({ clock, random: systemRandom });
  const started = await startLoopbackServer({
    core,
    signIn,
    downloads,
    clock,
    random: systemRandom,
    ids: systemIds,
    readAsset: rendererAssets(join(import.meta.dirname, '..', '..', '..', 'out', 'renderer')),
    port: 0,
  });
  if (!started.ok) throw new Error(started.message);
  const { origin, close } = started.value;
  return {
    origin,
    signIn: (page) => signInWith(page, origin, signIn.issueCode() ?? ''),
    output: () => '',
    holdReplies() {
      held = true;
      gate = new Promise((resolve) => {
        release = resolve;
      });
    },
    letRepliesGo() {
      held = false;
      release();
    },
    async stop() {
      held = false;
      release();
      await core.stop();
      await close();
      return 0;
    },
    kill: () => Promise.reject(new Error('This host lives in the test’s own process.')),
  };
}
