import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const project = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The preload: one CommonJS file, because a sandboxed preload can load nothing but Electron itself. */
export default defineConfig({
  root: project('.'),
  publicDir: false,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    outDir: project('out/preload'),
    emptyOutDir: true,
    target: 'chrome140',
    minify: false,
    rolldownOptions: {
      input: { index: project('electron/preload/index.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
});
