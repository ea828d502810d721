/**
 * Learns `electron/core/companion/detection/learned/part-model.json` from the labelled messages in `tests/data`:
 * `npm run train-parts`. Two linear models by stochastic gradient descent (AdaGrad: Duchi, Hazan and Singer 2011), in a fixed
 * order with a fixed seed, so that the same messages always give the same file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { PartModel } from '../electron/core/companion/detection/learned/part-model.ts';
import { overlaps } from '../electron/core/companion/detection/learned/span-features.ts';
import { type Candidates, candidatesIn, showing } from '../electron/core/companion/detection/part-candidates.ts';
import { PartRole, partRoles } from '../shared/entities/part.ts';

const root = join(import.meta.dirname, '..');
export const modelFile = join(root, 'electron/core/companion/detection/learned/part-model.json');

/** The rules were written with the first two in view, which makes them look surer there than they are. The last has short lines only, each a part. */
const SETS: readonly { name: string; partsCount: number }[] = [
  { name: 'dev', partsCount: 0.6 },
  { name: 'own-train', partsCount: 0.6 },
  { name: 'fresh-train', partsCount: 1 },
  { name: 'roles-train', partsCount: 0.6 },
];

const Labelled = z.object({ id: z.string(), text: z.string(), parts: z.array(z.object({ quote: z.string(), role: PartRole })) });
export type LabelledMessage = z.infer<typeof Labelled>;
type Lesson = { readonly features: readonly string[]; readonly isIt: readonly boolean[]; readonly counts: number; readonly group: string };
type Schooling = {
  readonly classes: number;
  readonly leastMessages: number;
  readonly rounds: number;
  readonly rate: number;
  readonly decay: number;
};

