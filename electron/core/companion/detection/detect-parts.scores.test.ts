import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { detectParts } from './detect-parts.ts';

const data = fileURLToPath(new URL('../../../../tests/data/', import.meta.url));
const Labelled = z.object({ id: z.string(), text: z.string() });
const Figures = z.object({
  f1: z.number(),
  role_accuracy: z.number(),
  negatives: z.number(),
  negatives_flagged: z.number(),
  problems: z.record(z.string(), z.number()),
});

/** Runs the project's scorer as anybody would from a terminal and reads its last line. */
function score(set: string): z.infer<typeof Figures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'trailhead-parts-'));
  try {
    const gold = path.join(data, `part-detection.${set}.jsonl`);
    const predictions = path.join(folder, 'predictions.jsonl');
    const lines = readFileSync(gold, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => Labelled.parse(JSON.parse(line)));
    writeFileSync(predictions, lines.map(({ id, text }) => `${JSON.stringify({ id, parts: detectParts(text) })}\n`).join(''));
    const printed = execFileSync(process.execPath, [path.join(data, 'score-parts.mjs'), gold, predictions], { encoding: 'utf8' });
    return Figures.parse(JSON.parse(printed.trim().split('\n').at(-1) ?? ''));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the part detector against labelled messages', () => {
  it.each([
    { set: 'dev', f1: 0.9, roles: 0.9, negatives: 0.1 },
    { set: 'own-train', f1: 0.9, roles: 0.9, negatives: 0.1 },
    { set: 'fresh-train', f1: 0.88, roles: 0.9, negatives: 0.1 },
    // What the detector has not seen: neither its rules nor its model.
    { set: 'own-test', f1: 0.82, roles: 0.8, negatives: 0.1 },
    { set: 'unseen-a', f1: 0.78, roles: 0.65, negatives: 0.12 },
    { set: 'unseen-b', f1: 0.76, roles: 0.65, negatives: 0.1 },
  ])('stays above its floors on $set', ({ set, f1, roles, negatives }) => {
    const figures = score(set);
    expect(figures.f1).toBeGreaterThanOrEqual(f1);
    expect(figures.role_accuracy).toBeGreaterThanOrEqual(roles);
    expect(figures.negatives_flagged / figures.negatives).toBeLessThanOrEqual(negatives);
    expect(Object.values(figures.problems).every((count) => count === 0)).toBe(true);
  });
});
