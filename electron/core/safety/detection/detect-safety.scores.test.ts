import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { detectSafety } from './detect-safety.ts';

const data = fileURLToPath(new URL('../../../../tests/data/', import.meta.url));
const Labelled = z.object({ id: z.string(), text: z.string() });
const Figures = z.object({
  crisis_recall_by_kind: z.object({ explicit: z.number(), indirect: z.number(), masked: z.number() }),
  alert_recall: z.number(),
  none_as_crisis: z.number(),
  none_flagged: z.number(),
  problems: z.record(z.string(), z.number()),
});

const messagesOf = (set: string): z.infer<typeof Labelled>[] =>
  readFileSync(path.join(data, `${set}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Labelled.parse(JSON.parse(line)));

/** Runs the project's scorer as anybody would from a terminal and reads its last line. */
function score(set: string): z.infer<typeof Figures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'trailhead-safety-'));
  try {
    const gold = path.join(data, `safety.${set}.jsonl`);
    const predictions = path.join(folder, 'predictions.jsonl');
    writeFileSync(
      predictions,
      messagesOf(`safety.${set}`)
        .map(({ id, text }) => `${JSON.stringify({ id, label: detectSafety(text).label })}\n`)
        .join(''),
    );
    const printed = execFileSync(process.execPath, [path.join(data, 'score-safety.mjs'), gold, predictions], { encoding: 'utf8' });
    return Figures.parse(JSON.parse(printed.trim().split('\n').at(-1) ?? ''));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the safety detector against labelled messages', () => {
  it.each([
    // What was promised, on the set it was promised on.
    { set: 'dev', explicit: 0.98, indirect: 0.85, masked: 0.6, alert: 0.95, asCrisis: 0.03, flagged: 0.1 },
    // Nothing was learned from this one, but the rules have the same author.
    { set: 'own-test', explicit: 0.98, indirect: 0.85, masked: 0.9, alert: 0.93, asCrisis: 0.03, flagged: 0.055 },
    // Another author, who had not seen the rules, and nobody has looked at it: what to expect of messages written by anybody.
    // Fewer hints are called a crisis than could be, because lower bars call too many sentences about parts one.
    { set: 'unseen', explicit: 0.9, indirect: 0.65, masked: 0.45, alert: 0.84, asCrisis: 0.03, flagged: 0.1 },
    // A third author, likewise not learned from.
    { set: 'held-out', explicit: 0.83, indirect: 0.4, masked: 0.55, alert: 0.8, asCrisis: 0.03, flagged: 0.1 },
    // A fourth one. A third of its harmless messages are twins of dangerous ones, and those are what is taken for a crisis.
    { set: 'unseen-b', explicit: 0.9, indirect: 0.58, masked: 0.78, alert: 0.84, asCrisis: 0.1, flagged: 0.19 },
    // Six more, thousands of messages, more oblique than what most people write: half of the hints are not heard.
    { set: 'voices', explicit: 0.8, indirect: 0.38, masked: 0.33, alert: 0.56, asCrisis: 0.07, flagged: 0.15 },
  ])('stays above its floors on $set', ({ set, explicit, indirect, masked, alert, asCrisis, flagged }) => {
    const figures = score(set);
    expect(figures.crisis_recall_by_kind.explicit).toBeGreaterThanOrEqual(explicit);
    expect(figures.crisis_recall_by_kind.indirect).toBeGreaterThanOrEqual(indirect);
    expect(figures.crisis_recall_by_kind.masked).toBeGreaterThanOrEqual(masked);
    expect(figures.alert_recall).toBeGreaterThanOrEqual(alert);
    expect(figures.none_as_crisis).toBeLessThanOrEqual(asCrisis);
    expect(figures.none_flagged).toBeLessThanOrEqual(flagged);
    expect(Object.values(figures.problems).every((count) => count === 0)).toBe(true);
  });

  it('leaves the short lines alone that people say to the companion all the time', () => {
    const labels = messagesOf('safety.ordinary').map(({ text }) => detectSafety(text).label);
    expect(labels.filter((label) => label === 'crisis').length).toBeLessThanOrEqual(1);
    expect(labels.filter((label) => label !== 'none').length / labels.length).toBeLessThanOrEqual(0.26);
  });

  it('leaves nearly all that people write about their parts alone', () => {
    const texts = ['dev', 'own-test', 'unseen-a', 'unseen-b'].flatMap((set) => messagesOf(`part-detection.${set}`));
    const labels = texts.map(({ text }) => detectSafety(text).label);
    expect(labels).toHaveLength(367);
    expect(labels.filter((label) => label === 'crisis').length / labels.length).toBeLessThanOrEqual(0.0125);
    expect(labels.filter((label) => label !== 'none').length / labels.length).toBeLessThanOrEqual(0.05);
  });
});