/** The messages of one labelled set in `tests/data`. */
export const labelled = (set: string): LabelledMessage[] =>
  readFileSync(join(root, 'tests/data', `part-detection.${set}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Labelled.parse(JSON.parse(line)));

const PARTS: Schooling = { classes: 1, leastMessages: 4, rounds: 50, rate: 0.05, decay: 0.04 };
const ROLES: Schooling = { classes: partRoles.length, leastMessages: 2, rounds: 30, rate: 0.05, decay: 0.16 };

/** Learns both models from messages; `counts` says how much a message weighs when it is about what is a part at all. */
export function trainPartModel(messages: readonly { message: LabelledMessage; counts: number }[]): PartModel {
  const read = messages.map(({ message, counts }) => ({ message, counts, candidates: candidatesIn(message.text) }));
  const parts = learn(
    read.flatMap(({ message, counts, candidates }) => partLessons(message, candidates, counts)),
    PARTS,
  );
  const roles = learn(
    read.flatMap(({ message, candidates }) => roleLessons(message, candidates)),
    ROLES,
  );
  const of = (learned: Learned, id: number, at: number): number => rounded(learned.weights[at]?.[id] ?? 0);
  return {
    parts: {
      bias: of(parts, parts.names.length, 0),
      weights: Object.fromEntries(parts.names.map((name, id) => [name, of(parts, id, 0)] as const).filter(([, weight]) => weight !== 0)),
    },
    roles: {
      bias: partRoles.map((_, at) => of(roles, roles.names.length, at)),
      weights: Object.fromEntries(roles.names.map((name, id) => [name, partRoles.map((_, at) => of(roles, id, at))])),
    },
  };
}

/** A message of many clauses should not count more than one of few. */
const FULL_WEIGHT = 6;

function partLessons(message: LabelledMessage, { described }: Candidates, counts: number): Lesson[] {
  const quotes = quotesOf(message);
  return described.map((one) => ({
    features: [...one.words, ...one.place],
    isIt: [showsOne(one, quotes)],
    counts: (counts * FULL_WEIGHT) / Math.max(FULL_WEIGHT, described.length),
    group: message.id,
  }));
}

/** A stretch that shows one part and little of any other. */
function showsOne(one: { start: number; end: number }, quotes: readonly { start: number; end: number }[]): boolean {
  const fitting = quotes.filter(({ start, end }) => overlaps(one.start, one.end, start, end));
  const cut = quotes.filter(({ start, end }) => (Math.min(one.end, end) - Math.max(one.start, start)) * 3 > end - start);
  return fitting.length > 0 && cut.length === 1;
}

function roleLessons(message: LabelledMessage, { described, read }: Candidates): Lesson[] {
  const lessons: Lesson[] = [];
  for (const { start, end, role } of quotesOf(message)) {
    const fitting = described.filter((one) => overlaps(one.start, one.end, start, end));
    const closest = fitting.toSorted((one, other) => distance(one, start, end) - distance(other, start, end))[0];
    if (closest === undefined) continue;
    const beside = described.filter((one) => one.at === closest.at || one.at === closest.at + 1);
    const { features } = showing(closest, beside, read);
    lessons.push({ features, isIt: partRoles.map((option) => option === role), counts: 1, group: message.id });
  }
  return lessons;
}

const distance = (one: { start: number; end: number }, start: number, end: number): number =>
  Math.abs(one.start - start) + Math.abs(one.end - end);

const quotesOf = (message: LabelledMessage) =>
  message.parts.map(({ quote, role }) => {
    const start = message.text.indexOf(quote);
    return { start, end: start + quote.length, role };
  });

/** For each class a weight for every name, and the bias behind them. */
type Learned = { readonly names: readonly string[]; readonly weights: readonly Float64Array[] };

/** One set of weights for each class: logistic for one class, softmax for several. */
function learn(lessons: readonly Lesson[], { classes, leastMessages, rounds, rate, decay }: Schooling): Learned {
  const names = vocabulary(lessons, leastMessages);
  const ids = new Map(names.map((name, at) => [name, at]));
  const bias = names.length;
  const examples = lessons.map(({ features, isIt, counts }) => ({
    on: [...features.flatMap((feature) => ids.get(feature) ?? []), bias],
    isIt,
    counts,
  }));
  const weights = Array.from({ length: classes }, () => new Float64Array(names.length + 1));
  const slopes = weights.map((each) => new Float64Array(each.length).fill(1e-6));
  const random = linearCongruential(7);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(examples, random);
    for (const { on, isIt, counts } of examples) {
      const odds = chances(weights.map((each) => on.reduce((sum, id) => sum + (each[id] ?? 0), 0)));
      for (const [at, each] of weights.entries()) {
        const slope = slopes[at];
        if (slope === undefined) continue;
        const error = ((odds[at] ?? 0) - Number(isIt[at])) * counts;
        for (const id of on) {
          const gradient = error + (id === bias ? 0 : decay * (each[id] ?? 0));
          slope[id] = (slope[id] ?? 0) + gradient * gradient;
          each[id] = (each[id] ?? 0) - (rate * gradient) / Math.sqrt(slope[id]);
        }
      }
    }
  }
  return { names, weights };
}

const rounded = (weight: number): number => Math.round(weight * 1000) / 1000 + 0;

function chances(sums: readonly number[]): number[] {
  if (sums.length === 1) return sums.map((sum) => 1 / (1 + Math.exp(-sum)));
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const total = powers.reduce((one, other) => one + other, 0);
  return powers.map((power) => power / total);
}

/** The features that at least so many messages have, in alphabetical order. */
function vocabulary(lessons: readonly Lesson[], leastMessages: number): string[] {
  const seen = new Map<string, Set<string>>();
  for (const { features, group } of lessons) {
    for (const feature of features) seen.set(feature, (seen.get(feature) ?? new Set()).add(group));
  }
  return [...seen]
    .filter(([, groups]) => groups.size >= leastMessages)
    .map(([name]) => name)
    .toSorted();
}

/** Numbers from 0 to 1 that are the same on every machine. */
function linearCongruential(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

function shuffle(list: unknown[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other], list[at]];
  }
}

/** Everything there is to learn from. */
export const lessonsForParts = (): { message: LabelledMessage; counts: number }[] =>
  SETS.flatMap(({ name, partsCount }) => labelled(name).map((message) => ({ message, counts: partsCount })));

/** The file as it is kept: one feature a line. */
export const written = (model: PartModel): string =>
  `${JSON.stringify(model, null, 2).replaceAll(/\[[^\]"]*\]/g, (list) => list.replaceAll(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'))}\n`;

if (import.meta.main) writeFileSync(modelFile, written(trainPartModel(lessonsForParts())));
