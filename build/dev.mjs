// `npm run dev`: the browser host with the screen straight from its sources, restarted whenever the core or a host changes.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureNode, projectRoot } from './node-version.mjs';

/** The same port at every restart, so that the page finds its host again. */
const DEV_PORT = 5317;

const run = async () => {
  const { readStartOptions } = await import('./start-options.ts');
  const read = readStartOptions(process.argv.slice(2));
  if (!read.ok) {
    process.stderr.write(`${read.message}\n`);
    process.exitCode = 2;
    return;
  }
  const { dataDir, port, noOpen } = read.options;
  const child = spawn(process.execPath, ['--watch', '--watch-preserve-output', join(projectRoot, 'build', 'dev-host.ts')], {
    stdio: 'inherit',
    env: {
      ...process.env,
      // One session for all restarts; the environment of a process is its own user's to read.
      TRAILHEAD_DEV: JSON.stringify({
        dataDir,
        noOpen,
        port: port === 0 ? DEV_PORT : port,
        session: randomBytes(32).toString('base64url'),
      }),
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (status) => process.exit(status ?? 0));
};

if (ensureNode(fileURLToPath(import.meta.url))) await run();
