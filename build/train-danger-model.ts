/**
 * Learns `electron/core/safety/detection/learned/danger-model.json` from the labelled messages in `tests/data`: `npm run train-safety`.
 * One linear model (`learn.ts`), the same from the same messages. `npm run train-safety -- --cross-validate` writes nothing: it learns
 * from all fresh sets but one, scores that one, and so on for each.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { judge } from '../electron/core/safety/detection/detect-safety.ts';
import { nameOf } from '../electron/core/safety/detection/learned/danger-features.ts';
import { type DangerModel, dangerJudge } from '../electron/core/safety/detection/learned/danger-model.ts';
import { readInOnePiece } from '../electron/core/safety/detection/read-pieces.ts';
import { type Schooling, learn, writtenModel } from './learn.ts';

const root = join(import.meta.dirname, '..');
export const modelFile = join(root, 'electron/core/safety/detection/learned/danger-model.json');

const labels = ['crisis', 'concern', 'none'] as const;
const Labelled = z.object({ id: z.string(), text: z.string(), label: z.enum(labels), kind: z.string() });
type LabelledMessage = z.infer<typeof Labelled>;
const AboutParts = z.object({ id: z.string(), text: z.string() });

/** What is learned from, and how much each message counts. Cross-validation leaves out one of the fresh ones at a time. */
const SETS = [
  { name: 'fresh-a', counts: 1 },
  { name: 'fresh-c', counts: 1 },
  { name: 'fresh-d', counts: 1 },
  { name: 'fresh-e', counts: 1 },
  { name: 'fresh-f', counts: 1 },
  { name: 'fresh-g', counts: 1 },
  { name: 'fresh-h', counts: 1 },
  { name: 'short', counts: 0.4 },
  { name: 'dev', counts: 1 },
  { name: 'own-train', counts: 1 },
  { name: 'parts', counts: 0.8 },
] as const;

// Sentences about parts are full of pain and hold no danger, with the exceptions in `part-detection.safety.json`.
const PARTS = ['fresh-train', 'own-train', 'roles-train'] as const;
const Exceptions = z.strictObject({ concern: z.array(z.string()), unclear: z.array(z.string()) });

const SCHOOLING: Schooling = { classes: labels.length, leastMessages: 2, rounds: 12, rate: 0.05, decay: 0.05 };
// Weights are kept in whole hundredths: half as many characters.
const HUNDREDTHS = 100;
// What weighs less decides nothing and would make the file twice as long.
const LEAST_WEIGHT = 6;

const linesOf = (file: string): unknown[] =>
  readFileSync(join(root, 'tests/data', file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));

function labelled(set: string): LabelledMessage[] {
  if (set !== 'parts') return linesOf(`safety.${set}.jsonl`).map((line) => Labelled.parse(line));
  const { concern, unclear } = Exceptions.parse(JSON.parse(readFileSync(join(root, 'tests/data/part-detection.safety.json'), 'utf8')));
  return PARTS.flatMap((each) => linesOf(`part-detection.${each}.jsonl`))
    .map((line) => AboutParts.parse(line))
    .filter(({ id }) => !unclear.includes(id))
    .map(({ id, text }) => ({ id: `parts ${id}`, text, label: concern.includes(id) ? 'concern' : 'none', kind: 'ifs_language' }));
}

/** Learns from all sets but the one left out. */
export function trainDangerModel(leftOut?: string): DangerModel {
  const lessons = SETS.filter(({ name }) => name !== leftOut).flatMap(({ name, counts }) =>
    labelled(name).map(({ id, text, label }) => ({
      features: [...readInOnePiece(text, nameOf).features],
      isIt: labels.map((each) => each === label),
      counts,
      group: id,
    })),
  );
  const { names, weights } = learn(lessons, SCHOOLING);
  // Only differences between the classes count: none is taken as nought.
  const against = (at: number): number[] =>
    [0, 1].map((label) => Math.round(HUNDREDTHS * ((weights[label]?.[at] ?? 0) - (weights[2]?.[at] ?? 0))) + 0);
  return {
    bias: against(names.length),
    weights: Object.fromEntries(
      names.map((name, at) => [name, against(at)] as const).filter(([, each]) => each.some((weight) => Math.abs(weight) >= LEAST_WEIGHT)),
    ),
  };
}

function crossValidate(): void {
  const counts = new Map<string, { all: number; crisis: number; flagged: number }>();
  for (const { name } of SETS.filter((set) => set.name.startsWith('fresh'))) {
    const model = dangerJudge(trainDangerModel(name));
    for (const { text, label, kind } of labelled(name)) {
      const found = judge(text, model).label;
      for (const set of [name, 'all']) {
        const key = `${set} ${label === 'crisis' ? kind : label}`;
        const count = counts.get(key) ?? { all: 0, crisis: 0, flagged: 0 };
        counts.set(key, {
          all: count.all + 1,
          crisis: count.crisis + Number(found === 'crisis'),
          flagged: count.flagged + Number(found !== 'none'),
        });
      }
    }
  }
  for (const [key, { all, crisis, flagged }] of [...counts].toSorted(([one], [other]) => one.localeCompare(other))) {
    console.log(`${key.padEnd(18)} ${all} messages: ${crisis} called a crisis, ${flagged} a crisis or a concern`);
  }
}

if (import.meta.main) {
  if (process.argv.includes('--cross-validate')) crossValidate();
  else writeFileSync(modelFile, writtenModel(trainDangerModel()));
}
