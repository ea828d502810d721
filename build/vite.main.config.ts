import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const project = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/**
 * The main process: everything but Electron itself and the packages with native code in one flat folder. The worker is an entry of its own,
 * because a thread is started from a file.
 */
export default defineConfig({
  root: project('.'),
  publicDir: false,
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3', '@node-rs/argon2'] },
  build: {
    ssr: true,
    outDir: project('out/main'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: { index: project('electron/main/index.ts'), 'maintenance-worker': project('electron/core/db/maintenance-worker.ts') },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
