/** One measured figure. `value` is null when it could not be measured, and then the target is not met. */
export type Figure = { name: string; value: number | null; unit: 'ratio' | 'ms'; target: number; met: boolean };

export const atMost = (name: string, unit: Figure['unit'], value: number | null, target: number): Figure => ({
  name,
  value: value === null ? null : Math.round(value * 1000) / 1000,
  unit,
  target,
  met: value !== null && value <= target,
});

/** As `atMost`, for what should be as large as possible. */
export const atLeast = (name: string, unit: Figure['unit'], value: number | null, target: number): Figure => ({
  ...atMost(name, unit, value, target),
  met: value !== null && value >= target,
});

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Milliseconds `work` takes. */
export function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/**
 * The ratio of two ways to do the same, run in turn in this process, so that the machine's moods fall on both:
 * the median over rounds of time(ours) / time(theirs). Which one goes first changes every round.
 * @param batch how often each is called a round: enough to outlast the clock's grain.
 */
export function ratioInTurn(ours: () => void, theirs: () => void, options: { rounds: number; batch: number }): number {
  const many = (work: () => void) => () => {
    for (let at = 0; at < options.batch; at += 1) work();
  };
  const ratios: number[] = [];
  for (let round = -3; round < options.rounds; round += 1) {
    const pair = round % 2 === 0 ? [timed(many(ours)), timed(many(theirs))] : [timed(many(theirs)), timed(many(ours))].toReversed();
    // The first rounds warm both up.
    if (round >= 0) ratios.push((pair[0] ?? Number.NaN) / (pair[1] ?? Number.NaN));
  }
  return median(ratios);
}
