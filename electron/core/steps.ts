import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Long work, cut into short steps: it yields wherever somebody else may have their turn. What it comes to does not depend on how often that is.
 */
export type Steps<Result> = Generator<void, Result, void>;

/** How long steps are done in a row before the event loop has its turn, in milliseconds: less than a person notices. */
const IN_A_ROW_MS = 10;

/** Does all steps in one go. */
export function allAtOnce<Result>(work: Steps<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/**
 * Does the steps and lets the event loop turn between them, so that a screen stays quick and a stop is heard. What was under way when it stopped is ended.
 * @param inARow milliseconds of work before each turn; 0 for a turn after every step.
 * @throws the signal's reason when it is aborted; whatever a step throws.
 */
export async function givingWay<Result>(work: Steps<Result>, signal: AbortSignal, inARow = IN_A_ROW_MS): Promise<Result> {
  let began = performance.now();
  for (;;) {
    signal.throwIfAborted();
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - began < inARow) continue;
    await nextTurn();
    began = performance.now();
  }
}
