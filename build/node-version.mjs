// Plain JavaScript that any Node of the last years can read: it is what a too-old one gets to see.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

const NEEDED_MAJOR = 22;
const NEEDED_MINOR = 18;

/** Can this Node read TypeScript as it is and load the database driver? Older ones crash in the driver. */
export const isNewEnough = (version) => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > NEEDED_MAJOR || (major === NEEDED_MAJOR && minor >= NEEDED_MINOR);
};

export const tooOldSentence = (version) =>
  `Trailhead needs Node ${NEEDED_MAJOR}.${NEEDED_MINOR} or newer, and this is ${version}; install a newer Node and try again.`;

/** The Node that npm installed beside the application, where there is one for this computer. */
const pinnedNode = () => {
  const path = join(projectRoot, 'node_modules', '.bin', 'node');
  return existsSync(path) ? path : undefined;
};

/**
 * Goes on under a Node that is new enough: this one, or the pinned one in its place, or not at all.
 * Answers true when the caller may go on.
 */
export const ensureNode = (script) => {
  if (isNewEnough(process.version)) return true;
  const node = process.env.TRAILHEAD_REEXECUTED === '1' ? undefined : pinnedNode();
  if (node === undefined) {
    process.stderr.write(`${tooOldSentence(process.version)}\n`);
    process.exitCode = 1;
    return false;
  }
  const child = spawnSync(node, [script, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, TRAILHEAD_REEXECUTED: '1' },
  });
  process.exitCode = child.status ?? 1;
  return false;
};
