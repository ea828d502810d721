import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './node-version.mjs';

/** What is built, from what, and how. Everything else runs from its sources. */
type Bundle = { output: string; sources: readonly string[]; config: string };

const bundles = {
  renderer: {
    output: 'out/renderer/index.html',
    sources: ['renderer', 'shared', 'vite.config.ts', 'package-lock.json'],
    config: 'vite.config.ts',
  },
  main: {
    output: 'out/main/index.js',
    sources: ['electron', 'shared', 'build/vite.main.config.ts', 'package.json', 'package-lock.json'],
    config: 'build/vite.main.config.ts',
  },
  preload: {
    output: 'out/preload/index.cjs',
    sources: ['electron/preload', 'shared', 'build/vite.preload.config.ts', 'package-lock.json'],
    config: 'build/vite.preload.config.ts',
  },
} satisfies Record<string, Bundle>;

/** The newest change below a path, in milliseconds. Folders count too: theirs changes when a file goes away. */
const newestChange = (path: string): number => {
  if (!existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  const below = readdirSync(path).map((name) => newestChange(join(path, name)));
  return Math.max(status.mtimeMs, ...below);
};

export const isUpToDate = ({ output, sources }: Pick<Bundle, 'output' | 'sources'>, root: string = projectRoot): boolean => {
  const built = join(root, output);
  return existsSync(built) && sources.every((source) => newestChange(join(root, source)) <= statSync(built).mtimeMs);
};

/** Builds what is missing or older than its sources. What the build says goes to standard error, and only when it fails. */
export const buildIfNeeded = (names: readonly (keyof typeof bundles)[]): boolean => {
  for (const name of names) {
    const bundle = bundles[name];
    if (isUpToDate(bundle)) continue;
    process.stderr.write(`Building ${name}…\n`);
    const vite = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js');
    const child = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error', '--config', bundle.config], {
      cwd: projectRoot,
      encoding: 'utf8',
    });
    if (child.status === 0) continue;
    process.stderr.write(`${child.stdout}${child.stderr}The ${name} could not be built; the lines above say why.\n`);
    return false;
  }
  return true;
};
