/**
 * Learns `electron/core/companion/detection/learned/part-model.json` from the labelled messages in `tests/data`:
 * `npm run train-parts`. Two linear models (`learn.ts`), the same from the same messages.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { PartModel } from '../electron/core/companion/detection/learned/part-model.ts';
import { overlaps } from '../electron/core/companion/detection/learned/span-features.ts';
import { type Candidates, candidatesIn, showing } from '../electron/core/companion/detection/part-candidates.ts';
import { PartRole, partRoles } from '../shared/entities/part.ts';
import { type Learned, type Lesson, type Schooling, learn, rounded, writtenModel } from './learn.ts';

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

/** Everything there is to learn from. */
export const lessonsForParts = (): { message: LabelledMessage; counts: number }[] =>
  SETS.flatMap(({ name, partsCount }) => labelled(name).map((message) => ({ message, counts: partsCount })));

if (import.meta.main) writeFileSync(modelFile, writtenModel(trainPartModel(lessonsForParts())));
