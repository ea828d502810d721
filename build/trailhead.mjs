#!/usr/bin/env node
// `npm run trailhead -- ARGS`: the command line, straight from its sources.
import { fileURLToPath } from 'node:url';
import { ensureNode } from './node-version.mjs';

if (ensureNode(fileURLToPath(import.meta.url))) {
  const { trailhead } = await import('../electron/cli/trailhead.ts');
  process.exitCode = await trailhead(process.argv.slice(2));
}
