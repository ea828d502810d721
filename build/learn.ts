/**
 * Learns linear models from labelled examples by stochastic gradient descent (AdaGrad: Duchi, Hazan and Singer 2011), in a fixed order with
 * a fixed seed, so that the same examples always give the same weights.
 */

/** One example: the features it has, which classes it belongs to, how much it counts, and the message it is from. */
export type Lesson = {
  readonly features: readonly string[];
  readonly isIt: readonly boolean[];
  readonly counts: number;
  readonly group: string;
};

/** How a model is learned: only features of so many messages, for so many rounds, with L2 decay. */
export type Schooling = {
  readonly classes: number;
  readonly leastMessages: number;
  readonly rounds: number;
  readonly rate: number;
  readonly decay: number;
};

/** For each class a weight for every name, and the bias behind them. */
export type Learned = { readonly names: readonly string[]; readonly weights: readonly Float64Array[] };

/** One set of weights for each class: logistic for one class, softmax for several. */
export function learn(lessons: readonly Lesson[], { classes, leastMessages, rounds, rate, decay }: Schooling): Learned {
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

/** To three places: what the file keeps. */
export const rounded = (weight: number): number => Math.round(weight * 1000) / 1000 + 0;

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

/** The file as it is kept: one feature a line. */
export const writtenModel = (model: object): string =>
  `${JSON.stringify(model, null, 2).replaceAll(/\[[^\]"]*\]/g, (list) => list.replaceAll(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'))}\n`;
