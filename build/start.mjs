// `npm start`: plain JavaScript, so that a too-old Node can still say what it needs.
import { fileURLToPath } from 'node:url';
import { ensureNode } from './node-version.mjs';

if (ensureNode(fileURLToPath(import.meta.url))) {
  const { start } = await import('./start.ts');
  process.exit(await start(process.argv.slice(2)));
}
