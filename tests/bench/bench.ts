/**
 * `npm run bench -- NAME` runs `tests/bench/NAME.bench.ts` and prints its figures; the last line is one JSON object.
 * The status is 0 even when a target is missed: what is missed is printed, not hidden.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Figure } from './figures.ts';

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
const name = process.argv[2] ?? '';

if (!names.includes(name) || !existsSync(join(import.meta.dirname, `${name}.bench.ts`))) {
  console.error(`Name one of these benches: ${names.join(', ')}.`);
  process.exitCode = 2;
} else {
  const module: unknown = await import(`./${name}.bench.ts`);
  const { run } = z.object({ run: z.custom<() => Promise<Figure[]>>((value) => typeof value === 'function') }).parse(module);
  const figures = await run();
  for (const { name: figure, value, unit, target, met } of figures) {
    const shown = value === null ? 'could not run' : `${value} ${unit}`;
    console.log(`${figure.padEnd(26)} ${shown.padStart(16)}   at most ${target} ${unit}   ${met ? 'met' : 'MISSED'}`);
  }
  console.log(JSON.stringify({ bench: name, figures }));
}
